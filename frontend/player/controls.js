// What a person presses in the player: its keys, the keyboard's, and what closes it. It hands on
// what is meant, and decides nothing else.

import { actionOf } from "./keys.js";
import { partsOf } from "./screen.js";

/** @typedef {import("./keys.js").Action} Action */

/**
 * `listens` tells whether a hold view is there for the keyboard; `touched` is called inside each tap
 * and press.
 * @typedef {Readonly<{
 *   panels: {isOpen: () => boolean, back: () => unknown},
 *   listens: () => boolean, touched: () => void,
 * }>} Around
 */

/**
 * @param {HTMLDialogElement} dialog as templates/parts/player.html makes it
 * @param {Readonly<Record<Action, () => void>>} actions
 * @param {Around} around
 */
export function bindControls(dialog, actions, { panels, listens, touched }) {
  const part = partsOf(dialog);
  /** Whether a pointer was used last: what it touched keeps the focus, but nobody looks for it there. */
  let points = false;

  for (const [name, act] of Object.entries(actions)) part(name).addEventListener("click", act);
  for (const button of dialog.querySelectorAll("[data-close]")) {
    button.addEventListener("click", () => dialog.close());
  }
  dialog.addEventListener("click", ({ detail }) => (points = detail > 0)); // Keys click 0 times.
  for (const kind of ["click", "keydown"]) dialog.addEventListener(kind, touched);

  /** @param {Event} event */
  function leavePanel(event) {
    if (!panels.isOpen()) return;
    event.preventDefault();
    panels.back();
  }
  dialog.addEventListener("cancel", leavePanel);

  // Of the document: whoever has touched the ground of the player has its focus nowhere.
  document.addEventListener("keydown", (event) => {
    if (event.key === "Tab") points = false;
    if (!dialog.open || event.defaultPrevented) return;
    // Here too: browsers let a dialog refuse to be cancelled a few times only.
    if (event.key === "Escape") leavePanel(event);
    if (panels.isOpen() || !listens()) return;
    const { target } = event;
    const action = actionOf(event, {
      isButton: target instanceof HTMLButtonElement && !points,
      isField: target instanceof HTMLInputElement,
      isMirrored: getComputedStyle(dialog).direction === "rtl",
    });
    if (!action) return;
    event.preventDefault();
    actions[action]();
  });
}
