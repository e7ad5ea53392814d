// What the player has to say for its browser, as long as that is so.

import { text } from "./words.js";

/**
 * @typedef {Readonly<{
 *   tap_for_sound: string, screen_off: string, soundless: string, screen_off_soundless: string,
 * }>} Words
 */

/**
 * `sound`: there are no sounds at all; `tap`: they wait for a tap; `light`: the screen goes off.
 * @typedef {Readonly<{sound: boolean, tap: boolean, light: boolean}>} Lacks
 */

/**
 * @param {Lacks} lacks
 * @param {Words} words
 * @returns {string} what is most pressing, or ""
 */
export function remarks({ sound, tap, light }, words) {
  if (sound) return text([words.soundless, light ? words.screen_off_soundless : ""]);
  if (tap) return words.tap_for_sound;
  return light ? words.screen_off : "";
}
