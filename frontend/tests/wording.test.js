import assert from "node:assert/strict";
import { test } from "node:test";
import { cue, digits, duration, fill } from "../wording.js";

/** @type {import("../wording.js").Words} */
const WORDS = {
  start: "Start",
  pause: "Pause",
  ready: "Get ready",
  hold: "Hold",
  release: "Let go",
  change: "Change sides",
  rest: "Rest",
  activity: "Keep moving",
  count: "Move",
  done: "That’s it.",
  left: "{time} left",
  repetition: "{rep} of {of}",
  minutes: "{n} min",
  seconds: "{n} s",
  total_done: "{time} done",
};

const NAMES = { knee: { title: "One knee to chest", left: "Left leg", right: "Right leg" } };

/** @param {import("../session.js").Phase} phase */
const say = (phase) => cue(phase, NAMES, WORDS);

test("digits: seconds under a minute, then minutes too", () => {
  assert.deepEqual([0, 9, 59, 60, 105, 600].map(digits), ["0", "9", "59", "1:00", "1:45", "10:00"]);
});

test("a duration leaves out what is nothing", () => {
  assert.deepEqual(
    [0, 45, 60, 69, 180].map((seconds) => duration(seconds, WORDS)),
    ["0 s", "45 s", "1 min", "1 min 9 s", "3 min"],
  );
});

test("a placeholder without a value stays to be seen", () => {
  assert.equal(fill("{rep} of {of}", { rep: 2 }), "2 of {of}");
});

test("a hold names the side, and the repetition where there are several", () => {
  const hold = /** @type {const} */ ({ kind: "hold", seconds: 5 });
  const knee = { ...hold, exercise: "knee" };
  assert.equal(say({ ...knee, side: "left", rep: 1, of: 1 }), "Hold. Left leg.");
  assert.equal(say({ ...knee, side: "right", rep: 2, of: 5 }), "Hold. Right leg. 2 of 5.");
  assert.equal(say({ ...hold, rep: 2, of: 5 }), "Hold. 2 of 5.");
});

test("a named hold is called by its name", () => {
  const named = /** @type {const} */ ({ kind: "hold", seconds: 5, name: "Back up" });
  assert.equal(say({ ...named, rep: 1, of: 5 }), "Back up. 1 of 5.");
});

test("a counted repetition is no hold", () => {
  assert.equal(say({ kind: "hold", seconds: 3, rep: 1, of: 5, counted: true }), "Move. 1 of 5.");
});

test("the other phases say what to do, and which side comes", () => {
  const knee = { exercise: "knee", seconds: 5 };
  assert.equal(say({ ...knee, kind: "ready", side: "left" }), "Get ready. Left leg.");
  assert.equal(say({ ...knee, kind: "release", side: "left" }), "Let go.");
  assert.equal(say({ ...knee, kind: "change", side: "right" }), "Change sides. Right leg.");
  assert.equal(say({ kind: "rest", seconds: 30 }), "Rest.");
  assert.equal(say({ kind: "activity", seconds: 300, name: "Walk" }), "Walk.");
});

test("an exercise or side without a name is passed over", () => {
  assert.equal(say({ kind: "hold", seconds: 5, exercise: "other", side: "left" }), "Hold.");
});

test("words that bring their own full stop get no second one", () => {
  assert.equal(cue({ kind: "rest", seconds: 30 }, NAMES, { ...WORDS, rest: "Rest!" }), "Rest!");
});
