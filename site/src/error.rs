//! What can go wrong on the way to a site.

use std::path::{Path, PathBuf};
use std::{fmt, io};

/// A result of this crate.
pub type Result<T> = std::result::Result<T, Error>;

/// Why there is no site.
#[derive(Debug)]
pub enum Error {
    /// A file could not be read or written.
    File(PathBuf, io::Error),
    /// The folder of documents gives no pack.
    Folder(folder::Error),
    /// The page that Trunk wrote is not as expected.
    Shell(String),
    /// Bytes that are no kit, for this reason.
    Kit(String),
    /// A picture could not be painted.
    Picture(String),
}

impl Error {
    /// What happened to a file.
    pub(crate) fn file(path: &Path) -> impl FnOnce(io::Error) -> Self {
        move |error| Self::File(path.to_owned(), error)
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(path, error) => write!(f, "{}: {error}", path.display()),
            Self::Folder(error) => error.fmt(f),
            Self::Shell(what) => write!(f, "the built page: {what}"),
            Self::Kit(what) => write!(f, "the page inside is damaged: {what}"),
            Self::Picture(what) => write!(f, "a picture of the page: {what}"),
        }
    }
}

impl std::error::Error for Error {}

impl From<folder::Error> for Error {
    fn from(error: folder::Error) -> Self {
        Self::Folder(error)
    }
}
