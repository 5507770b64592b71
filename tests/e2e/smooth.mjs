// What a click costs with many sections beside few: from the event to the paint after it, by the browser's own entries.

import { launch, setting } from "./browser.mjs";
import { serve } from "./server.mjs";
import { median, print, spread } from "./table.mjs";

const ROUNDS = 15;
/** The browser reports no event that was over within 16 ms. */
const QUICK = 16;

/** Each with a name and a way to do it; done again, it is undone or goes on. */
const ACTIONS = [
  ["filter by a topic", (page) => page.locator(".topic__pick").first().click()],
  ["filter by a verdict", (page) => page.getByRole("button", { name: "On topic", exact: true }).click()],
  ["filter by a document", (page) => page.locator(".strip__name").first().click()],
  ["search, a letter", (page, round) => page.getByRole("combobox", { name: "Search" }).press("abcdefghijklmnopqrst"[round])],
  ["go to Terms and back", (page, round) => page.getByRole("tab", { name: round % 2 ? "Read" : "Terms" }).click()],
];

const small = await measure(setting("SMALL"));
const large = await measure(setting("LARGE"));
const rows = ACTIONS.map(([what], at) => {
  const [few, many] = [small.times[at], large.times[at]];
  const ratio = (median(many) / median(few)).toFixed(1);
  return { what, few: spread(few).median, many: spread(many).median, most: spread(many).most, ratio };
});
print(`milliseconds from event to paint, ${ROUNDS} times each: few are ${small.size}, many ${large.size}`, rows);
for (const { size, tasks } of [small, large]) {
  const longest = Math.max(0, ...tasks.map((task) => task.duration));
  const list = tasks.map((task) => `${task.during}: ${Math.round(task.duration)}`).join(", ");
  console.log(`${size}: ${tasks.length} tasks over 50 ms, the longest ${Math.round(longest)} ms${list ? ` (${list})` : ""}`);
}

async function measure(folder) {
  const server = await serve(folder);
  const browser = await launch();
  try {
    const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
    page.setDefaultTimeout(60_000);
    await page.goto(server.url);
    await page.waitForFunction(() => performance.getEntriesByName("topics-shown").length > 0, undefined, { timeout: 120_000 });
    const size = (await page.locator(".header__figures").innerText()).split("\n").slice(0, 2).join(", ");
    await page.evaluate(() => {
      globalThis.entries = [];
      globalThis.tasks = [];
      const keep = (list) => (found) => list.push(...found.getEntries().map(({ startTime, duration }) => ({ startTime, duration })));
      new PerformanceObserver(keep(globalThis.entries)).observe({ type: "event", durationThreshold: 16 });
      new PerformanceObserver(keep(globalThis.tasks)).observe({ type: "longtask" });
    });
    const times = [];
    const tasks = [];
    for (const [what, act] of ACTIONS) {
      const found = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        await settle(page);
        await page.evaluate(() => { globalThis.entries.length = 0; globalThis.tasks.length = 0; });
        await act(page, round);
        await settle(page);
        const seen = await page.evaluate(() => ({ entries: globalThis.entries, tasks: globalThis.tasks }));
        found.push(Math.max(QUICK, ...seen.entries.map((entry) => entry.duration)));
        tasks.push(...seen.tasks.map((task) => ({ ...task, during: what })));
      }
      times.push(found);
      await page.keyboard.press("Escape");
      await page.evaluate(() => { location.hash = ""; });
      await settle(page);
    }
    return { size, times, tasks };
  } finally {
    await browser.close();
    await server.close();
  }
}

/** Until what was asked for is painted and its entries are written. */
async function settle(page) {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 60)))));
}
