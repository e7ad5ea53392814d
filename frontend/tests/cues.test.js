import assert from "node:assert/strict";
import { test } from "node:test";
import { createCues } from "../cues.js";
import { changes, create, pause, skip, start, view } from "../session.js";

/** @typedef {import("../session.js").Phase} Phase */
/** @typedef {import("../session.js").Session} Session */

const T = 1_800_000_000_000;

/** @type {Phase[]} */
const PHASES = [
  { kind: "ready", seconds: 15 },
  { kind: "hold", seconds: 20 },
  { kind: "change", seconds: 5 },
  { kind: "hold", seconds: 20 },
];

class FakeParam {
  value = 0;
  setValueAtTime() {}
  linearRampToValueAtTime() {}
  exponentialRampToValueAtTime() {}
  setTargetAtTime() {}
}

class FakeNode {
  gain = new FakeParam();
  frequency = new FakeParam();
  type = "sine";
  begins = Infinity;
  ends = Infinity;
  connect() {}
  /** @param {number} when */
  start(when) {
    this.begins = when;
  }
  /** @param {number} when */
  stop(when) {
    this.ends = when;
  }
}

/** An audio clock to turn by hand. */
class FakeAudioContext {
  state = "suspended";
  currentTime = 0;
  destination = new FakeNode();
  /** @type {FakeNode[]} */
  oscillators = [];
  mayRun = true;

  createGain() {
    return new FakeNode();
  }

  createOscillator() {
    const oscillator = new FakeNode();
    this.oscillators.push(oscillator);
    return oscillator;
  }

  async resume() {
    if (!this.mayRun) throw new Error("not allowed");
    this.state = "running";
  }
}

