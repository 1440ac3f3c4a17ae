// Keeps a page current: draws the parts anew whose topics moved, and says when it cannot.
"use strict";

const REFRESH_MS = 15000;
const AGAIN_MS = 15000;
let busy = false;
let waiting = null;
let stream = null;
let again = null;

function parts(topics) {
  const all = [...document.querySelectorAll("[data-live]")];
  return topics ? all.filter((part) => part.dataset.live.split(" ").some((one) => topics.has(one))) : all;
}

// Topics that moved, or nothing for "look at everything".
async function refresh(topics) {
  if (document.hidden) return;
  if (topics && !parts(topics).length) return;
  if (busy) {
    waiting = waiting && topics ? new Set([...waiting, ...topics]) : topics ?? new Set(["*"]);
    return;
  }
  busy = true;
  try {
    const reply = await fetch(location.href, { headers: { Accept: "text/html", "X-Asbuilt-By-Itself": "1" } });
    // Signed out, or no longer allowed to look: the whole page says so.
    if (reply.status === 403) { if (parts().length) location.reload(); return; }
    if (!reply.ok) throw new Error(String(reply.status));
    const fresh = new DOMParser().parseFromString(await reply.text(), "text/html");
    for (const part of parts(topics)) replace(part, fresh.getElementById(part.id));
    replace(document.getElementById("as-of"), fresh.getElementById("as-of"));
    document.getElementById("cut-off-since").textContent = document.getElementById("as-of").textContent;
    document.getElementById("cut-off").hidden = true;
  } catch {
    // Old numbers must not look like new ones.
    document.getElementById("cut-off").hidden = false;
  } finally {
    busy = false;
    if (waiting) {
      const next = waiting.has("*") ? undefined : waiting;
      waiting = null;
      refresh(next);
    }
  }
}

// Only what differs, and whoever is in the middle of it by keyboard stays where they are.
function replace(old, fresh) {
  if (!fresh) return;
  // What somebody has opened stays open.
  for (const one of old.querySelectorAll("details[id][open]")) {
    fresh.querySelector(`#${CSS.escape(one.id)}`)?.setAttribute("open", "");
  }
  if (old.outerHTML === fresh.outerHTML) return;
  const active = old.contains(document.activeElement) ? document.activeElement : null;
  const scrolled = [...old.querySelectorAll(".scroll")].map((one) => one.scrollLeft);
  old.replaceWith(fresh);
  fresh.querySelectorAll(".scroll").forEach((one, at) => { one.scrollLeft = scrolled[at] ?? 0; });
  if (active) same(active, fresh)?.focus({ preventScroll: true });
}

function same(active, fresh) {
  const href = active.getAttribute("href");
  const label = active.getAttribute("aria-label");
  if (active.localName === "summary") {
    return fresh.querySelector(`#${CSS.escape(active.parentElement.id)} > summary`);
  }
  return [...fresh.querySelectorAll("a, [tabindex]")].find((one) =>
    href ? one.getAttribute("href") === href : label && one.getAttribute("aria-label") === label);
}

function listen() {
  if (stream || document.hidden) return;
  stream = new EventSource("/changes");
  stream.addEventListener("moved", (event) => refresh(new Set(event.data.split(" "))));
  // What came between this page and its stream, or while there was none.
  stream.addEventListener("hello", () => refresh());
  stream.addEventListener("error", () => {
    refresh();
    // The browser tries again by itself, but not after a refusal: until then the page looks now and then.
    if (stream?.readyState === EventSource.CLOSED) {
      hush();
      again = setTimeout(listen, AGAIN_MS);
    }
  });
}

// A browser has six connections to a server: pages that nobody sees must not take them.
function hush() {
  clearTimeout(again);
  stream?.close();
  stream = null;
}

// What cannot be shown yet is asked for again.
const later = document.querySelector("[data-again]");
if (later) setTimeout(() => location.reload(), Number(later.dataset.again) * 1000);

if (document.querySelector("[data-live]")) {
  listen();
  setInterval(() => refresh(), REFRESH_MS);
  document.addEventListener("visibilitychange", () => (document.hidden ? hush() : listen()));
}
