// Correcting: the threshold, what a person says of sections and topics, and what that changed.

import { accessible, assert, eventually, mounted, phone, scenario, texts } from "./harness.mjs";
import { foreignQuestions, group, heights, map, openPane, pane, picks, sections, segments, selected, selection, termCells, topics } from "./parts.mjs";

const section = (page, name) => page.getByRole("article", { name, exact: true });
const slider = (page) => page.getByRole("slider", { name: "What is called off topic" });
const said = (page) => page.getByRole("status").filter({ has: page.getByRole("button", { name: "Dismiss" }) });
const say = (page, what, name) => page.getByRole("button", { name: `${what}: ${name}`, exact: true });
const step = (page, name) => topics(page).getByRole("button", { name, exact: true });
const focused = (page) => page.evaluate(() => document.activeElement.getAttribute("aria-label") ?? document.activeElement.textContent);
const off = async (page) => (await texts(page.getByRole("banner")))[0].match(/(?:under )?(\d+) ?% off topic/)[1];

/** Everything that a verdict has a part in. */
async function everything(page) {
  return {
    selected: await selected(page),
    header: await texts(page.getByRole("banner")),
    topics: await texts(topics(page).getByRole("listitem")),
    map: await map(page).getByRole("group").getByRole("button").evaluateAll((all) => all.map((one) => one.getAttribute("aria-label"))),
    titles: await texts(sections(page).locator(":is(h4, h5)")),
  };
}

const ask = (page) => page.getByRole("group", { name: /^If this (belongs, so|does not belong, neither) do(es)? \d+ other sections?:$/ });

/** Says something of a section and means all that goes with it, where the page asks. */
async function overrule(page, what, name) {
  await say(page, what, name).click();
  await eventually(async () => assert.ok((await ask(page).count()) + (await said(page).count()) > 0));
  if ((await ask(page).count()) > 0) await ask(page).getByRole("button", { name: /^Change / }).click();
}

/** Moves the slider as a hand would: in steps, each seen. */
async function slide(page, value) {
  await slider(page).fill(String(value));
  await eventually(async () => assert.equal(await slider(page).inputValue(), String(value)));
}

scenario("the slider recounts everything on the screen, and reset brings it back", async ({ page, open }) => {
  await open();
  const before = await everything(page);
  const places = await page.evaluate(() => history.length);
  const eager = { ...before };
  await slide(page, 40);
  await eventually(async () => assert.match(page.url(), /thr=4\.0/));
  Object.assign(eager, await everything(page));
  for (const part of Object.keys(before)) assert.notDeepEqual(eager[part], before[part], `${part} follows`);
  assert.ok(eager.selected.words < before.selected.words, "a higher threshold leaves more out");
  assert.ok(Number(await off(page)) > 10);
  assert.match(await slider(page).getAttribute("aria-valuetext"), /^Threshold 4\.0: \d+\ssections off topic$/);
  assert.equal(await page.evaluate(() => history.length), places + 1, "one place in the history for all of the move");
  const { y } = await slider(page).boundingBox();
  await page.getByRole("button", { name: "Reset" }).click();
  await eventually(async () => assert.deepEqual(await everything(page), before));
  assert.equal((await slider(page).boundingBox()).y, y, "the slider stays under the hand");
  assert.doesNotMatch(page.url(), /thr=/);
  assert.ok(await slider(page).evaluate((one) => one === document.activeElement), "the focus is kept");
  assert.equal(await page.getByRole("button", { name: "Reset" }).count(), 0);
});

scenario("the slider works by keyboard, and the terms follow", async ({ page, open }) => {
  await open("#v=1&view=terms&find=therapist");
  const { count } = await termCells(page, "therapist");
  await slider(page).focus();
  for (let press = 0; press < 35; press += 1) await page.keyboard.press("ArrowRight");
  await eventually(async () => assert.ok((await termCells(page, "therapist")).count < count));
  assert.match(page.url(), /thr=3\.5/);
});

