// What a person takes away: files with what made them, a print-out, a line to cite.

import { readFile } from "node:fs/promises";
import { accessible, assert, eventually, scenario } from "./harness.mjs";

const menu = (page) => page.getByText("Take away", { exact: true });

async function take(page, name) {
  await menu(page).click();
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name }).click()]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

scenario("the terms as CSV say what made them and what the page says", async ({ page, open }) => {
  await open("#v=1&view=terms&find=height&document=1");
  const { name, bytes } = await take(page, /CSV/);
  assert.equal(name, "do-therapists-cry-terms.csv");
  const lines = bytes.toString("utf8").split("\n");
  const fact = (key) => lines.find((line) => line.startsWith(`# ${key}: `))?.slice(key.length + 4);
  assert.match(fact("link"), /#v=1&view=terms&document=1&find=height&fp=/);
  assert.match(fact("fingerprint"), /^[0-9a-f]{16}$/);
  assert.match(fact("selection"), /^Only the document/);
  const head = lines.find((line) => !line.startsWith("#")).split(",");
  const row = lines.find((line) => line.startsWith("height,")).split(",");
  assert.equal(head[2], "count_in_all");
  const shown = page.getByRole("row", { name: /^height/ }).getByRole("cell");
  const cells = await shown.allInnerTexts();
  assert.ok(cells.includes(row[2]), `${row[2]} stands on the page: ${cells}`);
});

scenario("the sections as JSON hold every verdict", async ({ page, open }) => {
  await open();
  const { name, bytes } = await take(page, /JSON/);
  assert.equal(name, "do-therapists-cry-read.json");
  const { made_by, rows } = JSON.parse(bytes.toString("utf8"));
  assert.equal(made_by.corpus, "Do therapists cry?");
  assert.equal(rows.filter((row) => row.verdict === "Off topic").length, 9);
  assert.equal(String(rows.length), (await page.getByRole("banner").innerText()).match(/(\d+)\s+sections/)[1]);
});

for (const pane of ["read", "terms", "changes", "compare", "topics", "plot"]) {
  scenario(`the drawing of ${pane} is a whole SVG file and a picture`, async ({ page, open }) => {
    await open(`#v=1&view=${pane}&term=crying`);
    const { name, bytes } = await take(page, /SVG/);
    assert.equal(name, `do-therapists-cry-${pane}.svg`);
    const text = bytes.toString("utf8");
    const problems = await page.evaluate((text) => {
      const parsed = new DOMParser().parseFromString(text, "image/svg+xml");
      return [...parsed.querySelectorAll("parsererror")].map((one) => one.textContent);
    }, text);
    assert.deepEqual(problems, []);
    assert.ok((text.match(/<(rect|circle) /g) ?? []).length > 5, "there is something to see");
    const picture = await take(page, /PNG/);
    assert.equal(picture.bytes.subarray(1, 4).toString("latin1"), "PNG");
    const width = Number(text.match(/width="([\d.]+)"/)[1]);
    assert.equal(picture.bytes.readUInt32BE(16), Math.round(width) * 2, "sharp");
  });
}

scenario("a concordance has no drawing to take", async ({ page, open }) => {
  await open("#v=1&view=contexts&term=crying");
  await menu(page).click();
  assert.equal(await page.getByRole("button", { name: /SVG|PNG/ }).count(), 0);
  assert.equal(await page.getByRole("button", { name: /CSV/ }).count(), 1);
});

scenario("the citation holds the fingerprint and the link", async ({ page, open, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open("#v=1&view=terms");
  await menu(page).click();
  await page.getByRole("button", { name: /citation/ }).click();
  await eventually(async () => {
    const line = await page.evaluate(() => navigator.clipboard.readText());
    assert.match(line, /“Do therapists cry\?”, 5 documents.*fingerprint [0-9a-f]{16}.*#v=1&view=terms&fp=/);
  });
});

scenario("the menu works by keyboard and gives the focus back", async ({ page, open }) => {
  await open();
  await menu(page).focus();
  await page.keyboard.press("Enter");
  await eventually(async () => assert.ok(await page.getByRole("button", { name: /CSV/ }).isVisible()));
  await accessible(page);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Escape");
  assert.ok(!(await page.getByRole("button", { name: /CSV/ }).isVisible()));
  assert.ok(await menu(page).evaluate((one) => one === document.activeElement));
});

scenario("on paper there is the text, what it is of, and no control", async ({ page, open }) => {
  await open();
  await page.emulateMedia({ media: "print" });
  const seen = page.getByText(/fingerprint [0-9a-f]{16}/);
  assert.ok(await seen.isVisible());
  for (const name of ["Terms", "Undo"]) {
    assert.equal(await page.getByRole("tab", { name }).or(page.getByRole("button", { name })).filter({ visible: true }).count(), 0);
  }
  assert.ok(await page.getByRole("heading", { name: /The Emotional Toll/ }).isVisible());
});
