// Brings one timer on a page to life. The only module that touches the page: it hands presses to
// the session, and draws what the session's view says.

import { untilNextSecond, wholeSeconds } from "./clock.js";
import { back, changes, create, pause, skip, start, view } from "./session.js";
import { cue, digits, duration, fill } from "./wording.js";

/** @typedef {import("./clock.js").Clock} Clock */
/** @typedef {import("./cues.js").Cues} Cues */
/** @typedef {import("./session.js").Phase} Phase */
/** @typedef {import("./session.js").Session} Session */
/** @typedef {import("./session.js").View} View */
/** @typedef {import("./wording.js").Names} Names */
/** @typedef {import("./wording.js").Words} Words */

/**
 * What all timers of a page share. `onStart` is called before a timer's own session runs.
 * @typedef {{words: Words, now: Clock, cues: Cues, onStart: () => void}} Tools
 */

/**
 * @param {HTMLElement} section one [data-timer], as templates/parts/timer.html makes it
 * @param {Tools} tools
 * @returns {{pause: () => void}} for when another timer starts
 */
export function bindTimer(section, { words, now, cues, onStart }) {
  const parts = partsOf(section);
  const names = /** @type {Names} */ (readJson(find(section, ".names", HTMLScriptElement)));
  let mode = chosenMode();
  let session = create(phasesOf(section, mode) ?? phasesOf(section, "") ?? []);
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let alarm;

  const look = () => view(session, now());

  /** Shows what is true now, and wakes when the next second begins. */
  function update() {
    const current = look();
    draw(section, parts, current, names, words);
    cues.sync();
    clearTimeout(alarm);
    if (current.state === "running") alarm = setTimeout(update, untilNextSecond(current.left));
  }

  /** @param {(session: Session, now: number) => Session} change */
  function act(change) {
    const wasRunning = look().state === "running";
    const next = change(session, now());
    session = next;
    if (look().state === "running") {
      onStart();
      cues.play(() => changes(next, now())); // Of this run, whatever becomes of the session.
    } else if (wasRunning) {
      cues.stop();
    }
    update();
  }

  function changeMode() {
    const phases = chosenMode() === mode ? null : phasesOf(section, chosenMode());
    if (!phases) return;
    mode = chosenMode();
    act(() => create(phases));
  }

  parts.start.addEventListener("click", () => {
    const opens = look().state === "ready";
    act(look().state === "running" ? pause : start);
    // At rest there is but the button: what opens around it has to be seen.
    if (opens) section.scrollIntoView({ block: "nearest" });
  });
  parts.back.addEventListener("click", () => act(back));
  parts.skip.addEventListener("click", () => act(skip));
  document.addEventListener("change", changeMode);
  document.addEventListener("visibilitychange", update);
  addEventListener("pageshow", () => {
    changeMode(); // A page that comes back may bring another choice back with it, and say nothing.
    update();
  });

  update();
  // Which exercise comes next must be heard too. It isn't part of the cue, to be read only once.
  // Set only now: what the page opens with is nothing to announce.
  parts.what.setAttribute("aria-live", "polite");
  section.dataset.ready = "";
  return { pause: () => act(pause) };
}

/**
 * Every part of the timer that changes.
 * @typedef {ReturnType<typeof partsOf>} Parts
 * @param {HTMLElement} section
 */
function partsOf(section) {
  return {
    what: find(section, "[data-what]", HTMLElement),
    cue: find(section, "[data-cue]", HTMLElement),
    left: find(section, "[data-left]", HTMLElement),
    progress: find(section, "[data-progress]", HTMLProgressElement),
    total: find(section, "[data-total]", HTMLElement),
    start: find(section, "[data-start]", HTMLButtonElement),
    back: find(section, "[data-back]", HTMLButtonElement),
    skip: find(section, "[data-skip]", HTMLButtonElement),
  };
}

/**
 * @param {HTMLElement} section
 * @param {Parts} parts
 * @param {View} view
 * @param {Names} names
 * @param {Words} words
 */
function draw(section, parts, { state, phase, left, total, totalLeft }, names, words) {
  const totalSeconds = wholeSeconds(total);
  const secondsLeft = wholeSeconds(totalLeft);
  section.dataset.state = state;
  section.dataset.phase = phase.kind;
  setText(parts.what, (phase.exercise && names[phase.exercise]?.title) ?? "");
  setText(parts.cue, cueOf(state, phase, names, words));
  setText(parts.left, digits(wholeSeconds(left)));
  setText(parts.total, totalOf(state, totalSeconds, secondsLeft, words));
  setText(parts.start, state === "running" ? words.pause : words.start);
  parts.progress.max = totalSeconds;
  parts.progress.value = totalSeconds - secondsLeft;
}

/**
 * @param {View["state"]} state
 * @param {Phase} phase
 * @param {Names} names
 * @param {Words} words
 * @returns {string} nothing before the start, so that the first phase is announced as it begins
 */
function cueOf(state, phase, names, words) {
  if (state === "ready") return "";
  return state === "done" ? words.done : cue(phase, names, words);
}

/**
 * @param {View["state"]} state
 * @param {number} total seconds
 * @param {number} left seconds
 * @param {Words} words
 * @returns {string}
 */
function totalOf(state, total, left, words) {
  return state === "done"
    ? fill(words.total_done, { time: duration(total, words) })
    : fill(words.left, { time: duration(left, words) });
}

/**
 * Leaves the element alone if it says so already: a screen reader may repeat what is set again.
 * @param {HTMLElement} element
 * @param {string} text
 */
function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/** @returns {string} of the page's choice of mode; "" is the exercise's own dosage */
function chosenMode() {
  const chosen = document.querySelector('input[name="mode"]:checked');
  return chosen instanceof HTMLInputElement ? chosen.value : "";
}

/**
 * @param {HTMLElement} section
 * @param {string} mode
 * @returns {Phase[] | null}
 */
function phasesOf(section, mode) {
  const scripts = [...section.querySelectorAll(".phases")];
  const script = scripts.find((one) => one.getAttribute("data-mode") === mode);
  return script ? /** @type {Phase[]} */ (readJson(script)) : null;
}

/**
 * @param {Element} script
 * @returns {unknown}
 */
function readJson(script) {
  return JSON.parse(script.textContent ?? "");
}

/**
 * @template {Element} T
 * @param {ParentNode} root
 * @param {string} selector
 * @param {new () => T} type
 * @returns {T}
 */
function find(root, selector, type) {
  const found = root.querySelector(selector);
  if (!(found instanceof type)) throw new TypeError(`no ${selector} in the timer`);
  return found;
}
