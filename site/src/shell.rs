//! The page as Trunk wrote it: its files, and its `index.html` as it is being completed.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use crate::markup::{Tag, tags};
use crate::{Error, Result};

/// Files by their names below the folder, parted by `/`.
pub type Files = BTreeMap<String, Vec<u8>>;

/// The page itself.
pub(crate) const PAGE: &str = "index.html";

/// A built page, in memory.
#[derive(Clone, Debug)]
pub struct Shell {
    /// Every file but the page.
    files: Files,
    html: String,
}

/// Where the head of the page ends.
const HEAD_END: &str = "</head>";

impl Shell {
    /// Reads the page in a folder, with everything below it.
    ///
    /// # Errors
    ///
    /// No `index.html` there, one without a head, or a file that cannot be read.
    pub fn read(folder: &Path) -> Result<Self> {
        let mut files = Files::new();
        collect(folder, "", &mut files)?;
        Self::of(files).map_err(|error| match error {
            Error::Shell(what) => Error::Shell(format!("{}: {what}", folder.display())),
            other => other,
        })
    }

    /// The page that these files are.
    ///
    /// # Errors
    ///
    /// No `index.html` among them, or one without a head.
    pub fn of(mut files: Files) -> Result<Self> {
        let page = files.remove(PAGE).ok_or_else(|| Error::Shell(format!("there is no {PAGE}")))?;
        let html = String::from_utf8(page).map_err(|error| Error::Shell(error.to_string()))?;
        if !html.contains(HEAD_END) {
            return Err(Error::Shell(format!("{PAGE} has no {HEAD_END}")));
        }
        Ok(Self { files, html })
    }

    /// The page as it is now.
    pub fn html(&self) -> &str {
        &self.html
    }

    /// The files beside the page.
    pub fn files(&self) -> &Files {
        &self.files
    }

    /// A file that the page names, as `./name` or `name`.
    pub(crate) fn file(&self, link: &str) -> Option<&[u8]> {
        self.files.get(link.strip_prefix("./").unwrap_or(link)).map(Vec::as_slice)
    }

    /// Puts a file beside the page.
    pub fn put(&mut self, name: &str, bytes: Vec<u8>) {
        self.files.insert(name.to_owned(), bytes);
    }

    /// Takes a file away.
    pub(crate) fn remove(&mut self, link: &str) -> Option<Vec<u8>> {
        self.files.remove(link.strip_prefix("./").unwrap_or(link))
    }

    /// Adds to the end of the head.
    pub(crate) fn add_to_head(&mut self, html: &str) {
        self.html = self.html.replacen(HEAD_END, &format!("{html}{HEAD_END}"), 1);
    }

    /// Puts HTML in the place of the first of this text.
    ///
    /// # Errors
    ///
    /// The page does not have it.
    pub(crate) fn replace(&mut self, text: &str, html: &str) -> Result<()> {
        if !self.html.contains(text) {
            return Err(Error::Shell(format!("{PAGE} has no {text}")));
        }
        self.html = self.html.replacen(text, html, 1);
        Ok(())
    }

    /// Every start tag of an element.
    pub(crate) fn tags(&self, element: &str) -> Vec<Tag> {
        tags(&self.html, element)
    }

    /// Writes every start tag of an element as `change` gives it, and leaves those out for which it gives nothing.
    pub(crate) fn rewrite(&mut self, element: &str, change: impl Fn(Tag) -> Option<String>) {
        for tag in self.tags(element).into_iter().rev() {
            let place = tag.place.clone();
            self.html.replace_range(place, &change(tag).unwrap_or_default());
        }
    }

    /// Every file, the page among them.
    pub fn into_files(self) -> Files {
        let mut files = self.files;
        files.insert(PAGE.to_owned(), self.html.into_bytes());
        files
    }
}

