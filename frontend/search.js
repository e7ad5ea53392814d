// The search field at the top: shows what is found while somebody types. What it finds with comes
// into the page only when it is wanted.

import { load } from "./loading.js";
import { fill } from "./fill.js";

/** @typedef {import("./finder.js").Index} Index */
/** @typedef {import("./finder.js").Found} Found */

/**
 * What the two scripts leave behind.
 * @typedef {typeof globalThis & {
 *   suppleFinder?: typeof import("./finder.js"), suppleSearch?: Index
 * }} Shelf
 */

/** @typedef {{find: ReturnType<typeof import("./finder.js").createFinder>, index: Index}} Finder */

const MOST = 8;
const PAUSE = 400; // ms without a letter, before a count is announced

/** @param {HTMLElement} form with the addresses of both scripts as data-finder and data-index */
export function bindSearch(form) {
  const { finder: finderAddress = "", index: indexAddress = "", lost = "" } = form.dataset;
  const field = within(form, "input", HTMLInputElement);
  const panel = within(form, "[data-panel]", HTMLElement);
  const told = within(form, "[data-told]", HTMLElement);
  const status = within(form, "[role=status]", HTMLElement); // the same for screen readers
  const list = within(form, "[data-results]", HTMLElement);
  const none = within(form, "[data-none]", HTMLElement);
  const more = within(form, "[data-more]", HTMLButtonElement);
  const opener = document.querySelector(`[aria-controls="${form.id}"]`);
  /** @type {Promise<Finder> | null} */
  let coming = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let telling;

  /** @returns {Promise<Finder>} */
  function finder() {
    coming ??= bring(finderAddress, indexAddress);
    return coming;
  }

  async function look() {
    const query = field.value;
    try {
      const { find, index } = await finder();
      if (query !== field.value) return;
      const found = find(query);
      if (found) show(found, index);
      else close();
    } catch {
      coming = null; // so that the next letter tries again
      panel.dataset.shown = "";
      tell(lost);
    }
  }

  /**
   * @param {Found[]} found
   * @param {Index} index
   */
  function show(found, index) {
    const links = found.map((page) => item(page, index, indexAddress));
    list.replaceChildren(...links.slice(0, MOST));
    none.hidden = found.length > 0;
    more.hidden = found.length <= MOST;
    more.textContent = fill(index.says.all, { n: found.length });
    more.onclick = () => {
      list.append(...links.slice(MOST));
      more.hidden = true;
      tell(fill(index.says.other, { n: found.length }));
      links[MOST]?.querySelector("a")?.focus();
    };
    panel.dataset.shown = "";
    const isAlone = found.length === 1 && found[0]?.address === index.safety;
    tell(isAlone ? index.says.alone : count(found.length, index.says), PAUSE);
  }

  /**
   * Shows words at once, and announces them after a pause.
   * @param {string} words
   * @param {number} pause in milliseconds
   */
  function tell(words, pause = 0) {
    clearTimeout(telling);
    told.textContent = words;
    telling = setTimeout(() => (status.textContent = words), pause);
  }

  function close() {
    list.replaceChildren();
    none.hidden = true;
    more.hidden = true;
    tell("");
    delete panel.dataset.shown;
  }

  /** @param {boolean} opened */
  function open(opened) {
    opener?.setAttribute("aria-expanded", String(opened));
    if (opened) field.focus();
    else close();
  }

  /** @param {number} by */
  function move(by) {
    /** @type {NodeListOf<HTMLElement>} */
    const links = panel.querySelectorAll("a, button");
    const stops = [field, ...links].filter((one) => one.getClientRects().length);
    const at = stops.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    stops[Math.min(Math.max(at + by, 0), stops.length - 1)]?.focus();
  }

  function escape() {
    if (panel.dataset.shown === undefined && !field.value) {
      open(false);
      if (opener instanceof HTMLElement) opener.focus();
      return;
    }
    field.value = "";
    close();
    field.focus();
  }

  /** @type {Record<string, () => void>} */
  const keys = { ArrowDown: () => move(1), ArrowUp: () => move(-1), Escape: escape };

  form.addEventListener("keydown", (event) => {
    const act = event.isComposing ? undefined : keys[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    await look();
    list.querySelector("a")?.click();
  });
  form.addEventListener("focusin", ({ target }) => {
    finder().catch(() => (coming = null));
    if (target === field && panel.dataset.shown === undefined && field.value) look();
  });
  field.addEventListener("input", look);
  for (const leave of ["pointerdown", "focusin"]) {
    document.addEventListener(leave, ({ target }) => {
      if (target instanceof Node && !form.contains(target) && !opener?.contains(target)) close();
    });
  }
  opener?.addEventListener("click", () => {
    open(opener.getAttribute("aria-expanded") !== "true");
  });
  form.dataset.ready = "";
}

/**
 * @param {string} finderAddress
 * @param {string} indexAddress
 * @returns {Promise<Finder>}
 */
async function bring(finderAddress, indexAddress) {
  await Promise.all([load(finderAddress), load(indexAddress)]);
  const { suppleFinder, suppleSearch: index } = /** @type {Shelf} */ (globalThis);
  if (!suppleFinder || !index) throw new TypeError("the scripts brought nothing");
  return { find: suppleFinder.createFinder(index), index };
}

/**
 * @param {Found} page
 * @param {Index} index
 * @param {string} indexAddress which lies at the site's top, as the page sees it
 * @returns {HTMLElement}
 */
function item(page, { says, safety }, indexAddress) {
  const link = document.createElement("a");
  const title = document.createElement("b");
  const about = document.createElement("span");
  const isSafety = page.address === safety;
  link.href = new URL(page.address, new URL(indexAddress, document.baseURI)).href;
  title.textContent = page.title;
  about.textContent = isSafety ? says.first : [page.kind, page.detail].filter(Boolean).join(" · ");
  const sign = isSafety ? document.querySelector(".alarm .sign")?.cloneNode(true) : null;
  link.append(...(sign ? [sign] : []), title, " ", about);
  const row = document.createElement("li");
  row.toggleAttribute("data-first", isSafety);
  row.append(link);
  return row;
}

/**
 * @param {number} number
 * @param {import("./finder.js").Says} says
 * @returns {string} "3 found"
 */
function count(number, says) {
  if (number === 0) return says.none;
  if (number === 1) return says.one;
  return fill(number > MOST ? says.more : says.other, { n: number, shown: MOST });
}

/**
 * @template {Element} T
 * @param {Element} form
 * @param {string} selector
 * @param {new () => T} type
 * @returns {T}
 */
function within(form, selector, type) {
  const found = form.querySelector(selector);
  if (!(found instanceof type)) throw new TypeError(`no ${selector} in the search`);
  return found;
}
