// What there is to go through: phases one after the other, and when each begins. A course is a
// value; to change a hold or the pace gives another one with as many phases.

/**
 * One stretch of time, as the page's JSON has it.
 * @typedef {object} Phase
 * @property {"ready" | "hold" | "release" | "change" | "rest" | "activity"} kind
 * @property {number} seconds
 * @property {string} [exercise] its slug
 * @property {string} [mode]
 * @property {"left" | "right"} [side] of a change: the side that comes next
 * @property {number} [rep] which repetition, from 1
 * @property {number} [of] of how many
 * @property {[number, number]} [hold] the printed range in seconds
 * @property {boolean} [counted] one repetition at its pace, not a hold
 * @property {string} [name] a named hold's, or what the activity is
 */

/**
 * Borders are the phases' starts in milliseconds, and after them the end of the last.
 * @typedef {Readonly<{phases: readonly Phase[], borders: readonly number[]}>} Course
 */

/**
 * What a person has chosen: seconds of holds by their `holdKey`, and of a counted repetition.
 * @typedef {Readonly<{holds?: Readonly<Record<string, number>>, pace?: number | null}>} Choices
 */

/**
 * @param {readonly Phase[]} phases those that take no time are left out
 * @returns {Course}
 * @throws {RangeError} where none takes any time
 */
export function courseOf(phases) {
  const lasting = phases.filter((phase) => phase.seconds > 0);
  if (lasting.length === 0) throw new RangeError("no phase takes time");
  const borders = [0];
  for (const { seconds } of lasting) borders.push(last(borders) + Math.round(seconds * 1000));
  return Object.freeze({ phases: Object.freeze(lasting), borders: Object.freeze(borders) });
}

/**
 * What is held for the same time: an exercise's holds in one mode, of one name.
 * @param {Phase} phase
 * @returns {string} "" where nothing can be chosen
 */
export function holdKey({ kind, hold, exercise = "", mode = "", name = "" }) {
  if (kind !== "hold" || !hold || hold[0] >= hold[1]) return "";
  return [exercise, mode, name].join("/");
}

/**
 * The phases with a person's choices: a hold within its printed range, whose releases stay as
 * they are, and counted repetitions at their pace.
 * @param {readonly Phase[]} phases
 * @param {Choices} choices
 * @returns {Phase[]} as many, the unchanged ones themselves
 */
export function chosen(phases, { holds = {}, pace = null }) {
  return phases.map((phase) => {
    const held = holds[holdKey(phase)];
    if (phase.counted && pace) return withSeconds(phase, pace);
    return phase.hold && held ? withSeconds(phase, clamp(held, phase.hold)) : phase;
  });
}

/**
 * @param {readonly Phase[]} phases
 * @param {number} index
 * @param {number} seconds more of that phase
 * @returns {Phase[]}
 */
export function longer(phases, index, seconds) {
  return phases.map((phase, at) =>
    at === index ? withSeconds(phase, phase.seconds + seconds) : phase,
  );
}

/**
 * Counted repetitions that follow one another on the same side are one set.
 * @param {readonly Phase[]} phases
 * @param {number} index of one of them
 * @returns {[first: number, end: number]} the set's first phase and the one after its last
 */
export function setOf(phases, index) {
  const { exercise, mode, side } = at(phases, index);
  /** @param {Phase | undefined} other */
  const belongs = (other) =>
    other?.counted && other.exercise === exercise && other.mode === mode && other.side === side;
  let [first, end] = [index, index + 1];
  while (belongs(phases[first - 1])) first -= 1;
  while (belongs(phases[end])) end += 1;
  return [first, end];
}

/**
 * @param {Phase} phase
 * @param {number} seconds
 * @returns {Phase}
 */
export function withSeconds(phase, seconds) {
  return phase.seconds === seconds ? phase : Object.freeze({ ...phase, seconds });
}

/**
 * @param {number} value
 * @param {readonly [number, number]} range
 * @returns {number}
 */
export function clamp(value, [low, high]) {
  return Math.min(Math.max(value, low), high);
}

/**
 * @template T
 * @param {readonly T[]} list
 * @param {number} index
 * @returns {T} never undefined
 */
export function at(list, index) {
  const item = list[index];
  if (item === undefined) throw new RangeError(`nothing at ${index}`);
  return item;
}

/**
 * @param {readonly number[]} list
 * @returns {number}
 */
export function last(list) {
  return at(list, list.length - 1);
}
