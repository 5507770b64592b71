// A plain static server: a folder below a path, no rewrite rule, no header that helps the page along.

import { readFile, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize, sep } from "node:path";

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

/** Serves `folder` below `path` on a free port of this machine. Every request is in `requests`. */
export async function serve(folder, path = "/some/path/") {
  const requests = [];
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    const { status, headers, body } = await answer(folder, path, pathname);
    requests.push({ method: request.method, path: pathname, status });
    response.writeHead(status, { "Cache-Control": "no-store", ...headers }).end(body);
  });
  await new Promise((resolve, reject) => {
    server.once("error", reject).listen(0, "127.0.0.1", resolve);
  });
  const origin = `http://127.0.0.1:${server.address().port}`;
  return {
    origin,
    url: origin + path,
    requests,
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
