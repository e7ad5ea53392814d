import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { at } from "../../player/course.js";
import { createPhrases } from "../../player/phrases.js";
import { create, pause, skip, start, view } from "../../player/session.js";
import { fill } from "../../fill.js";
import { brief, spelled } from "../../player/words.js";
import { WORDS } from "./words.js";

/** @typedef {import("../../player/course.js").Phase} Phase */
/** @typedef {"brief" | "full"} Manner */

const T = 1_800_000_000_000;

/** @type {import("../../player/words.js").Exercises} */
const EXERCISES = {
  knee: {
    title: "One knee to chest",
    left: "Left leg",
    right: "Right leg",
    figures: { "": "knee-hold", "short/": "knee-short" },
    ready: ["Lie on your back with your knees up.", "Bring one knee to your chest and clasp it."],
    hold: "Hold while you breathe slowly.",
    release: "Put the foot down with the knee bent.",
  },
  cat: { title: "Cat and camel", figures: { "": "cat", "Sink down": "camel" } },
  rock: { title: "Rock forward and back" },
};
const phrases = createPhrases(EXERCISES, WORDS);

/** @type {Phase[]} */
const KNEE = [
  { kind: "ready", seconds: 15, exercise: "knee", side: "left" },
  { kind: "hold", seconds: 20, exercise: "knee", side: "left", rep: 1, of: 1 },
  { kind: "change", seconds: 5, exercise: "knee", side: "right" },
  { kind: "hold", seconds: 20, exercise: "knee", side: "right", rep: 1, of: 1 },
];

/** @param {string} name @param {number} rep @returns {Phase} */
const cat = (name, rep) => ({ kind: "hold", seconds: 5, exercise: "cat", rep, of: 2, name });
/** @type {Phase} */
const letGo = { kind: "release", seconds: 2, exercise: "cat" };
/** @type {Phase[]} */
const CAT = [
  { kind: "ready", seconds: 10, exercise: "cat" },
  ...[cat("Round up", 1), letGo, cat("Sink down", 1), letGo],
  ...[cat("Round up", 2), letGo, cat("Sink down", 2)],
];

/** @param {number} rep @returns {Phase} */
const rock = (rep) => ({ kind: "hold", seconds: 3, exercise: "rock", counted: true, rep, of: 3 });
/** @type {Phase[]} */
const ROCK = [
  { kind: "ready", seconds: 10, exercise: "rock" },
  ...[1, 2, 3].map(rock),
  { kind: "rest", seconds: 90 },
];

/**
 * At each phase's start, in a session that runs.
 * @param {Phase[]} phases @param {boolean} [waits]
 */
function views(phases, waits = false) {
  let session = start(create(phases, waits), T);
  return phases.map((_, index) => {
    if (index) session = skip(session, T);
    return view(session, T);
  });
}

/** @param {Phase[]} phases @param {Manner} manner */
const said = (phases, manner = "brief") =>
  views(phases).map((each) => phrases.spoken(each, phases, manner));

/** @param {Phase[]} phases */
const told = (phases) => views(phases).map((each) => phrases.told(each, phases, true, "off"));

/** @param {Phase[]} phases @param {number} index */
function texts(phases, index) {
  const [each] = views(phases).slice(index);
  assert.ok(each);
  return phrases.texts(each, phases);
}

test("a voice names the exercise, the side and the dosage, then says little", () => {
  assert.deepEqual(said(KNEE), [
    "One knee to chest. Left leg. Hold 20 seconds.",
    "Hold.",
    "Change sides. Right leg.",
    "Hold.",
  ]);
});

test("in full it reads the steps, as far as the time allows", () => {
  assert.deepEqual(said(KNEE, "full"), [
    "One knee to chest. Left leg. Hold 20 seconds. Lie on your back with your knees up. " +
      "Bring one knee to your chest and clasp it.",
    "Hold while you breathe slowly.",
    "Change sides. Right leg.",
    "Hold while you breathe slowly.",
  ]);
  /** @type {Phase} */
  const hasty = { kind: "ready", seconds: 10, exercise: "knee", side: "left" };
  assert.equal(
    said([hasty, ...KNEE.slice(1)], "full")[0],
    "One knee to chest. Left leg. Hold 20 seconds. Lie on your back with your knees up.",
  );
});

