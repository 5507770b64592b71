// A person's own files: through the file input and by drop, good ones and broken ones.

import { readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { archive } from "./archive.mjs";
import { accessible, assert, eventually, phone, scenario } from "./harness.mjs";
import { topics } from "./parts.mjs";

const corpora = join(dirname(fileURLToPath(import.meta.url)), "../corpora");

const dialog = (page) => page.getByRole("dialog", { name: "Open files" });

/** The text files of a labelled corpus. */
async function pile(name) {
  const folder = join(corpora, name);
  const names = (await readdir(folder)).filter((file) => file.endsWith(".txt")).sort();
  const read = async (file) => ({ name: file, mimeType: "text/plain", buffer: await readFile(join(folder, file)) });
  return Promise.all(names.map(read));
}

const text = (name, content, mimeType = "text/plain") => ({ name, mimeType, buffer: Buffer.from(content) });

async function pick(page, files) {
  await page.getByRole("button", { name: "Open files" }).click();
  await page.getByLabel("Choose files").setInputFiles(files);
}

/** Waits until the documents are sorted. */
async function sorted(page) {
  await dialog(page).getByRole("status").getByText("Done.").waitFor();
  await page.getByText("are being found").waitFor({ state: "detached" });
}

scenario("opens files of a person's own and judges them as the command line does", async ({ page, open, url }) => {
  await open();
  const files = await pile("allotment-gardening");
  await pick(page, files);
  await sorted(page);
  await dialog(page).getByRole("button", { name: "Close" }).click();
  await page.getByRole("heading", { level: 1, name: `${files.length} files of yours` }).waitFor();
  await topics(page).getByRole("heading", { name: "Off topic" }).waitFor();
  assert.equal(page.url(), url, "no link of other documents is left in the address");
  await accessible(page);
});

scenario("corrections, filters and terms work on them, and Undo takes back", async ({ page, open }) => {
  await open();
  await pick(page, await pile("home-espresso"));
  await sorted(page);
  await page.keyboard.press("Escape");
  const figures = page.locator(".header__figures");
  const before = await figures.innerText();
  const slider = page.getByRole("slider", { name: "What is called off topic" });
  await slider.fill("30");
  await eventually(async () => assert.notEqual(await figures.innerText(), before));
  await page.getByRole("button", { name: "Reset" }).click();
  await eventually(async () => assert.equal(await figures.innerText(), before));
  await page.getByRole("tab", { name: "Terms" }).click();
  await page.getByRole("table").first().waitFor();
});

scenario("reads every kind of file, and names what it cannot read with its reason", async ({ page, open }) => {
  await open();
  const page_ = "<!doctype html><title>Tears</title><nav><a href=/>Home</a></nav><h1>Tears</h1><p>Therapists cry with their clients.</p>";
  await pick(page, [
    text("notes.md", "# Crying\n\nTherapists cry, and clients see it.\n"),
    text("page.html", page_, "text/html"),
    text("table.csv", "title,text\nOne,Therapists and tears in a row\nTwo,Clients and tears in another\n", "text/csv"),
    text("list.jsonl", '{"text":"A therapist wept quietly in the session"}\n{"text":"A client asked about the tears"}\n'),
    { name: "pile.zip", mimeType: "application/zip", buffer: archive([["a/deep.txt", "Deep in a folder a therapist cried."]]) },
    text("empty.txt", ""),
    { name: "binary.txt", mimeType: "text/plain", buffer: Buffer.from([0, 1, 2, 3, 0, 255, 0, 128]) },
    { name: "broken.zip", mimeType: "application/zip", buffer: archive([["a.txt", "cut short"]]).subarray(0, 40) },
    text("notes.md", "Another of the same name, about therapists who cry.\n"),
  ]);
  await sorted(page);
  const list = dialog(page).getByRole("list", { name: "What was said of files" });
  for (const name of ["empty.txt", "binary.txt", "broken.zip", "notes.md"]) {
    await list.getByText(name).first().waitFor();
  }
  await dialog(page).getByRole("heading", { name: "3 files could not be read" }).waitFor();
  await accessible(page);
  await page.keyboard.press("Escape");
  await page.locator(".header__figures").getByText("8 documents").waitFor();
});

scenario("takes what is dropped on the page", async ({ page, open }) => {
  await open();
  const data = await page.evaluateHandle(() => {
    const transfer = new DataTransfer();
    for (const name of ["one.txt", "two.txt"]) {
      transfer.items.add(new File([`Therapists cry in ${name}. Clients notice.`], name, { type: "text/plain" }));
    }
    return transfer;
  });
  await page.dispatchEvent("main", "dragover", { dataTransfer: data });
  await page.getByText("Drop to open").waitFor();
  await page.dispatchEvent("main", "drop", { dataTransfer: data });
  await page.getByText("Drop to open").waitFor({ state: "detached" });
  await sorted(page);
  await page.locator(".header__figures").getByText("2 documents").waitFor();
});

scenario("takes pasted text", async ({ page, open }) => {
  await open();
  await page.getByRole("button", { name: "Open files" }).click();
  await page.getByText("Or paste text").click();
  await page.getByLabel("Text", { exact: true }).fill("Therapists cry.\n\nClients see their tears.");
  await page.getByRole("button", { name: "Open this text" }).click();
  await sorted(page);
  await page.getByRole("heading", { level: 1, name: "Pasted text.txt" }).waitFor();
});

scenario("when nothing can be read, what was open stays", async ({ page, open }) => {
  await open();
  const name = await page.getByRole("heading", { level: 1 }).innerText();
  await pick(page, [text("empty.txt", "")]);
  await dialog(page).getByText("None of these files gave a document.").waitFor();
  await page.keyboard.press("Escape");
  assert.equal(await page.getByRole("heading", { level: 1 }).innerText(), name);
});

scenario("cancel stops at once and leaves what was open", async ({ page, open }) => {
  await open();
  const name = await page.getByRole("heading", { level: 1 }).innerText();
  const one = "Therapists cry with their clients, and say so. ".repeat(20_000);
  await pick(page, Array.from({ length: 8 }, (_, index) => text(`${index}.txt`, one)));
  const cancel = dialog(page).getByRole("button", { name: "Cancel" });
  await cancel.click();
  await cancel.waitFor({ state: "detached", timeout: 1_000 });
  await page.keyboard.press("Escape");
  assert.equal(await page.getByRole("heading", { level: 1 }).innerText(), name);
});

scenario("leads back to the documents that came with the page", async ({ page, open }) => {
  await open();
  const name = await page.getByRole("heading", { level: 1 }).innerText();
  await pick(page, [text("a.txt", "Therapists cry.")]);
  await sorted(page);
  await dialog(page).getByRole("button", { name: `Back to “${name}”` }).click();
  await page.getByRole("heading", { level: 1, name }).waitFor();
});

scenario(
  "says so where the worker does not start",
  async ({ page, open }) => {
    await page.route("**/reader-*", (route) => route.abort());
    await open();
    await pick(page, [text("a.txt", "Therapists cry.")]);
    await dialog(page).getByRole("status").getByText("broke off").waitFor();
  },
  { expected: [/ERR_FAILED/] },
);

scenario(
  "the dialog fits a phone",
  async ({ page, open }) => {
    await open();
    await page.getByRole("button", { name: "Open files" }).click();
    await accessible(page);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    assert.equal(wide, false);
  },
  { viewport: phone },
);
