// A plain static server: a folder below a path, no rewrite rule, no header that helps the page along unless that is asked for.

import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize, sep } from "node:path";
import { promisify } from "node:util";
import { brotliCompress } from "node:zlib";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".mjs": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
};

/**
 * Serves `folder` below `path` on a free port of this machine. Every request is in `requests`. With `helpful` it does what a
 * well-kept server does: sends files compressed, and lets browsers keep those that are named after their content. A deploy is
 * another folder in `site.folder`.
 */
export async function serve(folder, path = "/some/path/", { helpful = false } = {}) {
  const requests = [];
  const small = new Map();
  const compressed = async (body) => {
    const key = createHash("sha1").update(body).digest("hex");
    if (!small.has(key)) small.set(key, promisify(brotliCompress)(body));
    return small.get(key);
  };
  const site = { folder };
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    const { status, headers, body } = await answer(site.folder, path, pathname);
    requests.push({ method: request.method, path: pathname, status });
    if (!helpful || status !== 200) {
      response.writeHead(status, { "Cache-Control": "no-store", ...headers }).end(body);
      return;
    }
    const hashed = /-[0-9a-f]{10,}(_bg)?\.\w+$/.test(pathname);
    const kept = hashed ? "public, max-age=31536000, immutable" : "no-cache";
    const encoding = { "Cache-Control": kept, "Content-Encoding": "br" };
    response.writeHead(status, { ...headers, ...encoding }).end(await compressed(body));
  });
  await new Promise((resolve, reject) => {
    server.once("error", reject).listen(0, "127.0.0.1", resolve);
  });
  const origin = `http://127.0.0.1:${server.address().port}`;
  return {
    origin,
    url: origin + path,
    requests,
    site,
    close() {
      server.closeAllConnections?.();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

async function answer(folder, path, pathname) {
  const missing = { status: 404, headers: { "Content-Type": "text/plain" }, body: "not found" };
  if (`${pathname}/` === path) return { status: 301, headers: { Location: path }, body: "" };
  if (!pathname.startsWith(path)) return missing;
  let file;
  try {
    file = normalize(join(folder, decodeURIComponent(pathname.slice(path.length)) || "index.html"));
  } catch {
    return missing;
  }
  if (!file.startsWith(normalize(folder + sep)) || file.includes("\0")) return missing;
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile()) return missing;
  const type = TYPES[extname(file)] ?? "application/octet-stream";
  return { status: 200, headers: { "Content-Type": type }, body: await readFile(file) };
}
