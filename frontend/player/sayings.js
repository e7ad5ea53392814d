// What is said of a phase: by a voice, brief or full, and to a screen reader.

import { wholeSeconds } from "../clock.js";
import { at, withSeconds } from "./course.js";
import { fill } from "../fill.js";
import { exerciseOf, LONG_S, sideOf, spelled, text, times } from "./words.js";

/** @typedef {import("./course.js").Phase} Phase */
/** @typedef {import("./session.js").View} View */
/** @typedef {import("./words.js").Exercises} Exercises */
/** @typedef {import("./words.js").Words} Words */

/** @typedef {Readonly<{phases: readonly Phase[], exercises: Exercises, words: Words}>} Book */
/** @typedef {Pick<View, "state" | "index" | "waiting">} Place a View is one */

/** @typedef {import("./preferences.js").Preferences["voice"]} Manner */

/** In less time nobody follows all steps: who gets ready so fast has read them, and does the last. */
export const READ_FROM_S = 8;
/** A hold that is shorter is over before a voice has said what it is. */
const SAID_FROM_S = 3;
/** How fast a voice speaks, and how long before a phase ends it is silent, for the countdown. */
const WORDS_A_SECOND = 2.5;
const QUIET_S = 3;
/** A phase's sound comes before its words, and a breath after them. */
const AROUND_S = 1;

/**
 * For a screen reader's polite region: once a phase, and never seconds that run. Nothing before
 * the start, so that the first phase is announced as it begins.
 * @param {Place} place
 * @param {Book} book
 * @param {boolean} isHere whether a pause is where it was running, so that it needs no place
 * @param {Manner} manner
 * @returns {string} "Hold 20 seconds. 2 of 3."
 */
export function announced(place, book, isHere, manner) {
  const { words, phases } = book;
  if (place.state === "ready") return "";
  if (place.state === "paused") return text([words.paused, isHere ? "" : whereabouts(place, book)]);
  if (place.state === "done" || place.waiting) return text(said(place, book));
  const phase = at(phases, place.index);
  const steps = manner === "full" ? stepsOf(phase, book.exercises) : [];
  const { kind, seconds, counted, rep = 0, of = 0, name = "" } = phase;
  if (kind === "ready") return text([words.do_ready, ...said(place, book), ...steps]);
  if (kind === "release") return text([words.do_release, ...steps]); // However short: a word is.
  if (kind !== "hold") return text([...said(place, book), ...steps]);
  const isShort = counted || seconds < SAID_FROM_S;
  const held = name || isShort ? name : holdFor(seconds, words);
  return text([held, of > 1 ? fill(words.repetition, { rep, of }) : "", ...steps]);
}

/**
 * @param {Place} place where somebody went while it was paused
 * @param {Book} book
 * @returns {string} "One knee to chest. Left leg. Hold 20 seconds."
 */
function whereabouts(place, book) {
  const phase = at(book.phases, place.index);
  const { title = "" } = exerciseOf(phase, book.exercises) ?? {};
  const side = phase.kind === "change" ? "" : sideOf(phase, book.exercises);
  const names = phase.kind === "ready" ? [] : [title, side]; // It says them itself.
  return text([...names, announced({ ...place, state: "running" }, book, true, "brief")]);
}

/**
 * What a voice says as a phase begins; nothing where it would be over before that is said.
 * @param {Place} place
 * @param {Book} book
 * @param {Manner} manner full: with the steps, as far as the time allows, and with the number of
 *   every counted repetition
 * @returns {string} "One knee to chest. Left leg. Hold 20 seconds."
 */
export function spoken(place, book, manner) {
  if (manner === "off") return "";
  const parts = said(place, book);
  if (manner === "brief" || place.state === "done" || place.waiting) return text(parts);
  const phase = at(book.phases, place.index);
  const { seconds, counted, rep = 0 } = phase;
  if (counted) return text(parts.length > 0 || seconds < 2 ? parts : [String(rep)]);
  return text(asManyAsFit(parts, stepsOf(phase, book.exercises), seconds - QUIET_S));
}

/**
 * Whoever wants to be told the steps gets the time in which they are said: on the floor nobody can
 * read the rest.
 * @param {Book} book
 * @param {Manner} manner
 * @returns {Phase[]} as many, with more time to get ready where that is needed
 */
export function unhurried(book, manner) {
  return book.phases.map((phase, index) => {
    if (manner !== "full" || phase.kind !== "ready" || phase.seconds < READ_FROM_S) return phase;
    const parts = said({ state: "running", index, waiting: false }, book);
    const needed = lasting(text([...parts, ...stepsOf(phase, book.exercises)])) + QUIET_S;
    return withSeconds(phase, Math.max(phase.seconds, Math.ceil(needed)));
  });
}

