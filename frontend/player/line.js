// A line to one sound device: hands sounds to its clock, and takes them back.

/** @typedef {import("./moments.js").Moment} Moment */
/** @typedef {import("./sounds.js").BufferOf} BufferOf */
/** @typedef {import("../clock.js").Clock} Clock */

/**
 * A sound that was handed over: when it begins by the device's clock (seconds), and which moment of
 * the Clock that is (milliseconds).
 * @typedef {{source: AudioBufferSourceNode, begins: number, at: number}} Handed
 */

/** @typedef {ReturnType<typeof createLine>} Line */

/** Long enough for a hidden page that wakes once a minute, short enough for few sounds. */
const HORIZON_MS = 300_000;
// The others follow at the next looks: a tap is answered at once even on a slow phone. No routine
// has more in a minute than a look hands over, which is how often a hidden page looks.
const AT_FIRST = 20;
const AT_ONCE = 60;
// The audio clock moves in blocks, so the two clocks never agree quite.
const TOLERANCE_S = 0.05;
// Looks at least so far apart that find the audio clock where it was.
const LOOK_MS = 500;
const FADE_S = 0.01;
/** Two moments are further apart than this; one, asked for twice, is not: a slow phone may need a
 * while between one look at the clock and the next. */
const APART_MS = 100;
/** A sound that began longer ago is over. */
const OVER_S = 2;

/**
 * @param {AudioContext} context
 * @param {BufferOf} bufferOf
 * @param {Clock} now
 * @param {number} gain of all that sounds
 * @param {() => void} onLast called when the last sound that was handed over is over
 */
export function createLine(context, bufferOf, now, gain, onLast) {
  const volume = context.createGain();
  volume.gain.value = gain;
  volume.connect(context.destination);
  /** What sounds go through, until they are taken back. @type {GainNode | null} */
  let outlet = null;
  /** @type {Handed[]} */
  let handed = [];
  /** What both clocks said when sounds were handed over first. */
  let [audioThen, clockThen] = [0, 0];
  let quietFrom = 0;
  let look = { audio: -1, clock: -Infinity };
  let still = 0;
  let hasMoved = false;

  /**
   * Hands over what is near and was not handed over yet; all of it anew where it would sound wrong.
   * @param {readonly Moment[]} ahead in order
   * @returns {boolean} whether there is more that is near
   */
  function hand(ahead) {
    const [audio, clock] = [context.currentTime, now()];
    if (Math.abs(audio - audioThen - (clock - clockThen) / 1000) > TOLERANCE_S) {
      // What has begun stays: to begin it again would be a stutter.
      for (const { source, begins } of handed) if (begins > audio) source.stop();
      handed = handed.filter(({ begins }) => begins <= audio);
      [audioThen, clockThen] = [audio, clock];
    }
    handed = handed.filter(({ begins }) => begins > audio - OVER_S);
    const most = outlet ? AT_ONCE : AT_FIRST;
    if (!outlet) {
      outlet = context.createGain();
      outlet.connect(volume);
    }
    const from = (handed[handed.length - 1]?.at ?? -Infinity) - clock + APART_MS;
    const near = ahead.filter(({ after }) => after > from && after < HORIZON_MS);
    for (const { after, sound } of near.slice(0, most)) {
      const source = context.createBufferSource();
      source.buffer = bufferOf(sound);
      source.connect(outlet);
      const begins = audio + Math.max(0, after) / 1000;
      source.start(begins);
      source.onended = () => {
        if (handed.length === 0 || source === handed[handed.length - 1]?.source) onLast();
      };
      quietFrom = begins + source.buffer.duration;
      handed.push({ source, begins, at: clock + after });
    }
    return near.length > most;
  }

  /** What hasn't sounded yet won't, and what sounds fades. */
  function takeBack() {
    if (!outlet) return;
    const { currentTime } = context;
    outlet.gain.setTargetAtTime(0, currentTime, FADE_S);
    quietFrom = currentTime + 5 * FADE_S;
    for (const { source } of handed) source.stop(quietFrom);
    [outlet, handed] = [null, []];
  }

  /** @returns {number} how many looks in a row found the device's clock where it was */
  function stillLooks() {
    const [audio, clock] = [context.currentTime, now()];
    if (audio !== look.audio) {
      hasMoved ||= look.audio >= 0;
      still = 0;
    } else if (clock - look.clock < LOOK_MS) {
      return still;
    } else {
      still += 1;
    }
    look = { audio, clock };
    return still;
  }

  return {
    context,
    hand,
    takeBack,
    stillLooks,
    isStill: () => still > 0,
    hasMoved: () => hasMoved,
    /** For when its clock may stand still for a good reason. */
    forgetLooks() {
      [still, look] = [0, { audio: -1, clock: -Infinity }];
    },
    isQuiet: () => context.currentTime >= quietFrom,
    /** @param {number} wanted */
    setVolume: (wanted) => volume.gain.setTargetAtTime(wanted, context.currentTime, FADE_S),
  };
}