test("from ten minutes on the digits are whole minutes, which are as large as seconds", () => {
  /** @param {number} seconds */
  const walk = (seconds) => texts([{ kind: "activity", seconds, name: "Walk" }], 0);
  const shown = [599, 600, 601].map((seconds) => [walk(seconds).digits, walk(seconds).unit]);
  assert.deepEqual(shown, [["9:59", "to go"], ["10", "minutes"], ["11", "minutes"]]);
});

test("whoever wants the steps gets ready for as long as it takes to say them", () => {
  /** @type {Phase} */
  const hasty = { kind: "ready", seconds: 10, exercise: "knee", side: "left" };
  const phases = [hasty, ...KNEE.slice(1)];
  const slow = phrases.unhurried(phases, "full");
  assert.deepEqual(slow.map(({ seconds }) => seconds), [14, 20, 5, 20]);
  assert.equal(said(slow, "full")[0], said(KNEE, "full")[0]);
  assert.deepEqual(phrases.unhurried(phases, "brief"), phases);
  // Who presses one hold in a text has read it.
  const pressed = [{ ...hasty, seconds: 5 }, ...KNEE.slice(1)];
  assert.deepEqual(phrases.unhurried(pressed, "full"), pressed);
});

test("a screen reader is told the steps too, where a person wants them", () => {
  const full = views(KNEE).map((each) => phrases.told(each, KNEE, true, "full"));
  assert.deepEqual(full.slice(0, 3), [
    "Get ready. One knee to chest. Left leg. Hold 20 seconds. Lie on your back with your knees up. " +
      "Bring one knee to your chest and clasp it.",
    "Hold 20 seconds. Hold while you breathe slowly.",
    "Change sides. Right leg. Put the foot down with the knee bent.",
  ]);
});

test("a release is told where there is time to, in any language", () => {
  /** @type {Phase[]} */
  const short = [{ kind: "hold", seconds: 5 }, { kind: "release", seconds: 2 }];
  const says = (/** @type {string} */ release) =>
    createPhrases({}, { ...WORDS, do_release: release }).spoken(at(views(short), 1), short, "full");
  assert.equal(says("Lâchez tout"), "Lâchez tout.");
  assert.equal(says("Let go of it all"), ""); // The next hold would begin in the middle of it.
});

test("in full, a step that doesn't begin with what to do comes after it", () => {
  const all = createPhrases({ knee: { title: "Knee", hold: "Breathe slowly." } }, WORDS);
  assert.equal(all.spoken(at(views(KNEE), 1), KNEE, "full"), "Hold. Breathe slowly.");
});

test("a hold made longer than its range says so, and one within it doesn't", () => {
  const beyond = (/** @type {number} */ seconds) =>
    phrases.beyond(at(views([{ kind: "hold", seconds, hold: [15, 30] }]), 0));
  assert.equal(beyond(30), "");
  assert.equal(beyond(40), "Longer than the usual 30 seconds.");
  assert.equal(phrases.beyond(at(views([{ kind: "rest", seconds: 90 }]), 0)), "");
});

test("whatever it says is over before the countdown, at two and a half words a second", async () => {
  const golden = new URL("../../../tests/golden/routines.json", import.meta.url);
  const { routines } = JSON.parse(await readFile(golden, "utf8"));
  for (const { phases } of routines) {
    const names = phases.flatMap((/** @type {Phase} */ { exercise }) => exercise ?? []);
    const all = createPhrases(
      Object.fromEntries(names.map((/** @type {string} */ name) => [name, { ...EXERCISES.knee, title: name }])),
      WORDS,
    );
    for (const each of views(phases)) {
      for (const manner of /** @type {Manner[]} */ (["brief", "full"])) {
        const text = all.spoken(each, phases, manner);
        const words = text ? text.split(" ").length : 0;
        assert.ok(words / 2.5 <= Math.max(each.phase.seconds - 1.5, 1.2), `${each.phase.seconds} s: ${text}`);
      }
    }
  }
});

