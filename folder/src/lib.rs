//! A folder of documents as a [`Pack`]: what a page is built of.
//!
//! A folder may say more of its documents in `manifest.tsv`: lines of fields parted by tabs, `corpus` and the corpus's name, or
//! a file's name, its language's code (`-` lets it be found) and its title (empty for the document's own). `#` starts a remark.

mod manifest;

use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use engine::pack::Pack;
use engine::parse::parse_with;
use engine::{Corpus, Groups};
use readers::{File, Found, Names, Settings, folders, is_known};

use self::manifest::Manifest;

/// The file that says more of the others.
const MANIFEST: &str = "manifest.tsv";

/// Files at the top that are about the folder, not of it.
const ASIDE: [&str; 3] = [MANIFEST, "gold.tsv", "README.md"];

/// Why a folder gives no pack.
#[derive(Debug)]
pub enum Error {
    /// A file or folder could not be read.
    Read(PathBuf, io::Error),
    /// The manifest's line of this number, from 1, says something that cannot be meant.
    Manifest(PathBuf, usize, String),
    /// There is no document in the folder.
    Empty(PathBuf),
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Read(path, error) => write!(f, "{}: {error}", path.display()),
            Self::Manifest(path, line, what) => {
                write!(f, "{}, line {line}: {what}", path.display())
            }
            Self::Empty(path) => write!(f, "{}: there is no document in it", path.display()),
        }
    }
}

impl std::error::Error for Error {}

/// A pack, and what is to be said of files, a line each: those that gave nothing, and what was decided of others.
#[derive(Debug)]
pub struct Packed {
    /// The documents.
    pub pack: Pack,
    /// What is to be said.
    pub remarks: Vec<String>,
}

/// Packs the documents of a folder and of the folders in it, in order of their paths: every kind of file that
/// [`readers`] reads. A `title` stands before the manifest's name of the corpus. Hidden files are left out, and at the
/// top a `README.md` and a `gold.tsv` of labels, which are about the folder. Documents are grouped by the column of a table that
/// tells groups apart, and where none does by the folder they stand in.
///
/// # Errors
///
/// A folder that cannot be read, a manifest that cannot be meant, no document at all. A file that cannot be read is a remark.
pub fn pack(folder: &Path, title: Option<&str>) -> Result<Packed, Error> {
    let manifest = Manifest::read(&folder.join(MANIFEST))?;
    let name = title.map(str::to_owned).or(manifest.name).unwrap_or_else(|| "Documents".to_owned());
    let mut corpus = Corpus { name, documents: Vec::new() };
    let (mut titles, mut remarks, mut names) = (Vec::new(), Vec::new(), Names::default());
    let mut columns = Vec::new();
    for path in files(folder)? {
        let entry = manifest.entries.iter().find(|entry| entry.file == path);
        let bytes = match fs::read(folder.join(&path)) {
            Ok(bytes) => bytes,
            Err(error) => {
                remarks.push(format!("{path}: {error}"));
                continue;
            }
        };
        for found in File::new(&path, bytes, &Settings::default()) {
            let source = match found {
                Found::Source(source) => source,
                Found::Note(note) => {
                    remarks.push(note.to_string());
                    continue;
                }
                Found::Problem(problem) => {
                    remarks.push(problem.to_string());
                    continue;
                }
            };
            let name = names.claim(source.name);
            let language = entry.and_then(|entry| entry.language).or(source.language);
            corpus.documents.push(parse_with(&name, source.text, language, &source.hints));
            let given = entry.map(|entry| entry.title.clone()).filter(|title| !title.is_empty());
            titles.push(given.or(source.title).unwrap_or_default());
            columns.push(source.group);
        }
    }
    if corpus.documents.is_empty() {
        return Err(Error::Empty(folder.to_owned()));
    }
    let paths: Vec<&str> = corpus.documents.iter().map(|one| one.name.as_str()).collect();
    let both = columns.into_iter().zip(folders(&paths));
    let groups = Groups::new(&both.map(|(column, folder)| column.or(folder)).collect::<Vec<_>>());
    Ok(Packed { pack: Pack { groups, ..Pack::new(corpus, titles) }.judged(), remarks })
}

