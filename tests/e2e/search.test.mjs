// Search: one box, its suggestions, what it finds, and the way through the hits.

import { accessible, assert, eventually, phone, scenario, texts } from "./harness.mjs";
import { foreignQuestions, found, heights, openPane, pane, searchBox, sections, selected, selection, termRow, titles } from "./parts.mjs";

const focused = (page) => page.evaluate(() => document.activeElement.getAttribute("aria-label") ?? document.activeElement.id);
const options = (page) => page.getByRole("listbox", { name: "Ways to go on" }).getByRole("option");
const figures = async (page) => {
  const [, sections_, hits] = (await texts(found(page)))[0].match(/^([\d,]+) sections?, ([\d,]+) hits?/);
  return { sections: Number(sections_), hits: Number(hits) };
};

scenario("typing finds sections: Read lists them alone, with their hits marked and counted", async ({ page, open }) => {
  await open();
  await searchBox(page).pressSequentially("supervision");
  await eventually(async () => {
    const shown = await sections(page).count();
    const { sections: said, hits } = await figures(page);
    assert.ok(shown > 1 && shown < 30, `${shown} sections`);
    assert.deepEqual([said, hits], [shown, await sections(page).getByRole("mark").count()]);
    assert.equal((await selected(page)).sections, shown);
  });
  for (const section of await sections(page).all()) {
    const marks = await section.getByRole("mark").count();
    assert.ok(marks > 0);
    await section.getByText(new RegExp(`^${marks}\\shits?$`)).waitFor();
  }
  for (const mark of await texts(sections(page).getByRole("mark"))) assert.match(mark, /^supervision/i);
  assert.match((await texts(selection(page)))[0], /^Only what the search “supervision” finds/);
});

scenario("the search language: phrases, beginnings, without, either, topics, documents and verdicts", async ({ page, open }) => {
  await open();
  const find = async (text) => {
    await searchBox(page).fill(text);
    await eventually(async () => assert.match((await texts(selection(page)))[0], /^Only what/));
    return (await selected(page)).sections;
  };
  const cry = await find("cry ");
  assert.ok((await find('"cry in therapy" ')) <= cry);
  assert.ok((await find("cry -therapist ")) < cry);
  assert.ok((await find("cry OR supervision ")) > cry);
  assert.ok((await find("super*")) >= (await find("supervision ")));
  assert.equal(await find("is:off"), 9);
  await eventually(async () => assert.deepEqual(await texts(titles(page)), await foreignQuestions()));
  const first = await find("doc:1");
  assert.equal(first + (await find("-doc:1")), await find("is:kept"));
});

scenario("an equals sign asks for the very form, in the search, its suggestions and the contexts", async ({ page, open }) => {
  await open();
  await searchBox(page).fill("cry ");
  await eventually(async () => assert.ok((await figures(page)).hits > 0));
  const any = await figures(page);
  await searchBox(page).fill("");
  await searchBox(page).pressSequentially("=cr");
  await eventually(async () => assert.ok((await options(page).count()) > 1));
  const forms = (await texts(options(page))).map((text) => text.split(" ")[0]);
  assert.ok(forms.includes("cry") && forms.includes("crying") && forms.every((form) => form.startsWith("cr")), forms.join());
  await options(page).filter({ hasText: /^cry\d/ }).first().click();
  assert.equal(await searchBox(page).inputValue(), "=cry ");
  await eventually(async () => assert.ok((await figures(page)).hits < any.hits));
  for (const mark of await texts(sections(page).getByRole("mark"))) assert.match(mark, /^cry$/i);
  const { hits } = await figures(page);
  await open("#v=1&view=contexts&term=%3Dcry");
  await pane(page, "Contexts").getByText(new RegExp(`stands ${hits}\\stimes`)).waitFor();
  await page.getByRole("button", { name: "Help" }).click();
  await page.getByRole("dialog").getByText("this very form and no other").waitFor();
});

