// What a person has chosen for the timer, and how it is read back from what the browser kept:
// whatever stands there, something sensible comes out.

/**
 * `away`: what happens when the screen goes off or another tab is in front. `throughSilence`:
 * whether to sound although a phone's mute switch is on. `counting`: counted repetitions go by at
 * a pace, or wait for Done. `pace`: seconds of one, null where the page's own is meant. `holds`:
 * seconds by their holdKey (course.js).
 * @typedef {Readonly<{
 *   volume: number, muted: boolean, voice: "off" | "brief" | "full", buzz: boolean,
 *   away: "go-on" | "pause", throughSilence: boolean, counting: "pace" | "done",
 *   pace: number | null, holds: Readonly<Record<string, number>>,
 * }>} Preferences
 */

/** @type {Preferences} */
export const DEFAULTS = Object.freeze({
  volume: 0.7,
  muted: false,
  voice: "off",
  buzz: true,
  away: "go-on",
  throughSilence: false,
  counting: "pace",
  pace: null,
  holds: Object.freeze({}),
});

/** Seconds that a counted repetition may take. */
export const PACES = /** @type {const} */ ([1, 20]);

/** What each may be. @type {Readonly<Record<string, (value: unknown) => boolean>>} */
const SENSIBLE = {
  volume: (value) => isWithin(value, 0, 1),
  muted: isFlag,
  voice: oneOf("off", "brief", "full"),
  buzz: isFlag,
  away: oneOf("go-on", "pause"),
  throughSilence: isFlag,
  counting: oneOf("pace", "done"),
  pace: (value) => isWithin(value, ...PACES),
  holds: isRecord,
};

/** Holds of more exercises than this are not kept: the oldest go. */
const MOST_HOLDS = 200;

/**
 * @param {unknown} stored
 * @returns {Preferences} with the default for whatever is missing or makes no sense
 */
export function readPreferences(stored) {
  const given = isRecord(stored) ? stored : {};
  const sensible = Object.keys(SENSIBLE).filter((name) => SENSIBLE[name]?.(given[name]));
  const chosen = Object.fromEntries(sensible.map((name) => [name, given[name]]));
  const { holds, ...others } = { ...DEFAULTS, ...chosen };
  return Object.freeze({ ...others, holds: readHolds(holds) });
}

/**
 * @param {Preferences} preferences
 * @param {string} key
 * @param {number} seconds
 * @returns {Preferences} with that hold, as the latest
 */
export function withHold(preferences, key, seconds) {
  const { [key]: _, ...others } = preferences.holds;
  return Object.freeze({ ...preferences, holds: readHolds({ ...others, [key]: seconds }) });
}

/**
 * @param {Record<string, unknown>} holds
 * @returns {Preferences["holds"]}
 */
function readHolds(holds) {
  const known = Object.entries(holds).filter(([, seconds]) => isWithin(seconds, 1, 3600));
  return Object.freeze(Object.fromEntries(/** @type {[string, number][]} */ (known.slice(-MOST_HOLDS))));
}

/** @param {unknown} value */
function isFlag(value) {
  return typeof value === "boolean";
}

/** @param {unknown[]} choices */
function oneOf(...choices) {
  return (/** @type {unknown} */ value) => choices.includes(value);
}

/**
 * @param {unknown} value
 * @param {number} low
 * @param {number} high
 * @returns {value is number}
 */
function isWithin(value, low, high) {
  return typeof value === "number" && value >= low && value <= high;
}

/**
 * @param {unknown} value
 * @returns {value is Record<string, unknown>}
 */
export function isRecord(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
