//! Completes what Trunk built: run by Trunk after every build, with the folder of the build in `TRUNK_STAGING_DIR`.
//!
//! | variable | says |
//! |---|---|
//! | `TOPIC_EXPLORER_CORPUS` | another folder of documents than `corpus/` |
//! | `TOPIC_EXPLORER_TITLE` | what they are called |
//! | `TOPIC_EXPLORER_ADDRESS` | where the site will be |
//! | `TOPIC_EXPLORER_FINISH` | `later`: nothing is to be done yet; whoever says so does more with the build, and then runs this |
//! | `TOPIC_EXPLORER_WHOLE` | the folder of the page built as one module and not finished, where the build is not so itself |
//! | `TOPIC_EXPLORER_KIT` | a file to write, from which other programs make sites of this page |
//! | `TOPIC_EXPLORER_DRAFT` | whatever it says: no service worker and no compressed files, for a server whose files change all the time |

use std::env;
use std::fs;
use std::path::Path;
use std::process::ExitCode;

use site::{Error, Kit, Options, Parts, Result, Shell, form, languages};

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
    let folder = Path::new(&folder);
    let documents = env::var_os("TOPIC_EXPLORER_CORPUS").unwrap_or_else(|| "corpus".into());
    let title = env::var("TOPIC_EXPLORER_TITLE").ok();
    let packed = folder::pack(Path::new(&documents), title.as_deref())?;
    packed.remarks.iter().for_each(|remark| eprintln!("{remark}"));
    let bytes = packed.pack.to_bytes().map_err(|error| Error::Shell(error.to_string()))?;
    let shell = Shell::read(folder)?;
    let files = if env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "debug") {
        site::plain(shell, &bytes).into_files()
    } else {
        let address = env::var("TOPIC_EXPLORER_ADDRESS").ok();
        let draft = env::var_os("TOPIC_EXPLORER_DRAFT").is_some();
        let whole = match env::var_os("TOPIC_EXPLORER_WHOLE") {
            Some(folder) => Shell::read(Path::new(&folder))?,
            None => shell.clone(),
        };
        let kit = Kit::new(&shell, Parts::of(whole)?);
        if let Some(file) = env::var_os("TOPIC_EXPLORER_KIT") {
            let written = fs::write(&file, kit.to_bytes()?);
            written.map_err(|error| Error::File(file.into(), error))?;
        }
        let form = form(&kit.parts, &languages(&packed.pack.corpus))?;
        let options = Options { address: address.as_deref(), draft, form: Some(&form) };
        site::site(shell, &bytes, options)?
    };
    site::write(&files, folder)
}
