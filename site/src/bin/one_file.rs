//! Makes one file of what Trunk built: `one-file FOLDER FILE`, the folder holding a page that was built as one module and not
//! finished.
//!
//! `TOPIC_EXPLORER_CORPUS` names another folder of documents than `corpus/`, `TOPIC_EXPLORER_TITLE` what they are called.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::Path;
use std::process::ExitCode;

use site::{Content, Error, Parts, Result, Shell, languages, one_file};

fn main() -> ExitCode {
    let arguments: Vec<OsString> = env::args_os().skip(1).collect();
    let [folder, file] = arguments.as_slice() else {
        eprintln!("usage: one-file FOLDER FILE");
        return ExitCode::from(2);
    };
    match make(Path::new(folder), Path::new(file)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn make(folder: &Path, file: &Path) -> Result<()> {
    let documents = env::var_os("TOPIC_EXPLORER_CORPUS").unwrap_or_else(|| "corpus".into());
    let title = env::var("TOPIC_EXPLORER_TITLE").ok();
    let packed = folder::pack(Path::new(&documents), title.as_deref())?;
    packed.remarks.iter().for_each(|remark| eprintln!("{remark}"));
    let corpus = &packed.pack.corpus;
    let bytes = packed.pack.to_bytes().map_err(|error| Error::Shell(error.to_string()))?;
    let title = format!("{} · Topic Explorer", corpus.name);
    let content = Content { pack: Some(&bytes), title: &title, languages: &languages(corpus) };
    let html = one_file(&Parts::of(Shell::read(folder)?)?, &content)?;
    fs::write(file, html).map_err(|error| Error::File(file.to_owned(), error))
}
