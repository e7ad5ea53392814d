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
 * @param {Document} page
 * @param {HTMLElement} sheet
 * @param {() => void} print
 */
export function chooseSheet(page, sheet, print) {
  followChoices(
    page,
    "paper",
    print,
    (/** @type {{forms: Record<string, Form>, moves: Moves}} */ { forms, moves }) => {
      const follow = followers(sheet);
      return ({ fields, paper, isKept }) => {
        const found = forms[`${paper}${fields.get("layout") === "large" ? "-large" : ""}`];
        if (found) setForm(sheet, found);
        if (!isKept) return;
        setExercises(sheet, isKept, moves);
        follow(isKept);
      };
    },
  );
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
    const move = /** @type {HTMLElement | null} */ (row.querySelector(".move"));
    if (!move) return;
    move.textContent = words[at] ?? "";
    move.hidden = !words[at];
  });
  for (const where of sheet.querySelectorAll("[data-exercises]")) {
    hideAbove(where, ".advice", !nameLeft(where, isKept, (left) => left.join(", ")));
  }
  for (const condition of sheet.querySelectorAll(".condition")) {
    /** @type {HTMLElement} */ (condition).hidden = !condition.querySelector(".advice:not([hidden])");
  }
}

/**
 * @param {Element} inner
 * @param {string} selector
 * @param {boolean} hidden
 */
function hideAbove(inner, selector, hidden) {
  const outer = /** @type {HTMLElement | null} */ (inner.closest(selector));
  if (outer) outer.hidden = hidden;
}
