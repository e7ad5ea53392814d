// What the browser keeps: choices, where one left off, the diary; and what comes of it where it is
// missing, full, foreign or damaged.

import assert from "node:assert/strict";
import { test } from "node:test";
import { counted } from "../../fill.js";
import { localesOf, longDay, since, weekday } from "../../player/dates.js";
import { byDay, daysUntil, imported, isPage, momentOf, nextDay, noted, readLog, summary, written } from "../../player/log.js";
import { DEFAULTS, readPreferences, withHold } from "../../player/preferences.js";
import { leave, placed, progressOf, takeUp, whereLeft } from "../../player/resume.js";
import { create, extend, pause, skip, start, view } from "../../player/session.js";
import { createStore } from "../../player/store.js";

/** @typedef {import("../../player/course.js").Phase} Phase */
/** @typedef {import("../../player/log.js").Entry} Entry */

const T = 1_800_000_000_000;
const HOUR = 3_600_000;
const ODD = [undefined, null, 7, "x", [], [1], {}, { entries: 3 }, { holds: [] }, NaN, true];

test("whatever is stored, choices make sense", () => {
  for (const odd of ODD) assert.deepEqual(readPreferences(odd), DEFAULTS);
  const stored = { volume: 9, muted: "yes", voice: "loud", pace: 0, holds: { a: 20, b: -1, c: "9" } };
  assert.deepEqual(readPreferences(stored), { ...DEFAULTS, holds: { a: 20 } });
  const mine = { ...DEFAULTS, volume: 0, voice: "full", counting: "done", pace: 6, away: "pause" };
  assert.deepEqual(readPreferences(JSON.parse(JSON.stringify(mine))), mine);
});

test("of a week, the day after the last one done is next", () => {
  const page = "routines/week.html";
  const titles = ["Week: Day 1", "Week: Day 2", "Week: Day 3"];
  const done = (/** @type {readonly number[]} */ ...days) =>
    days.map((day, number) => {
      return { day: `2026-11-0${number + 1}`, time: "07:00", page, title: titles[day - 1] ?? "", seconds: 9, done: [] };
    });
  assert.equal(nextDay([], page, titles), 0);
  assert.equal(nextDay(done(1), page, titles), 1);
  assert.equal(nextDay(done(1, 2, 1), page, titles), 1);
  assert.equal(nextDay(done(1, 2, 3), page, titles), 0);
  assert.equal(nextDay(done(1, 9), page, titles), 1);
  assert.equal(nextDay(done(2), "routines/other.html", titles), 0);
});

test("of very many holds the latest are kept", () => {
  let preferences = DEFAULTS;
  for (let number = 0; number < 300; number += 1) preferences = withHold(preferences, `e${number}//`, 20);
  const keys = Object.keys(preferences.holds);
  assert.equal(keys.length, 200);
  assert.equal(keys.at(-1), "e299//");
  assert.equal(Object.keys(withHold(preferences, "e150//", 25).holds).at(-1), "e150//");
});

/** @param {Partial<Storage>} [broken] */
function storage(broken = {}) {
  const items = new Map();
  const whole = {
    getItem: (/** @type {string} */ key) => items.get(key) ?? null,
    setItem: (/** @type {string} */ key, /** @type {string} */ value) => void items.set(key, value),
    removeItem: (/** @type {string} */ key) => void items.delete(key),
    ...broken,
  };
  return /** @type {Storage} */ (/** @type {unknown} */ (whole));
}

test("guides on one host don't see each other's things", () => {
  const shared = storage();
  const [one, other] = ["back", "neck"].map((guide) => createStore(() => shared, guide));
  assert.equal(one?.set("log", { a: 1 }), true);
  assert.deepEqual(one?.get("log"), { a: 1 });
  assert.equal(other?.get("log"), undefined);
  one?.remove("log");
  assert.equal(one?.get("log"), undefined);
});

test("where nothing can be kept, it lasts as long as the page, and says so", () => {
  const refusals = [
    () => undefined,
    () => {
      throw new Error("SecurityError");
    },
    () => storage({ setItem: () => assert.fail("full"), getItem: () => null }),
  ];
  for (const open of refusals) {
    const store = createStore(open, "back");
    assert.equal(store.set("log", [1]), false);
    assert.deepEqual(store.get("log"), [1]);
    store.remove("log");
    assert.equal(store.get("log"), undefined);
  }
});

