// The script of the two pages that show the diary: its own, and the guide's first.

import { each, readJson } from "../each.js";
import { bindDiary } from "./diary.js";
import { bindHome } from "./home.js";
import { localesOf } from "./dates.js";
import { createStore } from "./store.js";

const root = document.documentElement;
const guide = root.dataset.guide ?? "";
const tools = {
  store: createStore(() => globalThis.localStorage, guide),
  words: readJson("words"),
  guide,
  locales: localesOf(root.lang, navigator.languages),
  today: () => new Date(),
};

each("[data-hero]", HTMLElement, (hero) => bindHome(hero, tools));
each("[data-diary]", HTMLElement, (diary) => bindDiary(diary, tools));
