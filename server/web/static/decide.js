// Sends a decision and says what came of it; the page then shows it like every other record.
"use strict";

document.addEventListener("input", (event) => {
  const form = event.target.closest("#decide");
  // A page that draws itself anew must not take away what somebody is typing.
  if (form) form.dataset.touched = "yes";
});

document.addEventListener("submit", async (event) => {
  const form = event.target.closest("#decide");
  if (!form) return;
  event.preventDefault();
  const answer = document.getElementById("decide-answer");
  const said = Object.fromEntries(new FormData(form));
  try {
    const reply = await fetch(form.dataset.to, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(said),
    });
    if (reply.ok) location.reload();
    else answer.textContent = (await reply.json()).detail;
  } catch {
    answer.textContent = "The server cannot be reached; nothing was kept. Try again.";
  }
});