test("half a text is nothing", () => {
  const store = createStore(() => storage({ getItem: () => '{"a":' }), "back");
  assert.equal(store.get("log"), undefined);
});

/** @type {Phase[]} */
const PHASES = [
  { kind: "ready", seconds: 10 },
  { kind: "hold", seconds: 20 },
  { kind: "hold", seconds: 20 },
];

test("one carries on where one left, with what one had changed", () => {
  const session = extend(start(create(PHASES), T), T + 12_000, 10);
  const left = JSON.parse(JSON.stringify(leave("a", session, T + 15_000, T)));
  const again = takeUp(create(PHASES), "a", left, T + HOUR);
  assert.ok(again);
  const { state, index, left: rest, total } = view(again, 5);
  assert.deepEqual([state, index, rest, total], ["paused", 1, 25_000, 60_000]);
});

test("there is nothing to carry on before the start and after the end", () => {
  assert.equal(leave("a", create(PHASES), T, T), null);
  assert.equal(leave("a", start(create(PHASES), T), T + HOUR, T), null);
  assert.ok(leave("a", pause(start(create(PHASES), T), T + 5), T, T));
});

test("what was left elsewhere, long ago, or before the page changed is nothing", () => {
  const left = leave("a", start(create(PHASES), T), T + 15_000, T);
  const fresh = create(PHASES);
  assert.ok(takeUp(fresh, "a", left, T));
  assert.equal(takeUp(fresh, "b", left, T), null);
  assert.equal(takeUp(fresh, "a", left, T + 13 * HOUR), null);
  assert.equal(takeUp(fresh, "a", left, T - 13 * HOUR), null); // A clock that was set.
  assert.equal(takeUp(create(PHASES.slice(1)), "a", left, T), null);
  for (const odd of [...ODD, { ...left, seconds: [10, 0, 20] }, { ...left, elapsed: -1 }]) {
    assert.equal(takeUp(fresh, "a", odd, T), null);
  }
});

test("each timer keeps its own place, and the oldest goes", () => {
  const left = (/** @type {string} */ course) => leave(course, start(create(PHASES), T), T + 15_000, T);
  const a = left("a");
  const both = placed(placed(undefined, "a", a), "b", left("b"));
  assert.ok(takeUp(create(PHASES), "a", both, T));
  assert.ok(takeUp(create(PHASES), "b", both, T));
  assert.deepEqual(placed(both, "a", a), [left("b"), a]);
  assert.deepEqual(placed(both, "b", null), [a]);
  assert.deepEqual(placed(a, "b", left("b")), both); // One alone, as it was kept before.
  for (const odd of [...ODD.filter((one) => !Array.isArray(one)), [], [1]]) {
    const kept = placed(odd, "a", a);
    assert.deepEqual(kept.at(-1), a);
    assert.ok(takeUp(create(PHASES), "a", kept, T));
  }
  let many = placed(undefined, "a", a);
  for (let number = 1; number <= 8; number += 1) many = placed(many, `n${number}`, left(`n${number}`));
  assert.equal(many.length, 8);
  assert.equal(takeUp(create(PHASES), "a", many, T), null);
});

/** @type {Entry} */
const ENTRY = {
  day: "2026-11-22",
  time: "07:31",
  page: "routines/morning.html",
  title: "Morning",
  seconds: 184,
  done: ["pelvic-tilt"],
};

test("the diary is in order, and each time says how it felt", () => {
  const evening = { ...ENTRY, time: "20:00" };
  const felt = /** @type {Entry} */ ({ ...ENTRY, felt: "easier" });
  const log = readLog([evening, ENTRY, felt].reduce(noted, /** @type {unknown} */ (undefined)));
  assert.deepEqual(log, [{ ...ENTRY, felt: "easier" }, evening]);
  assert.deepEqual(readLog(JSON.parse(JSON.stringify(written(log)))), log);
});

test("what makes no sense in the diary is left out", () => {
  for (const odd of ODD) assert.deepEqual(readLog(noted(odd, ENTRY)), [ENTRY]);
  for (const odd of ODD) assert.deepEqual(readLog(odd), []);
  const entries = [
    ENTRY,
    { ...ENTRY, day: "22.11." },
    { ...ENTRY, seconds: "long" },
    { ...ENTRY, seconds: -1 },
    { ...ENTRY, page: "https://example.org/" },
    { ...ENTRY, page: "javascript:alert(1)" },
    { ...ENTRY, title: "" },
    null,
  ];
  assert.deepEqual(readLog({ entries }), [ENTRY]);
  assert.deepEqual(readLog({ entries: [{ ...ENTRY, felt: "great", done: [1, "a"] }] }), [
    { ...ENTRY, done: ["a"] },
  ]);
});

