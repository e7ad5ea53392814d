// Narrows a list down to what fits every choice. Without it the choices are links to lists; it
// makes radio buttons of them, which combine. What is chosen stands in the address bar.

import { fill } from "./fill.js";

/**
 * A facet and a value, "level=gentle", as they stand in the address bar. Every row has such tags.
 * @typedef {string} Tag
 */

/**
 * What came of choosing.
 * @typedef {object} Sifted
 * @property {boolean[]} fits which rows do
 * @property {Map<Tag, number>} counts how many rows there would be with this tag and all that is
 *   chosen of other facets
 */

/**
 * @param {readonly (readonly Tag[])[]} rows the tags of each
 * @param {Iterable<Tag>} chosen one of a facet at most
 * @returns {Sifted}
 */
export function sift(rows, chosen) {
  const wanted = [...chosen];
  /** @type {Map<Tag, number>} */
  const counts = new Map();
  const fits = rows.map((tags) => {
    const lacking = wanted.filter((tag) => !tags.includes(tag));
    // Who lacks one thing only would be there if that facet were chosen otherwise.
    const open = lacking.length === 1 ? facetOf(/** @type {Tag} */ (lacking[0])) : "";
    for (const tag of lacking.length < 2 ? tags : []) {
      if (!open || facetOf(tag) === open) counts.set(tag, (counts.get(tag) ?? 0) + 1);
    }
    return lacking.length === 0;
  });
  return { fits, counts };
}

/**
 * @param {Tag} tag
 * @returns {string} "level" of "level=gentle"
 */
export function facetOf(tag) {
  return tag.slice(0, tag.indexOf("="));
}

/**
 * @param {string} query of an address, with its question mark
 * @param {(tag: Tag) => boolean} known whether there is such a choice
 * @returns {Map<string, Tag>} what it chooses of each facet
 */
export function chosenIn(query, known) {
  const tags = [...new URLSearchParams(query)].map(([facet, value]) => `${facet}=${value}`);
  return new Map(tags.filter(known).map((tag) => [facetOf(tag), tag]));
}

/**
 * @param {Iterable<Tag>} tags
 * @returns {string} a query with its question mark; of none, nothing
 */
export function queryOf(tags) {
  const query = new URLSearchParams();
  for (const tag of tags) query.append(facetOf(tag), tag.slice(facetOf(tag).length + 1));
  return query.size ? `?${query}` : "";
}

/**
 * A choice that a person has. A choice of nothing leaves its facet open: its tag ends in "=".
 * @typedef {object} Choice
 * @property {Tag} tag
 * @property {string} name
 * @property {string} href the list that it led to
 * @property {boolean} leadsOn whether that list has more than can be found here
 * @property {HTMLInputElement} input
 * @property {HTMLElement | null} count where it says how many there would be
 */

/**
 * @param {HTMLElement} root with choices, rows, and places for what is found; its data-filters is
 *   the address of the list of all
 */
export function bindFilters(root) {
  const rows = [...root.querySelectorAll("[data-tags]")].map((row) => {
    return { row: /** @type {HTMLElement} */ (row), tags: (/** @type {HTMLElement} */ (row).dataset.tags ?? "").split(" ") };
  });
  if (rows.length === 0) return void lead(root);
  const tags = rows.map((row) => row.tags);
  const choices = [...root.querySelectorAll("[data-tag]")].map((one) => choiceOf(/** @type {HTMLElement} */ (one)));
  const byTag = new Map(choices.map((choice) => [choice.tag, choice]));
  const groups = [...root.querySelectorAll("[data-group]")].map((group) => /** @type {HTMLElement} */ (group));
  const place = placesIn(root);
  const before = place.found?.textContent ?? "";
  const told = () => chosenIn(location.search, (tag) => byTag.has(tag));
  let chosen = told();
  let isKept = true; // in the address bar

  /** Show what fits. */
  function show() {
    const { fits, counts } = sift(tags, chosen.values());
    const found = fits.filter(Boolean).length;
    rows.forEach(({ row }, number) => (row.hidden = !fits[number]));
    for (const group of groups) {
      const there = group.querySelectorAll("[data-tags]:not([hidden])").length;
      group.hidden = there === 0;
      say(group.querySelector("[data-count]"), String(there));
    }
    for (const choice of choices) {
      const facet = facetOf(choice.tag);
      choice.input.checked = (chosen.get(facet) ?? `${facet}=`) === choice.tag;
      const count = counts.get(choice.tag) ?? 0;
      say(choice.count, String(count));
      choice.input.disabled = Boolean(choice.count) && count === 0 && !choice.input.checked;
    }
    root.toggleAttribute("data-narrowed", chosen.size > 0);
    const values = { n: found, all: rows.length };
    say(place.found, chosen.size ? counted(place.found, values) : before);
    say(place.show, counted(place.show, values));
    takeBack();
    if (place.leads) leadOn(place.leads);
  }

  /** A button for each choice, which takes it back. */
  function takeBack() {
    const list = place.chosen;
    if (!list) return;
    list.hidden = chosen.size === 0;
    if (place.reset) place.reset.hidden = chosen.size === 0;
    list.replaceChildren(
      ...[...chosen.values()].map((tag) => {
        const choice = /** @type {string} */ (byTag.get(tag)?.name);
        const button = document.createElement("button");
        button.type = "button";
        button.className = "chip is-removable";
        button.textContent = choice;
        button.setAttribute("aria-label", fill(list.dataset.chosen ?? "", { choice }));
        button.addEventListener("click", () => {
          choose(`${facetOf(tag)}=`);
          focusNear();
        });
        const item = document.createElement("li");
        item.append(button);
        return item;
      }),
    );
  }

  /** Where the focus goes when what had it is gone: the next choice, else the list's own count. */
  function focusNear() {
    const next = place.chosen?.querySelector("button") ?? choices[0]?.input;
    if (next?.checkVisibility?.() ?? next) return void next?.focus();
    place.filter?.querySelector("summary")?.focus();
  }

  /** @param {HTMLAnchorElement} link to what there is besides for a choice */
  function leadOn(link) {
    const choice = [...chosen.values()].map((tag) => byTag.get(tag)).filter((each) => each?.leadsOn).at(-1);
    const around = link.parentElement;
    if (around) around.hidden = !choice;
    if (!choice) return;
    link.href = choice.href;
    link.textContent = fill(link.dataset.words ?? "", { choice: choice.name });
  }

  /** @param {Tag} tag */
  function choose(tag) {
    chosen = new Map(chosen);
    if (tag.endsWith("=")) chosen.delete(facetOf(tag));
    else chosen.set(facetOf(tag), tag);
    isKept = remember(chosen.values());
    show();
  }

  for (const { input, tag } of choices) {
    // A radio button that is pressed again takes its choice back. It had it before this press.
    input.addEventListener("click", () => chosen.get(facetOf(tag)) === tag && choose(`${facetOf(tag)}=`));
    input.addEventListener("change", () => input.checked && choose(tag));
  }
  place.reset?.addEventListener("click", () => {
    chosen = new Map();
    isKept = remember([]);
    show();
    focusNear();
  });
  place.show?.addEventListener("click", () => {
    if (place.filter) place.filter.open = false;
    place.filter?.querySelector("summary")?.focus();
  });
  if (place.show) place.show.hidden = false;
  // Who has gone to another page and comes back finds radio buttons as the browser left them.
  addEventListener("pageshow", show);
  addEventListener("popstate", () => {
    if (isKept) chosen = told();
    show();
  });
  show();
}

