//! A folder of documents as a [`Pack`]: what a page is built of.
//!
//! A folder may say more of its documents in `manifest.tsv`: lines of fields parted by tabs, `corpus` and the corpus's name, or
//! a file's name, its language's code (`-` lets it be found) and its title (empty for the document's own). `#` starts a remark.

mod manifest;

use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use engine::Corpus;
use engine::pack::Pack;

use self::manifest::Manifest;

/// The file that says more of the others.
const MANIFEST: &str = "manifest.tsv";

/// Why a folder gives no pack.
#[derive(Debug)]
pub enum Error {
    /// A file or folder could not be read.
    Read(PathBuf, io::Error),
    /// A file is not in UTF-8.
    Encoding(PathBuf),
    /// The manifest's line of this number, from 1, says something that cannot be meant.
    Manifest(PathBuf, usize, String),
    /// There is no document in the folder.
    Empty(PathBuf),
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Read(path, error) => write!(f, "{}: {error}", path.display()),
            Self::Encoding(path) => {
                write!(f, "{}: not UTF-8; save it as UTF-8 and try again", path.display())
            }
            Self::Manifest(path, line, what) => {
                write!(f, "{}, line {line}: {what}", path.display())
            }
            Self::Empty(path) => write!(f, "{}: there is no .txt file in it", path.display()),
        }
    }
}

impl std::error::Error for Error {}

/// Packs the text files of a folder, in order of their names. A `title` stands before the manifest's name of the corpus.
///
/// # Errors
///
/// A file that cannot be read or is not in UTF-8, a manifest that cannot be meant, a folder without documents.
pub fn pack(folder: &Path, title: Option<&str>) -> Result<Pack, Error> {
    let manifest = Manifest::read(&folder.join(MANIFEST))?;
    let name = title.map(str::to_owned).or(manifest.name).unwrap_or_else(|| "Documents".to_owned());
    let mut corpus = Corpus { name, documents: Vec::new() };
    let mut titles = Vec::new();
    for file in text_files(folder)? {
        let path = folder.join(&file);
        let bytes = fs::read(&path).map_err(|error| Error::Read(path.clone(), error))?;
        let text = String::from_utf8(bytes).map_err(|_| Error::Encoding(path))?;
        let entry = manifest.entries.iter().find(|entry| entry.file == file);
        let language = entry.and_then(|entry| entry.language);
        corpus.documents.push(engine::parse::parse(&file, text, language));
        titles.push(entry.map(|entry| entry.title.clone()).unwrap_or_default());
    }
    if corpus.documents.is_empty() {
        return Err(Error::Empty(folder.to_owned()));
    }
    Ok(Pack::new(corpus, titles))
}

/// The names of the text files in a folder, in order.
fn text_files(folder: &Path) -> Result<Vec<String>, Error> {
    let failed = |error| Error::Read(folder.to_owned(), error);
    let mut names = Vec::new();
    for item in fs::read_dir(folder).map_err(failed)? {
        let name = item.map_err(failed)?.file_name().to_string_lossy().into_owned();
        if name.ends_with(".txt") {
            names.push(name);
        }
    }
    names.sort();
    Ok(names)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(files: &[(&str, &[u8])]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for (name, bytes) in files {
            fs::write(folder.path().join(name), bytes).unwrap();
        }
        folder
    }

    #[test]
    fn documents_stand_in_order_with_what_the_manifest_says() {
        let manifest = b"# remark\ncorpus\tA pile\nb.txt\tde\tZweites\n";
        let files: [(&str, &[u8]); 4] = [
            ("b.txt", b"Ein Text."),
            ("a.txt", b"A text."),
            ("c.html", b"left alone"),
            ("manifest.tsv", manifest),
        ];
        let folder = folder(&files);
        let packed = pack(folder.path(), None).unwrap();
        let names: Vec<&str> = packed.corpus.documents.iter().map(|d| d.name.as_str()).collect();
        assert_eq!((packed.corpus.name.as_str(), names), ("A pile", vec!["a.txt", "b.txt"]));
        assert_eq!(packed.titles, ["", "Zweites"]);
        assert_eq!(packed.corpus.documents[1].language.code(), "de");
        assert_eq!(pack(folder.path(), Some("Mine")).unwrap().corpus.name, "Mine");
    }

    #[test]
    fn what_is_wrong_is_named() {
        let said = |files: &[(&str, &[u8])]| {
            pack(folder(files).path(), None).expect_err("it is wrong").to_string()
        };
        assert!(said(&[]).ends_with("there is no .txt file in it"));
        assert!(said(&[("a.txt", b"\xff\xfe")]).contains("a.txt: not UTF-8"));
        let said = said(&[("a.txt", b"A."), ("manifest.tsv", b"corpus\tX\na.txt\txx\tA\n")]);
        assert!(said.contains("manifest.tsv, line 2: `xx` is no language"), "{said}");
    }
}