scenario("a threshold in the link is the one that is shown", async ({ page, open }) => {
  await open("#v=1&thr=2.5");
  assert.equal(await slider(page).inputValue(), "25");
  assert.ok((await picks(page, "Off topic").count()) > 1);
});

scenario("one word re-decides everything, undo and redo go back and forth, and the link carries it", async ({ page, open }) => {
  await open();
  const before = await everything(page);
  const name = "Compassion Fatigue";
  const control = say(page, "It does not belong", name);
  await control.scrollIntoViewIfNeeded();
  const { y } = await control.boundingBox();
  await overrule(page, "It does not belong", name);
  const back = say(page, "Take it back", name);
  await back.waitFor();
  assert.equal(await focused(page), `Take it back: ${name}`, "the focus stays on the section's control");
  assert.ok(Math.abs((await back.boundingBox()).y - y) < 2, "the section stays where it was");
  await section(page, name).getByText("you said so").waitFor();
  assert.match((await texts(said(page)))[0], new RegExp(`^You said that “${name}” does not belong\\. (Topics are sorted anew\\. )?(Nothing else|\\d+ other sections?) changed sides`));
  const after = await everything(page);
  assert.ok(after.selected.words < before.selected.words);
  assert.match(page.url(), /pin=1\.\d+(-\d+)?\.off/);

  await page.keyboard.press("Control+z");
  await control.waitFor();
  await eventually(async () => assert.deepEqual(await everything(page), before));
  assert.equal(await focused(page), `It does not belong: ${name}`);
  await page.keyboard.press("Control+Shift+Z");
  await eventually(async () => assert.deepEqual((await everything(page)).selected, after.selected));
  await step(page, "Undo").click();
  await eventually(async () => assert.deepEqual(await everything(page), before));
  assert.equal(await step(page, "Undo").getAttribute("aria-disabled"), "true");
  assert.equal(await focused(page), "Undo", "a button with nothing left to do keeps the focus");
  await step(page, "Redo").click();
  await eventually(async () => assert.deepEqual(await everything(page), after));

  await page.reload();
  await mounted(page);
  const again = await everything(page);
  assert.deepEqual({ ...again, titles: 0 }, { ...after, titles: 0 });
  await pane(page, "Read").getByRole("button", { name: /^Show 1 section/ }).click();
  await say(page, "Take it back", name).click();
  await eventually(async () => assert.deepEqual((await everything(page)).selected, before.selected));
});

scenario("Back takes back what was said, and Forward says it again", async ({ page, open }) => {
  await open();
  const before = await everything(page);
  await overrule(page, "It does not belong", "Compassion Fatigue");
  await eventually(() => assert.match(page.url(), /pin=/));
  await page.goBack();
  await eventually(async () => assert.deepEqual(await everything(page), before));
  assert.equal(await step(page, "Redo").getAttribute("aria-disabled"), "false", "they walk the same trail");
  await page.goForward();
  await eventually(() => say(page, "Take it back", "Compassion Fatigue").waitFor());
  assert.equal(await step(page, "Undo").getAttribute("aria-disabled"), "false");
});

scenario("what else changed sides is told, and each leads to its place", async ({ page, open }) => {
  await open();
  await pane(page, "Read").getByRole("button", { name: /^Show 9 questions/ }).click();
  const [first, ...rest] = await foreignQuestions();
  await overrule(page, "It belongs", first);
  await eventually(async () => assert.match((await texts(said(page)))[0], /belongs\. Topics are sorted anew\. \d+ other sections? changed sides/));
  const links = said(page).getByRole("listitem").getByRole("button");
  const names = await texts(links);
  assert.ok(names.length > 0 && names.every((name) => rest.includes(name)), `neighbours went along: ${names}`);
  await links.last().click();
  await eventually(async () => {
    const title = await page.evaluate(() => document.activeElement.querySelector("h4, h5")?.textContent);
    assert.equal(title, names.at(-1));
  });
  await said(page).getByRole("button", { name: "Undo" }).click();
  await eventually(async () => assert.equal((await selected(page)).sections + 9, (await selected(page)).all));
  assert.equal(await focused(page), "Redo", "the button that undid offers the way back");
});

