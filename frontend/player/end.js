// What is shown once a session is over: how long it took, what was done, and one question.

import { added, momentOf, readLog, withFelt, written } from "./log.js";
import { find } from "./screen.js";

/** @typedef {import("./log.js").Entry} Entry */
/** @typedef {import("./log.js").Felt} Felt */
/** @typedef {import("./store.js").Store} Store */

/**
 * @param {HTMLElement} end as templates/parts/player.html makes it
 * @param {Store} store
 * @param {() => Date} today
 */
export function bindEnd(end, store, today) {
  const says = find(end, "[data-end-says]", HTMLElement);
  const done = find(end, "[data-end-done]", HTMLElement);
  const hurts = find(end, "[data-hurts]", HTMLElement);
  const kept = find(end, "[data-kept]", HTMLElement);
  const answers = [...end.querySelectorAll("input")];
  /** @type {Entry | null} */
  let entry = null;

  end.addEventListener("change", ({ target }) => {
    if (!(target instanceof HTMLInputElement)) return;
    hurts.hidden = target.value !== "hurts";
    if (!entry) return;
    const felt = /** @type {Felt} */ (target.value);
    store.set("log", written(withFelt(readLog(store.get("log")), entry, felt)));
  });

  return {
    /**
     * @param {{says: string, done: string}} texts
     * @param {Omit<Entry, "day" | "time"> | null} news for the diary; null: nothing was done
     */
    show(texts, news) {
      says.textContent = texts.says;
      done.textContent = texts.done;
      done.hidden = !texts.done;
      hurts.hidden = true;
      for (const answer of answers) answer.checked = false;
      entry = news && { ...news, ...momentOf(today()) };
      const lasts = entry && store.set("log", written(added(readLog(store.get("log")), entry)));
      kept.hidden = !lasts;
      end.hidden = false;
      says.focus({ preventScroll: true });
    },
    hide() {
      end.hidden = true;
    },
    isHidden: () => end.hidden,
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
