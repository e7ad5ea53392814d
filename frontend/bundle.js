// Makes static/supple.js from main.js and all that it imports: one classic script, since
// browsers refuse ES modules on pages opened from a disk. With --check it writes nothing
// and fails if the script that stands there is not what its sources make.
//
//     npm ci && npm run build        npm run check-bundle

import { build } from "esbuild";
import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

const BANNER = "/* Generated from frontend/ by `npm run build` there: change that, not this. */";
const SOURCE = fileURLToPath(new URL("main.js", import.meta.url));
const BUNDLE = fileURLToPath(new URL("../static/supple.js", import.meta.url));

/** @returns {Promise<string>} */
async function bundle() {
  const { outputFiles } = await build({
    entryPoints: [SOURCE],
    bundle: true,
    format: "iife",
    minify: true,
    target: "es2020",
    write: false,
    banner: { js: BANNER },
  });
  return outputFiles.map((file) => file.text).join("");
}

const made = await bundle();
if (!process.argv.includes("--check")) {
  await writeFile(BUNDLE, made);
} else if (made !== (await readFile(BUNDLE, "utf8").catch(() => ""))) {
  console.error("static/supple.js is not what frontend/ makes: run `npm run build` in frontend/.");
  process.exitCode = 1;
}
