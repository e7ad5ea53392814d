// Finds pages by words. It comes into a page together with its index (supple/rendering/search.py)
// once somebody wants to search, and knows nothing of the page.

import MiniSearch from "minisearch";

/**
 * Texts, one a line, and in base64 the numbers of the pages that each stands in.
 * @typedef {readonly [texts: string, rows: string]} Standing
 */

/**
 * @typedef {object} Index
 * @property {readonly (readonly [name: string, folder: string, count: number])[]} kinds
 * @property {readonly string[]} titles
 * @property {readonly string[]} slugs empty where it is the title with hyphens
 * @property {Standing} details what is shown besides a title
 * @property {Standing} terms what lists go by, with all their other names
 * @property {Standing} text single words that stand elsewhere in the page
 * @property {string} common words that nobody means
 * @property {string} general words that nobody means who says any other
 * @property {string} alarms words that call for Safety alone; those joined by + only together
 * @property {string} pains words that call for Safety first, and then for what is looked for
 * @property {string} care places that do so too, and whose pain is no matter of stretching
 * @property {string} safety its address
 * @property {Says} says
 */

/**
 * What a person is told. Placeholders stand in braces.
 * @typedef {{one: string, other: string, more: string, all: string, none: string,
 *   first: string, alone: string}} Says
 */

/** @typedef {{title: string, address: string, kind: string, detail: string}} Found */

/** @typedef {import("minisearch").QueryCombination} Query */

const FIELDS = { title: 4, name: 3, terms: 3, text: 1 };
const NAMES = ["title", "name"];
const WARNINGS = /** @type {const} */ (["alarms", "pains", "care"]); // of Safety only
const PREFIX = 2; // letters that are enough to look for words that begin with them
const ALARM = 4; // letters that are enough to be taken for the beginning of a word that warns
const NAMING = 2; // words of a title that are enough to ask for its page
const PART = 4; // letters that each of two words has that are written as one

/**
 * @param {Index} index
 * @returns {(query: string) => Found[] | null} the best first; null where there is nothing to find
 */
export function createFinder(index) {
  const common = new Set(index.common.split(" "));
  const general = new Set(index.general.split(" "));
  const pains = new Set(index.pains.split(" "));
  const pages = pagesOf(index);
  const safety = pages.findIndex((page) => page.address === index.safety);
  const fields = Object.keys(FIELDS);
  const engine = new MiniSearch({
    fields: [...fields, ...WARNINGS],
    tokenize: wordsOf,
    processTerm: (term) => (common.has(term) ? null : term),
    searchOptions: { boost: FIELDS, prefix: isBeginning, processTerm: (term) => term },
  });
  engine.addAll(
    pages.map(({ title, name, terms, text }, id) => {
      const { alarms, pains, care } = index;
      return { id, title, name, terms, text, ...(id === safety ? { alarms, pains, care } : {}) };
    }),
  );

  /**
   * @param {string} word
   * @returns {string[]} the words that warn and that it may mean
   */
  function warningsOf(word) {
    const way = waysToRead(word).find((query) => known(query)) ?? "";
    const terms = engine.search(way, { fields: [...WARNINGS] })[0]?.terms ?? [];
    // Who has written "belly" is not about to write "bellyache".
    if (terms.includes(word)) return [word];
    return word.length >= ALARM ? terms : [];
  }

  /**
   * @param {Query} query
   * @param {import("minisearch").SearchOptions} [options]
   */
  const known = (query, options) => engine.search(query, options).length > 0;

  /**
   * @param {string} word
   * @returns {string[]} itself, or the two words that it is made of: "chestpain"
   */
  function apart(word) {
    if (known({ queries: [word] })) return [word];
    const halves = [...word].map((_, at) => [word.slice(0, at), word.slice(at)]);
    const isWord = (/** @type {string} */ half) => {
      return half.length >= PART && known({ queries: [half] }, { prefix: false });
    };
    return halves.find((both) => both.every(isWord)) ?? [word];
  }

  /**
   * @param {string[]} asked
   * @returns {number[]} pages with all of these words, or if there is none, with any
   */
  function pagesWith(asked) {
    const queries = asked.flatMap((word) => {
      return waysToRead(word).find((query) => known(query, { fields })) ?? [];
    });
    const all = engine.search({ combineWith: "AND", queries, fields });
    const some = all.length ? all : engine.search({ combineWith: "OR", queries, fields });
    return some.map(({ id }) => id);
  }

  /** @param {string} word */
  const isTelling = (word) => !common.has(word) && !general.has(word);

  /**
   * @param {string[]} asked
   * @returns {number[]} pages that these words name: their whole title, or all but one word of it
   */
  function pagesNamed(asked) {
    if (asked.length < NAMING) return [];
    const queries = asked.map((word) => waysToRead(word).find((query) => known(query)) ?? word);
    const named = engine.search({ combineWith: "AND", queries, fields: NAMES });
    return named.map(({ id }) => id).filter((id) => {
      const title = wordsOf(pages[id]?.title ?? "");
      return title.filter(isTelling).length <= asked.length + 1;
    });
  }

  return (query) => {
    const written = wordsOf(query).filter((word) => !common.has(word));
    const asked = [...new Set(written.flatMap(apart))];
    if (!asked.some((word) => word.length >= PREFIX)) return null;
    const warnings = asked.map(warningsOf);
    const meant = new Set(warnings.flat());
    /** @param {typeof WARNINGS[number]} warning */
    const warned = (warning) => {
      return index[warning].split(" ").some((all) => all.split("+").every((one) => meant.has(one)));
    };
    // Whoever should see a doctor isn't tempted by a stretch.
    const alone = warned("alarms") || (warned("care") && warned("pains"));
    const telling = asked.filter((word, at) => {
      return !general.has(word) && !warnings[at]?.some((one) => pains.has(one));
    });
    const numbers = alone ? [] : pagesWith(telling.length ? telling : asked);
    // "Knee to chest" names a stretch. "Both legs", where each word warns, may be a complaint.
    const isComplaint = alone || warned("pains") || warnings.every((found) => found.length);
    const named = isComplaint ? [] : pagesNamed(asked.filter(isTelling));
    const first = WARNINGS.some(warned) ? [...named, safety] : [];
    return [...new Set([...first, ...numbers])].flatMap((number) => pages[number] ?? []);
  };
}

