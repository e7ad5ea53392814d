import assert from "node:assert/strict";
import { test } from "node:test";
import { createSounds } from "../../player/sounds.js";
import { NOTES } from "../../player/tones.js";

/** @typedef {import("../../player/moments.js").Sound} Sound */

const ALL = /** @type {Sound[]} */ (Object.keys(NOTES));

/** @type {FakeBuffer[]} */
let made = [];

class FakeBuffer {
  /** @param {{length: number, sampleRate: number}} options */
  constructor({ length, sampleRate }) {
    this.duration = length / sampleRate;
    made.push(this);
  }
  /** @param {Float32Array} samples */
  copyToChannel(samples) {
    this.samples = samples;
  }
}

/** @param {(make: () => void) => unknown} [rests] */
function sounds(rests) {
  made = [];
  return createSounds(/** @type {any} */ (FakeBuffer), rests);
}

test("each sound is made once, as long as its notes", () => {
  const bufferOf = sounds();
  for (const sound of ALL) {
    const seconds = NOTES[sound].reduce((sum, [, seconds]) => sum + seconds, 0);
    assert.ok(Math.abs(bufferOf(sound).duration - seconds) < 0.001);
    assert.equal(bufferOf(sound), bufferOf(sound));
  }
  assert.equal(made.length, ALL.length);
});

test("a browser without sounds is asked for none", () => {
  createSounds(undefined, () => assert.fail("nothing is to be made"));
});

test("ahead they are made one at a time, each when there is rest", () => {
  /** @type {(() => void)[]} */
  const waiting = [];
  const bufferOf = sounds((make) => waiting.push(make));
  assert.equal(made.length, 0);
  bufferOf("start"); // Needed before.
  for (let count = 0; count < ALL.length; count += 1) {
    assert.equal(waiting.length, 1);
    waiting.shift()?.();
    assert.ok(made.length <= count + 2);
  }
  assert.equal(waiting.length, 0);
  assert.equal(made.length, ALL.length);
});
