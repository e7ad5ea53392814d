// Makes the classic scripts of static/ from main.js, lists.js, player/main.js,
// player/diary-pages.js, paper.js and finder.js and all that they import, since browsers refuse ES
// modules on pages opened from a disk.
// With --check it writes nothing and fails if a script that stands there is not what its sources
// make.
//
//     npm ci && npm run build        npm run check-bundle

import { build } from "esbuild";
import { readFile, writeFile } from "node:fs/promises";
import { minify } from "terser";
import { fileURLToPath } from "node:url";

const BANNER = "/* Generated from frontend/ by `npm run build` there: change that, not this. */";

/** @param {string} name */
const here = (name) => fileURLToPath(new URL(name, import.meta.url));

/**
 * Terser after esbuild, since both together make a script a twentieth smaller than either alone.
 * @param {string} source
 * @param {{banner?: string, globalName?: string}} [options]
 * @returns {Promise<string>}
 */
async function bundle(source, { banner = BANNER, ...options } = {}) {
  const { outputFiles } = await build({
    entryPoints: [here(source)],
    bundle: true,
    format: "iife",
    minify: true,
    target: "es2022",
    ...options,
    write: false,
  });
  const whole = outputFiles.map((file) => file.text).join("");
  const { code } = await minify(whole, { ecma: 2020, compress: { passes: 3 } });
  return `${banner}\n${code}\n`;
}

// Whoever gets MiniSearch's code gets its licence with it.
const licence = await readFile(here("node_modules/minisearch/LICENSE.txt"), "utf8");
const made = {
  "supple.js": await bundle("main.js"),
  "lists.js": await bundle("lists.js"),
  "player.js": await bundle("player/main.js"),
  "diary.js": await bundle("player/diary-pages.js"),
  "paper.js": await bundle("paper.js"),
  "finder.js": await bundle("finder.js", {
    globalName: "suppleFinder",
    banner: `${BANNER}\n/*! With MiniSearch.\n\n${licence.trim()}\n*/`,
  }),
};

for (const [name, text] of Object.entries(made)) {
  const file = here(`../static/${name}`);
  if (!process.argv.includes("--check")) {
    await writeFile(file, text);
  } else if (text !== (await readFile(file, "utf8").catch(() => ""))) {
    console.error(`static/${name} is not what frontend/ makes: run \`npm run build\` in frontend/.`);
    process.exitCode = 1;
  }
}
