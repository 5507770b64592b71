// The release build on a plain static server, in a folder, with no rewrite rule.

import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { accessible, assert, mounted, scenario } from "./harness.mjs";
import { dist } from "./browser.mjs";
import { CEILING, opensWith, weight } from "./weight.mjs";

/** What the page fetches once it is shown. */
const LATER = "**/later-*.wasm";

const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
];

scenario("opens from a folder of a static server", async ({ page, open, server }) => {
  await open();
  await page.getByRole("heading", { level: 1 }).first().waitFor();
  for (const { path, status } of server.requests) {
    assert.ok(path.startsWith("/some/path/"), `${path} is below the folder`);
    assert.equal(status, 200, `${path} is there`);
  }
});

scenario("opens with anything behind the #", async ({ page, open }) => {
  for (const link of ["#", "#view=terms", "#%E0%A4%A", `#${"x".repeat(5_000)}`]) {
    await open(link);
    await page.getByRole("heading", { level: 1 }).first().waitFor();
    await page.goto("about:blank");
  }
});

scenario("names its files after their content", async () => {
  const html = await readFile(join(dist(), "index.html"), "utf8");
  const links = [...html.matchAll(/\b(?:href|src)=["']?([^"'\s>]+)/g)].map(([, link]) => link);
  const files = links.filter((link) => !link.startsWith("data:") && !link.startsWith("#"));
  assert.ok(files.length >= 3, "glue, module and starter are linked");
  const all = await readdir(dist());
  files.push(...all.filter((file) => file !== "index.html").map((file) => `./${file}`));
  for (const file of files) assert.match(file, /^\.\/[\w-]+-[0-9a-f]{10,}(_bg)?\.(js|css|wasm|pack|txt)$/);
});

scenario("weighs no more than it did", async () => {
  const { brotli } = (await weight(dist())).first.pop();
  assert.ok(brotli <= CEILING, `${brotli} bytes, of ${CEILING}`);
});

scenario("opens with no file that is not weighed, and fetches the rest by itself", async ({ page, open }) => {
  await open();
  const rest = page.waitForFunction(() => {
    const mark = performance.getEntriesByName("topics-shown")[0]?.startTime ?? Infinity;
    const files = performance.getEntriesByType("resource").map(({ name, startTime }) => ({ name, startTime }));
    return files.some(({ startTime }) => startTime > mark) && { mark, files };
  });
  const { mark, files } = await (await rest).jsonValue();
  const before = files.filter(({ startTime }) => startTime <= mark).map(({ name }) => new URL(name).pathname.split("/").pop());
  const weighed = await opensWith(dist());
  assert.deepEqual(before.filter((file) => !weighed.has(file)), []);
  assert.ok(before.some((file) => file.endsWith(".wasm")), "the first part of the module is among them");
});

scenario(
  "a view whose part does not arrive says so, and Try again shows it",
  async ({ page, open }) => {
    await page.route(LATER, (route) => route.abort());
    await open();
    await page.getByRole("tab", { name: "Terms" }).click();
    const view = page.getByRole("tabpanel", { name: "Terms" });
    await view.getByRole("alert").getByText("did not arrive").waitFor();
    await accessible(page);
    await page.locator(".take summary").click();
    await page.getByRole("button", { name: "Table, CSV" }).click();
    await page.locator(".notices").getByText("did not arrive").waitFor();
    await page.unroute(LATER);
    await view.getByRole("button", { name: "Try again" }).click();
    await view.getByRole("table").first().waitFor();
  },
  { expected: [/ERR_FAILED/, /Failed to fetch/] },
);

scenario("a view asked for before its part has come waits for it, as high as the window", async ({ page, url }) => {
  let arrive;
  const held = new Promise((resolve) => (arrive = resolve));
  await page.route(LATER, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(`${url}#v=1&view=terms`);
  const view = page.getByRole("tabpanel", { name: "Terms" });
  await view.getByRole("status").waitFor();
  assert.ok((await view.boundingBox()).height >= 800, "the page does not jump when it comes");
  arrive();
  await view.getByRole("table").first().waitFor();
});

scenario("the help opens before its text has come", async ({ page, open }) => {
  let arrive;
  const held = new Promise((resolve) => (arrive = resolve));
  await page.route(LATER, async (route) => {
    await held;
    await route.continue();
  });
  await open();
  await page.getByRole("button", { name: "Help" }).click();
  const help = page.getByRole("dialog", { name: "Help" });
  await help.getByRole("status").waitFor();
  arrive();
  await help.getByRole("heading", { name: "How to search" }).waitFor();
  assert.ok(await help.getByRole("button", { name: "Close" }).evaluate((one) => one === document.activeElement));
});

scenario("has the policy in place", async ({ page, open }) => {
  await open();
  const policy = page.locator('meta[http-equiv="Content-Security-Policy"]');
  const rules = (await policy.getAttribute("content")).split(";").map((rule) => rule.trim());
  assert.deepEqual(rules.filter(Boolean), POLICY);
});

scenario(
  "runs no inline script and calls nobody",
  async ({ page, open, server }) => {
    await open();
    const outcome = await page.evaluate(async (foreign) => {
      const script = document.createElement("script");
      script.textContent = "globalThis.intruded = true";
      document.body.append(script);
      const called = await fetch(foreign).then(() => true, () => false);
      return { intruded: globalThis.intruded === true, called };
    }, server.origin.replace("127.0.0.1", "localhost"));
    assert.deepEqual(outcome, { intruded: false, called: false });
  },
  { expected: [/Content Security Policy/, /violates the document's/, /foreign request: http:\/\/localhost/] },
);

scenario(
  "says so when a part does not arrive, and recovers by Reload",
  async ({ page, url }) => {
    await page.route("**/*.wasm", (route) => route.abort());
    await page.goto(url);
    const alert = page.getByRole("alert");
    await alert.getByRole("heading", { name: "Topic Explorer could not start" }).waitFor();
    await accessible(page);
    await page.unroute("**/*.wasm");
    await alert.getByRole("button", { name: "Reload" }).click();
    await alert.waitFor({ state: "detached" });
    await mounted(page);
    await page.getByRole("heading", { level: 1 }).first().waitFor();
  },
  { expected: [/ERR_FAILED/, /Failed to fetch/, /preload/] },
);

scenario(
  "says so where WebAssembly is switched off",
  async ({ page, url }) => {
    await page.addInitScript(() => delete globalThis.WebAssembly);
    await page.goto(url);
    await page.getByRole("alert").getByText("no WebAssembly").waitFor();
  },
  { expected: [/WebAssembly is not available/, /preload/] },
);

scenario("says what it needs where scripts are switched off", async () => {
  // Read, not seen: a browser whose scripts the test itself switches off still leaves out what is for no script.
  const html = await readFile(join(dist(), "index.html"), "utf8");
  const [, text] = html.match(/<noscript>(.*?)<\/noscript>/s) ?? [];
  assert.match(text ?? "", /JavaScript/);
});
