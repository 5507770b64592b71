// The release build on a plain static server, in a folder, with no rewrite rule.

import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { accessible, assert, mounted, scenario } from "./harness.mjs";
import { dist } from "./browser.mjs";
import { serve } from "./server.mjs";
import { print } from "./table.mjs";
import { BUDGET, CEILING, firstVisit, weight, weightOfRest, withChanges } from "./weight.mjs";

/** What the page fetches once it is shown. */
const LATER = "**/later-*.wasm";

const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self'",
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

scenario("opens at another path as well", async ({ page }) => {
  const deeper = await serve(dist(), "/a/deeper%20path/of/it/");
  try {
    await page.goto(deeper.url);
    await mounted(page);
    await page.getByRole("tab", { name: "Terms" }).click();
    await page.getByRole("tabpanel", { name: "Terms" }).waitFor();
    for (const { path, status } of deeper.requests) assert.equal(status, 200, path);
  } finally {
    await deeper.close();
  }
}, { expected: [/foreign request/] });

scenario("names its files after their content", async () => {
  const html = await readFile(join(dist(), "index.html"), "utf8");
  const [head] = html.split("</head>");
  const links = [...head.matchAll(/\b(?:href|src|content)=["']?(\.\/[^"'\s>]+)/g)].map(([, link]) => link);
  assert.ok(links.length >= 5, "styles, starter, glue, module and documents are linked");
  for (const file of links) assert.match(file, /^\.\/[\w-]+-[0-9a-f]{10,}(_bg)?\.(js|css|wasm|pack|png|html)$/);
});

scenario("checks what it runs and what it looks like", async () => {
  const html = await readFile(join(dist(), "index.html"), "utf8");
  const [head] = html.split("</head>");
  const tags = head.match(/<(?:script\b[^>]*src|link\b[^>]*rel=["']?(?:stylesheet|modulepreload))[^>]*>/g);
  assert.ok(tags.length >= 3);
  for (const tag of tags) assert.match(tag, /integrity="sha384-[^"]{64}"/, tag);
});

scenario("has the same compressed beforehand", async () => {
  const names = await files();
  for (const name of names.filter((name) => /\.(js|css|wasm|html)$/.test(name))) {
    const bytes = await readFile(join(dist(), name));
    assert.ok(bytes.equals(brotliDecompressSync(await readFile(join(dist(), `${name}.br`)))), name);
    assert.ok(bytes.equals(gunzipSync(await readFile(join(dist(), `${name}.gz`)))), name);
  }
});

scenario("a first visit asks for its own files, each once, and for no other", async ({ open, server }) => {
  server.requests.length = 0;
  await open();
  const asked = server.requests.map(({ path }) => path.replace("/some/path/", "") || "index.html");
  const first = asked.filter((file) => !file.startsWith("later-"));
  assert.deepEqual(first.sort(), (await firstVisit(dist())).sort());
});

scenario("weighs no more than it did", async () => {
  const rows = await weight(dist());
  print("bytes of a first visit, with the change since the record", await withChanges(rows));
  print("bytes of what comes later", await withChanges(await weightOfRest(dist())));
  const { brotli } = rows.pop();
  console.log(`${brotli} of ${BUDGET} bytes`);
  assert.ok(brotli <= CEILING, `${brotli} bytes, of ${CEILING}`);
});

scenario("says where it leads where there is nothing", async ({ page, url }) => {
  await page.goto(`${url}404.html`);
  await page.getByRole("heading", { name: "There is no page here" }).waitFor();
  await accessible(page);
  await page.getByRole("link", { name: "Open Topic Explorer" }).click();
  await mounted(page);
});

scenario("tells other places what it is", async ({ page, open, url }) => {
  const html = await readFile(join(dist(), "index.html"), "utf8");
  const fact = (name) => html.match(new RegExp(`<meta (?:property|name)="${name}" content="([^"]*)"`))?.[1];
  for (const name of ["og:title", "og:description", "og:image:alt", "twitter:card"]) assert.ok(fact(name), name);
  await open();
  const size = await page.evaluate(async (address) => {
    const picture = await createImageBitmap(await (await fetch(address)).blob());
    return [picture.width, picture.height];
  }, url + fact("og:image").slice(2));
  assert.deepEqual(size, [Number(fact("og:image:width")), Number(fact("og:image:height"))]);
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

scenario("no view breaks the policy", async ({ page, open }) => {
  await page.addInitScript(() => {
    globalThis.violations = [];
    document.addEventListener("securitypolicyviolation", (event) => {
      globalThis.violations.push(`${event.violatedDirective}: ${event.blockedURI}`);
    });
  });
  await open();
  for (const name of ["Terms", "Contexts", "Compare", "Topics", "Changes", "Read"]) {
    await page.getByRole("tab", { name, exact: true }).click();
    await page.getByRole("tabpanel", { name, exact: true }).waitFor();
  }
  await page.getByRole("button", { name: "Show as table" }).click();
  await page.keyboard.press("?");
  await page.getByRole("dialog").waitFor();
  assert.deepEqual(await page.evaluate(() => globalThis.violations), []);
}, { worker: true });

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

/** What is in the folder. */
async function files() {
  const entries = await readdir(dist(), { withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
}
