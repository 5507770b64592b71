// Compare: two selections side by side.

import { accessible, assert, drawn, eventually, phone, scenario, texts } from "./harness.mjs";
import { heights, number, openPane, pane, picks, topics } from "./parts.mjs";

const compare = (page) => pane(page, "Compare");
const side = (page, letter) => compare(page).getByRole("combobox", { name: `Side ${letter}` });
const field = (page, letter) => compare(page).getByRole("searchbox", { name: `Search of side ${letter}` });
const table = (page) => compare(page).getByRole("table");
const chosen = (page, letter) => side(page, letter).evaluate((select) => select.selectedOptions[0].textContent);

/** The rows of the terms that stand more on one side, as numbers by column. */
async function rows(page, letter) {
  await drawn(page);
  const half = table(page).getByRole("rowgroup").filter({ has: page.getByRole("rowheader", { name: new RegExp(`^More in ${letter}:`) }) });
  const read = await half.getByRole("row").evaluateAll((all) => all.slice(1).map((row) => [...row.cells].map((cell) => cell.textContent.trim())));
  return read.map(([term, score, a, offA, b, offB, ratio]) => ({
    term, score: number(score), a: number(a), offA: number(offA), b: number(b), offB: number(offB), ratio,
  }));
}

scenario("what is kept is set against what is off topic, with the counts of both", async ({ page, open }) => {
  await open();
  await openPane(page, "Compare");
  assert.deepEqual([await chosen(page, "A"), await chosen(page, "B")], ["What is kept", "Off topic"]);
  const [kept, off] = [await rows(page, "A"), await rows(page, "B")];
  assert.equal(kept.length, 20);
  assert.ok(off.length > 5 && off.length <= 20);
  const height = off.slice(0, 5).find((row) => row.term === "height");
  assert.ok(height.a === 0 && height.b > 10 && height.offB === height.b, "every height is in off-topic text");
  assert.ok(kept.every((row) => row.score > 0 && row.offA === 0) && off.every((row) => row.score < 0));
  assert.ok(kept.some((row) => row.term.startsWith("therapist")));
  const [sentence] = await texts(compare(page).getByText(/^A, What is kept, has/));
  const [, words] = sentence.match(/B, Off topic, has (\d+) words, all of them off topic\./);
  const [panel] = (await texts(heights(page))).join().match(/\d+ words/);
  assert.equal(`${words} words`, panel);
});

scenario("what is compared is a step of its own, and the line above says that filters do not apply", async ({ page, open }) => {
  await open("#v=1&document=2");
  const line = page.getByRole("main").getByRole("status").first();
  assert.match((await texts(line))[0], /^Only the document/);
  await openPane(page, "Compare");
  await eventually(async () => assert.match((await texts(line))[0], /^Only the document .* \(this view is of the two sides below\)/));
  // The line above is there before the table is.
  await table(page).waitFor();
  const before = await rows(page, "A");
  await side(page, "A").selectOption("topic:1");
  await eventually(async () => assert.notDeepEqual(await rows(page, "A"), before));
  await compare(page).getByRole("button", { name: "G²" }).click();
  await eventually(() => assert.match(page.url(), /measure=g2/));
  await page.goBack();
  await eventually(() => assert.doesNotMatch(page.url(), /measure=g2/));
  assert.equal(await side(page, "A").inputValue(), "topic:1");
  await page.goBack();
  await eventually(async () => assert.deepEqual(await rows(page, "A"), before));
  assert.equal(await side(page, "A").inputValue(), "is:kept");
  await openPane(page, "Topics");
  await eventually(async () => assert.match((await texts(line))[0], /^Only the document .* \(this view is of all the text\)/));
  await page.getByRole("button", { name: "Clear filter" }).click();
  await eventually(async () => assert.equal((await texts(line))[0], "All of the text"));
});

