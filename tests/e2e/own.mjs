// What opening a person's own files costs: time until the documents are there and until they are judged, memory at its highest
// beside the text, and how long the page stood still meanwhile, by the browser's own entries.

import { execFileSync } from "node:child_process";
import { readdir, readFile, stat } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { dist, launch, setting } from "./browser.mjs";
import { serve } from "./server.mjs";
import { print } from "./table.mjs";

const PATIENCE = 1_200_000;

const rows = [];
for (const folder of setting("FOLDERS").split(delimiter)) rows.push(await measure(folder));
print("a person's own files: seconds from the choice on, megabytes, milliseconds of tasks over 50 ms", rows);

async function measure(folder) {
  const { files, size } = await text(folder);
  const server = await serve(dist());
  const browser = await launch();
  try {
    const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
    page.setDefaultTimeout(PATIENCE);
    await page.goto(server.url);
    await page.waitForFunction(() => performance.getEntriesByName("topics-shown").length > 0);
    await page.getByRole("button", { name: "Open files" }).click();
    const dialog = page.getByRole("dialog", { name: "Open files" });
    await page.waitForTimeout(2_000);
    await page.evaluate(watch);
    const before = await memory();
    const name = await page.getByRole("heading", { level: 1 }).innerText();
    await page.getByLabel("Choose a folder").setInputFiles(folder);
    const since = await page.evaluate(() => performance.now());
    const now = async () => ((await page.evaluate(() => performance.now())) - since) / 1_000;
    await page.waitForFunction((name) => document.querySelector("h1").innerText !== name, name, { polling: 50 });
    const shown = await now();
    await dialog.getByRole("status").getByText("Done.").waitFor();
    await page.getByText("are being found").waitFor({ state: "detached" });
    const judged = await now();
    await page.waitForTimeout(2_000);
    const peak = await memory();
    const tasks = await page.evaluate(() => globalThis.tasks);
    const cancel = await cancelled(page, dialog, folder);
    const megabytes = (bytes) => Math.round(bytes / 1e6);
    return {
      files,
      "text, MB": megabytes(size),
      "documents shown, s": shown.toFixed(1),
      "judged, s": judged.toFixed(1),
      "memory before, MB": before ? megabytes(before) : "–",
      "highest, MB": peak ? megabytes(peak) : "–",
      "more, times the text": before && peak ? ((peak - before) / size).toFixed(1) : "–",
      "long tasks": tasks.length,
      "longest, ms": Math.round(Math.max(0, ...tasks)),
      "cancel, ms": cancel,
    };
  } finally {
    await browser.close();
    await server.close();
  }
}

/** How long it takes from a click on Cancel until nothing is at work, in the page's own time. */
async function cancelled(page, dialog, folder) {
  await page.getByLabel("Choose a folder").setInputFiles(folder);
  const cancel = dialog.getByRole("button", { name: "Cancel" });
  await dialog.getByText("Reading").waitFor();
  return cancel.evaluate((button) => new Promise((done) => {
    const since = performance.now();
    button.click();
    const look = () => (button.isConnected ? requestAnimationFrame(look) : done(Math.round(performance.now() - since)));
    look();
  }));
}

/**
 * Keeps the durations of long tasks from the moment on when the page is told of files: before that the browser makes its list of
 * them, which takes as long on an empty page. Runs in the page.
 */
function watch() {
  globalThis.tasks = [];
  let told = Infinity;
  addEventListener("input", () => { told = Math.min(told, performance.now()); }, { capture: true });
  const length = (entry) => entry.startTime + entry.duration - Math.max(entry.startTime, told);
  const keep = (list) => globalThis.tasks.push(...list.getEntries().map(length).filter((long) => long > 50));
  new PerformanceObserver(keep).observe({ type: "longtask" });
}

/** The most memory that a process that draws pages has had so far, in bytes, the worker's in it; where the system tells. */
async function memory() {
  try {
    const pids = execFileSync("pgrep", ["-f", "type=renderer"], { encoding: "utf8" }).trim().split("\n");
    const highest = await Promise.all(pids.map(async (pid) => {
      const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
      return 1024 * Number(status.match(/^VmHWM:\s+(\d+) kB$/m)?.[1] ?? 0);
    }));
    return Math.max(...highest);
  } catch {
    return undefined;
  }
}

async function text(folder) {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const files = entries.filter((entry) => entry.isFile());
  const sizes = await Promise.all(files.map(async (file) => (await stat(join(file.parentPath ?? file.path, file.name))).size));
  return { files: files.length, size: sizes.reduce((sum, size) => sum + size, 0) };
}
