//! The module in two: what the page opens with, and what it fetches later.
//!
//! ```text
//! Cargo's module ─▶ first half ─▶ wasm-bindgen ─▶ the names that Trunk gave glue and module
//!                ├▶ later parts, which import functions of the first half
//!                └▶ loader: what the glue imports to fetch them
//! ```

use std::fs;
use std::path::Path;
use std::process::Command;

use site::{named, without_custom};
use wasm_split_cli_support::{Options, transform};

use crate::html::links;
use crate::{Result, place, read, write};

/// What the first half calls the loader before it has its name.
const LOADER: &str = "./loader.js";

/// Splits Cargo's module and writes both parts into the page's folder. Gives the page that links to them.
pub(crate) fn split(html: &str, module: &[u8], bindgen: &Path, folder: &Path) -> Result<String> {
    let preloads = links(html, "modulepreload");
    let glue_link = preloads.first().ok_or("the page links to no glue script")?;
    let glue = glue_link.file().ok_or("the glue script has no address")?;
    let stem = glue.strip_suffix(".js").ok_or_else(|| format!("{glue} is no script"))?;
    let work = folder.with_extension("split");
    let first = work.join("first.wasm");
    let address = format!("./{glue}");
    let mut options = Options::new(module);
    options.output_dir = &work;
    options.main_out_path = &first;
    options.main_module = &address;
    options.link_name = LOADER;
    let parts =
        transform(options).map_err(|error| format!("the module cannot be split: {error:#}"))?;
    let mut loader = text(&work.join(LOADER))?;
    for part in &parts.split_modules {
        let name = place_part(part, folder)?;
        let old = part.file_name().unwrap_or_default().to_string_lossy();
        loader = replaced(&loader, &format!("\"./{old}\""), &format!("\"./{name}\""))?;
    }
    let loader_name = named("loader", "js", loader.as_bytes());
    write(&folder.join(&loader_name), loader.as_bytes())?;
    bind(bindgen, &first, stem, folder)?;
    let path = folder.join(glue);
    let bound = replaced(
        &text(&path)?,
        &format!("from \"{LOADER}\""),
        &format!("from \"./{loader_name}\""),
    )?;
    write(&path, bound.as_bytes())?;
    fs::remove_dir_all(&work).map_err(|error| place(&work, error))?;
    // The glue imports it: asked for together, they arrive together.
    let link = format!("<link rel=\"modulepreload\" href=\"./{loader_name}\" crossorigin>");
    let mut page = html.to_owned();
    page.insert_str(glue_link.at.end, &link);
    Ok(page)
}

/// Writes a later part under a name of its content; gives the name.
fn place_part(part: &Path, folder: &Path) -> Result<String> {
    let bytes = without_custom(&read(part)?).ok_or_else(|| place(part, "not a whole module"))?;
    let stem = part.file_stem().unwrap_or_default().to_string_lossy();
    let name = named(stem.trim_start_matches("split_"), "wasm", &bytes);
    write(&folder.join(&name), &bytes)?;
    Ok(name)
}

/// Writes glue and module of the first half in place of those of the whole.
fn bind(bindgen: &Path, module: &Path, stem: &str, folder: &Path) -> Result<()> {
    let mut command = Command::new(bindgen);
    // The later parts import the linker's table of functions.
    command.args(["--target", "web", "--no-typescript", "--keep-lld-exports"]);
    command.args(["--remove-name-section", "--remove-producers-section", "--out-name", stem]);
    command.arg("--out-dir").arg(folder).arg(module);
    let status = command.status().map_err(|error| place(bindgen, error))?;
    if status.success() { Ok(()) } else { Err(format!("{}: {status}", bindgen.display())) }
}

fn text(path: &Path) -> Result<String> {
    String::from_utf8(read(path)?).map_err(|error| place(path, error))
}

/// The text with something replaced that must be there.
fn replaced(text: &str, from: &str, to: &str) -> Result<String> {
    if text.contains(from) {
        Ok(text.replace(from, to))
    } else {
        Err(format!("no {from} where it was expected"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_without_glue_is_refused() {
        let nowhere = Path::new("nowhere");
        let error = split("<head></head>", b"", nowhere, nowhere).expect_err("there is no glue");
        assert!(error.contains("no glue script"), "{error}");
    }

    #[test]
    fn what_is_to_be_replaced_must_be_there() {
        assert_eq!(replaced("a b a", "a", "c"), Ok("c b c".to_owned()));
        assert!(replaced("a", "b", "c").is_err());
    }
}
