//! Makes the page that Trunk built quick to open: leaves for later what nobody sees before a click. `cargo xtask dist` runs it
//! before the site is finished.

mod html;
mod module;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

/// A result whose error is a sentence for people.
type Result<T> = std::result::Result<T, String>;

fn main() -> ExitCode {
    let words: Vec<PathBuf> = env::args_os().skip(1).map(PathBuf::from).collect();
    let [module, bindgen, folder] = &words[..] else {
        eprintln!("usage: split-page MODULE.wasm WASM-BINDGEN FOLDER");
        return ExitCode::from(2);
    };
    match finish(module, bindgen, folder) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Replaces module and glue of the page in a folder.
fn finish(module: &Path, bindgen: &Path, folder: &Path) -> Result<()> {
    let page = folder.join("index.html");
    let html = String::from_utf8(read(&page)?).map_err(|error| place(&page, error))?;
    let html = module::split(&html, &read(module)?, bindgen, folder)?;
    write(&page, html.as_bytes())
}

fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).map_err(|error| place(path, error))
}

fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    fs::write(path, bytes).map_err(|error| place(path, error))
}

fn place(path: &Path, what: impl std::fmt::Display) -> String {
    format!("{}: {what}", path.display())
}
