// What sounds when: the changes of a session as sounds with their times. One at a time: none
// begins before the one ahead of it is over (tones.js keeps them short).

/** @typedef {import("./session.js").Change} Change */
/** @typedef {import("./course.js").Phase} Phase */

/**
 * next: get ready for an exercise; start: a hold begins; tick: each of the last three seconds;
 * count: a counted repetition begins; wait: the session waits for a person.
 * @typedef {"next" | "start" | "tick" | "count" | "release" | "change" | "rest" | "activity"
 *   | "wait" | "done"} Sound
 */

/**
 * @typedef {Readonly<{after: number, sound: Sound}>} Moment `after`: milliseconds from now, less
 *   than 0 where it is past
 */

/** Below this a countdown would be most of the phase, and its ticks would run into its sound. */
const COUNTED_DOWN_MS = 5000;
const TICKS_MS = [3000, 2000, 1000];

/** After a rest or a walk comes a time to get ready, which counts down itself. */
const COUNTED_DOWN = new Set(["ready", "hold", "release", "change"]);

/**
 * @param {readonly Change[]} changes as changes() gives them: up to the end, or to where it waits
 * @returns {Moment[]} in order
 */
export function moments(changes) {
  return changes.flatMap(({ after, phase }, index) => {
    const end = changes[index + 1]?.after;
    if (!phase) return [{ after, sound: "done" }];
    if (end === undefined) return [{ after, sound: "wait" }];
    return [{ after, sound: soundOf(phase) }, ...ticks(phase, after, end)];
  });
}

/**
 * What fell due since the last look, for those who can't be handed it ahead.
 * @param {readonly Moment[]} all in order
 * @param {number} since milliseconds ago
 * @returns {Sound | null} the latest: the others are past
 */
export function due(all, since) {
  return all.filter(({ after }) => after <= 0 && after > -since).pop()?.sound ?? null;
}

/**
 * @param {Phase} phase
 * @returns {Sound}
 */
function soundOf({ kind, counted }) {
  if (kind === "hold") return counted ? "count" : "start";
  return kind === "ready" ? "next" : kind;
}

/**
 * @param {Phase} phase
 * @param {number} begin
 * @param {number} end
 * @returns {Moment[]}
 */
function ticks({ kind, counted }, begin, end) {
  if (counted || !COUNTED_DOWN.has(kind) || end - begin < COUNTED_DOWN_MS) return [];
  return TICKS_MS.map((before) => ({ after: end - before, sound: "tick" }));
}
