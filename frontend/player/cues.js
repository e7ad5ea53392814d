// Sounds on time. A hidden page's timers may sleep for a minute, but its audio clock doesn't: so
// the sounds of the next minutes are handed to that clock ahead, and taken back on a pause. Where
// there is no sound to be had, everything here does nothing.
//
// iOS has rules of its own. A context sounds only once it was resumed inside a tap. A call, or a
// locked screen, makes it "interrupted", which the system ends by itself; whoever resumes it too
// early may get one that claims to run while its clock stands still, and needs a new one.

import { samples } from "./tones.js";

/** @typedef {import("./moments.js").Moment} Moment */
/** @typedef {import("./moments.js").Sound} Sound */
/** @typedef {import("../clock.js").Clock} Clock */

/**
 * `throughSilence`: sound although the phone's mute switch is on. It may stop a person's music.
 * @typedef {Readonly<{volume: number, muted: boolean, throughSilence: boolean}>} Loudness
 */

/**
 * @typedef {object} Cues
 * @property {boolean} available whether the browser knows of sound at all
 * @property {() => boolean} isBlocked whether sounds wait for a tap: a page that was opened without
 *   one may not sound
 * @property {(upcoming: () => readonly Moment[]) => void} play
 *   Sounds these moments from now on, instead of any others. To be called inside the tap. They are
 *   asked for again to hand over more, and when the audio clock has to be put right.
 * @property {() => void} sync Hands over what has come near, and puts right what is wrong. To be
 *   called at least once a minute or two, and when the page is shown or hidden; cheap.
 * @property {() => void} wake The same inside a tap, and when the page is shown again: asks a
 *   sleeping or interrupted sound device to go on.
 * @property {() => void} stop Takes back what hasn't sounded yet.
 * @property {(sound: Sound) => void} preview Sounds at once, to try the volume; inside a tap.
 * @property {(loudness: Loudness) => void} set Heard at once.
 */

/**
 * Sounds that were handed over: through which outlet, what both clocks said then (seconds), and
 * up to which moment of the Clock (milliseconds).
 * @typedef {{
 *   outlet: GainNode, audio: number, clock: number, until: number,
 *   sounds: readonly {source: AudioBufferSourceNode, begins: number, at: number}[],
 * }} Schedule
 */

/** Long enough for a hidden page that wakes once a minute, short enough for few sounds. */
const HORIZON_MS = 300_000;
// The others follow at the next looks: a tap is answered at once even on a slow phone. No routine
// has more in a minute, which is how often a hidden page looks.
const AT_ONCE = 60;
// Twice what their highest harmonic needs, and half of what devices run at: less to compute.
const RATE = 24_000;
// A sound device may need this long to wake up. A sound so late still tells the truth.
const LATE_MS = 500;
// The audio clock moves in blocks, so the two clocks never agree quite.
const TOLERANCE_S = 0.05;
// Looks at least so far apart that find the audio clock where it was, and how many are too many.
const LOOK_MS = 500;
const TOO_STILL = 3;
const FADE_S = 0.01;

/**
 * @param {(new () => AudioContext) | undefined} Context AudioContext, where the browser has one
 * @param {Clock} now
 * @param {{type: string} | undefined} [audioSession] navigator.audioSession, where it has one
 * @param {() => boolean} [mayOpen] whether the browser would let a sound device start now: one that
 *   mayn't is complained of in the console
 * @returns {Cues}
 */
