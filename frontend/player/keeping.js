// Keeps where a session stands, for a reload or another page of the guide.

import { isRecord } from "./preferences.js";
import { leave, progressOf, takeUp } from "./resume.js";
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
      const left = key ? store.get("left") : null;
      return isRecord(left) && left.course === key ? takeUp(fresh(), key, left, day()) : null;
    },
    /**
     * @param {Course} course
     * @param {Session} session
     * @param {number} now
     */
    keep({ key, title }, session, now) {
      if (!key) return;
      const left = leave(key, session, now, day());
      if (left) store.set("left", { ...left, ...progressOf(session, now, nameOf), page, title });
      else if (view(session, now).state === "done") store.remove("left");
    },
  };
}
