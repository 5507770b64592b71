// Accessibility rules in every view a person can get to, in light and in dark, on a desktop and on a phone.

import { accessible, desktop, phone, scenario } from "./harness.mjs";
import { heights, openPane, pane } from "./parts.mjs";

/** Each view: the link it starts from, and what a person does then. */
const VIEWS = {
  "the start": [""],
  "a filter": ["", (page) => heights(page).click()],
  "reasons open": ["", async (page) => {
    await page.getByRole("button", { name: /^On topic, why\?/ }).nth(1).click();
    await page.getByText(/^It belongs/).waitFor();
  }],
  "the folded run and page furniture unfolded": ["", async (page) => {
    await pane(page, "Read").getByRole("button", { name: /^Show 9 questions/ }).click();
    await page.getByRole("button", { name: "Show page furniture in the text" }).click();
    await page.getByText("Takedown request").first().waitFor();
  }],
  "the map as a table": ["", async (page) => {
    await page.getByRole("button", { name: "Show as table" }).click();
    await page.getByRole("table", { name: /every section/i }).waitFor();
  }],
  "the terms": ["", (page) => openPane(page, "Terms")],
  "the terms sorted and filtered": ["#v=1&view=terms&sort=term-up&find=gro&common=shown"],
  "a highlighted term": ["#v=1&term=crying"],
  "a notice": ["#v=1&topic=99", (page) => page.getByRole("button", { name: "Dismiss" }).waitFor()],
  "a correction": ["#v=1&pin=1.6.off&thr=-0.5", (page) => page.getByText("you said so").first().waitFor()],
  "the changes": ["#v=1&view=changes"],
  "nothing that fits": ["#v=1&view=terms&find=qqq"],
};

for (const [device, viewport] of Object.entries({ desktop, phone })) {
  for (const [name, [link, arrange]] of Object.entries(VIEWS)) {
    scenario(`axe finds nothing on a ${device}: ${name}`, async ({ page, open }) => {
      await open(link);
      await arrange?.(page);
      await accessible(page);
    }, { viewport });
  }
}
