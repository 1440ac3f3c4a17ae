// Counts the times of calls on between two looks at the server.
"use strict";

const began = new WeakMap();

function written(seconds) {
  const two = (number) => String(number).padStart(2, "0");
  const minutes = Math.floor(seconds / 60), hours = Math.floor(minutes / 60);
  return (hours ? `${hours}:${two(minutes % 60)}` : two(minutes)) + `:${two(seconds % 60)}`;
}

function tick() {
  const now = performance.now();
  for (const one of document.querySelectorAll("[data-ticks]")) {
    if (!began.has(one)) began.set(one, now);
    const gone = Math.floor((now - began.get(one)) / 1000) * (one.dataset.ticks === "up" ? 1 : -1);
    one.textContent = written(Math.max(0, Number(one.dataset.seconds) + gone));
  }
}

tick();
setInterval(tick, 1000);
