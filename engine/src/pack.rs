//! A parsed corpus as one run of bytes: what a page opens, what is saved, what goes from a worker to the page.
//!
//! ```text
//! magic (6 bytes) · version (1) · checksum (8, little-endian: FNV-1a over the rest) · head
//!     · each document, followed by its tokens where they are counted · the terms where they are counted
//!     · topics and verdicts where it is judged
//! ```
//!
//! Everything after the checksum is [postcard](https://postcard.jamesmunns.com/wire-format), one value after the other, so that
//! a large corpus can be opened a document at a time: see [`Opening`].

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::count::{
    Background, CorpusFrequencies, Counts, DocumentTokens, TermId, Vocabulary, count, surfaces,
};
use crate::language::Language;
use crate::parse::Document;
use crate::separate::{Analysis, Settings, separate};
use crate::{Corpus, Groups};

/// What every pack begins with.
const MAGIC: &[u8; 6] = b"topics";

/// The version of the layout. Any other is refused by name.
const VERSION: u8 = 2;

/// Bytes before the head.
const START: usize = MAGIC.len() + 1 + size_of::<u64>();

/// A corpus with what is needed to count it again to the last bit.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pack {
    /// The documents.
    pub corpus: Corpus,
    /// One title a document; empty where the document's own is to be shown.
    pub titles: Vec<String>,
    /// What the documents are grouped by.
    pub groups: Groups,
    /// How common their words are in their language.
    pub frequencies: CorpusFrequencies,
    /// The words counted, where whoever opens the pack may not have the languages' stemmers and stop lists; without them it
    /// counts by itself.
    pub counts: Option<Counts>,
    /// Topics and verdicts as nobody corrected them, without reasons: with them a page opens before it can judge.
    pub verdicts: Option<Analysis>,
}

/// Why bytes are no pack.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum PackError {
    /// They are something else.
    Foreign,
    /// They are of a version that this program does not know.
    Version(u8),
    /// They are cut short, or changed on the way.
    Damaged,
    /// There is no document in them.
    Empty,
}

impl fmt::Display for PackError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Foreign => f.write_str("it is not a saved corpus"),
            Self::Version(_) => f.write_str("it was saved by another version of Topic Explorer"),
            Self::Damaged => f.write_str("it is damaged or incomplete"),
            Self::Empty => f.write_str("there is no document in it"),
        }
    }
}

impl std::error::Error for PackError {}

/// What stands before the documents.
#[derive(Serialize, Deserialize)]
struct Head {
    name: String,
    documents: u32,
    titles: Vec<String>,
    groups: Groups,
    frequencies: CorpusFrequencies,
    counted: bool,
    judged: bool,
}

/// What stands after the documents where they are counted.
type Tail = (Vocabulary, Vec<(String, TermId)>);

impl Pack {
    /// Packs a corpus: with the word frequencies it needs, and counted where it is not all in English, which is all that
    /// every reader of packs can count. Needs the feature `all-languages` to know more than English.
    pub fn new(corpus: Corpus, titles: Vec<String>) -> Self {
        let counts = count(&corpus, &Background::BuiltIn);
        let english = |document: &Document| document.language == Language::English;
        let all_english = corpus.documents.iter().all(english);
        let pack = Self::counted_with(corpus, titles, counts, &Background::BuiltIn);
        Self { counts: if all_english { None } else { pack.counts }, ..pack }
    }

    /// Packs a corpus as it was counted with a background.
    pub fn counted_with(
        corpus: Corpus,
        titles: Vec<String>,
        counts: Counts,
        background: &Background,
    ) -> Self {
        let frequencies = CorpusFrequencies::for_corpus(&corpus, &counts, background);
        let surfaces = surfaces(&corpus, &counts);
        let counts = Some(Counts { surfaces, ..counts });
        let groups = Groups::default();
        Self { corpus, titles, groups, frequencies, counts, verdicts: None }
    }

    /// The same with topics and verdicts.
    pub fn judged(mut self) -> Self {
        let counts = self.counts.clone();
        let known = self.counted();
        let found = separate(&self.corpus, &known, &Settings::default());
        Self { counts, verdicts: Some(found.without_reasons()), ..self }
    }

    /// The words counted: as they were when the corpus was packed, to the last bit.
    pub fn counted(&mut self) -> Counts {
        self.counts
            .take()
            .unwrap_or_else(|| count(&self.corpus, &Background::Lists(self.frequencies.clone())))
    }

