// Tells what has just become true to who doesn't look: a screen reader, a voice, and by shaking.

import { due } from "./moments.js";

/** @typedef {import("./course.js").Phase} Phase */
/** @typedef {import("./moments.js").Moment} Moment */
/** @typedef {import("./preferences.js").Preferences} Preferences */
/** @typedef {import("./session.js").View} View */

/** How long ago something may have become true and still be worth shaking. */
const FRESH_MS = 1000;

/**
 * @param {(text: string) => void} say to a screen reader
 * @param {Pick<import("./phrases.js").Phrases, "told" | "spoken">} phrases
 * @param {Pick<import("./voice.js").Voice, "say">} voice
 * @param {Pick<import("./buzz.js").Buzz, "shake">} buzz
 */
export function createTelling(say, phrases, voice, buzz) {
  /** Which moment was told last, so that each is told once. */
  let told = "";

  /**
   * @param {View} view
   * @param {readonly Phase[]} phases
   * @param {Preferences} preferences
   * @param {readonly Moment[]} moments of the session, past ones too
   * @returns {boolean} whether there was anything to tell
   */
  function tell(view, phases, preferences, moments) {
    const isPaused = view.state === "paused";
    const place = isPaused ? view.elapsed : ""; // Where one goes in a pause is news.
    const moment = `${view.state} ${view.index} ${view.waiting} ${place}`;
    if (moment === told || view.state === "ready") return false;
    const hasBegun = told !== "";
    const isHere = isPaused && told.startsWith("running");
    told = moment;
    const isDone = view.state === "done"; // The end's own heading says so: the focus goes there.
    say(isDone ? "" : phrases.told(view, phases, isHere, preferences.voice));
    if (isPaused) return true;
    const over = moments[moments.length - 1]?.after ?? 0;
    const late = isDone ? Math.max(0, -over) : view.phase.seconds * 1000 - view.left;
    voice.say(phrases.spoken(view, phases, preferences.voice), late);
    const shaken = hasBegun && preferences.buzz ? due(moments, FRESH_MS) : null;
    if (shaken) buzz.shake(shaken);
    return true;
  }

  return {
    tell,
    /** What comes next is told, whatever was told before. */
    forget() {
      told = "";
    },
  };
}
