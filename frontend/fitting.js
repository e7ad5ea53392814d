// How what is left of a sheet is set on its paper, by the same rules as in
// supple/rendering/paper/fitting.py; a golden file holds both to each other.

/**
 * A day's parts in one setting: `rows` are the two heights of each, `ups` those of how to get up.
 * @typedef {{title: number, rows: [beside: number, steps: number][], ups: Record<string, number>, after: number}} Day
 */

/**
 * All heights in one setting, in millimetres, as in supple/rendering/paper/measured.py.
 * @typedef {object} Measured
 * @property {string} setting
 * @property {boolean} stacked
 * @property {number} room
 * @property {number} slack
 * @property {number[]} opening
 * @property {Day[]} days
 * @property {number[]} notes
 * @property {number} ask
 * @property {[bare: number, whole: number][]} asks without their numbers of exercises, and with all
 * @property {[log: number, closing: number, line: number, below: number, leading: number]} end
 * @property {Record<string, Record<string, number>>} moves
 */

/**
 * A row of a day. A rest has the key 0, and always stays.
 * @typedef {{key: number, position: string}} Row
 */

/** @typedef {import("./choices.js").IsKept} IsKept */
/** @typedef {{setting: string, notes: number, below: number, pages: number, stacked: boolean, begins: boolean}} Fit */

const FEWEST_LINES = 2;
const MOST_BESIDE = 4;

/**
 * The roomiest setting with the fewest pages, in which the first exercise comes on the first page, if
 * it can.
 * @param {readonly Measured[]} tried the roomiest first
 * @param {readonly (readonly Row[])[]} days
 * @param {readonly (readonly number[])[]} asks the exercises that each is about
 * @param {IsKept} isKept
 * @returns {Fit | undefined}
 */
export function roomiest(tried, days, asks, isKept) {
  /** @type {Fit | undefined} */
  let best;
  for (const each of tried) {
    const fit = fitOf(each, days, asks, isKept);
    const isBetter =
      !best || fit.pages < best.pages || (fit.pages === best.pages && fit.begins && !best.begins);
    if (isBetter) best = fit;
  }
  return best;
}

/**
 * @param {Measured} each
 * @param {readonly (readonly Row[])[]} days
 * @param {readonly (readonly number[])[]} about
 * @param {IsKept} isKept
 * @returns {Fit}
 */
function fitOf(each, days, about, isKept) {
  const { setting, stacked, room, slack, opening, notes, end } = each;
  const [log, closing, line, below] = end;
  const asked = heightOfAsks(each, about, isKept);
  const least = stacked ? FEWEST_LINES : Math.max(FEWEST_LINES, Math.floor((asked - log) / line));
  const written = log + least * line;
  const last = stacked ? [asked, written + 3] : [Math.max(asked, written) + 1.7];
  addTo(last, last.length - 1, closing);
  const rows = each.days.flatMap((day, at) => heightsOf(day, days[at] ?? [], each.moves, isKept));
  const blocks = [...opening, ...rows, ...notes, ...last];
  const begins = sum([...opening, ...rows.slice(0, 1)]) <= room - slack;
  const careful = paginate(blocks, room - slack);
  const free = Math.min(careful.free, paginate(blocks, room).free);
  const more = Math.floor(free / line);
  const { pages } = careful;
  return !stacked && more <= MOST_BESIDE
    ? { setting, notes: least + more, below: 0, pages, stacked, begins }
    : { setting, notes: least, below: Math.floor(free / below), pages, stacked, begins };
}

/**
 * How high all is that says whom to ask first.
 * @param {Measured} each
 * @param {readonly (readonly number[])[]} about
 * @param {IsKept} isKept
 */
function heightOfAsks({ ask, asks, end: [, , , , leading] }, about, isKept) {
  let height = 0;
  asks.forEach(([bare, whole], at) => {
    const keys = about[at] ?? [];
    const left = keys.filter(isKept).length;
    if (!left) return;
    const lines = Math.round((whole - bare) / leading);
    height += bare + Math.ceil((lines * left) / keys.length) * leading;
  });
  return height && height + ask;
}

/**
 * @param {Day} day
 * @param {readonly Row[]} rows
 * @param {Measured["moves"]} moves
 * @param {IsKept} isKept
 * @returns {number[]} the heights of a day's rows, with its title and what stands below them
 */
function heightsOf(day, rows, moves, isKept) {
  if (rows.some(({ key }) => key) && !rows.some(({ key }) => key && isKept(key))) return [];
  let before = "";
  const heights = rows.flatMap(({ key, position }, at) => {
    const [beside, steps] = day.rows[at] ?? [0, 0];
    if (!key) return [Math.max(beside, steps)];
    if (!isKept(key)) return [];
    const move = moves[before]?.[position] ?? 0;
    before = position;
    return [Math.max(beside, steps + move)];
  });
  addTo(heights, 0, day.title);
  addTo(heights, heights.length - 1, (day.ups[before] ?? 0) + day.after);
  return heights;
}

/**
 * On how many pages blocks come that may not be broken, and what is left of the last one.
 * @param {readonly number[]} blocks
 * @param {number} height
 * @returns {{pages: number, free: number}}
 */
export function paginate(blocks, height) {
  let pages = 1;
  let free = height;
  for (let block of blocks) {
    if (block > free && free < height) {
      pages += 1;
      free = height;
    }
    for (; block > height; block -= height) pages += 1;
    free -= block;
  }
  return { pages, free: Math.max(free, 0) };
}

/**
 * @param {number[]} heights
 * @param {number} at
 * @param {number} more
 */
function addTo(heights, at, more) {
  if (at in heights) heights[at] = (heights[at] ?? 0) + more;
}

/** @param {readonly number[]} heights */
const sum = (heights) => heights.reduce((total, each) => total + each, 0);
