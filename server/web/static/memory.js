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
  const fresh = new DOMParser().parseFromString(await reply.text(), "text/html");
  return { fresh, later: fresh.querySelector("[data-again]") };
}

async function seek(form) {
  const address = `${form.action}?${new URLSearchParams(new FormData(form))}`;
  try {
    const { fresh, later } = await look(address, {});
    history.replaceState(null, "", address);
    redraw(fresh, [form.dataset.search, "found"]);
    if (!later) return;
    // Not yet: its sentence stands where the number of cases would, until there is one.
    document.getElementById("found").textContent = later.querySelector(".empty").textContent;
    clearTimeout(pause);
    pause = setTimeout(() => seek(form), Number(later.dataset.again) * 1000);
  } catch (error) {
    if (error.name !== "AbortError") document.getElementById("cut-off").hidden = false;
  }
}

async function preview(form) {
  const body = new FormData(form);
  body.set("act", "preview");
  try {
    const { fresh } = await look(location.href, { method: "POST", body });
    redraw(fresh, [form.dataset.preview]);
  } catch (error) {
    if (error.name !== "AbortError") document.getElementById("cut-off").hidden = false;
  }
}

const search = document.querySelector("[data-search]");
search?.addEventListener("input", () => {
  clearTimeout(pause);
  pause = setTimeout(() => seek(search), PAUSE_MS);
});

// Which case a search led to: the glossary learns from it. The way there waits for nothing.
document.getElementById("results")?.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-case]");
  const hits = link?.closest("[data-picked]");
  if (!hits) return;
  const said = { form_token: hits.dataset.token, q: hits.dataset.asked, case: link.dataset.case };
  const body = new URLSearchParams(said);
  fetch(hits.dataset.picked, { method: "POST", body, keepalive: true }).catch(() => {});
});

const upload = document.querySelector("[data-preview]");
upload?.addEventListener("submit", (event) => {
  if (event.submitter?.value !== "preview") return;
  event.preventDefault();
  preview(upload);
});
upload?.querySelector("[type=file]").addEventListener("change", () => preview(upload));
