// The map of topics, a topic's own page, and what a person says of topics: their names, and which are one.

import { accessible, assert, eventually, phone, scenario, texts } from "./harness.mjs";
import { heights, number, openPane, pane, picks, sections, selection, titles, topics } from "./parts.mjs";

const atlas = (page) => pane(page, "Topics");
const circles = (page) => atlas(page).getByRole("group", { name: /^Map of topics/ }).getByRole("button");
const heading = (page) => atlas(page).getByRole("heading", { level: 2 });
const link = (page) => page.evaluate(() => location.hash);
const rows = async (locator) =>
  locator.getByRole("row").evaluateAll((all) => all.slice(1).map((row) => [...row.cells].map((cell) => cell.textContent.trim())));
const terms = (page) => rows(atlas(page).getByRole("region", { name: "Terms of the topic" }));
const label = (row) => row.replace(/\s*\d[\d\s]* words?.*$/, "");

scenario("the map has a circle and a row a topic, and they say the same", async ({ page, open }) => {
  await open();
  await openPane(page, "Topics");
  const panel = [...(await texts(picks(page, "On topic"))), ...(await texts(picks(page, "Off topic")))];
  const listed = await rows(atlas(page).getByRole("table"));
  assert.equal(listed.length, panel.length);
  assert.equal(await circles(page).count(), panel.length);
  for (const [index, [name, words, count, , distance]] of listed.entries()) {
    assert.ok(name.includes(label(panel[index])), `${name} is ${panel[index]}`);
    assert.equal(number(words), number(panel[index].match(/(\d[\d\s]*) words/)[1]));
    assert.equal(count, panel[index].match(/(\d+) sections?$/)[1]);
    assert.ok(Number(distance) > 0 && Number(distance) <= 1);
  }
  const names = await circles(page).evaluateAll((all) => all.map((one) => one.getAttribute("aria-label")));
  assert.equal(names.filter((name) => name.includes("off topic")).length, 1);
  await atlas(page).getByText(/The map shows \d+\s%/).waitFor();
});

scenario("a circle opens the topic's page by keyboard, and Back returns to the map", async ({ page, open }) => {
  await open("#v=1&view=topics");
  await circles(page).first().focus();
  await page.keyboard.press("ArrowRight");
  const name = await page.evaluate(() => document.activeElement.getAttribute("aria-label"));
  await page.keyboard.press("Enter");
  await eventually(async () => assert.ok(name.includes((await texts(heading(page)))[0])));
  assert.notEqual(await page.evaluate(() => document.activeElement.tagName), "BODY");
  await page.goBack();
  await circles(page).first().waitFor();
});

scenario("the page of the off-topic topic says what it is and leads on", async ({ page, open }) => {
  await open("#v=1&view=topics");
  await atlas(page).getByRole("table").getByRole("button", { name: /height/ }).click();
  await atlas(page).getByText(/Off topic · topic \d+ · \d+\swords · 9\ssections · \d+\s% of all words/).waitFor();
  const found = await terms(page);
  const height = found.find(([term]) => term === "height");
  assert.equal(height[1], height[2], "all of its heights are in it");
  const places = await rows(atlas(page).getByRole("region", { name: "Documents of the topic" }));
  assert.equal(places.length, 1);
  assert.match(places[0][3], /^100\s%$/);
  await atlas(page).getByRole("button", { name: "Only this topic" }).click();
  assert.match((await texts(selection(page)))[0], /^Only the topic .*height/);
  const first = atlas(page).getByRole("region", { name: "Sections of the topic" }).getByRole("button").first();
  const [title] = await texts(first);
  await first.click();
  await eventually(async () => assert.ok((await texts(titles(page))).includes(title)));
  assert.equal(await sections(page).count(), 9);
});

scenario("the slider changes which terms come first, and the link keeps it", async ({ page, open }) => {
  await open("#v=1&view=topics&page=1");
  const slider = atlas(page).getByRole("slider", { name: /Relevance/ });
  assert.equal(await slider.inputValue(), "60");
  const relevant = await terms(page);
  assert.equal(relevant.length, 30);
  await slider.fill("100");
  await eventually(async () => assert.notDeepEqual(await terms(page), relevant));
  const counts = (await terms(page)).map(([, inside]) => number(inside));
  assert.deepEqual(counts, [...counts].sort((one, other) => other - one), "at 1 the commonest come first");
  assert.match(await link(page), /lambda=100/);
  await atlas(page).getByRole("region", { name: "Terms of the topic" }).getByRole("button").first().click();
  await eventually(async () => assert.match(await link(page), /view=contexts/));
});

