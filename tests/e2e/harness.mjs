// One browser and one server per file of tests, a fresh profile per test, and for every test the same three demands:
// nothing on the console, no error in the page, no request to anywhere else.

import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { dist, launch } from "./browser.mjs";
import { serve } from "./server.mjs";

export { accessible } from "./axe.mjs";
export { assert };

export const desktop = { width: 1440, height: 900 };
export const phone = { width: 390, height: 844 };

const pictures = join(dirname(fileURLToPath(import.meta.url)), "../../target/e2e");
const patience = 15_000;

let browser;
let server;

before(async () => {
  [browser, server] = await Promise.all([launch(), serve(dist())]);
});

after(async () => {
  await browser?.close();
  await server?.close();
});

/**
 * A test that a person could do by hand.
 *
 * `act` gets `page`; `open(link)`, which loads the page with what follows its address (`#…`) and waits until it
 * has mounted and its view is there; `context` for a second window; and `server`. `options` are the browser context's (viewport,
 * colorScheme, javaScriptEnabled, …), `expected`: patterns of console lines and page errors that belong to the test, and `limit`: the
 * milliseconds it may take; with `worker` the browser has service workers, which it otherwise lacks: every test is one of a first
 * visit, then.
 */
export function scenario(name, act, { expected = [], worker = false, limit = 60_000, ...options } = {}) {
  test(name, { timeout: limit }, async () => {
    const context = await browser.newContext({ viewport: desktop, reducedMotion: "reduce", ...options });
    context.setDefaultTimeout(patience);
    if (!worker) await context.addInitScript(() => delete Navigator.prototype.serviceWorker);
    const complaints = watch(context, expected);
    const page = await context.newPage();
    const open = async (link = "", target = page) => {
      await target.goto(server.url + link);
      await mounted(target);
      // A view that is not Read comes a moment after the page.
      await target.locator(".later").waitFor({ state: "detached" });
      await drawn(target);
    };
    try {
      await act({ page, open, context, server, url: server.url });
      // A late message is a message: give the page the time to finish what it was doing.
      await Promise.all(context.pages().map((open) => idle(open)));
      assert.deepEqual(complaints, [], "the console is clean and every request stays on the page's own server");
    } catch (error) {
      await keepPicture(page, name);
      if (complaints.length > 0) error.message += `\nThe page said: ${complaints.join("\n")}`;
      throw error;
    } finally {
      await context.close();
    }
  });
}

/** Waits until the page has taken the place of what index.html shows before it, and is drawn whole. */
export async function mounted(page) {
  await page.locator("#boot").waitFor({ state: "detached" });
  await drawn(page);
}

/** Waits until the open pane is drawn whole: long lists come a part at a time. */
export async function drawn(page) {
  await page.locator("main [aria-busy]").waitFor({ state: "detached" });
}

/** The texts of all that a locator finds, in order, with blanks made single. */
export async function texts(locator) {
  await drawn(locator.page());
  return (await locator.allInnerTexts()).map((text) => text.replace(/\s+/g, " ").trim());
}

/** Waits until `check` no longer throws: for what follows an action by a frame or two. */
export async function eventually(check, limit = 5_000) {
  const end = Date.now() + limit;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }
}

/** A picture for a person to look at, in target/e2e. */
export async function picture(page, name) {
  await mkdir(pictures, { recursive: true });
  await page.screenshot({ path: join(pictures, `${name}.png`) });
}

function watch(context, expected) {
  const complaints = [];
  const complain = (text) => {
    if (!expected.some((pattern) => pattern.test(text))) complaints.push(text);
  };
  context.on("console", (message) => {
    const type = message.type();
    if (type === "error" || type === "warning") complain(`console ${type}: ${message.text()}`);
  });
  context.on("weberror", (error) => complain(`page error: ${error.error()}`));
  context.on("request", (request) => {
    const url = new URL(request.url());
    const local = ["data:", "blob:", "about:"].includes(url.protocol);
    if (!local && url.origin !== server.origin) complain(`foreign request: ${url}`);
  });
  return complaints;
}

function idle(page) {
  const frames = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  return page.evaluate(frames).catch(() => undefined);
}

async function keepPicture(page, name) {
  const file = `failed-${name.replace(/[^\p{L}\p{N}]+/gu, "-").slice(0, 80)}`;
  await picture(page, file).catch(() => undefined);
}
