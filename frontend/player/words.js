// The words that the player needs, and the small change of putting them together: numbers, times,
// sentences. All come from the page.

import { fill } from "../fill.js";

/** @typedef {import("./course.js").Phase} Phase */

/**
 * Out of the guide's wording table. Placeholders stand in braces.
 * @typedef {object} Words
 * @property {string} start
 * @property {string} pause
 * @property {string} go_on
 * @property {string} finish
 * @property {string} paused
 * @property {string} stop
 * @property {string} felt_hurts
 * @property {string} done
 * @property {string} left with {time}
 * @property {string} repetition with {rep} and {of}
 * @property {string} minutes with {n}
 * @property {string} seconds with {n}
 * @property {string} unit_second
 * @property {string} unit_seconds
 * @property {string} unit_long
 * @property {string} unit_minutes
 * @property {string} unit_time
 * @property {string} unit_times
 * @property {string} one_second with {n}
 * @property {string} many_seconds with {n}
 * @property {string} one_minute with {n}
 * @property {string} many_minutes with {n}
 * @property {string} one_time with {n}
 * @property {string} many_times with {n}
 * @property {string} do_ready
 * @property {string} do_hold
 * @property {string} do_count
 * @property {string} do_release
 * @property {string} do_change
 * @property {string} do_rest
 * @property {string} cue_hold
 * @property {string} cue_count
 * @property {string} cue_rest
 * @property {string} cue_activity
 * @property {string} cue_wait
 * @property {string} cue_paused
 * @property {string} then_next
 * @property {string} then
 * @property {string} then_hold
 * @property {string} then_release
 * @property {string} then_change
 * @property {string} then_rest
 * @property {string} then_done
 * @property {string} say_last
 * @property {string} say_hold with {time}
 * @property {string} say_hold_times with {time} and {times}
 * @property {string} say_rest with {time}
 * @property {string} say_left_in_all with {time}
 * @property {string} skipped
 * @property {string} beyond with {time}
 */

/**
 * What the page says of an exercise: names of its sides, and steps by the time that they are for.
 * @typedef {Readonly<{
 *   title: string, left?: string, right?: string, figures?: Readonly<Record<string, string>>,
 *   ready?: readonly string[], hold?: string, release?: string,
 * }>} Exercise
 * @typedef {Readonly<Record<string, Exercise>>} Exercises by slug
 */

/** Nobody holds a stretch for so many seconds: such a hold is a rest. */
export const LONG_S = 60;

/**
 * To be read in passing.
 * @param {number} seconds whole
 * @param {Readonly<{minutes: string, seconds: string}>} words
 * @returns {string} "1 min 9 s", "3 min", "45 s"
 */
export function brief(seconds, words) {
  return joined(seconds, (n) => fill(words.minutes, { n }), (n) => fill(words.seconds, { n }));
}

/**
 * To be said.
 * @param {number} seconds whole
 * @param {Words} words
 * @returns {string} "20 seconds", "1 minute 30 seconds"
 */
export function spelled(seconds, words) {
  return joined(
    seconds,
    (n) => fill(n === 1 ? words.one_minute : words.many_minutes, { n }),
    (n) => fill(n === 1 ? words.one_second : words.many_seconds, { n }),
  );
}

/**
 * @param {number} n
 * @param {Words} words
 * @returns {string} "10 times"
 */
export function times(n, words) {
  return fill(n === 1 ? words.one_time : words.many_times, { n });
}

/**
 * @param {Phase} phase
 * @param {Exercises} exercises
 * @returns {Exercise | undefined}
 */
export function exerciseOf({ exercise }, exercises) {
  return exercise === undefined ? undefined : exercises[exercise];
}

/**
 * @param {Phase} phase
 * @param {Exercises} exercises
 * @returns {string} what its side is called, or ""
 */
export function sideOf(phase, exercises) {
  return (phase.side && exerciseOf(phase, exercises)?.[phase.side]) || "";
}

/**
 * @param {readonly string[]} parts empty ones are left out
 * @returns {string} each a sentence
 */
export function text(parts) {
  return parts.filter(Boolean).map(sentence).join(" ");
}

/** @param {string} words */
export function sentence(words) {
  return /[.!?…:]$/.test(words) ? words : `${words}.`;
}

/**
 * @param {number} seconds
 * @param {(n: number) => string} minutes
 * @param {(n: number) => string} rest
 */
function joined(seconds, minutes, rest) {
  const [whole, over] = [Math.floor(seconds / 60), seconds % 60];
  return [whole ? minutes(whole) : "", over || !whole ? rest(over) : ""].filter(Boolean).join(" ");
}