scenario("a topic is renamed on its page, everywhere, in the link, and back", async ({ page, open }) => {
  await open("#v=1&view=topics&page=1");
  const [old] = await texts(heading(page));
  await atlas(page).getByLabel(`Rename ${old}`).press("Enter");
  const field = atlas(page).getByRole("textbox", { name: /^Name of the topic/ });
  await field.fill("In the room");
  await field.press("Enter");
  await eventually(async () => assert.deepEqual(await texts(heading(page)), ["In the room"]));
  await atlas(page).getByText(`Your name for it; found as: ${old}.`).waitFor();
  assert.match((await texts(picks(page, "On topic")))[0], /^In the room .*your name for it/);
  assert.notEqual(await page.evaluate(() => document.activeElement.tagName), "BODY");
  const kept = await link(page);
  await open("#v=1");
  await open(kept);
  await eventually(async () => assert.deepEqual(await texts(heading(page)), ["In the room"]));
  await atlas(page).getByLabel("Rename In the room").click();
  await field.fill("");
  await field.press("Enter");
  await eventually(async () => assert.deepEqual(await texts(heading(page)), [old]));
});

scenario("the menu of a topic renames it, and Escape leaves it as it was", async ({ page, open }) => {
  await open();
  const [row] = await texts(picks(page, "On topic"));
  const old = label(row);
  await topics(page).getByLabel(`Correct ${old}`).click();
  const opener = topics(page).getByLabel(`Rename ${old}`);
  await opener.click();
  const field = topics(page).getByRole("textbox", { name: `Name of the topic ${old}` });
  await eventually(async () => assert.equal(await field.inputValue(), old));
  await field.fill("Something else");
  await field.press("Escape");
  assert.ok(await opener.evaluate((one) => one === document.activeElement), "the focus is on what opened the field");
  assert.equal(label((await texts(picks(page, "On topic")))[0]), old);
  await opener.press("Enter");
  await eventually(async () => assert.equal(await field.inputValue(), old, "what was left is forgotten"));
  await field.fill("Tears");
  await field.press("Enter");
  await eventually(async () => assert.match((await texts(picks(page, "On topic")))[0], /^Tears/));
  await page.getByRole("button", { name: "Undo" }).first().click();
  await eventually(async () => assert.equal(label((await texts(picks(page, "On topic")))[0]), old));
});

scenario("two topics are joined and taken apart again", async ({ page, open }) => {
  await open("#v=1&view=topics&page=1");
  const before = await texts(picks(page, "On topic"));
  const [one] = await texts(heading(page));
  await atlas(page).getByLabel(`Join with another topic: ${one}`).click();
  const select = atlas(page).getByRole("combobox", { name: `Topic to join with ${one}` });
  const offered = await texts(select.getByRole("option"));
  assert.ok(offered.length === before.length - 1 && offered.every((name) => !name.includes("height")), "only of its side");
  await select.selectOption({ index: 0 });
  await atlas(page).getByRole("button", { name: "Join", exact: true }).click();
  await eventually(async () => assert.equal(await picks(page, "On topic").count(), before.length - 1));
  assert.notEqual(await page.evaluate(() => document.activeElement.tagName), "BODY");
  await atlas(page).getByRole("button", { name: "Take apart" }).click();
  await eventually(async () => assert.deepEqual(await texts(picks(page, "On topic")), before));
});

scenario("the menu of a topic opens its page and joins it", async ({ page, open }) => {
  await open();
  await topics(page).getByLabel(/^Correct .*height/).click();
  await topics(page).getByRole("button", { name: /^Open the page of .*height/ }).click();
  await eventually(async () => assert.match((await texts(heading(page)))[0], /height/));
  assert.equal(await topics(page).getByLabel(/^Join with another topic: .*height/).count(), 0, "it is alone on its side");
  assert.equal(await heights(page).count(), 1);
  await atlas(page).getByRole("button", { name: "All topics" }).click();
  await circles(page).first().waitFor();
});

for (const [device, viewport] of Object.entries({ desktop: undefined, phone })) {
  scenario(`axe finds nothing in Topics on a ${device}`, async ({ page, open }) => {
    await open("#v=1&view=topics");
    await circles(page).first().waitFor();
    await accessible(page);
    await open("#v=1&view=topics&page=1");
    const [name] = await texts(heading(page));
    await atlas(page).getByLabel(`Rename ${name}`).click();
    await accessible(page);
    await topics(page).getByLabel(`Correct ${name}`).click();
    await topics(page).getByLabel(`Rename ${name}`).click();
    await accessible(page);
    assert.ok(await atlas(page).evaluate((one) => one.scrollWidth <= one.clientWidth), "nothing sticks out");
  }, viewport ? { viewport } : {});
}
