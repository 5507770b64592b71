//! A corpus as it is kept on a device: its pack, and what was found about it.
//!
//! ```text
//! pack · what was found · how many bytes that is (8, little-endian) · its checksum (8) · magic (8)
//! ```
//!
//! What was found is what stands more than once and the verdicts, each with its length before it. The pack comes first and has a
//! checksum of its own, so it opens even where the rest does not: that can be found again.

use engine::Corpus;
use engine::pack::checksum;
use engine::separate::Analysis;
use serde::{Deserialize, Serialize};

use crate::Repeat;

/// What such bytes end with; the last is the version of the layout.
const MAGIC: &[u8; 8] = b"kept\0\0\0\x01";

/// Bytes behind what was found.
pub const END: usize = 24;

/// What a list of kept corpora says of one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    /// What it is called.
    pub name: String,
    /// How many documents it has.
    pub documents: u32,
    /// How many bytes it takes.
    pub bytes: u64,
    /// When it was kept, in milliseconds since 1970.
    pub date: f64,
    /// How it was looked at when it was kept, as a link without its `#`: the second verdicts in [`Kept`] are those of that link.
    pub link: String,
    /// How it was looked at last, where that is known.
    pub now: Option<String>,
}

/// What was said of one before it was known how it was looked at last.
#[derive(Deserialize)]
struct Earlier {
    name: String,
    documents: u32,
    bytes: u64,
    date: f64,
    link: String,
}

impl Entry {
    /// An entry as [`crate::write`] gives its bytes; `None` where they are none.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        crate::read(bytes).or_else(|| {
            let Earlier { name, documents, bytes, date, link } = crate::read(bytes)?;
            Some(Self { name, documents, bytes, date, link, now: None })
        })
    }

    /// How it was looked at last.
    pub fn view(&self) -> &str {
        self.now.as_deref().unwrap_or(&self.link)
    }
}

/// What was found about a corpus.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Kept {
    /// What stands more than once.
    pub repeats: Vec<Repeat>,
    /// Without any correction, then as the link has them where that is something else.
    pub verdicts: Vec<Analysis>,
}

/// What is to stand behind a pack: what stands more than once, and verdicts as in [`Kept`], each as the bytes of an [`Analysis`].
pub fn seal(repeats: &[Repeat], verdicts: &[Vec<u8>]) -> Vec<u8> {
    let mut bytes = Vec::new();
    // No repeat at all is what these bytes say where they cannot be written.
    let repeats = crate::write(&repeats).unwrap_or_default();
    for found in std::iter::once(&repeats).chain(verdicts) {
        bytes.extend((found.len() as u64).to_le_bytes());
        bytes.extend(found);
    }
    let (length, sum) = (bytes.len(), checksum(&bytes));
    bytes.extend((length as u64).to_le_bytes());
    bytes.extend(sum.to_le_bytes());
    bytes.extend(MAGIC);
    bytes
}

/// The pack, and what was found as far as it is whole. Anything that is none of these bytes comes back as if it were a pack.
pub fn open(bytes: &[u8]) -> (&[u8], Kept) {
    let pack = bytes.len() - behind(bytes, bytes.len());
    (&bytes[..pack], found(&bytes[pack..]))
}

/// How many of so many bytes stand behind the pack; of the bytes themselves only the last [`END`] are looked at. None where
/// they end in something else.
pub fn behind(bytes: &[u8], length: usize) -> usize {
    let end = bytes.len().checked_sub(END).and_then(|from| bytes.get(from..));
    let found = end.filter(|end| end.ends_with(MAGIC)).and_then(|end| number(end, 0));
    let whole = found.and_then(|found| usize::try_from(found).ok()?.checked_add(END));
    whole.filter(|whole| *whole <= length).unwrap_or(0)
}

/// What was found, as it stands behind the pack; nothing where it is damaged.
pub fn found(bytes: &[u8]) -> Kept {
    let end = bytes.len().checked_sub(END).map(|from| bytes.split_at(from));
    let whole = end.filter(|(found, end)| Some(checksum(found)) == number(end, 8));
    whole.and_then(|(found, _)| read(found)).unwrap_or_default()
}

/// The number that stands somewhere in the last bytes.
fn number(end: &[u8], at: usize) -> Option<u64> {
    Some(u64::from_le_bytes(end.get(at..at + 8)?.try_into().ok()?))
}

fn read(bytes: &[u8]) -> Option<Kept> {
    let (repeats, mut rest) = split_first(bytes)?;
    let mut kept = Kept { repeats: crate::read(repeats)?, verdicts: Vec::new() };
    while !rest.is_empty() {
        let (found, behind) = split_first(rest)?;
        kept.verdicts.push(crate::read(found)?);
        rest = behind;
    }
    Some(kept)
}

/// The first of some bytes with their lengths before them, and the others.
fn split_first(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let (length, rest) = bytes.split_first_chunk()?;
    rest.split_at_checked(usize::try_from(u64::from_le_bytes(*length)).ok()?)
}

