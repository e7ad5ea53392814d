import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { createCues } from "../../player/cues.js";
import { NOTES } from "../../player/tones.js";
import { moments } from "../../player/moments.js";
import { changes, create, pause, skip, start, view } from "../../player/session.js";

/** @typedef {import("../../player/course.js").Phase} Phase */
/** @typedef {import("../../player/moments.js").Sound} Sound */
/** @typedef {import("../../player/session.js").Session} Session */

const T = 1_800_000_000_000;

/** Sounds at 0, 4, 24, 28 and 48 s; too short to be counted down. @type {Phase[]} */
const PHASES = [
  { kind: "ready", seconds: 4 },
  { kind: "rest", seconds: 20 },
  { kind: "change", seconds: 4 },
  { kind: "rest", seconds: 20 },
];

class FakeParam {
  value = 1;
  /** @param {number} value */
  setTargetAtTime(value) {
    this.value = value;
  }
}

class FakeNode {
  gain = new FakeParam();
  /** @type {FakeNode | null} */
  to = null;
  /** @param {FakeNode} node */
  connect(node) {
    this.to = node;
  }
}

class FakeSource extends FakeNode {
  /** @type {unknown} */
  buffer = null;
  begins = Infinity;
  ends = Infinity;
  onended = () => {};
  /** @param {FakeContext} context */
  constructor(context) {
    super();
    this.context = context;
  }
  start(when = 0) {
    this.begins = when;
  }
  stop(when = this.context.currentTime) {
    this.ends = when;
  }
}

/** An audio clock to turn by hand. */
class FakeContext {
  state = "suspended";
  currentTime = 0;
  sampleRate = 8000;
  destination = new FakeNode();
  /** @type {FakeSource[]} */
  sources = [];
  resumes = 0;
  mayRun = true;
  onstatechange = () => {};

  createGain() {
    return new FakeNode();
  }

  createBufferSource() {
    const source = new FakeSource(this);
    this.sources.push(source);
    return source;
  }

  /** @param {string} state */
  become(state) {
    this.state = state;
    this.onstatechange?.();
  }

  async resume() {
    this.resumes += 1;
    await null;
    if (!this.mayRun) throw new Error("not allowed");
    this.become("running");
  }

  async suspend() {
    this.become("suspended");
  }

  async close() {
    this.become("closed");
  }
}

/** As long as the sound, and nothing in it. @param {Sound} sound */
const bufferOf = (sound) =>
  /** @type {any} */ ({ duration: NOTES[sound].reduce((sum, [, seconds]) => sum + seconds, 0) });

