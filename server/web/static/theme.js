// The theme somebody chose in this browser; without a choice, the system's.  Before anything is drawn.
"use strict";

const root = document.documentElement;
const system = matchMedia("(prefers-color-scheme: dark)");
const KEY = "asbuilt-theme";

function kept() {
  try { return localStorage.getItem(KEY); } catch { return null; }
}

function isDark() {
  return root.dataset.theme ? root.dataset.theme === "dark" : system.matches;
}

function choose(theme) {
  root.dataset.theme = theme;
  try { localStorage.setItem(KEY, theme); } catch { /* for this page only, then */ }
}

if (kept()) root.dataset.theme = kept();

document.addEventListener("DOMContentLoaded", () => {
  const button = document.querySelector("[data-theme-switch]");
  const say = () => {
    root.dataset.shown = isDark() ? "dark" : "light";
    button.setAttribute("aria-label", isDark() ? "Light colours" : "Dark colours");
    button.title = button.getAttribute("aria-label");
  };
  button.hidden = false;
  button.addEventListener("click", () => { choose(isDark() ? "light" : "dark"); say(); });
  system.addEventListener("change", say);
  say();
});
