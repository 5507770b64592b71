// One view in another page's frame.

import { accessible, assert, eventually, scenario, texts } from "./harness.mjs";
import { map, pane } from "./parts.mjs";

scenario("an embedded view stands alone, with a way to the whole page", async ({ page, open, context }) => {
  await open("#v=1&view=terms&find=height&embed=1");
  await pane(page, "Terms").or(page.getByRole("tabpanel")).getByRole("table").waitFor();
  for (const gone of [page.getByRole("tab"), page.getByRole("complementary"), page.getByRole("search"), map(page)]) {
    assert.equal(await gone.count(), 0);
  }
  assert.equal(await page.locator(".credits").isVisible(), false);
  await accessible(page);
  const rows = await texts(page.getByRole("table").getByRole("row"));
  const [whole] = await Promise.all([
    context.waitForEvent("page"),
    page.getByRole("link", { name: "Open in Topic Explorer" }).click(),
  ]);
  await whole.getByRole("tab", { name: "Terms", selected: true }).waitFor();
  await eventually(async () => assert.deepEqual(await texts(whole.getByRole("table").getByRole("row")), rows));
});

scenario("the text and the map can stand alone", async ({ page, open }) => {
  await open("#v=1&embed=1");
  await page.getByRole("article").first().waitFor();
  await accessible(page);
  await open("#v=1&embed=map");
  await page.reload();
  await map(page).waitFor();
  assert.equal(await page.getByRole("tabpanel").count(), 0);
  await accessible(page);
});

scenario(
  "the frame that is copied shows the view in another page",
  async ({ page, open, context, server }) => {
    await open("#v=1&view=terms&find=height");
    await page.locator("summary", { hasText: "Take away" }).click();
    await page.getByRole("button", { name: /^Copy a frame/ }).click();
    await page.getByRole("status").getByText(/^Copied/).waitFor();
    const markup = await page.evaluate(() => navigator.clipboard.readText());
    const rows = await texts(page.getByRole("table").getByRole("row"));
    const other = await context.newPage();
    await other.route(`${server.origin}/other`, (route) =>
      route.fulfill({ contentType: "text/html", body: `<!doctype html><title>Another page</title>${markup}` }),
    );
    await other.goto(`${server.origin}/other`);
    const frame = other.frameLocator("iframe");
    await frame.getByRole("table").waitFor();
    await eventually(async () => {
      const shown = await frame.getByRole("row").allInnerTexts();
      assert.deepEqual(shown.map((text) => text.replace(/\s+/g, " ").trim()), rows);
    });
    assert.equal(await frame.getByRole("tab").count(), 0);
  },
  { permissions: ["clipboard-read", "clipboard-write"] },
);
