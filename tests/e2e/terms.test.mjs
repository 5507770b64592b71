// Terms: what the words are, and what the off-topic text did to their numbers.

import { accessible, assert, eventually, phone, scenario, texts } from "./harness.mjs";
import { gold, heightsEye, lines, number, openPane, pane, sections, selected, termCells, termRow, topics } from "./parts.mjs";

const COLUMNS = ["Term", "Count", "In all", "Change", "Per 1,000", "Keyness", "Log ratio", "Dispersion", "Sections", "Docs"];
/** The forms a person takes for one word, chosen so that nothing else shares their stem. */
const WORDS = {
  therapist: ["therapist", "therapists"],
  client: ["client", "clients"],
  session: ["session", "sessions"],
  empathy: ["empathy"],
  story: ["story", "stories"],
  height: ["height", "heights"],
  tall: ["tall"],
  girls: ["girl", "girls"],
};

/** Words counted by hand, so to say: every run of letters, its possessive taken off, on lines a person did not call furniture. */
async function countByHand() {
  const labels = await gold();
  const counts = Object.fromEntries(Object.keys(WORDS).map((word) => [word, { kept: 0, all: 0, documents: 0 }]));
  for (const document of new Set(labels.map((row) => row.document))) {
    const kept = new Set();
    (await lines(document)).forEach((line, index) => {
      const label = labels.find((row) => row.document === document && row.first <= index + 1 && index + 1 <= row.last)?.label;
      if (!label || label === "boilerplate") return;
      const words = line.toLowerCase().replaceAll("’", "'").match(/[a-z]+(?:'[a-z]+)*/g) ?? [];
      for (const word of words.map((one) => one.replace(/'s$/, ""))) {
        const found = Object.keys(WORDS).find((name) => WORDS[name].includes(word));
        if (!found) continue;
        counts[found].all += 1;
        if (label === "off") continue;
        counts[found].kept += 1;
        kept.add(found);
      }
    });
    for (const word of kept) counts[word].documents += 1;
  }
  return counts;
}

/** Types into the filter and waits until the table has answered. */
async function find(page, text) {
  await page.getByRole("searchbox", { name: "Find a term" }).fill(text);
  await eventually(async () => {
    for (const name of await names(page)) assert.ok(name.toLowerCase().includes(text.toLowerCase()), name);
  });
}

const names = (page) => texts(pane(page, "Terms").getByRole("rowheader"));
const column = async (page, index) => {
  const rows = await pane(page, "Terms").getByRole("row").evaluateAll((all) => all.slice(1).map((row) => [...row.cells].map((cell) => cell.textContent.trim())));
  return rows.map((row) => (index === 0 ? row[0] : number(row[index])));
};

scenario("the counts without the off-topic text are what a count by hand gives", async ({ page, open }) => {
  await open("#v=1&view=terms");
  const byHand = await countByHand();
  const { words } = await selected(page);
  for (const [word, { kept, all, documents }] of Object.entries(byHand)) {
    await find(page, word === "story" ? "stor" : word);
    const row = await termCells(page, word === "story" ? await storyForm(page) : word === "girls" ? "girls" : word);
    const { count, all: before, change, rate, documents: found } = row;
    assert.deepEqual({ count, before, change, found }, { count: kept, before: all, change: kept - all, found: documents }, word);
    assert.ok(Math.abs(rate - (1000 * kept) / words) <= 0.0501, `${word}: ${rate} in a thousand of ${words}`);
  }
  assert.ok(byHand.therapist.kept > 200 && byHand.height.kept === 0 && byHand.height.all > 10, "the count by hand counts");
});

/** Whichever of its forms is the commonest stands for a word. */
async function storyForm(page) {
  return (await names(page)).find((name) => name === "story" || name === "stories");
}

scenario("with the off-topic text put back, the counts are those of everything", async ({ page, open }) => {
  await open("#v=1&view=terms&find=height");
  await heightsEye(page).click();
  const { height } = await countByHand();
  await eventually(async () => {
    const { count, all, change } = await termCells(page, "height");
    assert.deepEqual({ count, all, change }, { count: height.all, all: height.all, change: 0 });
  });
  await page.getByText("Every word is counted.").waitFor();
});

scenario("one sentence says what the off-topic text did", async ({ page, open }) => {
  await open("#v=1&view=terms");
  const { height } = await countByHand();
  const [text] = await texts(pane(page, "Terms").getByText(/^Without the off-topic text/));
  const [, fewer] = text.match(/: (\d+) words fewer;/);
  const off = (await texts(topics(page).getByRole("button", { name: /height.* \d+ words/ }))).join().match(/(\d+) words/)[1];
  assert.equal(fewer, off);
  assert.match(text, new RegExp(`“height” falls from ${height.all} to 0\\.$`));
});

scenario("each column sorts, the other way at the second click, and says so", async ({ page, open }) => {
  await open("#v=1&view=terms");
  const heads = pane(page, "Terms").getByRole("columnheader");
  assert.deepEqual(await texts(heads.getByRole("button")).then((all) => all.map((one) => one.replace(/ ?[↑↓]/, ""))), COLUMNS);
  for (const [index, name] of COLUMNS.entries()) {
    const head = heads.nth(index);
    const orders = [];
    for (let click = 0; click < 2; click += 1) {
      const before = await head.getAttribute("aria-sort");
      await head.getByRole("button").click();
      await eventually(async () => assert.notEqual(await head.getAttribute("aria-sort"), before));
      const order = await head.getAttribute("aria-sort");
      orders.push(order);
      const values = await column(page, index);
      const rising = (one, other) => (index > 0 ? one - other : one < other ? -1 : Number(one > other));
      // Terms that are figures come last in either direction.
      const figure = (value) => index === 0 && !/^\p{L}/u.test(value);
      const ordered = (one, other) => (order === "ascending" ? rising(one, other) : rising(other, one));
      const sorted = [...values].sort((one, other) => figure(one) - figure(other) || ordered(one, other));
      assert.deepEqual(values, sorted, `${name} ${order}`);
      assert.equal(await pane(page, "Terms").locator("[aria-sort]").count(), 1, "one column says it is sorted");
    }
    assert.deepEqual([...orders].sort(), ["ascending", "descending"], name);
  }
});

scenario("typing filters the terms, and says how many there are", async ({ page, open }) => {
  await open("#v=1&view=terms");
  const total = async () => number((await texts(pane(page, "Terms").getByRole("status")))[0].replace(/ terms?$/, ""));
  const before = await total();
  await page.getByRole("searchbox", { name: "Find a term" }).pressSequentially("thera");
  await eventually(async () => assert.ok((await total()) < before && (await names(page)).length === (await total())));
  assert.ok((await names(page)).every((name) => name.includes("thera")), "every term has what was typed");
  await find(page, "qqq");
  await page.getByText("No term fits.").waitFor();
  await find(page, "");
  await eventually(async () => assert.equal(await total(), before));
});

scenario("common words are left out unless asked for", async ({ page, open }) => {
  await open("#v=1&view=terms");
  assert.equal(await termRow(page, "the").count(), 0);
  await page.getByRole("checkbox", { name: "Common words too" }).check();
  await termRow(page, "the").waitFor();
});

scenario("Largest losses first puts what the off-topic text took at the top", async ({ page, open }) => {
  await open("#v=1&view=terms");
  await pane(page, "Terms").getByRole("button", { name: "Largest losses first" }).click();
  await eventually(async () => assert.equal((await names(page))[0], "height"));
  assert.ok((await column(page, 3)).slice(0, 10).every((change) => change < 0), "the first terms all lose");
});

scenario("Show more brings the rest, a hundred at a time", async ({ page, open }) => {
  await open("#v=1&view=terms");
  const shown = () => pane(page, "Terms").getByRole("rowheader").count();
  assert.equal(await shown(), 100);
  await page.getByRole("button", { name: "Show 100 more" }).click();
  await eventually(async () => assert.equal(await shown(), 200));
});

scenario("a click on a term highlights it in the text", async ({ page, open }) => {
  await open("#v=1&view=terms&find=supervision");
  const { count } = await termCells(page, "supervision");
  await termRow(page, "supervision").getByRole("button", { name: "supervision", exact: true }).click();
  await eventually(async () => assert.equal(await sections(page).getByRole("mark").count(), count));
  for (const mark of await texts(sections(page).getByRole("mark"))) assert.match(mark, /^supervision/i);
  const status = pane(page, "Read").getByRole("status");
  assert.match((await texts(status))[0], new RegExp(`^supervision stands ${count} times in \\d sections?`));
  await page.getByRole("button", { name: "Stop highlighting" }).click();
  await eventually(async () => assert.equal(await page.getByRole("mark").count(), 0));
  await openPane(page, "Terms");
  assert.equal(await page.getByRole("searchbox").inputValue(), "supervision");
});

const more = (page, term) => page.getByRole("button", { name: `More on ${term}`, exact: true });
const beneath = (page) => pane(page, "Terms").getByRole("row").filter({ hasText: "Both sides:" });

scenario("a term opens its surface forms and both sides of its keyness, in the link too", async ({ page, open }) => {
  await open("#v=1&view=terms&find=cry");
  const { count, all } = await termCells(page, "crying");
  await more(page, "crying").click();
  await beneath(page).waitFor();
  assert.equal(await more(page, "crying").getAttribute("aria-expanded"), "true");
  const [text] = await texts(beneath(page));
  const forms = text.match(/Forms: (.*?) Both sides/)[1].split(", ").map((form) => form.match(/^(\p{L}+) ([\d,]+)/u));
  assert.ok(forms.some(([, form]) => form === "crying") && forms.some(([, form]) => form === "cried"), text);
  assert.equal(forms.reduce((sum, [, , number_]) => sum + number(number_), 0), count, "the forms add up");
  const [, here, , rest] = text.match(/Both sides: ([\d,]+) of ([\d,]+) words here, ([\d,]+) of [\d,]+ in the rest/);
  assert.deepEqual([number(here), number(rest)], [count, all - count]);
  await page.reload();
  await beneath(page).waitFor();
  await more(page, "crying").click();
  await eventually(async () => assert.equal(await beneath(page).count(), 0));
});

scenario("two to five words in a row are counted like words", async ({ page, open }) => {
  await open("#v=1&view=terms");
  for (const words of [2, 3, 4, 5]) {
    await page.getByRole("button", { name: `${words}-word phrases` }).click();
    await eventually(async () => {
      const shown = await names(page);
      assert.ok(shown.length > 0 && shown.every((name) => name.split(/[ ']/).length >= words), shown[0]);
    });
    await pane(page, "Terms").getByRole("status").filter({ hasText: "phrases" }).waitFor();
  }
  await page.goBack();
  await eventually(async () => assert.equal(await page.getByRole("button", { name: "4-word phrases" }).getAttribute("aria-pressed"), "true"));
  await page.getByRole("button", { name: "2-word phrases" }).click();
  await eventually(async () => assert.ok((await names(page)).every((name) => name.split(" ").length >= 2)));
  const [first] = await names(page);
  const { count } = await termCells(page, first);
  await termRow(page, first).getByRole("button", { name: first, exact: true }).click();
  await eventually(async () => assert.equal(await sections(page).getByRole("mark").count(), count, first));
});

scenario("the strip of a term gives its count in each document", async ({ page, open }) => {
  await open("#v=1&view=terms");
  const [first] = await names(page);
  const { count, documents } = await termCells(page, first);
  const strip = termRow(page, first).getByRole("img", { name: /^from the first document to the last/ });
  const counts = (await strip.getAttribute("aria-label")).split(": ")[1].split(", ").map(number);
  assert.equal(counts.length, 5, "one a document");
  assert.equal(counts.reduce((sum, one) => sum + one, 0), count);
  assert.equal(counts.filter((one) => one > 0).length, documents);
});

scenario("a word goes on the stop list, travels in the link, and comes back by Undo and by hand", async ({ page, open, context }) => {
  await open("#v=1&view=terms");
  const stop = (word) => page.getByRole("button", { name: `Stop: ${word}`, exact: true });
  const edits = pane(page, "Terms").getByRole("list", { name: "On your stop list" });
  await stop("session").focus();
  await page.keyboard.press("Enter");
  await eventually(async () => assert.equal(await termRow(page, "session").count(), 0));
  assert.match(await page.evaluate(() => document.activeElement.getAttribute("aria-label")), /^Stop: /, "the next row has the focus");
  assert.deepEqual(await texts(edits.getByRole("listitem")), ["session ×"]);
  await page.keyboard.press("Control+z");
  await termRow(page, "session").waitFor();
  await page.keyboard.press("Control+Shift+z");
  await eventually(async () => assert.equal(await termRow(page, "session").count(), 0));
  const other = await context.newPage();
  await open(new URL(page.url()).hash, other);
  assert.equal(await termRow(other, "session").count(), 0);
  assert.ok((await termRow(other, "therapist").count()) > 0);
  await page.getByRole("button", { name: "2-word phrases" }).click();
  await eventually(async () => {
    const shown = await names(page);
    assert.ok(shown.length > 0 && shown.every((name) => name.split(" ").length > 1));
    assert.ok(shown.every((name) => !/^sessions? | sessions?$/.test(name)), "no phrase begins or ends with it");
  });
  await page.getByRole("button", { name: "Take back: session" }).click();
  await page.getByRole("button", { name: "Words", exact: true }).click();
  await termRow(page, "session").waitFor();
  assert.equal(await edits.count(), 0);
});

scenario("with common words listed, one is taken off the stop list and counts from then on", async ({ page, open }) => {
  await open("#v=1&view=terms");
  await page.getByRole("checkbox", { name: "Common words too" }).setChecked(true);
  await page.getByRole("button", { name: "Unstop: the", exact: true }).click();
  await page.getByRole("button", { name: "Stop: the", exact: true }).waitFor();
  await page.getByRole("checkbox", { name: "Common words too" }).setChecked(false);
  await eventually(async () => assert.equal((await names(page))[0], "the"));
  await page.getByRole("button", { name: "Take back everything you said" }).click();
  await eventually(async () => assert.equal(await termRow(page, "the").count(), 0));
  assert.equal(await page.getByRole("button", { name: "Take back everything you said" }).count(), 0);
});

scenario("what a column means is told by focus as by hover, and moves nothing", async ({ page, open }) => {
  await open("#v=1&view=terms");
  const head = pane(page, "Terms").getByRole("columnheader", { name: "Keyness" }).getByRole("button");
  const tip = () => head.evaluate((one) => getComputedStyle(one, "::after").content);
  const box = await pane(page, "Terms").boundingBox();
  assert.equal(await tip(), "none");
  await head.focus();
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Tab");
  await eventually(async () => assert.match(await tip(), /Signed G²/));
  assert.match(await head.getAttribute("aria-description"), /Signed G²/);
  assert.deepEqual(await pane(page, "Terms").boundingBox(), box);
  await head.blur();
  await head.hover();
  await eventually(async () => assert.match(await tip(), /Signed G²/));
});

scenario("numbers are written as the reader's language writes them", async ({ page, open }) => {
  await open();
  await page.getByRole("banner").getByText(/\d\.\d{3}\swords/).waitFor();
}, { locale: "de-DE" });

for (const [name, options] of Object.entries({ "a desktop": {}, "a phone": { viewport: phone } })) {
  scenario(`phrases, forms and an edited stop list are accessible on ${name}`, async ({ page, open }) => {
    await open("#v=1&view=terms&find=therap");
    await more(page, "therapist").click();
    await beneath(page).waitFor();
    await page.getByRole("button", { name: "Stop: therapy", exact: true }).click();
    await accessible(page);
    await page.getByRole("button", { name: "3-word phrases" }).click();
    await eventually(async () => assert.ok((await names(page))[0].includes(" ")));
    await accessible(page);
  }, options);
}
