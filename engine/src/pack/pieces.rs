//! A pack on its way out.

use serde::Serialize;

use super::{Head, MAGIC, Pack, START, VERSION, checksum};
use crate::count::DocumentTokens;
use crate::parse::Document;

/// Bytes after which a piece is full: opened between two frames, and few enough pieces of them.
const FULL: usize = 400_000;

/// The pieces of a pack, in order.
pub struct Pieces<'a> {
    pack: &'a Pack,
    next: Next,
    number: u64,
}

enum Next {
    Head,
    /// From this document on.
    Documents(usize),
    Tail,
    End,
}

impl<'a> Pieces<'a> {
    pub(super) fn new(pack: &'a Pack) -> Self {
        Self { pack, next: Next::Head, number: 0 }
    }

    /// Documents from one on, and the first that has no room.
    fn documents(&self, mut at: usize) -> postcard::Result<(Vec<u8>, usize)> {
        let mut bytes = piece();
        while let Some(document) = self.pack.corpus.documents.get(at)
            && bytes.len() < FULL
        {
            let tokens = self.pack.counts.as_ref().and_then(|all| all.documents.get(at));
            bytes = put_document(bytes, document, tokens)?;
            at += 1;
        }
        Ok((bytes, at))
    }

    fn go_on(&mut self) -> postcard::Result<Option<Vec<u8>>> {
        let documents = |at| match at < self.pack.corpus.documents.len() {
            true => Next::Documents(at),
            false => Next::Tail,
        };
        let (bytes, next) = match self.next {
            Next::Head => (head(self.pack)?, documents(0)),
            Next::Documents(at) => {
                let (bytes, at) = self.documents(at)?;
                (bytes, documents(at))
            }
            Next::Tail => (tail(self.pack)?, Next::End),
            Next::End => return Ok(None),
        };
        self.next = next;
        self.number += 1;
        Ok(Some(sealed(bytes, self.number - 1)))
    }
}

impl Iterator for Pieces<'_> {
    /// The error is the serialiser's own: none that a corpus could cause.
    type Item = postcard::Result<Vec<u8>>;

    fn next(&mut self) -> Option<Self::Item> {
        let piece = self.go_on();
        if piece.is_err() {
            self.next = Next::End;
        }
        piece.transpose()
    }
}

/// A piece without its values.
fn piece() -> Vec<u8> {
    let mut bytes = MAGIC.to_vec();
    bytes.push(VERSION);
    bytes.resize(START, 0);
    bytes
}

fn put<T: Serialize>(bytes: Vec<u8>, value: &T) -> postcard::Result<Vec<u8>> {
    postcard::to_extend(value, bytes)
}

/// A piece with what is known of its values once they are there.
fn sealed(mut bytes: Vec<u8>, number: u64) -> Vec<u8> {
    let (head, values) = bytes.split_at_mut(START);
    let (length, sum) = (values.len() as u32, checksum(values).wrapping_add(number));
    let known = &mut head[MAGIC.len() + 1..];
    known[..4].copy_from_slice(&length.to_le_bytes());
    known[4..].copy_from_slice(&sum.to_le_bytes());
    bytes
}

/// The piece before the documents.
fn head(pack: &Pack) -> postcard::Result<Vec<u8>> {
    let Pack { corpus, titles, groups, frequencies, counts, verdicts } = pack;
    let head = Head {
        name: corpus.name.clone(),
        documents: corpus.documents.len() as u32,
        titles: titles.clone(),
        groups: groups.clone(),
        frequencies: frequencies.clone(),
        counted: counts.is_some(),
        judged: verdicts.is_some(),
    };
    put(piece(), &head)
}

/// The piece behind them.
fn tail(pack: &Pack) -> postcard::Result<Vec<u8>> {
    let mut bytes = piece();
    if let Some(counts) = &pack.counts {
        bytes = put(bytes, &(&counts.vocabulary, &counts.surfaces))?;
    }
    if let Some(verdicts) = &pack.verdicts {
        bytes = put(bytes, verdicts)?;
    }
    Ok(bytes)
}

fn put_document(
    bytes: Vec<u8>,
    document: &Document,
    tokens: Option<&DocumentTokens>,
) -> postcard::Result<Vec<u8>> {
    let bytes = put(bytes, document)?;
    match tokens {
        Some(tokens) => put(bytes, tokens),
        None => Ok(bytes),
    }
}

/// A pack that is written while its documents come, for whoever does not keep their texts: the pieces are those of [`Pieces`],
/// the first of which is known last.
pub struct Packing {
    /// The documents for which there is no piece yet.
    bytes: Vec<u8>,
    /// The number of the next piece.
    number: u64,
}

impl Default for Packing {
    fn default() -> Self {
        Self { bytes: piece(), number: 1 }
    }
}

impl Packing {
    /// Adds the next document, counted. Gives a piece of the pack where one is full.
    ///
    /// # Errors
    ///
    /// None that a document could cause: the serialiser's own.
    pub fn add(
        &mut self,
        document: &Document,
        tokens: &DocumentTokens,
    ) -> postcard::Result<Option<Vec<u8>>> {
        self.bytes = put_document(std::mem::take(&mut self.bytes), document, Some(tokens))?;
        Ok((self.bytes.len() >= FULL).then(|| self.seal()))
    }

    fn seal(&mut self) -> Vec<u8> {
        self.number += 1;
        sealed(std::mem::replace(&mut self.bytes, piece()), self.number - 1)
    }

    /// The piece in front of all that were given, and those behind them. Of the documents of the pack, nothing is read.
    ///
    /// # Errors
    ///
    /// None that a corpus could cause: the serialiser's own.
    pub fn finish(mut self, pack: &Pack) -> postcard::Result<(Vec<u8>, Vec<Vec<u8>>)> {
        let mut last = Vec::new();
        if self.bytes.len() > START {
            last.push(self.seal());
        }
        last.push(sealed(tail(pack)?, self.number));
        Ok((sealed(head(pack)?, 0), last))
    }
}
