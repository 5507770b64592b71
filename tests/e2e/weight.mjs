// What a visit downloads, compressed as a static server would send it.

import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

/** What a page should open with at the most, compressed, the corpus included. Not reached yet. */
export const BUDGET = 150_000;

/** What it opens with now, rounded up. */
export const CEILING = 290_000;

/**
 * Each file with its bytes as they are and compressed. `first` is what the page opens with, and its sums; `later` what it
 * fetches once it is on the screen, and its sums.
 */
export async function weight(folder) {
  const opens = await opensWith(folder);
  const first = [];
  const later = [];
  const entries = await readdir(folder, { withFileTypes: true });
  for (const { name } of entries.filter((entry) => entry.isFile()).sort(byName)) {
    const bytes = await readFile(join(folder, name));
    (opens.has(name) ? first : later).push({ file: name, raw: bytes.length, brotli: compressed(bytes) });
  }
  return { first: summed(first), later: summed(later) };
}

/** The files that a first visit asks for before it shows anything: the page, and what it links to. */
export async function opensWith(folder) {
  const html = await readFile(join(folder, "index.html"), "utf8");
  const links = [...html.matchAll(/\b(?:href|src)=["']?\.\/([^"'\s>]+)/g)];
  return new Set(["index.html", ...links.map(([, file]) => file)]);
}

function summed(rows) {
  const sum = (key) => rows.reduce((total, row) => total + row[key], 0);
  return [...rows, { file: "total", raw: sum("raw"), brotli: sum("brotli") }];
}

function byName(a, b) {
  return a.name < b.name ? -1 : 1;
}

function compressed(bytes) {
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT } = constants;
  const params = { [BROTLI_PARAM_QUALITY]: 11, [BROTLI_PARAM_SIZE_HINT]: bytes.length };
  return brotliCompressSync(bytes, { params }).length;
}
