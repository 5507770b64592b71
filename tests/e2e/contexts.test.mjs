// Contexts: one term looked up, as lines, as collocates, as a plot.

import { accessible, assert, drawn, eventually, phone, scenario, texts } from "./harness.mjs";
import { gold, lines, number, openPane, pane, sections, segments } from "./parts.mjs";

const contexts = (page) => pane(page, "Contexts");
const field = (page) => page.getByRole("searchbox", { name: "Term or phrase" });
const view = (page, name) => page.getByRole("group", { name: "Views of the term" }).getByRole("button", { name, exact: true });
const rows = (page, table) => contexts(page).getByRole("table", { name: table }).getByRole("row");
const CONCORDANCE = /^Every line/;
const COLLOCATES = /^The words near/;
/** The lines as their cells say them, without the head. */
const cells = async (page, table) => {
  await drawn(page);
  const all = await rows(page, table).evaluateAll((rows) => rows.map((row) => [...row.cells].map((cell) => cell.textContent.replace(/\s+/g, " ").trim())));
  return all.slice(1);
};
const told = async (page) => (await texts(contexts(page).getByRole("status")))[0];

/** How often words stand on the lines a person kept, and on those a person called off topic. */
async function byHand(words) {
  const counts = { kept: 0, off: 0 };
  const labels = await gold();
  for (const document of new Set(labels.map((row) => row.document))) {
    (await lines(document)).forEach((line, index) => {
      const row = labels.find((one) => one.document === document && one.first <= index + 1 && index + 1 <= one.last);
      if (!row || row.label === "boilerplate") return;
      const found = (line.toLowerCase().match(/[a-z]+/g) ?? []).filter((word) => words.includes(word)).length;
      counts[row.label === "off" ? "off" : "kept"] += found;
    });
  }
  return counts;
}

async function lookUp(page, text) {
  await field(page).fill(text);
  await field(page).press("Enter");
}

scenario("the lines of a term are as many as a count by hand, the node in the middle", async ({ page, open }) => {
  await open("#v=1&view=contexts");
  const { kept, off } = await byHand(["empathy"]);
  assert.ok(kept > 3 && off === 0);
  await lookUp(page, "empathy");
  await eventually(async () => assert.match(await told(page), new RegExp(`^“empathy” stands ${kept} times in \\d+ sections?\\.$`)));
  const all = await cells(page, CONCORDANCE);
  assert.equal(all.length, kept);
  for (const [index, [line, left, node, right, section, topic]] of all.entries()) {
    assert.equal(line, String(index + 1));
    assert.match(node, /^empathy$/i);
    assert.ok(left.split(" ").length <= 6 && right.split(" ").length <= 7, `${left} | ${right}`);
    assert.ok(section.length > 0);
    assert.match(topic, /(On topic|Unsure)$/);
  }
  assert.equal(await contexts(page).getByRole("mark").count(), kept);
  await accessible(page);
});

scenario("off-topic lines are marked in words, counted apart, and stay away when asked to", async ({ page, open }) => {
  const { kept, off } = await byHand(["height", "heights"]);
  assert.ok(kept === 0 && off > 10);
  await open("#v=1&view=contexts&term=height");
  assert.equal(await told(page), `“height” does not stand in what is selected; ${off} times in the off-topic text.`);
  await page.getByText(`0 lines, ${off} off topic`).waitFor();
  const all = await cells(page, CONCORDANCE);
  assert.equal(all.length, off);
  assert.ok(all.every((line) => line[5].endsWith("Off topic, not counted")));
  await accessible(page);
  await page.getByRole("checkbox", { name: "Off-topic lines too" }).uncheck();
  await page.getByText(/^No line to show/).waitFor();
  assert.match(page.url(), /left-out=away/);
});

scenario("the order and the words per side are the person's, and the link keeps them", async ({ page, open, context }) => {
  await open("#v=1&view=contexts&term=supervision");
  await page.getByRole("group", { name: "Order of the lines" }).getByRole("button", { name: "Right" }).click();
  const first = (text) => text.toLowerCase().match(/[\p{L}\p{N}]+/u)?.[0] ?? "";
  await eventually(async () => {
    const words = (await cells(page, CONCORDANCE)).map((line) => first(line[3]));
    assert.deepEqual(words, [...words].sort());
  });
  const span = page.getByRole("spinbutton", { name: "Words per side" });
  await span.fill("12");
  await span.press("Enter");
  await eventually(async () => {
    const longest = Math.max(...(await cells(page, CONCORDANCE)).map((line) => line[3].split(" ").length));
    assert.ok(longest > 8, `${longest}`);
  });
  await span.fill("999");
  await span.press("Enter");
  await eventually(async () => assert.equal(await span.inputValue(), "50"));
  await span.fill("");
  await span.press("Enter");
  await eventually(async () => assert.equal(await span.inputValue(), "50"));
  const again = await context.newPage();
  await open(new URL(page.url()).hash, again);
  assert.deepEqual(await cells(again, CONCORDANCE), await cells(page, CONCORDANCE));
});