/**
 * What to do, of an exercise's steps.
 * @param {Phase} phase
 * @param {Exercises} exercises
 * @returns {readonly string[]} to be said in this phase
 */
function stepsOf(phase, exercises) {
  const { kind, seconds, counted, rep = 0, name } = phase;
  const { ready = [], hold = "", release = "" } = exerciseOf(phase, exercises) ?? {};
  if (kind === "ready") return seconds < READ_FROM_S ? ready.slice(-1) : ready;
  if (kind === "release" || kind === "change") return [release];
  return kind === "hold" && rep <= 1 && !name && !counted ? [hold] : [];
}

/**
 * Answers who asks how much time is left.
 * @param {Place & Pick<View, "left" | "totalLeft">} view
 * @param {Words} words
 * @returns {string} "14 seconds left. 3 minutes left in all."
 */
export function timeLeft({ state, waiting, left, totalLeft }, words) {
  if (state === "done") return words.done;
  /** @param {number} ms */
  const time = (ms) => spelled(wholeSeconds(ms), words);
  return text([
    state === "paused" ? words.paused : "",
    waiting ? words.cue_wait : fill(words.left, { time: time(left) }),
    fill(words.say_left_in_all, { time: time(totalLeft) }),
  ]);
}

/**
 * @param {Place} place
 * @param {Book} book
 * @returns {readonly string[]} what is said in any manner
 */
function said({ state, index, waiting }, { phases, exercises, words }) {
  if (state === "done") return [words.done];
  const phase = at(phases, index);
  const { seconds, of = 1, name = "" } = phase;
  if (waiting) return [times(of, words), words.cue_wait];
  const side = sideOf(phase, exercises);
  switch (phase.kind) {
    case "ready":
      return [exerciseOf(phase, exercises)?.title ?? "", side, dosage(phases[index + 1], words)];
    case "hold":
      return saidOfHold(phases, index, words);
    case "release":
      return lasting(words.do_release) > seconds - AROUND_S ? [] : [words.do_release];
    case "change":
      return [words.do_change, side];
    case "rest":
      return [fill(words.say_rest, { time: spelled(seconds, words) })];
    case "activity":
      return [name, spelled(seconds, words)];
  }
}

/**
 * Its dosage was said before. What helps now is a name, and to know the last of several.
 * @param {readonly Phase[]} phases
 * @param {number} index
 * @param {Words} words
 * @returns {readonly string[]}
 */
function saidOfHold(phases, index, words) {
  const { seconds, counted, rep, of = 1, name } = at(phases, index);
  const before = phases.slice(0, index).reverse().find(({ kind }) => kind !== "release");
  // Both of two named holds belong to the last repetition: it is the last one at the first.
  const isLast = of > 1 && rep === of && !(before?.kind === "hold" && before.rep === rep);
  const last = isLast ? [words.say_last] : [];
  if (name) return [...last, name];
  const isBare = isLast || counted || seconds < SAID_FROM_S || seconds >= LONG_S;
  return isBare ? last : [words.do_hold];
}

/**
 * @param {Phase | undefined} hold the first of a side
 * @param {Words} words
 * @returns {string} "Hold 5 seconds, 3 times", "10 times", "2 minutes"
 */
function dosage(hold, words) {
  if (hold?.kind !== "hold") return "";
  const { seconds, counted, name, of = 1 } = hold;
  if (counted || name) return of > 1 || counted ? times(of, words) : "";
  if (of === 1) return holdFor(seconds, words);
  const time = spelled(seconds, words);
  return fill(words.say_hold_times, { time, times: times(of, words) });
}

/**
 * @param {number} seconds
 * @param {Words} words
 * @returns {string} "Hold 20 seconds", "2 minutes"
 */
function holdFor(seconds, words) {
  const time = spelled(seconds, words);
  return seconds < LONG_S ? fill(words.say_hold, { time }) : time;
}

/**
 * @param {readonly string[]} parts
 * @param {readonly string[]} more in order; what doesn't fit, and all after it, is left out
 * @param {number} seconds
 * @returns {readonly string[]} none that only says how the next one begins: "Hold. Hold gently."
 */
function asManyAsFit(parts, more, seconds) {
  let all = parts;
  for (const next of more) {
    const longer = [...all.filter((part) => !next.startsWith(part)), next];
    if (lasting(text(longer)) > seconds) break;
    all = longer;
  }
  return all;
}

/** @param {string} said @returns {number} seconds to say that */
function lasting(said) {
  return said.split(" ").length / WORDS_A_SECOND;
}
