// The time source, and the little arithmetic that turns a deadline into seconds to show.
// Nothing else in the scripts asks what time it is: they are handed a Clock.

/**
 * Milliseconds since some fixed moment. They count on while the page is hidden and while the
 * machine sleeps, and never run backwards.
 * @typedef {() => number} Clock
 */

// Two clocks that agree differ by their rounding only. More than this is a clock that was set.
const ROUNDING_MS = 100;

/**
 * A clock made of two, since neither will do alone: the time of day may be set back while
 * somebody holds a stretch, and the steady clock stands still on some systems while they sleep.
 * The time of day leads; where it falls behind the steady clock, the difference is made good.
 *
 * @param {Clock} timeOfDay
 * @param {Clock} steady
 * @returns {Clock}
 */
export function createClock(timeOfDay = () => Date.now(), steady = () => performance.now()) {
  let lead = steady() - timeOfDay();
  let madeGood = 0;
  let latest = -Infinity;
  return () => {
    const day = timeOfDay();
    const drift = steady() - day - lead;
    // Small differences may add up until they count. To take the larger of two clocks at each
    // reading would gather their roundings, and run ahead.
    if (Math.abs(drift) > ROUNDING_MS) {
      lead += drift;
      madeGood += Math.max(0, Math.round(drift));
    }
    latest = Math.max(latest, day + madeGood);
    return latest;
  };
}

/**
 * What a person reads as time left: 14 until the very last moment of the 14th second.
 * @param {number} left milliseconds
 * @returns {number} seconds
 */
export function wholeSeconds(left) {
  return Math.ceil(left / 1000);
}

/**
 * How long what wholeSeconds says stays true.
 * @param {number} left milliseconds
 * @returns {number} milliseconds, above 0 and at most 1000
 */
export function untilNextSecond(left) {
  return left % 1000 || 1000;
}
