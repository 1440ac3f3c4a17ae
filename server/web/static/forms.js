// Sends a form once, and keeps the words that somebody typed until they have arrived.
"use strict";

const WORDS = "textarea, input:not([type]), input[type=text]";
// What a page says of itself, and will say otherwise the next time.
const PASSING = "[name=form_token], [name=seen], [name=version], [name=mark]";
const PREFIX = "asbuilt-typed:";
const HERE = PREFIX + location.pathname + location.search;
// A page in this one's place (sign in, not possible); as the answer to a form: it did not arrive.
const instead = document.querySelector("[data-instead]");
const isInstead = instead !== null;
const SLOW_MS = 10000;
let sent = null;
let isOnItsWay = false;

function fields() {
  return [...document.querySelectorAll("main form[method=post]")].flatMap((form) =>
    [...form.querySelectorAll(WORDS)].filter((one) => one.name && !one.readOnly));
}

// Which field it is on a page that may look a little different by then.
function nameOf(field) {
  const about = [...field.form.querySelectorAll(`[type=hidden]:not(${PASSING})`)];
  return JSON.stringify([field.name, ...about.map((one) => one.value)]);
}

function typedBefore() {
  try { return JSON.parse(sessionStorage.getItem(HERE)); } catch { return null; }
}

function keep(words) {
  try {
    if (words.length) sessionStorage.setItem(HERE, JSON.stringify(words));
    else sessionStorage.removeItem(HERE);
  } catch { /* it is only for this page, then */ }
}

function forget() {
  try { sessionStorage.clear(); } catch { /* nothing was kept */ }
}

function fill(typed) {
  const words = new Map(typed.filter(([, , arrived]) => !arrived));
  const found = fields().filter((one) => one.value === one.defaultValue && words.has(nameOf(one)));
  for (const field of found) {
    field.value = words.get(nameOf(field));
    field.closest("details")?.setAttribute("open", "");
  }
  if (!found.length) return;
  const note = document.createElement("p");
  note.className = "small";
  note.setAttribute("role", "status");
  note.textContent = "This was typed before and has not arrived: it is sent when you send it.";
  found[0].form.prepend(note);
}

const before = typedBefore() ?? [];
if (isInstead) {
  const isAnswer = instead.dataset.instead === "POST";
  if (isAnswer && before.length) keep(before.map(([name, words]) => [name, words, false]));
} else {
  keep([]);
  fill(before);
}

// The second press of a button that was slow is not a second message.
document.addEventListener("submit", (event) => {
  if (event.defaultPrevented || event.target.method !== "post") return;
  if (isOnItsWay) { event.preventDefault(); return; }
  sent = event.target;
  isOnItsWay = true;
  setTimeout(() => { isOnItsWay = false; }, SLOW_MS);
});

addEventListener("pagehide", () => {
  if (isInstead) return;
  // Who signs out leaves nothing behind for whoever comes next.
  if (sent?.matches(".who")) { forget(); return; }
  const typed = fields().filter((one) => one.value !== one.defaultValue && one.value.trim());
  keep(typed.map((one) => [nameOf(one), one.value, one.form === sent]));
});

// Back in a page that the browser kept as it was.
addEventListener("pageshow", () => { sent = null; isOnItsWay = false; });