/// Whether verdicts can be of these documents: every number in them points at something. What another version of the program
/// kept may not.
pub fn fits(found: &Analysis, corpus: &Corpus, terms: usize) -> bool {
    let (mut document, mut block) = (0, 0);
    let sections = found.sections.iter().all(|section| {
        if section.document != document {
            block = 0;
        }
        // In the order of the text, and no block twice.
        let follows = section.document >= document && section.first_block >= block;
        (document, block) = (section.document, section.end_block);
        let reason = section.reason.ties.iter().chain(&section.reason.foreign);
        let parsed = corpus.documents.get(section.document as usize);
        follows
            && section.first_block <= section.end_block
            && (section.topic as usize) < found.topics.len()
            && reason.into_iter().all(|one| (one.term as usize) < terms)
            && parsed.is_some_and(|parsed| {
                section.end_block as usize <= parsed.blocks.len()
                    && (section.section as usize) < parsed.sections.len()
            })
    });
    let topics = found.topics.iter().all(|topic| {
        topic.sections.iter().all(|section| (*section as usize) < found.sections.len())
            && topic.terms.iter().all(|(term, _)| (*term as usize) < terms)
    });
    sections && topics
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::What;
    use engine::count::{Background, Counts, count};
    use engine::pack::{Pack, PackError};
    use engine::parse::parse;
    use engine::separate::{Settings, separate};

    #[test]
    fn an_entry_of_before_it_was_noted_how_a_corpus_was_looked_at_last_is_read() {
        #[derive(Serialize)]
        struct Before(String, u32, u64, f64, String);
        let before = Before("A pile".to_owned(), 5, 700, 1.5, "v=1&thr=2".to_owned());
        let read = Entry::read(&crate::write(&before).expect("bytes")).expect("an entry");
        assert_eq!((read.documents, read.view()), (5, "v=1&thr=2"));
        let later = Entry { now: Some("v=1".to_owned()), ..read };
        let read = Entry::read(&crate::write(&later).expect("bytes"));
        assert_eq!(read.as_ref().map(Entry::view), Some("v=1"));
        assert_eq!(read, Some(later));
        assert_eq!(Entry::read(b"nonsense"), None);
    }

    fn corpus() -> (Corpus, Counts) {
        let texts =
            ["Therapists cry.\n\nThey do, and often.", "Tears are common.", "Boys are tall."];
        let documents = texts.iter().map(|text| parse("a.txt", (*text).to_owned(), None)).collect();
        let corpus = Corpus { name: "A pile".to_owned(), documents };
        let counts = count(&corpus, &Background::none());
        (corpus, counts)
    }

    fn kept() -> (Vec<u8>, Kept, Vec<u8>) {
        let (corpus, counts) = corpus();
        let settings = |threshold| Settings { threshold, ..Settings::default() };
        let found = [0.0, 2.0].map(|threshold| separate(&corpus, &counts, &settings(threshold)));
        let verdicts = found.clone().map(|found| crate::write(&found).expect("bytes"));
        let titles = vec![String::new(); 3];
        let pack = Pack::counted_with(corpus, titles, counts, &Background::none());
        let pack = pack.to_bytes().expect("bytes");
        let what = What::Block("They do, and".to_owned());
        let repeats = vec![Repeat { what, documents: 2, first: vec![("a.txt".to_owned(), 0)] }];
        let sealed = [pack.clone(), seal(&repeats, &verdicts)].concat();
        (pack, Kept { repeats, verdicts: found.to_vec() }, sealed)
    }

    #[test]
    fn what_was_kept_comes_out() {
        let (pack, found, bytes) = kept();
        assert_eq!(open(&bytes), (pack.as_slice(), found));
        let nothing = [pack.clone(), seal(&[], &[])].concat();
        assert_eq!(open(&nothing), (pack.as_slice(), Kept::default()));
    }

    #[test]
    fn no_damage_goes_unnoticed() {
        let (pack, found, bytes) = kept();
        for at in 0..bytes.len() {
            let mut changed = bytes.clone();
            changed[at] ^= 1;
            let (first, opened) = open(&changed);
            let whole = Pack::from_bytes(first).is_ok();
            assert!(!whole || opened == Kept::default() || opened == found, "byte {at}");
            assert_eq!(whole, at >= pack.len() && first.len() == pack.len(), "byte {at}");
            // Cut anywhere, it is no pack.
            assert!(
                Pack::from_bytes(open(&bytes[..at]).0).is_err() || at == pack.len(),
                "cut {at}"
            );
        }
        assert_eq!(Pack::from_bytes(open(b"nothing of ours").0), Err(PackError::Foreign));
        assert_eq!(open(&[]), (&[][..], Kept::default()));
    }

    #[test]
    fn verdicts_of_other_documents_do_not_fit() {
        let (corpus, counts) = corpus();
        let terms = counts.vocabulary.terms.len();
        let found = separate(&corpus, &counts, &Settings::default());
        assert!(fits(&found, &corpus, terms));
        assert!(!fits(&found, &corpus, 1));
        let fewer = Corpus { documents: corpus.documents[..2].to_vec(), ..corpus.clone() };
        assert!(!fits(&found, &fewer, terms));
        let mut other = found.clone();
        other.topics.clear();
        assert!(!fits(&other, &corpus, terms));
        let mut other = found.clone();
        other.sections.swap(0, 1);
        assert!(!fits(&other, &corpus, terms));
    }
}