/** A session with its cues, both clocks in hand. */
function room() {
  /** @type {FakeAudioContext[]} */
  const opened = [];
  class Context extends FakeAudioContext {
    constructor() {
      super();
      opened.push(this);
    }
  }
  let now = T;
  const cues = createCues(/** @type {any} */ (Context), () => now);
  /** @type {Session} */
  let session = create(PHASES);

  return {
    cues,
    opened,
    get audio() {
      const [context] = opened;
      assert.ok(context);
      return context;
    },
    /** @param {(session: Session, now: number) => Session} change */
    async press(change) {
      const next = change(session, now);
      session = next;
      if (view(session, now).state === "running") cues.play(() => changes(next, now));
      else cues.stop();
      await settled();
    },
    /** @param {number} seconds @param {number} [audible] what the audio clock makes of them */
    async pass(seconds, audible = seconds) {
      now += seconds * 1000;
      for (const context of opened) context.currentTime += audible;
      cues.sync();
      await settled();
    },
    /** When tones begin that were not taken back, in the audio clock's seconds. */
    get begins() {
      return opened.flatMap(({ oscillators }) =>
        oscillators.filter(({ begins, ends }) => ends > begins).map(({ begins }) => begins),
      );
    },
    /** When the first tone of each sound begins: its others follow within half a second. */
    get sounds() {
      const begins = this.begins.sort((one, other) => one - other);
      return begins.filter((time, index) => index === 0 || time - (begins[index - 1] ?? 0) > 0.5);
    },
    get ahead() {
      return this.sounds.filter((time) => time > this.audio.currentTime);
    },
  };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

/** @param {readonly number[]} actual @param {readonly number[]} expected */
function assertTimes(actual, expected) {
  assert.deepEqual(actual.map((time) => Math.round(time * 1000) / 1000), expected);
}

test("nothing touches the sound before the first tap", () => {
  const { opened, cues } = room();
  cues.sync();
  assert.equal(opened.length, 0);
});

test("every change to come is on the audio clock at once", async () => {
  const r = room();
  await r.press(start);
  assertTimes(r.sounds, [0, 15, 35, 40, 60]);
});

test("the audio clock's own beginning doesn't matter", async () => {
  const r = room();
  await r.press(start);
  await r.press(pause);
  r.audio.currentTime = 1000;
  await r.press(start);
  assertTimes(r.ahead, [1015, 1035, 1040, 1060]);
});

test("each kind of change has its own sound", async () => {
  /** @type {Phase[]} */
  const kinds = [
    { kind: "ready", seconds: 5 },
    { kind: "hold", seconds: 5 },
    { kind: "release", seconds: 5 },
    { kind: "change", seconds: 5 },
    { kind: "rest", seconds: 5 },
    { kind: "activity", seconds: 5 },
    { kind: "hold", seconds: 5, counted: true },
  ];
  const r = room();
  await r.press((_, now) => start(create(kinds), now));
  const sounds = new Map();
  for (const { begins, ends, frequency } of r.audio.oscillators) {
    const border = Math.floor(begins / 5) * 5;
    const tone = `${frequency.value}/${(ends - begins).toFixed(2)}`;
    sounds.set(border, `${sounds.get(border) ?? ""} ${tone}`);
  }
  assert.equal(sounds.size, kinds.length + 1); // And the end.
  assert.equal(new Set(sounds.values()).size, sounds.size);
});

test("in the middle of a phase only its end sounds", async () => {
  const r = room();
  await r.press(start);
  await r.pass(20);
  await r.press(pause);
  await r.pass(100);
  await r.press(start);
  assertTimes(r.ahead, [135, 140, 160]);
});

test("pausing takes back all that is to come", async () => {
  const r = room();
  await r.press(start);
  await r.pass(5);
  assert.equal(r.ahead.length, 4);
  await r.press(pause);
  assert.equal(r.ahead.length, 0);
  await r.pass(60);
  assert.equal(r.ahead.length, 0);
});

test("skipping sounds the next phase at once and moves the rest", async () => {
  const r = room();
  await r.press(start);
  await r.pass(5);
  await r.press(skip);
  assertTimes(r.sounds, [0, 5, 25, 30, 50]);
});

test("while both clocks agree nothing is handed over twice", async () => {
  const r = room();
  await r.press(start);
  const { length } = r.audio.oscillators;
  for (let second = 0; second < 60; second += 1) await r.pass(1, 1.0005);
  assert.equal(r.audio.oscillators.length, length);
});

test("after the audio clock stood still, the tones are put right", async () => {
  const r = room();
  await r.press(start);
  await r.pass(2);
  await r.pass(10, 0.5);
  assertTimes(r.ahead, [5.5, 25.5, 30.5, 50.5]);
});

test("a clock that doesn't move at all collects no tones", async () => {
  const r = room();
  await r.press(start);
  const { length } = r.audio.oscillators;
  for (let second = 0; second < 10; second += 1) await r.pass(1, 0);
  assert.equal(r.audio.oscillators.length, length);
  await r.pass(1, 0.2);
  assertTimes(r.ahead, [4.2, 24.2, 29.2, 49.2]);
});

test("an interrupted device is asked to go on, and the tones are put right", async () => {
  const r = room();
  await r.press(start);
  await r.pass(5);
  r.audio.state = "interrupted";
  r.audio.mayRun = false;
  await r.pass(12, 0);
  assert.equal(r.ahead.length, 0);
  r.audio.mayRun = true;
  await r.pass(1, 0);
  assertTimes(r.ahead, [22, 27, 47]); // 18 s played, of which the audio clock saw 5.
});

test("what ended meanwhile is not sounded late", async () => {
  const r = room();
  await r.press(start);
  await r.pass(5);
  r.audio.state = "suspended";
  await r.pass(3600, 0);
  assert.equal(r.ahead.length, 0);
  assert.equal(r.audio.state, "suspended");
});

test("pausing while the device wakes up wins", async () => {
  const r = room();
  const woken = r.press(start);
  r.cues.stop();
  await woken;
  assert.equal(r.begins.length, 0);
});

test("a late device sounds what is still true, and not what is past", async () => {
  const session = start(create(PHASES), T);
  /** @param {number} late */
  async function soundsWhen(late) {
    const r = room();
    r.cues.play(() => changes(session, T + late));
    await settled();
    return r.sounds;
  }
  assertTimes(await soundsWhen(300), [0, 14.7, 34.7, 39.7, 59.7]);
  assertTimes(await soundsWhen(900), [14.1, 34.1, 39.1, 59.1]);
});

test("without sound there is silence and no error", () => {
  class Deaf {
    constructor() {
      throw new Error("no device");
    }
  }
  for (const Context of [undefined, Deaf]) {
    const cues = createCues(/** @type {any} */ (Context), () => T);
    cues.play(() => changes(start(create(PHASES), T), T));
    cues.sync();
    cues.stop();
  }
});
