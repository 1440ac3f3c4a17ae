// Finds as you type, and previews a file without losing it.  Without scripts, forms do the same.
"use strict";

const PAUSE_MS = 150;
let pause = null;
let asking = null;

// Draws a part of this page anew from another answer of the server.
function redraw(fresh, ids) {
  for (const id of ids) {
    const old = document.getElementById(id);
    const now = fresh.getElementById(id);
    if (old && now) old.replaceChildren(...now.childNodes);
  }
}

async function look(address, options) {
  asking?.abort();
  asking = new AbortController();
  const reply = await fetch(address, { ...options, signal: asking.signal });
  return new DOMParser().parseFromString(await reply.text(), "text/html");
}

async function seek(form) {
  const address = `${form.action}?${new URLSearchParams(new FormData(form))}`;
  try {
    const fresh = await look(address, {});
    history.replaceState(null, "", address);
    redraw(fresh, [form.dataset.search, "found"]);
  } catch (error) {
    if (error.name !== "AbortError") document.getElementById("cut-off").hidden = false;
  }
}

async function preview(form) {
  const body = new FormData(form);
  body.set("act", "preview");
  try {
    redraw(await look(location.href, { method: "POST", body }), [form.dataset.preview]);
  } catch (error) {
    if (error.name !== "AbortError") document.getElementById("cut-off").hidden = false;
  }
}

const search = document.querySelector("[data-search]");
search?.addEventListener("input", () => {
  clearTimeout(pause);
  pause = setTimeout(() => seek(search), PAUSE_MS);
});

const upload = document.querySelector("[data-preview]");
upload?.addEventListener("submit", (event) => {
  if (event.submitter?.value !== "preview") return;
  event.preventDefault();
  preview(upload);
});
upload?.querySelector("[type=file]").addEventListener("change", () => preview(upload));
