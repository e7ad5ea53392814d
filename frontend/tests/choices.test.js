import assert from "node:assert/strict";
import { test } from "node:test";

import { nameLeft } from "../choices.js";

/** @param {string} numbers @param {string} text */
const element = (numbers, text) => {
  const attributes = new Map([["data-exercises", numbers]]);
  return /** @type {Element} */ (
    /** @type {unknown} */ ({
      textContent: text,
      getAttribute: (/** @type {string} */ name) => attributes.get(name) ?? null,
      setAttribute: (/** @type {string} */ name, /** @type {string} */ value) =>
        attributes.set(name, value),
    })
  );
};

const names = (/** @type {readonly number[]} */ left) => `cards ${left.join(", ")}`;

test("those that are left are named, and all as they came", () => {
  const where = element("1 2 3", "(cards 1–3)");
  assert.ok(nameLeft(where, (number) => number !== 2, names));
  assert.equal(where.textContent, "\u00a0(cards 1, 3)");
  assert.ok(nameLeft(where, () => true, names));
  assert.equal(where.textContent, "(cards 1–3)");
});

test("where none is left, it says so", () => {
  assert.equal(nameLeft(element("1 10", "(1, 10)"), () => false, names), false);
});
