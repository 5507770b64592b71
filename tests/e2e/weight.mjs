// What a first visit downloads, compressed as a static server would send it, and what comes later or never.

import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

/** What a page should open with at the most, compressed, the corpus included. Not reached yet. */
export const BUDGET = 150_000;

/** What it opens with now, rounded up. */
export const CEILING = 283_000;

/** What each file weighed when it was last recorded, compressed, by its name without the hash. */
const RECORDED = new URL("weights.json", import.meta.url);

/** Each file of a first visit with its bytes as they are and compressed, and last their sums. */
export async function weight(folder) {
  return summed(await weighed(folder, await firstVisit(folder)));
}

/** The same of what comes after a click, is kept for days without a network, or is for others than readers. */
export async function weightOfRest(folder) {
  const first = await firstVisit(folder);
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const names = entries
    .filter((entry) => entry.isFile() && !/\.(br|gz)$/.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(folder.length + 1));
  return summed(await weighed(folder, names.filter((name) => !first.includes(name))));
}

/** The page, and every file that its head links for its start. */
export async function firstVisit(folder) {
  const html = await readFile(join(folder, "index.html"), "utf8");
  const [head] = html.split(/<\/head>/i);
  const tags = head.match(/<(?:link|script)\b[^>]*>/g) ?? [];
  const loaded = tags.filter((tag) => /\bsrc=|rel=["']?(?:stylesheet|modulepreload|preload)\b/.test(tag));
  const links = loaded.map((tag) => tag.match(/\b(?:href|src)=["']?\.\/([^"'\s>]+)/)?.[1]);
  return ["index.html", ...new Set(links.filter(Boolean))];
}

/** What a file is called, whatever is in it. */
export const stem = (name) => name.replace(/-[0-9a-f]{10,}((?:_bg)?\.\w+)$/, "$1");

/** Rows with what changed since the record; files that it does not know have no change. */
export async function withChanges(rows) {
  const known = JSON.parse(await readFile(RECORDED, "utf8"));
  return rows.map((row) => {
    const before = known[stem(row.file)];
    const change = row.brotli - before;
    return { ...row, change: before === undefined ? "new" : `${change > 0 ? "+" : ""}${change}` };
  });
}

async function weighed(folder, names) {
  const rows = names.sort().map(async (file) => {
    const bytes = await readFile(join(folder, file));
    // What was compressed beforehand is what servers send.
    const twin = await stat(join(folder, `${file}.br`)).catch(() => undefined);
    return { file, raw: bytes.length, brotli: twin?.size ?? compressed(bytes) };
  });
  return Promise.all(rows);
}

function summed(rows) {
  const sum = (key) => rows.reduce((sum, row) => sum + row[key], 0);
  return [...rows, { file: "total", raw: sum("raw"), brotli: sum("brotli") }];
}

function compressed(bytes) {
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT } = constants;
  const params = { [BROTLI_PARAM_QUALITY]: 11, [BROTLI_PARAM_SIZE_HINT]: bytes.length };
  return brotliCompressSync(bytes, { params }).length;
}
