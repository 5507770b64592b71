//! Files, folders and standard input to texts with names.

use std::collections::HashSet;
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use crate::Problems;

/// A text and the name its document goes by.
#[derive(Debug)]
pub(crate) struct Text {
    pub(crate) name: String,
    pub(crate) text: String,
}

/// Largest file read. Spans are 32-bit offsets.
const LARGEST: u64 = u32::MAX as u64;

/// Reads every path, in order; what cannot be read is reported and left out.
///
/// A document is named by its file; where that name is taken, by its path.
pub(crate) fn read(paths: &[PathBuf], problems: &mut Problems) -> Vec<Text> {
    let mut texts: Vec<Text> = Vec::new();
    let mut taken: HashSet<String> = HashSet::new();
    for path in paths {
        for file in files(path, problems) {
            match text(&file) {
                Ok(text) => {
                    let short = file.file_name().unwrap_or(file.as_os_str()).to_string_lossy();
                    let free = taken.insert(short.clone().into_owned());
                    let name = if free { short } else { file.to_string_lossy() };
                    texts.push(Text { name: name.into_owned(), text });
                }
                Err(reason) => problems.report(format_args!("{}: {reason}", file.display())),
            }
        }
    }
    texts
}

/// The files of a folder whose names end in `.txt`, in order of their names; any other path as it is.
pub(crate) fn files(path: &Path, problems: &mut Problems) -> Vec<PathBuf> {
    if !path.is_dir() {
        return vec![path.to_owned()];
    }
    let listed = fs::read_dir(path).and_then(Iterator::collect::<io::Result<Vec<_>>>);
    let mut files: Vec<PathBuf> = match listed {
        Ok(entries) => entries.into_iter().map(|entry| entry.path()).collect(),
        Err(error) => {
            problems.report(format_args!("{}: {error}", path.display()));
            return Vec::new();
        }
    };
    files.retain(|file| file.extension().is_some_and(|ending| ending == "txt") && file.is_file());
    files.sort();
    if files.is_empty() {
        problems.report(format_args!("{}: no .txt file in this folder", path.display()));
    }
    files
}

/// The text of one file, or of standard input for `-`.
pub(crate) fn text(file: &Path) -> Result<String, String> {
    let bytes = if file.as_os_str() == "-" {
        let mut bytes = Vec::new();
        let stdin = io::stdin().lock();
        stdin.take(LARGEST).read_to_end(&mut bytes).map_err(|error| error.to_string())?;
        bytes
    } else {
        let size = fs::metadata(file).map_err(|error| error.to_string())?.len();
        if size >= LARGEST {
            return Err(format!("{size} bytes; a document has at most 4 GiB"));
        }
        fs::read(file).map_err(|error| error.to_string())?
    };
    String::from_utf8(bytes).map_err(|error| {
        format!("not UTF-8 text: byte {} does not fit", error.utf8_error().valid_up_to() + 1)
    })
}