scenario("a line opens to its paragraph and leads to its place", async ({ page, open }) => {
  await open("#v=1&view=contexts&term=supervision");
  const opener = contexts(page).getByRole("button", { name: "Paragraph of line 2" });
  const [, left, node, right] = (await cells(page, CONCORDANCE))[1];
  await opener.press("Enter");
  await eventually(async () => assert.equal(await opener.getAttribute("aria-expanded"), "true"));
  const [paragraph] = (await cells(page, CONCORDANCE))[2];
  const blank = (text) => text.replace(/\s+/g, "");
  assert.ok(blank(paragraph).includes(blank(left.split(" ").at(-1) + node + right.split(" ")[0])), paragraph);
  assert.ok(await opener.evaluate((button) => button === document.activeElement), "the focus stays");
  await accessible(page);
  const link = rows(page, CONCORDANCE).nth(2).getByRole("button").last();
  await opener.press("Enter");
  await eventually(async () => assert.equal((await cells(page, CONCORDANCE)).length, Number(await number((await told(page)).match(/(\d+)/)[1]))));
  const name = (await texts(link))[0];
  await link.click();
  await pane(page, "Read").waitFor();
  await eventually(async () => {
    const focused = await page.evaluate(() => document.activeElement.textContent);
    assert.ok(focused.includes(name.replace(/ \(continued\)$/, "")), "the section has the focus");
    const mark = page.locator(":focus").getByRole("mark").first();
    const { y } = await mark.boundingBox();
    assert.ok(y > 0 && y < 900, `the term is on the screen: ${y}`);
  });
  await page.goBack();
  await contexts(page).waitFor();
  assert.equal(await field(page).inputValue(), "supervision");
});

scenario("long concordances are cut, a hundred at a time", async ({ page, open }) => {
  await open("#v=1&view=contexts&term=therapist");
  const shown = async () => (await cells(page, CONCORDANCE)).length;
  assert.equal(await shown(), 100);
  await page.getByRole("button", { name: "Show 100 more" }).click();
  await eventually(async () => assert.equal(await shown(), 200));
});

scenario("phrases, beginnings and nonsense", async ({ page, open }) => {
  await open("#v=1&view=contexts");
  await lookUp(page, '"in therapy"');
  await eventually(async () => assert.match(await told(page), /^“in therapy” stands \d+ times/));
  for (const [, , node] of await cells(page, CONCORDANCE)) assert.match(node, /^in therapy$/i);
  await lookUp(page, "supervis*");
  await eventually(async () => {
    const nodes = (await cells(page, CONCORDANCE)).map((line) => line[2].toLowerCase());
    assert.ok(nodes.every((node) => node.startsWith("supervis")) && new Set(nodes).size > 1, `${nodes}`);
  });
  await lookUp(page, "<b>xylophone</b>");
  await eventually(async () => assert.match(await told(page), /xylophone/));
  assert.equal(await contexts(page).locator("b").count(), 0, "text is only ever text");
  await lookUp(page, "topic:1");
  await page.getByText("what narrows a search belongs in the search box").waitFor();
  await lookUp(page, "");
  await page.getByText("The commonest terms here:").waitFor();
});

scenario("with nothing looked up, the commonest terms are offered", async ({ page, open }) => {
  await open();
  await openPane(page, "Contexts");
  const offers = page.getByRole("group", { name: "The commonest terms here:" }).getByRole("button");
  assert.equal(await offers.count(), 5);
  await accessible(page);
  const [first] = await texts(offers);
  await offers.first().press("Enter");
  await eventually(async () => assert.match(await told(page), new RegExp(`^“${first}” stands`)));
  assert.equal(await field(page).inputValue(), first);
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "Contexts", "the focus is not lost");
});

