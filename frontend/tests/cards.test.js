import assert from "node:assert/strict";
import { test } from "node:test";

import { facesOf, fits, platesOf } from "../cards.js";

/** @type {import("../cards.js").Subject[]} */
const subjects = [
  [0, [[], [1], [2]]],
  [1, [[], []]],
  [2, [[]]],
];
/** @type {import("../cards.js").Face[]} */
const faces = [
  [0, 1, 2, 1, "", [0, 1]],
  [0, 2, 2, 0, "", [2]],
  [1, 1, 1, 1, "large", [0, 1]],
  [2, 1, 1, 1, "", [0]],
];

test("all exercises are on their cards", () => {
  assert.deepEqual(facesOf(faces, subjects, () => true), faces);
});

test("what is left out takes its card along, and what is said of it alone", () => {
  const left = facesOf(faces, subjects, (number) => number === 1);
  assert.deepEqual(left, [
    [0, 1, 2, 1, "", [0, 1]],
    [1, 1, 1, 1, "large", [0, 1]],
  ]);
});

test("four cards lie on a page", () => {
  const plates = platesOf([...faces, ...faces], subjects, false);
  assert.deepEqual(plates.map((plate) => [plate.side, plate.faces.length]), [
    ["single", 4],
    ["single", 4],
  ]);
});

test("with two sides an exercise begins on a card of its own", () => {
  const [front, back] = platesOf(faces.filter((_, at) => at !== 1), subjects, true);
  assert.equal(front?.side, "front");
  assert.equal(back?.side, "back");
  assert.deepEqual(front?.faces.map((face) => face?.[0]), [0, 1, 2]);
  assert.deepEqual(back?.faces, [undefined, undefined, undefined]);
});

test("how to change position is said only after the exercise before", () => {
  assert.ok(fits(0, () => false));
  assert.ok(fits(2, (number) => number === 2));
  assert.ok(!fits(2, (number) => number !== 2));
});
