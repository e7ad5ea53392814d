// Sound at each change of phase. A hidden page's timers may sleep for a minute, but its audio clock
// doesn't: so the tones of all changes to come are handed to that clock when a session starts, and
// taken back when it pauses. Where there is no sound to be had, everything here does nothing.

/** @typedef {import("./session.js").Change} Change */
/** @typedef {import("./session.js").Phase} Phase */
/** @typedef {import("./clock.js").Clock} Clock */

/**
 * @typedef {object} Cues
 * @property {(changes: () => readonly Change[]) => void} play
 *   Sounds these changes from now on, instead of any others. To be called inside the tap, where
 *   browsers allow sound; the changes are asked for again when the audio clock has to be put right.
 * @property {() => void} sync Puts the tones right if the audio clock stood still; cheap otherwise.
 * @property {() => void} stop Takes back what hasn't sounded yet.
 */

/**
 * Tones that were handed to the audio clock, what both clocks said then (seconds), and the one
 * thing through which all of them sound.
 * @typedef {{tones: OscillatorNode[], outlet: GainNode, audio: number, clock: number}} Schedule
 */

/** @typedef {readonly [hertz: number, seconds: number]} Tone */

/**
 * Ones that can be told apart with closed eyes: by their direction first, since small loudspeakers
 * change everything else. None is lower than they can play, none longer than the shortest phase.
 * @type {Readonly<Record<Phase["kind"] | "count" | "done", readonly Tone[]>>}
 */
const SOUNDS = {
  ready: [[523, 0.25]],
  hold: [[523, 0.15], [784, 0.35]],
  count: [[784, 0.12]],
  release: [[784, 0.15], [523, 0.35]],
  change: [[659, 0.15], [880, 0.15], [659, 0.15], [880, 0.3]],
  rest: [[440, 0.6]],
  activity: [[523, 0.12], [523, 0.12], [784, 0.3]],
  done: [[523, 0.2], [659, 0.2], [784, 0.2], [1047, 0.7]],
};

const LOUD = 0.4;
// The audio clock moves in small blocks, so the two clocks never agree quite.
const TOLERANCE_S = 0.1;
// A sound device may need this long to wake up. A tone so late still tells the truth.
const LATE_MS = 500;

/**
 * @param {(new () => AudioContext) | undefined} Context AudioContext, where the browser has one
 * @param {Clock} now
 * @returns {Cues}
 */
export function createCues(Context, now) {
  /** @type {AudioContext | null} */
  let context = null;
  /** @type {(() => readonly Change[]) | null} */
  let upcoming = null;
  /** @type {Schedule | null} */
  let schedule = null;

  /** @type {Cues["play"]} */
  function play(changes) {
    upcoming = changes;
    context ??= open(Context);
    cancel();
    sync();
  }

  function sync() {
    if (!context || !upcoming) return;
    const ahead = upcoming().filter(({ after }) => after > -LATE_MS);
    if (context.state !== "running") {
      // Not begun yet, or iOS calls it "interrupted". Its clock stands still: anything left on it
      // would sound late when it moves again.
      cancel();
      if (ahead.length > 0) void wake(context);
    } else if (!schedule || hasDrifted(schedule, context, now)) {
      cancel();
      schedule = put(context, ahead, now);
    }
  }

  /** @param {AudioContext} sleeping */
  async function wake(sleeping) {
    try {
      await sleeping.resume();
    } catch {
      return; // The browser wants another tap first.
    }
    if (sleeping.state === "running") sync();
  }

  function cancel() {
    if (context && schedule) silence(context, schedule);
    schedule = null;
  }

  function stop() {
    upcoming = null;
    cancel();
  }

  return { play, sync, stop };
}

/**
 * @param {(new () => AudioContext) | undefined} Context
 * @returns {AudioContext | null}
 */
function open(Context) {
  try {
    return Context ? new Context() : null;
  } catch {
    return null; // No sound device, or too many pages that use it.
  }
}

/**
 * @param {Schedule} schedule
 * @param {AudioContext} context
 * @param {Clock} now
 * @returns {boolean} whether its tones would sound at the wrong time
 */
function hasDrifted({ audio, clock }, context, now) {
  const played = context.currentTime - audio;
  // A clock that claims to run but hasn't moved at all would only collect tones. They wait until
  // it moves.
  return played > 0 && Math.abs(played - (now() / 1000 - clock)) > TOLERANCE_S;
}

/**
 * Hands the tones of these changes to the audio clock.
 * @param {AudioContext} context
 * @param {readonly Change[]} changes
 * @param {Clock} now
 * @returns {Schedule}
 */
function put(context, changes, now) {
  const audio = context.currentTime;
  const outlet = context.createGain();
  outlet.connect(context.destination);
  const tones = changes.flatMap(({ after, phase }) =>
    sound(context, outlet, SOUNDS[nameOf(phase)], audio + Math.max(0, after) / 1000),
  );
  return { tones, outlet, audio, clock: now() / 1000 };
}

/**
 * @param {Phase | null} phase
 * @returns {keyof typeof SOUNDS}
 */
function nameOf(phase) {
  if (!phase) return "done";
  return phase.counted ? "count" : phase.kind;
}

/**
 * One tone after the other, each swelling and fading, since a sudden edge is heard as a click.
 * @param {AudioContext} context
 * @param {AudioNode} outlet
 * @param {readonly Tone[]} tones
 * @param {number} begins in the audio clock's seconds
 * @returns {OscillatorNode[]}
 */
function sound(context, outlet, tones, begins) {
  let time = begins;
  return tones.map(([hertz, seconds]) => {
    const envelope = context.createGain();
    envelope.connect(outlet);
    envelope.gain.setValueAtTime(0, time);
    envelope.gain.linearRampToValueAtTime(LOUD, time + 0.01);
    envelope.gain.exponentialRampToValueAtTime(LOUD / 100, time + seconds);
    const oscillator = context.createOscillator();
    oscillator.type = "triangle"; // Carries further than a sine from a phone on the floor.
    oscillator.frequency.value = hertz;
    oscillator.connect(envelope);
    oscillator.start(time);
    time += seconds;
    oscillator.stop(time);
    return oscillator;
  });
}

/**
 * @param {AudioContext} context
 * @param {Schedule} schedule
 */
function silence({ currentTime }, { tones, outlet }) {
  outlet.gain.setTargetAtTime(0, currentTime, 0.01);
  for (const tone of tones) tone.stop(currentTime + 0.05);
}
