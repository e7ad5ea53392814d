// The script of pages that play. It comes when such a page is there (later.js).

import { createClock } from "../clock.js";
import { each, readJson } from "../each.js";
import { bindTimers } from "./page.js";
import { createStore } from "./store.js";

const root = document.documentElement;
const words = readJson("words");
const store = createStore(() => globalThis.localStorage, root.dataset.guide ?? "");

each("[data-player]", HTMLDialogElement, (dialog) => {
  bindTimers(dialog, words, readJson("exercises"), createClock(), store);
});
root.dataset.player = "ready";
