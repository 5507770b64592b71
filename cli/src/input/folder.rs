//! The files of a folder.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::{Input, Listed};

/// Files that say of a folder that it is a corpus of this program: documents beside them are plain text, and the rest of it
/// is about them.
const OWN: [&str; 2] = ["manifest.tsv", "gold.tsv"];

/// The files in a folder and in the folders in it that can be read, in order of their paths.
pub(super) fn files(folder: &Path) -> Result<Vec<Listed>, String> {
    list(folder, OWN.iter().any(|name| folder.join(name).is_file()))
}

/// The files of a corpus of this program, in order of their names.
pub(super) fn texts(folder: &Path) -> Result<Vec<Listed>, String> {
    list(folder, true)
}

fn list(folder: &Path, own: bool) -> Result<Vec<Listed>, String> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_path_buf()];
    while let Some(inner) = open.pop() {
        for path in entries(&inner).map_err(|error| error.to_string())? {
            // A link to a folder could lead around in a ring.
            let linked = path.is_symlink();
            if path.is_dir() && !linked && !own {
                open.push(path);
            } else if path.is_file() && is_taken(&path, own) {
                found.push(path);
            }
        }
    }
    found.sort();
    if found.is_empty() {
        let what = if own { ".txt file" } else { "file that can be read" };
        return Err(format!("no {what} in this folder"));
    }
    let listed = |path: PathBuf| {
        let short = path.strip_prefix(folder).unwrap_or(&path).to_string_lossy().into_owned();
        Listed { short, input: Input::Path(path) }
    };
    Ok(found.into_iter().map(listed).collect())
}

fn entries(folder: &Path) -> io::Result<Vec<PathBuf>> {
    fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path())).collect()
}

fn is_taken(path: &Path, own: bool) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    // Hidden files are not what anybody means by the files of a folder.
    !name.starts_with('.')
        && if own {
            path.extension().is_some_and(|end| end == "txt")
        } else {
            readers::is_known(&name)
        }
}
