//! A parsed corpus as bytes: what a page opens, what is saved, what goes from a worker to the page.
//!
//! ```text
//! pack:  piece · piece · …
//! piece: magic (6 bytes) · version (1) · length of what follows the checksum (4, little-endian)
//!        · checksum of that, plus the number of the piece (8) · [postcard](https://postcard.jamesmunns.com/wire-format) values, one after the other
//! ```
//!
//! In the first piece is the head; in those that follow are the documents, each followed by its tokens where they are counted, no
//! document in two pieces; in the last one are the terms where they are counted, and topics and verdicts where it is judged.
//! So a large corpus is written and opened a piece at a time, and never all of it stands beside its bytes: see [`Pieces`] and
//! [`Opening`].

mod opening;
mod pieces;

use std::fmt;

use serde::{Deserialize, Serialize};

pub use self::opening::Opening;
pub use self::pieces::{Packing, Pieces};

use crate::count::{Background, CorpusFrequencies, Counts, TermId, Vocabulary, count, surfaces};
use crate::language::Language;
use crate::parse::Document;
use crate::separate::{Analysis, Settings, separate};
use crate::{Corpus, Groups};

/// What every pack begins with.
const MAGIC: &[u8; 6] = b"topics";

/// The version of the layout. Any other is refused by name.
const VERSION: u8 = 5;

/// Bytes of a piece before its values.
const START: usize = MAGIC.len() + 1 + size_of::<u32>() + size_of::<u64>();

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
        let surfaces = surfaces(&corpus, &counts);
        Self::spelled(corpus, titles, Counts { surfaces, ..counts }, background)
    }

    /// The same where the counts have their [surfaces](Counts::surfaces): the texts may be empty.
    pub fn spelled(
        corpus: Corpus,
        titles: Vec<String>,
        counts: Counts,
        background: &Background,
    ) -> Self {
        let frequencies = CorpusFrequencies::for_corpus(&corpus, &counts, background);
        let counts = Some(counts);
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

    /// The bytes of a pack, a piece at a time.
    pub fn pieces(&self) -> Pieces<'_> {
        Pieces::new(self)
    }

    /// The bytes of a pack.
    ///
    /// # Errors
    ///
    /// None that a corpus could cause: the serialiser's own.
    pub fn to_bytes(&self) -> Result<Vec<u8>, postcard::Error> {
        let mut bytes = Vec::new();
        for piece in self.pieces() {
            bytes.extend(piece?);
        }
        Ok(bytes)
    }

    /// Opens a pack.
    ///
    /// # Errors
    ///
    /// Anything but the very bytes that [`Self::to_bytes`] gave, and a corpus without documents.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, PackError> {
        let (mut opening, mut rest) = (Opening::default(), bytes);
        loop {
            let length = opening.next_length(rest)?;
            let (piece, others) = rest.split_at_checked(length).ok_or(PackError::Damaged)?;
            opening.take(piece)?;
            rest = others;
            if rest.is_empty() {
                break;
            }
        }
        opening.finish()
    }
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
    use crate::count::{Counting, Spellings};
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
    fn a_large_corpus_comes_in_pieces_that_must_all_be_there_in_order() {
        let long = "Therapists cry with those who cry. ".repeat(9_000);
        let packed =
            pack(&[&*long, "They do.", &long, &long].map(|text| (text, Language::English)));
        let pieces: Vec<Vec<u8>> = packed.pieces().map(Result::unwrap).collect();
        assert_eq!(pieces.len(), 4, "the head, twice two documents, what is behind them");
        assert_eq!(packed.to_bytes().unwrap(), pieces.concat());
        let mut opening = Opening::default();
        for (at, piece) in pieces.iter().enumerate() {
            assert_eq!(opening.next_length(&piece[..Opening::LOOK]), Ok(piece.len()));
            assert_eq!(opening.take(piece), Ok(at < 3));
            assert_eq!(opening.so_far().corpus.documents.len(), [0, 3, 4, 4][at]);
        }
        assert!(opening.take(&pieces[3]).is_err(), "that was all");
        assert_eq!(opening.finish(), Ok(packed));
        let damaged =
            |pieces: &[&[u8]]| Pack::from_bytes(&pieces.concat()) == Err(PackError::Damaged);
        let [head, first, second, tail] = [0, 1, 2, 3].map(|at| pieces[at].as_slice());
        assert!(damaged(&[head, first, second]) && damaged(&[head, first, tail]));
        assert!(damaged(&[head, second, first, tail]) && damaged(&[first, second, tail]));
        assert!(damaged(&[head, first, second, tail, tail]));
        assert!(damaged(&[head, first, second, tail, b"and so on"]));
    }

    #[test]
    fn a_pack_written_while_its_documents_come_is_the_same() {
        let long = "Therapists cry with those who cry. ".repeat(9_000);
        for texts in [&["They do."][..], &[&long, "They do.", &long, &long], &[&long, &long]] {
            let texts: Vec<_> = texts.iter().map(|text| (*text, Language::English)).collect();
            let Pack { corpus, titles, .. } = pack(&texts);
            let background = Background::none();
            let (mut counting, mut spellings) = (Counting::default(), Spellings::default());
            let (mut packing, mut documents) = (Packing::default(), Vec::new());
            let (mut pieces, mut without) = (Vec::new(), corpus.clone());
            for document in &corpus.documents {
                let tokens = counting.add(document);
                spellings.add(document, &tokens);
                pieces.extend(packing.add(document, &tokens).unwrap());
                documents.push(tokens);
            }
            without.documents.iter_mut().for_each(|document| document.text.clear());
            let (vocabulary, surfaces) = (counting.vocabulary(&background), spellings.sorted());
            let counts = Counts { vocabulary, documents, surfaces };
            let packed = Pack::spelled(without, titles.clone(), counts, &background);
            let (head, last) = packing.finish(&packed).unwrap();
            let written = [vec![head], pieces, last].concat().concat();
            let counts = count(&corpus, &background);
            let whole = Pack::counted_with(corpus, titles, counts, &background);
            assert!(written == whole.to_bytes().unwrap());
        }
    }

    #[test]
    fn reasons_are_told_apart() {
        let mut bytes = english().to_bytes().unwrap();
        assert_eq!(Pack::from_bytes(b"PK\x03\x04"), Err(PackError::Foreign));
        assert_eq!(Pack::from_bytes(b""), Err(PackError::Foreign));
        assert_eq!(Pack::from_bytes(&bytes[..40]), Err(PackError::Damaged));
        bytes[MAGIC.len()] = 9;
        assert_eq!(Pack::from_bytes(&bytes), Err(PackError::Version(9)));
        let empty = pack(&[]).to_bytes().unwrap();
        assert_eq!(Pack::from_bytes(&empty), Err(PackError::Empty));
    }
}
