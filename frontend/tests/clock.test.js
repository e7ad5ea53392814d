import assert from "node:assert/strict";
import { test } from "node:test";
import { createClock, untilNextSecond, wholeSeconds } from "../clock.js";

const HOUR = 3_600_000;

/** Two clocks to turn by hand, and the one made of them. */
function handTurned() {
  const day = { now: 1_800_000_000_000 };
  const steady = { now: 12.345 };
  const clock = createClock(() => day.now, () => steady.now);
  const begun = clock();
  return {
    /** @param {number} byDay @param {number} [bySteady] */
    turn(byDay, bySteady = byDay) {
      day.now += byDay;
      steady.now += bySteady;
    },
    passed: () => clock() - begun,
  };
}

test("counts what both clocks count", () => {
  const { turn, passed } = handTurned();
  turn(1500);
  assert.equal(passed(), 1500);
});

test("counts sleep, through which the steady clock stood still", () => {
  const { turn, passed } = handTurned();
  turn(1000);
  turn(8 * HOUR, 0);
  turn(1000);
  assert.equal(passed(), 8 * HOUR + 2000);
});

test("goes on evenly when the time of day is set back", () => {
  const { turn, passed } = handTurned();
  turn(1000);
  assert.equal(passed(), 1000);
  turn(-HOUR + 1000, 1000);
  assert.equal(passed(), 2000);
  turn(1000);
  assert.equal(passed(), 3000);
});

test("counts sleep after the time of day was set back, too", () => {
  const { turn, passed } = handTurned();
  turn(-HOUR, 0);
  passed();
  turn(2 * HOUR, 0);
  assert.equal(passed(), 2 * HOUR);
});

test("never runs backwards, not even by a millisecond", () => {
  const { turn, passed } = handTurned();
  turn(1000);
  passed();
  turn(-1, 0);
  assert.equal(passed(), 1000);
});

test("doesn't gather the roundings of clocks that are read often", () => {
  const { turn, passed } = handTurned();
  for (let read = 0; read < 100_000; read += 1) {
    turn(read % 2 ? 2 : 0, read % 3 ? 1.5 : 0); // The same on average, never the same at once.
    passed();
  }
  assert.equal(passed(), 100_000);
});

test("by itself it is the time of day", () => {
  assert.ok(Math.abs(createClock()() - Date.now()) < 50);
});

test("a second is shown until it is over", () => {
  assert.deepEqual([14_000, 13_001, 13_000, 1, 0].map(wholeSeconds), [14, 14, 13, 1, 0]);
});

test("the next second begins at a whole number of seconds left", () => {
  assert.deepEqual([14_000, 13_999, 13_001, 1].map(untilNextSecond), [1000, 999, 1, 1]);
});
