// What is left of a sheet is set as tests/golden/fits.json says. The Python tests hold the same file,
// so that a sheet's page and its PDF are set alike.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { paginate, roomiest } from "../fitting.js";

/** @typedef {import("../fitting.js").Fit & {kept: number[]}} Case */
/**
 * @typedef {object} Sheet
 * @property {string} sheet
 * @property {string} form
 * @property {import("../fitting.js").Measured[]} tried
 * @property {[key: number, position: string][][]} days
 * @property {number[][]} asks
 * @property {Case[]} fits
 */

const GOLDEN = new URL("../../tests/golden/fits.json", import.meta.url);
/** @type {Sheet[]} */
const sheets = JSON.parse(readFileSync(GOLDEN, "utf8"));

test("there are golden sheets, of one page and of more", () => {
  const pages = new Set(sheets.flatMap(({ fits }) => fits.map((fit) => fit.pages)));
  assert.ok(pages.has(1) && pages.size > 3);
});

for (const { sheet, form, tried, days, asks, fits } of sheets) {
  test(`${sheet} on ${form}`, () => {
    const rows = days.map((day) => day.map(([key, position]) => ({ key, position })));
    for (const { kept, ...expected } of fits) {
      const fit = roomiest(tried, rows, asks, (key) => kept.includes(key));
      assert.deepEqual(fit, expected, `with ${kept.join(", ") || "none"}`);
    }
  });
}

test("what may not be broken goes on to the next page", () => {
  assert.deepEqual(paginate([60, 30, 20], 100), { pages: 2, free: 80 });
  assert.deepEqual(paginate([20, 250, 40], 100), { pages: 4, free: 10 });
});