test("a file brings each time once, and another file nothing", () => {
  const text = JSON.stringify(written([ENTRY, { ...ENTRY, day: "2026-11-21" }]));
  const first = imported([ENTRY], text, ENTRY.day, "back");
  assert.equal(first?.news, 1);
  assert.deepEqual(imported(first?.log ?? [], text, ENTRY.day, "back"), { log: first?.log, read: 2, news: 0 });
  for (const other of ["", "x", "[]", "{}", '{"format":2,"entries":[]}']) {
    assert.equal(imported([ENTRY], other, ENTRY.day, "back"), null);
  }
});

test("a file of which nothing can be read is not one that was there already", () => {
  const file = JSON.stringify({ guide: "back", format: 1, entries: [{ ...ENTRY, day: "yesterday" }, 7] });
  assert.deepEqual(imported([ENTRY], file, ENTRY.day, "back"), { log: [ENTRY], read: 0, news: 0 });
});

test("a file of another guide brings nothing: its pages are not here", () => {
  const text = (/** @type {string} */ guide) => JSON.stringify({ guide, ...written([ENTRY]) });
  assert.equal(imported([], text("back"), ENTRY.day, "back")?.news, 1);
  assert.equal(imported([], text("knees"), ENTRY.day, "back"), null);
});

test("days done and minutes, without counting days in a row", () => {
  const log = [
    { ...ENTRY, day: "2026-11-14" },
    { ...ENTRY, day: "2026-11-20" },
    ENTRY,
    { ...ENTRY, time: "20:00" },
  ];
  const week = daysUntil(new Date(2026, 10, 22, 23, 59), 7);
  assert.deepEqual([week[0], week[6]], ["2026-11-16", "2026-11-22"]);
  assert.deepEqual(summary(log, week), { days: 2, minutes: 9 });
});

test("a day is the person's own, also where the clocks change", () => {
  assert.deepEqual(momentOf(new Date(2026, 0, 5, 7, 4)), { day: "2026-01-05", time: "07:04" });
  const days = daysUntil(new Date(2026, 2, 30, 0, 30), 3);
  assert.deepEqual(days, ["2026-03-28", "2026-03-29", "2026-03-30"]);
});

test("a page of the diary is one of the guide's own", () => {
  for (const page of ["routines/morning.html", "exercises/hüfte.html", "index.html", "a..b/c.html"]) assert.ok(isPage(page));
  for (const page of ["//example.org/a", "/a", "https://example.org", "javascript:alert(1)", "a b", "\\\\a", "a?b", "", 7, "../../evil.html", "a/../../b", "..", "%2e%2E/a", "./a"]) {
    assert.equal(isPage(page), false);
  }
});

test("an entry of a day that there isn't is left out", () => {
  const entry = { day: "2026-05-20", time: "07:31", page: "a.html", title: "A", seconds: 5, done: [] };
  const odd = [{ ...entry, day: "2026-05-40" }, { ...entry, day: "2026-02-31" }, { ...entry, time: "25:61" }, { ...entry, page: "//a" }];
  assert.deepEqual(readLog({ entries: [...odd, entry] }), [entry]);
});

test("a file brings nothing of days that have not come", () => {
  const file = JSON.stringify(written([ENTRY, { ...ENTRY, day: "2026-11-23" }]));
  assert.deepEqual(imported([], file, ENTRY.day, "back")?.log, [ENTRY]);
});

test("a file's entries come in once, also those that stand there twice", () => {
  const entry = { day: "2026-05-20", time: "07:31", page: "a.html", title: "A", seconds: 5, done: [] };
  const other = { ...entry, seconds: 9 };
  const file = JSON.stringify({ format: 1, entries: [entry, entry, other] });
  assert.deepEqual(imported([], file, entry.day, "back"), { log: [entry, other], read: 3, news: 2 });
  const felt = readLog(noted({ entries: [entry] }, { ...entry, felt: "right" }));
  assert.equal(felt.length, 1);
  assert.deepEqual(imported(felt, file, entry.day, "back")?.log, [...felt, other]);
});

test("days have what was done on them, the earliest first", () => {
  const entry = { day: "2026-05-20", time: "07:31", page: "a.html", title: "A", seconds: 5, done: [] };
  const log = [entry, { ...entry, time: "08:00" }, { ...entry, day: "2026-05-21" }];
  assert.deepEqual([...byDay(log)].map(([day, { length }]) => [day, length]), [["2026-05-20", 2], ["2026-05-21", 1]]);
});

