// What a click costs with many sections beside few: from the event to the paint after it, by the browser's own entries.

import { launch, setting } from "./browser.mjs";
import { serve } from "./server.mjs";
import { median, print, spread } from "./table.mjs";

const ROUNDS = Number(process.env.ROUNDS ?? 15);
/** The browser reports no event that was over within 16 ms. */
const QUICK = 16;
/** A page that changed nothing for so long is at rest. */
const REST = 150;

const button = (page, name) => page.getByRole("button", { name }).first();
/** Picks the first topic. */
const topic = (page) => aim(page, page.locator(".topic__pick").first());
/** Goes to a view, and comes back to Read. */
const view = (name) => (page, round) => aim(page, page.getByRole("tab", { name: round % 2 ? "Read" : name }));
/** Goes to what a term is looked up for, and comes back to its lines. */
const lookup = (name) => (page, round) => aim(page, page.getByRole("button", { name: round % 2 ? "Lines" : name, exact: true }));
/** A letter more in a field. */
const letter = (role, name) => (page, round) => hold(page, role, name, "abcdefghijklmnopqrst"[round]);

/**
 * Each with a name, what finds the place for it and gives the act, and the link it begins with if that is not the page as it
 * opens; done again, it is undone or goes on. Places are found beforehand: looking for them is work in the page too.
 */
const ACTIONS = [
  ["filter by a topic", topic],
  ["filter by a verdict", (page) => aim(page, button(page, /^On topic$/))],
  ["filter by a document", (page) => aim(page, page.locator(".strip__name").first())],
  ["search, a letter", letter("combobox", "Search")],
  ["scroll Read", wheel],
  ["go to Terms and back", view("Terms")],
  ["overrule a section", (page) => aim(page, button(page, /^(It does not belong|It belongs|Take it back): /))],
  ["move the threshold", (page, round) => hold(page, "slider", /./, round % 2 ? "ArrowLeft" : "ArrowRight")],
  ["filter by a topic, in Terms", topic, "view=terms"],
  ["find a term, a letter", letter("searchbox", "Find a term"), "view=terms"],
  ["go to Contexts and back", view("Contexts"), "term=people"],
  ["filter by a topic, in Contexts", topic, "view=contexts&term=people"],
  ["go to Collocates and back", lookup("Collocates"), "view=contexts&term=people"],
  ["filter by a topic, in Collocates", topic, "view=collocates&term=people"],
  ["go to Plot and back", lookup("Plot"), "view=contexts&term=people"],
  ["filter by a topic, in Plot", topic, "view=plot&term=people"],
  ["go to Compare and back", view("Compare")],
  ["go to Topics and back", view("Topics")],
  ["go to a topic’s page and back", topic, "view=topics"],
];

const small = await measure(setting("SMALL"));
const large = await measure(setting("LARGE"));
const rows = ACTIONS.map(([what]) => {
  const [few, many] = [small.found.get(what), large.found.get(what)];
  // Browsers keep no entry of a wheel's event.
  const timed = few.times.length > 0 && many.times.length > 0;
  return {
    what,
    few: timed ? spread(few.times).median : "–",
    many: timed ? spread(many.times).median : "–",
    most: timed ? spread(many.times).most : "–",
    ratio: timed ? (median(many.times) / median(few.times)).toFixed(1) : "–",
    "longest task, few": longest(few.tasks),
    "longest task, many": longest(many.tasks),
  };
});
print(
  `milliseconds from event to paint, and the longest task over 50 ms, ${ROUNDS} times each: few are ${small.size}, many ${large.size}`,
  rows,
);
for (const { size, found } of [small, large]) {
  const lists = [...found].filter(([, { tasks }]) => tasks.length > 0);
  const told = lists.map(([what, { tasks }]) => `${what} ${tasks.map(Math.round).join(", ")}`).join("; ");
  console.log(`${size}: tasks over 50 ms: ${told || "none"}`);
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
    await page.evaluate(watch);
    const found = new Map();
    for (const [what, find, link] of ACTIONS) {
      await page.evaluate((hash) => { location.hash = hash; }, link ? `v=1&${link}` : "");
      const [times, tasks] = [[], []];
      for (let round = 0; round < ROUNDS; round += 1) {
        await rest(page);
        const act = await find(page, round);
        await rest(page);
        await page.evaluate(() => { globalThis.events.length = 0; globalThis.tasks.length = 0; });
        await act();
        await rest(page);
        const seen = await page.evaluate(() => ({ events: globalThis.events, tasks: globalThis.tasks }));
        if (find !== wheel) times.push(Math.max(QUICK, ...seen.events));
        tasks.push(...seen.tasks);
      }
      found.set(what, { times, tasks });
      await page.keyboard.press("Escape");
      await page.evaluate(() => scrollTo(0, 0));
    }
    return { size, found };
  } finally {
    await browser.close();
    await server.close();
  }
}

/** Keeps the entries of events and long tasks, and when the page last changed. Runs in the page. */
function watch() {
  globalThis.events = [];
  globalThis.tasks = [];
  globalThis.changed = performance.now();
  const keep = (list) => (found) => list.push(...found.getEntries().map((entry) => entry.duration));
  new PerformanceObserver(keep(globalThis.events)).observe({ type: "event", durationThreshold: 16 });
  new PerformanceObserver(keep(globalThis.tasks)).observe({ type: "longtask" });
  const note = () => { globalThis.changed = performance.now(); };
  new MutationObserver(note).observe(document.body, { attributes: true, characterData: true, childList: true, subtree: true });
}

/** Until nothing changes any more and the entries of what did are written. */
async function rest(page) {
  await page.evaluate((quiet) => new Promise((done) => {
    const look = () => (performance.now() - globalThis.changed < quiet ? setTimeout(look, 30) : done());
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(look, 60)));
  }), REST);
}

/** A click on the middle of something. */
async function aim(page, locator) {
  await locator.scrollIntoViewIfNeeded();
  const { x, y, width, height } = await locator.boundingBox();
  const [across, down] = [x + width / 2, y + height / 2];
  await page.mouse.move(across, down);
  return () => page.mouse.click(across, down);
}

/** A key pressed in something that has the focus. */
async function hold(page, role, name, key) {
  await page.getByRole(role, { name }).first().focus();
  return () => page.keyboard.press(key);
}

/** A turn of the wheel over the text. */
async function wheel(page) {
  await page.mouse.move(900, 600);
  return async () => {
    await page.mouse.wheel(0, 700);
    await page.waitForTimeout(200);
  };
}

function longest(tasks) {
  return tasks.length > 0 ? String(Math.round(Math.max(...tasks))) : "–";
}
