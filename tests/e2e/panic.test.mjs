// What a person sees where the program itself breaks.

import { accessible, assert, mounted, scenario } from "./harness.mjs";

scenario(
  "a panic ends in a message with a way back",
  async ({ page, open, url }) => {
    await open("#v=1&term=crying");
    await page.getByRole("button", { name: "Stop highlighting" }).click();
    await page.getByRole("mark").first().waitFor({ state: "detached" });
    // An extension that takes pieces out of pages takes those the program wants to put something in front of.
    await page.getByRole("tabpanel").evaluate((pane) => pane.replaceChildren());
    await page.goBack();
    await page.getByRole("heading", { level: 1, name: "Something in this page broke" }).waitFor();
    await accessible(page);
    await page.getByRole("link", { name: "Start again" }).click();
    await mounted(page);
    await page.getByRole("tab", { name: "Read" }).waitFor();
    assert.equal(page.url().replace(/#$/, ""), url, "the settings in the link are gone");
  },
  { expected: [/panicked at/, /RuntimeError: unreachable/, /failed to insert node before/] },
);
