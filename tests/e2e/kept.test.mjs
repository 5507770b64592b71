// A person's own documents kept on the device: kept, found again after a reload, renamed, deleted; and what happens where that
// cannot be.

import { accessible, assert, eventually, phone, scenario } from "./harness.mjs";
import { openPane, selection } from "./parts.mjs";

const dialog = (page) => page.getByRole("dialog", { name: "Open files" });
const list = (page) => dialog(page).getByRole("region", { name: "Kept on this device" }).getByRole("list");
const figures = (page) => page.locator(".header__figures");
const said = (page, text) => dialog(page).getByRole("status").filter({ hasText: text });

const sentences = [
  "Therapists cry with their clients, and some say so. A therapist who cries may be trusted more.",
  "Clients notice the tears of their therapist. They talk about them in the next session.",
  "Tears in therapy are common. Most therapists have cried in a session, and few regret it.",
  "The average height of boys of twelve is 149 cm. Tall boys of that age measure 160 cm and more.",
  "A session with tears is no bad session. Clients say that crying helped them in therapy.",
];

const files = (word = "") =>
  sentences.map((text, index) => ({
    name: `${index}.txt`,
    mimeType: "text/plain",
    buffer: Buffer.from(`${text}\n\n${text.replace("therap", `${word}therap`)}\n`),
  }));

async function pick(page, given = files()) {
  await page.getByRole("button", { name: "Open files" }).click();
  await page.getByLabel("Choose files").setInputFiles(given);
  await dialog(page).getByRole("status").getByText("Done.").waitFor();
  await page.getByText("are being found").waitFor({ state: "detached" });
}

async function keep(page) {
  await dialog(page).getByRole("button", { name: "Keep on this device" }).click();
  await said(page, "is kept on this device.").waitFor();
}

/** Opens files, keeps them, and moves the threshold afterwards. */
async function keptAndCorrected(page, open) {
  await open();
  await pick(page);
  await keep(page);
  await page.keyboard.press("Escape");
  await page.getByRole("slider", { name: "What is called off topic" }).fill("30");
  await eventually(() => assert.match(page.url(), /thr=3/));
}

/** Damages what IndexedDB holds: turns a bit of the byte at a place, from the end where it is negative; without a place, puts
 * nonsense there. */
const inStore = (page, store, at) =>
  page.evaluate(
    ([store, at]) =>
      new Promise((resolve, reject) => {
        const request = indexedDB.open("topic-explorer");
        request.onerror = reject;
        request.onsuccess = () => {
          const work = request.result.transaction(store, "readwrite");
          const all = work.objectStore(store);
          all.openCursor().onsuccess = ({ target }) => {
            const cursor = target.result;
            if (!cursor) return;
            const { value } = cursor;
            if (at !== undefined) value[at < 0 ? value.length + at : at] ^= 1;
            cursor.update(at === undefined ? "nonsense" : value);
            cursor.continue();
          };
          work.oncomplete = () => (request.result.close(), resolve());
          work.onabort = reject;
        };
      }),
    [store, at],
  );

scenario("what is kept is there after a reload: the same numbers, the same link", async ({ page, open, url }) => {
  await open();
  await pick(page);
  await page.keyboard.press("Escape");
  await page.getByRole("slider", { name: "What is called off topic" }).fill("20");
  await openPane(page, "Terms");
  await eventually(() => assert.match(page.url(), /view=terms.*thr=2/));
  const [link, numbers] = [page.url(), await figures(page).innerText()];
  const counted = await selection(page).innerText();
  await page.getByRole("button", { name: "Open files" }).click();
  await keep(page);
  await accessible(page);
  const one = list(page).getByRole("listitem");
  assert.match(await one.innerText(), /0\.txt and 4 more[\s\S]*5\sdocuments · \d+\skB · 20\d\d-\d\d-\d\d/);
  // Without the link: the documents that came with the page.
  await page.goto("about:blank");
  await page.goto(url);
  await page.getByRole("button", { name: "Open files" }).click();
  let workers = 0;
  page.on("worker", () => (workers += 1));
  await list(page).getByRole("button", { name: "Open 0.txt and 4 more" }).click();
  await dialog(page).waitFor({ state: "hidden" });
  await page.getByRole("heading", { level: 1, name: "0.txt and 4 more" }).waitFor();
  assert.equal(page.url(), link);
  assert.equal(await figures(page).innerText(), numbers);
  assert.equal(await selection(page).innerText(), counted);
  assert.equal(workers, 0, "nothing was analysed again");
  // A correction is worked out all the same.
  await page.getByRole("slider", { name: "What is called off topic" }).fill("-20");
  await eventually(() => assert.match(page.url(), /thr=-2/));
  assert.equal(workers, 1);
});

