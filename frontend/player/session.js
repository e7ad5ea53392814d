// Walks through a course: a pure state machine. It reads no clock and touches no page; every
// function is told the time `now` (milliseconds of one Clock) and gives a new, frozen value.
//
// While it runs, a session knows one thing about time: when it will be over. All else follows from
// that deadline and `now`, so it doesn't matter how often anybody looks: each second, or again
// after an hour's sleep. Only where it waits for a person (`waits`: counted repetitions end when
// they say so) does it stay until they do.

import { at, courseOf, last, longer, setOf } from "./course.js";

/** @typedef {import("./course.js").Course} Course */
/** @typedef {import("./course.js").Phase} Phase */

/** @typedef {"ready" | "running" | "paused" | "done"} State ready: nothing was pressed yet */

/**
 * `state` is as it was when the session was made: one that runs may have come to its end since;
 * view() tells. `elapsed` is where it stands, or stood when it began to run, and `ends` when it
 * will be over. `completed` are the phases that were gone through to their ends until then.
 *
 * @typedef {Course & Readonly<{
 *   waits: boolean, completed: readonly number[],
 *   state: State, elapsed: number, ends: number,
 * }>} Session
 */

/**
 * What there is to show at one moment. Times are milliseconds of the course. `waiting`: for a
 * person to say that a set of counted repetitions is done.
 * @typedef {Readonly<{
 *   state: State, index: number, phase: Phase, waiting: boolean, left: number,
 *   elapsed: number, total: number, totalLeft: number,
 * }>} View
 */

/**
 * A phase's start, or with null the end of the last, and how many milliseconds from now that is;
 * less than 0 where it is past.
 * @typedef {Readonly<{after: number, phase: Phase | null}>} Change
 */

/** @typedef {(session: Session, now: number) => Session} Press what a person does */

/** No phase is extended beyond. */
const LONGEST_S = 300;

/**
 * @param {readonly Phase[]} phases
 * @param {boolean} [waits] whether a set of counted repetitions waits for a person
 * @returns {Session} ready at the first of those phases that take any time
 * @throws {RangeError} where there is none
 */
export function create(phases, waits = false) {
  return stand({ ...courseOf(phases), waits, completed: [] }, "ready", 0);
}

/**
 * Runs on from where it stands; after the end, again from the first phase.
 * @type {Press}
 */
export function start(session, now) {
  const { state, elapsed } = view(session, now);
  if (state === "running") return session;
  return state === "done" ? run({ ...session, completed: [] }, 0, now) : run(session, elapsed, now);
}

/** @type {Press} */
export function pause(session, now) {
  const { state, elapsed } = view(session, now);
  return state === "running" ? stand(settled(session, now), "paused", elapsed) : session;
}

/**
 * To the start of the phase before this one, or of the first. After the end: of the last, paused.
 * @type {Press}
 */
export function back(session, now) {
  const { state, index, waiting } = view(session, now);
  if (state === "done") return seek(session, index, now);
  return seek(session, Math.max(0, (waiting ? setOf(session.phases, index)[0] : index) - 1), now);
}

/**
 * To the start of this phase. After the end: of the last, paused.
 * @type {Press}
 */
export function again(session, now) {
  return seek(session, view(session, now).index, now);
}

/**
 * To the start of the next phase; from the last, to the end. From where it waits, past the set.
 * @type {Press}
 */
export function skip(session, now) {
  const { state, index, waiting } = view(session, now);
  if (state === "done") return session;
  return seek(session, waiting ? setOf(session.phases, index)[1] : index + 1, now);
}

/**
 * Says that the set of counted repetitions is done, for which the session waits, and goes on.
 * @type {Press}
 */
export function finish(session, now) {
  const { waiting, index } = view(session, now);
  if (!waiting) return session;
  const [first, end] = setOf(session.phases, index);
  const settledHere = settled(session, now);
  const set = Array.from({ length: end - first }, (_, offset) => first + offset);
  return seek({ ...settledHere, completed: union(settledHere.completed, set) }, end, now);
}

/**
 * @param {Session} session
 * @param {number} now
 * @param {number} seconds more of this phase, as far as it can be extended
 * @returns {Session}
 */
export function extend(session, now, seconds) {
  const seen = view(session, now);
  if (!canExtend(seen)) return session;
  const more = Math.min(seconds, LONGEST_S - seen.phase.seconds);
  return adapt(session, now, longer(session.phases, seen.index, more));
}

/**
 * @param {View} view
 * @returns {boolean} not where it is over, waits, or is as long as can be
 */
export function canExtend({ state, waiting, phase }) {
  return state !== "done" && !waiting && phase.seconds < LONGEST_S;
}

/**
 * Goes on in the same phase of a course with other lengths, as far into it as before. Where the
 * phase has become so short that it would be over, at the next one's start.
 * @param {Session} session
 * @param {number} now
 * @param {readonly Phase[]} phases as many as it has
 * @param {boolean} [waits]
 * @returns {Session}
 */
