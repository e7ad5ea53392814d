// Sounds on time. A hidden page's timers may sleep for a minute, but its audio clock doesn't: so
// the sounds of the next minutes are handed to that clock ahead, and taken back on a pause. Where
// there is no sound to be had, everything here does nothing.
//
// iOS has rules of its own. A context sounds only once it was resumed inside a tap. A call, or a
// locked screen, makes it "interrupted", which the system ends by itself; whoever resumes it too
// early may get one that claims to run while its clock stands still, and needs a new one.

import { createLine } from "./line.js";

/** @typedef {import("./moments.js").Moment} Moment */
/** @typedef {import("../clock.js").Clock} Clock */

/**
 * `throughSilence`: sound although the phone's mute switch is on. It may stop a person's music.
 * @typedef {Readonly<{volume: number, muted: boolean, throughSilence: boolean}>} Loudness
 */

/**
 * @typedef {object} Cues
 * @property {boolean} available whether the browser has sounds at all
 * @property {() => boolean} isBlocked whether sounds wait for a tap: a page that was opened without
 *   one may not sound
 * @property {() => void} ready Opens the sound device, as a press begins: to open it may take
 *   longer than the tap that follows should.
 * @property {(upcoming: () => readonly Moment[]) => void} play
 *   Sounds these moments from now on, instead of any others. To be called inside the tap. They are
 *   asked for again to hand over more, and when the audio clock has to be put right.
 * @property {() => void} sync Hands over what has come near, and puts right what is wrong. To be
 *   called at least once a minute or two, and when the page is shown or hidden; cheap.
 * @property {() => void} wake The same inside a tap, and when the page is shown again: asks a
 *   sleeping or interrupted sound device to go on.
 * @property {() => void} stop Takes back what hasn't sounded yet.
 * @property {(loudness: Loudness) => void} set Heard at once.
 */

/** A sound device may need this long to wake up. A sound so late still tells the truth. */
const LATE_MS = 500;
/** How many looks may find the audio clock where it was. */
const TOO_STILL = 3;
/** A press that ends nowhere: its device may sleep. */
const PRESS_MS = 5000;

/**
 * @param {(new () => AudioContext) | undefined} Context AudioContext, where the browser has one
 * @param {import("./sounds.js").BufferOf} bufferOf
 * @param {Clock} now
 * @param {{type: string} | undefined} [audioSession] navigator.audioSession, where it has one
 * @param {() => boolean} [mayOpen] whether the browser would let a sound device start now: one that
 *   mayn't is complained of in the console
 * @returns {Cues}
 */
export function createCues(Context, bufferOf, now, audioSession, mayOpen = () => true) {
  const usual = audioSession?.type ?? "auto";
  /** @type {Loudness} */
  let loudness = { volume: 1, muted: false, throughSilence: false };
  /** @type {import("./line.js").Line | null} */
  let line = null;
  /** @type {(() => readonly Moment[]) | null} */
  let upcoming = null;
  let isPressed = false;
  let isResuming = false;
  let isRenewed = false;

  const is = (/** @type {string} */ state) => line?.context.state === state;

  function ready() {
    if (line) return;
    open();
    isPressed = true;
    setTimeout(() => {
      isPressed = false;
      sync();
    }, PRESS_MS);
  }

  /** @type {Cues["play"]} */
  function play(moments) {
    upcoming = moments;
    line?.takeBack();
    wake();
  }

  function sync() {
    if (!line) return;
    const ahead = upcoming?.().filter(({ after }) => after > -LATE_MS) ?? [];
    if (ahead.length === 0) {
      rest();
    } else if (!is("running")) {
      line.takeBack(); // Its clock stands still: what is left on it would sound late.
      line.forgetLooks();
      if (!isResuming && is("suspended")) void resume();
    } else {
      const still = line.stillLooks();
      // Where not even a new one moves, the next tap may help.
      if (still >= TOO_STILL && (line.hasMoved() || !isRenewed)) renew();
      else if (still === 0 && line.hand(ahead)) setTimeout(sync, 0);
    }
  }

  function wake() {
    if (!upcoming) return;
    tellSession();
    if (!line) open();
    else if (line.isStill() || is("closed")) renew();
    if (is("running")) sync();
    else void resume();
  }

  function stop() {
    upcoming = null;
    line?.takeBack();
    tellSession();
  }

  /** @type {Cues["set"]} */
  function set(wanted) {
    loudness = wanted;
    line?.setVolume(gain(wanted));
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
      line = createLine(context, bufferOf, now, gain(loudness), sync);
      context.onstatechange = sync;
    } catch {
      // No sound device, or too many pages that use it.
    }
  }

  /** The clock of this one won't move any more. */
  function renew() {
    const old = line?.context;
    line?.takeBack();
    line = null;
    isRenewed = true;
    if (old) {
      old.onstatechange = null;
      if (old.state !== "closed") void settle(old.close());
    }
    open();
    void resume();
  }

  async function resume() {
    const sleeping = line?.context;
    if (!sleeping) return;
    isResuming = true;
    await settle(sleeping.resume());
    isResuming = false;
    if (sleeping === line?.context && is("running")) sync();
  }

  /** With nothing to come, an open sound device would only cost battery. */
  function rest() {
    if (!line || isPressed || !is("running") || !line.isQuiet()) return;
    tellSession(false);
    void settle(line.context.suspend());
  }

  const isBlocked = () =>
    Boolean(Context && upcoming && !loudness.muted) && !is("running");

  return { available: Boolean(Context), isBlocked, ready, play, sync, wake, stop, set };
}

/**
 * @param {Loudness} loudness
 * @returns {number} ears hear steps of loudness, not of amplitude
 */
function gain({ volume, muted }) {
  return muted ? 0 : volume ** 2;
}

/** @param {Promise<unknown>} promise one whose failure changes nothing */
async function settle(promise) {
  try {
    await promise;
  } catch {
    // The browser wants a tap first, or has taken the device away.
  }
}