/** A session with its cues, both clocks in hand. @param {Phase[]} [phases] */
function room(phases = PHASES) {
  /** @type {FakeContext[]} */
  const opened = [];
  class Context extends FakeContext {
    constructor() {
      super();
      opened.push(this);
    }
  }
  const audioSession = { type: "auto" };
  let now = T;
  const cues = createCues(/** @type {any} */ (Context), bufferOf, () => now, audioSession);
  /** @type {Session} */
  let session = create(phases);

  return {
    cues,
    opened,
    audioSession,
    get audio() {
      const context = opened.at(-1);
      assert.ok(context);
      return context;
    },
    /** @param {(session: Session, now: number) => Session} change */
    async press(change) {
      session = change(session, now);
      const next = session;
      if (view(session, now).state === "running") cues.play(() => moments(changes(next, now)));
      else cues.stop();
      await settled();
    },
    /** @param {number} seconds @param {number} [audible] what the audio clock makes of them */
    async pass(seconds, audible = seconds) {
      now += seconds * 1000;
      for (const context of opened) if (context.state === "running") context.currentTime += audible;
      cues.sync();
      await settled();
    },
    /** When sounds begin that were not taken back, by the audio clock. */
    get sounds() {
      return this.audio.sources
        .filter(({ begins, ends }) => ends > begins)
        .map(({ begins }) => Math.round(begins * 1000) / 1000);
    },
    get ahead() {
      return this.sounds.filter((time) => time > this.audio.currentTime);
    },
  };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

test("nothing touches the sound before the first tap", () => {
  const { opened, cues } = room();
  cues.sync();
  cues.wake();
  cues.stop();
  assert.equal(opened.length, 0);
});

test("the context is opened and resumed inside the tap itself", () => {
  const r = room();
  void r.press(start);
  assert.equal(r.audio.resumes, 1);
});

test("what is to come is on the audio clock at once", async () => {
  const r = room();
  await r.press(start);
  assert.deepEqual(r.sounds, [0, 4, 24, 28, 48]);
});

test("the audio clock's own beginning doesn't matter", async () => {
  const r = room();
  await r.press(start);
  await r.press(pause);
  r.audio.currentTime = 1000;
  await r.press(start);
  assert.deepEqual(r.ahead, [1004, 1024, 1028, 1048]);
});

test("a device that was closed is opened anew", async () => {
  const r = room();
  await r.press(start);
  r.audio.become("closed");
  await r.press(pause);
  await r.press(start);
  assert.equal(r.opened.length, 2);
  assert.deepEqual(r.sounds, [0, 4, 24, 28, 48]);
});

test("a press may open the device ahead of its tap, which then sounds at once", async () => {
  const r = room();
  r.cues.ready();
  r.audio.become("running"); // As it does by itself.
  assert.equal(r.audio.state, "running");
  r.cues.ready();
  void r.press(start);
  assert.deepEqual([r.opened.length, r.audio.resumes], [1, 0]);
  assert.deepEqual(r.sounds, [0, 4, 24, 28, 48]);
});

test("a press that ends nowhere lets the device sleep", async (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const r = room();
  r.cues.ready();
  r.audio.become("running");
  context.mock.timers.tick(10_000);
  await settled();
  assert.equal(r.audio.state, "suspended");
});

test("a long routine is handed over bit by bit, with minutes ahead at each moment", async (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const reps = Array.from({ length: 300 }, () => ({ kind: "hold", seconds: 4 }));
  const r = room(/** @type {Phase[]} */ (reps));
  r.cues.ready();
  r.audio.become("running");
  void r.press(start);
  assert.ok(r.audio.sources.length <= 20); // In the tap.
  for (let task = 0; task < 9; task += 1) {
    const before = r.audio.sources.length;
    context.mock.timers.tick(1);
    assert.ok(r.audio.sources.length - before <= 60);
  }
  assert.ok(r.ahead.length >= 74); // 5 of 20 minutes
  await r.pass(60);
  for (let minute = 2; minute < 20; minute += 1) {
    await r.pass(60);
    assert.ok(r.ahead.length <= 75);
    const last = r.ahead.at(-1) ?? 0;
    assert.ok(minute > 15 || last - r.audio.currentTime > 295, `${last} at minute ${minute}`);
  }
  const all = [...Array.from({ length: 300 }, (_, index) => index * 4), 1200];
  assert.deepEqual(r.sounds, all);
});

test("a long routine's every sound is within 20 ms, on a clock that runs a little fast", async () => {
  const golden = new URL("../../../tests/golden/routines.json", import.meta.url);
  const { routines } = JSON.parse(await readFile(golden, "utf8"));
  const { phases } = routines.at(-1);
  const r = room(phases);
  const wanted = moments(changes(start(create(phases), T), T)).map(({ after }) => after / 1000);
  await r.press(start);
  for (let second = 0; second < 900; second += 1) await r.pass(1, 1.00001);
  const seconds = r.sounds.map((time) => time / 1.00001);
  assert.equal(seconds.length, wanted.length);
  wanted.forEach((time, index) => {
    assert.ok(Math.abs((seconds[index] ?? 0) - time) < 0.02, `${time}: ${seconds[index]}`);
  });
});

test("in the middle of a phase only its end sounds", async () => {
  const r = room();
  await r.press(start);
  await r.pass(10);
  await r.press(pause);
  const before = r.sounds.length;
  await r.press(start);
  assert.deepEqual(r.sounds.slice(before), [24, 28, 48]);
});

test("pausing takes back all that is to come, and fades what sounds", async () => {
  const r = room();
  await r.press(start);
  await r.pass(1);
  await r.press(pause);
  assert.equal(r.ahead.length, 0);
  assert.equal(r.audio.sources[0]?.to?.gain.value, 0);
  await r.pass(60);
  assert.equal(r.ahead.length, 0);
});

test("skipping sounds the next phase at once and moves the rest", async () => {
  const r = room();
  await r.press(start);
  await r.pass(1);
  await r.press(skip);
  assert.deepEqual(r.sounds, [0, 1, 21, 25, 45]);
});

test("while both clocks agree nothing is handed over twice", async () => {
  const r = room();
  await r.press(start);
  for (let second = 0; second < 40; second += 1) await r.pass(1, 1.0005);
  assert.equal(r.audio.sources.length, 5);
});

test("a slow look doesn't hand over a moment twice", async () => {
  const r = room();
  /** @param {number} slow milliseconds from the question to the answer's use */
  const last = (slow) => () => [{ after: 40_000 + slow, sound: /** @type {Sound} */ ("done") }];
  r.cues.play(last(0));
  await settled();
  let slow = 0;
  r.cues.play(() => last(slow)());
  slow = 5;
  r.cues.sync();
  await settled();
  assert.equal(r.ahead.length, 1);
});

test("after the audio clock stood still, the sounds are put right", async () => {
  const r = room();
  await r.press(start);
  await r.pass(2);
  await r.pass(10, 0.5);
  assert.deepEqual(r.ahead, [14.5, 18.5, 38.5]);
});

test("to put right what comes doesn't begin again what sounds", async () => {
  const r = room();
  await r.press(start);
  await r.pass(4.2);
  await r.pass(0.1, 0.3); // 4.3 s played: the rest's sound began 0.5 s ago by the audio clock.
  assert.deepEqual(r.sounds, [0, 4, 24.2, 28.2, 48.2]);
  assert.equal(r.audio.sources[1]?.ends, Infinity);
});

test("a clock that claims to run but stands still gets a new context, once", async () => {
  const r = room();
  await r.press(start);
  for (let second = 0; second < 3; second += 1) await r.pass(1, 0);
  assert.equal(r.opened.length, 2);
  assert.equal(r.opened[0]?.state, "closed");
  assert.deepEqual(r.sounds, [1, 21, 25, 45]);
  for (let second = 0; second < 30; second += 1) await r.pass(1, 0);
  assert.equal(r.opened.length, 2);
  assert.equal(r.audio.sources.length, 4); // And it collects no sounds.
});

test("a tap after it stood still gets a new context at once", async () => {
  const r = room();
  await r.press(start);
  await r.pass(1, 0);
  await r.press(skip);
  assert.equal(r.opened.length, 2);
  assert.deepEqual(r.sounds, [0, 20, 24, 44]);
});

test("a machine that slept keeps its context", async () => {
  const r = room();
  await r.press(start);
  await r.pass(10, 0);
  for (let second = 0; second < 5; second += 1) await r.pass(1);
  assert.equal(r.opened.length, 1);
  assert.deepEqual(r.ahead, [14, 18, 38]); // 15 s played, of which the audio clock saw 5.
});

test("an interrupted device is left alone until it may go on, then the sounds are right", async () => {
  const r = room();
  await r.press(start);
  await r.pass(5);
  const { resumes } = r.audio;
  r.audio.become("interrupted"); // A call comes.
  await r.pass(12);
  assert.equal(r.ahead.length, 0);
  assert.equal(r.audio.resumes, resumes);
  r.audio.become("running"); // It ends: iOS goes on by itself.
  assert.deepEqual(r.ahead, [12, 16, 36]); // 17 s played, of which the audio clock saw 5.
});

test("on return, and at each tap, an interrupted device is asked to go on", async () => {
  const r = room();
  await r.press(start);
  await r.pass(5);
  r.audio.become("interrupted");
  await r.pass(12);
  r.audio.mayRun = false;
  r.cues.wake();
  await settled();
  assert.equal(r.ahead.length, 0);
  r.audio.mayRun = true;
  r.cues.wake();
  await settled();
  assert.deepEqual(r.ahead, [12, 16, 36]);
});

test("a suspended device is asked again and again, without a pile of questions", async () => {
  const r = room();
  let answer = () => {};
  await r.press(start);
  r.audio.resume = async function () {
    this.resumes += 1;
    await new Promise((resolve) => (answer = () => resolve(undefined)));
  };
  const before = r.audio.resumes;
  r.audio.become("suspended");
  for (let second = 0; second < 5; second += 1) await r.pass(1);
  assert.equal(r.audio.resumes, before + 1);
  answer();
  await settled();
  await r.pass(1);
  assert.equal(r.audio.resumes, before + 2);
});

test("what ended meanwhile is not sounded late", async () => {
  const r = room();
  await r.press(start);
  await r.pass(5);
  r.audio.become("suspended");
  await r.pass(3600);
  await r.pass(1);
  assert.equal(r.ahead.length, 0);
  assert.equal(r.audio.state, "suspended");
});

test("pausing while the device wakes up wins", async () => {
  const r = room();
  const woken = r.press(start);
  r.cues.stop();
  await woken;
  assert.equal(r.audio.sources.length, 0);
});

test("a late device sounds what is still true, and not what is past", async () => {
  const session = start(create(PHASES), T);
  /** @param {number} late */
  async function soundsWhen(late) {
    const r = room();
    r.cues.play(() => moments(changes(session, T + late)));
    await settled();
    return r.sounds;
  }
  assert.deepEqual(await soundsWhen(300), [0, 3.7, 23.7, 27.7, 47.7]);
  assert.deepEqual(await soundsWhen(900), [3.1, 23.1, 27.1, 47.1]);
});

test("with nothing to come the device may sleep, but not before all has sounded", async () => {
  const r = room();
  await r.press(start);
  await r.pass(48.6);
  assert.equal(r.audio.state, "running"); // The last sound lasts a second.
  await r.pass(2);
  assert.equal(r.audio.state, "suspended");
  await r.press(start);
  assert.equal(r.audio.state, "running");
  assert.equal(r.ahead.length, 4);
});

test("volume and mute are heard at once", async () => {
  const r = room();
  r.cues.set({ volume: 0.5, muted: false, throughSilence: false });
  await r.press(start);
  const volume = r.audio.sources[0]?.to?.to;
  assert.equal(volume?.to, r.audio.destination);
  assert.equal(volume?.gain.value, 0.25);
  r.cues.set({ volume: 1, muted: false, throughSilence: false });
  assert.equal(volume?.gain.value, 1);
  r.cues.set({ volume: 1, muted: true, throughSilence: false });
  assert.equal(volume?.gain.value, 0);
});

test("once the last sound is over the device sleeps, without being looked at", async () => {
  const r = room();
  const asked = T;
  r.cues.play(() => [{ after: asked - T, sound: "start" }]);
  await settled();
  assert.deepEqual(r.sounds, [0]);
  assert.equal(r.audio.state, "running");
  r.audio.currentTime = 2;
  r.cues.stop();
  r.audio.currentTime = 3;
  r.audio.sources[0]?.onended();
  await settled();
  assert.equal(r.audio.state, "suspended");
});

test("the mute switch is overruled only by choice, and only while there is something to hear", async () => {
  const r = room();
  const through = { volume: 1, muted: false, throughSilence: true };
  await r.press(start);
  assert.equal(r.audioSession.type, "auto");
  r.cues.set(through);
  assert.equal(r.audioSession.type, "playback");
  r.cues.set({ ...through, muted: true });
  assert.equal(r.audioSession.type, "auto");
  r.cues.set(through);
  await r.press(pause);
  assert.equal(r.audioSession.type, "auto");
  await r.press(start);
  assert.equal(r.audioSession.type, "playback");
  await r.pass(60);
  await r.pass(2);
  assert.equal(r.audioSession.type, "auto");
});

test("without sound, or with a device that fails, there is silence and no error", async () => {
  class Deaf {
    constructor() {
      throw new Error("no device");
    }
  }
  class Frail extends FakeContext {
    constructor() {
      super();
      this.mayRun = false;
      this.suspend = this.close = () => Promise.reject(new Error("no"));
    }
  }
  const stubborn = Object.freeze({ type: "auto" });
  for (const Context of [undefined, Deaf, Frail]) {
    const cues = createCues(/** @type {any} */ (Context), bufferOf, () => T, stubborn);
    cues.set({ volume: 1, muted: false, throughSilence: true });
    cues.play(() => moments(changes(start(create(PHASES), T), T)));
    cues.sync();
    cues.wake();
    cues.ready();
    cues.stop();
    cues.sync();
    await settled();
  }
});