scenario("what stands more than once is said of what is kept, too", async ({ page, open, url }) => {
  const offer = "The choir sings in the old barn on the first Sunday, and all may listen.";
  const letters = sentences.map((text, index) => ({
    name: `${index}.txt`,
    mimeType: "text/plain",
    buffer: Buffer.from(`${text}\n\n${offer}\n`),
  }));
  await open();
  await pick(page, letters);
  const repeats = dialog(page).getByRole("list", { name: "What stands more than once" });
  const told = await repeats.innerText();
  assert.match(told, /The choir sings/);
  await keep(page);
  await page.goto("about:blank");
  await page.goto(url);
  await page.getByRole("button", { name: "Open files" }).click();
  await list(page).getByRole("button", { name: "Open 0.txt and 4 more" }).click();
  await dialog(page).waitFor({ state: "hidden" });
  await page.getByRole("button", { name: "Open files" }).click();
  assert.equal(await repeats.innerText(), told);
});

scenario("a link to what is kept opens it", async ({ page, open }) => {
  await open();
  await pick(page);
  await keep(page);
  await page.keyboard.press("Escape");
  await openPane(page, "Terms");
  await eventually(() => assert.match(page.url(), /fp=/));
  const link = page.url();
  await page.goto("about:blank");
  await page.goto(link);
  await page.getByRole("heading", { level: 1, name: "0.txt and 4 more" }).waitFor();
  assert.equal(page.url(), link);
});