scenario("what else would change is shown first, and one section can be meant alone", async ({ page, open }) => {
  await open();
  await pane(page, "Read").getByRole("button", { name: /^Show 9 questions/ }).click();
  const before = await selected(page);
  const [first, ...rest] = await foreignQuestions();
  await say(page, "It belongs", first).click();
  await ask(page).waitFor();
  assert.match(await focused(page), /^Change (both|all \d+)$/);
  const names = (await texts(ask(page).getByRole("listitem"))).filter((text) => !/^and \d+ more$/.test(text));
  assert.ok(names.length > 0 && names.every((name) => rest.includes(name)), names.join());
  assert.doesNotMatch(page.url(), /pin=/, "nothing is said yet");
  assert.deepEqual(await selected(page), before);
  await accessible(page);
  await page.keyboard.press("Escape");
  await eventually(async () => assert.equal(await ask(page).count(), 0));
  assert.equal(await focused(page), `It belongs: ${first}`);

  await page.keyboard.press("Enter");
  await ask(page).getByRole("button", { name: "Only this section" }).click();
  await say(page, "Take it back", first).waitFor();
  assert.equal(await focused(page), `Take it back: ${first}`);
  await eventually(async () => assert.equal((await selected(page)).sections, before.sections + 1));
  assert.match(page.url(), /pin=1\.\d+(-\d+)?\.on-alone/);
  assert.match((await texts(said(page)))[0], new RegExp(`^You said that “${first.replace("?", "\\?")}” alone belongs\\. (Topics are sorted anew\\. )?Nothing else changed sides\\.`));
  await section(page, first).getByText("you said so of this section alone").waitFor();
  await page.reload();
  await mounted(page);
  assert.equal((await selected(page)).sections, before.sections + 1, "the link says it too");
  await page.keyboard.press("Control+z");
});

scenario("moving the threshold is undone like everything else", async ({ page, open }) => {
  await open();
  const before = await everything(page);
  await slider(page).focus();
  for (let press = 0; press < 15; press += 1) await page.keyboard.press("ArrowRight");
  await eventually(() => assert.match(page.url(), /thr=1\.5/));
  const after = await everything(page);
  await step(page, "Undo").click();
  await eventually(async () => assert.deepEqual(await everything(page), before));
  assert.equal(await slider(page).inputValue(), "0", "all of the move at once");
  assert.match((await texts(said(page)))[0], /^Undone\. (Topics are sorted anew\. )?(Nothing|\d+ sections?) changed sides/);
  await step(page, "Redo").click();
  await eventually(async () => assert.deepEqual(await everything(page), after));
  await slide(page, 30);
  await eventually(() => assert.match(page.url(), /thr=3\.0/));
  await page.goBack();
  await eventually(async () => assert.equal(await slider(page).inputValue(), "15"));
  assert.equal(await step(page, "Redo").getAttribute("aria-disabled"), "false");
  assert.equal(await topics(page).getByText("What you said", { exact: true }).count(), 0, "it is no saying");
});

