// What the release build weighs, and how quickly it is there beside a bare Yew page in the same run.

import { dist, launch, setting } from "./browser.mjs";
import { serve } from "./server.mjs";
import { BUDGET, weight } from "./weight.mjs";

const PHASES = ["parse", "count", "separate"];
/** Marks that a page did not leave: waited for once, not at every load. */
const absent = new Set();

await weigh("Topic Explorer", dist(), BUDGET);
await weigh("bare Yew page", setting("BARE"));
await time(Number(setting("LOADS")));

async function weigh(name, folder, budget) {
  const rows = await weight(folder);
  print(`${name}, bytes`, rows);
  if (!budget) return;
  const { brotli } = rows[rows.length - 1];
  const share = ((100 * brotli) / budget).toFixed(1);
  console.log(`${share} % of the budget of ${budget} bytes${brotli > budget ? ": OVER" : ""}`);
}

async function time(loads) {
  const servers = { page: await serve(dist()), bare: await serve(setting("BARE")) };
  const browser = await launch();
  const times = { page: [], bare: [], ...Object.fromEntries(PHASES.map((phase) => [phase, []])) };
  try {
    // One load of each first, which nobody counts: the browser itself starts up in it.
    for (let load = -1; load < loads; load += 1) {
      for (const [name, mark] of [["page", "topics-shown"], ["bare", "bare-shown"]]) {
        const entries = await entriesOf(browser, servers[name].url, mark);
        if (load < 0) continue;
        times[name].push(entries.mark);
        if (name === "page") for (const phase of PHASES) times[phase].push(entries.phases[phase]);
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
    ...PHASES.map((phase) => row(phase, times[phase])),
  ]);
  const ratio = median(times.page) / median(times.bare);
  console.log(`topic view: ${Number.isNaN(ratio) ? "not marked" : ratio.toFixed(2)} times the bare page`);
}

/** Loads a page in a fresh profile, so from an empty cache, and reads the marks it leaves. */
async function entriesOf(browser, url, mark) {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(url);
    const marked = (name) => performance.getEntriesByName(name).length > 0;
    if (!absent.has(mark)) {
      await page.waitForFunction(marked, mark, { timeout: 10_000 }).catch(() => absent.add(mark));
    }
    return await page.evaluate(
      ({ mark, phases }) => {
        const entry = (name, type) => performance.getEntriesByName(name, type)[0];
        const durations = phases.map((phase) => [phase, entry(phase, "measure")?.duration]);
        return { mark: entry(mark, "mark")?.startTime, phases: Object.fromEntries(durations) };
      },
      { mark, phases: PHASES },
    );
  } finally {
    await context.close();
  }
}

function sorted(values) {
  return values.filter((value) => typeof value === "number").sort((a, b) => a - b);
}

function median(values) {
  const all = sorted(values);
  const middle = all.length >> 1;
  return all.length % 2 === 1 ? all[middle] : (all[middle - 1] + all[middle]) / 2;
}

function spread(values) {
  const all = sorted(values);
  const shown = (value) => (Number.isFinite(value) ? value.toFixed(2) : "not measured");
  return { median: shown(median(values)), least: shown(all[0]), most: shown(all[all.length - 1]) };
}

/** A table whose columns line up, and that a README can take as it is. */
function print(title, rows) {
  const columns = Object.keys(rows[0]);
  const lines = [columns, ...rows.map((row) => columns.map((column) => String(row[column])))];
  const widths = columns.map((_, at) => Math.max(...lines.map((line) => line[at].length)));
  const pad = (cell, at) => (at === 0 ? cell.padEnd(widths[at]) : cell.padStart(widths[at]));
  const [head, ...body] = lines.map((line) => `| ${line.map(pad).join(" | ")} |`);
  const rule = `|${widths.map((width, at) => "-".repeat(width + 1) + (at === 0 ? "-" : ":")).join("|")}|`;
  console.log(`\n${title}\n\n${[head, rule, ...body].join("\n")}`);
}
