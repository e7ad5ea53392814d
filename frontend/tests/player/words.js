// The words of the interface as pages carry them, straight from the wording table.

import { readFileSync } from "node:fs";

const table = readFileSync(new URL("../../../supple/rendering/wording/en.toml", import.meta.url), "utf8");

/**
 * @param {string} name of a section whose texts stand alone
 * @returns {Record<string, string>}
 */
function section(name) {
  const [, text = ""] = new RegExp(`^\\[${name}\\]\\n(.*?)^\\[`, "ms").exec(table) ?? [];
  return Object.fromEntries([...text.matchAll(/^(\w+) = "(.*)"$/gm)].map(([, key, said]) => [key, said]));
}

export const WORDS = /** @type {import("../../player/player.js").Words} */ (
  /** @type {unknown} */ ({ ...section("timer"), ...section("player") })
);
