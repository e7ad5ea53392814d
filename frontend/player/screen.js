// Draws the player: given what is true now, it makes the dialog say so. It decides nothing, and it
// changes only what is not so already, since a screen reader may repeat what is set again.

import { untilNextSecond } from "../clock.js";

/** @typedef {import("./session.js").View} View */

/**
 * What there is to read at one moment.
 * @typedef {Readonly<{
 *   total: string, exercise: string, large: string, digits: string, unit: string,
 *   step: readonly string[], next: {says: string, what: string}, main: string,
 *   stop: string, room: {exercise: string, step: string},
 * }>} Texts
 */

/** @typedef {import("./pictures.js").Sight} Sight */

const TEXTS = /** @type {const} */ (["total", "exercise", "large", "digits", "unit"]);

/**
 * @param {HTMLDialogElement} dialog as templates/parts/player.html makes it
 * @param {(sight: Sight) => Element[]} pictureOf
 */
export function createScreen(dialog, pictureOf) {
  const part = partsOf(dialog);
  const meter = part("meter");
  const picture = part("picture");
  const lead = part("lead");
  const ring = find(dialog, "[data-ring]", SVGRectElement);
  const step = part("step");
  const nextPicture = part("next-picture");
  const main = part("main");
  const stops = part("stops");
  const noted = part("note");
  const said = part("said");
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  /** What the ring shows, so that it can jump to another phase and only run within one. */
  let lap = "";
  let frame = 0;

  /**
   * @param {View} view
   * @param {Texts} texts
   * @param {{now: Sight, next: Sight | null}} sights
   */
  function draw(view, texts, sights) {
    const { state, phase } = view;
    set(dialog, "data-state", state);
    set(dialog, "data-cue", state === "running" || state === "ready" ? cueOf(view) : state);
    set(dialog, "data-main-key", view.waiting && state === "running" ? "done" : state);
    set(dialog, "data-kind", phase.kind);
    for (const name of TEXTS) write(part(name), texts[name]);
    set(part("digits"), "data-length", String(texts.digits.length));
    set(lead, "data-room", texts.room.exercise);
    set(step, "data-room", texts.room.step);
    writeLines(step, texts.step);
    write(part("next-says"), texts.next.says);
    write(part("next-what"), texts.next.what);
    write(find(main, "span", HTMLElement), texts.main);
    write(stops, texts.stop);
    // Its button goes: whoever was there is not left nowhere.
    const hasStops = state === "paused" || phase.kind === "ready";
    if (!hasStops && document.activeElement === stops) main.focus();
    show(picture, sights.now);
    show(nextPicture, sights.next);
    meter.style.setProperty("--done", String(view.elapsed / view.total));
    turn(view);
  }

  /** @param {View} view */
  function turn(view) {
    const { index, state, left, waiting, phase } = view;
    const length = phase.seconds * 1000;
    const moves = state === "running" && !waiting && !calm.matches;
    const now = `${index} ${state} ${length} ${waiting}`;
    if (now !== lap || !moves) {
      lap = now;
      ring.removeAttribute("data-moves");
      empty(left / length);
    }
    cancelAnimationFrame(frame);
    if (!moves) return;
    // What will be true when the second is over: the style takes a second to get there, from what
    // is seen by then.
    frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        set(ring, "data-moves", "");
        empty(Math.max(0, left - untilNextSecond(left)) / length);
      });
    });
  }

  /** @param {number} share of the ring that is left */
  function empty(share) {
    set(ring, "stroke-dasharray", `${(share * 100).toFixed(2)} 100`);
  }

  /** @param {string} text to a screen reader, which waits until it has said what it is saying */
  function say(text) {
    // The same words twice are two things to say: a time may be asked for again.
    const last = said.textContent ?? "";
    said.textContent = text && last === text ? `${text}\u00a0` : text;
  }

  /**
   * Keeps its room at once. The picture comes a moment after the words, which a slow phone can show
   * sooner without it.
   * @param {Element} place
   * @param {Sight | null} sight
   */
  function show(place, sight) {
    const wanted = sight?.id ? `${sight.id} ${sight.side}` : "";
    if (place.getAttribute("data-sight") === wanted) return;
    place.setAttribute("data-sight", wanted);
    requestAnimationFrame(() => {
      setTimeout(() => {
        const isStill = place.getAttribute("data-sight") === wanted;
        if (isStill) place.replaceChildren(...(sight ? pictureOf(sight) : []));
      }, 0);
    });
  }

  /** @param {string} text which stands there as long as it is true; "" for nothing */
  function note(text) {
    noted.hidden = !text;
    write(noted, text);
  }

  return { draw, say, note };
}

/**
 * What the whole screen says by its colour.
 * @param {View} view
 * @returns {"hold" | "change" | "rest"}
 */
function cueOf({ phase: { kind } }) {
  if (kind === "hold" || kind === "activity") return "hold";
  return kind === "ready" || kind === "change" ? "change" : "rest";
}

/**
 * @param {Element} element
 * @param {string} name
 * @param {string} value
 */
function set(element, name, value) {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

/**
 * @param {Element} element
 * @param {string} text
 */
function write(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/**
 * @param {Element} element
 * @param {readonly string[]} lines
 */
function writeLines(element, lines) {
  const now = [...element.children].map((line) => line.textContent);
  if (now.length === lines.length && now.every((line, index) => line === lines[index])) return;
  element.replaceChildren(
    ...lines.map((line) => {
      const paragraph = document.createElement("p");
      paragraph.textContent = line;
      return paragraph;
    }),
  );
}

/**
 * @param {ParentNode} root
 * @returns {(name: string) => HTMLElement} what has this data attribute
 */
export function partsOf(root) {
  return (name) => find(root, `[data-${name}]`, HTMLElement);
}

/**
 * @template {Element} T
 * @param {ParentNode} root
 * @param {string} selector
 * @param {new () => T} type
 * @returns {T}
 */
export function find(root, selector, type) {
  const found = root.querySelector(selector);
  if (!(found instanceof type)) throw new TypeError(`no ${selector} in the page`);
  return found;
}
