// Keeps this version of the site, so that it opens without a network: exactly the files below, each checked against its hash.
// A version is never mixed with another: the page comes from this version's cache alone, everything else by names that say
// what is in it.
"use strict";

const VERSION = "%VERSION%";
const PAGE = "./";
// What these names begin with is too much to be fetched before anybody needs it, and the same for good once it is.
const LATER = [%LATER%];
const FILES = [
  // %FILES%
];

const address = (name) => new URL(name, registration.scope).href;
const PREFIX = `topic-explorer ${registration.scope} `;
const CACHE = PREFIX + VERSION;

addEventListener("install", (event) => event.waitUntil(fill()));
addEventListener("activate", (event) => event.waitUntil(tidy()));
addEventListener("message", ({ data }) => {
  if (data === "take over") skipWaiting();
});

addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  url.hash = "";
  url.search = "";
  if (request.method !== "GET" || !url.href.startsWith(registration.scope)) return;
  if (request.mode !== "navigate") event.respondWith(kept(request));
  else if ([address(PAGE), address("index.html")].includes(url.href)) event.respondWith(page(request));
});

// Fails as a whole where a single file is missing or another than it should be, as in the middle of a deploy; the browser
// tries again at the next visit.
async function fill() {
  const cache = await caches.open(CACHE);
  await Promise.all(
    FILES.map(async ([name, integrity]) => {
      const url = address(name);
      const own = await cache.match(url);
      if (own) return;
      // What an earlier version had under this name is the same file.
      const known = name === PAGE ? undefined : await caches.match(url);
      await cache.put(url, known ?? (await load(url, integrity, name === PAGE)));
    }),
  );
}

async function load(url, integrity, isPage) {
  const answer = await fetch(url, { integrity, cache: isPage ? "no-cache" : "default" });
  if (!answer.ok) throw new TypeError(`${url}: ${answer.status}`);
  return answer;
}

// The version before stays: pages of it may still be open in other tabs and ask for their parts.
async function tidy() {
  const own = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE);
  await Promise.all(own.slice(0, -1).map((name) => caches.delete(name)));
}

async function page(request) {
  const cache = await caches.open(CACHE);
  return (await cache.match(address(PAGE))) ?? fetch(request);
}

async function kept(request) {
  const own = await caches.match(request);
  if (own) return own;
  const answer = await fetch(request);
  if (answer.ok && LATER.some((start) => request.url.startsWith(address(start)))) {
    const cache = await caches.open(CACHE);
    await cache.put(request, answer.clone());
  }
  return answer;
}
