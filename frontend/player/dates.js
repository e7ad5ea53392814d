// Days as people write them, in the page's language. A day is a text such as "2026-11-22", which
// means the person's own.

/** @typedef {readonly string[]} Locales the best first */

const DAY_MS = 86_400_000;
/** So many days ago is still said so; earlier days by their date. */
const RECENT = 6;

/**
 * A page's language doesn't say which country's manner of writing dates is meant. The browser does.
 * @param {string} language of the page
 * @param {readonly string[]} own the browser's
 * @returns {Locales}
 */
export function localesOf(language, own) {
  const [tongue = ""] = language.split("-");
  return [...own.filter((one) => one.split("-")[0] === tongue), language].filter(Boolean);
}

/**
 * @param {string} day
 * @param {Locales} locales
 * @returns {string} "Sunday, 22 November 2026"
 */
export function longDay(day, locales) {
  return noonOf(day).toLocaleDateString([...locales], {
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
  });
}

/**
 * @param {string} day
 * @param {Locales} locales
 * @returns {{name: string, letter: string}} "Sunday" and "S"
 */
export function weekday(day, locales) {
  const [name, letter] = /** @type {const} */ (["long", "narrow"]).map((weekday) =>
    noonOf(day).toLocaleDateString([...locales], { weekday }),
  );
  return { name: name ?? "", letter: letter ?? "" };
}

/**
 * @param {string} day
 * @param {string} today
 * @param {Locales} locales
 * @returns {string} "today", "yesterday", "3 days ago", "3 November 2026"
 */
export function since(day, today, locales) {
  const days = Math.round((noonOf(day).getTime() - noonOf(today).getTime()) / DAY_MS);
  if (days <= 0 && days >= -RECENT) {
    return new Intl.RelativeTimeFormat([...locales], { numeric: "auto" }).format(days, "day");
  }
  return noonOf(day).toLocaleDateString([...locales], { day: "numeric", month: "long", year: "numeric" });
}

/**
 * @param {string} day
 * @param {string} time "07:31"
 * @param {Locales} locales
 * @returns {string} "7:31 am"
 */
export function clockTime(day, time, locales) {
  return new Date(`${day}T${time}`).toLocaleTimeString([...locales], {
    hour: "numeric",
    minute: "2-digit",
  });
}

/** @param {string} day */
function noonOf(day) {
  return new Date(`${day}T12:00`);
}