export function createCues(Context, now, audioSession, mayOpen = () => true) {
  const usual = audioSession?.type ?? "auto";
  /** @type {Map<Sound, AudioBuffer>} */
  const buffers = new Map();
  /** @type {Loudness} */
  let loudness = { volume: 1, muted: false, throughSilence: false };
  /** @type {{context: AudioContext, volume: GainNode} | null} */
  let device = null;
  /** @type {(() => readonly Moment[]) | null} */
  let upcoming = null;
  /** @type {Schedule | null} */
  let schedule = null;
  let quietFrom = 0; // By the audio clock.
  let resuming = false;
  let still = 0;
  let look = { audio: -1, clock: -Infinity };
  let hasMoved = true; // Since the last one was renewed.

  /** @type {Cues["play"]} */
  function play(moments) {
    upcoming = moments;
    takeBack();
    wake();
  }

  function sync() {
    if (!device) return;
    const { context } = device;
    const ahead = upcoming?.().filter(({ after }) => after > -LATE_MS) ?? [];
    if (ahead.length === 0) {
      rest();
    } else if (!runs(context)) {
      takeBack(); // Its clock stands still: what is left on it would sound late.
      forgetLooks();
      if (!resuming && context.state === "suspended") void resume();
    } else if (standsStill(context)) {
      // Where not even a new one moves, the next tap may help.
      if (still >= TOO_STILL && hasMoved) renew();
    } else {
      hand(device, ahead);
    }
  }

  function wake() {
    if (!upcoming) return;
    tellSession();
    if (!device) open();
    else if (still > 0 || isClosed(device.context)) renew();
    if (device && runs(device.context)) sync();
    else void resume();
  }

  function stop() {
    upcoming = null;
    takeBack();
    tellSession();
  }

  /** @type {Cues["preview"]} */
  async function preview(sound) {
    tellSession(true);
    if (!device) open();
    if (!device) return;
    const { context, volume } = device;
    quietFrom = Infinity;
    if (context.state !== "running") await resume();
    quietFrom = context.currentTime;
    if (!runs(context)) return;
    start(context, volume, sound, quietFrom).onended = sync; // To rest again.
  }

  /** @type {Cues["set"]} */
  function set(wanted) {
    loudness = wanted;
    device?.volume.gain.setTargetAtTime(gain(wanted), device.context.currentTime, FADE_S);
    tellSession();
  }

  /** @param {boolean} [sounding] */
  function tellSession(sounding = upcoming !== null) {
    if (!audioSession) return;
    const through = sounding && loudness.throughSilence && !loudness.muted;
    try {
      audioSession.type = through ? "playback" : usual;
    } catch {
      // It is a favour that the system may refuse.
    }
  }

  function open() {
    try {
      if (!Context || !mayOpen()) return;
      const context = new Context();
      const volume = context.createGain();
      volume.gain.value = gain(loudness);
      volume.connect(context.destination);
      context.onstatechange = sync;
      device = { context, volume };
    } catch {
      // No sound device, or too many pages that use it.
    }
    quietFrom = 0;
    forgetLooks();
  }

  function forgetLooks() {
    [still, look] = [0, { audio: -1, clock: -Infinity }];
  }

  /** The clock of this one won't move any more. */
  function renew() {
    const old = device?.context;
    if (old) old.onstatechange = null;
    takeBack();
    device = null;
    hasMoved = false;
    open();
    if (old && !isClosed(old)) void settle(old.close());
    void resume();
  }

  async function resume() {
    const sleeping = device?.context;
    if (!sleeping) return;
    resuming = true;
    await settle(sleeping.resume());
    resuming = false;
    if (sleeping === device?.context && runs(sleeping)) sync();
  }

  /** With nothing to come, an open sound device would only cost battery. */
  function rest() {
    if (!device || !runs(device.context) || device.context.currentTime < quietFrom) return;
    schedule = null;
    tellSession(false);
    void settle(device.context.suspend());
  }

  /**
   * @param {AudioContext} context
   * @returns {boolean} whether it claims to run, and hasn't moved since the last look
   */
  function standsStill({ currentTime }) {
    if (currentTime !== look.audio) {
      hasMoved ||= look.audio >= 0;
      still = 0;
    } else if (now() - look.clock < LOOK_MS) {
      return still > 0;
    } else {
      still += 1;
    }
    look = { audio: currentTime, clock: now() };
    return still > 0;
  }

  /**
   * Hands over what the schedule doesn't have yet; all of it anew where it would sound wrong.
   * @param {{context: AudioContext, volume: GainNode}} device
   * @param {readonly Moment[]} ahead
   */
  function hand({ context, volume }, ahead) {
    const [audio, clock] = [context.currentTime, now()];
    if (schedule && hasDrifted(schedule, audio, clock)) schedule = withoutRest(schedule, audio, clock);
    schedule ??= { outlet: outletTo(volume, context), audio, clock, until: -Infinity, sounds: [] };
    const { outlet, until, sounds } = schedule;
    const from = until - clock + 1; // A millisecond for roundings.
    const near = ahead.filter(({ after }) => after > from && after < HORIZON_MS);
    const more = near.slice(0, AT_ONCE);
    const handed = more.map(({ after, sound }) => {
      const begins = audio + Math.max(0, after) / 1000;
      return { source: start(context, outlet, sound, begins), begins, at: clock + after };
    });
    const left = sounds.filter(({ begins }) => begins > audio - 2); // Those before are over.
    schedule = { ...schedule, sounds: [...left, ...handed], until: handed.at(-1)?.at ?? until };
  }

  /**
   * @param {AudioContext} context
   * @param {AudioNode} outlet
   * @param {Sound} sound
   * @param {number} begins by the audio clock
   * @returns {AudioBufferSourceNode}
   */
  function start(context, outlet, sound, begins) {
    const buffer = buffers.get(sound) ?? bufferOf(context, sound);
    buffers.set(sound, buffer);
    const source = context.createBufferSource();
    source.buffer = buffer;
    source.connect(outlet);
    source.start(begins);
    quietFrom = Math.max(quietFrom, begins + buffer.duration);
    return source;
  }

  function takeBack() {
    if (!device || !schedule) return;
    const { currentTime } = device.context;
    schedule.outlet.gain.setTargetAtTime(0, currentTime, FADE_S);
    quietFrom = currentTime + 5 * FADE_S;
    for (const { source } of schedule.sounds) source.stop(quietFrom);
    schedule = null;
  }

  const isBlocked = () =>
    Boolean(Context && upcoming && !loudness.muted) && device?.context.state !== "running";

  return { available: Boolean(Context), isBlocked, play, sync, wake, stop, preview, set };
}

