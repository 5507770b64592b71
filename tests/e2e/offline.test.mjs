// The site without a network, and after deploys.

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { assert, eventually, mounted, scenario } from "./harness.mjs";
import { dist } from "./browser.mjs";
import { redeploy } from "./redeploy.mjs";
import { serve } from "./server.mjs";

/** Waits until a worker has kept everything, so that the next visit needs no server. */
const kept = (page) => page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));

/** A server of its own, whose folder deploys change. */
async function deploys(act) {
  const folder = await mkdtemp(join(tmpdir(), "topic-explorer-"));
  const version = (number) => redeploy(dist(), join(folder, String(number)), number);
  const server = await serve(await version(1));
  try {
    await act({ server, version });
  } finally {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** The version of the page and that of its styles: a mix is two numbers. */
const versions = (page) =>
  page.evaluate(() => {
    const style = getComputedStyle(document.documentElement).getPropertyValue("--version").trim();
    return [document.querySelector('meta[name="version"]')?.content, style];
  });

const foreign = [/foreign request/];

scenario(
  "opens without a network after one visit, at the view of its link",
  async ({ page, open, url, context }) => {
    await open();
    await kept(page);
    await context.setOffline(true);
    await page.goto(`${url}#view=terms`);
    await mounted(page);
    await page.getByRole("tab", { name: "Terms", selected: true }).waitFor();
    await page.goto(`${url}index.html`);
    await mounted(page);
    // Whatever a click needs is there as well.
    for (const name of ["Contexts", "Compare", "Topics", "Changes", "Read"]) {
      await page.getByRole("tab", { name, exact: true }).click();
      await page.getByRole("tabpanel", { name, exact: true }).waitFor();
    }
  },
  { worker: true },
);

scenario(
  "needs no server after one visit",
  async ({ page }) => {
    await deploys(async ({ server }) => {
      await page.goto(server.url);
      await mounted(page);
      await kept(page);
      await page.reload();
      await mounted(page);
      server.requests.length = 0;
      await page.reload();
      await mounted(page);
      const asked = server.requests.map(({ path }) => path.split("/").pop());
      assert.deepEqual(asked.filter((name) => name !== "sw.js"), [], "only whether there is a newer version");
    });
  },
  { worker: true, expected: foreign },
);

scenario(
  "two deploys in a row leave no mixed version",
  async ({ page }) => {
    await deploys(async ({ server, version }) => {
      const offered = () => page.getByRole("status").getByText("A newer version of this page is ready.");
      await page.goto(server.url);
      await mounted(page);
      assert.deepEqual(await versions(page), ["1", "1"]);
      await kept(page);
      assert.equal(await offered().count(), 0, "a first visit is told of nothing");
      for (const number of [2, 3]) {
        server.site.folder = await version(number);
        await page.reload();
        await mounted(page);
        assert.deepEqual(await versions(page), ["1", "1"], "the version that was kept, whole");
        await offered().waitFor();
      }
      // The browser looks for a newer version when it has time: here it looks now, and what it finds takes the place of 2.
      await page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update());
      await eventually(async () => {
        const [ready, kept] = await page.evaluate(async () => {
          const { installing, waiting } = await navigator.serviceWorker.getRegistration();
          return [!installing && Boolean(waiting), (await caches.keys()).join()];
        });
        assert.ok(ready && kept.includes("version 3"), "the last version is ready");
      });
      await page.getByRole("button", { name: "Reload" }).click();
      await eventually(async () => assert.deepEqual(await versions(page), ["3", "3"]));
      await mounted(page);
      assert.equal(await offered().count(), 0);
    });
  },
  { worker: true, expected: foreign },
);

scenario(
  "half a deploy changes nothing",
  async ({ page }) => {
    await deploys(async ({ server, version }) => {
      await page.goto(server.url);
      await mounted(page);
      await kept(page);
      const half = await version(2);
      // The page of another version than the worker says.
      await redeploy(await version(3), half, 4);
      await rm(join(half, "index.html"));
      server.site.folder = half;
      const failed = page.evaluate(async () => {
        const registration = await navigator.serviceWorker.getRegistration();
        return registration.update().then(
          () => new Promise((resolve) => {
            const { installing } = registration;
            if (!installing) resolve("nothing new");
            installing.onstatechange = () => resolve(installing.state);
          }),
          () => "failed",
        );
      });
      assert.equal(await failed, "redundant");
      await page.reload();
      await mounted(page);
      assert.deepEqual(await versions(page), ["1", "1"]);
    });
  },
  { worker: true, expected: [...foreign, /404/] },
);

scenario(
  "works where the browser refuses to keep it",
  async ({ page, open, context }) => {
    await context.addInitScript(() => {
      Object.defineProperty(Navigator.prototype, "serviceWorker", {
        value: { register: () => Promise.reject(new DOMException("refused", "SecurityError")) },
      });
    });
    await open();
    await page.getByRole("tab", { name: "Terms" }).click();
    await page.getByRole("tabpanel", { name: "Terms" }).waitFor();
  },
);
