// The page in one file, opened from a disk: made by the build, and saved from the page.

import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { setting } from "./browser.mjs";
import { assert, eventually, mounted, scenario, texts } from "./harness.mjs";
import { foreignQuestions, heights, openPane, picks, selection, titles, topics } from "./parts.mjs";

/** Nothing but the file itself may be asked for. */
const fromDisk = { expected: [/^foreign request: file:\/\/\/[^#]*\.html(#.*)?$/] };

const built = () => pathToFileURL(setting("ONE_FILE")).href;

async function openFile(page, address) {
  await page.goto(address);
  await mounted(page);
  await page.locator(".later").waitFor({ state: "detached" });
}

/** All of what a view is, as a person would compare two windows. */
async function seen(page) {
  return {
    title: await page.title(),
    link: new URL(page.url()).hash,
    tab: await texts(page.getByRole("tab", { selected: true })),
    selection: await texts(selection(page)),
    topics: await texts(topics(page)),
    shown: await texts(page.getByRole("tabpanel")),
  };
}

/** Saves the page as a person would, into a folder, and gives the file's address. */
async function save(page, folder, name) {
  await page.locator("summary", { hasText: "Take away" }).click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: /^Save as page/ }).click(),
  ]);
  const file = join(folder, `${name}-${download.suggestedFilename()}`);
  await download.saveAs(file);
  return { file, address: pathToFileURL(file).href, name: download.suggestedFilename() };
}

/** A scenario with a folder to save files in. */
function saving(name, act) {
  const inFolder = async (given) => {
    const folder = await mkdtemp(join(tmpdir(), "topic-explorer-"));
    try {
      await act({ ...given, folder });
    } finally {
      await rm(folder, { recursive: true });
    }
  };
  scenario(name, inFolder, { ...fromDisk, acceptDownloads: true });
}

scenario(
  "opens from a disk as it does from a server",
  async ({ page, open }) => {
    await open();
    const served = await seen(page);
    await openFile(page, built());
    assert.deepEqual(await seen(page), served);
  },
  fromDisk,
);

scenario(
  "from a disk, links work, and Back and Forward",
  async ({ page, context }) => {
    await openFile(page, built());
    await heights(page).click();
    await eventually(async () => assert.deepEqual(await texts(titles(page)), await foreignQuestions()));
    const filtered = await seen(page);
    assert.match(filtered.link, /topic=\d/);
    await openPane(page, "Terms");
    await eventually(() => assert.match(page.url(), /view=terms/));
    await page.goBack();
    await eventually(async () => assert.deepEqual(await seen(page), filtered));
    await page.goForward();
    await eventually(() => assert.match(page.url(), /view=terms/));
    const other = await context.newPage();
    await openFile(other, built() + filtered.link);
    assert.deepEqual(await seen(other), filtered);
  },
  fromDisk,
);

scenario(
  "from a disk, a person's own files are read and judged",
  async ({ page }) => {
    await openFile(page, built());
    await page.getByRole("button", { name: "Open files" }).click();
    const buffer = Buffer.from("# Crying\n\nTherapists cry, and clients see it. The therapist wept in the session.\n");
    await page.getByLabel("Choose files").setInputFiles([{ name: "notes.md", mimeType: "text/markdown", buffer }]);
    const dialog = page.getByRole("dialog", { name: "Open files" });
    await dialog.getByRole("status").getByText("Done.").waitFor();
    await page.keyboard.press("Escape");
    await page.getByText("Therapists cry, and clients see it.").waitFor();
  },
  fromDisk,
);

saving("Save as page keeps the view, what was overruled, named and added to the stop list", async ({ page, open, folder }) => {
  await open("#v=1&view=terms&topic=1&pin=1.1-9.off&name=1.8~A%20name%20%3Cb%3E%20of%20mine&stop=session,client&thr=0.5");
  await page.getByText("A name <b> of mine").filter({ visible: true }).first().waitFor();
  const before = await seen(page);
  assert.ok(/name=.*stop=/.test(before.link), "there is something to keep");
  const saved = await save(page, folder, "first");
  assert.equal(saved.name, "do-therapists-cry.html");
  assert.match(await readFile(saved.file, "utf8"), /<title>Do therapists cry\?? · Topic Explorer<\/title>/);
  await openFile(page, saved.address);
  assert.deepEqual(await seen(page), before);
  // And again, from what was saved.
  await picks(page, "On topic").first().click();
  const changed = await seen(page);
  const again = await save(page, folder, "second");
  await openFile(page, again.address);
  assert.deepEqual(await seen(page), changed);
});

saving("Save as page keeps a person's own documents", async ({ page, open, folder }) => {
  await open();
  await page.getByRole("button", { name: "Open files" }).click();
  const file = (name, text) => ({ name, mimeType: "text/plain", buffer: Buffer.from(text) });
  await page.getByLabel("Choose files").setInputFiles([
    file("eins.txt", "Die Tränen der Therapeuten\n\nManche Therapeuten weinen mit ihren Klienten, und die Klienten sehen die Tränen.\n"),
    file("zwei.txt", "Weinen in der Praxis\n\nEin Therapeut weinte in der Sitzung; die Klientin sah seine Tränen und schwieg.\n"),
  ]);
  await page.getByRole("dialog", { name: "Open files" }).getByRole("status").getByText("Done.").waitFor();
  await page.getByText("are being found").waitFor({ state: "detached" });
  await page.keyboard.press("Escape");
  await openPane(page, "Terms");
  await eventually(() => assert.match(page.url(), /view=terms/));
  const before = await seen(page);
  const saved = await save(page, folder, "own");
  await openFile(page, saved.address);
  assert.deepEqual(await seen(page), before);
});
