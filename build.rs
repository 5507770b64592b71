//! Packs the documents in `corpus/` and what is found in them natively, for the tests to compare with.

use std::path::Path;
use std::{env, fs};

use engine::count::{Background, count};
use engine::separate::{Settings, separate};

fn main() -> Result<(), String> {
    println!("cargo::rerun-if-changed=corpus");
    let pack = folder::pack(Path::new("corpus"), None).map_err(|error| error.to_string())?.pack;
    let counts = count(&pack.corpus, &Background::Lists(pack.frequencies.clone()));
    let analysis = separate(&pack.corpus, &counts, &Settings::default());
    write("analysis.txt", format!("{analysis:?}").as_bytes())?;
    write("corpus.pack", &pack.to_bytes().map_err(|error| error.to_string())?)
}

/// Writes a file where tests can include it.
fn write(name: &str, bytes: &[u8]) -> Result<(), String> {
    let out = env::var_os("OUT_DIR").ok_or("OUT_DIR is not set")?;
    fs::write(Path::new(&out).join(name), bytes).map_err(|error| error.to_string())
}
