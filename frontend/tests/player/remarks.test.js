import assert from "node:assert/strict";
import { test } from "node:test";
import { remarks } from "../../player/remarks.js";
import { WORDS } from "./words.js";

/** @param {Partial<import("../../player/remarks.js").Lacks>} lacks */
const told = (lacks) => remarks({ sound: false, tap: false, light: false, ...lacks }, WORDS);

test("a browser that lacks nothing gets no remark", () => {
  assert.equal(told({}), "");
});

test("sound that waits for a tap comes before a screen that goes off", () => {
  assert.equal(told({ tap: true, light: true }), WORDS.tap_for_sound);
  assert.equal(told({ light: true }), WORDS.screen_off);
});

test("without sound nobody is told to turn it up, nor to tap for it", () => {
  assert.equal(told({ sound: true, tap: true }), WORDS.soundless);
  assert.equal(told({ sound: true, light: true }), `${WORDS.soundless} ${WORDS.screen_off_soundless}`);
});
