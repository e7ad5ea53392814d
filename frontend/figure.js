// Brings the button below one figure to life: it plays the figure's movement, once. Nothing moves
// that nobody asked to, and nothing is fetched before.

import { load } from "./loading.js";
import { DURATION, between, path, pictures, shareAt } from "./movement.js";

/** @typedef {import("./movement.js").Movement} Movement */

/**
 * What the button says while it plays, and if there is nothing to play.
 * @typedef {{movement_stop: string, movement_lost: string}} Words
 */

/**
 * Where the files of movements leave what they bring, by the name of the figure.
 * @typedef {typeof globalThis & {suppleMovements?: Record<string, Movement>}} Shelf
 */

/**
 * @param {HTMLButtonElement} button with a movement's address as its data-movement
 * @param {Words} words
 */
export function bindMovement(button, words) {
  const address = button.dataset.movement ?? "";
  const name = nameIn(address);
  const figure = document.querySelector(`svg[data-figure="${CSS.escape(name)}"]`);
  if (!figure) return;
  const text = button.firstChild ?? button; // Behind it may stand, unseen, which of several it moves.
  const label = text.textContent;
  /** @type {(() => void) | null} */
  let stop = null;

  async function show() {
    let wanted = true;
    stop = () => (wanted = false);
    button.toggleAttribute("data-plays", true);
    text.textContent = words.movement_stop;
    try {
      const movement = await fetched(address, name);
      if (wanted) stop = play(/** @type {SVGElement} */ (figure), movement, rest);
    } catch {
      if (wanted) rest(words.movement_lost);
    }
  }

  /** @param {string | null} [says] */
  function rest(says = label) {
    stop = null;
    button.toggleAttribute("data-plays", false);
    text.textContent = says;
  }

  button.addEventListener("click", () => {
    if (!stop) return void show();
    stop();
    rest();
  });
  button.hidden = false;
}

/**
 * The movement of a file.
 * @param {string} address
 * @param {string} name
 * @returns {Promise<Movement>}
 */
async function fetched(address, name) {
  const shelf = /** @type {Shelf} */ (globalThis);
  if (!shelf.suppleMovements?.[name]) await load(address);
  const movement = shelf.suppleMovements?.[name];
  if (!movement) throw new TypeError(`no movement of ${name} in ${address}`);
  return movement;
}

/**
 * Plays start, hold, start. Whose system asks for less motion sees these three and nothing between.
 * @param {SVGElement} figure
 * @param {Movement} movement
 * @param {() => void} onEnd
 * @returns {() => void} stops it, and shows the hold again
 */
function play(figure, [outlines, rims], onEnd) {
  const paths = [...figure.querySelectorAll("g.body > path")];
  const stills = paths.map((one) => one.getAttribute("d") ?? "");
  const moving = outlines.map(([number, manner, told]) => {
    return { number, manner, pictures: pictures(told) };
  });
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  let shown = NaN;
  let begun = NaN;
  let next = requestAnimationFrame(step);
  figure.classList.add("moving");
  // Paper shows the hold, with its start and its arrow, however far the movement is.
  addEventListener("beforeprint", end);

  /** @param {number} now */
  function step(now) {
    if (Number.isNaN(begun)) begun = now;
    if (now - begun >= DURATION) return end();
    const share = shareAt(now - begun);
    draw(calm ? Math.round(share) : share);
    next = requestAnimationFrame(step);
  }

  /** @param {number} share */
  function draw(share) {
    if (share === shown) return;
    shown = share;
    const ds = [...stills];
    for (const { number, manner, pictures } of moving) {
      ds[number] = path(between(pictures, share), manner);
    }
    for (const [number, around] of rims) ds[number] = around.map((each) => ds[each]).join("");
    set(ds);
  }

  /** @param {string[]} ds */
  function set(ds) {
    paths.forEach((one, number) => {
      const d = ds[number] ?? "";
      if (one.getAttribute("d") !== d) one.setAttribute("d", d);
    });
  }

  function end() {
    stop();
    onEnd();
  }

  function stop() {
    cancelAnimationFrame(next);
    removeEventListener("beforeprint", end);
    set(stills);
    figure.classList.remove("moving");
  }

  return stop;
}

/**
 * @param {string} address
 * @returns {string} "knee-rolls" of "../figures/knee-rolls.js"
 */
function nameIn(address) {
  const file = address.slice(address.lastIndexOf("/") + 1);
  return decodeURIComponent(file.replace(/\.js$/, ""));
}