/// The files of a folder and of the folders in it that could be documents: their paths from it, in order.
fn files(folder: &Path) -> Result<Vec<String>, Error> {
    let mut open = vec![String::new()];
    let mut paths = Vec::new();
    while let Some(inner) = open.pop() {
        let here = folder.join(&inner);
        let failed = |error| Error::Read(here.clone(), error);
        for item in fs::read_dir(&here).map_err(failed)? {
            let item = item.map_err(failed)?;
            let name = item.file_name().to_string_lossy().into_owned();
            if name.starts_with('.') || (inner.is_empty() && ASIDE.contains(&name.as_str())) {
                continue;
            }
            let path = if inner.is_empty() { name } else { format!("{inner}/{name}") };
            if item.path().is_dir() {
                open.push(path);
            } else if is_known(&path) {
                paths.push(path);
            }
        }
    }
    paths.sort();
    Ok(paths)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(files: &[(&str, &[u8])]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for (name, bytes) in files {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, bytes).unwrap();
        }
        folder
    }

    #[test]
    fn documents_stand_in_order_with_what_the_manifest_says() {
        let manifest = b"# remark\ncorpus\tA pile\nb.txt\tde\tZweites\n";
        let files: [(&str, &[u8]); 6] = [
            ("gold.tsv", b"document\tfirst\tlast\tlabel\na.html\t1\t1\ton\n"),
            ("b.txt", b"Ein Text."),
            ("a.html", b"<title>First</title><p>A text.</p>"),
            ("README.md", b"About the folder."),
            ("picture.png", b"left alone"),
            ("manifest.tsv", manifest),
        ];
        let folder = folder(&files);
        let packed = pack(folder.path(), None).unwrap();
        assert_eq!(packed.remarks, [""; 0]);
        let pack_of = packed.pack;
        let names: Vec<&str> = pack_of.corpus.documents.iter().map(|d| d.name.as_str()).collect();
        assert_eq!((pack_of.corpus.name.as_str(), names), ("A pile", vec!["a.html", "b.txt"]));
        assert_eq!(pack_of.titles, ["First", "Zweites"]);
        assert_eq!(pack_of.corpus.documents[1].language.code(), "de");
        assert_eq!(pack(folder.path(), Some("Mine")).unwrap().pack.corpus.name, "Mine");
    }

    #[test]
    fn documents_are_grouped_by_column_or_by_folder() {
        let files: [(&str, &[u8]); 3] = [
            ("a.txt", b"A."),
            ("old/b.txt", b"B."),
            ("rows.csv", b"text,source\nWords of one,x\nWords of another,y\n"),
        ];
        let pack = pack(folder(&files).path(), None).unwrap().pack;
        assert_eq!(pack.groups.names(), ["old", "x", "y"]);
        let of: Vec<_> = (0..4).map(|document| pack.groups.of(document)).collect();
        assert_eq!(of, [None, Some(0), Some(1), Some(2)]);
    }

    #[test]
    fn what_is_wrong_is_named_and_the_rest_goes_in() {
        let files: [(&str, &[u8]); 2] = [("a.txt", b"A."), ("b.txt", b"\0\x01\x02\0\xff")];
        let packed = pack(folder(&files).path(), None).unwrap();
        assert_eq!((packed.pack.corpus.documents.len(), packed.remarks.len()), (1, 1));
        assert!(packed.remarks[0].starts_with("b.txt: "), "{:?}", packed.remarks);
        let said = |files: &[(&str, &[u8])]| {
            pack(folder(files).path(), None).expect_err("it is wrong").to_string()
        };
        assert!(said(&[]).ends_with("there is no document in it"));
        let said = said(&[("a.txt", b"A."), ("manifest.tsv", b"corpus\tX\na.txt\txx\tA\n")]);
        assert!(said.contains("manifest.tsv, line 2: `xx` is no language"), "{said}");
    }
}