scenario("the measures of collocates are those of the formulas", async ({ page, open }) => {
  await open("#v=1&view=collocates&term=crying");
  const heads = contexts(page).getByRole("columnheader");
  const names = (await texts(heads.getByRole("button"))).map((name) => name.replace(/ ?[↑↓]/, ""));
  assert.deepEqual(names, ["Collocate", "Near it", "Left", "Right", "Anywhere", "logDice", "MI", "G²"]);
  const about = await contexts(page).getByText(/^Counted: /).innerText();
  const [nodes, words] = about.match(/Counted: (.+?)\shits? of the node, f\(A\), in (.+?)\swords/).slice(1).map(number);
  assert.equal(nodes, number((await told(page)).match(/stands (\d+) times/)[1]));
  for (const [, near, left, , right, total, dice, mi] of (await cells(page, COLLOCATES)).slice(0, 20)) {
    const [ab, l, r, b] = [near, left, right, total].map(number);
    assert.equal(ab, l + r);
    const together = Math.min(ab, nodes, b);
    assert.ok(Math.abs(number(dice) - (14 + Math.log2((2 * together) / (nodes + b)))) < 0.0051, `logDice ${dice}`);
    assert.ok(Math.abs(number(mi) - Math.log2((together * words) / (nodes * b))) < 0.0051, `MI ${mi}`);
  }
  await accessible(page);
});

scenario("collocates sort by every column, the other way at the second click", async ({ page, open }) => {
  await open("#v=1&view=collocates&term=crying&floor=4");
  const heads = contexts(page).getByRole("columnheader");
  // The cells have the bars between left and right.
  for (const [name, cell] of [["Near it", 1], ["Left", 2], ["Right", 4], ["Anywhere", 5], ["logDice", 6], ["MI", 7], ["G²", 8]]) {
    const head = heads.filter({ hasText: name });
    for (let click = 0; click < 2; click += 1) {
      const before = await head.getAttribute("aria-sort");
      await head.getByRole("button").click();
      await eventually(async () => assert.notEqual(await head.getAttribute("aria-sort"), before));
      const up = (await head.getAttribute("aria-sort")) === "ascending";
      const values = (await cells(page, COLLOCATES)).map((row) => number(row[cell]));
      assert.deepEqual(values, [...values].sort((one, other) => (up ? one - other : other - one)), name);
    }
  }
});

scenario("span, floor, common words and off-topic text are the person's", async ({ page, open, context }) => {
  await open("#v=1&view=collocates&term=crying");
  const total = async () => number((await texts(contexts(page).getByRole("status")))[1].replace(/ collocates?$/, ""));
  const before = await total();
  const floor = page.getByRole("spinbutton", { name: "At least so often near it" });
  await floor.fill("5");
  await floor.press("Enter");
  await eventually(async () => assert.ok((await total()) < before));
  for (const row of await cells(page, COLLOCATES)) assert.ok(number(row[1]) >= 5);
  await page.getByRole("checkbox", { name: "Common words too" }).check();
  await contexts(page).getByRole("button", { name: "the", exact: true }).waitFor();
  await page.getByRole("checkbox", { name: "Off-topic text too" }).check();
  const span = page.getByRole("spinbutton", { name: "Words per side" });
  await span.fill("2");
  await page.locator("main [aria-busy]").waitFor({ state: "detached" });
  assert.equal(await span.inputValue(), "2", "rows that still come leave alone what is typed");
  await span.press("Enter");
  await page.getByText(/Windows reach 2\swords to either side/).waitFor();
  const again = await context.newPage();
  await open(new URL(page.url()).hash, again);
  assert.deepEqual(await cells(again, COLLOCATES), await cells(page, COLLOCATES));
  await contexts(page).getByRole("button", { name: "therapist", exact: true }).press("Enter");
  await eventually(async () => assert.equal(await field(page).inputValue(), "therapist"));
  await contexts(page).getByRole("button", { name: "Contexts of “crying”" }).press("Enter");
  await rows(page, CONCORDANCE).first().waitFor();
  assert.equal(await field(page).inputValue(), "crying");
});

scenario("the plot says per document how often, and its segments lead to the text", async ({ page, open }) => {
  await open("#v=1&view=plot&term=height");
  const { off } = await byHand(["height", "heights"]);
  const strips = contexts(page).getByRole("group", { name: /: \d+ hits?$/ });
  assert.equal(await strips.count(), 5);
  const hits = await strips.evaluateAll((all) => all.map((one) => Number(one.getAttribute("aria-label").match(/: (\d+)\shits?$/)[1])));
  assert.deepEqual(hits, [off, 0, 0, 0, 0]);
  assert.equal(await strips.first().getByRole("button").count(), await segments(page, 0).count(), "as many sections as on the map");
  const held = strips.first().getByRole("button", { name: /Off topic; [1-9]\d* hits?$/ });
  const [label] = await held.evaluateAll((all) => all.map((one) => one.getAttribute("aria-label")));
  await accessible(page);

  await page.getByRole("button", { name: "Show as table" }).last().click();
  const table = await cells(page, /^How often the term stands in each document/);
  assert.deepEqual(table.map((row) => [row[1], row[4], row[6]].map(number)), [[0, off, off], ...Array(4).fill([0, 0, 0])]);
  await accessible(page);
  await page.getByRole("button", { name: "Show as table" }).last().click();

  await held.first().click();
  await pane(page, "Read").waitFor();
  await eventually(async () => {
    const focused = page.locator(":focus");
    assert.ok((await focused.innerText()).includes(label.split(";")[0]));
    assert.ok((await focused.getByRole("mark").count()) > 0, "the term is highlighted in it");
  });
  assert.ok((await sections(page).count()) > 0);
});

