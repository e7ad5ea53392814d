import assert from "node:assert/strict";
import { test } from "node:test";

import { needsOf, timeOf } from "../following.js";

/** @param {number[]} numbers */
const only = (...numbers) => (/** @type {number} */ number) => numbers.includes(number);

/** @type {import("../following.js").Needs} */
const NEEDS = {
  say: "You need: {needs}.",
  things: [
    ["mat", [1, 2]],
    ["towel", [2]],
    ["pillow (if you like)", [3]],
  ],
};

test("a thing goes with the last exercise that can use it", () => {
  assert.equal(needsOf(NEEDS, only(1, 2, 3)), "You need: mat, towel, pillow (if you like).");
  assert.equal(needsOf(NEEDS, only(1)), "You need: mat.");
  assert.equal(needsOf(NEEDS, only(4)), "");
});

test("what no exercise names is the routine's own, and stays", () => {
  assert.equal(needsOf({ say: "{needs}", things: [["timer", []]] }, only()), "timer");
});

/** @type {import("../following.js").Time} */
const TIME = {
  one: "About {n} minute",
  other: "About {n} minutes",
  ready: [60, 0],
  entries: [
    [1, "supine", 60],
    [2, "prone", 60],
    [0, "-", 60],
    [3, "prone", 60],
    [0, "", 60],
    [4, "prone", 60],
  ],
};

test("a rest keeps the position, after an activity one gets ready anew", () => {
  assert.equal(timeOf(TIME, only(1, 2, 3, 4)), "About 9 minutes");
});

test("the first that is left takes its time to get ready", () => {
  assert.equal(timeOf(TIME, only(3)), "About 4 minutes");
  assert.equal(timeOf({ ...TIME, entries: [[1, "supine", 1]] }, only(1)), "About 1 minute");
});
