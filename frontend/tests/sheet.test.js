import assert from "node:assert/strict";
import { test } from "node:test";

import { movesBetween, namesOf, wayUp } from "../sheet.js";

const MOVES = {
  "": { supine: "Start: Lying on your back.", prone: "Start: Lying on your front." },
  supine: { supine: "", prone: "Roll over." },
  prone: { supine: "Roll back.", prone: "" },
};

/** @param {string} rows such as "supine, -prone", where a dash leaves one out */
const moves = (rows) =>
  movesBetween(
    rows.split(", ").map((row) => ({ position: row.replace("-", ""), kept: !row.startsWith("-") })),
    MOVES,
  );

test("where all are kept, it is said where the position changes", () => {
  assert.deepEqual(moves("supine, supine, prone"), ["Start: Lying on your back.", "", "Roll over."]);
});

test("the first that is kept says how to begin", () => {
  assert.deepEqual(moves("-supine, prone, prone"), ["", "Start: Lying on your front.", ""]);
});

test("a change that is left out is made by the next one", () => {
  assert.deepEqual(moves("supine, -prone, prone"), ["Start: Lying on your back.", "", "Roll over."]);
  assert.deepEqual(moves("supine, -prone, supine"), ["Start: Lying on your back.", "", ""]);
});

const UPS = { supine: "Roll onto one side.", prone: "Push up." };

test("the last that is kept says how to get up", () => {
  const rows = (/** @type {boolean[]} */ ...kept) =>
    ["supine", "prone", "standing"].map((position, at) => ({ position, kept: kept[at] ?? false }));
  assert.equal(wayUp(rows(true, true, true), UPS), "");
  assert.equal(wayUp(rows(true, true, false), UPS), "Push up.");
  assert.equal(wayUp(rows(true, false, false), UPS), "Roll onto one side.");
  assert.equal(wayUp(rows(false, false, false), UPS), "");
});

test("exercises that are left are named by their numbers, of a week by their days too", () => {
  assert.equal(namesOf([1, 3], [[1, 2, 3]], ""), "1, 3");
  assert.equal(namesOf([1, 3, 4], [[1, 2], [3, 4], [5]], "day {n}: {exercises}"), "day 1: 1; day 2: 1, 2");
});
