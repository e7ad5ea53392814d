// Lighthouse on pages of a site, as on a slow phone. Says what it found as JSON.
//
//   CHROME_PATH=/usr/bin/chromium node lighthouse.mjs RUNS ADDRESS…

import * as chromeLauncher from "chrome-launcher";
import lighthouse from "lighthouse";

const FLAGS = [
  "--headless=new",
  "--no-first-run",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []), // root can't have one
];
const FIGURES = {
  fcp: "first-contentful-paint",
  lcp: "largest-contentful-paint",
  cls: "cumulative-layout-shift",
  tbt: "total-blocking-time",
};

/** @param {import("lighthouse").Result} result */
function found({ audits, categories }) {
  const scores = Object.entries(categories).map(([id, { score }]) => [id, score]);
  const figures = Object.entries(FIGURES).map(([name, id]) => [name, audits[id].numericValue]);
  const requests = audits["network-requests"].details.items;
  const [{ observedLoad }] = audits.metrics.details.items;
  return {
    scores: Object.fromEntries(scores),
    figures: Object.fromEntries(figures),
    requests: requests.map(({ url, resourceType, transferSize, networkRequestTime }) => ({
      url, kind: resourceType, bytes: transferSize, isLate: networkRequestTime > observedLoad,
    })),
    faults: Object.values(categories)
      .filter(({ id }) => id !== "performance")
      .flatMap(({ auditRefs }) => auditRefs.filter(({ weight }) => weight > 0))
      .map(({ id }) => audits[id])
      .filter(({ score, scoreDisplayMode }) =>
        scoreDisplayMode === "error" || (score !== null && score < 1))
      .map(({ id, title, errorMessage, details }) =>
        `${id}: ${errorMessage ?? title} ${JSON.stringify(details?.items ?? []).slice(0, 400)}`),
  };
}

const [runs, ...addresses] = process.argv.slice(2);
const chrome = await chromeLauncher.launch({ chromeFlags: FLAGS, logLevel: "error" });
const reports = {};
try {
  for (const address of addresses) {
    reports[address] = [];
    for (let run = 0; run < Number(runs); run += 1) {
      // Only speed differs from one run to the next.
      const onlyCategories = run === 0 ? undefined : ["performance"];
      const options = { port: chrome.port, logLevel: "error", output: "json", onlyCategories };
      const { lhr } = await lighthouse(address, options);
      if (lhr.runtimeError) throw new Error(`${address}: ${lhr.runtimeError.message}`);
      reports[address].push(found(lhr));
    }
  }
} finally {
  chrome.kill();
}
console.log(JSON.stringify(reports));
