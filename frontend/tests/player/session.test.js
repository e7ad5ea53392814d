import assert from "node:assert/strict";
import { test } from "node:test";
import { chosen } from "../../player/course.js";
import {
  adapt,
  again,
  back,
  canExtend,
  changes,
  completed,
  create,
  extend,
  finish,
  pause,
  resumeAt,
  skip,
  start,
  view,
} from "../../player/session.js";

/** @typedef {import("../../player/course.js").Phase} Phase */
/** @typedef {import("../../player/session.js").Session} Session */

const HOUR = 3_600_000;
const T = 1_800_000_000_000; // When the tests begin.

/** One knee to chest, 3 s a side.  @type {Phase[]} */
const PHASES = [
  { kind: "ready", seconds: 15 },
  { kind: "hold", seconds: 3, side: "left" },
  { kind: "change", seconds: 5, side: "right" },
  { kind: "hold", seconds: 3, side: "right" },
];
const BORDERS = [0, 15_000, 18_000, 23_000, 26_000];

/** @param {Session} session @param {number} now */
function brief(session, now) {
  const { state, index, left } = view(session, now);
  return [state, index, left];
}

test("begins ready, with all of the first phase left, and stays so", () => {
  assert.deepEqual(view(create(PHASES), T + HOUR), {
    state: "ready",
    index: 0,
    phase: PHASES[0],
    waiting: false,
    left: 15_000,
    elapsed: 0,
    total: 26_000,
    totalLeft: 26_000,
  });
});

test("phases that take no time are not there", () => {
  const rest = /** @type {Phase} */ ({ kind: "rest", seconds: 0 });
  const session = create([rest, ...PHASES, rest]);
  assert.deepEqual(session.phases, PHASES);
  assert.throws(() => create([rest]), RangeError);
});

test("runs through its phases by the clock alone", () => {
  const session = start(create(PHASES), T);
  const seen = [0, 14_999, 15_000, 17_999, 18_000, 25_999].map((ms) => brief(session, T + ms));
  assert.deepEqual(seen, [
    ["running", 0, 15_000],
    ["running", 0, 1],
    ["running", 1, 3000],
    ["running", 1, 1],
    ["running", 2, 5000],
    ["running", 3, 1],
  ]);
});

test("is done at its end, and after any sleep", () => {
  const session = start(create(PHASES), T);
  const done = ["done", 3, 0];
  assert.deepEqual(brief(session, T + 26_000), done);
  assert.deepEqual(brief(session, T + 9 * HOUR), done);
  assert.equal(view(session, T + 9 * HOUR).totalLeft, 0);
});

test("a sleep that ends on a border ends in the later phase", () => {
  const session = start(create(PHASES), T);
  BORDERS.slice(0, -1).forEach((border, index) => {
    assert.equal(view(session, T + border).index, index);
  });
});

test("pausing keeps what is left, for as long as it lasts", () => {
  const paused = pause(start(create(PHASES), T), T + 16_200);
  const expected = ["paused", 1, 1800];
  assert.deepEqual(brief(paused, T + 16_200), expected);
  assert.deepEqual(brief(paused, T + 5 * HOUR), expected);
  const resumed = start(paused, T + 5 * HOUR);
  assert.deepEqual(brief(resumed, T + 5 * HOUR + 300), ["running", 1, 1500]);
});

test("pressing again what is already so changes nothing", () => {
  const ready = create(PHASES);
  const running = start(ready, T);
  const paused = pause(running, T + 1000);
  assert.equal(pause(ready, T), ready);
  assert.equal(back(ready, T), ready);
  assert.equal(start(running, T + 1000), running);
  assert.equal(pause(paused, T + 2000), paused);
});

test("pausing after the end is too late", () => {
  const session = pause(start(create(PHASES), T), T + HOUR);
  assert.equal(view(session, T + HOUR).state, "done");
});

test("skip goes to the next phase's start, and runs on if it ran", () => {
  const running = skip(start(create(PHASES), T), T + 4000);
  assert.deepEqual(brief(running, T + 4000), ["running", 1, 3000]);
  assert.deepEqual(brief(running, T + 7000), ["running", 2, 5000]);

  const paused = skip(pause(start(create(PHASES), T), T + 4000), T + 4000);
  assert.deepEqual(brief(paused, T + HOUR), ["paused", 1, 3000]);
});

