//! Tests of the page's own code, compiled to WebAssembly, in a headless browser.

use std::fs;
use std::path::{Path, PathBuf};

use super::tally::Tally;
use crate::chrome;
use crate::error::{Error, Result};
use crate::json::quoted;
use crate::project::{WASM, cargo, scratch};
use crate::run::{step, tee};
use crate::tools::{bindgen, wasm_target};

pub(super) fn run() -> Result<Tally> {
    wasm_target()?;
    let browser = chrome::browser()?;
    let driver = chrome::driver(&browser)?;
    let runner = bindgen("wasm-bindgen-test-runner")?;
    let capabilities = capabilities(&browser)?;
    step(format!("Running the tests in {}", browser.display()));
    let mut command = cargo();
    command
        .args(["test", "--locked", "--no-fail-fast", "--target", WASM])
        .args(["--package", "topic-explorer", "--test", "*"])
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", runner)
        .env("CHROMEDRIVER", driver)
        .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", capabilities)
        .env("WASM_BINDGEN_TEST_TIMEOUT", "120");
    let (output, status) = tee(&mut command)?;
    Ok(Tally::of_cargo(&output).checked(status))
}

/// Writes what the driver is to start, and how.
fn capabilities(browser: &Path) -> Result<PathBuf> {
    let arguments: Vec<String> = chrome::ARGUMENTS.iter().map(|word| quoted(word)).collect();
    let text = format!(
        "{{\"goog:chromeOptions\": {{\"binary\": {}, \"args\": [{}]}}}}\n",
        quoted(&browser.to_string_lossy()),
        arguments.join(", "),
    );
    let path = scratch()?.join("webdriver.json");
    fs::write(&path, text).map_err(Error::file("write", &path))?;
    Ok(path)
}
