// The first view before the module is there, and without any script.

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { accessible, assert, desktop, eventually, mounted, phone, scenario } from "./harness.mjs";
import { dist, setting } from "./browser.mjs";

/** Holds the module back until it is let go. */
async function heldBack(page) {
  let go;
  const gone = new Promise((resolve) => (go = resolve));
  await page.route("**/*.wasm", async (route) => {
    await gone;
    await route.continue();
  });
  return go;
}

/** Watches for what moved on the page by itself. */
const watchShifts = () => {
  globalThis.shifts = [];
  new PerformanceObserver((list) => {
    for (const { value, sources } of list.getEntries()) {
      globalThis.shifts.push(`${value} ${sources.map(({ node }) => node?.className ?? node?.nodeName)}`);
    }
  }).observe({ type: "layout-shift", buffered: true });
};

/** How many pixels of two pictures differ, and by how much at the most. */
async function difference(page, before, after) {
  const pictures = [before, after].map((picture) => picture.toString("base64"));
  const blank = await page.context().newPage();
  const found = await blank.evaluate(async (pictures) => {
    const [one, other] = await Promise.all(pictures.map(async (text) => {
      const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
      const picture = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
      const canvas = new OffscreenCanvas(picture.width, picture.height).getContext("2d");
      canvas.drawImage(picture, 0, 0);
      return canvas.getImageData(0, 0, picture.width, picture.height).data;
    }));
    let [pixels, most] = [Math.abs(one.length - other.length), 0];
    for (let at = 0; at < one.length; at += 4) {
      const by = Math.max(...[0, 1, 2].map((channel) => Math.abs(one[at + channel] - other[at + channel])));
      if (by > 0) pixels += 1;
      most = Math.max(most, by);
    }
    return { pixels, most };
  }, pictures);
  await blank.close();
  return found;
}

for (const [name, viewport] of Object.entries({ desktop, phone })) {
  scenario(
    `the page takes the place of its first view without a change, on a ${name}`,
    async ({ page, url }) => {
      await page.addInitScript(watchShifts);
      const go = await heldBack(page);
      await page.goto(url, { waitUntil: "domcontentloaded" });
      await page.locator("#still .topics").waitFor();
      const before = await page.screenshot();
      go();
      await mounted(page);
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      const after = await page.screenshot();
      // Neighbouring texts are one in HTML and several in the app, which moves the edges of some letters by a 64th of a pixel.
      const { pixels, most } = await difference(page, before, after);
      assert.ok(pixels < 1_000 && most < 64, `${pixels} pixels change, by up to ${most} of 255`);
      assert.deepEqual(await page.evaluate(() => globalThis.shifts), [], "nothing moved");
    },
    { viewport },
  );
}

scenario("before the module is there, a link shows no other view than its own", async ({ page, url }) => {
  const go = await heldBack(page);
  await page.goto(`${url}#view=terms`, { waitUntil: "domcontentloaded" });
  await page.getByText("Opening the documents").waitFor();
  assert.equal(await page.locator("#still").isVisible(), false);
  go();
  await mounted(page);
  await page.getByRole("tab", { name: "Terms", selected: true }).waitFor();
});

scenario("what was typed before the module was there is searched for", async ({ page, url }) => {
  const go = await heldBack(page);
  await page.goto(url, { waitUntil: "domcontentloaded" });
  await page.getByRole("combobox", { name: "Search" }).fill("tears");
  await page.locator(".skip").evaluate((link) => link.click());
  await page.getByRole("combobox", { name: "Search" }).focus();
  go();
  await mounted(page);
  await eventually(async () => {
    const search = page.getByRole("combobox", { name: "Search" });
    assert.equal(await search.inputValue(), "tears");
    assert.ok(await search.evaluate((box) => box === document.activeElement), "and goes on");
    assert.match(new URL(page.url()).hash, /tears/);
  });
  assert.equal(await page.locator(".notice").count(), 0, "the way to its text was no view to open");
});

scenario("is accessible before the module is there", async ({ page, url }) => {
  const go = await heldBack(page);
  await page.goto(url, { waitUntil: "domcontentloaded" });
  await page.locator("#still .topics").waitFor();
  await accessible(page);
  go();
});

scenario("reads without scripts", async ({ url }) => {
  const args = (process.env.CHROME_ARGUMENTS ?? "").split(" ").filter(Boolean);
  const browser = await chromium.launch({
    executablePath: setting("CHROME"),
    args: [...args, "--blink-settings=scriptEnabled=false"],
  });
  try {
    const page = await browser.newPage({ viewport: desktop, javaScriptEnabled: false });
    await page.goto(url);
    const html = await readFile(join(dist(), "index.html"), "utf8");
    const [, name] = html.match(/<title>(.*?) · Topic Explorer<\/title>/);
    await page.getByRole("heading", { level: 1, name }).waitFor();
    for (const heading of ["Topics", "Map"]) {
      assert.ok(await page.getByRole("heading", { level: 2, name: heading }).isVisible(), heading);
    }
    assert.ok((await page.locator("#still article").count()) >= 3, "sections to read");
    assert.ok(await page.locator(".unscripted").isVisible(), "and what the rest needs");
    assert.equal(await page.getByText("Opening the documents").isVisible(), false);
    for (const button of await page.getByRole("button").all()) {
      const does = await button.evaluate((one) => getComputedStyle(one).pointerEvents !== "none");
      assert.equal(does, false, await button.getAttribute("class"));
    }
  } finally {
    await browser.close();
  }
});