/// Whether a folder holds a site, or nothing that could be lost: what [`write`] may do away with.
///
/// # Errors
///
/// The folder cannot be looked into.
pub fn is_free(folder: &Path) -> Result<bool> {
    let worker = folder.join(crate::worker::WORKER);
    if fs::read_to_string(&worker).is_ok_and(|text| crate::worker::is_ours(&text)) {
        return Ok(true);
    }
    match fs::read_dir(folder) {
        Ok(mut entries) => Ok(entries.next().is_none()),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(true),
        Err(error) => Err(Error::file(folder)(error)),
    }
}

/// Writes files into a folder, which is made where it is not there, and takes away what else is in it.
///
/// # Errors
///
/// A file cannot be written or taken away.
pub fn write(files: &Files, folder: &Path) -> Result<()> {
    fs::create_dir_all(folder).map_err(Error::file(folder))?;
    let mut old = Files::new();
    collect(folder, "", &mut old)?;
    let gone: BTreeSet<&String> = old.keys().filter(|name| !files.contains_key(*name)).collect();
    for name in gone {
        let path = below(folder, name);
        fs::remove_file(&path).map_err(Error::file(&path))?;
    }
    for (name, bytes) in files.iter().filter(|(name, bytes)| old.get(*name) != Some(*bytes)) {
        let path = below(folder, name);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent).map_err(Error::file(parent))?;
        }
        fs::write(&path, bytes).map_err(Error::file(&path))?;
    }
    Ok(())
}

fn below(folder: &Path, name: &str) -> PathBuf {
    name.split('/').fold(folder.to_owned(), |path, part| path.join(part))
}

fn collect(folder: &Path, prefix: &str, files: &mut Files) -> Result<()> {
    for entry in fs::read_dir(folder).map_err(Error::file(folder))? {
        let entry = entry.map_err(Error::file(folder))?;
        let path = entry.path();
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if path.is_dir() {
            collect(&path, &format!("{name}/"), files)?;
        } else {
            files.insert(name, fs::read(&path).map_err(Error::file(&path))?);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_read_changed_and_written() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        fs::create_dir(path("parts")).unwrap();
        fs::write(path(PAGE), "<head><link href=a></head><body></body>").unwrap();
        fs::write(path("parts/a.js"), "1").unwrap();
        fs::write(path("old.css"), "2").unwrap();
        let mut shell = Shell::read(folder.path()).unwrap();
        assert_eq!(shell.file("./parts/a.js"), Some(&b"1"[..]));
        shell.put("new/b.js", b"3".to_vec());
        assert_eq!(shell.remove("./old.css"), Some(b"2".to_vec()));
        shell.rewrite("link", |_| None);
        shell.add_to_head("<title>A</title>");
        write(&shell.into_files(), folder.path()).unwrap();
        let html = fs::read_to_string(path(PAGE)).unwrap();
        assert_eq!(html, "<head><title>A</title></head><body></body>");
        assert!(path("new/b.js").exists() && path("parts/a.js").exists());
        assert!(!path("old.css").exists(), "what is no part of the site is gone");
    }

    #[test]
    fn only_a_site_may_be_done_away_with() {
        let folder = tempfile::tempdir().unwrap();
        assert!(is_free(folder.path()).unwrap() && is_free(&folder.path().join("new")).unwrap());
        fs::write(folder.path().join("letters.txt"), "dear").unwrap();
        assert!(!is_free(folder.path()).unwrap());
        fs::write(folder.path().join("sw.js"), "// Somebody else's.").unwrap();
        assert!(!is_free(folder.path()).unwrap());
        let worker = crate::worker::worker(&Files::new());
        fs::write(folder.path().join("sw.js"), worker).unwrap();
        assert!(is_free(folder.path()).unwrap());
        assert!(is_free(&folder.path().join("letters.txt")).is_err());
    }

    #[test]
    fn a_folder_without_a_page_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let error = Shell::read(folder.path()).expect_err("there is nothing");
        assert!(error.to_string().contains("index.html"), "{error}");
        assert!(error.to_string().contains(&folder.path().display().to_string()), "{error}");
    }
}