    /// The bytes of a pack.
    ///
    /// # Errors
    ///
    /// None that a corpus could cause: the serialiser's own.
    pub fn to_bytes(&self) -> Result<Vec<u8>, postcard::Error> {
        let head = Head {
            name: self.corpus.name.clone(),
            documents: self.corpus.documents.len() as u32,
            titles: self.titles.clone(),
            groups: self.groups.clone(),
            frequencies: self.frequencies.clone(),
            counted: self.counts.is_some(),
            judged: self.verdicts.is_some(),
        };
        // Growing to its size would take up to three times as much on the way.
        let text: usize = self.corpus.documents.iter().map(|document| document.text.len()).sum();
        let mut bytes = Vec::with_capacity(text + text / 4 * 3);
        bytes.extend(MAGIC);
        bytes.push(VERSION);
        bytes.extend([0; size_of::<u64>()]);
        let mut bytes = postcard::to_extend(&head, bytes)?;
        for (index, document) in self.corpus.documents.iter().enumerate() {
            bytes = postcard::to_extend(document, bytes)?;
            if let Some(tokens) = self.counts.as_ref().and_then(|all| all.documents.get(index)) {
                bytes = postcard::to_extend(tokens, bytes)?;
            }
        }
        if let Some(counts) = &self.counts {
            bytes = postcard::to_extend(&(&counts.vocabulary, &counts.surfaces), bytes)?;
        }
        if let Some(verdicts) = &self.verdicts {
            bytes = postcard::to_extend(verdicts, bytes)?;
        }
        let sum = checksum(&bytes[START..]);
        bytes[MAGIC.len() + 1..START].copy_from_slice(&sum.to_le_bytes());
        Ok(bytes)
    }

    /// Opens a pack.
    ///
    /// # Errors
    ///
    /// Anything but the very bytes that [`Self::to_bytes`] gave, and a corpus without documents.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, PackError> {
        let mut opening = Opening::new(bytes)?;
        while opening.open_next()? {}
        opening.finish()
    }
}

/// A pack that is being opened, a document at a time.
#[derive(Debug)]
pub struct Opening<'a> {
    rest: &'a [u8],
    pack: Pack,
    documents: usize,
}

impl<'a> Opening<'a> {
    /// Looks whether bytes are a pack, whole and of this version, and reads its head.
    ///
    /// # Errors
    ///
    /// Anything else, and a corpus without documents.
    pub fn new(bytes: &'a [u8]) -> Result<Self, PackError> {
        let rest = bytes.strip_prefix(MAGIC).ok_or(PackError::Foreign)?;
        let (version, rest) = rest.split_first().ok_or(PackError::Damaged)?;
        if *version != VERSION {
            return Err(PackError::Version(*version));
        }
        let (sum, rest) = rest.split_first_chunk().ok_or(PackError::Damaged)?;
        if u64::from_le_bytes(*sum) != checksum(rest) {
            return Err(PackError::Damaged);
        }
        let (head, rest): (Head, _) = take(rest)?;
        if head.documents == 0 {
            return Err(PackError::Empty);
        }
        let pack = Pack {
            corpus: Corpus { name: head.name, documents: Vec::new() },
            titles: head.titles,
            groups: head.groups,
            frequencies: head.frequencies,
            counts: head.counted.then(Counts::default),
            verdicts: head.judged.then(Analysis::default),
        };
        Ok(Self { rest, pack, documents: head.documents as usize })
    }

    /// Opens the next document; `false` where there is none.
    ///
    /// # Errors
    ///
    /// Bytes that are none.
    pub fn open_next(&mut self) -> Result<bool, PackError> {
        if self.pack.corpus.documents.len() == self.documents {
            return Ok(false);
        }
        let document;
        (document, self.rest) = take(self.rest)?;
        self.pack.corpus.documents.push(document);
        if let Some(counts) = &mut self.pack.counts {
            let tokens: DocumentTokens;
            (tokens, self.rest) = take(self.rest)?;
            counts.documents.push(tokens);
        }
        Ok(true)
    }

    /// How many documents are open, and how many there are.
    pub fn progress(&self) -> (usize, usize) {
        (self.pack.corpus.documents.len(), self.documents)
    }

