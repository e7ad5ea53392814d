// Brings a page's timers to life: each Start, and each phrase such as "Hold for 20 seconds", opens
// the page's one player.

import { fill } from "../fill.js";
import { createAwake } from "./awake.js";
import { createBuzz } from "./buzz.js";
import { createCues } from "./cues.js";
import { nextDay, readLog } from "./log.js";
import { pictureOf, warnings } from "./pictures.js";
import { createPhrases } from "./phrases.js";
import { createPlayer } from "./player.js";
import { find } from "./screen.js";
import { createSounds } from "./sounds.js";
import { createVoice } from "./voice.js";

/** @typedef {import("./course.js").Phase} Phase */
/** @typedef {import("./player.js").Course} Course */
/** @typedef {import("./player.js").Words} Words */
/** @typedef {import("./words.js").Exercises} Exercises */

/** To get into a hold that one has pressed in a text. */
const READY_S = 5;

/**
 * @param {HTMLDialogElement} dialog
 * @param {Words} words
 * @param {Exercises} exercises
 * @param {import("../clock.js").Clock} now
 * @param {import("./store.js").Store} store
 */
export function bindTimers(dialog, words, exercises, now, store) {
  const page = dialog.ownerDocument;
  const session = /** @type {{audioSession?: {type: string}}} */ (navigator).audioSession;
  const player = createPlayer(dialog, {
    words,
    now,
    store,
    today: () => new Date(),
    pictureOf: (sight) => pictureOf(page, sight),
    warnings: () => warnings(page),
    phrases: createPhrases(exercises, words),
    cues: createCues(
      globalThis.AudioBuffer && globalThis.AudioContext,
      createSounds(globalThis.AudioBuffer, globalThis.requestIdleCallback ?? setTimeout),
      now,
      session,
      () => maySound(page),
    ),
    voice: createVoice(
      globalThis.speechSynthesis,
      globalThis.SpeechSynthesisUtterance,
      page.documentElement.lang,
      now,
    ),
    buzz: createBuzz(navigator, page),
    awake: (tell) => createAwake(navigator.wakeLock, page, tell),
  });

  const timers = [...page.querySelectorAll("[data-timer]")].flatMap((timer) =>
    timer instanceof HTMLElement ? [timer] : [],
  );
  for (const timer of timers) {
    const start = find(timer, "[data-start]", HTMLElement);
    whenPressed(start, () => player.open(courseOf(timer)));
  }
  for (const phrase of page.querySelectorAll("[data-hold]")) {
    if (!(phrase instanceof HTMLElement)) continue;
    asButton(phrase);
    whenPressed(phrase, () => player.open(holdOf(phrase, dialog)));
  }

  /**
   * @param {HTMLElement} button
   * @param {() => void} press
   */
  function whenPressed(button, press) {
    for (const kind of ["mousedown", "pointerup"]) button.addEventListener(kind, player.ready);
    button.addEventListener("click", () => {
      button.focus(); // Safari doesn't, and a closing dialog gives the focus back to where it was.
      press();
    });
  }

  const ahead = page.querySelector("a[data-next-day]");
  const titles = timers.map(({ dataset }) => dataset.title ?? "");
  const next = () => nextDay(readLog(store.get("log")), dialog.dataset.page ?? "", titles);
  if (ahead instanceof HTMLElement) {
    ahead.addEventListener("click", (event) => event.preventDefault());
    whenPressed(ahead, () => {
      const timer = timers[next()];
      if (timer) player.open(courseOf(timer));
    });
  }

  /** Start says that there is something to carry on, and in a week, which day is next. */
  function label() {
    if (ahead instanceof HTMLElement) {
      const n = next() + 1;
      find(ahead, "[data-says]", HTMLElement).textContent = fill(ahead.dataset.nextDay ?? "", { n });
    }
    for (const timer of timers) {
      const goesOn = player.isLeft(courseOf(timer));
      find(timer, "[data-says]", HTMLElement).textContent = goesOn ? words.carry_on : words.start;
    }
  }
  dialog.addEventListener("close", label);
  page.addEventListener("change", label);
  addEventListener("pageshow", label);
  label();

  // Only one page of a guide plays at a time.
  const others = globalThis.BroadcastChannel && new BroadcastChannel(store.name("plays"));
  others?.addEventListener("message", () => player.pause());
  dialog.addEventListener("plays", () => others?.postMessage(""));

  /** A link from another page may ask for a timer: "#play", "#play-day-3", or "#play-" and a mode. */
  function follow() {
    if (!/^#play\b/.test(location.hash) || dialog.open) return;
    const wanted = decodeURIComponent(location.hash.replace(/^#play-?/, ""));
    for (const mode of page.querySelectorAll('input[name="mode"]')) {
      if (mode instanceof HTMLInputElement && wanted && mode.value === wanted) mode.click();
    }
    const timer = timers.find((one) => one.dataset.timer?.endsWith(`#${wanted}`)) ?? timers[0];
    if (timer) player.open(courseOf(timer));
    history.replaceState(null, "", location.pathname + location.search);
  }
  addEventListener("hashchange", follow);
  follow();
}

/**
 * Whether sound may start without a tap on this page. Firefox says so; others go by a tap on the
 * page that led here.
 * @param {Document} page
 * @returns {boolean}
 */
function maySound(page) {
  const { userActivation, getAutoplayPolicy } =
    /** @type {Navigator & {getAutoplayPolicy?: (kind: string) => string}} */ (navigator);
  if (getAutoplayPolicy) return getAutoplayPolicy.call(navigator, "audiocontext") !== "disallowed";
  const cameByTap = page.referrer.startsWith(`${location.origin}/`);
  return cameByTap || (userActivation?.hasBeenActive ?? true);
}

/**
 * @param {HTMLElement} timer
 * @returns {Course} in the mode that the page has chosen
 */
function courseOf(timer) {
  const { timer: key = "", title = "" } = timer.dataset;
  const mode = chosenMode(timer.ownerDocument);
  const scripts = [...timer.querySelectorAll(".phases")];
  const script = scripts.find((one) => one.getAttribute("data-mode") === mode) ?? scripts[0];
  return {
    key: script?.getAttribute("data-mode") ? `${key}#${mode}` : key,
    title,
    /** @returns {Phase[]} */
    get phases() {
      return JSON.parse(script?.textContent ?? "[]");
    },
  };
}

/**
 * One hold alone, as a text says it.
 * @param {HTMLElement} phrase
 * @param {HTMLElement} dialog which knows the page's exercise
 * @returns {Course}
 */
function holdOf(phrase, dialog) {
  const seconds = Number(phrase.dataset.hold);
  const { exerciseSlug: exercise = "" } = dialog.dataset;
  return {
    key: "",
    title: "",
    phases: [
      { kind: "ready", seconds: READY_S, exercise },
      { kind: "hold", seconds, exercise, rep: 1, of: 1 },
    ],
  };
}

/**
 * Words that can be pressed. Without the script they are words, and they stay in their line: a
 * <button> would be a box in it, and move what stands around it.
 * @param {HTMLElement} phrase
 */
function asButton(phrase) {
  phrase.role = "button";
  phrase.tabIndex = 0;
  phrase.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    if (!event.repeat) phrase.click();
  });
}

/**
 * @param {Document} page
 * @returns {string} "" is the exercise's own dosage
 */
function chosenMode(page) {
  const chosen = page.querySelector('input[name="mode"]:checked');
  return chosen instanceof HTMLInputElement ? chosen.value : "";
}
