// What the browser keeps for a guide, under the guide's id, since guides may share a host. Where
// the browser keeps nothing (a private window, a full disk, a refusal), it lasts as long as the
// page.

/**
 * @typedef {object} Store
 * @property {(key: string) => string} name what this guide calls it, among all of a host
 * @property {(key: string) => unknown} get what was kept; undefined where there is nothing
 * @property {(key: string, value: unknown) => boolean} set whether it will last
 * @property {(key: string) => void} remove
 */

/**
 * @param {() => Storage | undefined} open may throw: some browsers do where storage is forbidden
 * @param {string} guide the guide's id
 * @returns {Store}
 */
export function createStore(open, guide) {
  /** @type {Map<string, string>} what the browser didn't take */
  const kept = new Map();
  const nameOf = (/** @type {string} */ key) => `supple:${guide}:${key}`;

  /** @param {(storage: Storage) => string | null | void} use */
  function attempt(use) {
    try {
      const storage = open();
      return storage ? { found: use(storage) ?? null } : null;
    } catch {
      return null;
    }
  }

  return {
    name: nameOf,
    get(key) {
      const name = nameOf(key);
      const text = kept.get(name) ?? attempt((storage) => storage.getItem(name))?.found;
      try {
        return typeof text === "string" ? JSON.parse(text) : undefined;
      } catch {
        return undefined; // Somebody else's, or half of it.
      }
    },
    set(key, value) {
      const text = JSON.stringify(value);
      const lasts = attempt((storage) => storage.setItem(nameOf(key), text)) !== null;
      if (lasts) kept.delete(nameOf(key));
      else kept.set(nameOf(key), text);
      return lasts;
    },
    remove(key) {
      kept.delete(nameOf(key));
      attempt((storage) => storage.removeItem(nameOf(key)));
    },
  };
}
