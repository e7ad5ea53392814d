// Keeps where a session stands, for a reload or another page of the guide.

import { leave, placed, progressOf, takeUp } from "./resume.js";
import { view } from "./session.js";

/** @typedef {import("./player.js").Course} Course */
/** @typedef {import("./session.js").Session} Session */

/**
 * @param {import("./store.js").Store} store
 * @param {() => Date} today
 * @param {string} page its address inside the guide
 * @param {import("./phrases.js").Phrases["nameOf"]} nameOf
 */
export function createKeeping(store, today, page, nameOf) {
  const day = () => today().getTime();
  return {
    /**
     * @param {Course} course
     * @param {() => Session} fresh of that course
     * @returns {Session | null} paused where it was left; null where there is nothing to carry on
     */
    takeUp({ key }, fresh) {
      const left = key && store.get("left");
      return left ? takeUp(fresh(), key, left, day()) : null;
    },
    /**
     * @param {Course} course
     * @param {Session} session
     * @param {number} now
     */
    keep({ key, title }, session, now) {
      if (!key) return;
      const left = leave(key, session, now, day());
      if (!left && view(session, now).state !== "done") return;
      const told = left && { ...left, ...progressOf(session, now, nameOf), page, title };
      store.set("left", placed(store.get("left"), key, told));
    },
  };
}
