// The choices above cards: their size, their paper, one side or two, and of which exercises.

import { followChoices, nameLeft } from "./choices.js";
import { counted, fill } from "./fill.js";
import { followers } from "./following.js";

/**
 * A side of a card: what it is about, its part, of how many, whether it has what there is to look
 * at, its classes, and its blocks of text.
 * @typedef {[subject: number, part: number, parts: number, first: 0 | 1, setting: string, blocks: number[]]} Face
 */

/**
 * What a card is about: its number, if it is an exercise, and for each block of its text the
 * exercises without which nobody needs it.
 * @typedef {[number: number, blocks: number[][]]} Subject
 */

/** @typedef {{classes: string, faces: Face[]}} Form */

/**
 * What the page says: its forms, and how a part of a card is named, and one card or several.
 * @typedef {{forms: Record<string, Form>, subjects: Subject[], words: {part: string} & Record<string, string>}} Said
 */

const SLOTS = 4;

/**
 * The sides that are left with some of the exercises, and of each side the blocks.
 * @param {readonly Face[]} faces
 * @param {readonly Subject[]} subjects
 * @param {(number: number) => boolean} isKept
 * @returns {Face[]}
 */
export function facesOf(faces, subjects, isKept) {
  return faces.flatMap(([subject, part, parts, first, setting, blocks]) => {
    const [number, needed] = subjects[subject] ?? [0, []];
    if (number && !isKept(number)) return [];
    const left = blocks.filter((at) => !needed[at]?.length || needed[at].some(isKept));
    if (blocks.length && !left.length && !first) return [];
    return [/** @type {Face} */ ([subject, part, parts, first, setting, left])];
  });
}

/**
 * Which sides lie on which side of a sheet of paper. With two sides an exercise begins on a card
 * of its own.
 * @param {readonly Face[]} faces
 * @param {readonly Subject[]} subjects
 * @param {boolean} duplex
 * @returns {{side: string, faces: (Face | undefined)[]}[]}
 */
export function platesOf(faces, subjects, duplex) {
  if (!duplex) return inFours(faces).map((four) => ({ side: "single", faces: four }));
  /** @type {(Face | undefined)[]} */
  const sides = [];
  for (const face of faces) {
    if (subjects[face[0]]?.[0] && face[3] && sides.length % 2) sides.push(undefined);
    sides.push(face);
  }
  const fronts = sides.filter((_, at) => at % 2 === 0);
  const backs = fronts.map((_, at) => sides[2 * at + 1]);
  const behind = inFours(backs);
  return inFours(fronts).flatMap((four, at) => [
    { side: "front", faces: four },
    { side: "back", faces: behind[at] ?? [] },
  ]);
}

/**
 * @template T
 * @param {readonly T[]} things
 * @returns {T[][]}
 */
function inFours(things) {
  const count = Math.ceil(things.length / SLOTS);
  return Array.from({ length: count }, (_, at) => things.slice(SLOTS * at, SLOTS * (at + 1)));
}

/**
 * Whether words fit on how to come from one position into the next: only after the exercise before.
 * @param {number} before 0 where the first begins
 * @param {(number: number) => boolean} isKept
 */
export const fits = (before, isKept) => before === 0 || isKept(before);

/**
 * @param {Document} page
 * @param {HTMLElement} cards
 * @param {() => void} print
 */
export function chooseCards(page, cards, print) {
  followChoices(page, "cards", print, (/** @type {Said} */ { forms, subjects, words }) => {
    const pieces = subjects.map((_, at) => piecesOf(cards, at));
    const follow = followers(cards);
    const ways = /** @type {HTMLElement[]} */ ([...cards.querySelectorAll("[data-after]")]);
    const wheres = [...cards.querySelectorAll("[data-exercises]")];
    return ({ fields, paper, isKept = () => true }) => {
      const duplex = String(fields.get("sides"));
      const found = forms[`${paper}${fields.get("size")}${duplex}`];
      if (!found) return;
      for (const where of wheres) {
        nameLeft(where, isKept, (left) =>
          counted(words, "cards", left.length, { numbers: left.join(", ") }),
        );
      }
      follow(isKept);
      for (const way of ways) way.hidden = !fits(Number(way.dataset["after"]), isKept);
      const faces = facesOf(found.faces, subjects, isKept);
      const plates = platesOf(faces, subjects, Boolean(duplex)).map((plate) =>
        element(
          "div",
          `plate ${plate.side}`,
          plate.faces.map((face, at) => face && cardOf(face, pieces[face[0]], at, words.part)),
        ),
      );
      cards.className = `cards ${found.classes}`;
      cards.replaceChildren(...plates);
      const flip = /** @type {HTMLElement | null} */ (page.querySelector(".flip"));
      if (flip) flip.hidden = !duplex;
    };
  });
}

/**
 * @param {Face} face
 * @param {Pieces | undefined} pieces of its subject
 * @param {number} slot from 0
 * @param {string} part how a part is named
 */
function cardOf([, number, of, first, setting, blocks], pieces, slot, part) {
  const title = /** @type {HTMLElement | undefined} */ (pieces?.name?.cloneNode(true));
  const told = /** @type {HTMLElement | null | undefined} */ (title?.querySelector(".part"));
  if (told) {
    told.hidden = of === 1;
    told.textContent = ` ${fill(part, { n: `${number}`, of: `${of}` })}`;
  }
  return element("article", `card slot-${slot + 1} ${setting}`, [
    ...(first ? [pieces?.over, title, pieces?.look] : [title]),
    ...runsOf(blocks.map((at) => pieces?.texts.get(at))),
    pieces?.foot?.cloneNode(true),
  ]);
}

/** @typedef {{node: Element, list: Element | null}} Text */
/** @typedef {{over?: Element | undefined, name?: Element | undefined, look?: Element | undefined, foot?: Element | undefined, texts: Map<number, Text>}} Pieces */

/**
 * What the cards of a subject are made of.
 * @param {HTMLElement} cards
 * @param {number} subject
 * @returns {Pieces}
 */
function piecesOf(cards, subject) {
  const own = [...cards.querySelectorAll(`[data-subject="${subject}"]`)];
  /** @param {string} selector */
  const one = (selector) => own.map((card) => card.querySelector(selector)).find(Boolean) ?? undefined;
  const texts = new Map(
    own
      .flatMap((card) => [...card.querySelectorAll("[data-block]")])
      .map((node) => [Number(node.getAttribute("data-block")), { node, list: node.closest("ol, ul") }]),
  );
  return { over: one(".over"), name: one("h2"), look: one(".look"), foot: one("footer"), texts };
}

/**
 * Blocks as they follow each other; those of a list in one.
 * @param {readonly (Text | undefined)[]} texts
 * @returns {Node[]}
 */
function runsOf(texts) {
  /** @type {Element[]} */
  const runs = [];
  for (const text of texts) {
    if (!text) continue;
    const { node, list } = text;
    const last = runs[runs.length - 1];
    if (!list) runs.push(node);
    else if (last?.tagName === list.tagName) last.append(node);
    else {
      const own = /** @type {Element} */ (list.cloneNode());
      own.append(node);
      runs.push(own);
    }
  }
  return runs;
}

/**
 * @param {string} tag
 * @param {string} classes
 * @param {(Node | undefined)[]} children
 */
function element(tag, classes, children) {
  const made = document.createElement(tag);
  made.className = classes;
  made.append(...children.flatMap((child) => child ?? []));
  return made;
}
