//! Files, folders and standard input to texts with names.

use std::collections::HashSet;
use std::ffi::OsString;
use std::fmt;
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use evaluation::Text;

use crate::problems::Problems;

/// What an argument that names a text stands for.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Input {
    /// `-`.
    Stdin,
    /// A file or a folder.
    Path(PathBuf),
}

/// One more than the largest text read. Spans are 32-bit offsets.
const TOO_LARGE: u64 = u32::MAX as u64;

impl From<OsString> for Input {
    fn from(argument: OsString) -> Self {
        if argument == "-" { Self::Stdin } else { Self::Path(argument.into()) }
    }
}

impl fmt::Display for Input {
    /// No path looks like the name of standard input by accident: `<` has to be quoted in a shell.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Stdin => f.write_str("<stdin>"),
            Self::Path(path) if path.as_os_str().is_empty() => f.write_str("''"),
            Self::Path(path) => write!(f, "{}", path.display()),
        }
    }
}

impl Input {
    /// The file's name without its folder.
    fn short_name(&self) -> String {
        match self {
            Self::Path(path) => {
                path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
            }
            Self::Stdin => self.to_string(),
        }
    }

    /// The files of a folder whose names end in `.txt`, in order of their names; any other input as it is.
    fn files(&self) -> Result<Vec<Self>, String> {
        let Self::Path(path) = self else { return Ok(vec![self.clone()]) };
        if !path.is_dir() {
            return Ok(vec![self.clone()]);
        }
        let listed = fs::read_dir(path).and_then(Iterator::collect::<io::Result<Vec<_>>>);
        let listed = listed.map_err(|error| error.to_string())?;
        let mut files: Vec<PathBuf> = listed.into_iter().map(|entry| entry.path()).collect();
        files.retain(|file| file.extension().is_some_and(|end| end == "txt") && file.is_file());
        files.sort();
        if files.is_empty() {
            return Err("no .txt file in this folder".to_owned());
        }
        Ok(files.into_iter().map(Self::Path).collect())
    }

    /// The text of a file or of standard input.
    pub(crate) fn text(&self) -> Result<String, String> {
        let bytes = match self {
            Self::Stdin => read_all(io::stdin().lock(), 0),
            Self::Path(path) => fs::File::open(path).and_then(|file| {
                let size = file.metadata()?.len();
                read_all(file, size)
            }),
        };
        let bytes = bytes.map_err(|error| error.to_string())?;
        String::from_utf8(bytes).map_err(|error| {
            format!("not UTF-8 text: byte {} does not fit", error.utf8_error().valid_up_to() + 1)
        })
    }
}

/// Reads to the end; `size` is what is known of the length beforehand.
fn read_all(source: impl Read, size: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    if size < TOO_LARGE {
        bytes.reserve_exact(usize::try_from(size).unwrap_or(0));
        source.take(TOO_LARGE).read_to_end(&mut bytes)?;
    }
    if size.max(bytes.len() as u64) >= TOO_LARGE {
        return Err(io::Error::other("4 GiB or more; a document has less"));
    }
    Ok(bytes)
}

/// Reads every input, in order; what cannot be read is reported and left out.
///
/// A document is named by its file; where that name is taken, by its path.
pub(crate) fn read(inputs: &[Input], problems: &mut Problems) -> Vec<Text> {
    let mut texts: Vec<Text> = Vec::new();
    let mut taken: HashSet<String> = HashSet::new();
    for input in inputs {
        let files = input.files().unwrap_or_else(|reason| {
            problems.report(format_args!("{input}: {reason}"));
            Vec::new()
        });
        for file in files {
            match file.text() {
                Ok(text) => {
                    let short = file.short_name();
                    let free = taken.insert(short.clone());
                    texts.push(Text { name: if free { short } else { file.to_string() }, text });
                }
                Err(reason) => problems.report(format_args!("{file}: {reason}")),
            }
        }
    }
    texts
}

/// Whether a folder can be looked into, and why not.
pub(crate) fn check_folder(path: &Path) -> Result<(), String> {
    match fs::metadata(path) {
        Ok(found) if found.is_dir() => Ok(()),
        Ok(_) => Err("not a folder".to_owned()),
        Err(error) => Err(error.to_string()),
    }
}
