//! What a folder says of its documents.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use engine::language::Language;

use crate::Error;

/// What a manifest says.
#[derive(Debug, Default)]
pub(crate) struct Manifest {
    /// The corpus's name.
    pub(crate) name: Option<String>,
    /// What is said of files.
    pub(crate) entries: Vec<Entry>,
}

/// A file, its language and its title.
#[derive(Debug)]
pub(crate) struct Entry {
    pub(crate) file: String,
    pub(crate) language: Option<Language>,
    pub(crate) title: String,
}

impl Manifest {
    /// Reads a manifest. A folder without one is fine.
    pub(crate) fn read(path: &Path) -> Result<Self, Error> {
        let text = match fs::read_to_string(path) {
            Ok(text) => text,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Self::default()),
            Err(error) => return Err(Error::Read(path.to_owned(), error)),
        };
        let mut manifest = Self::default();
        for (index, line) in text.lines().enumerate() {
            if line.trim().is_empty() || line.starts_with('#') {
                continue;
            }
            manifest
                .take(line)
                .map_err(|what| Error::Manifest(path.to_owned(), index + 1, what))?;
        }
        Ok(manifest)
    }

    fn take(&mut self, line: &str) -> Result<(), String> {
        match line.split('\t').collect::<Vec<_>>()[..] {
            ["corpus", title] => self.name = Some(title.trim().to_owned()),
            [file, code, title] => self.entries.push(Entry {
                file: file.to_owned(),
                language: language(code)?,
                title: title.trim().to_owned(),
            }),
            _ => {
                return Err(
                    "expected `corpus TAB name` or `file TAB language TAB title`".to_owned()
                );
            }
        }
        Ok(())
    }
}

/// A language by its code; `-` leaves it to be found.
fn language(code: &str) -> Result<Option<Language>, String> {
    match code {
        "-" => Ok(None),
        code => match Language::from_code(code) {
            Some(language) => Ok(Some(language)),
            None => Err(format!("`{code}` is no language this program knows")),
        },
    }
}