scenario("what is said of what is kept is kept with it, and its address leads back to it", async ({ page, open, url }) => {
  const asked = [];
  page.on("dialog", (one) => (asked.push(one.type()), one.accept()));
  await keptAndCorrected(page, open);
  const numbers = await figures(page).innerText();
  await page.waitForTimeout(300);
  await page.goto("about:blank");
  await page.goto(url);
  await page.getByRole("button", { name: "Open files" }).click();
  await list(page).getByRole("button", { name: "Open 0.txt and 4 more" }).click();
  await dialog(page).waitFor({ state: "hidden" });
  await eventually(async () => assert.equal(await figures(page).innerText(), numbers));
  assert.match(page.url(), /thr=3.*fp=/);
  await page.getByRole("button", { name: "Reset" }).click();
  await eventually(() => assert.match(page.url(), /#v=1&fp=[0-9a-f]{8}$/, "untouched, the address still says which documents they are"));
  await page.reload();
  await page.getByRole("heading", { level: 1, name: "0.txt and 4 more" }).waitFor();
  assert.deepEqual(asked, [], "nothing would be lost");
});

scenario("Back leaves what is open and what was said of it, and reading the files again keeps what was kept", async ({ page, open }) => {
  await keptAndCorrected(page, open);
  const link = page.url();
  for (let step = 0; step < 2; step += 1) {
    await page.evaluate(() => history.back());
    await page.waitForTimeout(200);
  }
  await page.getByText("That address is of other documents.").waitFor();
  await page.getByRole("heading", { level: 1, name: "0.txt and 4 more" }).waitFor();
  assert.match(page.url(), /#v=1&.*fp=/);
  await page.evaluate((link) => (location.href = link), link);
  await eventually(() => assert.equal(page.url(), link));
  await page.waitForTimeout(300);
  await pick(page);
  await page.keyboard.press("Escape");
  await openPane(page, "Terms");
  await page.getByRole("button", { name: "Open files" }).click();
  await list(page).getByRole("button", { name: "Open 0.txt and 4 more" }).click();
  await dialog(page).waitFor({ state: "hidden" });
  await eventually(() => assert.match(page.url(), /thr=3/, "as it was looked at before the files were read again"));
});

scenario("whoever leaves documents that nobody kept is asked first, and is told what to do when they are gone", async ({ page, open }) => {
  const asked = [];
  page.on("dialog", (one) => (asked.push(one.type()), one.accept()));
  await open();
  await pick(page);
  await page.keyboard.press("Escape");
  await eventually(() => assert.match(page.url(), /#v=1&fp=[0-9a-f]{8}$/));
  await page.reload();
  await page.getByText("Files of your own have to be opened again").waitFor();
  assert.deepEqual(asked, ["beforeunload"]);
  await page.getByRole("heading", { level: 1, name: "Do therapists cry?" }).waitFor();
});

scenario("a corpus that is kept is renamed and deleted, by keyboard too", async ({ page, open }) => {
  await open();
  await pick(page);
  await keep(page);
  await list(page).getByRole("button", { name: "Rename 0.txt and 4 more" }).press("Enter");
  await dialog(page).getByLabel("Name").fill("Tears & boys");
  await accessible(page);
  await page.keyboard.press("Enter");
  await said(page, "It is called “Tears & boys” now.").waitFor();
  await dialog(page).getByRole("button", { name: "Keep it as it is now" }).click();
  await said(page, "“Tears & boys” is kept on this device.").waitFor();
  await list(page).getByRole("button", { name: "Delete Tears & boys" }).press("Enter");
  await accessible(page);
  await list(page).getByRole("button", { name: "Leave it" }).press("Enter");
  await list(page).getByRole("button", { name: "Delete Tears & boys" }).press("Enter");
  await list(page).getByRole("button", { name: "Delete", exact: true }).press("Enter");
  await said(page, "“Tears & boys” is deleted from this device.").waitFor();
  assert.equal(await list(page).count(), 0);
  const inside = await page.evaluate(() => document.activeElement?.closest("dialog") !== null);
  assert.ok(inside, "the focus stays in the dialog");
});

scenario("damage is named, and the rest goes on", async ({ page, open }) => {
  await open();
  await pick(page);
  await keep(page);
  const name = await page.getByRole("heading", { level: 1 }).innerText();
  await inStore(page, "goods", 100);
  await list(page).getByRole("button", { name: `Open ${name}` }).click();
  await said(page, "it is damaged or incomplete").waitFor();
  // Where only the verdicts are damaged, they are found again.
  await dialog(page).getByRole("button", { name: "Keep it as it is now" }).click();
  await said(page, "is kept on this device.").waitFor();
  await inStore(page, "goods", -30);
  const before = await figures(page).innerText();
  await list(page).getByRole("button", { name: `Open ${name}` }).click();
  await dialog(page).waitFor({ state: "hidden" });
  await eventually(async () => assert.equal(await figures(page).innerText(), before));
  // What the list cannot read can be deleted.
  await inStore(page, "list");
  await page.reload();
  await page.getByRole("button", { name: "Open files" }).click();
  await list(page).getByText("Something damaged").waitFor();
  await accessible(page);
  await list(page).getByRole("button", { name: "Delete Something damaged" }).click();
  await list(page).getByRole("button", { name: "Delete", exact: true }).click();
  await said(page, "is deleted").waitFor();
});

scenario("blocked storage is named, and the page goes on", async ({ page, open }) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException("The operation is insecure.", "SecurityError");
    };
  });
  await open();
  await pick(page);
  await dialog(page).getByRole("button", { name: "Keep on this device" }).click();
  await said(page, "This browser does not let the page keep anything here").waitFor();
  await said(page, "SecurityError: The operation is insecure.").waitFor();
  await accessible(page);
  await page.keyboard.press("Escape");
  await openPane(page, "Terms");
  await page.getByRole("table").first().waitFor();
});

scenario("a full device is named, with how much room it takes", async ({ page, open }) => {
  await page.addInitScript(() => {
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (...given) {
      if (this.name === "goods") throw new DOMException("", "QuotaExceededError");
      return put.apply(this, given);
    };
  });
  await open();
  await pick(page);
  await dialog(page).getByRole("button", { name: "Keep on this device" }).click();
  await said(page, /There is no room left for it on this device.*It needs \d+\skB, and .* are left/).waitFor();
  assert.equal(await list(page).count(), 0);
});

scenario(
  "the list fits a phone",
  async ({ page, open }) => {
    await open();
    await pick(page);
    await keep(page);
    await accessible(page);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    assert.equal(wide, false);
  },
  { viewport: phone },
);
