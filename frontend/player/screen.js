// Draws the player: given what is true now, it makes the dialog say so. It decides nothing, and it
// changes only what is not so already, since a screen reader may repeat what is set again.

import { untilNextSecond } from "../clock.js";

/** @typedef {import("./session.js").View} View */

/**
 * What there is to read at one moment.
 * @typedef {Readonly<{
 *   total: string, exercise: string, side: string, digits: string, unit: string,
 *   step: readonly string[], next: {says: string, what: string}, main: string,
 * }>} Texts
 */

/** @typedef {import("./pictures.js").Sight} Sight */

/**
 * @param {HTMLDialogElement} dialog as templates/parts/player.html makes it
 * @param {(sight: Sight) => Element[]} pictureOf
 */
export function createScreen(dialog, pictureOf) {
  const parts = {
    total: find(dialog, "[data-total]", HTMLElement),
    meter: find(dialog, "[data-meter]", HTMLElement),
    picture: find(dialog, "[data-picture]", HTMLElement),
    exercise: find(dialog, "[data-exercise]", HTMLElement),
    side: find(dialog, "[data-side]", HTMLElement),
    ring: find(dialog, "[data-ring]", SVGCircleElement),
    digits: find(dialog, "[data-digits]", HTMLElement),
    unit: find(dialog, "[data-unit]", HTMLElement),
    step: find(dialog, "[data-step]", HTMLElement),
    next: find(dialog, "[data-next]", HTMLElement),
    nextPicture: find(dialog, "[data-next-picture]", HTMLElement),
    nextSays: find(dialog, "[data-next-says]", HTMLElement),
    nextWhat: find(dialog, "[data-next-what]", HTMLElement),
    main: find(dialog, "[data-main]", HTMLElement),
    said: find(dialog, "[data-said]", HTMLElement),
  };
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
    write(parts.total, texts.total);
    write(parts.exercise, texts.exercise);
    write(parts.side, texts.side);
    write(parts.digits, texts.digits);
    write(parts.unit, texts.unit);
    set(parts.digits, "data-length", String(texts.digits.length));
    writeLines(parts.step, texts.step);
    write(parts.nextSays, texts.next.says);
    write(parts.nextWhat, texts.next.what);
    write(find(parts.main, "span", HTMLElement), texts.main);
    show(parts.picture, sights.now);
    show(parts.nextPicture, sights.next);
    parts.meter.style.setProperty("--done", String(view.elapsed / view.total));
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
      parts.ring.removeAttribute("data-moves");
      empty(left / length);
    }
    cancelAnimationFrame(frame);
    if (!moves) return;
    // What will be true when the second is over: the style takes a second to get there, from what
    // is seen by then.
    frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        set(parts.ring, "data-moves", "");
        empty(Math.max(0, left - untilNextSecond(left)) / length);
      });
    });
  }

  /** @param {number} share of the ring that is left */
  function empty(share) {
    set(parts.ring, "stroke-dasharray", `${(share * 100).toFixed(2)} 100`);
  }

  /** @param {string} text to a screen reader, which waits until it has said what it is saying */
  function say(text) {
    // The same words twice are two things to say: a time may be asked for again.
    const last = parts.said.textContent ?? "";
    parts.said.textContent = text && last === text ? `${text}\u00a0` : text;
  }

  /**
   * @param {Element} place
   * @param {Sight | null} sight
   */
  function show(place, sight) {
    const wanted = sight ? `${sight.id} ${sight.side}` : "";
    if (place.getAttribute("data-sight") === wanted) return;
    place.setAttribute("data-sight", wanted);
    place.replaceChildren(...(sight ? pictureOf(sight) : []));
  }

  return { draw, say };
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
