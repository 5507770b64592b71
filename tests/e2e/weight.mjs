// What a first visit downloads, compressed as a static server would send it.

import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

/** What a first visit should download at the most: everything, compressed, the corpus included. Not reached yet. */
export const BUDGET = 150_000;

/** What it downloads now, rounded up: the views of search, contexts, comparison, topics and files cost about 125 kB. */
export const CEILING = 366_000;

/** Each file with its bytes as they are and compressed, and last their sums. */
export async function weight(folder) {
  const rows = [];
  const total = { file: "total", raw: 0, brotli: 0 };
  const entries = await readdir(folder, { withFileTypes: true });
  for (const { name } of entries.filter((entry) => entry.isFile()).sort(byName)) {
    const bytes = await readFile(join(folder, name));
    const brotli = compressed(bytes);
    rows.push({ file: name, raw: bytes.length, brotli });
    total.raw += bytes.length;
    total.brotli += brotli;
  }
  return [...rows, total];
}

function byName(a, b) {
  return a.name < b.name ? -1 : 1;
}

function compressed(bytes) {
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT } = constants;
  const params = { [BROTLI_PARAM_QUALITY]: 11, [BROTLI_PARAM_SIZE_HINT]: bytes.length };
  return brotliCompressSync(bytes, { params }).length;
}
