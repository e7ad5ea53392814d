// A movement as its file tells it, into the paths of every picture on the way. It touches no page
// and reads no clock. Python makes the page's own paths in the same way: tests/golden/movement.json
// holds the two together.

/**
 * Numbers of one outline: x and y in turn. Empty where it can't be seen.
 * @typedef {readonly number[]} Points
 */

/**
 * What a movement's file holds: of each outline that moves the number of its path, how its points
 * are joined, and its pictures; of each rim its number, and those of the outlines in it.
 * @typedef {[
 *   outlines: [number: number, manner: number, pictures: Points[]][],
 *   rims: [number: number, around: number[]][],
 * ]} Movement
 */

// How the points of an outline are joined: supple/drawing/motion.py counts them so.
const OPEN = 1;
const STRAIGHT = 2;
const LINE = 3;

// Milliseconds. Eyes need a moment to find the start, from which they came at once.
const REST = 350;
const GO = 1600;
const STAY = 900;

/** How long start, hold and start take. */
export const DURATION = REST + GO + STAY + GO + REST;

/**
 * How far the way to the hold is gone, gently at both ends.
 * @param {number} elapsed milliseconds
 * @returns {number} 0 is the start, 1 the hold
 */
export function shareAt(elapsed) {
  const there = elapsed - REST;
  const back = DURATION - REST - elapsed;
  const gone = Math.min(1, Math.max(0, Math.min(there, back) / GO));
  return (1 - Math.cos(Math.PI * gone)) / 2;
}

/**
 * Pictures in whole, as a file tells them in steps: along the outline from point to point, and
 * from the last picture in which there was anything.
 * @param {readonly Points[]} told
 * @returns {Points[]}
 */
export function pictures(told) {
  /** @type {Points} */
  let last = [];
  return told.map((steps) => {
    const step = [0, 0];
    const picture = steps.map((number, index) => {
      const gone = (step[index % 2] ?? 0) + number;
      step[index % 2] = gone;
      return gone + (last[index] ?? 0);
    });
    if (picture.length) last = picture;
    return picture;
  });
}

/**
 * An outline between two of its pictures.
 * @param {readonly Points[]} pictures
 * @param {number} share 0 is the first, 1 the last
 * @returns {Points}
 */
export function between(pictures, share) {
  const at = share * (pictures.length - 1);
  const before = pictures[Math.floor(at)] ?? [];
  const after = pictures[Math.ceil(at)] ?? [];
  const part = at % 1;
  // What comes into sight, or goes, does so half-way.
  if (before.length !== after.length) return part < 0.5 ? before : after;
  return before.map((number, index) => {
    return Math.round(number + ((after[index] ?? number) - number) * part);
  });
}

/**
 * @param {Points} points
 * @param {number} manner
 * @returns {string} a path's `d`
 */
export function path(points, manner) {
  if (!points.length) return "";
  if (manner === STRAIGHT || manner === LINE) return straight(points, manner === STRAIGHT);
  return smooth(points, manner !== OPEN);
}

/**
 * A curve through all points (Catmull and Rom's spline as cubic Béziers).
 * @param {Points} points
 * @param {boolean} closed
 * @returns {string}
 */
function smooth(points, closed) {
  const count = points.length / 2;
  /** @type {(number: number, axis: number) => number} */
  const at = (number, axis) => {
    const index = closed ? (number + count) % count : Math.min(Math.max(number, 0), count - 1);
    return points[2 * index + axis] ?? 0;
  };
  /** @type {(from: number, to: number, axis: number) => number} */
  const way = (from, to, axis) => at(to, axis) - at(from, axis);
  const numbers = [];
  for (let number = 0; number < (closed ? count : count - 1); number += 1) {
    const next = number + 1;
    for (const axis of [0, 1]) numbers.push(sixth(way(number - 1, next, axis)));
    for (const axis of [0, 1]) {
      numbers.push(way(number, next, axis) - sixth(way(number, number + 2, axis)));
    }
    for (const axis of [0, 1]) numbers.push(way(number, next, axis));
  }
  return `M${joined(points.slice(0, 2))}c${joined(numbers)}${closed ? "z" : ""}`;
}

/**
 * Lines from point to point.
 * @param {Points} points
 * @param {boolean} closed
 * @returns {string}
 */
function straight(points, closed) {
  const steps = points.slice(2).map((number, index) => number - (points[index] ?? 0));
  return `M${joined(points.slice(0, 2))}l${joined(steps)}${closed ? "z" : ""}`;
}

/**
 * @param {number} number
 * @returns {number} a sixth of it, to the nearest whole; a half goes up
 */
function sixth(number) {
  return Math.floor((number + 3) / 6);
}

/**
 * @param {Points} numbers
 * @returns {string} with a space between them where no minus sign parts them
 */
function joined(numbers) {
  return numbers.join(" ").replaceAll(" -", "-");
}