test("several holds: the last one is said, and what is too short to be said isn't", () => {
  /** @param {number} seconds @param {number} release */
  const holds = (seconds, release) =>
    [1, 2, 3].flatMap((rep) => [
      /** @type {Phase} */ ({ kind: "hold", seconds, exercise: "knee", side: "left", rep, of: 3 }),
      /** @type {Phase} */ ({ kind: "release", seconds: release, exercise: "knee", side: "left" }),
    ]);
  assert.deepEqual(said(holds(10, 5)), ["Hold.", "Relax.", "Hold.", "Relax.", "Last one.", "Relax."]);
  assert.deepEqual(said(holds(2, 2)), ["", "Relax.", "", "Relax.", "Last one.", "Relax."]);
  assert.deepEqual(said(holds(2, 1)), ["", "", "", "", "Last one.", ""]);
  const [dosage] = said([{ kind: "ready", seconds: 10, exercise: "knee", side: "right" }, ...holds(5, 2)]);
  assert.equal(dosage, "One knee to chest. Right leg. Hold 5 seconds, 3 times.");
});

test("two named holds are called by their names, and the last round is said once", () => {
  assert.deepEqual(said(CAT), [
    "Cat and camel. 2 times.",
    ...["Round up.", "Relax.", "Sink down.", "Relax."],
    ...["Last one. Round up.", "Relax.", "Sink down."],
  ]);
  assert.equal(texts(CAT, 3).large, "Sink down");
  assert.deepEqual(texts(CAT, 2).next, { says: "Then", what: "Sink down" });
});

test("counted repetitions are counted in full, and only the last is said in brief", () => {
  assert.deepEqual(said(ROCK), ["Rock forward and back. 3 times.", "", "", "Last one.", "Rest 1 minute 30 seconds."]);
  assert.deepEqual(said(ROCK, "full").slice(1, 4), ["1.", "2.", "Last one."]);
});

test("where it waits, it says how often and what to press", () => {
  const session = skip(start(create(ROCK, true), T), T);
  const waiting = view(session, T);
  assert.equal(waiting.waiting, true);
  const wait = "3 times. Take your time. Press Done when you have finished.";
  assert.equal(phrases.spoken(waiting, ROCK, "brief"), wait);
  assert.equal(phrases.told(waiting, ROCK, true, "off"), wait);
  const { digits, unit, main, exercise, next } = phrases.texts(waiting, ROCK);
  assert.deepEqual([digits, unit, main, exercise], ["3", "times", "Done", "Rock forward and back"]);
  assert.deepEqual(next, { says: "Then rest", what: "1 minute 30 seconds" });
});

test("nobody is told to hold for minutes", () => {
  /** @type {Phase[]} */
  const lying = [
    { kind: "ready", seconds: 15, exercise: "cat" },
    { kind: "hold", seconds: 120, exercise: "cat", rep: 1, of: 1 },
  ];
  assert.deepEqual(said(lying), ["Cat and camel. 2 minutes.", ""]);
  assert.deepEqual(texts(lying, 0).next, { says: "Then", what: "2 minutes" });
  assert.deepEqual([texts(lying, 1).large, texts(lying, 1).digits, texts(lying, 1).unit], ["Rest", "2:00", "to go"]);
});

test("the end and other occasions", () => {
  /** @type {Phase[]} */
  const walk = [{ kind: "activity", seconds: 300, name: "Walk" }];
  assert.deepEqual(said(walk), ["Walk. 5 minutes."]);
  const done = view(start(create(walk), T), T + 400_000);
  assert.equal(phrases.spoken(done, walk, "brief"), "That’s it.");
  assert.equal(phrases.told(done, walk, true, "off"), "That’s it.");
  assert.equal(phrases.spoken(done, walk, "off"), "");
});

test("a screen reader hears each phase once, with what a voice leaves out", () => {
  assert.deepEqual(told(KNEE), [
    "Get ready. One knee to chest. Left leg. Hold 20 seconds.",
    "Hold 20 seconds.",
    "Change sides. Right leg.",
    "Hold 20 seconds.",
  ]);
  assert.deepEqual(told(CAT).slice(1, 4), ["Round up. 1 of 2.", "Relax.", "Sink down. 1 of 2."]);
  assert.deepEqual(told(ROCK).slice(1, 4), ["1 of 3.", "2 of 3.", "3 of 3."]);
});

