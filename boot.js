// Starts the page's WebAssembly module with its documents, and says what happened where it cannot.
// The build names these files after their content; its preload links are where those names stand.

// Before anything is painted in other colours than a person chose.
try {
  const theme = localStorage.getItem("topic-explorer-theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch {
  // Storage is switched off; the page then has the system's colours.
}

const address = (selector) => document.querySelector(selector)?.href;

async function start() {
  if (typeof WebAssembly !== "object") throw new Error("WebAssembly is not available");
  const [glue, pack] = await Promise.all([module(), documents()]);
  glue.open(pack);
}

async function module() {
  const glue = await import(address('link[rel="modulepreload"]'));
  await glue.default({ module_or_path: address('link[rel="preload"][type="application/wasm"]') });
  return glue;
}

async function documents() {
  const answer = await fetch(address('link[rel="preload"][type="application/octet-stream"]'));
  if (!answer.ok) throw new TypeError(`The documents did not arrive: ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
}

function explain(error) {
  if (typeof WebAssembly !== "object") {
    return "This browser has no WebAssembly, or it is switched off. Current versions of Chrome, Edge, Firefox and Safari have it.";
  }
  if (!navigator.onLine) return "You seem to be offline. Connect, then reload the page.";
  if (error instanceof TypeError) {
    return "A part of the page did not arrive. Check your connection, then reload the page.";
  }
  return "Reloading the page often helps. If it does not, the copy on this server may be incomplete.";
}

function element(name, content, properties = {}) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...[content].flat());
  return made;
}

function report(error) {
  console.error(error);
  // A panic has already said more than we know here.
  if (document.querySelector('[role="alert"]')) return;
  const reload = element("button", "Reload", { type: "button", onclick: () => location.reload() });
  const message = element(
    "div",
    [
      element("h1", "Topic Explorer could not start"),
      element("p", explain(error)),
      element("p", reload),
      element("p", element("small", String(error))),
    ],
    { role: "alert" },
  );
  document.body.replaceChildren(element("main", message, { className: "failure" }));
  reload.focus();
}

start().catch(report);