scenario("off-topic sections it finds are offered, not mixed in", async ({ page, open }) => {
  await open();
  await searchBox(page).fill("height ");
  await eventually(async () => assert.match((await texts(found(page)))[0], /^Only in (\d) off-topic sections/));
  const [, off] = (await texts(found(page)))[0].match(/Only in (\d)/);
  await page.getByRole("button", { name: "Show them" }).click();
  await eventually(async () => assert.equal(await sections(page).count(), Number(off)));
  assert.equal(await searchBox(page).inputValue(), "is:off height");
  assert.equal(await focused(page), "search", "the focus is not lost with the button");
});

scenario("suggestions work by keyboard as a combobox does", async ({ page, open }) => {
  await open();
  await page.keyboard.press("/");
  assert.equal(await focused(page), "search");
  assert.equal(await searchBox(page).getAttribute("aria-expanded"), "false");
  await page.keyboard.type("superv");
  await options(page).first().waitFor();
  assert.equal(await searchBox(page).getAttribute("aria-expanded"), "true");
  await page.keyboard.press("ArrowDown");
  const active = await searchBox(page).getAttribute("aria-activedescendant");
  assert.equal(await options(page).first().getAttribute("id"), active);
  assert.equal(await options(page).first().getAttribute("aria-selected"), "true");
  const [label] = await texts(options(page).first());
  await page.keyboard.press("Enter");
  await eventually(async () => assert.equal(await searchBox(page).inputValue(), `${label.split(" ")[0]} `));
  assert.equal(await options(page).count(), 0);
  await page.keyboard.type("top");
  await options(page).filter({ hasText: "topic:" }).click();
  await eventually(async () => assert.match(await searchBox(page).inputValue(), / topic:$/));
  assert.equal(await focused(page), "search", "a click leaves the focus in the box");
  await page.keyboard.type("cl");
  await options(page).first().waitFor();
  await page.keyboard.press("Escape");
  assert.equal(await options(page).count(), 0, "first the suggestions close");
  assert.notEqual(await searchBox(page).inputValue(), "");
  await page.keyboard.press("Escape");
  await eventually(async () => assert.equal(await searchBox(page).inputValue(), ""));
  await page.keyboard.press("Escape");
  assert.equal(await focused(page), "main", "then the box is left");
});

scenario("what cannot be heeded is said in a sentence, half a search only once it is left", async ({ page, open }) => {
  await open();
  await searchBox(page).pressSequentially('therapist "cry in');
  await eventually(async () => assert.match((await texts(found(page)))[0], /sections?, \d+ hits?$/));
  await page.keyboard.press("Escape");
  await page.keyboard.press("Enter");
  await eventually(async () => assert.match((await texts(found(page)))[0], /hits? \S.*\.$/));
  await searchBox(page).fill("colour:blue ");
  await eventually(async () => assert.match((await texts(found(page)))[0], /topic:, doc:, group: and is:/));
});

scenario("n and Shift n go through the hits, j and k through the sections", async ({ page, open }) => {
  await open("#v=1&q=supervision");
  const marks = await sections(page).getByRole("mark").count();
  assert.ok(marks > 2);
  const at = () => page.evaluate(() => [...document.querySelectorAll("mark")].indexOf(document.activeElement));
  for (let hit = 0; hit < marks; hit += 1) {
    await page.keyboard.press("n");
    assert.equal(await at(), hit);
  }
  await page.keyboard.press("n");
  assert.equal(await at(), 0, "after the last comes the first");
  await page.keyboard.press("Shift+N");
  assert.equal(await at(), marks - 1);
  const ring = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
  assert.notEqual(ring, "none", "the hit is seen");
  const article = () => page.evaluate(() => [...document.querySelectorAll("article")].indexOf(document.activeElement));
  await page.evaluate(() => document.activeElement.blur());
  await page.evaluate(() => scrollTo(0, 0));
  for (const [key, place] of [["j", 0], ["j", 1], ["k", 0]]) {
    await page.keyboard.press(key);
    assert.equal(await article(), place, key);
  }
});

