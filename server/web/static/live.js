// Keeps a page current: draws it again when the server says so, and says when it cannot.
"use strict";

const REFRESH_MS = 15000;
let busy = false;

async function refresh() {
  if (busy || document.hidden || document.querySelector("[data-touched]")) return;
  busy = true;
  try {
    const reply = await fetch(location.href, { headers: { Accept: "text/html" } });
    if (!reply.ok) throw new Error(String(reply.status));
    const fresh = new DOMParser().parseFromString(await reply.text(), "text/html");
    document.getElementById("content").replaceWith(fresh.getElementById("content"));
    document.getElementById("as-of").replaceWith(fresh.getElementById("as-of"));
  } catch {
    cutOff();
  } finally {
    busy = false;
  }
}

// Old numbers must not look like new ones.
function cutOff() {
  document.getElementById("cut-off").hidden = false;
}

const changes = new EventSource("/changes");
changes.addEventListener("changed", refresh);
changes.addEventListener("error", cutOff);
changes.addEventListener("hello", () => {
  if (!document.getElementById("cut-off").hidden) refresh();
});
setInterval(refresh, REFRESH_MS);
document.addEventListener("visibilitychange", refresh);