scenario("everything one said is listed, each with the way to take it back", async ({ page, open }) => {
  await open();
  await overrule(page, "It does not belong", "Compassion Fatigue");
  await say(page, "Take it back", "Compassion Fatigue").waitFor();
  await topics(page).getByLabel(/^Correct height/).click();
  await topics(page).getByRole("button", { name: /^This topic belongs: height/ }).click();
  const opener = topics(page).getByText("What you said", { exact: true });
  await opener.click();
  const list = topics(page).getByRole("list", { name: "What you said" });
  await eventually(async () => assert.equal(await list.getByRole("listitem").count(), 2));
  const lines = await texts(list.getByRole("listitem"));
  assert.ok(lines.some((line) => /^Compassion Fatigue does not belong/.test(line)), lines.join());
  assert.ok(lines.some((line) => / and 8 more sections belongs/.test(line)), lines.join());
  await list.getByRole("button", { name: /^Take back: .* 8 more sections belongs$/ }).click();
  await eventually(async () => assert.equal(await heights(page).count(), 1, "the block is out again"));
  assert.equal(await focused(page), "What you said");
  await list.getByRole("button", { name: "Compassion Fatigue", exact: true }).click();
  await eventually(async () => assert.equal(await page.evaluate(() => document.activeElement.querySelector("h4, h5")?.textContent), "Compassion Fatigue"));
  await list.getByRole("button", { name: /^Take back: Compassion Fatigue/ }).click();
  await eventually(async () => assert.equal(await opener.count(), 0));
  assert.doesNotMatch(page.url(), /pin=/);
});

scenario("Ctrl and Z in a field is the field's", async ({ page, open }) => {
  await open();
  await overrule(page, "It does not belong", "Compassion Fatigue");
  await eventually(() => assert.match(page.url(), /pin=/));
  await openPane(page, "Terms");
  await page.getByRole("searchbox").fill("cry");
  await page.keyboard.press("Control+z");
  await new Promise((done) => setTimeout(done, 100));
  assert.match(page.url(), /pin=/);
});

scenario("a topic is corrected as a whole", async ({ page, open }) => {
  await open();
  const menu = topics(page).getByLabel(/^Correct height/);
  await menu.click();
  await topics(page).getByRole("button", { name: /^This topic belongs: height/ }).click();
  await eventually(async () => assert.equal(await off(page), "0"));
  assert.match(page.url(), /pin=1\.\d+-\d+\.on/);
  assert.notEqual(await focused(page), "", "the focus is kept");
  assert.match(await focused(page), /^Correct /);
  await group(page, "On topic").getByText(/you said so/).first().waitFor();
  await page.keyboard.press("Control+z");
  await eventually(async () => assert.equal(await heights(page).count(), 1));
  await topics(page).getByLabel(/^Correct /).first().click();
  await topics(page).getByRole("button", { name: /^This is the main subject/ }).first().click();
  await eventually(() => assert.match(page.url(), /pin=[^&]*\.main/));
  await topics(page).getByText("main subject, you said so").first().waitFor();
});

scenario("Escape closes a topic's menu and keeps the focus", async ({ page, open }) => {
  await open();
  const menu = topics(page).getByLabel(/^Correct /).first();
  await menu.focus();
  await page.keyboard.press("Enter");
  const button = topics(page).getByRole("button", { name: /^This topic does not belong/ }).first();
  await button.waitFor();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Escape");
  await eventually(async () => assert.equal(await button.isVisible(), false));
  assert.match(await focused(page), /^Correct /);
});

scenario("a section overruled out of a filter leaves the focus with the way back", async ({ page, open }) => {
  await open("#v=1&verdict=off");
  const [first] = await foreignQuestions();
  await overrule(page, "It belongs", first);
  await eventually(async () => assert.equal(await section(page, first).count(), 0));
  assert.equal(await focused(page), "Undo");
});