/** @type {Phase[]} */
const WALK = [
  { kind: "ready", seconds: 10, exercise: "one" },
  { kind: "hold", seconds: 20, exercise: "one", side: "left" },
  { kind: "change", seconds: 5 },
  { kind: "hold", seconds: 20, exercise: "one", side: "right" },
  { kind: "rest", seconds: 30 },
  { kind: "activity", seconds: 60, name: "Walk" },
  { kind: "ready", seconds: 10, exercise: "two" },
  { kind: "hold", seconds: 20, exercise: "two" },
];
const nameOf = (/** @type {Phase} */ { exercise, name = "" }) => exercise ?? name;

test("how far one got is told in exercises, not in phases", () => {
  const session = start(create(WALK), T);
  const at = (/** @type {number} */ seconds) => progressOf(session, T + seconds * 1000, nameOf);
  assert.deepEqual(at(12.5), { done: 0, of: 3, remains: 163, next: ["one", "Walk", "two"] });
  assert.deepEqual(at(40), { done: 0, of: 3, remains: 135, next: ["one", "Walk", "two"] });
  assert.deepEqual(at(60), { done: 1, of: 3, remains: 115, next: ["Walk", "two"] });
  assert.deepEqual(at(150), { done: 2, of: 3, remains: 25, next: ["two"] });
});

test("what was skipped isn't told as done", () => {
  let session = start(create(WALK), T);
  for (let press = 0; press < 5; press += 1) session = skip(session, T + 1000);
  assert.deepEqual(progressOf(session, T + 1000, nameOf), { done: 0, of: 3, remains: 90, next: ["Walk", "two"] });
});

test("the first page tells where one left off, unless it makes no sense or is long ago", () => {
  const session = start(create(WALK), T);
  const kept = {
    ...leave("routines/a.html#day-2", session, T + 60_000, T),
    ...progressOf(session, T + 60_000, nameOf),
    page: "routines/a.html",
    title: "A",
  };
  const left = JSON.parse(JSON.stringify(kept));
  assert.deepEqual(whereLeft(left, T + HOUR), {
    course: "routines/a.html#day-2", page: "routines/a.html", title: "A", anchor: "day-2", done: 1, of: 3, remains: 115, next: ["Walk", "two"],
  });
  assert.equal(whereLeft([{ ...left, title: "B" }, left], T)?.title, "A"); // The latest.
  assert.equal(whereLeft([left, { ...left, title: "" }, { ...left, day: T - 13 * HOUR }], T)?.title, "A");
  assert.equal(whereLeft(left, T + 13 * HOUR), null);
  const { remains: _, ...older } = left;
  const odd = [older, { ...left, page: "//a" }, { ...left, title: "" }, { ...left, next: [1] }, { ...left, next: 3 }];
  for (const one of [...ODD, ...odd]) assert.equal(whereLeft(one, T), null);
});

test("a day is told as people say it, in the page's language", () => {
  const day = (/** @type {string} */ then, /** @type {string[]} */ ...locales) => since(then, "2026-03-30", locales);
  assert.equal(day("2026-03-30", "en"), "today");
  assert.equal(day("2026-03-29", "de"), "gestern"); // When the clocks change.
  assert.equal(day("2026-03-24", "en"), "6 days ago");
  assert.equal(day("2026-03-23", "en-GB"), "23 March 2026");
  assert.equal(day("2026-04-02", "en-GB"), "2 April 2026"); // From a device whose clock is ahead.
  assert.deepEqual(weekday("2026-11-22", ["en"]), { name: "Sunday", letter: "S" });
  assert.match(longDay("2026-11-22", ["en-GB"]), /^Sunday,? 22 November 2026$/);
  assert.deepEqual(localesOf("en", ["de-AT", "en-GB", "en"]), ["en-GB", "en", "en"]);
  assert.deepEqual(localesOf("de", ["en-GB"]), ["de"]);
});

test("one thing and several are said as the page has it", () => {
  const words = { "days.one": "{n} day, {time}", "days.other": "{n} days, {time}" };
  assert.equal(counted(words, "days", 1, { time: "a" }), "1 day, a");
  assert.equal(counted(words, "days", 0, { time: "a" }), "0 days, a");
  assert.equal(counted(words, "none", 2), "");
});
