// The map: the whole corpus at a glance.

import { assert, eventually, scenario, texts } from "./harness.mjs";
import { foreignQuestions, map, sections, segments, titles } from "./parts.mjs";

const names = async (locator) => {
  const all = await locator.all();
  return Promise.all(all.map((one) => one.getAttribute("aria-label")));
};

scenario("what is off topic stands at the end of the first document and nowhere else", async ({ page, open }) => {
  await open();
  const first = await names(segments(page, 0));
  const off = (name) => name.includes("; Off topic; ");
  assert.deepEqual(first.slice(-9).map((name) => name.split(";")[0]), await foreignQuestions());
  assert.ok(first.slice(-9).every(off), "the last nine are off topic");
  assert.ok(!first.slice(0, -9).some(off), "what stands before them is not");
  for (let document = 1; document < 5; document += 1) {
    const rest = await names(segments(page, document));
    assert.ok(rest.length > 5, "the document has segments");
    assert.ok(!rest.some(off), "none of them is off topic");
  }
});

scenario("a segment is as wide as its section is long, and follows the one before", async ({ page, open }) => {
  await open();
  const boxes = [];
  for (const segment of await segments(page, 0).all()) {
    const words = Number((await segment.getAttribute("aria-label")).match(/(\d+)\swords?$/)[1]);
    const { x, width } = await segment.evaluate((element) => {
      const box = element.getBBox();
      return { x: box.x, width: box.width };
    });
    boxes.push({ words, x, width });
  }
  const perWord = boxes.reduce((sum, box) => sum + box.width, 0) / boxes.reduce((sum, box) => sum + box.words, 0);
  boxes.forEach((box, index) => {
    assert.ok(Math.abs(box.width - box.words * perWord) < 3, `segment ${index}: ${box.width} for ${box.words} words at ${perWord}`);
    if (index > 0) assert.ok(box.x >= boxes[index - 1].x + boxes[index - 1].width - 3, "they stand in order");
  });
});

scenario("off-topic segments look different without any colour", async ({ page, open }) => {
  await open();
  const shapes = async (segment) => segment.locator("rect").count();
  assert.ok((await shapes(segments(page, 0).last())) > (await shapes(segments(page, 1).last())), "they are hatched");
});

scenario("a segment under the pointer says what it is", async ({ page, open }) => {
  await open();
  await map(page).getByText("Each strip is a document").waitFor();
  await segments(page, 0).last().hover();
  const [last] = (await foreignQuestions()).slice(-1);
  await map(page).getByText(last, { exact: true }).waitFor();
  await map(page).getByText("Off topic", { exact: true }).waitFor();
});

scenario("a click on a segment leads to its section, unfolds it and gives it the focus", async ({ page, open }) => {
  await open("#v=1&view=terms");
  const [title] = (await foreignQuestions()).slice(4);
  await segments(page, 0).nth(-5).click();
  const section = page.getByRole("article", { name: title, exact: true });
  await eventually(async () => {
    assert.equal(await section.evaluate((element) => element === document.activeElement), true);
    const { y } = await section.boundingBox();
    assert.ok(y > 40 && y < 400, `the section is in sight, below the bar that stays: ${y}`);
  });
  assert.match(page.url(), /[#&]at=\d+/);
});

scenario("a document's name shows that document alone", async ({ page, open }) => {
  await open();
  const name = map(page).getByRole("button", { name: "Crying during sessions", exact: true });
  await name.click();
  await eventually(async () => {
    assert.deepEqual(await texts(page.getByRole("tabpanel").getByRole("heading", { level: 3 })), ["Crying during sessions"]);
  });
  assert.equal(await sections(page).count(), await segments(page, 4).count());
  assert.equal(await name.getAttribute("aria-pressed"), "true");
});

scenario("the table says the same as the strips, in words and numbers", async ({ page, open }) => {
  await open();
  const strips = await names(map(page).getByRole("group").getByRole("button"));
  await map(page).getByRole("button", { name: "Show as table" }).click();
  const table = map(page).getByRole("table", { name: "Every section of every document" });
  assert.deepEqual(await texts(table.getByRole("columnheader")), ["Document", "Section", "Kind", "Topic", "Verdict", "Words"]);
  const rows = await table.getByRole("row").evaluateAll((all) =>
    all.slice(1).map((row) => [...row.cells].map((cell) => cell.textContent.trim())),
  );
  assert.deepEqual(rows.map(([, name, , topic, verdict, words]) =>
    `${name}; ${topic}; ${verdict}; ${words}\u00a0${words === "1" ? "word" : "words"}`), strips);
  const off = rows.filter(([, , , , verdict]) => verdict === "Off topic");
  assert.deepEqual(off.map(([, name]) => name), await foreignQuestions());
  assert.ok(off.every(([, , kind]) => kind === "Question"));
});

scenario("a row of the table leads to its section", async ({ page, open }) => {
  await open();
  await map(page).getByRole("button", { name: "Show as table" }).click();
  const [title] = await foreignQuestions();
  await map(page).getByRole("button", { name: title, exact: true }).click();
  await eventually(async () => {
    const section = page.getByRole("article", { name: title, exact: true });
    assert.equal(await section.evaluate((element) => element === document.activeElement), true);
  });
  assert.ok((await texts(titles(page))).includes(title));
});
