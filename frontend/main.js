// The script of every page: finds the timers and binds them. Only one runs at a time.

import { createClock } from "./clock.js";
import { createCues } from "./cues.js";
import { bindTimer } from "./player.js";

/** @typedef {import("./wording.js").Words} Words */

const timers = document.querySelectorAll("[data-timer]");

if (timers.length > 0) {
  const words = /** @type {Words} */ (
    JSON.parse(document.getElementById("words")?.textContent ?? "")
  );
  const now = createClock();
  const cues = createCues(globalThis.AudioContext, now);
  /** @type {ReturnType<typeof bindTimer>[]} */
  const players = [];
  for (const section of timers) {
    if (!(section instanceof HTMLElement)) continue;
    const player = bindTimer(section, { words, now, cues, onStart: () => pauseOthers(player) });
    players.push(player);
  }

  /** @param {ReturnType<typeof bindTimer>} starting */
  function pauseOthers(starting) {
    for (const player of players) if (player !== starting) player.pause();
  }
}
