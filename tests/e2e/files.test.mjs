// A person's own files: through the file input and by drop, good ones and broken ones.

import { readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { archive } from "./archive.mjs";
import { accessible, assert, eventually, phone, scenario } from "./harness.mjs";
import { group, kill, killable, openPane, pane, searchBox, selected, selection, topics } from "./parts.mjs";

const pdfs = join(dirname(fileURLToPath(import.meta.url)), "../../readers/tests/pdf");
const corpora = join(dirname(fileURLToPath(import.meta.url)), "../corpora");

const dialog = (page) => page.getByRole("dialog", { name: "Open files" });

/** The text files of a labelled corpus. */
const pile = (name) => textsIn(join(corpora, name));

async function textsIn(folder) {
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
  await page.getByRole("heading", { level: 1, name: `${files[0].name} and ${files.length - 1} more` }).waitFor();
  await topics(page).getByRole("heading", { name: "Off topic" }).waitFor();
  assert.match(page.url().slice(url.length), /^#v=1&fp=[0-9a-f]{8}$/, "no link of other documents is left in the address");
  await accessible(page);
});

scenario("what stands on several pages is told from the page under whose title it stands", async ({ page, open }) => {
  await open();
  await pick(page, await pile("tenant-rights"));
  await sorted(page);
  await page.keyboard.press("Escape");
  await topics(page).getByRole("button", { name: /^montelun/ }).click();
  const notice = page.getByRole("article").filter({ hasText: "MonteLuna slimming tea" });
  await eventually(async () => assert.equal(await notice.count(), 3));
  await notice.nth(2).getByRole("button", { name: "why?" }).click();
  await notice.nth(2).getByText("Most of it stands word for word in other documents too").waitFor();
  await notice.nth(2).getByRole("row", { name: /^Other documents have it word for word −2\.50/ }).waitFor();
  await accessible(page);
  // The title above one of them is not folded away with it.
  await topics(page).getByRole("button", { name: /^montelun/ }).click();
  const title = page.getByRole("article", { name: /^Record number of tenants/ });
  await eventually(async () => assert.equal(await title.count(), 1));
  await title.getByRole("button", { name: "why?" }).click();
  await title.getByText("A title goes with its document").waitFor();
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
    { name: "tea.pdf", mimeType: "application/pdf", buffer: await readFile(join(pdfs, "chromium.pdf")) },
    { name: "locked.pdf", mimeType: "application/pdf", buffer: await readFile(join(pdfs, "locked.pdf")) },
    { name: "scan.pdf", mimeType: "application/pdf", buffer: await readFile(join(pdfs, "scan.pdf")) },
    { name: "pile.zip", mimeType: "application/zip", buffer: archive([["a/deep.txt", "Deep in a folder a therapist cried."]]) },
    text("empty.txt", ""),
    { name: "binary.txt", mimeType: "text/plain", buffer: Buffer.from([0, 1, 2, 3, 0, 255, 0, 128]) },
    { name: "broken.zip", mimeType: "application/zip", buffer: archive([["a.txt", "cut short"]]).subarray(0, 40) },
    text("notes.md", "Another of the same name, about therapists who cry.\n"),
  ]);
  await sorted(page);
  const list = dialog(page).getByRole("list", { name: "What was said of files" });
  for (const name of ["empty.txt", "binary.txt", "broken.zip", "locked.pdf", "scan.pdf", "notes.md"]) {
    await list.getByText(name).first().waitFor();
  }
  await dialog(page).getByRole("heading", { name: "5 files could not be read" }).waitFor();
  await accessible(page);
  await page.keyboard.press("Escape");
  await page.locator(".header__figures").getByText("9 documents").waitFor();
  await page.getByRole("heading", { name: "Crying over tea" }).first().waitFor();
});

const tears = [
  ["Ann", "Why do therapists cry in there so often?", "They are sad, and clients notice that they are.", "2023"],
  ["Ben", "Who cries with whom in these rooms, and when?", "All of them do, the therapist and the client alike.", "2024"],
  ["Cy", "What do clients say when a therapist cries?", "Most say that it helped them to go on talking.", "2024"],
];
const table = (header, rows) => [header, ...rows].map((row) => row.map((cell) => `"${cell}"`).join(",")).join("\n") + "\n";

