import assert from "node:assert/strict";
import { test } from "node:test";
import { NOTES, PEAK, samples } from "../../player/tones.js";

/** @typedef {import("../../player/moments.js").Sound} Sound */

const RATE = 48_000;
const SOUNDS = /** @type {Sound[]} */ (Object.keys(NOTES));
const SHORTEST_PHASE_S = 1;

/**
 * How much of a frequency is in there: Goertzel's algorithm.
 * @param {Float32Array} made @param {number} hertz
 */
function power(made, hertz) {
  const coefficient = 2 * Math.cos((2 * Math.PI * hertz) / RATE);
  let [before, beforeThat] = [0, 0];
  for (const sample of made) [before, beforeThat] = [sample + coefficient * before - beforeThat, before];
  return before ** 2 + beforeThat ** 2 - coefficient * before * beforeThat;
}

/**
 * The notes that can be heard in the samples: stretches without silence.
 * @param {Float32Array} made
 * @returns {{begins: number, seconds: number, hertz: number}[]}
 */
function notesIn(made) {
  const block = RATE / 1000;
  const loud = Array.from({ length: Math.ceil(made.length / block) }, (_, at) =>
    made.subarray(at * block, (at + 1) * block).some((sample) => Math.abs(sample) > 0.01),
  );
  /** @type {[number, number][]} */
  const stretches = [];
  loud.forEach((isLoud, at) => {
    if (isLoud && !loud[at - 1]) stretches.push([at, at + 1]);
    const last = stretches.at(-1);
    if (isLoud && last) last[1] = at + 1;
  });
  return stretches.map(([from, to]) => {
    const note = made.subarray(from * block, to * block);
    const heard = Array.from({ length: 80 }, (_, step) => 300 + step * 10);
    const hertz = heard.reduce((best, one) => (power(note, one) > power(note, best) ? one : best));
    return { begins: from / 1000, seconds: (to - from) / 1000, hertz };
  });
}

/**
 * What an ear keeps of a sound on a loudspeaker that changes all pitches: which notes are long,
 * and whether each goes up or down.
 * @param {Sound} sound
 */
function gist(sound) {
  const notes = notesIn(samples(sound, RATE));
  return notes
    .map(({ seconds, hertz }, index) => {
      const step = hertz - (notes[index - 1]?.hertz ?? hertz);
      const direction = Math.abs(step) < 30 ? "=" : step > 0 ? "/" : "\\";
      return `${index ? direction : ""}${seconds > 0.2 ? "long" : "short"}`;
    })
    .join(" ");
}

test("each sound differs from all others in its rhythm or its direction", () => {
  const gists = Object.fromEntries(SOUNDS.map((sound) => [gist(sound), sound]));
  assert.deepEqual(Object.values(gists).sort(), [...SOUNDS].sort(), JSON.stringify(gists, null, 1));
});

test("a hold begins upwards and ends downwards", () => {
  assert.equal(gist("start"), "short /long");
  assert.equal(gist("release"), "long \\short");
  assert.equal(gist("tick"), "short");
});

test("what sounds is what the notes say", () => {
  for (const sound of SOUNDS) {
    const heard = notesIn(samples(sound, RATE)).map(({ hertz }) => hertz);
    const written = NOTES[sound].filter(([hertz]) => hertz).map(([hertz]) => hertz);
    assert.equal(heard.length, written.length, sound);
    heard.forEach((hertz, index) => assert.ok(Math.abs(hertz - (written[index] ?? 0)) <= 15, sound));
  }
});

test("small loudspeakers can play them: next to nothing lies below 400 Hz", () => {
  for (const sound of SOUNDS) {
    const made = samples(sound, RATE);
    const [low, high] = [[100, 200, 300], [440, 523, 587, 659, 698, 784, 880, 1047]].map((all) =>
      Math.max(...all.map((hertz) => power(made, hertz))),
    );
    assert.ok((low ?? 1) < 0.01 * (high ?? 0), sound);
  }
});

test("a third harmonic helps them carry, and nothing higher is of any weight", () => {
  const made = samples("rest", RATE);
  const base = power(made, 440);
  assert.ok(power(made, 1320) > 0.03 * base && power(made, 1320) < 0.1 * base);
  for (const hertz of [880, 1760, 2200]) assert.ok(power(made, hertz) < 1e-4 * base);
});

test("none is louder than the peak, and none is much softer", () => {
  for (const sound of SOUNDS) {
    const loudest = samples(sound, RATE).reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
    assert.ok(loudest <= PEAK && loudest > 0.8 * PEAK, `${sound}: ${loudest}`);
  }
});

test("each note swells and fades: no click at an edge, at any rate", () => {
  for (const rate of [8000, 22_050, 44_100, 48_000, 96_000]) {
    for (const sound of SOUNDS) {
      const made = samples(sound, rate);
      assert.equal(made.at(0), 0);
      assert.ok(Math.abs(made.at(-1) ?? 1) === 0, `${sound} at ${rate}`);
      // As steep as a full sine and its harmonic can be, and no steeper.
      const steepest = (2 * Math.PI * 1047 * 1.75 * PEAK) / 0.89 / rate;
      made.forEach((sample, at) => {
        assert.ok(Math.abs(sample - (made[at - 1] ?? 0)) <= steepest, `${sound} at ${rate}: ${at}`);
      });
      const [first = 1] = [...made.subarray(0, Math.round(rate / 1000))].map(Math.abs).sort().reverse();
      assert.ok(first < 0.05, `${sound} begins at ${first}`);
    }
  }
});

test("each but the last is shorter than the shortest phase, and lasts as long as its notes", () => {
  for (const sound of SOUNDS) {
    const seconds = samples(sound, RATE).length / RATE;
    const sum = NOTES[sound].reduce((total, note) => total + note[1], 0);
    assert.ok(Math.abs(seconds - sum) < 0.001);
    if (sound !== "done") assert.ok(seconds < 0.75 * SHORTEST_PHASE_S, `${sound}: ${seconds}`);
  }
});
