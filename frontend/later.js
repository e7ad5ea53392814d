// Fetches the player when the page is there and at rest, or at the first press of what needs it: a
// page is read before it is played.

import { load, loadStyle } from "./loading.js";

/** What can't do anything before the player has come. */
const NEEDS = "[data-start], [data-hold], [data-next-day]";

/** @param {HTMLElement} root with the addresses of the player's script and style, if it needs them */
export function bindPlayerLater(root) {
  const { playerScript = "", playerStyle = "" } = root.dataset;
  if (!playerScript) return;
  /** @type {HTMLElement | null} */
  let pressed = null;

  /** @type {Promise<unknown> | null} */
  let coming = null;

  /** The style first, for the script may open the player at once. */
  async function both() {
    if (playerStyle) await loadStyle(playerStyle);
    await load(playerScript);
  }

  function fetched() {
    coming ??= both().then(
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
