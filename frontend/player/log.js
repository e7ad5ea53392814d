// The diary: what was done on which day, and for how long. A value that the browser keeps, and
// that a person can take away as a file, bring back and clear. Nothing here counts days in a row.

import { isRecord } from "./preferences.js";

/** @typedef {"easier" | "right" | "harder" | "hurts"} Felt */

/**
 * One time. `day` is the person's own ("2026-11-22"), `time` too ("07:31"); `page` is the address
 * inside the guide ("routines/morning.html"), `title` what it was called then, `done` the
 * exercises' slugs.
 * @typedef {Readonly<{
 *   day: string, time: string, page: string, title: string, seconds: number,
 *   done: readonly string[], felt?: Felt,
 * }>} Entry
 */

/** @typedef {readonly Entry[]} Log in the order of time */

const FORMAT = 1;
const MOST = 5000; // Ten years of twice a day fit.
const FELT = /** @type {const} */ (["easier", "right", "harder", "hurts"]);
/** @type {Record<"day" | "time" | "page" | "title", RegExp>} */
const SHAPES = {
  day: /^\d{4}-\d\d-\d\d$/,
  time: /^\d\d:\d\d$/,
  page: /^(?!(?:.*\/)?(?:\.|%2e){1,2}(?:\/|$))[^\s:?#\\/][^\s:?#\\]{0,300}$/i, // Below the guide: a link is made of it.
  title: /^.{1,300}$/s,
};

/**
 * @param {unknown} value
 * @returns {value is string} whether it is the address of a page inside a guide, and no other
 */
export function isPage(value) {
  return typeof value === "string" && SHAPES.page.test(value);
}

/**
 * @param {unknown} stored
 * @returns {Log} without what makes no sense
 */
export function readLog(stored) {
  const entries = isRecord(stored) && Array.isArray(stored.entries) ? stored.entries : [];
  return sorted(entries.flatMap(readEntry));
}

/**
 * @param {Log} log
 * @returns {{format: number, entries: Log}} what is kept; and exported, with the guide's id
 */
export function written(log) {
  return { format: FORMAT, entries: log };
}

/**
 * Of a page with several days, the one that comes after what was done last; after all, the first.
 * @param {Log} log
 * @param {string} page
 * @param {readonly string[]} titles of its days
 * @returns {number} which of them, from 0
 */
export function nextDay(log, page, titles) {
  const last = log.filter((entry) => entry.page === page && titles.includes(entry.title)).at(-1);
  return last ? (titles.indexOf(last.title) + 1) % titles.length : 0;
}

/**
 * What stands there is not looked at: whoever shows it leaves out what makes no sense.
 * @param {unknown} stored
 * @param {Entry} entry anew, or as it was found to feel since
 * @returns {{format: number, entries: readonly unknown[]}} what is to be kept, with this entry in it
 */
export function noted(stored, entry) {
  const entries = isRecord(stored) && Array.isArray(stored.entries) ? stored.entries : [];
  const others = entries.filter((other) => isRecord(other) && keyOf(other) !== keyOf(entry));
  return { format: FORMAT, entries: [...others, entry].slice(-MOST) };
}

/**
 * A file's entries beside those that are there, each once.
 * @param {Log} log
 * @param {string} text of a file
 * @param {string} today later days have not come
 * @param {string} guide its id
 * @returns {{log: Log, read: number, news: number} | null} how many of its entries make sense, and how
 *   many of them were not there; null where it is no such file, or another guide's
 */
export function imported(log, text, today, guide) {
  const file = parsed(text);
  if (!isRecord(file) || file.format !== FORMAT || !Array.isArray(file.entries)) return null;
  if (file.guide !== undefined && file.guide !== guide) return null;
  const known = new Map(log.map((entry) => [keyOf(entry), entry]));
  const past = readLog(file).filter(({ day }) => day <= today);
  const fresh = new Map(past.map((entry) => [keyOf(entry), entry]));
  for (const key of known.keys()) fresh.delete(key);
  return { log: sorted([...log, ...fresh.values()]), read: past.length, news: fresh.size };
}

/**
 * @param {Log} log
 * @returns {Map<string, Entry[]>} what was done on each day, the earliest first
 */
export function byDay(log) {
  /** @type {Map<string, Entry[]>} */
  const days = new Map();
  for (const entry of log) days.set(entry.day, [...(days.get(entry.day) ?? []), entry]);
  return days;
}

/**
 * @param {Log} log
 * @param {readonly string[]} days
 * @returns {{days: number, minutes: number}} on how many of these days something was done, and for
 *   how many minutes in all, rounded
 */
export function summary(log, days) {
  const those = new Set(days);
  const entries = log.filter((entry) => those.has(entry.day));
  const seconds = entries.reduce((sum, entry) => sum + entry.seconds, 0);
  return { days: new Set(entries.map((entry) => entry.day)).size, minutes: Math.round(seconds / 60) };
}

/**
 * @param {Date} date
 * @returns {{day: string, time: string}} as the person's own calendar and clock have it
 */
export function momentOf(date) {
  const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
  return {
    day: `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`,
    time: `${two(date.getHours())}:${two(date.getMinutes())}`,
  };
}

/**
 * The days that end with this one.
 * @param {Date} date
 * @param {number} count
 * @returns {string[]} the earliest first
 */
export function daysUntil(date, count) {
  return Array.from({ length: count }, (_, back) => {
    // Noon, and by the calendar: a day may have 23 hours.
    const day = new Date(date.getFullYear(), date.getMonth(), date.getDate() - back, 12);
    return momentOf(day).day;
  }).reverse();
}

/**
 * @param {unknown} stored
 * @returns {Entry[]} one, or none
 */
function readEntry(stored) {
  if (!isRecord(stored)) return [];
  const { day, time, page, title, seconds, done, felt } = stored;
  const texts = { day, time, page, title };
  for (const [key, shape] of Object.entries(SHAPES)) {
    const text = texts[/** @type {keyof typeof texts} */ (key)];
    if (typeof text !== "string" || !shape.test(text)) return [];
  }
  if (momentOf(new Date(`${day}T${time}`)).day !== day) return []; // The 31st of February.
  if (typeof seconds !== "number" || !(seconds >= 0 && seconds < 86_400)) return [];
  const entry = {
    .../** @type {{day: string, time: string, page: string, title: string}} */ (texts),
    seconds: Math.round(seconds),
    done: Array.isArray(done) ? done.filter((slug) => typeof slug === "string").slice(0, 99) : [],
  };
  const known = FELT.find((each) => each === felt);
  return [Object.freeze(known ? { ...entry, felt: known } : entry)];
}

/**
 * @param {readonly Entry[]} entries
 * @returns {Log}
 */
function sorted(entries) {
  const key = (/** @type {Entry} */ { day, time }) => `${day} ${time}`;
  const ordered = [...entries].sort((one, other) => (key(one) < key(other) ? -1 : key(one) > key(other) ? 1 : 0));
  return Object.freeze(ordered.slice(-MOST));
}

/**
 * @param {Entry | Record<string, unknown>} entry
 * @returns {string} what tells it from all others
 */
function keyOf({ day, time, page, seconds }) {
  return `${day} ${time} ${page} ${seconds}`;
}

/**
 * @param {string} text
 * @returns {unknown}
 */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
