//! Corpora as large as one likes, made of the labelled ones: each copy has some of its words renamed, so that documents differ.

use std::fs;
use std::path::{Path, PathBuf};

use crate::error::{Error, Result};
use crate::project;

/// Sections that the labelled English documents come to, so many documents. (Copies of one make a few more than it has.)
const SECTIONS: [usize; 2] = [31, 4];

/// Makes a folder of about so many sections of English text.
pub(crate) fn corpus(sections: usize) -> Result<PathBuf> {
    let [parts, documents] = SECTIONS;
    let number = (sections * documents).div_ceil(parts).max(1);
    write(&sections.to_string(), |written, _| written < number)
}

/// Makes a folder of English text, of so many bytes and what the last document has over them.
pub(crate) fn corpus_of_bytes(bytes: usize) -> Result<PathBuf> {
    write(&format!("{bytes}-bytes"), |_, written| written < bytes)
}

/// Writes documents into an empty folder for as long as they are asked for, which is told how many and how many bytes there are.
fn write(name: &str, more: impl Fn(usize, usize) -> bool) -> Result<PathBuf> {
    let mut texts = Vec::new();
    collect(&project::root().join("tests").join("corpora"), &mut texts)?;
    texts.retain(|text| is_english(text));
    if texts.is_empty() {
        return Err(Error::Unexpected("there is no English labelled text".to_owned()));
    }
    let folder = project::root().join("target").join("scale").join(name);
    if folder.is_dir() {
        fs::remove_dir_all(&folder).map_err(Error::file("empty", &folder))?;
    }
    fs::create_dir_all(&folder).map_err(Error::file("make the folder", &folder))?;
    let (mut index, mut bytes) = (0, 0);
    while more(index, bytes) {
        let text = varied(&texts[index % texts.len()], index / texts.len());
        let path = folder.join(format!("{index:05}.txt"));
        fs::write(&path, &text).map_err(Error::file("write", &path))?;
        (index, bytes) = (index + 1, bytes + text.len());
    }
    Ok(folder)
}

/// The text files of a folder and its folders, in order of their names.
pub(crate) fn collect(folder: &Path, texts: &mut Vec<String>) -> Result<()> {
    let items = fs::read_dir(folder).map_err(Error::file("list", folder))?;
    let mut paths: Vec<PathBuf> = items.filter_map(|item| Some(item.ok()?.path())).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            collect(&path, texts)?;
        } else if path.extension().is_some_and(|ending| ending == "txt") {
            texts.push(fs::read_to_string(&path).map_err(Error::file("read", &path))?);
        }
    }
    Ok(())
}

fn is_english(text: &str) -> bool {
    let words = text.split_whitespace().count();
    50 * text.matches(" the ").count() > words
}

/// The text with about one long word in five of this copy's own. The first copy is the text as it is.
fn varied(text: &str, copy: usize) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    for (at, word) in text.split_inclusive([' ', '\n']).enumerate() {
        let bare = word.trim_end();
        let plain = bare.len() > 4 && bare.bytes().all(|byte| byte.is_ascii_lowercase());
        out.push_str(bare);
        if copy > 0 && plain && (at * 7 + copy * 13).is_multiple_of(5) {
            out.push_str(["a", "en", "ix", "or", "um", "is", "et"][(at + copy) % 7]);
        }
        out.push_str(&word[bare.len()..]);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn copies_differ_and_the_first_is_the_text() {
        let text = "Therapists sometimes weep with people who are weeping\nand nobody knows.\n";
        assert_eq!(varied(text, 0), text);
        assert_ne!(varied(text, 1), varied(text, 2));
        assert_eq!(varied(text, 3).lines().count(), text.lines().count());
    }

    #[test]
    fn as_many_bytes_as_asked_for_and_no_document_more() {
        let folder = corpus_of_bytes(50_000).expect("the labelled texts are there");
        let mut texts = Vec::new();
        collect(&folder, &mut texts).expect("it was just written");
        let sizes: Vec<usize> = texts.iter().map(String::len).collect();
        let sum: usize = sizes.iter().sum();
        assert!(sum >= 50_000 && sum - sizes[sizes.len() - 1] < 50_000, "{sizes:?}");
    }

    #[test]
    fn english_is_told_from_the_rest() {
        assert!(is_english("Where the river meets the sea, the birds are."));
        assert!(!is_english("Wo der Fluss das Meer trifft, sind die Vögel."));
    }
}