scenario("the reasons add up, and name the sections most like it", async ({ page, open }) => {
  await open("#v=1&verdict=off&why=20");
  const why = page.getByRole("table", { name: "Adds up to" });
  const rows = Object.fromEntries((await why.getByRole("row").evaluateAll((all) => all.map((row) => [...row.cells].map((cell) => cell.textContent.trim())))).map(([name, number]) => [name, Math.round(100 * Number(number.replace("\u2212", "-")))]));
  assert.equal(rows["The terms above"] + rows["All its other terms"], rows["Its own words"]);
  const { "The terms above": _, "All its other terms": __, Score, ...parts } = rows;
  assert.deepEqual(Object.keys(parts).filter((name) => !name.startsWith("Answers")), ["Its own words", "Its neighbours", "A lean towards belonging, as every section has"]);
  assert.equal(Object.values(parts).reduce((sum, part) => sum + part, 0), Score);
  const article = page.getByRole("article").filter({ has: why });
  const terms = (await texts(article.getByRole("listitem"))).map((term) => Math.round(100 * Number(term.match(/\S+$/)[0].replace("\u2212", "-"))));
  assert.equal(terms.reduce((sum, term) => sum + term, 0), rows["The terms above"]);
  const like = article.getByText(/^Most like it among what belongs:/).getByRole("button");
  const name = await like.innerText();
  await article.getByText(/^Most like it among what does not:/).getByRole("button").waitFor();
  await like.click();
  await eventually(async () => assert.equal(await page.evaluate(() => document.activeElement.querySelector("h4, h5")?.textContent), name));
});

scenario("the summary says what leaving the off-topic text out changed", async ({ page, open }) => {
  await open("#v=1&view=terms");
  await pane(page, "Terms").getByRole("button", { name: "What fell, what rose" }).click();
  await pane(page, "Changes").getByRole("heading", { name: "What leaving the off-topic text out changed" }).waitFor();
  assert.equal(await focused(page), "Changes");
  const fell = page.getByRole("table", { name: "Fell most" });
  const rose = page.getByRole("table", { name: "Rose most" });
  const numbers = async (table) => (await texts(table.getByRole("row"))).slice(2).map((row) => row.split(" ").slice(-4).map(Number));
  const [height] = (await texts(fell.getByRole("row"))).slice(2);
  assert.match(height, /^height \d+\.\d\d 0\.00 17 0$/);
  const down = await numbers(fell);
  assert.ok(down.every(([before, now]) => before > now));
  assert.deepEqual(down, [...down].sort((one, other) => (other[0] - other[1]) - (one[0] - one[1])), "the most first");
  assert.ok((await numbers(rose)).every(([before, now, all, kept]) => before < now && all >= kept));
  await rose.getByRole("button").first().click();
  await page.getByRole("mark").first().waitFor();
  await openPane(page, "Changes");
  await topics(page).getByRole("button", { name: /^Read and count .*height/ }).click();
  await pane(page, "Changes").getByText("Nothing: no word is left out.").waitFor();
});

scenario("the kinds of page furniture are counted", async ({ page, open }) => {
  await open();
  const boilerplate = group(page, "Boilerplate");
  await boilerplate.getByText("What sort of lines").click();
  const kinds = await texts(boilerplate.getByRole("listitem"));
  assert.ok(kinds.includes("Source and report links 25"), kinds.join());
  const [, all] = (await boilerplate.innerText()).match(/(\d+)\slines/);
  assert.equal(kinds.reduce((sum, kind) => sum + Number(kind.match(/\d+$/)[0]), 0), Number(all));
});

for (const [device, options] of Object.entries({ desktop: {}, phone: { viewport: phone } })) {
  scenario(`axe finds nothing with everything of it open, on a ${device}`, async ({ page, open }) => {
    await open("#v=1&thr=1.5&why=3,17&show=6");
    await group(page, "Boilerplate").getByText("What sort of lines").click();
    await overrule(page, "It does not belong", "Compassion Fatigue");
    await said(page).waitFor();
    await topics(page).getByText("What you said", { exact: true }).click();
    await topics(page).getByLabel(/^Correct /).first().click();
    await accessible(page);
    await openPane(page, "Changes");
    await page.getByRole("table", { name: "Rose most" }).waitFor();
    await accessible(page);
    const { wide, room } = await page.evaluate(() => ({ wide: document.documentElement.scrollWidth, room: innerWidth }));
    assert.ok(wide <= room, `${wide} of ${room}`);
    assert.ok((await selection(page).count()) > 0 && (await map(page).count()) > 0);
  }, options);
}
