// Shows the dosage that is chosen, where an exercise has several: its numbers and its range. The
// page comes with the first one marked, so nothing moves while it loads.

/** Follows the page's radio buttons, from now on. */
export function bindChoice() {
  document.addEventListener("change", show);
  addEventListener("pageshow", show); // A page that comes back may bring its choice back with it.
  show();
}

function show() {
  const chosen = document.querySelector('input[name="mode"]:checked');
  if (!(chosen instanceof HTMLInputElement)) return;
  for (const part of document.querySelectorAll("[data-dose]")) {
    part.toggleAttribute("data-chosen", part.getAttribute("data-dose") === chosen.value);
  }
}
