//! The page as it was built, as bytes, for programs that make sites of it where nothing can be built.

use std::io::{Read as _, Write as _};

use flate2::read::GzDecoder;
use flate2::{Compression, GzBuilder};
use serde::{Deserialize, Serialize};

use crate::shell::Files;
use crate::{Error, Parts, Result, Shell};

/// What sites are made of, documents aside.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Kit {
    files: Files,
    /// The same page in one module, for a page in one file.
    pub parts: Parts,
}

impl Kit {
    /// Of a page that is not finished, and the parts of the same page built as one module.
    pub fn new(shell: &Shell, parts: Parts) -> Self {
        Self { files: shell.clone().into_files(), parts }
    }

    /// The page.
    ///
    /// # Errors
    ///
    /// Bytes that were no page when they became a kit.
    pub fn shell(&self) -> Result<Shell> {
        Shell::of(self.files.clone())
    }

    /// As bytes: [postcard](https://postcard.jamesmunns.com/wire-format), compressed by gzip.
    ///
    /// # Errors
    ///
    /// None that a page could cause: the serialiser's own.
    pub fn to_bytes(&self) -> Result<Vec<u8>> {
        let plain = postcard::to_allocvec(self).map_err(|error| Error::Kit(error.to_string()))?;
        let mut gzip = GzBuilder::new().write(Vec::new(), Compression::best());
        gzip.write_all(&plain)
            .and_then(|()| gzip.finish())
            .map_err(|error| Error::Kit(error.to_string()))
    }

    /// From the bytes.
    ///
    /// # Errors
    ///
    /// Other bytes than [`Self::to_bytes`] gives.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self> {
        let mut plain = Vec::new();
        let read = GzDecoder::new(bytes).read_to_end(&mut plain);
        read.map_err(|error| Error::Kit(error.to_string()))?;
        postcard::from_bytes(&plain).map_err(|error| Error::Kit(error.to_string()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kit_comes_out_as_it_went_in() {
        let page = ("index.html".to_owned(), b"<head></head>".to_vec());
        let shell = Shell::of([page, ("a.js".to_owned(), b"1".to_vec())].into()).unwrap();
        let parts = Parts { style: "p{}".to_owned(), ..Parts::default() };
        let kit = Kit::new(&shell, parts);
        let bytes = kit.to_bytes().unwrap();
        let opened = Kit::from_bytes(&bytes).unwrap();
        assert_eq!(opened, kit);
        assert_eq!(opened.shell().unwrap().files(), shell.files());
        assert_eq!(bytes, opened.to_bytes().unwrap(), "the same bytes every time");
    }

    #[test]
    fn half_a_kit_is_none() {
        let shell =
            Shell::of([("index.html".to_owned(), b"<head></head>".to_vec())].into()).unwrap();
        let bytes = Kit::new(&shell, Parts::default()).to_bytes().unwrap();
        for part in [&bytes[..bytes.len() / 2], b"", b"nonsense"] {
            assert!(Kit::from_bytes(part).is_err());
        }
    }
}
