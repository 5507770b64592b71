// The link: what a person sees, for a colleague to see.

import { assert, eventually, mounted, scenario, texts } from "./harness.mjs";
import { foreignQuestions, heights, heightsEye, map, openPane, pane, picks, sections, selection, termCells, titles } from "./parts.mjs";

const notice = (page) => page.getByRole("status").filter({ has: page.getByRole("button", { name: "Dismiss" }) });

/** All of what a view is, as a person would compare two windows. */
async function seen(page) {
  return {
    selection: await texts(selection(page)),
    tab: await texts(page.getByRole("tab", { selected: true })),
    pressed: await page.locator("[aria-pressed=true]").evaluateAll((all) => all.map((one) => one.getAttribute("aria-label") ?? one.textContent)),
    titles: await texts(titles(page)),
    rows: (await texts(page.getByRole("tabpanel").getByRole("row"))).slice(0, 20),
  };
}

/** A view with something of everything in it. */
async function arrange(page) {
  await openPane(page, "Terms");
  await page.getByRole("searchbox").fill("gro");
  await page.getByRole("columnheader", { name: "Term" }).getByRole("button").click();
  await heights(page).click();
  await picks(page, "On topic").first().click({ modifiers: ["ControlOrMeta"] });
  await eventually(async () => assert.match(page.url(), /topic=\d+,\d+/));
}

scenario("the filtered link opens in a new window and shows the same", async ({ page, open, context }) => {
  await open();
  await heights(page).click();
  await eventually(async () => assert.deepEqual(await texts(titles(page)), await foreignQuestions()));
  const other = await (await context.browser().newContext({ viewport: { width: 1440, height: 900 } })).newPage();
  await other.goto(page.url());
  await mounted(other);
  assert.deepEqual(await seen(other), await seen(page));
  assert.deepEqual(await texts(titles(other)), await foreignQuestions());
  await other.context().close();
});

scenario("a reload keeps the view, and a second window has all of it", async ({ page, open, context }) => {
  await open();
  await arrange(page);
  const before = await seen(page);
  assert.ok(before.rows.length > 1 && before.pressed.length > 2, "there is something to keep");
  await page.reload();
  await mounted(page);
  assert.deepEqual(await seen(page), before);
  const other = await context.newPage();
  await open(new URL(page.url()).hash, other);
  assert.deepEqual(await seen(other), before);
});

scenario("Back and Forward go through every step", async ({ page, open }) => {
  await open();
  const steps = [
    () => heights(page).click(),
    () => picks(page, "On topic").first().click({ modifiers: ["ControlOrMeta"] }),
    () => openPane(page, "Terms"),
    () => page.getByRole("columnheader", { name: "Term" }).getByRole("button").click(),
    () => page.getByRole("button", { name: "Clear filter" }).click(),
    () => heightsEye(page).click(),
  ];
  const views = [await seen(page)];
  for (const step of steps) {
    const address = page.url();
    await step();
    await eventually(() => assert.notEqual(page.url(), address));
    views.push(await seen(page));
  }
  views.reduce((one, other) => (assert.notDeepEqual(one, other, "every step shows something new"), other));
  for (let at = views.length - 2; at >= 0; at -= 1) {
    await page.goBack();
    await eventually(async () => assert.deepEqual(await seen(page), views[at], `back to step ${at}`));
  }
  for (let at = 1; at < views.length; at += 1) {
    await page.goForward();
    await eventually(async () => assert.deepEqual(await seen(page), views[at], `forward to step ${at}`));
  }
});

scenario("typing in the filter leaves one place in the history, not one a letter", async ({ page, open }) => {
  await open("#v=1&view=terms");
  const places = await page.evaluate(() => history.length);
  await page.getByRole("searchbox").pressSequentially("crying");
  await eventually(() => assert.match(page.url(), /find=crying/));
  assert.equal(await page.evaluate(() => history.length), places);
});

