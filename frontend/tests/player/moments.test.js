import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { due, moments } from "../../player/moments.js";
import { changes, create, skip, start } from "../../player/session.js";
import { NOTES } from "../../player/tones.js";

/** @typedef {import("../../player/course.js").Phase} Phase */
/** @typedef {import("../../player/session.js").Session} Session */

const T = 1_800_000_000_000;

/** @param {Session} session @param {number} [now] @returns {[number, string][]} */
function heard(session, now = T) {
  return moments(changes(session, now)).map(({ after, sound }) => [after / 1000, sound]);
}

/** @param {Phase[]} phases @param {boolean} [waits] */
const started = (phases, waits) => start(create(phases, waits), T);

test("a hold is led in to, begun, counted down and ended", () => {
  const session = started([
    { kind: "ready", seconds: 10 },
    { kind: "hold", seconds: 20 },
    { kind: "change", seconds: 5 },
    { kind: "hold", seconds: 20 },
  ]);
  assert.deepEqual(heard(session), [
    ...[[0, "next"], [7, "tick"], [8, "tick"], [9, "tick"]],
    ...[[10, "start"], [27, "tick"], [28, "tick"], [29, "tick"]],
    ...[[30, "change"], [32, "tick"], [33, "tick"], [34, "tick"]],
    ...[[35, "start"], [52, "tick"], [53, "tick"], [54, "tick"]],
    [55, "done"],
  ]);
});

test("only what is long enough, and leads somewhere at once, is counted down", () => {
  /** @param {Phase} phase */
  const ticks = (phase) => heard(started([phase])).filter(([, sound]) => sound === "tick").length;
  assert.equal(ticks({ kind: "hold", seconds: 5 }), 3);
  assert.equal(ticks({ kind: "hold", seconds: 4 }), 0);
  assert.equal(ticks({ kind: "release", seconds: 5 }), 3);
  assert.equal(ticks({ kind: "release", seconds: 2 }), 0);
  assert.equal(ticks({ kind: "rest", seconds: 60 }), 0);
  assert.equal(ticks({ kind: "activity", seconds: 300, name: "Walk" }), 0);
  assert.equal(ticks({ kind: "hold", seconds: 10, counted: true }), 0);
});

test("counted repetitions sound one by one at their pace", () => {
  const rep = /** @type {Phase} */ ({ kind: "hold", seconds: 3, counted: true, exercise: "a" });
  assert.deepEqual(heard(started([rep, rep, rep])), [
    ...[[0, "count"], [3, "count"], [6, "count"]],
    [9, "done"],
  ]);
});

test("where it waits for a person, that is the last that sounds", () => {
  const rep = /** @type {Phase} */ ({ kind: "hold", seconds: 3, counted: true, exercise: "a" });
  const session = started([{ kind: "ready", seconds: 10 }, rep, rep], true);
  assert.deepEqual(heard(session).slice(-2), [[9, "tick"], [10, "wait"]]);
  assert.deepEqual(heard(skip(session, T + 4000), T + 4000).slice(-1), [[0, "wait"]]);
});

test("what was skipped or is past is less than 0 from now", () => {
  const session = started([{ kind: "ready", seconds: 10 }, { kind: "hold", seconds: 10 }]);
  assert.deepEqual(heard(session, T + 9500).slice(3, 5), [[-0.5, "tick"], [0.5, "start"]]);
});

test("what fell due since the last look is told once, and only the latest of it", () => {
  const session = started([{ kind: "ready", seconds: 10 }, { kind: "hold", seconds: 10 }]);
  /** @param {number} ms @param {number} since */
  const at = (ms, since) => due(moments(changes(session, T + ms)), since);
  assert.equal(at(0, 1000), "next");
  assert.equal(at(6999, 1000), null);
  assert.equal(at(7003, 1004), "tick");
  assert.equal(at(7503, 500), null);
  assert.equal(at(10_000, 9000), "start");
  assert.equal(at(90_000, 90_000), "done");
});

test("in every routine no sound begins before the last is over", async () => {
  const golden = new URL("../../../tests/golden/routines.json", import.meta.url);
  const { routines } = JSON.parse(await readFile(golden, "utf8"));
  assert.ok(routines.length > 5);
  for (const { slug, phases } of routines) {
    const all = heard(started(phases));
    all.forEach(([begins, sound], index) => {
      const seconds = NOTES[/** @type {import("../../player/moments.js").Sound} */ (sound)].reduce(
        (sum, note) => sum + note[1],
        0,
      );
      const [next] = all[index + 1] ?? [Infinity];
      assert.ok(begins + seconds < next, `${slug}: ${sound} at ${begins} s runs into ${next} s`);
    });
  }
});
