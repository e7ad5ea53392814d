// The choices above a sheet: its size, its paper, and which exercises stand on it.

import { followChoices, nameLeft } from "./choices.js";
import { followers } from "./following.js";

/**
 * What the page says of a form: the classes that set it, and how many lines for notes there are
 * beside the days to tick and below them.
 * @typedef {[classes: string, notes: number, below: number]} Form
 */

/**
 * How to come from each position into each other; from "" is how to begin.
 * @typedef {Record<string, Record<string, string>>} Moves
 */

/**
 * What is to be said at each exercise about coming into its position, when some are left out.
 * @param {readonly {position: string, kept: boolean}[]} rows
 * @param {Moves} moves
 * @returns {string[]}
 */
export function movesBetween(rows, moves) {
  let before = "";
  return rows.map(({ position, kept }) => {
    if (!kept) return "";
    const move = moves[before]?.[position] ?? "";
    before = position;
    return move;
  });
}

/**
 * How to get up from the last position that is kept; nothing where nobody has to.
 * @param {readonly {position: string, kept: boolean}[]} rows
 * @param {Record<string, string>} ups by position
 * @returns {string}
 */
export function wayUp(rows, ups) {
  const last = rows.filter(({ kept }) => kept).pop();
  return (last && ups[last.position]) ?? "";
}

/** @typedef {{forms: Record<string, Form>, moves: Moves, ups: Record<string, string>}} Said */

/**
 * @param {Document} page
 * @param {HTMLElement} sheet
 * @param {() => void} print
 */
export function chooseSheet(page, sheet, print) {
  followChoices(page, "paper", print, (/** @type {Said} */ { forms, moves, ups }) => {
    const follow = followers(sheet);
    return ({ fields, paper, isKept }) => {
      const found = forms[`${paper}${fields.get("layout") === "large" ? "-large" : ""}`];
      if (found) setForm(sheet, found);
      if (!isKept) return;
      const rows = setExercises(sheet, isKept, moves);
      say(sheet.querySelector(".up"), wayUp(rows, ups));
      setAdvice(sheet, isKept);
      follow(isKept);
      const isEmpty = !rows.some(({ kept }) => kept);
      hideAbove(sheet.querySelector("[data-time]"), ".facts > *", isEmpty);
      hideAbove(sheet.querySelector(".row"), ".day", isEmpty);
    };
  });
}

/**
 * @param {HTMLElement} sheet
 * @param {Form} form
 */
function setForm(sheet, [classes, notes, below]) {
  sheet.className = `sheet ${classes}`;
  setLines(sheet.querySelector(".notes"), notes);
  setLines(sheet.querySelector(".below"), below);
}

/**
 * @param {Element | null} place
 * @param {number} count
 */
function setLines(place, count) {
  const line = document.createElement("div");
  line.className = "line";
  place?.replaceChildren(...Array.from({ length: count }, () => line.cloneNode()));
}

/**
 * @param {HTMLElement} sheet
 * @param {import("./choices.js").IsKept} isKept of exercises
 * @param {Moves} moves
 * @returns {{position: string, kept: boolean}[]} the exercises in their order
 */
function setExercises(sheet, isKept, moves) {
  const rows = [.../** @type {NodeListOf<HTMLElement>} */ (sheet.querySelectorAll(".row[data-exercise]"))];
  const states = rows.map((row) => ({
    position: row.dataset["position"] ?? "",
    kept: isKept(Number(row.dataset["exercise"])),
  }));
  const words = movesBetween(states, moves);
  rows.forEach((row, at) => {
    row.hidden = !states[at]?.kept;
    say(row.querySelector(".move"), words[at] ?? "");
  });
  return states;
}

/**
 * Hides each piece of advice that no exercise is left for, and what has nothing left in it then.
 * @param {HTMLElement} sheet
 * @param {import("./choices.js").IsKept} isKept of exercises
 */
function setAdvice(sheet, isKept) {
  for (const where of sheet.querySelectorAll("[data-exercises]")) {
    hideAbove(where, ".advice", !nameLeft(where, isKept, (left) => left.join(", ")));
  }
  for (const around of sheet.querySelectorAll(".condition, section:has(.advice)")) {
    /** @type {HTMLElement} */ (around).hidden = !around.querySelector(".advice:not([hidden])");
    const numbers = /** @type {HTMLElement | null} */ (around.querySelector("h2 small"));
    if (numbers) numbers.hidden = !around.querySelector(".advice:not([hidden]) [data-exercises]");
  }
}

/**
 * @param {Element | null} place
 * @param {string} words
 */
function say(place, words) {
  if (!place) return;
  place.textContent = words;
  /** @type {HTMLElement} */ (place).hidden = !words;
}

/**
 * @param {Element | null} inner
 * @param {string} selector
 * @param {boolean} hidden
 */
function hideAbove(inner, selector, hidden) {
  const outer = /** @type {HTMLElement | null} */ (inner?.closest(selector) ?? null);
  if (outer) outer.hidden = hidden;
}