test("before the start it hears nothing, and on a pause that it is paused", () => {
  const ready = create(KNEE);
  assert.equal(phrases.told(view(ready, T), KNEE, true, "off"), "");
  assert.equal(phrases.told(view(pause(start(ready, T), T + 1), T + 2), KNEE, true, "off"), "Paused.");
});

test("whoever goes elsewhere in a pause hears where that is", () => {
  const course = [...KNEE, letGo];
  let session = pause(start(create(course), T), T);
  const heard = course.map(() => {
    const told = phrases.told(view(session, T), course, false, "off");
    session = skip(session, T);
    return told;
  });
  assert.deepEqual(heard, [
    "Paused. Get ready. One knee to chest. Left leg. Hold 20 seconds.",
    "Paused. One knee to chest. Left leg. Hold 20 seconds.",
    "Paused. One knee to chest. Change sides. Right leg.",
    "Paused. One knee to chest. Right leg. Hold 20 seconds.",
    "Paused. Cat and camel. Relax.",
  ]);
});

test("it hears no running second: within a phase nothing changes", () => {
  const session = start(create([...KNEE, ...CAT, ...ROCK]), T);
  /** @param {number} ms */
  const at = (ms) => phrases.told(view(session, T + ms), session.phases, true, "off");
  session.borders.slice(0, -1).forEach((border, index) => {
    const end = (session.borders[index + 1] ?? 0) - 1;
    for (let ms = border; ms < end; ms += 500) assert.equal(at(ms), at(border));
  });
});

test("who asks hears how much time is left", () => {
  const session = start(create(KNEE), T);
  /** @param {number} ms */
  const at = (ms) => phrases.answer(view(session, T + ms));
  assert.equal(at(14_000), "1 second left. 46 seconds left in all.");
  assert.equal(at(0), "15 seconds left. 1 minute left in all.");
  assert.equal(at(99_999), "That’s it.");
  const paused = view(pause(session, T + 5000), T);
  assert.equal(phrases.answer(paused), "Paused. 10 seconds left. 55 seconds left in all.");
  const waiting = view(skip(start(create(ROCK, true), T), T), T);
  assert.equal(
    phrases.answer(waiting),
    "Take your time. Press Done when you have finished. 1 minute 39 seconds left in all.",
  );
});

test("the eye sees what to do, which side, and the step in hand", () => {
  assert.deepEqual(texts(KNEE, 1), {
    total: "45 s left",
    exercise: "One knee to chest",
    large: "Left leg",
    digits: "20",
    unit: "seconds",
    step: ["Hold while you breathe slowly."],
    stop: "When to stop",
    room: {
      exercise: "One knee to chest · Left leg",
      step: "Put the foot down with the knee bent.",
    },
    next: { says: "Then change sides", what: "Right leg" },
    main: "Pause",
  });
  const change = texts(KNEE, 2);
  assert.deepEqual([change.exercise, change.large], ["Change sides", "Right leg"]);
  assert.deepEqual(change.step, ["Put the foot down with the knee bent."]);
  assert.deepEqual(change.next, { says: "Then hold", what: "20 seconds" });
  assert.deepEqual(texts(KNEE, 0).step, EXERCISES.knee?.ready);
  assert.deepEqual(texts(KNEE, 3).next, { says: "Then that’s it", what: "" });
});

test("to get ready is never taken for the hold that follows, not even of one side", () => {
  const { exercise, large } = texts(KNEE, 0);
  assert.deepEqual([exercise, large], ["One knee to chest · Left leg", "Get ready"]);
});

test("there is always something large to read, and a step", () => {
  for (const phases of [KNEE, CAT, ROCK]) {
    for (const each of views(phases)) {
      const { large, digits, main, step } = phrases.texts(each, phases);
      assert.ok(large && digits && main, JSON.stringify(each.phase));
      if (each.phase.kind !== "release") assert.ok(step.length, JSON.stringify(each.phase));
    }
  }
  assert.equal(texts(CAT, 1).exercise, "Cat and camel · 1 of 2");
  assert.equal(texts(CAT, 2).large, "Relax");
  assert.equal(texts(CAT, 2).exercise, "Cat and camel · 1 of 2");
});