scenario("an untouched page keeps a bare address", async ({ page, open, url }) => {
  await open();
  await heights(page).click();
  await page.getByRole("button", { name: "Clear filter" }).click();
  await eventually(() => assert.equal(page.url().replace(/#$/, ""), url));
});

const NONSENSE = {
  garbage: "#asdf~~!!@@",
  "another version": "#v=7&view=terms",
  "topics that are not there": "#v=1&topic=99,0,-1,x",
  "numbers too large": "#v=1&topic=99999999999999999999&at=4294967296&document=18446744073709551616",
  "broken percent signs": "#v=1&term=%E0%A4%A&find=%%%zz",
  "script-like text": "#v=1&term=<script>globalThis.intruded=1</script>&\"><img/src=x/onerror=globalThis.intruded=1>",
  "keys without values": "#v=1&topic=&sort=&at=&verdict=&why=",
  "pins of nothing": "#v=1&pin=9.9.off,1.2,x,1.3-2.on,1.1-4294967296.off,1.1.off.off&pin=",
  "a threshold off the scale": "#v=1&thr=1e308",
  "a sort there is not": "#v=1&view=terms&sort=sideways-up",
  "control characters": "#v=1&find=%00%01%1b[31m",
  "a word that stands nowhere": "#v=1&term=qqqq",
  "far too much": `#${"topic=1&".repeat(10_000)}`,
};

for (const [what, link] of Object.entries(NONSENSE)) {
  scenario(`a link with ${what} opens the page with a notice`, async ({ page, open }) => {
    await open(link);
    assert.match((await texts(notice(page)))[0], /The link|of the link|“qqqq” does not stand/);
    assert.ok((await picks(page, "On topic").count()) > 0, "the topics are there");
    assert.ok((await page.getByRole("tabpanel").innerText()).length > 200, "the pane is not blank");
    assert.equal(await page.evaluate(() => globalThis.intruded), undefined);
    assert.equal(await page.locator("img, main script").count(), 0);
    await page.getByRole("button", { name: "Dismiss" }).click();
    await eventually(async () => assert.equal(await notice(page).count(), 0));
    assert.notEqual(await page.evaluate(() => document.activeElement.tagName), "BODY", "the focus is kept");
  });
}

scenario("a nonsense link typed over a good one is noticed without a reload", async ({ page, open }) => {
  await open();
  await page.evaluate(() => (location.hash = "#v=1&topic=77"));
  await eventually(async () => assert.match((await texts(notice(page))).join(), /topic=77/));
  assert.ok((await sections(page).count()) > 50);
});

scenario("a link made for other documents says so, and leaves out what points into them", async ({ page, open }) => {
  await open();
  await heights(page).click();
  await eventually(() => assert.match(page.url(), /fp=[0-9a-f]{8}/));
  const all = await page.locator(".header__figures").innerText();
  const foreign = new URL(page.url()).hash.replace(/fp=.{8}/, "pin=2.36-38.off&thr=0.5&find=tear&view=terms&fp=00000000");
  await page.goto("about:blank");
  await open(foreign);
  assert.match((await texts(notice(page)))[0], /of other documents, or of another version of these/);
  assert.equal(await page.getByRole("searchbox", { name: "Find a term" }).inputValue(), "tear", "what fits any documents is kept");
  assert.equal(await page.locator(".header__figures").innerText(), all, "nobody said anything of these");
});

scenario(
  "Copy link copies the address of what is on the screen, and says so",
  async ({ page, open }) => {
    await open();
    await heights(page).click();
    await page.getByRole("button", { name: "Copy link" }).click();
    await page.getByRole("status").getByText(/^Link copied/).waitFor();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), page.url());
  },
  { permissions: ["clipboard-read", "clipboard-write"] },
);

scenario("a copied link of the untouched page carries the documents' mark", async ({ page, open, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open();
  await page.getByRole("button", { name: "Copy link" }).click();
  await page.getByRole("status").getByText(/^Link copied/).waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(copied, /#v=1&fp=[0-9a-f]{8}$/);
  const before = await seen(page);
  await page.goto(copied);
  await page.reload();
  await mounted(page);
  assert.deepEqual(await seen(page), before);
  assert.equal(await notice(page).count(), 0);
});

scenario("where copying is not allowed, the link is there to be copied by hand", async ({ page, open }) => {
  await page.addInitScript(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException("no", "NotAllowedError"));
  });
  await open();
  await heights(page).click();
  await page.getByRole("button", { name: "Copy link" }).click();
  const said = page.getByRole("status").getByText(/does not let the page copy/);
  await said.waitFor();
  assert.ok((await said.innerText()).includes(page.url()), "the whole address stands there");
});
