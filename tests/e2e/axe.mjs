// Accessibility rules, checked by axe in light and in dark.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

const source = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Fails on any violation of any of axe's rules, in each colour scheme. */
export async function accessible(page, schemes = ["light", "dark"]) {
  for (const colorScheme of schemes) {
    await page.emulateMedia({ colorScheme });
    const violations = await page.evaluate(inspect, source);
    assert.deepEqual(violations, [], `axe finds nothing in ${colorScheme}`);
  }
}

async function inspect(source) {
  // Evaluated by the test, not by the page: the page's own policy forbids it to evaluate text.
  if (!globalThis.axe) (0, eval)(source);
  const { violations } = await globalThis.axe.run(document, { resultTypes: ["violations"] });
  return violations.map(({ id, help, nodes }) => ({
    id,
    help,
    where: nodes.slice(0, 5).map((node) => `${node.target.join(" ")}: ${node.failureSummary}`),
  }));
}
