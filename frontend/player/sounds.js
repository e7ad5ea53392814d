// The sounds as a sound device takes them. To compute them takes longer than a tap may, so they are
// made ahead, one at a time, while the page rests.

import { NOTES, samples } from "./tones.js";

/** @typedef {import("./moments.js").Sound} Sound */
/** @typedef {(sound: Sound) => AudioBuffer} BufferOf */

// Twice what their highest harmonic needs, and half of what devices run at: less to compute.
const RATE = 24_000;

/**
 * @param {typeof AudioBuffer | undefined} Buffer where the browser has one; else none is made
 * @param {(make: () => void) => unknown} [rests] calls back when there is time to make one
 * @returns {BufferOf}
 */
export function createSounds(Buffer, rests) {
  /** @type {Map<Sound, AudioBuffer>} */
  const made = new Map();

  /** @type {BufferOf} */
  function bufferOf(sound) {
    const buffer = made.get(sound) ?? bufferWith(samples(sound, RATE));
    made.set(sound, buffer);
    return buffer;
  }

  /** @param {Float32Array<ArrayBuffer>} tones */
  function bufferWith(tones) {
    if (!Buffer) throw new TypeError("no sounds");
    const buffer = new Buffer({ length: tones.length, sampleRate: RATE });
    buffer.copyToChannel(tones, 0);
    return buffer;
  }

  /** @param {readonly string[]} names */
  function prepare([next, ...others]) {
    rests?.(() => {
      bufferOf(/** @type {Sound} */ (next));
      if (others.length > 0) prepare(others);
    });
  }
  if (rests && Buffer) prepare(Object.keys(NOTES));

  return bufferOf;
}
