// Opens the page from one file. What it needs stands in it: compressed by gzip, written as Base64. Stands behind the glue of
// the module, whose `__wbg_init` it calls.
{
  const root = document.documentElement;
  const text = (id) => document.getElementById(id)?.textContent ?? "";
  const blob = (...parts) => URL.createObjectURL(new Blob(parts, { type: "text/javascript" }));

  // Says in the head where something is, as a page beside its files has it.
  const say = (name, content) => document.head.append(Object.assign(document.createElement("meta"), { name, content }));

  async function unpacked(base64) {
    const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  }

  // The file as it was before anything was drawn into it: what "Save as page" fills with other documents.
  function source() {
    const { theme } = root.dataset;
    delete root.dataset.theme;
    const html = `<!doctype html>${root.outerHTML}`;
    if (theme) root.dataset.theme = theme;
    return html;
  }

  async function start() {
    if (typeof WebAssembly !== "object") throw new Error("WebAssembly is not available");
    say("page", blob(source()));
    say("worker", blob(text("reader-lists"), text("reader-parts"), text("reader-glue"), text("reader-start")));
    const [module, pack] = await Promise.all([unpacked(text("module")), unpacked(text("pack"))]);
    await __wbg_init({ module_or_path: module });
    const link = text("link");
    if (link && location.hash.length < 2) history.replaceState(null, "", `#${link}`);
    // Nothing was drawn beforehand whose focus or text would have to be kept.
    open(pack, () => undefined);
  }

  function report(error) {
    console.error(error);
    // A panic has already said more than we know here.
    if (document.querySelector('[role="alert"]')) return;
    const part = (name, content) => Object.assign(document.createElement(name), { textContent: content });
    const message = Object.assign(document.createElement("div"), { role: "alert" });
    message.append(
      part("h1", "Topic Explorer could not start"),
      part("p", "Current versions of Chrome, Edge, Firefox and Safari open this page. If yours is one, the file may be incomplete."),
      part("small", String(error)),
    );
    const main = Object.assign(document.createElement("main"), { className: "failure" });
    main.append(message);
    document.body.replaceChildren(main);
  }

  start().catch(report);
}