/**
 * On a list of what shares a tag, the other choices lead to the list of all with both.
 * @param {HTMLElement} root
 */
function lead(root) {
  const here = root.querySelector('[data-tag][aria-current="page"]');
  const own = here instanceof HTMLElement ? here.dataset.tag : undefined;
  const all = root.dataset.filters;
  if (!own || !all) return;
  for (const one of root.querySelectorAll("[data-tag]:not([aria-current])")) {
    const { tag = "" } = /** @type {HTMLElement} */ (one).dataset;
    if (tag.endsWith("=") || (one.hasAttribute("href") && facetOf(tag) === facetOf(own))) continue;
    const link = document.createElement("a");
    link.className = one.className;
    link.href = all + queryOf([own, tag]);
    link.append(...one.childNodes);
    one.replaceWith(link);
  }
}

/**
 * Makes a radio button of what was a link.
 * @param {HTMLElement} one
 * @returns {Choice}
 */
function choiceOf(one) {
  const tag = one.dataset.tag ?? "";
  const count = /** @type {HTMLElement | null} */ (one.querySelector("[data-count]"));
  const own = [...one.childNodes].filter((node) => node !== count);
  const name = one.dataset.name ?? own.map((node) => node.textContent).join("").trim();
  const input = document.createElement("input");
  input.type = "radio";
  input.name = facetOf(tag);
  const label = document.createElement("label");
  label.className = one.className;
  label.append(input, ...one.childNodes);
  one.replaceWith(label);
  return { tag, name, href: one.getAttribute("href") ?? "", leadsOn: "leadsOn" in one.dataset, input, count };
}

/** @param {HTMLElement} root */
function placesIn(root) {
  return {
    found: /** @type {HTMLElement | null} */ (root.querySelector("[data-found]")),
    chosen: /** @type {HTMLElement | null} */ (root.querySelector("[data-chosen]")),
    reset: /** @type {HTMLElement | null} */ (root.querySelector("[data-reset]")),
    show: /** @type {HTMLElement | null} */ (root.querySelector("[data-show]")),
    leads: /** @type {HTMLAnchorElement | null} */ (root.querySelector("a[data-leads]")),
    filter: root.querySelector("details"),
  };
}

/**
 * @param {HTMLElement | null} place with its words for none, one and several
 * @param {{n: number, all: number}} values
 * @returns {string}
 */
function counted(place, values) {
  const { none, one, other } = place?.dataset ?? {};
  const words = values.n === 0 ? (none ?? other) : values.n === 1 ? one : other;
  return fill(words ?? "", values);
}

/**
 * Says it, unless it stands there: to say the same again would be noise.
 * @param {Element | null} place
 * @param {string} text
 */
function say(place, text) {
  if (place && place.textContent !== text) place.textContent = text;
}

/**
 * In the address bar, so that a bookmark or a message leads here again, and going back takes the
 * last choice back. Some browsers let no page from a disk change its address: there it works all
 * the same, but isn't kept.
 * @param {Iterable<Tag>} tags
 * @returns {boolean} whether it is
 */
function remember(tags) {
  try {
    history.pushState(null, "", `${location.pathname}${queryOf(tags)}`);
    return true;
  } catch {
    return false;
  }
}