export function adapt(session, now, phases, waits = session.waits) {
  const { state, index, elapsed } = view(session, now);
  const course = courseOf(phases);
  if (course.phases.length !== session.phases.length) throw new RangeError("another course");
  const next = { ...settled(session, now), ...course, waits };
  if (state === "done") return stand(next, "done", last(course.borders));
  const into = elapsed - at(session.borders, index);
  const place = Math.min(at(course.borders, index) + into, at(course.borders, index + 1));
  return state === "running" ? run(next, place, now) : stand(next, state, place);
}

/**
 * @param {Session} session
 * @param {number} now
 * @returns {View} after the end: of the last phase, with nothing left
 */
export function view(session, now) {
  const { phases, borders } = session;
  const total = last(borders);
  const gate = gateOf(session);
  const elapsed = Math.min(played(session, now), gate?.border ?? total);
  const index = indexAt(session, elapsed);
  const done = elapsed === total;
  return Object.freeze({
    state: done ? "done" : session.state,
    index,
    phase: at(phases, index),
    waiting: gate?.index === index && !done,
    left: at(borders, index + 1) - elapsed,
    elapsed,
    total,
    totalLeft: total - elapsed,
  });
}

/**
 * Every change of phase in a session that runs, or ran to its end, as seen from now, up to where
 * it waits. Past ones too.
 * @param {Session} session
 * @param {number} now
 * @returns {Change[]} in order
 */
export function changes(session, now) {
  const elapsed = played(session, now);
  const end = gateOf(session)?.index ?? session.phases.length;
  return session.borders.slice(0, end + 1).map((border, index) => ({
    after: border - elapsed,
    phase: session.phases[index] ?? null,
  }));
}

/**
 * The phases that were gone through to their ends, not skipped.
 * @param {Session} session
 * @param {number} now
 * @returns {Phase[]}
 */
export function completed(session, now) {
  return settled(session, now).completed.map((index) => at(session.phases, index));
}

/**
 * A session that stands where another one was left, in a course of the same phases.
 * @param {Session} session
 * @param {{elapsed: number, completed: readonly number[]}} place
 * @returns {Session} paused there
 */
export function resumeAt(session, place) {
  const elapsed = Math.min(Math.max(place.elapsed, 0), last(session.borders) - 1);
  const known = place.completed.filter((index) => index in session.phases);
  return stand({ ...session, completed: union([], known) }, "paused", elapsed);
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
 * Where a session waits next for a person: at the start of the set of counted repetitions that it
 * stands in, or of the next one.
 * @param {Session} session
 * @returns {{index: number, border: number} | null}
 */
function gateOf(session) {
  if (!session.waits) return null;
  const here = indexAt(session, session.elapsed);
  const index = session.phases.findIndex((phase, place) => place >= here && phase.counted);
  if (index < 0) return null;
  return { index, border: Math.max(at(session.borders, index), session.elapsed) };
}

/**
 * @param {Course} course
 * @param {number} elapsed
 * @returns {number} at a border the earlier phase is over and the later one has begun; the last
 *   one has no later
 */
function indexAt({ phases, borders }, elapsed) {
  return Math.min(borders.filter((border) => border <= elapsed).length, phases.length) - 1;
}

/**
 * The session with the phases completed that it has run through to their ends by now.
 * @param {Session} session
 * @param {number} now
 * @returns {Session}
 */
function settled(session, now) {
  if (session.state !== "running") return session;
  const { elapsed, state, index } = view(session, now);
  const from = indexAt(session, session.elapsed);
  const end = state === "done" && elapsed > session.elapsed ? index + 1 : index;
  const passed = Array.from({ length: Math.max(0, end - from) }, (_, offset) => from + offset);
  return { ...session, completed: union(session.completed, passed) };
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
  const next = settled(session, now);
  const elapsed = at(next.borders, index);
  if (index === next.phases.length) return stand(next, "done", elapsed);
  if (state === "running") return run(next, elapsed, now);
  return state === "ready" && index === 0 ? session : stand(next, "paused", elapsed);
}

/**
 * @param {Omit<Session, "state" | "elapsed" | "ends">} session
 * @param {State} state
 * @param {number} elapsed
 * @returns {Session}
 */
function stand(session, state, elapsed) {
  return frozen({ ...session, state, elapsed, ends: Infinity });
}

/**
 * @param {Omit<Session, "state" | "elapsed" | "ends">} session
 * @param {number} elapsed
 * @param {number} now
 * @returns {Session}
 */
function run(session, elapsed, now) {
  return frozen({ ...session, state: "running", elapsed, ends: now + last(session.borders) - elapsed });
}

/**
 * @param {Session} session
 * @returns {Session}
 */
function frozen(session) {
  return Object.freeze({ ...session, completed: Object.freeze(session.completed) });
}

/**
 * @param {readonly number[]} some
 * @param {readonly number[]} others
 * @returns {readonly number[]} each once, in order
 */
function union(some, others) {
  return [...new Set([...some, ...others])].sort((one, other) => one - other);
}