scenario("swapping turns the sides round and the choices follow", async ({ page, open }) => {
  await open("#v=1&view=compare");
  const before = await rows(page, "B");
  await side(page, "A").selectOption("doc:1");
  await side(page, "A").selectOption("is:kept");
  await compare(page).getByRole("button", { name: "Swap" }).click();
  await eventually(async () => assert.deepEqual([await chosen(page, "A"), await chosen(page, "B")], ["Off topic", "What is kept"]));
  const after = await rows(page, "A");
  assert.deepEqual(after.map((row) => [row.term, row.score, row.a]), before.map((row) => [row.term, -row.score, row.b]));
});

scenario("a search of one's own keeps its field while it is typed, and says what it cannot heed", async ({ page, open }) => {
  await open("#v=1&view=compare");
  await side(page, "B").selectOption({ label: "A search…" });
  await field(page, "B").fill("");
  await compare(page).getByText(/^Side B asks for nothing yet/).waitFor();
  await field(page, "B").pressSequentially("topic:1");
  await eventually(async () => assert.ok((await rows(page, "A")).length > 0));
  await field(page, "B").pressSequentially("99");
  await compare(page).getByText("There is no topic 199.").waitFor();
  await field(page, "B").fill("tears");
  await compare(page).getByText(/B, “tears”, has \d+/).waitFor();
  assert.ok(await field(page, "B").evaluate((input) => input === document.activeElement));
  await compare(page).getByText(/both sides and counts? on both\.$/).waitFor();
  await field(page, "B").fill("qqqqq");
  await compare(page).getByText(/^Nothing fits side B/).waitFor();
});

scenario("the measure changes the ranks and is kept in the link with the sides", async ({ page, open }) => {
  await open("#v=1&view=compare&a=doc%3A1&b=doc%3A2");
  const z = await rows(page, "A");
  await compare(page).getByRole("button", { name: "G²" }).click();
  await eventually(async () => assert.notDeepEqual(await rows(page, "A"), z));
  const g2 = await rows(page, "A");
  const link = await page.evaluate(() => location.hash);
  assert.match(link, /measure=g2/);
  await open("#v=1");
  await open(link);
  await eventually(async () => assert.deepEqual(await rows(page, "A"), g2));
  await compare(page).getByRole("button", { name: /^Show 20 more/ }).click();
  await eventually(async () => assert.equal((await rows(page, "A")).length, 40));
});

scenario("a term leads to its contexts, and Back returns to the comparison", async ({ page, open }) => {
  await open("#v=1&view=compare");
  await table(page).getByRole("button", { name: "height", exact: true }).press("Enter");
  await eventually(async () => assert.match(await page.evaluate(() => location.hash), /view=contexts.*term=height/));
  assert.equal(await page.evaluate(() => document.activeElement.textContent.trim()), "Contexts");
  await page.goBack();
  await table(page).waitFor();
});

scenario("without off-topic text two topics are offered instead", async ({ page, open }) => {
  await open("#v=1&view=compare");
  await topics(page).getByLabel(/^Correct .*height/).click();
  await topics(page).getByRole("button", { name: /^This topic belongs/ }).click();
  await compare(page).getByText(/^Nothing here is off topic/).waitFor();
  await compare(page).getByRole("button", { name: /^Compare “/ }).click();
  await table(page).waitFor();
  const names = await texts(picks(page, "On topic"));
  assert.ok(names[0].startsWith(await chosen(page, "A")) && names[1].startsWith(await chosen(page, "B")));
  assert.notEqual(await page.evaluate(() => document.activeElement.tagName), "BODY");
});

for (const [device, viewport] of Object.entries({ desktop: undefined, phone })) {
  scenario(`axe finds nothing in Compare on a ${device}`, async ({ page, open }) => {
    await open("#v=1&view=compare&a=doc%3A1&b=tears");
    await table(page).waitFor();
    await accessible(page);
    assert.ok(await compare(page).evaluate((one) => one.scrollWidth <= one.clientWidth), "nothing sticks out");
    await open("#v=1&view=compare&a=");
    await accessible(page);
  }, viewport ? { viewport } : {});
}
