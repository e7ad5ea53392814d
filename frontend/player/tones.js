// What each sound is made of. Plain arithmetic, so that it sounds alike in every browser.

/** @typedef {import("./moments.js").Sound} Sound */

/** @typedef {readonly [hertz: number, seconds: number]} Note no hertz: silence */

/**
 * Told apart with closed eyes by rhythm and direction first, since small loudspeakers change all
 * else; by rhythm alone where they are only felt (buzz.js). No fundamental is lower than a phone
 * can play, or so high that older ears miss it. All but the last are shorter than a second, the
 * shortest phase.
 * @type {Readonly<Record<Sound, readonly Note[]>>}
 */
export const NOTES = {
  tick: [[1047, 0.06]],
  rest: [[440, 0.7]],
  count: [[698, 0.07], [0, 0.06], [698, 0.07]],
  start: [[523, 0.1], [0, 0.05], [784, 0.4]],
  release: [[784, 0.4], [0, 0.05], [523, 0.15]],
  wait: [[880, 0.28], [0, 0.08], [698, 0.35]],
  next: [[587, 0.11], [0, 0.08], [587, 0.11], [0, 0.08], [587, 0.11]],
  activity: [[523, 0.08], [0, 0.05], [523, 0.08], [0, 0.05], [784, 0.3]],
  change: [[659, 0.1], [0, 0.04], [880, 0.1], [0, 0.04], [659, 0.1], [0, 0.04], [880, 0.1]],
  done: [[523, 0.14], [0, 0.04], [659, 0.14], [0, 0.04], [784, 0.14], [0, 0.04], [1047, 0.6]],
};

/** The loudest sample. */
export const PEAK = 0.8;

const SWELL_S = 0.008; // Without it a sudden edge is heard as a click.
const FADING = 0.6; // The part of a note in which it fades.

/** The most that 1.75 s − s³ comes to, for s from −1 to 1. */
const CREST = 0.8911;

/**
 * @param {Sound} sound
 * @param {number} rate samples a second
 * @returns {Float32Array<ArrayBuffer>}
 */
export function samples(sound, rate) {
  const counts = NOTES[sound].map(([, seconds]) => Math.round(seconds * rate));
  const made = new Float32Array(counts.reduce((sum, count) => sum + count));
  let begin = 0;
  NOTES[sound].forEach(([hertz], index) => {
    const count = counts[index] ?? 0;
    if (hertz) play(made.subarray(begin, begin + count), hertz, rate);
    begin += count;
  });
  return made;
}

/**
 * A sine and its third harmonic, a quarter as loud: it carries further from the floor. Of both
 * together 1.75 s − s³ is left, where s is the sine.
 * @param {Float32Array} made filled in
 * @param {number} hertz
 * @param {number} rate
 */
function play(made, hertz, rate) {
  const last = made.length - 1;
  for (let at = 0; at <= last; at += 1) {
    const s = Math.sin((2 * Math.PI * hertz * at) / rate);
    const swell = smooth(at / rate / SWELL_S) * smooth((last - at) / last / FADING);
    made[at] = ((s * (1.75 - s * s)) / CREST) * PEAK * swell;
  }
}

/**
 * @param {number} x
 * @returns {number} from 0 to 1, without edges
 */
function smooth(x) {
  return x < 1 ? x * x * (3 - 2 * x) : 1;
}
