// Vibration, where the browser knows of it: for who does without sound. It can't be handed over
// ahead, and a hidden page may not.

import { NOTES } from "./tones.js";

/** @typedef {import("./moments.js").Sound} Sound */

/**
 * @typedef {object} Buzz
 * @property {boolean} available whether the browser would; the device may have none all the same
 * @property {(sound: Sound) => void} shake after a tap, while the page is shown
 */

/**
 * @param {{vibrate?: Navigator["vibrate"]} | undefined} navigator
 * @param {{readonly visibilityState: string}} page document
 * @returns {Buzz}
 */
export function createBuzz(navigator, page) {
  return {
    available: typeof navigator?.vibrate === "function",
    shake(sound) {
      // On, off, on …: in the rhythm of the sound.
      const pattern = NOTES[sound].map(([, seconds]) => seconds * 1000);
      try {
        if (page.visibilityState === "visible") navigator?.vibrate?.(pattern);
      } catch {
        // Nobody needs it.
      }
    },
  };
}
