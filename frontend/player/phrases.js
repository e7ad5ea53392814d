// What a person reads of a phase. What is said of it stands in sayings.js; every word in words.js.

import { wholeSeconds } from "../clock.js";
import { at, setOf } from "./course.js";
import { announced, READ_FROM_S, spoken, timeLeft, unhurried } from "./sayings.js";
import { fill } from "../fill.js";
import { brief, exerciseOf, LONG_S, sentence, sideOf, spelled, text, times } from "./words.js";

/** @typedef {import("./course.js").Phase} Phase */
/** @typedef {import("./session.js").View} View */
/** @typedef {import("./words.js").Exercises} Exercises */
/** @typedef {import("./words.js").Words} Words */
/** @typedef {import("./sayings.js").Manner} Manner */
/** @typedef {ReturnType<typeof createPhrases>} Phrases */

/** From so many seconds on they are shown as minutes: two digits can be read from further away. */
const MINUTES_FROM_S = 100;
/** From here on as whole ones. The line above has the seconds. */
const WHOLE_MINUTES_FROM_S = 600;

/**
 * @param {Exercises} exercises
 * @param {Words} words
 */
export function createPhrases(exercises, words) {
  /** @param {readonly Phase[]} phases */
  const book = (phases) => ({ phases, exercises, words });
  return {
    texts: (/** @type {View} */ view, /** @type {readonly Phase[]} */ phases) =>
      shown(view, phases, exercises, words),
    /** What a picture is shown of, now and next. */
    sights: (/** @type {View} */ { index }, /** @type {readonly Phase[]} */ phases) => {
      const next = phaseAfter(phases, index);
      return { now: sight(at(phases, index), exercises), next: next && sight(next, exercises) };
    },
    /** For a screen reader, once a phase; `isHere`: it knows where it is. */
    told: (
      /** @type {View} */ view,
      /** @type {readonly Phase[]} */ phases,
      /** @type {boolean} */ isHere,
      /** @type {Manner} */ manner,
    ) => announced(view, book(phases), isHere, manner),
    /** By a voice. */
    spoken: (
      /** @type {View} */ view,
      /** @type {readonly Phase[]} */ phases,
      /** @type {Manner} */ manner,
    ) => spoken(view, book(phases), manner),
    /** With time for what is said in this manner. */
    unhurried: (/** @type {readonly Phase[]} */ phases, /** @type {Manner} */ manner) =>
      unhurried(book(phases), manner),
    /** Of its exercise or activity. */
    nameOf: (/** @type {Phase} */ phase) => nameOf(phase, exercises),
    /** Said of a hold that was made longer than its printed range; else "". */
    beyond: (/** @type {View} */ { phase: { hold, seconds } }) =>
      hold && seconds > hold[1] ? fill(words.beyond, { time: spelled(hold[1], words) }) : "",
    answer: (/** @type {View} */ view) => timeLeft(view, words),
    /** Once it is over: how long, and what. */
    end: (/** @type {number} */ seconds, /** @type {readonly Phase[]} */ held) => ({
      says: text([words.done, seconds > 0 ? spelled(rounded(seconds), words) : ""]),
      done:
        held.length > 0
          ? line([...new Set(held.map((phase) => nameOf(phase, exercises)))])
          : words.skipped,
    }),
  };
}

/**
 * @param {View} view
 * @param {readonly Phase[]} phases
 * @param {Exercises} exercises
 * @param {Words} words
 */
function shown(view, phases, exercises, words) {
  const { state, index, waiting, left, totalLeft } = view;
  const phase = at(phases, index);
  const isPaused = state === "paused";
  const { kind, name } = phase;
  const side = sideOf(phase, exercises);
  const title = kind === "change" ? words.do_change : (exerciseOf(phase, exercises)?.title ?? "");
  // Neither looks like a hold, whatever is held.
  const isBetween = kind === "ready" || kind === "release";
  const todo = (!isBetween && (name || side)) || toDo(phase, words);
  const large = isPaused ? words.paused : todo;
  // While one lets go, it is the repetition that one lets go of.
  const { rep = 0, of = 0 } = (kind === "release" && phases[index - 1]) || phase;
  const most = kind === "ready" || kind === "change" ? (phases[index + 1]?.of ?? 0) : of;
  const which = of > 1 && !waiting ? fill(words.repetition, { rep, of }) : "";
  const { title: whole = "", hold = "", release = "" } = exerciseOf(phase, exercises) ?? {};
  const seconds = wholeSeconds(left);
  return {
    total: fill(words.left, { time: brief(wholeSeconds(totalLeft), words) }),
    exercise: line([title, large === side ? "" : side, which]),
    large,
    digits: waiting ? String(of) : digits(seconds),
    unit: waiting ? pick(of, words.unit_time, words.unit_times) : unitOf(seconds, words),
    step: isPaused ? [words.cue_paused] : stepsOf(phase, waiting, exercises, words),
    // The longest that stands there in this exercise: the dial below is not to move.
    room: {
      exercise: whole && line([whole, side, most > 1 ? fill(words.repetition, { rep: most, of: most }) : ""]),
      step: [words.cue_paused, hold, release].reduce((one, other) => other.length > one.length ? other : one),
    },
    stop: isPaused ? words.felt_hurts : words.stop,
    next: upcoming(phases, index, exercises, words),
    main: mainOf(view, words),
  };
}