test("skip before the start waits at the second phase", () => {
  const session = skip(create(PHASES), T);
  assert.deepEqual(brief(session, T), ["paused", 1, 3000]);
});

test("skip in the last phase is the end, and there it stays", () => {
  let session = start(create(PHASES), T);
  for (let press = 0; press < 4; press += 1) session = skip(session, T + 1000);
  assert.deepEqual(brief(session, T + 1000), ["done", 3, 0]);
  assert.equal(skip(session, T + 1000), session);
});

test("back goes to the start of the phase before", () => {
  const running = back(start(create(PHASES), T), T + 16_000);
  assert.deepEqual(brief(running, T + 16_000), ["running", 0, 15_000]);

  const paused = back(pause(start(create(PHASES), T), T + 24_000), T + 24_000);
  assert.deepEqual(brief(paused, T + HOUR), ["paused", 2, 5000]);
});

test("back in the first phase is that phase's start", () => {
  const running = back(start(create(PHASES), T), T + 9000);
  assert.deepEqual(brief(running, T + 9000), ["running", 0, 15_000]);
  const paused = back(pause(start(create(PHASES), T), T + 9000), T + 9000);
  assert.deepEqual(brief(paused, T + 9000), ["paused", 0, 15_000]);
});

test("back after the end is the last phase, paused", () => {
  const session = back(start(create(PHASES), T), T + HOUR);
  assert.deepEqual(brief(session, T + HOUR), ["paused", 3, 3000]);
});

test("start after the end begins again", () => {
  const session = start(start(create(PHASES), T), T + HOUR);
  assert.deepEqual(brief(session, T + HOUR), ["running", 0, 15_000]);
});

test("changes are every phase's start and the end, as seen from now", () => {
  const session = start(create(PHASES), T);
  assert.deepEqual(changes(session, T + 16_000), [
    { after: -16_000, phase: PHASES[0] },
    { after: -1000, phase: PHASES[1] },
    { after: 2000, phase: PHASES[2] },
    { after: 7000, phase: PHASES[3] },
    { after: 10_000, phase: null },
  ]);
  assert.deepEqual(changes(session, T + 26_000 + HOUR).pop(), { after: -HOUR, phase: null });
});

test("values can't be changed", () => {
  for (const session of [create(PHASES), start(create(PHASES), T)]) {
    assert.ok(Object.isFrozen(session));
    assert.ok(Object.isFrozen(session.phases));
    assert.ok(Object.isFrozen(session.borders));
    assert.ok(Object.isFrozen(view(session, T)));
  }
});

test("again goes to the start of the phase that is on", () => {
  const running = again(start(create(PHASES), T), T + 24_000);
  assert.deepEqual(brief(running, T + 24_000), ["running", 3, 3000]);
  const over = again(start(create(PHASES), T), T + HOUR);
  assert.deepEqual(brief(over, T + HOUR), ["paused", 3, 3000]);
});

test("ten seconds more are ten seconds more of this phase only", () => {
  const session = extend(start(create(PHASES), T), T + 16_000, 10);
  assert.deepEqual(brief(session, T + 16_000), ["running", 1, 12_000]);
  assert.equal(view(session, T + 16_000).total, 36_000);
  assert.deepEqual(brief(session, T + 28_000), ["running", 2, 5000]);
  const over = start(create(PHASES), T);
  assert.equal(extend(over, T + HOUR, 10), over);
});

test("no phase is extended beyond five minutes", () => {
  let session = start(create([{ kind: "hold", seconds: 75 }, { kind: "rest", seconds: 400 }]), T);
  for (let press = 0; press < 72; press += 1) session = extend(session, T, 10);
  assert.deepEqual(session.phases.map(({ seconds }) => seconds), [300, 400]);
  assert.equal(canExtend(view(session, T)), false);
  const rest = skip(session, T);
  assert.equal(extend(rest, T, 10), rest);
});

/** Three holds whose length one may choose.  @type {Phase[]} */
const CHOICE = [1, 2, 3].flatMap((rep) => [
  { kind: "hold", seconds: 20, hold: [15, 30], exercise: "calf", rep, of: 3 },
  { kind: "release", seconds: 3, exercise: "calf" },
]);

