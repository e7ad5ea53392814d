// Fetches the player's script when the page is there and at rest, or at the first press of what
// needs it: a page is read before it is played.

import { load } from "./loading.js";

/** What can't do anything before that script has come. */
const NEEDS = "[data-start], [data-hold], [data-next-day]";

/** @param {HTMLElement} root with the script's address as its data-player-script, if it needs it */
export function bindPlayerLater(root) {
  const { playerScript: address = "" } = root.dataset;
  if (!address) return;
  /** @type {HTMLElement | null} */
  let pressed = null;

  /** @type {Promise<unknown> | null} */
  let coming = null;

  function fetched() {
    coming ??= load(address).then(
      () => pressed?.click(),
      () => (coming = pressed = null), // The next press tries again.
    );
  }

  /** @param {Event} event */
  function press({ target }) {
    if (root.dataset.player === "ready") return;
    pressed = target instanceof Element ? target.closest(NEEDS) : null;
    if (pressed) fetched();
  }

  document.addEventListener("click", press);
  const rests = () => (globalThis.requestIdleCallback ?? setTimeout)(fetched);
  if (document.readyState === "complete") rests();
  else addEventListener("load", rests, { once: true });
}
