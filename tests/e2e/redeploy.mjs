// Another version of a built site, as a later build would make it: a page, a style sheet and documents of other content, under
// other names, and a worker that lists them.

import { createHash } from "node:crypto";
import { cp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

const integrity = (bytes) => `sha384-${createHash("sha384").update(bytes).digest("base64")}`;

/** Makes `target` a site that differs from `source` by `version`, in its page and its style sheet. */
export async function redeploy(source, target, version) {
  await rm(target, { recursive: true, force: true });
  await cp(source, target, { recursive: true, filter: (name) => !/\.(br|gz)$/.test(name) });
  const page = join(target, "index.html");
  let html = await readFile(page, "utf8");
  const [, sheet] = html.match(/href="\.\/(style-[0-9a-f]+\.css)"/);
  const styles = `${await readFile(join(target, sheet), "utf8")}\n:root { --version: ${version} }\n`;
  const hash = createHash("sha1").update(styles).digest("hex").slice(0, 16);
  const name = `style-${hash}.css`;
  const old = integrity(await readFile(join(target, sheet)));
  await rename(join(target, sheet), join(target, name));
  await writeFile(join(target, name), styles);
  html = html.replaceAll(sheet, name).replaceAll(old, integrity(styles));
  html = html.replace("</head>", `<meta name="version" content="${version}"></head>`);
  await writeFile(page, html);
  const worker = join(target, "sw.js");
  let text = await readFile(worker, "utf8");
  text = text.replace(/\["\.\/", "[^"]+"\]/, `["./", "${integrity(html)}"]`);
  text = text.replace(/\["style-[^"]+", "[^"]+"\]/, `["${name}", "${integrity(styles)}"]`);
  await writeFile(worker, text.replace(/VERSION = "[^"]+"/, `VERSION = "version ${version}"`));
  return target;
}
