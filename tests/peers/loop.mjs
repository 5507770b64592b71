// The least that counts words in JavaScript: runs of letters in lower case, in a map.

import { measure, units } from "./rounds.mjs";

const texts = units();
let counts;

measure({
  id: "loop",
  version: `Node.js ${process.versions.node}`,
  begin: () => {
    counts = new Map();
  },
  phases: {
    count: () => {
      for (const text of texts) {
        for (const word of text.toLowerCase().match(/\p{L}+/gu) ?? []) counts.set(word, (counts.get(word) ?? 0) + 1);
      }
    },
  },
  found: () => ({ tokens: [...counts.values()].reduce((sum, count) => sum + count, 0), terms: counts.size }),
});
