// What every program here does: the same work some times over, and one line of JSON about it.

import { readFileSync } from "node:fs";

export function setting(name) {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set: start this with \`cargo xtask measure peers\``);
  return value;
}

/** The text, cut into units of about 100 words; a line each. */
export function units() {
  return readFileSync(setting("UNITS"), "utf8").split("\n").filter(Boolean);
}

/** The version of an installed package. */
export function versionOf(name) {
  return JSON.parse(readFileSync(new URL(`node_modules/${name}/package.json`, import.meta.url), "utf8")).version;
}

/**
 * Runs the phases one after the other as often as asked, and prints seconds of each. `begin` is called before each round and not
 * timed. `found` says what the work came to.
 */
export function measure({ id, version, begin = () => {}, phases, found }) {
  const rounds = Array.from({ length: Number(setting("ROUNDS")) }, () => {
    begin();
    const times = Object.entries(phases).map(([phase, work]) => {
      const start = performance.now();
      work();
      return [phase, (performance.now() - start) / 1000];
    });
    return Object.fromEntries(times);
  });
  console.log(JSON.stringify({ id, version, rounds, ...found() }));
}
