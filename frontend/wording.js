// What a person reads and hears said: a view's words. Every word comes from the page; here stands
// only how they are put together.

/** @typedef {import("./session.js").Phase} Phase */

/**
 * The words that scripts need, out of the guide's wording table. Placeholders stand in braces.
 * @typedef {object} Words
 * @property {string} start
 * @property {string} pause
 * @property {string} ready
 * @property {string} hold
 * @property {string} release
 * @property {string} change
 * @property {string} rest
 * @property {string} activity
 * @property {string} count instead of `hold`, for a repetition that is counted
 * @property {string} done
 * @property {string} left with {time}
 * @property {string} repetition with {rep} and {of}
 * @property {string} minutes with {n}
 * @property {string} seconds with {n}
 * @property {string} total_done with {time}
 */

/**
 * What an exercise and its sides are called, by its slug.
 * @typedef {Readonly<Record<string, {title: string, left?: string, right?: string}>>} Names
 */

/**
 * @param {string} template
 * @param {Readonly<Record<string, string | number>>} values
 * @returns {string}
 */
export function fill(template, values) {
  return template.replace(/\{(\w+)\}/g, (placeholder, key) => String(values[key] ?? placeholder));
}

/**
 * Time left in a phase, as few characters as will do: they are read from two metres away.
 * @param {number} seconds whole
 * @returns {string} "14", and from a minute on "1:45"
 */
export function digits(seconds) {
  if (seconds < 60) return String(seconds);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/**
 * @param {number} seconds whole
 * @param {Words} words
 * @returns {string} "1 min 9 s", "3 min", "45 s"
 */
export function duration(seconds, words) {
  const minutes = Math.floor(seconds / 60);
  const rest = seconds % 60;
  const parts = [];
  if (minutes) parts.push(fill(words.minutes, { n: minutes }));
  if (rest || !minutes) parts.push(fill(words.seconds, { n: rest }));
  return parts.join(" ");
}

/**
 * What to do in this phase, said once when it begins.
 * @param {Phase} phase
 * @param {Names} names
 * @param {Words} words
 * @returns {string} "Hold. Left leg. 2 of 5."
 */
export function cue(phase, names, words) {
  const parts = [phase.name || words[phase.counted ? "count" : phase.kind]];
  const side = phase.side && phase.exercise ? names[phase.exercise]?.[phase.side] : undefined;
  // Between two holds the side stays as it is. To say it again would be noise.
  if (side && phase.kind !== "release") parts.push(side);
  if (phase.kind === "hold" && phase.rep && phase.of && phase.of > 1) {
    parts.push(fill(words.repetition, { rep: phase.rep, of: phase.of }));
  }
  return parts.map(sentence).join(" ");
}

/**
 * @param {string} text
 * @returns {string} with a full stop, unless it ends in a mark of its own
 */
function sentence(text) {
  return /[.!?…:]$/.test(text) ? text : `${text}.`;
}
