// tests/golden/player.json: what a routine's page tells the player of its exercises, as Python
// makes it, and its phases. Python's tests hold the same file.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { at } from "../../player/course.js";
import { createPhrases } from "../../player/phrases.js";
import { create, start, view } from "../../player/session.js";
import { WORDS } from "./words.js";

/** @typedef {import("../../player/course.js").Phase} Phase */
/** @typedef {import("../../player/words.js").Exercises} Exercises */

const T = 1_800_000_000_000;
/** @type {{exercises: Exercises, phases: Phase[]}} */
const { exercises, phases } = JSON.parse(
  readFileSync(new URL("../../../tests/golden/player.json", import.meta.url), "utf8"),
);
const phrases = createPhrases(exercises, WORDS);
const session = start(create(phases), T);

/** What is shown as each phase begins, which may be several times where it waits for nobody. */
const seen = phases.map((phase, index) => {
  const before = phases.slice(0, index).reduce((sum, { seconds }) => sum + seconds * 1000, 0);
  const now = view(session, T + before);
  assert.equal(at(phases, now.index), phase);
  return { phase, texts: phrases.texts(now, phases), sight: phrases.sights(now, phases).now };
});

test("every exercise of the phases is told, and by its name", () => {
  for (const { phase, texts } of seen) {
    const told = phase.exercise ? exercises[phase.exercise] : undefined;
    assert.equal(Boolean(phase.exercise), Boolean(told));
    if (told && phase.kind !== "change") assert.ok(texts.exercise.startsWith(told.title));
    if (told && phase.side) assert.ok(told[phase.side]);
  }
});

test("a step is shown when it is its time", () => {
  let [ready, held, letGo] = [0, 0, 0];
  for (const { phase, texts } of seen) {
    const told = exercises[phase.exercise ?? ""];
    if (!told) continue;
    if (phase.kind === "ready") {
      assert.deepEqual(texts.step, told.ready);
      ready += 1;
    } else if (phase.kind === "hold" && told.hold && !phase.counted) {
      assert.deepEqual(texts.step, [told.hold]);
      held += 1;
    } else if (phase.kind === "release" && told.release) {
      assert.deepEqual(texts.step, [told.release]);
      letGo += 1;
    }
  }
  assert.deepEqual([ready, held, letGo].map(Boolean), [true, true, true]);
});

test("each hold has the figure of its name, or of its mode", () => {
  const shown = seen.map(({ phase, sight }) => [phase.exercise, phase.mode, phase.name, sight.id]);
  /** @param {string} slug @param {string} key */
  const figure = (slug, key) => exercises[slug]?.figures?.[key];
  for (const [slug = "", mode, name, id] of shown) {
    if (slug === "cat-and-camel" && name) assert.equal(id, figure(slug, name));
    if (slug === "knee-hug") assert.equal(id, figure(slug, mode ? `${mode}/` : ""));
  }
  assert.notEqual(figure("cat-and-camel", "Stomach down"), figure("cat-and-camel", "Back up"));
});
