// Walks through a routine's phases: a pure state machine. It reads no clock and touches no page;
// every function is told the time `now` (milliseconds of one Clock) and gives a new, frozen value.
//
// While it runs, a session knows one thing about time: when it will be over. All else follows from
// that deadline and `now`, so it doesn't matter how often anybody looks: each second, or again
// after an hour's sleep.

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

/** @typedef {"ready" | "running" | "paused" | "done"} State ready: nothing was pressed yet */

/**
 * Borders are the phases' starts in milliseconds of play, and after them the end of the last.
 * `state` is as it was when the session was made: one that runs may have come to its end since.
 * view() tells.
 *
 * @typedef {Readonly<{phases: readonly Phase[], borders: readonly number[]}>} Course
 * @typedef {Readonly<{state: "ready" | "paused" | "done", elapsed: number}>} Standing
 * @typedef {Readonly<{state: "running", ends: number}>} Running
 * @typedef {Course & (Standing | Running)} Session
 */

/**
 * What there is to show at one moment. Times are milliseconds of play.
 * @typedef {Readonly<{
 *   state: State, index: number, phase: Phase, left: number,
 *   elapsed: number, total: number, totalLeft: number,
 * }>} View
 */

/**
 * A phase's start, or with null the end of the last, and how many milliseconds from now that is;
 * less than 0 where it is past.
 * @typedef {Readonly<{after: number, phase: Phase | null}>} Change
 */

/**
 * @param {readonly Phase[]} phases
 * @returns {Session} ready at the first of those phases that take any time
 * @throws {RangeError} where there is none
 */
export function create(phases) {
  const lasting = phases.filter((phase) => phase.seconds > 0);
  if (lasting.length === 0) throw new RangeError("a session needs a phase that takes time");
  const borders = [0];
  for (const phase of lasting) borders.push(last(borders) + Math.round(phase.seconds * 1000));
  const course = { phases: Object.freeze(lasting), borders: Object.freeze(borders) };
  return stand(course, "ready", 0);
}

/**
 * Runs on from where it stands; after the end, again from the first phase.
 * @param {Session} session
 * @param {number} now
 * @returns {Session}
 */
export function start(session, now) {
  const { state, elapsed } = view(session, now);
  return state === "running" ? session : run(session, state === "done" ? 0 : elapsed, now);
}

/**
 * @param {Session} session
 * @param {number} now
 * @returns {Session}
 */
export function pause(session, now) {
  const { state, elapsed } = view(session, now);
  return state === "running" ? stand(session, "paused", elapsed) : session;
}

/**
 * To the start of the phase before this one, or of the first. After the end: of the last, paused.
 * @param {Session} session
 * @param {number} now
 * @returns {Session}
 */
export function back(session, now) {
  const { state, index } = view(session, now);
  return seek(session, state === "done" ? index : Math.max(0, index - 1), now);
}

/**
 * To the start of the next phase; from the last, to the end.
 * @param {Session} session
 * @param {number} now
 * @returns {Session}
 */
export function skip(session, now) {
  const { state, index } = view(session, now);
  return state === "done" ? session : seek(session, index + 1, now);
}

/**
 * @param {Session} session
 * @param {number} now
 * @returns {View} after the end: of the last phase, with nothing left
 */
export function view(session, now) {
  const { phases, borders } = session;
  const total = last(borders);
  const elapsed = Math.min(played(session, now), total);
  // At a border the earlier phase is over and the later one has begun; the last one has no later.
  const index = Math.min(borders.filter((border) => border <= elapsed).length, phases.length) - 1;
  return Object.freeze({
    state: elapsed === total ? "done" : session.state,
    index,
    phase: at(phases, index),
    left: at(borders, index + 1) - elapsed,
    elapsed,
    total,
    totalLeft: total - elapsed,
  });
}

/**
 * Every change of phase in a session that runs, or ran to its end, as seen from now. Past ones too.
 * @param {Session} session
 * @param {number} now
 * @returns {Change[]} in order
 */
export function changes(session, now) {
  const elapsed = played(session, now);
  return session.borders.map((border, index) => ({
    after: border - elapsed,
    phase: session.phases[index] ?? null,
  }));
}

/**
 * @param {Session} session
 * @param {number} now
 * @returns {number} milliseconds since the first phase began, pauses left out; may be past the end
 */
function played(session, now) {
  if (session.state !== "running") return session.elapsed;
  return last(session.borders) - (session.ends - now);
}

/**
 * To the phase's start, and goes on there if it was running.
 * @param {Session} session
 * @param {number} index the number of phases means the end
 * @param {number} now
 * @returns {Session}
 */
function seek(session, index, now) {
  const { state } = view(session, now);
  const elapsed = at(session.borders, index);
  if (index === session.phases.length) return stand(session, "done", elapsed);
  if (state === "running") return run(session, elapsed, now);
  return state === "ready" && index === 0 ? session : stand(session, "paused", elapsed);
}

/**
 * @param {Course} course
 * @param {Standing["state"]} state
 * @param {number} elapsed
 * @returns {Session}
 */
function stand({ phases, borders }, state, elapsed) {
  return Object.freeze({ phases, borders, state, elapsed });
}

/**
 * @param {Course} course
 * @param {number} elapsed
 * @param {number} now
 * @returns {Session}
 */
function run({ phases, borders }, elapsed, now) {
  return Object.freeze({ phases, borders, state: "running", ends: now + last(borders) - elapsed });
}

/**
 * @template T
 * @param {readonly T[]} list
 * @param {number} index
 * @returns {T} never undefined
 */
function at(list, index) {
  const item = list[index];
  if (item === undefined) throw new RangeError(`nothing at ${index}`);
  return item;
}

/**
 * @param {readonly number[]} list
 * @returns {number}
 */
function last(list) {
  return at(list, list.length - 1);
}
