//! The page as Trunk wrote it, in a folder.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use crate::hash::named;
use crate::{Error, Result};

/// A built page in its folder, and its `index.html` as it is being completed.
#[derive(Debug)]
pub struct Shell {
    folder: PathBuf,
    html: String,
}

/// Where the head of the page ends.
const HEAD_END: &str = "</head>";

impl Shell {
    /// Reads the page in a folder.
    ///
    /// # Errors
    ///
    /// No `index.html` there, or one without a head.
    pub fn read(folder: &Path) -> Result<Self> {
        let path = folder.join("index.html");
        let html = fs::read_to_string(&path).map_err(Error::file(&path))?;
        if !html.contains(HEAD_END) {
            return Err(Error::Shell(format!("{} has no {HEAD_END}", path.display())));
        }
        Ok(Self { folder: folder.to_owned(), html })
    }

    /// Puts the documents beside the page and says in its head where they are.
    ///
    /// # Errors
    ///
    /// The file cannot be written.
    pub fn place_pack(&mut self, bytes: &[u8]) -> Result<()> {
        let name = named("corpus", "pack", bytes);
        self.write(&name, bytes)?;
        let link = format!(
            "<link rel=\"preload\" href=\"./{name}\" as=\"fetch\" type=\"application/octet-stream\" crossorigin=\"anonymous\">"
        );
        self.add_to_head(&link);
        Ok(())
    }

    /// Adds markup at the end of the head.
    pub(crate) fn add_to_head(&mut self, markup: &str) {
        self.html = self.html.replacen(HEAD_END, &format!("{markup}{HEAD_END}"), 1);
    }

    /// Takes a file away and gives its bytes; `None` where it is not there.
    pub(crate) fn take(&self, name: &str) -> Result<Option<Vec<u8>>> {
        let path = self.folder.join(name);
        match fs::read(&path) {
            Ok(bytes) => {
                fs::remove_file(&path).map_err(Error::file(&path))?;
                Ok(Some(bytes))
            }
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(error) => Err(Error::File(path, error)),
        }
    }

    /// Writes the page as it is now.
    ///
    /// # Errors
    ///
    /// The file cannot be written.
    pub fn save(&self) -> Result<()> {
        self.write("index.html", self.html.as_bytes())
    }

    pub(crate) fn write(&self, name: &str, bytes: &[u8]) -> Result<()> {
        let path = self.folder.join(name);
        fs::write(&path, bytes).map_err(Error::file(&path))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pack_is_beside_the_page_and_linked() {
        let folder = tempfile::tempdir().unwrap();
        let page = folder.path().join("index.html");
        fs::write(&page, "<head><title>A</title></head><body></body>").unwrap();
        let mut shell = Shell::read(folder.path()).unwrap();
        shell.place_pack(b"a").unwrap();
        shell.save().unwrap();
        let html = fs::read_to_string(page).unwrap();
        assert!(html.contains("href=\"./corpus-af63dc4c8601ec8c.pack\""), "{html}");
        assert_eq!(fs::read(folder.path().join("corpus-af63dc4c8601ec8c.pack")).unwrap(), b"a");
    }

    #[test]
    fn a_folder_without_a_page_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let error = Shell::read(folder.path()).expect_err("there is nothing");
        assert!(error.to_string().contains("index.html"), "{error}");
    }
}
