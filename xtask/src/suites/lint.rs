//! Formatting and lints, for this machine and for the browser.

use std::process::Command;

use super::tally::Tally;
use crate::error::Result;
use crate::project::{WASM, cargo};
use crate::run::{run as start, step};
use crate::tools::wasm_target;

/// The packages that run in a browser.
const PAGES: [&str; 6] =
    ["--package", "topic-explorer", "--package", "topic-worker", "--package", "bare-page"];

fn check(what: &str, command: &mut Command) -> Tally {
    step(what);
    let result = start(command);
    if let Err(error) = &result {
        eprintln!("error: {error}");
    }
    Tally::one(result.is_ok())
}

pub(super) fn run() -> Result<Tally> {
    wasm_target()?;
    let mut sum = check("Checking the format", cargo().args(["fmt", "--all", "--check"]));
    let clippy = ["clippy", "--quiet", "--locked", "--all-targets"];
    let deny = ["--", "--deny", "warnings"];
    sum += check(
        "Linting for this machine",
        cargo().args(clippy).args(["--workspace", "--features", "topics/site"]).args(deny),
    );
    sum += check(
        "Linting for the browser",
        cargo().args(clippy).args(["--target", WASM]).args(PAGES).args(deny),
    );
    Ok(sum)
}