test("paused, it says so, and what the key does", () => {
  const session = start(create(KNEE), T);
  const paused = phrases.texts(view(pause(session, T + 21_000), T), KNEE);
  assert.deepEqual(
    [paused.large, paused.exercise, paused.main, paused.stop, paused.step],
    ["Paused", "One knee to chest · Left leg", "Go on", "It hurts", ["Rest as long as you like."]],
  );
  assert.equal(phrases.texts(view(create(KNEE), T), KNEE).main, "Start");
});

test("after counted repetitions comes what follows the set", () => {
  assert.deepEqual(texts(ROCK, 1).next, texts(ROCK, 3).next);
  assert.deepEqual(texts(ROCK, 0).next, { says: "Then", what: "3 times" });
  const both = [...ROCK, ...KNEE];
  assert.deepEqual(texts(both, 4).next, { says: "Next", what: "One knee to chest" });
});

test("pictures: of this side now, and of what comes next", () => {
  const sights = views(KNEE).map((each) => phrases.sights(each, KNEE));
  assert.deepEqual(sights[1], {
    now: { id: "knee-hold", side: "left" },
    next: { id: "knee-hold", side: "right" },
  });
  assert.equal(sights[3]?.next, null);
  const cats = views(CAT).map((each) => phrases.sights(each, CAT).now);
  assert.deepEqual([cats[1], cats[3]?.id], [{ id: "cat", side: "" }, "camel"]);
  const short = KNEE.map(/** @returns {Phase} */ (phase) => ({ ...phase, mode: "short" }));
  assert.equal(views(short).map((each) => phrases.sights(each, short).now.id)[1], "knee-short");
});

test("at the end: how long, and what", () => {
  assert.deepEqual(phrases.end(170, [...KNEE, ...CAT]), {
    says: "That’s it. 3 minutes.",
    done: "One knee to chest · Cat and camel",
  });
  assert.equal(phrases.end(45, []).says, "That’s it. 45 seconds.");
  assert.equal(phrases.end(0, []).says, "That’s it.");
  assert.equal(phrases.end(0, []).done, WORDS.skipped);
});

test("an exercise or a side that the page doesn't know leaves no gap", () => {
  /** @type {Phase[]} */
  const unknown = [
    { kind: "ready", seconds: 10, exercise: "lost", side: "left" },
    { kind: "hold", seconds: 10, exercise: "lost", side: "left", rep: 1, of: 1 },
  ];
  assert.deepEqual(said(unknown, "full"), ["Hold 10 seconds.", "Hold."]);
  assert.equal(texts(unknown, 1).large, "Hold");
});

test("every word is in the table, with its gaps", async () => {
  const source = await readFile(new URL("../../player/words.js", import.meta.url), "utf8");
  const needed = [...source.matchAll(/@property \{string\} (\w+)(.*)/g)];
  assert.ok(needed.length > 40);
  for (const [, key = "", gaps = ""] of needed) {
    const text = /** @type {Record<string, string>} */ (/** @type {unknown} */ (WORDS))[key];
    assert.ok(text, key);
    assert.deepEqual(text.match(/\{\w+\}/g) ?? [], gaps.match(/\{\w+\}/g) ?? [], key);
  }
});

test("times, to be read and to be said", () => {
  const read = [0, 1, 45, 60, 69, 120].map((seconds) => brief(seconds, WORDS));
  assert.deepEqual(read, ["0 s", "1 s", "45 s", "1 min", "1 min 9 s", "2 min"]);
  const heard = [1, 45, 60, 61, 150].map((seconds) => spelled(seconds, WORDS));
  assert.deepEqual(heard, ["1 second", "45 seconds", "1 minute", "1 minute 1 second", "2 minutes 30 seconds"]);
  assert.equal(fill("{a} {b}", { a: "{b}" }), "{b} {b}");
});
