// What is shown once a session is over: how long it took, what was done, and one question.

import { noted } from "./log.js";
import { partsOf } from "./screen.js";
import { soon } from "../soon.js";

/** @typedef {import("./log.js").Entry} Entry */
/** @typedef {import("./log.js").Felt} Felt */
/** @typedef {import("./store.js").Store} Store */

/**
 * @param {HTMLElement} end as templates/parts/player.html makes it
 * @param {Store} store
 */
export function bindEnd(end, store) {
  const part = partsOf(end);
  const says = part("end-says");
  const done = part("end-done");
  const hurts = part("hurts");
  const kept = part("kept");
  const question = part("felt");
  const onceMore = part("once-more");
  const answers = [...end.querySelectorAll("input")];
  /** @type {Entry | null} */
  let entry = null;

  /** @param {boolean} isHurt whoever is isn't asked to begin again */
  function tell(isHurt) {
    hurts.hidden = !isHurt;
    onceMore.hidden = isHurt;
  }

  const keep = (/** @type {Entry} */ one) => store.set("log", noted(store.get("log"), one));

  end.addEventListener("change", ({ target }) => {
    if (!(target instanceof HTMLInputElement)) return;
    tell(target.value === "hurts");
    if (!entry) return;
    const felt = /** @type {Felt} */ (target.value);
    keep({ ...entry, felt });
  });

  return {
    /**
     * @param {{says: string, done: string}} texts
     * @param {Entry | null} news for the diary; null: nothing to keep
     * @param {boolean} asks how it felt: something was done
     */
    show(texts, news, asks) {
      question.hidden = !asks;
      says.textContent = texts.says;
      done.textContent = texts.done;
      done.hidden = !texts.done;
      tell(false);
      for (const answer of answers) answer.checked = false;
      entry = news;
      kept.hidden = !(entry && keep(entry));
      end.hidden = false;
      soon(() => says.focus({ preventScroll: true }));
    },
    hide() {
      end.hidden = true;
    },
    isHidden: () => end.hidden === true,
  };
}

/**
 * @param {readonly import("./course.js").Phase[]} done the phases that were gone through
 * @returns what to tell of them: how long they took, what was held or done, and whose exercises
 */
export function gist(done) {
  const held = done.filter(({ kind }) => kind === "hold" || kind === "activity");
  return {
    seconds: done.reduce((sum, phase) => sum + phase.seconds, 0),
    held,
    exercises: [...new Set(held.flatMap(({ exercise }) => exercise ?? []))],
  };
}