    /// The pack, all documents open.
    ///
    /// # Errors
    ///
    /// Documents are left, or what should stand after them does not.
    pub fn finish(mut self) -> Result<Pack, PackError> {
        if self.pack.corpus.documents.len() < self.documents {
            return Err(PackError::Damaged);
        }
        if let Some(counts) = &mut self.pack.counts {
            let tail: Tail;
            (tail, self.rest) = take(self.rest)?;
            (counts.vocabulary, counts.surfaces) = tail;
        }
        if let Some(verdicts) = &mut self.pack.verdicts {
            (*verdicts, _) = take(self.rest)?;
        }
        Ok(self.pack)
    }
}

/// The next value, and what follows it.
fn take<'a, T: Deserialize<'a>>(bytes: &'a [u8]) -> Result<(T, &'a [u8]), PackError> {
    postcard::take_from_bytes(bytes).map_err(|_| PackError::Damaged)
}

/// 64-bit FNV-1a, eight bytes at a time: tells damage, not malice.
pub fn checksum(bytes: &[u8]) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    let mut step = |word: u64| hash = (hash ^ word).wrapping_mul(0x0100_0000_01b3).rotate_left(29);
    let (words, rest) = bytes.as_chunks();
    words.iter().for_each(|word| step(u64::from_le_bytes(*word)));
    rest.iter().for_each(|byte| step(u64::from(*byte)));
    step(bytes.len() as u64);
    hash
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::parse;

    fn pack(texts: &[(&str, Language)]) -> Pack {
        let parsed = |(text, language): &(&str, Language)| {
            parse("a.txt", (*text).to_owned(), Some(*language))
        };
        let documents: Vec<Document> = texts.iter().map(parsed).collect();
        let titles = vec![String::new(); documents.len()];
        Pack::new(Corpus { name: "A pile".to_owned(), documents }, titles)
    }

    fn english() -> Pack {
        pack(&[("Tears\n\nTherapists cry.", Language::English), ("They do.", Language::English)])
    }

    #[test]
    fn verdicts_come_with_it_and_are_those_found_anew() {
        let judged = english().judged();
        let mut opened = Pack::from_bytes(&judged.to_bytes().unwrap()).unwrap();
        assert_eq!(opened, judged);
        let counts = opened.counted();
        let anew = separate(&opened.corpus, &counts, &Settings::default());
        assert_eq!(opened.verdicts, Some(anew.without_reasons()));
    }

    #[test]
    fn what_was_packed_comes_out() {
        let mut packed = english();
        packed.groups = Groups::new(&[Some("a".to_owned()), None]);
        assert_eq!(packed.counts, None, "everybody can count English");
        let opened = Pack::from_bytes(&packed.to_bytes().unwrap()).unwrap();
        assert_eq!(opened, packed);
    }

    #[test]
    fn english_is_counted_anew_as_it_was() {
        let mut packed = english();
        let counts = count(&packed.corpus, &Background::BuiltIn);
        assert_eq!(packed.counted(), counts);
    }

    #[test]
    fn other_languages_are_counted_before() {
        let mut packed = pack(&[("Die Tränen der Mütter.", Language::German)]);
        let counts = packed.clone().counts.expect("counted");
        let tear = counts.term_of_surface("tränen").expect("it stands there");
        assert_eq!(counts.vocabulary.terms[tear as usize].form, "tran");
        assert_eq!(counts.term_of_surface("träne"), None);
        let opened = Pack::from_bytes(&packed.to_bytes().unwrap()).unwrap();
        assert_eq!(opened.counts, Some(packed.counted()));
    }

    #[test]
    fn whatever_is_changed_is_noticed() {
        let bytes = english().to_bytes().unwrap();
        for at in 0..bytes.len() {
            let mut changed = bytes.clone();
            changed[at] ^= 1;
            assert!(Pack::from_bytes(&changed).is_err(), "byte {at}");
            assert!(Pack::from_bytes(&bytes[..at]).is_err(), "cut at {at}");
        }
    }

    #[test]
    fn reasons_are_told_apart() {
        let mut bytes = english().to_bytes().unwrap();
        assert_eq!(Pack::from_bytes(b"PK\x03\x04"), Err(PackError::Foreign));
        assert_eq!(Pack::from_bytes(&bytes[..40]), Err(PackError::Damaged));
        bytes[MAGIC.len()] = 9;
        assert_eq!(Pack::from_bytes(&bytes), Err(PackError::Version(9)));
        let empty = pack(&[]).to_bytes().unwrap();
        assert_eq!(Pack::from_bytes(&empty), Err(PackError::Empty));
    }
}
