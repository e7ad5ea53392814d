// Looks for pages in tests/golden/search.json, which the Python tests hold the index to.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { createFinder, spread, wordsOf } from "../finder.js";

const GOLDEN = new URL("../../tests/golden/search.json", import.meta.url);

/** @type {import("../finder.js").Index} */
const index = JSON.parse(readFileSync(GOLDEN, "utf8"));
const find = createFinder(index);
const SAFETY = "Check this first";

/** @param {string} query */
const titles = (query) => find(query)?.map(({ title }) => title) ?? null;

test("a target is found by its other names", () => assert.deepEqual(titles("bum"), ["Knee hug"]));

test("what is found says where it is, what it is and how one lies", () => {
  const [hug] = find("knee hug") ?? [];
  assert.equal(hug?.address, "exercises/knee-hug.html");
  assert.equal(hug?.kind, "Exercise");
  assert.equal(hug?.detail, "Lying on your back");
  const [stretch] = find("hamstring chair") ?? [];
  assert.equal(stretch?.address, "exercises/hamstring.html");
  assert.deepEqual(titles("before you get up"), ["Morning"]);
});

test("steps, equipment and positions are looked through", () => {
  assert.deepEqual(titles("heel"), ["Hamstring stretch with a chair"]);
  assert.ok(titles("mat")?.includes("Knee hug"));
  assert.equal(titles("supine")?.[0], "Knee hug");
});

test("the beginning of a word is enough", () => {
  assert.equal(titles("hamst")?.[0], "Hamstring stretch with a chair");
});

for (const typo of ["kene hug", "hamstirng", "hamstrigs", "hampstring", "chiar", "Hamsrting"]) {
  const wanted = typo.startsWith("kene") ? "Knee hug" : "Hamstring stretch with a chair";
  test(`a typo is understood: ${typo}`, () => assert.equal(titles(typo)?.[0], wanted));
}

test("case and accents make no difference", () => {
  assert.deepEqual(titles("OFFNER"), ["Öffner"]);
  assert.deepEqual(wordsOf("Größe, Élan & l’été!"), ["große", "elan", "lete"]);
  assert.deepEqual(wordsOf("snake_case"), ["snake", "case"]);
});

test("a page with all of the words hides those with only some", () => {
  assert.deepEqual(titles("chair hamstring"), ["Hamstring stretch with a chair"]);
  assert.ok((titles("chair hug")?.length ?? 0) > 1);
});

const grave = ["numb", "numb hamstring", "Tingling", "wee", "weak leg", "lost my bladder"];
const chest = ["chest pain", "pain in the chest", "chest pian", "my chest hurts", "belly ache"];
const tight = ["tight chest", "chest tightness", "chestpain", "breathless", "short of breath"];
const legs = ["pain in both legs", "both legs hurt", "foot drop", "can’t walk", "wet myself"];
const gone = ["can't feel my legs", "cant feel my legs", "cannot feel my foot", "legs give way"];
const others = ["car crash", "pain between shoulders", "saddle", "cancer", "pins and needles"];
for (const query of [...grave, ...chest, ...tight, ...legs, ...gone, ...others]) {
  test(`Safety stands alone for: ${query}`, () => assert.deepEqual(titles(query), [SAFETY]));
}

test("Safety comes first for a feeling in the legs", () => {
  assert.equal(titles("can not feel my legs")?.[0], SAFETY);
});

test("below Safety stands what hurts elsewhere", () => {
  assert.deepEqual(titles("hamstring pain"), [SAFETY, "Hamstring stretch with a chair"]);
});

test("the beginning of a word that warns is enough, but not a word of its own", () => {
  assert.deepEqual(titles("incontin"), [SAFETY]);
  for (const query of ["belly", "stomach", "stomache", "tummy"]) {
    assert.equal(titles(query)?.[0], SAFETY, query);
  }
  assert.deepEqual(titles("bellyache"), [SAFETY]);
});

test("several are found by the word for one, and one by the word for several", () => {
  assert.equal(titles("heels")?.[0], "Hamstring stretch with a chair");
  assert.equal(titles("hamstring")?.[0], "Hamstring stretch with a chair");
  assert.equal(titles("hugs")?.[0], "Knee hug");
});

test("minutes are found as one writes them, and exactly", () => {
  for (const query of ["1 minute", "one minute", "1 min"]) {
    assert.equal(titles(query)?.[0], "Morning", query);
  }
  assert.notEqual(titles("10")?.[0], "Morning");
});

test("that it is a stretch narrows nothing down", () => {
  assert.deepEqual(titles("chest exercises"), titles("chest"));
  assert.ok(titles("stretch")?.length);
});

test("Safety comes first for the chest, and for who looks for a doctor", () => {
  assert.deepEqual(titles("chest"), [SAFETY, "Öffner"]);
  assert.equal(titles("doctor")?.[0], SAFETY);
});

test("Safety is found by the navigation's name for it and by what people call it", () => {
  for (const query of ["safety", "warning signs", "red flags"]) {
    assert.equal(titles(query)?.[0], SAFETY, query);
  }
});

test("an exercise is found by the names of its other ways", () => {
  for (const query of ["child's pose", "child’s pose", "childs pose"]) {
    assert.deepEqual(titles(query), ["Hamstring stretch with a chair"], query);
  }
});

const named = createFinder({
  ...index,
  titles: index.titles.map((title) => (title === "Öffner" ? "One knee to chest" : title)),
  slugs: index.slugs.map((slug) => (slug === "opener" ? "single-knee-to-chest" : slug)),
});

for (const query of [
  ...["one knee to chest", "knee to chest", "One knee to chest stretch"],
  ...["single knee to chest", "knee chset", "single knee to ches"],
]) {
  test(`whoever names a page sees that first, and Safety below it: ${query}`, () => {
    const [first, second] = named(query) ?? [];
    assert.deepEqual([first?.title, second?.title], ["One knee to chest", SAFETY]);
  });
}

for (const query of [
  ...["chest", "chest stretch", "chest pain", "knee to chest pain", "one knee to chest hurts"],
  ...["pain in one knee and my chest", "chest belly"],
]) {
  test(`Safety stays first for: ${query}`, () => assert.equal(named(query)?.[0]?.title, SAFETY));
}

test("two words of a long title don't name its page", () => {
  const titles = index.titles.map((title) => {
    return title === "Öffner" ? "Knee to chest while standing tall" : title;
  });
  const [first] = createFinder({ ...index, titles })("knee chest") ?? [];
  assert.equal(first?.title, SAFETY);
});

test("letters in each other's place change no order", () => {
  assert.deepEqual(titles("lwoer back"), titles("lower back"));
  assert.ok(titles("lower back")?.length);
});

for (const query of ["gentle", "hamstring", "chair", "heel drop", "can’t reach my heel"]) {
  test(`Safety doesn't come first for: ${query}`, () => {
    assert.notEqual(titles(query)?.[0], SAFETY);
  });
}

test("where there is nothing to look for, nothing is found or missed", () => {
  for (const query of ["", " ", "k", "the", "in the"]) assert.equal(titles(query), null);
});

test("what nobody says is not found", () => assert.deepEqual(titles("xyzzyq"), []));

test("rows are unpacked as they were packed", () => {
  assert.deepEqual(spread(["", ""], 2), [[], []]);
  assert.deepEqual(spread(["a\nb", btoa(String.fromCharCode(0b01100010, 0b10000000))], 3), [
    ["a"],
    ["a", "b"],
    ["a"],
  ]);
});
