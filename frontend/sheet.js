// The choices above a sheet: its size, its paper, and which exercises stand on it.

import { followChoices, nameLeft } from "./choices.js";
import { fill } from "./fill.js";
import { roomiest } from "./fitting.js";
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

/**
 * What the page says to its script: each form as it is with all exercises, how high its parts are in
 * each setting, the exercises that each condition is about, and of each day how to get up. `day` is
 * how those of a week's day are named.
 * @typedef {object} Said
 * @property {Record<string, Form>} forms
 * @property {Record<string, import("./fitting.js").Measured[]>} tried
 * @property {number[][]} asks
 * @property {Moves} moves
 * @property {Record<string, string>[]} ups
 * @property {string} day
 */

/**
 * A row of a day as it stands on the page. A rest has the key 0.
 * @typedef {{row: HTMLElement, key: number, position: string}} Row
 */

/**
 * @param {Document} page
 * @param {HTMLElement} sheet
 * @param {() => void} print
 */
export function chooseSheet(page, sheet, print) {
  followChoices(page, "paper", print, (/** @type {Said} */ said) => {
    const follow = followers(sheet);
    const days = [...sheet.querySelectorAll(".day")].map(rowsOf);
    const keys = days.map((rows) => rows.flatMap(({ key }) => key || []));
    return ({ fields, paper, isKept }) => {
      const name = `${paper}${fields.get("layout") === "large" ? "-large" : ""}`;
      const isWhole = !isKept || keys.flat().every(isKept);
      const found = isWhole ? said.forms[name] : fitted(said, name, paper, days, isKept);
      if (found) setForm(sheet, found);
      if (!isKept) return;
      days.forEach((rows, at) => setDay(rows, isKept, said.moves, said.ups[at] ?? {}));
      setAdvice(sheet, isKept, (left) => namesOf(left, keys, said.day));
      follow(isKept);
      hideAbove(sheet.querySelector(".facts [data-time]"), ".facts > *", !keys.flat().some(isKept));
    };
  });
}

/**
 * @param {Said} said
 * @param {string} name of the form
 * @param {string} paper
 * @param {readonly (readonly Row[])[]} days
 * @param {import("./choices.js").IsKept} isKept
 * @returns {Form | undefined} what is left, set anew
 */
function fitted({ tried, asks }, name, paper, days, isKept) {
  const fit = roomiest(tried[name] ?? [], days, asks, isKept);
  if (!fit) return undefined;
  const classes = `${paper} ${fit.setting}${fit.stacked ? " stacked" : ""}`;
  return [classes, fit.notes, fit.below];
}

/**
 * Exercises by their numbers: "1, 3"; those of a week by their days, too.
 * @param {readonly number[]} left by keys
 * @param {readonly (readonly number[])[]} days the keys of each
 * @param {string} day how one is named; nothing where there is only one
 * @returns {string}
 */
export function namesOf(left, days, day) {
  const named = days.map((keys) =>
    keys.flatMap((key, at) => (left.includes(key) ? at + 1 : [])).join(", "),
  );
  if (!day) return named[0] ?? "";
  const told = named.map((exercises, at) => exercises && fill(day, { n: at + 1, exercises }));
  return told.filter(Boolean).join("; ");
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
 * @param {Element} day
 * @returns {Row[]}
 */
function rowsOf(day) {
  const rows = [.../** @type {NodeListOf<HTMLElement>} */ (day.querySelectorAll(".row"))];
  return rows.map((row) => ({
    row,
    key: Number(row.dataset["exercise"] ?? 0),
    position: row.dataset["position"] ?? "",
  }));
}

/**
 * A day of which no exercise is left is hidden as a whole.
 * @param {readonly Row[]} rows
 * @param {import("./choices.js").IsKept} isKept of exercises
 * @param {Moves} moves
 * @param {Record<string, string>} ups
 */
function setDay(rows, isKept, moves, ups) {
  const exercises = rows.filter(({ key }) => key);
  const states = exercises.map(({ key, position }) => ({ position, kept: isKept(key) }));
  const words = movesBetween(states, moves);
  exercises.forEach(({ row }, at) => {
    row.hidden = !states[at]?.kept;
    say(row.querySelector(".move"), words[at] ?? "");
  });
  const first = rows[0]?.row;
  say(first?.closest(".day")?.querySelector(".up") ?? null, wayUp(states, ups));
  const isEmpty = states.length > 0 && !states.some(({ kept }) => kept);
  hideAbove(first ?? null, ".day", isEmpty);
}

/**
 * Hides each piece of advice that no exercise is left for, and what has nothing left in it then.
 * @param {HTMLElement} sheet
 * @param {import("./choices.js").IsKept} isKept of exercises
 * @param {(left: readonly number[]) => string} nameOf how exercises are named
 */
function setAdvice(sheet, isKept, nameOf) {
  for (const where of sheet.querySelectorAll("[data-exercises]")) {
    hideAbove(where, ".advice", !nameLeft(where, isKept, nameOf));
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
