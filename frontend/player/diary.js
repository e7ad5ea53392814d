// The diary's page: what was done on which day; and to take it away as a file, bring it back, or
// forget it. All of it stays in the browser.

import { counted, fill } from "../fill.js";
import { clockTime, longDay } from "./dates.js";
import { byDay, imported, momentOf, readLog, summary, written } from "./log.js";
import { find } from "./screen.js";
import { bindTwice } from "./twice.js";
import { brief } from "./words.js";

/** @typedef {import("./log.js").Entry} Entry */
/** @typedef {import("./store.js").Store} Store */

/** @typedef {Readonly<Record<string, string> & {
 *   minutes: string, seconds: string, all: string, empty: string, imported_none: string, imported_bad: string,
 *   not_a_diary: string, not_kept: string, cleared: string, clear_sure: string, file: string,
 * }>} Words */

/** @typedef {Readonly<{
 *   store: Store, words: Words, guide: string, locales: import("./dates.js").Locales,
 *   today: () => Date,
 * }>} Tools */

/** So many days are shown at first. Ten years of them would take a phone a while. */
const SHOWN = 30;
/** No diary has as many bytes. */
const LARGEST = 10_000_000;

/**
 * @param {HTMLElement} page as templates/diary.html makes it
 * @param {Tools} tools
 */
export function bindDiary(page, { store, words, guide, locales, today }) {
  const days = find(page, "[data-days]", HTMLElement);
  const all = find(page, "[data-all]", HTMLElement);
  const said = find(page, "[data-said]", HTMLElement);
  const earlier = find(page, "[data-earlier]", HTMLButtonElement);
  const save = find(page, "[data-save]", HTMLButtonElement);
  const clear = find(page, "[data-clear]", HTMLButtonElement);
  const open = find(page, "[data-open]", HTMLButtonElement);
  const file = find(page, "[data-file]", HTMLInputElement);
  let shown = SHOWN;

  const log = () => readLog(store.get("log"));

  function show() {
    const entries = log();
    const groups = byDay(entries);
    const { days: count, minutes } = summary(entries, [...groups.keys()]);
    const time = fill(words.minutes, { n: minutes });
    all.textContent = count ? counted(words, "all", count, { time }) : words.empty;
    const latest = [...groups].reverse().slice(0, shown);
    days.replaceChildren(...latest.map(([day, those]) => dayOf(day, those)));
    earlier.hidden = groups.size <= shown;
    save.disabled = clear.disabled = count === 0;
  }

  /**
   * @param {string} day
   * @param {readonly Entry[]} entries
   */
  function dayOf(day, entries) {
    const item = document.createElement("li");
    const heading = document.createElement("h2");
    heading.textContent = longDay(day, locales);
    item.append(heading, ...entries.map(lineOf));
    return item;
  }

  /** @param {Entry} entry */
  function lineOf({ page: address, title, day, time, seconds, felt }) {
    const line = document.createElement("p");
    const link = document.createElement("a");
    link.href = address;
    link.textContent = title;
    const facts = document.createElement("span");
    const how = felt ? words[`how_${felt}`] : "";
    facts.textContent = [clockTime(day, time, locales), brief(seconds, words), how]
      .filter(Boolean)
      .join(" · ");
    line.append(link, " ", facts);
    return line;
  }

  save.addEventListener("click", () => {
    const text = JSON.stringify({ guide, ...written(log()) }, null, 2);
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
    link.download = fill(words.file, { guide });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000); // Not before it was fetched.
  });

  open.addEventListener("click", () => file.click());
  file.addEventListener("change", async () => {
    const chosen = file.files?.[0];
    const text = chosen && chosen.size <= LARGEST ? await chosen.text().catch(() => "") : "";
    file.value = "";
    if (chosen) said.textContent = taken(text);
    show();
  });

  /**
   * @param {string} text of a file
   * @returns {string} what came of it
   */
  function taken(text) {
    const found = imported(log(), text, momentOf(today()).day, guide);
    if (!found) return words.not_a_diary;
    if (found.news === 0) return found.read ? words.imported_none : words.imported_bad;
    const isKept = store.set("log", written(found.log));
    return isKept ? counted(words, "imported", found.news) : words.not_kept;
  }

  bindTwice(clear, words.clear_sure, () => {
    store.remove("log");
    store.remove("left");
    shown = SHOWN;
    said.textContent = words.cleared;
    show();
    said.focus(); // The button can't be pressed any more.
  });
  earlier.addEventListener("click", () => {
    const first = days.children.length;
    shown = Infinity;
    show();
    const link = days.children[first]?.querySelector("a");
    link?.focus();
  });
  addEventListener("storage", show); // Another page of the guide has written.
  addEventListener("pageshow", ({ persisted }) => persisted && show());

  show();
  page.hidden = false;
}
