// What a page for paper says of all its exercises together, said of those that are left. Each such
// element has what it needs for that in its attributes.

import { counted, fill } from "./fill.js";

/** @typedef {import("./choices.js").IsKept} IsKept */

/**
 * A sentence with {needs}, and things with the exercises that can use them. The routine itself asks
 * for what none of them names.
 * @typedef {{say: string, things: [thing: string, users: number[]][]}} Needs
 */

/**
 * How a number of minutes is told, the seconds to get ready in a new position and in the same one,
 * and of each entry its number, position and other seconds. What is no exercise has the number 0; a
 * rest keeps the position, which "-" stands for.
 * @typedef {{one: string, other: string, ready: [fresh: number, same: number], entries: [number: number, position: string, seconds: number][]}} Time
 */

/**
 * @param {Needs} needs
 * @param {IsKept} isKept
 * @returns {string}
 */
export function needsOf({ say, things }, isKept) {
  const left = things.filter(([, users]) => !users.length || users.some(isKept));
  return left.length ? fill(say, { needs: left.map(([thing]) => thing).join(", ") }) : "";
}

/**
 * @param {Time} time
 * @param {IsKept} isKept
 * @returns {string}
 */
export function timeOf({ one, other, ready: [fresh, same], entries }, isKept) {
  let seconds = 0;
  let before = "";
  for (const [number, position, own] of entries) {
    if (number && !isKept(number)) continue;
    if (number) seconds += position === before ? same : fresh;
    seconds += own;
    if (position !== "-") before = position;
  }
  const minutes = Math.max(1, Math.round(seconds / 60));
  return counted({ "about.one": one, "about.other": other }, "about", minutes);
}

/**
 * @param {Element} root
 * @returns {(isKept: IsKept) => void} what says it anew
 */
export function followers(root) {
  const all = [...those(root, "needs", needsOf), ...those(root, "time", timeOf)];
  return (isKept) => all.forEach((follow) => follow(isKept));
}

/**
 * @param {Element} root
 * @param {string} name of the attribute
 * @param {(data: any, isKept: IsKept) => string} say
 * @returns {((isKept: IsKept) => void)[]}
 */
function those(root, name, say) {
  const found = [.../** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll(`[data-${name}]`))];
  return found.map((element) => {
    const data = JSON.parse(element.dataset[name] ?? "");
    return (isKept) => {
      element.textContent = say(data, isKept);
    };
  });
}