test("a hold changes within its range, and its releases stay", () => {
  const session = start(create(CHOICE), T);
  const longer = adapt(session, T + 30_000, chosen(session.phases, { holds: { "calf//": 99 } }));
  assert.deepEqual(longer.phases.map(({ seconds }) => seconds), [30, 3, 30, 3, 30, 3]);
  assert.deepEqual(brief(longer, T + 30_000), ["running", 2, 23_000]);
});

test("a hold that has become too short for the time it was held is over", () => {
  const session = start(create(CHOICE), T);
  const shorter = adapt(session, T + 18_000, chosen(session.phases, { holds: { "calf//": 15 } }));
  assert.deepEqual(brief(shorter, T + 18_000), ["running", 1, 3000]);
  const paused = pause(session, T + 18_000);
  const rested = adapt(paused, T + HOUR, chosen(paused.phases, { holds: { "calf//": 15 } }));
  assert.deepEqual(brief(rested, T + HOUR), ["paused", 1, 3000]);
});

test("a course of other phases is refused", () => {
  assert.throws(() => adapt(create(CHOICE), T, PHASES), RangeError);
});

/** Two movements a repetition, counted, each side.  @type {Phase[]} */
const COUNTED = [
  { kind: "ready", seconds: 10, exercise: "cat" },
  ...[1, 2].flatMap((rep) =>
    ["up", "down"].map((name) => {
      /** @type {Phase} */
      const phase = { kind: "hold", seconds: 4, exercise: "cat", rep, of: 2, counted: true, name };
      return phase;
    }),
  ),
  { kind: "hold", seconds: 20, exercise: "calf" },
];

test("counted repetitions go by at their pace", () => {
  const session = start(create(chosen(COUNTED, { pace: 6 })), T);
  assert.equal(view(session, T).total, (10 + 4 * 6 + 20) * 1000);
  assert.deepEqual(brief(session, T + 17_000), ["running", 2, 5000]);
});

test("or wait until a person says that they are done", () => {
  const session = start(create(COUNTED, true), T);
  const waiting = view(session, T + 9 * HOUR);
  assert.deepEqual([waiting.state, waiting.index, waiting.waiting], ["running", 1, true]);
  assert.equal(changes(session, T).length, 2); // The first phase, and the wait.
  const next = finish(session, T + HOUR);
  assert.deepEqual(brief(next, T + HOUR), ["running", 5, 20_000]);
  assert.equal(completed(next, T + HOUR).length, 5);
  assert.equal(completed(skip(session, T + HOUR), T + HOUR).length, 1);
});

test("while it waits, a pause and a start change nothing, and back leaves the set", () => {
  const session = start(create(COUNTED, true), T);
  const paused = pause(session, T + HOUR);
  assert.deepEqual(brief(paused, T + HOUR), ["paused", 1, 4000]);
  const running = start(paused, T + HOUR);
  assert.deepEqual(brief(running, T + 2 * HOUR), ["running", 1, 4000]);
  assert.deepEqual(brief(back(running, T + HOUR), T + HOUR), ["running", 0, 10_000]);
  assert.equal(finish(create(PHASES), T).state, "ready");
});

test("one can begin to wait in the middle of a set", () => {
  const session = start(create(COUNTED), T);
  const waits = adapt(session, T + 15_000, session.phases, true);
  assert.deepEqual(brief(waits, T + HOUR), ["running", 2, 3000]);
  assert.deepEqual(brief(finish(waits, T + HOUR), T + HOUR), ["running", 5, 20_000]);
});

test("what was done is what was gone through to its end", () => {
  const session = start(create(PHASES), T);
  const kinds = (/** @type {Session} */ one, /** @type {number} */ now) =>
    completed(one, now).map(({ kind }) => kind);
  assert.deepEqual(kinds(session, T + 14_000), []);
  assert.deepEqual(kinds(session, T + 19_000), ["ready", "hold"]);
  assert.deepEqual(kinds(session, T + HOUR), ["ready", "hold", "change", "hold"]);
  const skipped = skip(skip(session, T + 16_000), T + 16_000); // Out of the first hold.
  assert.deepEqual(kinds(skipped, T + 20_000), ["ready", "hold"]);
  assert.deepEqual(kinds(start(session, T + HOUR), T + HOUR), []); // Once more, from the start.
});

