// Starts the page's WebAssembly module with its documents, says what happened where it cannot, and keeps the page for days
// without a network. The build names files after their content; the links before this script are where those names stand.
"use strict";
{
  const script = document.currentScript;
  const root = document.documentElement;
  const parsed = new Promise((resolve) => document.addEventListener("DOMContentLoaded", resolve));
  // What was drawn beforehand is seen before the module takes the processor. A page nobody looks at paints nothing.
  const painted = parsed.then(() => new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, document.hidden ? 0 : 500);
  }));

  // Before anything is painted: in the colours a person chose, and no other view than the link's.
  try {
    const theme = localStorage.getItem("topic-explorer-theme");
    if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  } catch {
    // Storage is switched off; the page then has the system's colours.
  }
  if (location.hash.length > 1) root.dataset.link = "";

  const address = (selector) => document.querySelector(selector)?.href;

  async function start() {
    if (typeof WebAssembly !== "object") throw new Error("WebAssembly is not available");
    const [glue, pack] = await Promise.all([module(), documents(), painted]);
    glue.open(pack, () => requestAnimationFrame(held()));
    keep().catch(() => undefined);
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

  // What a person did on the page drawn beforehand, for the one that takes its place: the focus, and what they typed.
  function held() {
    // Its own links lead to places in it; what follows # is the view from now on.
    if (location.hash === "#main") history.replaceState(null, "", location.pathname + location.search);
    const { id } = document.activeElement;
    const typed = document.querySelector("#still #search")?.value;
    return () => {
      if (id) document.getElementById(id)?.focus({ preventScroll: true });
      const search = document.getElementById("search");
      if (!typed || !search) return;
      search.value = typed;
      search.dispatchEvent(new InputEvent("input", { bubbles: true }));
    };
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

  async function report(error) {
    console.error(error);
    await parsed;
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

  // Opens without a network from now on, where the browser has that; it is a convenience, so its failure is nobody's trouble.
  async function keep() {
    const { serviceWorker } = navigator;
    if (!serviceWorker || !script.dataset.worker) return;
    const worker = await serviceWorker.register(script.dataset.worker);
    // On a first visit there is no version before.
    const told = () => serviceWorker.controller && worker.waiting && offer(worker);
    worker.addEventListener("updatefound", () => worker.installing?.addEventListener("statechange", told));
    worker.installing?.addEventListener("statechange", told);
    told();
  }

  function offer(worker) {
    if (document.getElementById("update")) return;
    const place = element("div", [], { id: "update", className: "update" });
    place.setAttribute("role", "status");
    document.body.append(place);
    const reload = () => {
      navigator.serviceWorker.addEventListener("controllerchange", () => location.reload());
      // Gone where another tab was quicker.
      if (worker.waiting) worker.waiting.postMessage("take over");
      else location.reload();
    };
    const button = (name, className, onclick) => element("button", name, { type: "button", className, onclick });
    // A frame later: many screen readers miss a live region that comes with its text.
    requestAnimationFrame(() => {
      place.append(
        element("p", "A newer version of this page is ready."),
        button("Reload", "button", reload),
        button("Later", "button button--quiet", () => place.remove()),
      );
    });
  }

  start().catch(report);
}
