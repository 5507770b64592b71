// The command line tool's `topics site`: the page inside it, with the documents of any folder.

import { execFile } from "node:child_process";
import { copyFile, mkdtemp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { dist, setting } from "./browser.mjs";
import { accessible, assert, eventually, mounted, scenario, texts } from "./harness.mjs";
import { faded, kill, killable, map, picks, selected } from "./parts.mjs";
import { serve } from "./server.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const topics = (...words) => promisify(execFile)(setting("TOPICS"), ["site", ...words]);

/** Acts in a folder that is gone afterwards. */
const inFolder = (act) => async (given) => {
  const folder = await mkdtemp(join(tmpdir(), "topic-explorer-"));
  try {
    await act({ ...given, folder });
  } finally {
    await rm(folder, { recursive: true });
  }
};

/** Three letters about bread, in a folder. */
async function letters(folder) {
  const place = join(folder, "letters");
  await mkdir(place);
  const texts = [
    "Dear Anna\n\nThe bread rose well this time. I let the dough rest until noon, and the crust came out dark.\n",
    "Dear Bruno\n\nMy dough is too wet for any crust. How long do you let the bread rest before it goes in?\n",
    "Dear Anna\n\nUntil it has doubled. A cold kitchen needs longer, and a wet dough makes the better bread.\n",
  ];
  await Promise.all(texts.map((text, index) => writeFile(join(place, `${index + 1}.txt`), text)));
  return place;
}

const PILES = [
  "allotment-gardening",
  "community-choir",
  "guitar-practice",
  "home-espresso",
  "night-shift-nursing",
  "tenant-rights",
  "urban-birding",
];

/** The texts of labelled corpora, in a folder. */
async function piles(folder) {
  const place = join(folder, "piles");
  for (const pile of PILES) {
    await mkdir(join(place, pile), { recursive: true });
    const names = await readdir(join(root, "tests/corpora", pile));
    const texts = names.filter((name) => name.endsWith(".txt"));
    await Promise.all(texts.map((name) => copyFile(join(root, "tests/corpora", pile, name), join(place, pile, name))));
  }
  return place;
}

scenario(
  "makes the very site that the build makes",
  inFolder(async ({ folder }) => {
    const place = join(folder, "site");
    const { stdout } = await topics(join(root, "corpus"), "--out", place);
    const built = (await readdir(dist())).sort();
    assert.deepEqual((await readdir(place)).sort(), built);
    for (const name of built) {
      assert.ok((await readFile(join(place, name))).equals(await readFile(join(dist(), name))), name);
    }
    const [header, ...rows] = stdout.trim().split("\n");
    assert.equal(header, "file\tbytes");
    assert.equal(rows.length, built.length);
  }),
  { limit: 600_000 },
);

scenario(
  "makes a site of somebody's letters, twice in one place, and never over other things",
  inFolder(async ({ folder, page }) => {
    const [documents, place] = [await letters(folder), join(folder, "public")];
    await topics(documents, "--out", place);
    await topics(documents, "--out", place, "--title", "Letters home");
    const site = await serve(place, "/letters/");
    try {
      await page.goto(site.url);
      await mounted(page);
      assert.equal(await page.title(), "Letters home · Topic Explorer");
      await page.getByText("The bread rose well this time.").waitFor();
      // What is fetched when there is time has come, too.
      await page.waitForLoadState("networkidle");
    } finally {
      await site.close();
    }
    await assert.rejects(topics(documents, "--out", documents), /letters: there is something in this folder, and no site/);
    assert.equal((await readdir(documents)).length, 3, "nothing was lost");
  }),
  { expected: [/^foreign request: http:\/\/127\.0\.0\.1:\d+\/letters\//], limit: 600_000 },
);

scenario(
  "makes one file of them, beside their folder",
  inFolder(async ({ folder, page }) => {
    const { stdout } = await topics(await letters(folder), "--single-file", "--format", "json");
    const [{ file }] = JSON.parse(stdout);
    assert.ok(file.endsWith("letters.html"), file);
    await page.goto(pathToFileURL(file).href);
    await mounted(page);
    await page.getByText("My dough is too wet for any crust.").waitFor();
  }),
  { expected: [/^foreign request: file:\/\/\/[^#]*\.html$/] },
);

/** That in a large corpus, too, views follow a filter, and what was pressed keeps the focus. */
async function stays(page, topic) {
  const view = (name) => page.getByRole("button", { name, exact: true });
  const said = async () => (await texts(page.getByRole("tabpanel").getByRole("status"))).join("; ");
  const rows = (name) => page.getByRole("region", { name }).getByRole("row");
  await page.getByRole("tab", { name: "Contexts" }).click();
  await page.getByRole("group", { name: "The commonest terms here" }).getByRole("button").first().click();
  await eventually(async () => assert.equal(await rows("Concordance").count(), 101, "a hundred lines and a head"));
  for (const [name, region] of [["Collocates", "Collocates"], ["Lines", "Concordance"]]) {
    await view(name).focus();
    await page.keyboard.press("Enter");
    await eventually(async () => assert.ok((await rows(region).count()) > 1, region));
    assert.equal(await view(name).getAttribute("aria-pressed"), "true");
    assert.ok(await view(name).evaluate((button) => button === document.activeElement), "the focus stays");
  }
  const all = await said();
  await topic.click();
  await eventually(async () => assert.notEqual(await said(), all));
  await page.keyboard.press("Escape");
  await eventually(async () => assert.equal(await said(), all));
  await page.getByRole("tab", { name: "Read" }).click();
}

scenario(
  "documents too many to be judged between two frames are judged beside the page, and corrected there",
  inFolder(async ({ folder, page }) => {
    const place = join(folder, "site");
    await topics(await piles(folder), "--out", place, "--title", "Seven piles");
    const pack = (await readdir(place)).find((name) => /^corpus-.*\.pack$/.test(name));
    assert.ok((await readFile(join(place, pack))).length > 200_000, "they are many");
    const site = await serve(place);
    try {
      await killable(page);
      let workers = 0;
      page.on("worker", () => (workers += 1));
      await page.goto(site.url);
      await mounted(page);
      assert.equal(await page.title(), "Seven piles · Topic Explorer");
      assert.equal(workers, 1, "the page did not judge them itself");
      await accessible(page);
      const figures = page.locator(".header__figures");
      const before = await figures.innerText();
      const threshold = page.getByRole("slider", { name: "What is called off topic" });
      await threshold.fill("30");
      await eventually(async () => assert.notEqual(await figures.innerText(), before), 15_000);
      // One that the browser takes away is replaced when it is needed.
      await kill(page);
      await page.getByRole("button", { name: "Reset" }).click();
      await eventually(async () => assert.equal(await figures.innerText(), before), 15_000);
      await threshold.fill("30");
      await kill(page);
      await page.getByText("Judging the documents again").waitFor({ state: "detached" });
      await eventually(async () => assert.notEqual(await figures.innerText(), before), 15_000);
      const { all } = await selected(page);
      assert.ok(all > 400, `${all} sections: so many that the map follows the text`);
      const topic = picks(page, "On topic").first();
      const name = await topic.innerText();
      await topic.click();
      await eventually(async () => {
        const segments = await faded(map(page));
        assert.ok(segments.some((one) => one.faded) && segments.some((one) => !one.faded), "some fade");
        for (const { label, faded } of segments) assert.equal(faded, !name.startsWith(label.split("; ").at(-3)), label);
      });
      await page.keyboard.press("Escape");
      await eventually(async () => assert.ok((await faded(map(page))).every((one) => !one.faded)));
      await stays(page, topic);
      // A link with a correction opens as it was.
      const [link, corrected] = [page.url(), await figures.innerText()];
      assert.match(link, /thr=3/);
      await page.goto("about:blank");
      await page.goto(link);
      await mounted(page);
      await eventually(async () => assert.equal(await figures.innerText(), corrected), 15_000);
    } finally {
      await site.close();
    }
  }),
  { expected: [/^foreign request: http:\/\/127\.0\.0\.1:\d+\//], limit: 600_000 },
);