/**
 * The words of a text as they are compared: in small letters, without accents.
 * @param {string} text
 * @returns {string[]}
 */
export function wordsOf(text) {
  const spread = text.toLowerCase().replace(/['’]/g, "").normalize("NFD");
  return spread.replace(/\p{M}/gu, "").match(/[\p{L}\p{N}]+/gu) ?? [];
}

/**
 * What somebody may have meant by a word: itself, or what begins with it, or one of what it says
 * several of; if nobody knows that, two letters in each other's place; else wrong letters, the more
 * the longer the word is.
 * @param {string} word
 * @returns {Query[]}
 */
function waysToRead(word) {
  const wrong = [4, 7].filter((letters) => word.length >= letters);
  /** @type {Query[]} */
  const ways = [
    { queries: [word, { queries: singulars(word), prefix: false }] },
    { queries: swapped(word) },
    ...wrong.map((_, number) => ({ queries: [word], fuzzy: number + 1 })),
  ];
  return ways.map((way) => ({ combineWith: "OR", ...way })); // also within what has to have all
}

/**
 * @param {string} word
 * @returns {boolean} whether longer words are meant as well: "3" doesn't stand for "30"
 */
function isBeginning(word) {
  return !/^\p{N}+$/u.test(word);
}

/**
 * @param {string} word
 * @returns {string[]} "hamstring" for "hamstrings", and "stretch" for "stretches"
 */
function singulars(word) {
  const endings = ["s", "es"].filter((ending) => word.endsWith(ending) && !word.endsWith("ss"));
  return endings.map((ending) => word.slice(0, -ending.length)).filter((one) => one.length >= PART);
}

/**
 * @param {string} word
 * @returns {string[]} "kene" for "knee", and the like
 */
function swapped(word) {
  const letters = [...word];
  return letters.slice(1).map((letter, at) => {
    return [...letters.slice(0, at), letter, letters[at], ...letters.slice(at + 2)].join("");
  });
}

/**
 * @param {Index} index
 * @returns {(Found & {name: string, terms: string, text: string})[]} the name is that of the
 *   page's file where it is another than its title: authors know it by that
 */
function pagesOf({ kinds, titles, slugs, details, terms, text }) {
  const homes = kinds.flatMap(([kind, folder, count]) => Array(count).fill({ kind, folder }));
  const [detailsOf, termsOf, textOf] = [details, terms, text].map((standing) => {
    return spread(standing, titles.length);
  });
  return titles.map((title, number) => {
    const slug = slugs[number] || title.toLowerCase().replaceAll(" ", "-");
    return {
      title,
      address: `${homes[number].folder}${encodeURIComponent(slug)}.html`,
      kind: homes[number].kind,
      name: slugs[number] ?? "",
      detail: detailsOf?.[number]?.join(", ") ?? "",
      terms: termsOf?.[number]?.join(" ") ?? "",
      text: textOf?.[number]?.join(" ") ?? "",
    };
  });
}

/**
 * @param {Standing} standing
 * @param {number} end the number of pages
 * @returns {string[][]} the texts of each page
 */
export function spread([texts, rows], end) {
  /** @type {string[][]} */
  const found = Array.from({ length: end }, () => []);
  const next = reader(rows);
  for (const text of texts ? texts.split("\n") : []) {
    for (const number of row(next, end)) found[number]?.push(text);
  }
  return found;
}

/**
 * Rising numbers: how many there are in Elias' gamma code, the steps between them in Rice's.
 * @param {() => number} next
 * @param {number} end
 * @returns {number[]}
 */
function row(next, end) {
  let zeros = 0;
  while (!next()) zeros += 1;
  const count = bits(next, zeros, 1);
  const low = Math.max(0, 31 - Math.clz32(Math.floor((end * 11) / (16 * count))));
  const numbers = [];
  for (let number = -1; numbers.length < count; ) {
    let high = 0;
    while (next()) high += 1;
    number += 1 + bits(next, low, high);
    numbers.push(number);
  }
  return numbers;
}

/**
 * @param {() => number} next
 * @param {number} count
 * @param {number} above the bits before these
 * @returns {number}
 */
function bits(next, count, above) {
  let value = above;
  for (let left = count; left > 0; left -= 1) value = value * 2 + next();
  return value;
}

/**
 * @param {string} base64
 * @returns {() => number} the next bit
 */
function reader(base64) {
  const bytes = atob(base64);
  let at = 0;
  return () => {
    const bit = (bytes.charCodeAt(at >> 3) >> (7 - (at & 7))) & 1;
    at += 1;
    return bit;
  };
}
