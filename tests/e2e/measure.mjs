// What the release build weighs, and how quickly it is there beside a bare Yew page in the same run.

import { dist, launch, setting } from "./browser.mjs";
import { serve } from "./server.mjs";
import { median, print, spread } from "./table.mjs";
import { BUDGET, weight, weightOfRest, withChanges } from "./weight.mjs";

/** Machines and networks; the slow network is what Lighthouse calls slow 4G, its rates in bytes a second. */
const CONDITIONS = {
  "at full speed": { cpu: 1 },
  "processor 4 times slower, slow network": {
    cpu: 4,
    network: { latency: 150, downloadThroughput: 1_638_400 / 8, uploadThroughput: 750_000 / 8 },
  },
};
const PHASES = ["parse", "count", "separate"];
/** Marks that a page did not leave: waited for once, not at every load. */
const absent = new Set();

await weigh("Topic Explorer", dist(), BUDGET);
await weigh("bare Yew page", setting("BARE"));
for (const [condition, machine] of Object.entries(CONDITIONS)) await time(condition, machine, Number(setting("LOADS")));
await phases();

async function weigh(name, folder, budget) {
  const rows = await weight(folder);
  if (!budget) {
    print(`${name}, bytes`, rows);
    return;
  }
  print(`${name}, bytes of a first visit`, await withChanges(rows));
  const { brotli } = rows[rows.length - 1];
  const share = ((100 * brotli) / budget).toFixed(1);
  console.log(`${share} % of the budget of ${budget} bytes${brotli > budget ? ": OVER" : ""}`);
  print(`${name}, bytes of what comes later`, await withChanges(await weightOfRest(folder)));
}

/** First paint and start of the page and of the bare one in turn, under one condition of machine and network. */
async function time(condition, { cpu, network }, loads) {
  const helpful = { helpful: true };
  const servers = {
    page: await serve(dist(), "/some/path/", helpful),
    bare: await serve(setting("BARE"), "/some/path/", helpful),
  };
  const browser = await launch();
  const times = { page: [], bare: [] };
  try {
    // One load of each first, which nobody counts: the browser itself starts up in it.
    for (let load = -1; load < loads; load += 1) {
      for (const [name, mark] of [["page", "topics-shown"], ["bare", "bare-shown"]]) {
        const entries = await shownAt(browser, servers[name].url, mark, { cpu, network });
        if (load < 0) continue;
        times[name].push(entries);
      }
    }
  } finally {
    await browser.close();
    await Promise.all(Object.values(servers).map((server) => server.close()));
  }
  const of = (name, key) => times[name].map((entries) => entries[key]);
  const row = (what, values) => ({ what, ...spread(values) });
  print(`milliseconds from navigation, ${loads} loads of each page in turn, ${condition}`, [
    row("first contentful paint", of("page", "paint")),
    row("first contentful paint of the bare page", of("bare", "paint")),
    row("topic view usable", of("page", "mark")),
    row("bare page usable", of("bare", "mark")),
  ]);
  for (const [what, key] of [["first paint", "paint"], ["topic view", "mark"]]) {
    const ratio = median(of("page", key)) / median(of("bare", key));
    console.log(`${what}: ${Number.isNaN(ratio) ? "not marked" : ratio.toFixed(2)} times the bare page's`);
  }
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

/** Loads a page in a fresh profile, so from an empty cache, and reads when it was painted and when it left its mark. */
async function shownAt(browser, url, mark, { cpu, network }) {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    if (cpu > 1) await session.send("Emulation.setCPUThrottlingRate", { rate: cpu });
    if (network) {
      await session.send("Network.enable");
      await session.send("Network.emulateNetworkConditions", { offline: false, ...network });
    }
    await page.goto(url);
    const marked = (name) => performance.getEntriesByName(name).length > 0;
    if (!absent.has(mark)) {
      await page.waitForFunction(marked, mark, { timeout: 60_000 }).catch(() => absent.add(mark));
    }
    const read = (name) => performance.getEntriesByName(name)[0]?.startTime;
    return { paint: await page.evaluate(read, "first-contentful-paint"), mark: await page.evaluate(read, mark) };
  } finally {
    await context.close();
  }
}
