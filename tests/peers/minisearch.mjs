// MiniSearch: an index of the units, as it is without options.

import MiniSearch from "minisearch";
import { measure, units, versionOf } from "./rounds.mjs";

const documents = units().map((text, id) => ({ id, text }));
let index;

measure({
  id: "minisearch",
  version: versionOf("minisearch"),
  begin: () => {
    index = new MiniSearch({ fields: ["text"] });
  },
  phases: { count: () => index.addAll(documents) },
  found: () => ({ terms: index.termCount }),
});
