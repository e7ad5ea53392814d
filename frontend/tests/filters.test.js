import assert from "node:assert/strict";
import { test } from "node:test";
import { chosenIn, facetOf, queryOf, sift } from "../filters.js";

const ROWS = [
  ["target=back", "level=gentle", "time=1", "time=3"],
  ["target=back", "target=hip", "level=strong", "time=3"],
  ["target=hip", "level=gentle", "time=3"],
];

/** @param {string[]} chosen */
const counts = (...chosen) => Object.fromEntries([...sift(ROWS, chosen).counts].sort());

test("all rows fit where nothing is chosen", () => {
  assert.deepEqual(sift(ROWS, []).fits, [true, true, true]);
  assert.deepEqual(counts(), {
    "level=gentle": 2,
    "level=strong": 1,
    "target=back": 2,
    "target=hip": 2,
    "time=1": 1,
    "time=3": 3,
  });
});

test("rows fit that have every tag that is chosen", () => {
  assert.deepEqual(sift(ROWS, ["target=back"]).fits, [true, true, false]);
  assert.deepEqual(sift(ROWS, ["target=back", "level=gentle"]).fits, [true, false, false]);
  assert.deepEqual(sift(ROWS, ["level=strong", "time=1"]).fits, [false, false, false]);
});

test("a choice counts what there would be if its own facet were chosen otherwise", () => {
  assert.deepEqual(counts("target=back", "level=gentle"), {
    "level=gentle": 1,
    "level=strong": 1,
    "target=back": 1,
    "target=hip": 1,
    "time=1": 1,
    "time=3": 1,
  });
});

test("what isn't counted has nothing", () => {
  assert.equal(sift(ROWS, ["time=1"]).counts.get("level=strong"), undefined);
});

test("the address bar keeps what is chosen", () => {
  const tags = ["target=äußere-hüfte", "level=gentle"];
  const query = queryOf(tags);
  assert.equal(query, "?target=%C3%A4u%C3%9Fere-h%C3%BCfte&level=gentle");
  assert.deepEqual([...chosenIn(query, () => true).values()], tags);
  assert.equal(queryOf([]), "");
});

test("an address chooses only what there is, and one of a facet", () => {
  const known = new Set(["level=gentle", "level=strong"]);
  const chosen = chosenIn("?level=gentle&level=strong&utm=x&target=back&=&level=", (tag) => known.has(tag));
  assert.deepEqual([...chosen], [["level", "level=strong"]]);
});

test("a tag is of its facet", () => {
  assert.equal(facetOf("time=3"), "time");
  assert.equal(facetOf("level="), "level");
});
