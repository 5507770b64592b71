// The engine in WebAssembly: the phases of a whole analysis, over documents that are already in memory.

import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { measure, setting } from "./rounds.mjs";

const { Session } = createRequire(import.meta.url)(setting("MODULE"));
const folder = setting("DOCUMENTS");
const session = new Session(readFileSync(setting("WORDS"), "utf8"));
for (const name of readdirSync(folder).sort()) session.add(name, readFileSync(join(folder, name), "utf8"));

measure({
  id: "wasm",
  version: `Node.js ${process.versions.node}`,
  begin: () => session.begin(),
  phases: { parse: () => session.parse(), count: () => session.count(), topics: () => session.separate() },
  found: () => JSON.parse(session.found()),
});
