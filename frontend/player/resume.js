// Where a session was left, so that a reload or a closed tab loses nothing: a session as a value
// that can be kept, and back.

import { at } from "./course.js";
import { isPage } from "./log.js";
import { isRecord } from "./preferences.js";
import { adapt, completed, resumeAt, view } from "./session.js";

/** @typedef {import("./course.js").Phase} Phase */
/** @typedef {import("./session.js").Session} Session */

/**
 * `course` says which page, mode or day it was; `day` when, in milliseconds since 1970; `seconds`
 * each phase's length, since a person may have changed them.
 * @typedef {Readonly<{
 *   course: string, day: number, seconds: readonly number[], elapsed: number,
 *   completed: readonly number[],
 * }>} Left
 */

/**
 * How far somebody got, for the first page to tell: of `of` parts (exercises and activities)
 * something was done in `done`; `remains` are the seconds that are left; `next` names the part in
 * hand and those after it.
 * @typedef {Readonly<{done: number, of: number, remains: number, next: readonly string[]}>} Progress
 */

/** Nobody wants to carry on what they began the day before. */
const LASTS_MS = 12 * 3_600_000;
/** Of so many timers the place is kept. */
const MOST = 8;

/**
 * @param {unknown} stored places of several courses, or of one as it was kept before
 * @returns {Record<string, unknown>[]} the latest is the last
 */
function places(stored) {
  return [stored].flat().filter(isRecord);
}

/**
 * @param {unknown} stored
 * @param {string} course
 * @param {Left | null} left null where there is nothing of it to carry on
 * @returns {readonly unknown[]} what is to be kept, the latest last; the oldest goes
 */
export function placed(stored, course, left) {
  const others = places(stored).filter((place) => place.course !== course);
  return [...others, ...(left ? [left] : [])].slice(-MOST);
}

/**
 * @param {string} course
 * @param {Session} session
 * @param {number} now of the session's clock
 * @param {number} day milliseconds since 1970
 * @returns {Left | null} null where there is nothing to carry on
 */
export function leave(course, session, now, day) {
  const { state, elapsed } = view(session, now);
  if (state === "done" || elapsed === 0) return null;
  const seconds = session.phases.map((phase) => phase.seconds);
  return { course, day, seconds, elapsed, completed: session.completed };
}

/**
 * @param {Session} session a fresh one of the same course
 * @param {string} course
 * @param {unknown} stored
 * @param {number} day milliseconds since 1970
 * @returns {Session | null} paused where it was left; null where there is nothing, it is another
 *   course, the page has changed since, or it is too long ago
 */
export function takeUp(session, course, stored, day) {
  const left = places(stored).find((place) => place.course === course);
  if (!isLeft(left) || isLongAgo(left, day)) return null;
  if (left.seconds.length !== session.phases.length) return null;
  const phases = session.phases.map((phase, index) => ({
    ...phase,
    seconds: at(left.seconds, index),
  }));
  return resumeAt(adapt(session, 0, phases), left);
}

/**
 * @param {Session} session
 * @param {number} now of the session's clock
 * @param {(phase: Phase) => string} nameOf of a phase's exercise or activity; "" for a rest
 * @returns {Progress}
 */
export function progressOf(session, now, nameOf) {
  const { index, totalLeft } = view(session, now);
  const gone = new Set(completed(session, now));
  /** @type {{name: string, end: number, isDone: boolean}[]} */
  const parts = [];
  session.phases.forEach((phase, place) => {
    const name = nameOf(phase);
    const isDone = gone.has(phase) && (phase.kind === "hold" || phase.kind === "activity");
    const part = parts[parts.length - 1];
    if (name && part?.name !== name) parts.push({ name, end: place + 1, isDone });
    else if (name && part) Object.assign(part, { end: place + 1, isDone: part.isDone || isDone });
  });
  return {
    done: parts.filter(({ end, isDone }) => isDone && end <= index).length,
    of: parts.length,
    remains: Math.ceil(totalLeft / 1000),
    next: parts.filter(({ end }) => end > index).map(({ name }) => name),
  };
}

/**
 * What the first page tells of where somebody left off last. `anchor` is which of the page's timers
 * it was, "" for its only one.
 * @typedef {Progress & {course: string, page: string, title: string, anchor: string}} LeftOff
 */

/**
 * @param {unknown} stored
 * @param {number} day milliseconds since 1970
 * @returns {LeftOff | null} null where there is nothing to carry on
 */
export function whereLeft(stored, day) {
  const told = places(stored).map((place) => leftOff(place, day));
  return told.reverse().find((one) => one) ?? null;
}

/**
 * @param {Record<string, unknown>} place
 * @param {number} day
 * @returns {LeftOff | null}
 */
function leftOff(place, day) {
  if (!isLeft(place) || isLongAgo(place, day)) return null;
  const { course, page, title, done, of, remains, next } = /** @type {Left & Record<string, unknown>} */ (place);
  const isKnown = isPage(page) && typeof title === "string" && title && isNumbers([done, of, remains]);
  if (!isKnown || !Array.isArray(next) || !next.every((name) => typeof name === "string")) return null;
  const [, anchor = ""] = course.split("#");
  const counts = /** @type {{done: number, of: number, remains: number}} */ ({ done, of, remains });
  return { ...counts, course, page, title, anchor, next };
}

/**
 * @param {Left} left
 * @param {number} day
 */
function isLongAgo(left, day) {
  return Math.abs(day - left.day) > LASTS_MS;
}

/**
 * @param {unknown} stored
 * @returns {stored is Left}
 */
function isLeft(stored) {
  if (!isRecord(stored)) return false;
  const { course, day, seconds, elapsed, completed } = stored;
  return (
    typeof course === "string" &&
    isNumber(day) &&
    isNumber(elapsed) &&
    elapsed >= 0 &&
    isNumbers(seconds) &&
    seconds.every((each) => each > 0 && each < 86_400) &&
    isNumbers(completed)
  );
}

/**
 * @param {unknown} value
 * @returns {value is number}
 */
function isNumber(value) {
  return typeof value === "number" && Number.isFinite(value);
}

/**
 * @param {unknown} value
 * @returns {value is number[]}
 */
function isNumbers(value) {
  return Array.isArray(value) && value.every(isNumber);
}
