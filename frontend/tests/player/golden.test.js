// Plays every routine of tests/golden/routines.json from first to last. The Python tests hold the
// same file, so that the page, the sheet and the player can't disagree about how long it takes.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { changes, create, start, view } from "../../player/session.js";

/** @typedef {import("../../player/session.js").Phase} Phase */
/**
 * @typedef {object} Routine
 * @property {string} slug
 * @property {number | null} day
 * @property {number} total_seconds
 * @property {{seconds: number}[]} entries
 * @property {Phase[]} phases
 */

const GOLDEN = new URL("../../../tests/golden/routines.json", import.meta.url);
const T = 1_800_000_000_000;

/** @param {readonly {seconds: number}[]} parts */
const sum = (parts) => parts.reduce((total, { seconds }) => total + seconds, 0);

/** @type {{routines: Routine[]}} */
const { routines } = JSON.parse(readFileSync(GOLDEN, "utf8"));

test("there are golden routines", () => assert.equal(routines.length, 14));

for (const routine of routines) {
  const day = routine.day === null ? "" : `, day ${routine.day}`;
  test(`golden: ${routine.slug}${day}`, () => play(routine));
}

/** @param {Routine} routine */
function play({ total_seconds, entries, phases }) {
  assert.equal(sum(entries), total_seconds);
  const session = start(create(phases), T);
  assert.equal(view(session, T).total, total_seconds * 1000);
  let now = T;
  phases.forEach((phase, index) => {
    const shown = view(session, now);
    assert.equal(shown.state, "running");
    assert.equal(shown.phase, phase);
    assert.equal(shown.left, phase.seconds * 1000);
    assert.equal(shown.elapsed, sum(phases.slice(0, index)) * 1000);
    now += shown.left;
  });
  assert.equal(now - T, total_seconds * 1000);
  assert.equal(view(session, now - 1).state, "running");
  assert.equal(view(session, now).state, "done");
  assert.equal(changes(session, T).length, phases.length + 1);
}