/**
 * @param {Loudness} loudness
 * @returns {number} ears hear steps of loudness, not of amplitude
 */
function gain({ volume, muted }) {
  return muted ? 0 : volume ** 2;
}

/** @param {AudioContext} context */
function runs({ state }) {
  return state === "running";
}

/** @param {AudioContext} context */
function isClosed({ state }) {
  return state === "closed";
}

/**
 * @param {AudioNode} volume
 * @param {AudioContext} context
 * @returns {GainNode}
 */
function outletTo(volume, context) {
  const outlet = context.createGain();
  outlet.connect(volume);
  return outlet;
}

/**
 * @param {AudioContext} context
 * @param {Sound} sound
 * @returns {AudioBuffer}
 */
function bufferOf(context, sound) {
  const made = samples(sound, RATE);
  const buffer = context.createBuffer(1, made.length, RATE);
  buffer.copyToChannel(made, 0);
  return buffer;
}

/**
 * @param {Schedule} schedule
 * @param {number} audio
 * @param {number} clock
 * @returns {boolean} whether its sounds would come at the wrong time
 */
function hasDrifted(schedule, audio, clock) {
  return Math.abs(audio - schedule.audio - (clock - schedule.clock) / 1000) > TOLERANCE_S;
}

/**
 * Takes back what hasn't begun. What has, stays: to begin it again would be a stutter.
 * @param {Schedule} schedule
 * @param {number} audio
 * @param {number} clock
 * @returns {Schedule} as of now
 */
function withoutRest(schedule, audio, clock) {
  const begun = schedule.sounds.filter(({ begins }) => begins <= audio);
  for (const { source, begins } of schedule.sounds) if (begins > audio) source.stop();
  return { ...schedule, audio, clock, sounds: begun, until: begun.at(-1)?.at ?? -Infinity };
}

/** @param {Promise<unknown> | undefined} promise one whose failure changes nothing */
async function settle(promise) {
  try {
    await promise;
  } catch {
    // The browser wants a tap first, or has taken the device away.
  }
}
