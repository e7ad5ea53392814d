// The guide's first page for somebody who comes back: where they left off or what they did last,
// and their week. Made from what this browser keeps; whoever is new sees the page as it was sent.

import { counted, fill } from "../fill.js";
import { since, weekday } from "./dates.js";
import { daysUntil, momentOf, readLog, summary } from "./log.js";
import { placed, whereLeft } from "./resume.js";
import { find } from "./screen.js";
import { bindTwice } from "./twice.js";
import { brief } from "./words.js";

/** @typedef {import("./log.js").Log} Log */
/** @typedef {import("./dates.js").Locales} Locales */
/** @typedef {NonNullable<ReturnType<typeof whereLeft>>} Left */

/** @typedef {Readonly<Record<string, string> & {
 *   minutes: string, seconds: string, left_done: string, left_begun: string, left_short: string,
 *   next_last: string, next_two: string, last: string, last_hurt: string, week: string, day_done: string,
 *   day_free: string, forget_sure: string,
 * }>} Words */

/** @typedef {Readonly<{
 *   store: import("./store.js").Store, words: Words, locales: Locales, today: () => Date,
 * }>} Tools */

const WEEK = 7;

/**
 * @param {HTMLElement} hero as templates/home.html makes it
 * @param {Tools} tools
 */
export function bindHome(hero, { store, words, locales, today }) {
  const asNew = [...hero.childNodes];
  const [again, carryOn] = ["again", "carry-on"].map(
    (name) => find(hero, `[data-${name}]`, HTMLTemplateElement).content,
  );
  const panel = hero.querySelector("[data-first]");

  function show() {
    const log = readLog(store.get("log"));
    const left = whereLeft(store.get("left"), today().getTime());
    if (!again || !carryOn || (log.length === 0 && !left)) return hero.replaceChildren(...asNew);
    const greeting = copy(again);
    const lead = find(greeting, "[data-lead]", HTMLElement);
    if (left) tellLeft(lead, left, words);
    else tellLast(lead, log, words, locales, today());
    drawWeek(find(greeting, "[data-week]", HTMLElement), log, words, locales, today());
    bindTwice(find(greeting, "[data-forget]", HTMLButtonElement), words.forget_sure, forget);
    const goesOn = left ? panelOf(copy(carryOn), left, words, () => drop(left)) : panel;
    hero.replaceChildren(greeting, ...(goesOn ? [goesOn] : []));
  }

  /** @param {Left} left */
  function drop({ course }) {
    store.set("left", placed(store.get("left"), course, null));
  }

  function forget() {
    store.remove("log");
    store.remove("left");
    show();
    const heading = find(hero, "h1", HTMLElement);
    heading.tabIndex = -1;
    heading.focus();
  }

  addEventListener("storage", show); // Another page of the guide has written.
  addEventListener("pageshow", ({ persisted }) => persisted && show());
  show();
}

/**
 * @param {HTMLElement} lead
 * @param {Left} left
 * @param {Words} words
 */
function tellLeft(lead, { page, title, done, of, remains }, words) {
  const sentence = done > 0 ? words.left_done : words.left_begun;
  const minutes = Math.round(remains / 60);
  const rest = minutes ? counted(words, "left_minutes", minutes) : words.left_short;
  lead.append(...withLink(fill(sentence, { done, of }), page, title), " ", rest);
}

/**
 * @param {HTMLElement} lead
 * @param {Log} log not empty
 * @param {Words} words
 * @param {Locales} locales
 * @param {Date} today
 */
function tellLast(lead, log, words, locales, today) {
  const last = log[log.length - 1];
  if (!last) return;
  const day = since(last.day, momentOf(today).day, locales);
  const sentence = last.felt === "hurts" ? words.last_hurt : words.last;
  lead.append(...withLink(fill(sentence, { day }), last.page, last.title));
}

/**
 * The last days as mats, unrolled or still rolled. A week without any is not shown to anybody.
 * @param {HTMLElement} week
 * @param {Log} log
 * @param {Words} words
 * @param {Locales} locales
 * @param {Date} today
 */
function drawWeek(week, log, words, locales, today) {
  const days = daysUntil(today, WEEK);
  const { days: n } = summary(log, days);
  week.hidden = n === 0;
  find(week, "[data-week-says]", HTMLElement).textContent = fill(words.week, { n });
  const [done, free] = ["done", "free"].map((kind) => find(week, `[data-${kind}]`, HTMLElement));
  const mats = days.map((day) => {
    const isDone = log.some((entry) => entry.day === day);
    const mat = /** @type {HTMLElement} */ ((isDone ? done : free)?.cloneNode(true));
    const { name, letter } = weekday(day, locales);
    find(mat, "[data-letter]", HTMLElement).textContent = letter;
    const said = fill(isDone ? words.day_done : words.day_free, { day: name });
    find(mat, "[data-day]", HTMLElement).textContent = said;
    return mat;
  });
  find(week, "ul", HTMLElement).replaceChildren(...mats);
}

/**
 * @param {HTMLElement} panel
 * @param {Left} left
 * @param {Words} words
 * @param {() => void} forget
 */
function panelOf(panel, { page, title, anchor, of, remains, next }, words, forget) {
  const scene = sceneOf(page);
  if (scene) panel.prepend(scene);
  find(panel, "[data-title]", HTMLElement).textContent = title;
  const ahead = find(panel, "[data-next]", HTMLElement);
  ahead.textContent = of > 1 ? aheadWords(next, words) : "";
  ahead.hidden = !ahead.textContent;
  find(panel, "[data-time]", HTMLElement).textContent = brief(remains, words);
  const play = `${page}#play${anchor && `-${encodeURIComponent(anchor)}`}`;
  find(panel, "[data-go]", HTMLAnchorElement).href = play;
  const afresh = find(panel, "[data-afresh]", HTMLAnchorElement);
  afresh.href = play;
  for (const press of ["click", "auxclick"]) afresh.addEventListener(press, forget);
  return panel;
}

/**
 * @param {readonly string[]} next
 * @param {Words} words
 * @returns {string} what comes
 */
function aheadWords([title, then, ...others], words) {
  if (title === undefined) return "";
  if (then === undefined) return fill(words.next_last, { title });
  if (others.length === 0) return fill(words.next_two, { title, then });
  return counted(words, "next_more", others.length + 1, { title });
}

/**
 * @param {string} page
 * @returns {Element | null} the room that the page's row shows here, as large as a panel has it
 */
function sceneOf(page) {
  const link = [...document.querySelectorAll(".row a")].find(
    (one) => decodeURI(one.getAttribute("href") ?? "") === page,
  );
  const room = link?.closest(".row")?.querySelector(".room")?.cloneNode(true);
  if (!(room instanceof Element)) return null;
  room.classList.replace("thumb", "dawn");
  room.querySelector("img")?.removeAttribute("loading");
  return room;
}

/**
 * @param {string} sentence with {title}
 * @param {string} href
 * @param {string} title
 * @returns {(string | Node)[]} the sentence with a link
 */
function withLink(sentence, href, title) {
  const link = document.createElement("a");
  link.href = href;
  link.textContent = title;
  const [before = "", after = ""] = sentence.split("{title}");
  return [before, link, after];
}

/**
 * @param {DocumentFragment} template with one element
 * @returns {HTMLElement}
 */
function copy(template) {
  const [element] = /** @type {DocumentFragment} */ (template.cloneNode(true)).children;
  if (!(element instanceof HTMLElement)) throw new TypeError("an empty template");
  return element;
}
