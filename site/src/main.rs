//! Completes what Trunk built: run by Trunk after every build, with the folder of the build in `TRUNK_STAGING_DIR`.
//!
//! Does nothing where `TOPIC_EXPLORER_FINISH` is `later`: whoever set it does more with the build first, and then runs this.
//! `TOPIC_EXPLORER_CORPUS` names another folder of documents than `corpus/`, `TOPIC_EXPLORER_TITLE` what they are called,
//! `TOPIC_EXPLORER_WHOLE` the folder of the page built as one module, for those who save it as one file.

use std::env;
use std::path::Path;
use std::process::ExitCode;

use site::{Error, Result, Shell, languages};

fn main() -> ExitCode {
    match finish() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn finish() -> Result<()> {
    if env::var_os("TOPIC_EXPLORER_FINISH").is_some_and(|when| when == "later") {
        return Ok(());
    }
    let folder = env::var_os("TRUNK_STAGING_DIR")
        .ok_or_else(|| Error::Shell("TRUNK_STAGING_DIR does not say where it is".to_owned()))?;
    let documents = env::var_os("TOPIC_EXPLORER_CORPUS").unwrap_or_else(|| "corpus".into());
    let title = env::var("TOPIC_EXPLORER_TITLE").ok();
    let packed = folder::pack(Path::new(&documents), title.as_deref())?;
    packed.remarks.iter().for_each(|remark| eprintln!("{remark}"));
    let bytes = packed.pack.to_bytes().map_err(|error| Error::Shell(error.to_string()))?;
    let mut shell = Shell::read(Path::new(&folder))?;
    shell.place_pack(&bytes)?;
    shell.place_reader()?;
    if let Some(whole) = env::var_os("TOPIC_EXPLORER_WHOLE") {
        shell.place_form(Path::new(&whole), &languages(&packed.pack.corpus))?;
    }
    shell.save()
}
