// The browser, as the environment names it: `cargo xtask` finds it and passes it on.

import { resolve } from "node:path";
import { chromium } from "playwright-core";

/** A setting that `cargo xtask test e2e` passes on. */
export function setting(name) {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run these by \`cargo xtask test e2e\``);
  return value;
}

/** The release build. */
export const dist = () => resolve(setting("DIST"));

/** Starts the browser without a window. */
export function launch() {
  return chromium.launch({
    executablePath: setting("CHROME"),
    args: (process.env.CHROME_ARGUMENTS ?? "").split(" ").filter(Boolean),
  });
}