test("after a reload it stands where it was left", () => {
  const left = pause(start(create(PHASES), T), T + 16_000);
  const again = resumeAt(create(PHASES), { elapsed: left.elapsed, completed: left.completed });
  assert.deepEqual(brief(again, T + HOUR), ["paused", 1, 2000]);
  assert.equal(completed(again, T + HOUR).length, 1);
  const odd = resumeAt(create(PHASES), { elapsed: 1e12, completed: [99, -1, 0] });
  assert.deepEqual(brief(odd, T), ["paused", 3, 1]);
  assert.deepEqual(odd.completed, [0]);
});

// The same rules written another way: which phase, and what is left of it, counted down phase by
// phase. Whatever is pressed and however long nobody looks, both must say the same.

class Countdown {
  state = "ready";
  index = 0;
  left;

  /** @param {number[]} lengths milliseconds */
  constructor(lengths) {
    this.lengths = lengths;
    this.left = this.length(0);
  }

  /** @param {number} index */
  length(index) {
    return this.lengths[index] ?? 0;
  }

  /** @param {number} ms */
  pass(ms) {
    while (this.state === "running" && ms >= this.left) {
      ms -= this.left;
      this.enter(this.index + 1);
    }
    if (this.state === "running") this.left -= ms;
  }

  /** @param {number} index */
  enter(index) {
    const over = index === this.lengths.length;
    if (over) this.state = "done";
    this.index = over ? index - 1 : index;
    this.left = over ? 0 : this.length(index);
  }

  /** @param {"start" | "pause" | "back" | "again" | "skip" | "more"} press */
  press(press) {
    const { state } = this;
    if (press === "start") {
      if (state === "done") this.enter(0);
      this.state = "running";
    } else if (press === "pause") {
      if (state === "running") this.state = "paused";
    } else if (press === "back") {
      if (state === "done") this.state = "paused";
      if (state === "ready") return;
      this.enter(state === "done" ? this.index : Math.max(0, this.index - 1));
    } else if (press === "again") {
      if (state === "done") this.state = "paused";
      this.enter(this.index);
    } else if (press === "more") {
      if (state === "done") return;
      this.lengths[this.index] = this.length(this.index) + 10_000;
      this.left += 10_000;
    } else if (state !== "done") {
      if (state === "ready") this.state = "paused";
      this.enter(this.index + 1);
    }
  }
}

/**
 * Numbers that look like chance and are the same each time (mulberry32).
 * @param {number} seed
 * @returns {(below: number) => number}
 */
function dice(seed) {
  return (below) => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

test("any presses at any time agree with counting down", () => {
  /** @type {(session: Session, now: number) => Session} */
  const more = (session, now) => extend(session, now, 10);
  const presses = { start, pause, back, again, skip, more };
  const names = /** @type {(keyof typeof presses)[]} */ (Object.keys(presses));
  for (let seed = 1; seed <= 500; seed += 1) {
    const roll = dice(seed);
    const lengths = Array.from({ length: 1 + roll(6) }, () => 1000 * (1 + roll(20)));
    let session = create(lengths.map((ms) => ({ kind: "hold", seconds: ms / 1000 })));
    const countdown = new Countdown(lengths);
    const log = [];
    let now = T;
    for (let step = 0; step < 60; step += 1) {
      // A moment, exactly to the next border, or for hours.
      const time = [roll(3000), countdown.left, roll(10) ? 0 : 2 * HOUR][roll(3)] ?? 0;
      const name = names[roll(names.length)] ?? "start";
      now += time;
      countdown.pass(time);
      session = presses[name](session, now);
      countdown.press(name);
      log.push(`${time} ${name}`);

      const { state, index, left, elapsed, total: whole, totalLeft } = view(session, now);
      const total = lengths.reduce((sum, ms) => sum + ms, 0);
      const before = lengths.slice(0, index).reduce((sum, ms) => sum + ms, 0);
      const expected = {
        state: countdown.state,
        index: countdown.index,
        left: countdown.left,
        elapsed: before + countdown.length(countdown.index) - countdown.left,
        whole: total,
      };
      /** @type {string} */
      const story = `seed ${seed}, phases ${lengths}: ${log.join(", ")}`;
      assert.deepEqual({ state, index, left, elapsed, whole }, expected, story);
      assert.equal(elapsed + totalLeft, total, story);
    }
  }
});