scenario("asks which column is the text where that is not plain, once for all tables alike", async ({ page, open }) => {
  await open();
  const header = ["who", "asked", "reply", "year"];
  await pick(page, [
    text("one.csv", table(header, tears.slice(0, 2)), "text/csv"),
    text("two.csv", table(header, tears.slice(2)), "text/csv"),
    text("plain.csv", "title,text\nOne,Therapists and tears in a row\n", "text/csv"),
  ]);
  await dialog(page).getByText("Reading waits for you").waitFor();
  const column = dialog(page).getByRole("combobox", { name: "Text" }).first();
  await eventually(async () => assert.equal(await column.evaluate((one) => one === document.activeElement), true));
  await column.selectOption("reply");
  await dialog(page).getByLabel("Title").first().selectOption("who");
  await dialog(page).getByLabel("Group").first().selectOption("year");
  const rows = dialog(page).getByRole("list", { name: "The first rows" }).first();
  assert.deepEqual(await rows.getByRole("listitem").first().innerText().then((it) => it.split("\n")), [
    "Ann",
    "They are sad, and clients notice that they are.",
    "2023",
  ]);
  await accessible(page);
  await dialog(page).getByRole("button", { name: "Read these columns" }).click();
  await sorted(page);
  await dialog(page).getByText("one.csv and 1 other with the same columns: text from reply, titles from who, groups from year").waitFor();
  await dialog(page).getByText("plain.csv: text from text, titles from title, no groups").waitFor();
  await page.keyboard.press("Escape");
  await page.locator(".header__figures").getByText("4 documents").waitFor();
  await page.getByRole("heading", { level: 3, name: "Ann" }).waitFor();
  const groups = group(page, "Groups").getByRole("listitem");
  assert.equal(await groups.count(), 2);
  await groups.getByRole("button", { name: "2024" }).click();
  await selection(page).getByText("Only the group 2024").waitFor();
  assert.match(page.url(), /group=2/);
  await accessible(page);
  await page.goBack();
  await selection(page).getByText("Only the group 2024").waitFor({ state: "detached" });
  await openPane(page, "Compare");
  await page.getByRole("combobox", { name: "Side A" }).selectOption("group:2023");
  await page.getByRole("combobox", { name: "Side B" }).selectOption("group:2024");
  await pane(page, "Compare").getByText("A, 2023, has").waitFor();
});

scenario("a plain guess asks nothing, and is mended in place", async ({ page, open }) => {
  await open();
  const rows = tears.map(([who, asked, reply]) => [who, asked, reply]);
  await pick(page, [text("list.csv", table(["title", "text", "remark"], rows.map(([a, b]) => [a, b, "short"])), "text/csv")]);
  await sorted(page);
  await page.getByText("list.csv: text from text, titles from title, no groups").click();
  await dialog(page).getByLabel("Title").selectOption("remark");
  await dialog(page).getByRole("button", { name: "Read again with these columns" }).click();
  await dialog(page).getByText("list.csv: text from text, titles from remark, no groups").waitFor();
  await sorted(page);
  await page.keyboard.press("Escape");
  await page.getByRole("heading", { level: 3, name: "short" }).first().waitFor();
});

