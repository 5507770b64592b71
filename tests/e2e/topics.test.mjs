// Topics: what the documents are about, and what does not belong.

import { assert, eventually, scenario, texts } from "./harness.mjs";
import {
  FIRST, foreignQuestions, group, heights, heightsEye, number, openPane, pane, picks, sections, selected, selection,
  termCells, titles, topics,
} from "./parts.mjs";

const FIGURES = /(\d[\d\s,]*) words? · (\d+) sections?$/;

scenario("the topics stand in three groups, each topic with a label and its size", async ({ page, open }) => {
  await open();
  const heads = await texts(topics(page).getByRole("heading", { level: 3 }));
  assert.deepEqual(heads.map((head) => head.replace(/\s*\d+\s*%$/, "")), ["On topic", "Off topic", "Boilerplate"]);
  for (const name of ["On topic", "Off topic"]) {
    const rows = await texts(picks(page, name));
    assert.ok(rows.length > 0, `${name} has topics`);
    const sizes = rows.map((row) => {
      const [, words, count] = row.match(FIGURES) ?? assert.fail(`${row} names words and sections`);
      assert.ok(Number(count) > 0, `${row} has sections`);
      assert.ok(row.replace(FIGURES, "").trim().length > 3, `${row} has a label`);
      return number(words);
    });
    assert.deepEqual(sizes, [...sizes].sort((one, other) => other - one), `${name} stands by size`);
  }
  assert.match((await texts(group(page, "Boilerplate"))).join(), /\d+ words · \d+ lines · never counted/);
});

scenario("the topics add up to the figures of the header", async ({ page, open }) => {
  await open();
  const [header] = await texts(page.getByRole("banner"));
  const [, documents, all, words, off] = header.match(/(\d+) documents\D+(\d+) sections\D+(\d[\d\s,]*) words\D+(\d+) ?% off/);
  assert.equal(Number(documents), 5);
  const sizes = async (name) => {
    const rows = (await texts(picks(page, name))).map((row) => row.match(FIGURES));
    const sum = (index) => rows.reduce((total, row) => total + number(row[index]), 0);
    return { words: sum(1), sections: sum(2) };
  };
  const [on, foreign] = [await sizes("On topic"), await sizes("Off topic")];
  assert.equal(on.sections + foreign.sections, Number(all));
  assert.equal(on.words + foreign.words, number(words));
  assert.equal(Math.round((100 * foreign.words) / number(words)), Number(off));
});

scenario("filtering to the off-topic topic shows the nine height questions and no other", async ({ page, open }) => {
  await open();
  assert.equal(await picks(page, "Off topic").count(), 1, "one topic does not belong");
  await heights(page).click();
  await eventually(async () => assert.deepEqual(await texts(titles(page)), await foreignQuestions()));
  assert.equal(await sections(page).count(), 9, "every section has its title");
  assert.equal(await heights(page).getAttribute("aria-pressed"), "true");
  await page.getByText(FIRST).waitFor();
  assert.match((await texts(selection(page)))[0], /^Only the topic .*height.* 9 of \d+ sections/);
});

scenario("the heading of a group filters to all of it", async ({ page, open }) => {
  await open();
  await topics(page).getByRole("button", { name: "Off topic", exact: true }).click();
  await eventually(async () => assert.deepEqual(await texts(titles(page)), await foreignQuestions()));
  await topics(page).getByRole("button", { name: "On topic", exact: true }).click();
  await eventually(async () => {
    const shown = await texts(titles(page));
    assert.ok(shown.length > 50, "the rest is there");
    for (const title of await foreignQuestions()) assert.ok(!shown.includes(title), `${title} is not`);
  });
});

scenario("Ctrl and a click adds a topic, and takes it off again", async ({ page, open }) => {
  await open();
  const [, , smaller] = (await texts(picks(page, "On topic").first()))[0].match(FIGURES);
  await heights(page).click();
  await picks(page, "On topic").first().click({ modifiers: ["ControlOrMeta"] });
  await eventually(async () => assert.equal(await sections(page).count(), 9 + Number(smaller)));
  assert.match((await texts(selection(page)))[0], /^Only the topic .* and .*height/);
  await heights(page).click({ modifiers: ["ControlOrMeta"] });
  await eventually(async () => assert.equal(await sections(page).count(), Number(smaller)));
});

scenario("a topic that is picked alone is let go of by a second click", async ({ page, open }) => {
  await open();
  const before = await texts(selection(page));
  await heights(page).click();
  await eventually(async () => assert.notDeepEqual(await texts(selection(page)), before));
  await heights(page).click();
  await eventually(async () => assert.deepEqual(await texts(selection(page)), before));
});

scenario("Clear filter brings everything back and keeps the focus in the page", async ({ page, open }) => {
  await open();
  const before = await sections(page).count();
  await heights(page).click();
  await page.getByRole("button", { name: "Clear filter" }).click();
  await eventually(async () => assert.equal(await sections(page).count(), before));
  assert.equal(await page.getByRole("button", { name: "Clear filter" }).count(), 0);
  assert.notEqual(await page.evaluate(() => document.activeElement.tagName), "BODY");
});

scenario("the eye puts the off-topic text back into what Terms counts, and takes it out", async ({ page, open }) => {
  await open("#v=1&view=terms&find=height");
  const out = await termCells(page, "height");
  assert.equal(out.count, 0);
  assert.equal(out.change, -out.all);
  assert.equal(await heightsEye(page).getAttribute("aria-pressed"), "false");
  await heightsEye(page).click();
  await eventually(async () => assert.equal((await termCells(page, "height")).count, out.all));
  assert.equal(await heightsEye(page).getAttribute("aria-pressed"), "true");
  assert.match((await texts(selection(page)))[0], /^Everything (\d+) of \1 sections/);
  await heightsEye(page).click();
  await eventually(async () => assert.deepEqual(await termCells(page, "height"), out));
});

scenario("the eye takes an on-topic topic out of text and counts", async ({ page, open }) => {
  await open();
  const [, words, count] = (await texts(picks(page, "On topic").first()))[0].match(FIGURES);
  const before = await selected(page);
  await group(page, "On topic").getByRole("button", { name: /^Read and count/ }).first().click();
  const left = { ...before, sections: before.sections - Number(count), words: before.words - number(words) };
  await eventually(async () => assert.deepEqual(await selected(page), left));
  assert.equal(await sections(page).count(), left.sections);
  assert.match((await texts(selection(page)))[0], /^Everything but the off-topic text and what you hid/);
  await openPane(page, "Terms");
  await pane(page, "Terms").getByText(/^Without what is left out: .*\swords fewer/).waitFor();
});
