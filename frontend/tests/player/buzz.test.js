import assert from "node:assert/strict";
import { test } from "node:test";
import { createBuzz } from "../../player/buzz.js";
import { NOTES } from "../../player/tones.js";

/** @typedef {import("../../player/moments.js").Sound} Sound */

function room() {
  /** @type {unknown[]} */
  const felt = [];
  const page = { visibilityState: "visible" };
  const vibrate = (/** @type {unknown} */ pattern) => Boolean(felt.push(pattern));
  return { felt, page, buzz: createBuzz(/** @type {any} */ ({ vibrate }), page) };
}

test("every sound has a rhythm that can be felt, and no two feel alike", () => {
  const { felt, buzz } = room();
  const sounds = /** @type {Sound[]} */ (Object.keys(NOTES));
  for (const sound of sounds) buzz.shake(sound);
  const rhythms = /** @type {number[][]} */ (felt).map((pattern) => {
    assert.equal(pattern.length % 2, 1); // It begins and ends with something to feel.
    assert.ok(pattern.every((ms) => ms >= 40 && ms <= 700), String(pattern));
    return pattern.map((ms) => (ms > 200 ? "long" : "short")).join(" ");
  });
  assert.equal(new Set(rhythms).size, sounds.length, rhythms.join("; "));
});

test("vibrates while the page is shown, and not while it is hidden", () => {
  const { felt, page, buzz } = room();
  buzz.shake("tick");
  page.visibilityState = "hidden";
  buzz.shake("start");
  assert.deepEqual(felt, [[60]]);
});

test("says whether there is any, and does nothing where there is none or it fails", () => {
  const page = { visibilityState: "visible" };
  const refusing = { vibrate: () => { throw new Error("no"); } };
  assert.equal(room().buzz.available, true);
  for (const navigator of [undefined, {}, refusing]) {
    const buzz = createBuzz(/** @type {any} */ (navigator), page);
    assert.equal(buzz.available, navigator === refusing);
    buzz.shake("done");
  }
});
