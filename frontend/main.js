// The script of every page: finds the timers, the movements and the choice of dosages, and binds
// them. Only one timer runs at a time.

import { bindChoice } from "./choice.js";
import { createClock } from "./clock.js";
import { createCues } from "./cues.js";
import { bindMovement } from "./figure.js";
import { bindFilters } from "./filters.js";
import { bindTimer } from "./player.js";
import { bindSearch } from "./search.js";

/** @typedef {import("./wording.js").Words & import("./figure.js").Words} Words */

const timers = document.querySelectorAll("[data-timer]");
const movements = document.querySelectorAll("[data-movement]");

bindChoice();
for (const list of document.querySelectorAll("[data-filters]")) {
  if (list instanceof HTMLElement) bindFilters(list);
}
const search = document.querySelector("[data-search]");
if (search instanceof HTMLElement) bindSearch(search);
if (timers.length + movements.length > 0) {
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
  for (const button of movements) {
    if (button instanceof HTMLButtonElement) bindMovement(button, words);
  }

  /** @param {ReturnType<typeof bindTimer>} starting */
  function pauseOthers(starting) {
    for (const player of players) if (player !== starting) player.pause();
  }
}
