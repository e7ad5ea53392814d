// Keeps the screen on while a session runs. Browsers let go of it whenever the page is hidden, and
// when the battery is low: it is taken again when the page is shown.

/**
 * on: the screen stays on. refused: not now, such as with a low battery. none: the browser can't,
 * or the page came over plain http. off: nobody asked.
 * @typedef {"on" | "refused" | "none" | "off"} Wakefulness
 */

/** What the browser gives for a screen that stays on.
 * @typedef {Pick<WakeLockSentinel, "release" | "addEventListener">} Lock
 */

/**
 * @typedef {object} Awake
 * @property {(wanted: boolean) => void} keep May be called as often as one likes.
 */

/**
 * @param {{request: (type: "screen") => Promise<Lock>} | undefined} wakeLock navigator.wakeLock
 * @param {Pick<Document, "visibilityState" | "addEventListener">} page document
 * @param {(state: Wakefulness) => void} [tell] each time that it has changed
 * @returns {Awake}
 */
export function createAwake(wakeLock, page, tell = () => {}) {
  let isWanted = false;
  let isAsking = false;
  /** @type {Lock | null} */
  let lock = null;
  /** @type {Wakefulness} */
  let told = "off";

  /** @param {Wakefulness} state */
  function report(state) {
    if (state !== told) tell((told = state));
  }

  /** @type {Awake["keep"]} */
  function keep(wanted) {
    if (wanted === isWanted) return;
    isWanted = wanted;
    if (wanted) {
      void ask();
    } else {
      letGo();
      report("off");
    }
  }

  async function ask() {
    if (!isWanted || isAsking || lock || page.visibilityState !== "visible") return;
    if (!wakeLock) return report("none");
    isAsking = true;
    const given = await requested(wakeLock);
    isAsking = false;
    if (!given) return report(isWanted ? "refused" : "off");
    lock = given;
    given.addEventListener("release", () => lost(given));
    if (isWanted) report("on");
    else letGo();
  }

  /** @param {Lock} given */
  function lost(given) {
    if (given !== lock) return;
    lock = null;
    // While the page is hidden nobody looks at the screen.
    if (isWanted && page.visibilityState === "visible") report("refused");
  }

  function letGo() {
    const given = lock;
    lock = null;
    given?.release().catch(() => {}); // It was gone already.
  }

  page.addEventListener("visibilitychange", () => void ask());
  return { keep };
}

/**
 * @param {{request: (type: "screen") => Promise<Lock>}} wakeLock
 * @returns {Promise<Lock | null>} null where it is refused
 */
async function requested(wakeLock) {
  try {
    return await wakeLock.request("screen");
  } catch {
    return null;
  }
}
