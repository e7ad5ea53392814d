// tests/golden/movement.json: outlines, the steps that a movement's file tells them in, and their
// paths, as Python makes them. Its tests hold the same file.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { DURATION, between, path, pictures, shareAt } from "../movement.js";

/** @type {{manner: number, frames: number[][], steps: number[][], paths: string[]}[]} */
const golden = JSON.parse(
  readFileSync(new URL("../../tests/golden/movement.json", import.meta.url), "utf8"),
);

test("there are outlines of every manner", () => {
  assert.deepEqual(new Set(golden.map(({ manner }) => manner)), new Set([0, 1, 2, 3]));
});

golden.forEach(({ manner, frames, steps, paths }, number) => {
  test(`golden: outline ${number}`, () => {
    assert.deepEqual(pictures(steps), frames);
    assert.deepEqual(
      frames.map((frame) => path(frame, manner)),
      paths,
    );
  });
});

test("goes from start to hold and back, and stays at all three", () => {
  const seen = [0, 350, 1150, 1950, 2400, 2850, 3650, 4450, DURATION].map(shareAt);
  assert.deepEqual(
    seen.map((share) => Number(share.toFixed(6))),
    [0, 0, 0.5, 1, 1, 1, 0.5, 0, 0],
  );
});

test("begins and ends each way gently", () => {
  const [slow = 0, fast = 0] = [350, 1150].map((at) => shareAt(at + 50) - shareAt(at));
  assert.ok(slow > 0);
  assert.ok(slow < fast / 5);
});

test("lies between two pictures, in whole numbers", () => {
  const film = [
    [0, 0],
    [10, 5],
    [20, 0],
  ];
  const seen = [0, 0.05, 0.25, 0.5, 1].map((share) => between(film, share));
  assert.deepEqual(seen, [[0, 0], [1, 1], [5, 3], [10, 5], [20, 0]]);
});

test("what comes into sight does so half-way to its picture", () => {
  const film = [[], [1, 1]];
  assert.deepEqual(between(film, 0.49), []);
  assert.deepEqual(between(film, 0.5), [1, 1]);
});
