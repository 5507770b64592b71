//! Files, folders and standard input.

mod folder;

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

    /// What it stands for: itself, or the files of a folder.
    pub(crate) fn files(&self) -> Result<Vec<Listed>, String> {
        match self {
            Self::Path(path) if path.is_dir() => folder::files(path),
            _ => Ok(vec![Listed { short: self.short_name(), input: self.clone() }]),
        }
    }

    /// The text of a file or of standard input, which has to be UTF-8.
    pub(crate) fn text(&self) -> Result<String, String> {
        String::from_utf8(self.bytes()?).map_err(|error| {
            format!("not UTF-8 text: byte {} does not fit", error.utf8_error().valid_up_to() + 1)
        })
    }

    /// What is in a file or comes from standard input.
    pub(crate) fn bytes(&self) -> Result<Vec<u8>, String> {
        let bytes = match self {
            Self::Stdin => read_all(io::stdin().lock(), 0),
            Self::Path(path) => fs::File::open(path).and_then(|file| {
                let size = file.metadata()?.len();
                read_all(file, size)
            }),
        };
        bytes.map_err(|error| error.to_string())
    }
}

/// A file to be read.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Listed {
    /// Its name, from the folder that was asked for.
    pub(crate) short: String,
    /// Where it is.
    pub(crate) input: Input,
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

/// The plain text of a corpus that people labelled; what cannot be read is reported and left out.
pub(crate) fn texts(folder: &Path, problems: &mut Problems) -> Vec<Text> {
    let input = Input::Path(folder.to_owned());
    let files = folder::texts(folder).unwrap_or_else(|reason| {
        problems.report(format_args!("{input}: {reason}"));
        Vec::new()
    });
    let mut texts = Vec::new();
    for Listed { short, input } in files {
        match input.text() {
            Ok(text) => texts.push(Text { name: short, text }),
            Err(reason) => problems.report(format_args!("{input}: {reason}")),
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