/**
 * @param {Phase} phase
 * @param {boolean} waiting
 * @param {Exercises} exercises
 * @param {Words} words
 * @returns {readonly string[]} the step in hand
 */
function stepsOf(phase, waiting, exercises, words) {
  const { ready = [], hold, release } = exerciseOf(phase, exercises) ?? {};
  switch (phase.kind) {
    case "ready":
      if (ready.length === 0) return [sentence(words.do_ready)];
      return phase.seconds < READ_FROM_S ? ready.slice(-1) : ready;
    case "hold":
      if (waiting) return [words.cue_wait];
      return [phase.counted ? words.cue_count : hold || words.cue_hold];
    case "rest":
      return [words.cue_rest];
    case "activity":
      return [words.cue_activity];
    default:
      return release ? [release] : [];
  }
}

/**
 * @param {readonly Phase[]} phases
 * @param {number} index
 * @param {Exercises} exercises
 * @param {Words} words
 * @returns {{says: string, what: string}} "Then hold", "20 seconds"
 */
function upcoming(phases, index, exercises, words) {
  const phase = phaseAfter(phases, index);
  if (!phase) return { says: words.then_done, what: "" };
  const { seconds, counted, of = 1, name } = phase;
  const time = spelled(seconds, words);
  switch (phase.kind) {
    case "ready":
      return { says: words.then_next, what: nameOf(phase, exercises) };
    case "hold":
      if (counted) return { says: words.then, what: times(of, words) };
      if (name || seconds >= LONG_S) return { says: words.then, what: name || time };
      return { says: words.then_hold, what: time };
    case "release":
      return { says: words.then_release, what: time };
    case "change":
      return { says: words.then_change, what: sideOf(phase, exercises) };
    case "rest":
      return { says: words.then_rest, what: time };
    case "activity":
      return { says: words.then, what: name ?? "" };
  }
}

/**
 * @param {readonly Phase[]} phases
 * @param {number} index
 * @returns {Phase | null} the one after this, or after all repetitions of a counted set
 */
function phaseAfter(phases, index) {
  return phases[at(phases, index).counted ? setOf(phases, index)[1] : index + 1] ?? null;
}

/**
 * @param {Phase} phase
 * @param {Words} words
 * @returns {string} in a word or two
 */
function toDo({ kind, seconds, counted }, words) {
  if (kind === "ready") return words.do_ready;
  if (kind === "release") return words.do_release;
  if (kind === "change") return words.do_change;
  if (kind === "hold" && counted) return words.do_count;
  return kind === "hold" && seconds < LONG_S ? words.do_hold : words.do_rest;
}

/**
 * @param {View} view
 * @param {Words} words
 * @returns {string} what the one large key does
 */
function mainOf({ state, waiting }, words) {
  if (state === "running") return waiting ? words.finish : words.pause;
  return state === "paused" ? words.go_on : words.start;
}

/**
 * @param {Phase} phase
 * @param {Exercises} exercises
 * @returns {string} of the exercise or the activity
 */
function nameOf(phase, exercises) {
  return exerciseOf(phase, exercises)?.title ?? phase.name ?? "";
}

/**
 * @param {Phase} phase
 * @param {Exercises} exercises
 * @returns {import("./pictures.js").Sight} its figure: of its mode and its hold, if they have one
 */
function sight(phase, exercises) {
  const { mode = "", name = "", side = "" } = phase;
  const { figures = {} } = exerciseOf(phase, exercises) ?? {};
  const own = mode && `${mode}/`;
  return { id: figures[own + name] ?? figures[own] ?? figures[""] ?? "", side };
}

/**
 * @param {number} seconds
 * @returns {string} "14", "1:45", "12"
 */
function digits(seconds) {
  if (seconds < MINUTES_FROM_S) return String(seconds);
  if (seconds >= WHOLE_MINUTES_FROM_S) return String(Math.ceil(seconds / 60));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/**
 * @param {number} seconds
 * @param {Words} words
 */
function unitOf(seconds, words) {
  if (seconds >= WHOLE_MINUTES_FROM_S) return words.unit_minutes;
  if (seconds >= MINUTES_FROM_S) return words.unit_long;
  return pick(seconds, words.unit_second, words.unit_seconds);
}

/**
 * @param {number} n
 * @param {string} one
 * @param {string} many
 */
function pick(n, one, many) {
  return n === 1 ? one : many;
}

/** @param {readonly string[]} parts empty ones are left out */
function line(parts) {
  return parts.filter(Boolean).join(" · ");
}

/** @param {number} seconds @returns {number} to whole minutes, from one on */
function rounded(seconds) {
  return seconds < 60 ? seconds : Math.round(seconds / 60) * 60;
}