scenario("pointing at the plot draws nothing anew but the line that says what it is at", async ({ page, open }) => {
  await open("#v=1&view=plot&term=therapist");
  const places = contexts(page).getByRole("group", { name: /: \d+ hits?$/ }).getByRole("button");
  await places.first().waitFor();
  const hint = contexts(page).getByText(/^Each line is a document/);
  await hint.evaluate((one) => {
    const line = one.parentElement;
    globalThis.outside = 0;
    const count = (all) => { globalThis.outside += all.filter(({ target }) => !line.contains(target)).length; };
    new MutationObserver(count).observe(line.closest("[role=tabpanel]"), { attributes: true, characterData: true, childList: true, subtree: true });
  });
  for (const index of [0, 2, 4]) {
    const label = await places.nth(index).getAttribute("aria-label");
    await places.nth(index).hover();
    await contexts(page).getByText(label.split("; ")[0].slice(0, 20)).first().waitFor();
    await eventually(async () => assert.equal(await hint.count(), 0));
  }
  assert.equal(await page.evaluate(() => globalThis.outside), 0);
});

scenario("the whole way by keyboard: views, plot, text, and back through each step", async ({ page, open }) => {
  await open();
  await page.getByRole("tab", { name: "Read" }).focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await field(page).focus();
  await page.keyboard.type("supervision");
  await page.keyboard.press("Enter");
  await eventually(async () => assert.match(await told(page), /^“supervision” stands/));
  const steps = [page.url()];
  for (const name of ["Collocates", "Plot"]) {
    await view(page, name).press("Enter");
    await eventually(async () => assert.equal(await view(page, name).getAttribute("aria-pressed"), "true"));
    assert.ok(await view(page, name).evaluate((button) => button === document.activeElement), "the focus stays");
    await eventually(async () => assert.notEqual(page.url(), steps.at(-1)));
    steps.push(page.url());
  }
  const stops = contexts(page).locator("[role=group] [tabindex='0'][role=button]");
  assert.equal(await stops.count(), 1, "one stop for the Tab key");
  await stops.focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowDown");
  const label = await page.evaluate(() => document.activeElement.getAttribute("aria-label"));
  await page.keyboard.press("Enter");
  await pane(page, "Read").waitFor();
  await eventually(async () => assert.ok((await page.locator(":focus").innerText()).includes(label.split(";")[0].replace(/…$/, "").replace(/^\w+: /, ""))));
  for (const url of steps.reverse()) {
    await page.goBack();
    await eventually(async () => assert.equal(page.url(), url));
    await contexts(page).waitFor();
  }
  await rows(page, CONCORDANCE).first().waitFor();
});

scenario("from a term of the tables to its lines", async ({ page, open }) => {
  await open("#v=1&view=terms");
  const name = "Contexts of “crying”";
  await pane(page, "Terms").getByRole("button", { name }).press("Enter");
  await eventually(async () => assert.match(await told(page), /^“crying” stands/));
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "Contexts", "the focus is not lost");
  await openPane(page, "Changes");
  const fell = pane(page, "Changes").getByRole("button", { name: "Contexts of “height”" });
  await fell.click();
  await eventually(async () => assert.match(await told(page), /^“height” does not stand/));
});

scenario(
  "on a phone the node is on the screen, and nothing sticks out",
  async ({ page, open }) => {
    for (const key of ["contexts", "collocates", "plot"]) {
      await open(`#v=1&view=${key}&term=grow`);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
      assert.equal(wide, false, key);
      await accessible(page);
    }
    await open("#v=1&view=contexts&term=grow");
    for (const mark of await contexts(page).getByRole("mark").all()) {
      const { x, width } = await mark.boundingBox();
      assert.ok(x >= 0 && x + width <= phone.width, `${x}`);
    }
    const head = await rows(page, CONCORDANCE).first().getByRole("columnheader").count();
    assert.equal(head, 6, "it is still a table");
  },
  { viewport: phone },
);