scenario("groups what stands in folders, and shows none where there are none", async ({ page, open }) => {
  await open();
  assert.equal(await group(page, "Groups").count(), 0);
  const pile = archive([
    ["pile/on/a.txt", "Therapists cry with their clients."],
    ["pile/on/b.txt", "Clients see it and cry too."],
    ["pile/off/c.txt", "A therapist wept once, they say."],
  ]);
  await pick(page, [{ name: "pile.zip", mimeType: "application/zip", buffer: pile }]);
  await sorted(page);
  await page.keyboard.press("Escape");
  await group(page, "Groups").getByRole("button", { name: "on", exact: false }).first().waitFor();
  await searchBox(page).fill("group:on");
  await page.keyboard.press("Escape");
  await eventually(async () => assert.equal((await selected(page)).sections, 2));
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

scenario("files of more text than there is room for are not read, and it is said how much there is room for", async ({ page, open }) => {
  await open();
  const before = await page.locator(".header__figures").innerText();
  const data = await page.evaluateHandle(() => {
    const transfer = new DataTransfer();
    // The browser holds one of the parts, and counts it a thousand times.
    const part = new Blob(["Therapists cry in there, and clients notice. ".repeat(25_000)]);
    const large = (name) => new File(Array(1_000).fill(part), name, { type: "text/plain" });
    for (const file of [large("one.txt"), large("two.md"), new File(["Tears."], "three.txt")]) transfer.items.add(file);
    return transfer;
  });
  await page.dispatchEvent("main", "dragover", { dataTransfer: data });
  await page.dispatchEvent("main", "drop", { dataTransfer: data });
  const told = dialog(page).getByRole("status").getByText("These files have 2.3 GB of text, and this browser has room for about");
  await told.waitFor();
  assert.match(await told.innerText(), /for about \d+\.\d\sMB\. What was open stays\./);
  assert.equal(await page.locator(".header__figures").innerText(), before);
  await accessible(page);
  // The next ones are read.
  await page.getByLabel("Choose files").setInputFiles(await pile("home-espresso"));
  await sorted(page);
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

scenario("what is open can be corrected and asked about while other files are read, and when they are not wanted", async ({ page, open }) => {
  await open();
  await pick(page, await pile("home-espresso"));
  await sorted(page);
  await page.keyboard.press("Escape");
  const figures = page.locator(".header__figures");
  const before = await figures.innerText();
  const one = "Therapists cry with their clients, and say so. ".repeat(20_000);
  await pick(page, Array.from({ length: 8 }, (_, index) => text(`${index}.txt`, one)));
  await dialog(page).getByRole("button", { name: "Cancel" }).click();
  await page.keyboard.press("Escape");
  const slider = page.getByRole("slider", { name: "What is called off topic" });
  await slider.fill("30");
  await eventually(async () => assert.notEqual(await figures.innerText(), before));
  await page.getByRole("button", { name: /, why\? / }).first().click();
  await page.getByRole("table", { name: "Adds up to" }).waitFor();
  // Nor is anything of it gone where nothing can be read.
  await pick(page, [text("empty.txt", "")]);
  await dialog(page).getByText("None of these files gave a document.").waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Reset" }).click();
  await eventually(async () => assert.equal(await figures.innerText(), before));
});

/** Paragraphs in which no two are alike, so that telling what belongs takes the worker a while. */
function varied(seed, paragraphs) {
  let state = seed;
  const word = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return `w${(state >>> 16) % 3_000}`;
  };
  return Array.from({ length: paragraphs }, () => `${Array.from({ length: 60 }, word).join(" ")}.`).join("\n\n");
}

scenario("cancel answers within 100 ms, whatever the worker is doing", async ({ page, open }) => {
  await open();
  const files = Array.from({ length: 6 }, (_, index) => text(`${index}.txt`, varied(index, 4_000)));
  for (const waited of ["Reading", "Counting", "Finding"]) {
    // In the page: a phase may be over before a word of it has got out.
    const cancelled = page.evaluate(async (waited) => {
      const cancel = await new Promise((found) => {
        const look = () => {
          const button = [...document.querySelectorAll("dialog button")].find((one) => one.textContent === "Cancel");
          if (button?.closest("[role=status]").textContent.includes(waited)) found(button);
        };
        new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true });
      });
      const start = performance.now();
      cancel.click();
      while (cancel.isConnected) await new Promise((done) => setTimeout(done));
      return performance.now() - start;
    }, waited);
    await pick(page, files);
    const took = await cancelled;
    assert.ok(took < 100, `cancelled while ${waited}: ${took} ms`);
    await eventually(() => assert.equal(page.workers().length, 0));
    await page.keyboard.press("Escape");
  }
});

scenario("a worker killed in mid-work is noticed, and what was open stays", async ({ page, open }) => {
  await killable(page);
  await open();
  const name = await page.getByRole("heading", { level: 1 }).innerText();
  const one = "Therapists cry with their clients, and say so. ".repeat(20_000);
  await pick(page, Array.from({ length: 6 }, (_, index) => text(`${index}.txt`, one + index)));
  await dialog(page).getByText("Reading").waitFor();
  await kill(page);
  await dialog(page).getByRole("status").getByText("broke off").waitFor();
  await accessible(page);
  await page.keyboard.press("Escape");
  assert.equal(await page.getByRole("heading", { level: 1 }).innerText(), name);
  await pick(page, [text("a.txt", "Therapists cry.")]);
  await sorted(page);
});

scenario("a worker that goes before it has told the verdicts is replaced, and they come", async ({ page, open }) => {
  await page.addInitScript(() => {
    const Started = window.Worker;
    let first = true;
    window.Worker = class extends Started {
      constructor(...given) {
        super(...given);
        if (!first) return;
        first = false;
        // The reports of verdicts by their numbers in the protocol: Sections and Judged.
        this.addEventListener("message", (event) => {
          if (event.data[0][0] !== 7 && event.data[0][0] !== 8) return;
          event.stopImmediatePropagation();
          window.gone = true;
          // Once the documents are on the page.
          setTimeout(() => this.terminate(), 1_000);
        });
      }
    };
  });
  await open();
  await pick(page, await pile("home-espresso"));
  await page.waitForFunction(() => window.gone);
  await sorted(page);
  await topics(page).getByRole("heading", { name: "Off topic" }).waitFor();
});

scenario("a file that breaks the worker is left out and named, the others go in", async ({ page, open }) => {
  await killable(page);
  await open();
  const one = "Therapists cry with their clients, and say so. ".repeat(20_000);
  await pick(page, Array.from({ length: 6 }, (_, index) => text(`${index}.txt`, one + index)));
  await dialog(page).getByText("Reading").waitFor();
  // What the browser raises where a program in a worker panics.
  await page.evaluate(() => window.started.at(-1).dispatchEvent(new ErrorEvent("error", { cancelable: true })));
  const list = dialog(page).getByRole("list", { name: "What was said of files" });
  await list.getByText("reading it broke off; it is left out").waitFor();
  await sorted(page);
  await dialog(page).getByRole("heading", { name: "1 file could not be read" }).waitFor();
  await page.keyboard.press("Escape");
  await page.locator(".header__figures").getByText("5 documents").waitFor();
});

scenario("a worker killed between two corrections is started again", async ({ page, open }) => {
  await killable(page);
  await open();
  await pick(page, await pile("home-espresso"));
  await sorted(page);
  await page.keyboard.press("Escape");
  const figures = page.locator(".header__figures");
  const before = await figures.innerText();
  await kill(page);
  await page.getByRole("slider", { name: "What is called off topic" }).fill("30");
  await eventually(async () => assert.notEqual(await figures.innerText(), before), 15_000);
  await page.getByRole("button", { name: "Reset" }).click();
  await eventually(async () => assert.equal(await figures.innerText(), before));
});

scenario("says why of their sections as of those of the page, by a new worker too", async ({ page, open }) => {
  await killable(page);
  const reasons = (section) => page.locator(`#why-${section}`);
  const told = async (section) => {
    await reasons(section).getByRole("table", { name: "Adds up to" }).waitFor();
    return (await reasons(section).innerText()).replace(/\s+/g, " ");
  };
  await open("#v=1&verdict=off&why=21,22");
  const expected = [await told(20), await told(21)];
  assert.match(expected[0], /Speaks against it [a-z]/);
  await pick(page, await textsIn(join(corpora, "../../corpus")));
  await sorted(page);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Off topic", exact: true }).click();
  const why = (section) => page.locator(`#section-${section}`).getByRole("button", { name: /, why\? / });
  await why(20).click();
  assert.equal(await told(20), expected[0]);
  await kill(page);
  await why(21).click();
  assert.equal(await told(21), expected[1]);
  assert.equal(await told(20), expected[0]);
});

scenario("says what stands more than once, and leads there", async ({ page, open }) => {
  await open();
  const choir = "The choir sings in the old barn by the lake, and all may listen to it.";
  const long = tears.map((row) => row.join(" ")).join(" ");
  await pick(page, [
    ...tears.map(([name, asked, reply]) => text(`${name}.txt`, `${asked}\n\n${choir}\n\n${reply}\n`)),
    text("one.txt", `${long}\n`),
    text("copy.txt", `${long}\n`),
  ]);
  await sorted(page);
  const list = dialog(page).getByRole("list", { name: "What stands more than once" });
  await list.getByText("stands in 3 documents: Ann.txt, Ben.txt, Cy.txt.").waitFor();
  await list.getByText("one.txt and copy.txt are the same text.").waitFor();
  await accessible(page);
  await list.getByRole("button", { name: /^Show: “The choir/ }).click();
  await dialog(page).waitFor({ state: "hidden" });
  await eventually(async () => assert.equal((await selected(page)).sections, 3));
  assert.match(page.url(), /q=/);
});

scenario("of a pile about two things, either or both can be the main subject", async ({ page, open }) => {
  await open();
  await pick(page, [...(await pile("home-espresso")), ...(await pile("urban-birding"))]);
  await sorted(page);
  await page.keyboard.press("Escape");
  await openPane(page, "Topics");
  const mains = pane(page, "Topics").getByRole("region", { name: "Main subjects" });
  const boxes = mains.getByRole("checkbox");
  await boxes.nth(0).check();
  await mains.getByRole("button", { name: "This is the main subject" }).waitFor();
  await boxes.nth(1).check();
  await accessible(page);
  await mains.getByRole("button", { name: "These are the main subjects" }).click();
  await page.getByText(/You said that .* are the main subjects\./).waitFor();
  await eventually(() => assert.match(page.url(), /pin=.*main/));
  assert.equal(await mains.getByRole("button").count(), 0, "nothing is left to say");
  await page.keyboard.press("Control+z");
  await eventually(() => assert.doesNotMatch(page.url(), /pin=/));
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