scenario("the keys are letters in a field", async ({ page, open }) => {
  await open();
  await page.keyboard.press("Control+k");
  assert.equal(await focused(page), "search");
  await page.keyboard.type("n/?1j");
  assert.equal(await searchBox(page).inputValue(), "n/?1j");
  await pane(page, "Read").waitFor();
  assert.equal(await page.getByRole("dialog").count(), 0);
});

scenario("a search is one step: Back returns to what was before, the link opens it, another view keeps it", async ({ page, open, context }) => {
  await open();
  const before = await selected(page);
  await openPane(page, "Terms");
  await searchBox(page).pressSequentially("supervision");
  await page.keyboard.press("Enter");
  await eventually(async () => assert.ok((await selected(page)).sections < before.sections));
  await pane(page, "Terms").waitFor();
  const { sections: count } = await selected(page);
  await termRow(page, "supervision").waitFor();
  const other = await context.newPage();
  await open(new URL(page.url()).hash, other);
  assert.equal(await searchBox(other).inputValue(), "supervision");
  assert.equal((await selected(other)).sections, count);
  await page.goBack();
  await eventually(async () => assert.deepEqual(await selected(page), before));
  assert.equal(await searchBox(page).inputValue(), "");
  await pane(page, "Terms").waitFor();
  await page.goForward();
  await eventually(async () => assert.equal(await searchBox(page).inputValue(), "supervision"));
});

scenario("Esc takes off the search, then the filter, then the highlighting", async ({ page, open }) => {
  await open("#v=1&q=therapist&term=client");
  await heights(page).click();
  await page.evaluate(() => document.activeElement.blur());
  await page.keyboard.press("Escape");
  await eventually(async () => assert.equal(await searchBox(page).inputValue(), ""));
  assert.equal(await page.getByRole("button", { name: "Clear filter" }).count(), 1);
  await page.getByRole("button", { name: "Clear filter" }).focus();
  await page.keyboard.press("Escape");
  await eventually(async () => assert.equal(await page.getByRole("button", { name: "Clear filter" }).count(), 0));
  await eventually(async () => assert.notEqual(await page.evaluate(() => document.activeElement.tagName), "BODY"));
  assert.ok((await page.getByRole("mark").count()) > 0);
  await page.keyboard.press("Escape");
  await eventually(async () => assert.equal(await page.getByRole("mark").count(), 0));
});

scenario("hostile input is text", async ({ page, open }) => {
  await open();
  for (const text of ["<img src=x onerror=alert(1)>", "((((((((((((((((((((((((", '"'.repeat(99), "a ".repeat(3_000), "topic:999999999999999999999", "\u202e\u0000 OR OR -- |"]) {
    await searchBox(page).fill(text);
    await page.keyboard.press("Enter");
    await found(page).waitFor();
  }
  assert.equal(await page.getByRole("img", { name: "x" }).count(), 0);
  await searchBox(page).fill("");
  await eventually(async () => assert.ok((await sections(page).count()) > 50));
});

for (const [name, viewport] of Object.entries({ "a desktop": undefined, "a phone": phone })) {
  scenario(`search is accessible on ${name}, with suggestions open and with a problem`, async ({ page, open }) => {
    await open();
    await searchBox(page).pressSequentially("ther");
    await options(page).first().waitFor();
    await page.keyboard.press("ArrowDown");
    await accessible(page);
    await searchBox(page).fill("height colour:blue");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Show them" }).waitFor();
    await accessible(page);
    const { wide, room } = await page.evaluate(() => ({ wide: document.documentElement.scrollWidth, room: innerWidth }));
    assert.ok(wide <= room, `${wide} of ${room}`);
  }, viewport ? { viewport } : {});
}
