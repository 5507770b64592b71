// What Lighthouse says of the release build, as a well-kept server sends it.

import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";
import { serve } from "../e2e/server.mjs";
import { print } from "../e2e/table.mjs";

const setting = (name) => process.env[name] ?? "";
const flags = setting("CHROME_ARGUMENTS").split(" ").filter(Boolean);
const server = await serve(setting("DIST"), "/some/path/", { helpful: true });
const chrome = await launch({ chromePath: setting("CHROME"), chromeFlags: flags });
try {
  for (const formFactor of ["mobile", "desktop"]) await report(formFactor);
} finally {
  chrome.kill();
  await server.close();
}

async function report(formFactor) {
  const { default: desktop } = await import("lighthouse/core/config/desktop-config.js");
  const config = formFactor === "desktop" ? desktop : undefined;
  const { lhr } = await lighthouse(server.url, { port: chrome.port, output: "json", logLevel: "error" }, config);
  const rows = Object.values(lhr.categories).map(({ title, score }) => ({ what: title, score: Math.round(score * 100) }));
  print(`Lighthouse ${lhr.lighthouseVersion}, ${formFactor}`, rows);
  for (const { title, auditRefs } of Object.values(lhr.categories)) {
    for (const { id, weight } of auditRefs) {
      const audit = lhr.audits[id];
      if (weight === 0 || audit.score === null || audit.score >= 0.995) continue;
      const details = (audit.details?.items ?? []).slice(0, 5).map((item) => JSON.stringify(item).slice(0, 300));
      console.log(`${title}: ${audit.title}, ${audit.displayValue ?? ""} (${Math.round(audit.score * 100)})`);
      for (const detail of details) console.log(`  ${detail}`);
    }
  }
}
