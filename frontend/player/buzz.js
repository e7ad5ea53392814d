// Vibration, where the browser knows of it: for who does without sound. It can't be handed over
// ahead, and a hidden page may not.

import { NOTES } from "./tones.js";

/** @typedef {import("./moments.js").Sound} Sound */

/**
 * @typedef {object} Buzz
 * @property {boolean} available whether the browser would; the device may have none all the same
 * @property {(sound: Sound) => void} shake after a tap, while the page is shown
 * @property {() => void} stop
 */

/**
 * @param {{vibrate?: Navigator["vibrate"]} | undefined} navigator
 * @param {{readonly visibilityState: string}} page document
 * @returns {Buzz}
 */
export function createBuzz(navigator, page) {
  /** @param {number[]} pattern milliseconds */
  function vibrate(pattern) {
    try {
      if (page.visibilityState === "visible") navigator?.vibrate?.(pattern);
    } catch {
      // Nobody needs it.
    }
  }
  return {
    available: typeof navigator?.vibrate === "function",
    // On, off, on …: in the rhythm of the sound.
    shake: (sound) => vibrate(NOTES[sound].map(([, seconds]) => seconds * 1000)),
    stop: () => vibrate([]),
  };
}
