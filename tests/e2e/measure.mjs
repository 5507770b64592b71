// What the release build weighs, and how quickly it is there beside a bare Yew page in the same run.

import { dist, launch, setting } from "./browser.mjs";
import { serve } from "./server.mjs";
import { median, print, spread } from "./table.mjs";
import { BUDGET, weight } from "./weight.mjs";

const PHASES = ["parse", "count", "separate"];
/** Marks that a page did not leave: waited for once, not at every load. */
const absent = new Set();

await weigh("Topic Explorer", dist(), BUDGET);
await weigh("bare Yew page", setting("BARE"));
await time(Number(setting("LOADS")));
await phases();

async function weigh(name, folder, budget) {
  const { first, later } = await weight(folder);
  print(`${name} opens with, bytes`, first);
  if (later.length > 1) print(`${name} fetches once it is shown, bytes`, later);
  if (!budget) return;
  const { brotli } = first[first.length - 1];
  const share = ((100 * brotli) / budget).toFixed(1);
  console.log(`${share} % of the budget of ${budget} bytes${brotli > budget ? ": OVER" : ""}`);
}

async function time(loads) {
  const servers = { page: await serve(dist()), bare: await serve(setting("BARE")) };
  const browser = await launch();
  const times = { page: [], bare: [] };
  try {
    // One load of each first, which nobody counts: the browser itself starts up in it.
    for (let load = -1; load < loads; load += 1) {
      for (const [name, mark] of [["page", "topics-shown"], ["bare", "bare-shown"]]) {
        const entries = await shownAt(browser, servers[name].url, mark);
        if (load < 0) continue;
        times[name].push(entries);
      }
    }
  } finally {
    await browser.close();
    await Promise.all(Object.values(servers).map((server) => server.close()));
  }
  const row = (what, values) => ({ what, ...spread(values) });
  print(`milliseconds, ${loads} loads of each page in turn`, [
    row("navigation to topic view", times.page),
    row("navigation to bare page", times.bare),
  ]);
  const ratio = median(times.page) / median(times.bare);
  console.log(`topic view: ${Number.isNaN(ratio) ? "not marked" : ratio.toFixed(2)} times the bare page`);
}

/** How long the engine takes over the shipped documents: the first time in a fresh module, and when it has warmed up. */
async function phases() {
  const server = await serve(setting("PHASES"));
  const browser = await launch();
  try {
    const page = await browser.newPage();
    await page.goto(server.url);
    const done = () => performance.getEntriesByName("phases-done").length > 0;
    await page.waitForFunction(done, undefined, { timeout: 60_000 });
    const read = (name) => performance.getEntriesByName(name, "measure").map((entry) => entry.duration);
    const rounds = await Promise.all(PHASES.map((phase) => page.evaluate(read, phase)));
    const sums = rounds[0].map((_, round) => rounds.reduce((sum, times) => sum + times[round], 0));
    const row = (what, times) => ({ what, first: times[0].toFixed(1), ...spread(times.slice(times.length / 2)) });
    print("milliseconds, the engine alone in the browser", [
      ...PHASES.map((phase, at) => row(phase, rounds[at])),
      row("all three", sums),
    ]);
  } finally {
    await browser.close();
    await server.close();
  }
}

/** Loads a page in a fresh profile, so from an empty cache, and reads when it left its mark. */
async function shownAt(browser, url, mark) {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(url);
    const marked = (name) => performance.getEntriesByName(name).length > 0;
    if (!absent.has(mark)) {
      await page.waitForFunction(marked, mark, { timeout: 10_000 }).catch(() => absent.add(mark));
    }
    return await page.evaluate((mark) => performance.getEntriesByName(mark, "mark")[0]?.startTime, mark);
  } finally {
    await context.close();
  }
}
