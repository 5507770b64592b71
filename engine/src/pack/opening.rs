//! A pack on its way in.

use serde::Deserialize;

use super::{Head, MAGIC, Pack, PackError, START, Tail, VERSION, checksum};
use crate::Corpus;
use crate::count::{Counts, DocumentTokens};
use crate::separate::Analysis;

/// A pack that is being opened, a piece at a time.
#[derive(Debug, Default)]
pub struct Opening {
    pack: Pack,
    /// How many documents there are; `None` before the first piece.
    documents: Option<usize>,
    /// Pieces that are open.
    number: u64,
    whole: bool,
}

impl Opening {
    /// Bytes of a piece that tell its length.
    pub const LOOK: usize = START;

    /// How many bytes the next piece has, which begins like this.
    ///
    /// # Errors
    ///
    /// Bytes that begin no piece of this version, and fewer than [`Self::LOOK`] of one.
    pub fn next_length(&self, beginning: &[u8]) -> Result<usize, PackError> {
        length(beginning).map_err(|error| match self.documents {
            None => error,
            // The first piece said what it is.
            Some(_) => PackError::Damaged,
        })
    }

    /// Opens the next piece; `false` where it was the last.
    ///
    /// # Errors
    ///
    /// Anything but the very piece that follows those before, and a corpus without documents.
    pub fn take(&mut self, piece: &[u8]) -> Result<bool, PackError> {
        if self.next_length(piece)? != piece.len() || self.whole {
            return Err(PackError::Damaged);
        }
        let (head, values) = piece.split_at(START);
        let sum = head.last_chunk().ok_or(PackError::Damaged)?;
        if u64::from_le_bytes(*sum) != checksum(values).wrapping_add(self.number) {
            return Err(PackError::Damaged);
        }
        self.number += 1;
        match self.documents {
            None => self.take_head(values)?,
            Some(documents) if self.pack.corpus.documents.len() < documents => {
                self.take_documents(values, documents)?;
            }
            Some(_) => self.take_tail(values)?,
        }
        Ok(!self.whole)
    }

    fn take_head(&mut self, values: &[u8]) -> Result<(), PackError> {
        let (head, _): (Head, _) = take(values)?;
        if head.documents == 0 {
            return Err(PackError::Empty);
        }
        self.documents = Some(head.documents as usize);
        self.pack = Pack {
            corpus: Corpus { name: head.name, documents: Vec::new() },
            titles: head.titles,
            groups: head.groups,
            frequencies: head.frequencies,
            counts: head.counted.then(Counts::default),
            verdicts: head.judged.then(Analysis::default),
        };
        Ok(())
    }

    fn take_documents(&mut self, mut values: &[u8], documents: usize) -> Result<(), PackError> {
        while !values.is_empty() {
            if self.pack.corpus.documents.len() == documents {
                return Err(PackError::Damaged);
            }
            let document;
            (document, values) = take(values)?;
            self.pack.corpus.documents.push(document);
            if let Some(counts) = &mut self.pack.counts {
                let tokens: DocumentTokens;
                (tokens, values) = take(values)?;
                counts.documents.push(tokens);
            }
        }
        Ok(())
    }

    fn take_tail(&mut self, mut values: &[u8]) -> Result<(), PackError> {
        if let Some(counts) = &mut self.pack.counts {
            let tail: Tail;
            (tail, values) = take(values)?;
            (counts.vocabulary, counts.surfaces) = tail;
        }
        if let Some(verdicts) = &mut self.pack.verdicts {
            (*verdicts, _) = take(values)?;
        }
        self.whole = true;
        Ok(())
    }

    /// What is open so far: whole documents, in order.
    pub fn so_far(&self) -> &Pack {
        &self.pack
    }

    /// The pack, all of it open.
    ///
    /// # Errors
    ///
    /// Pieces are missing.
    pub fn finish(self) -> Result<Pack, PackError> {
        if self.whole { Ok(self.pack) } else { Err(PackError::Damaged) }
    }
}

fn length(beginning: &[u8]) -> Result<usize, PackError> {
    let rest = beginning.strip_prefix(MAGIC).ok_or(PackError::Foreign)?;
    let (version, rest) = rest.split_first().ok_or(PackError::Damaged)?;
    if *version != VERSION {
        return Err(PackError::Version(*version));
    }
    let (length, _) = rest.split_first_chunk().ok_or(PackError::Damaged)?;
    START.checked_add(u32::from_le_bytes(*length) as usize).ok_or(PackError::Damaged)
}

/// The next value, and what follows it.
fn take<'a, T: Deserialize<'a>>(bytes: &'a [u8]) -> Result<(T, &'a [u8]), PackError> {
    postcard::take_from_bytes(bytes).map_err(|_| PackError::Damaged)
}
