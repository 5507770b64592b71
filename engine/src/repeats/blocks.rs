//! The same block in many documents: what no rule of page furniture knows and yet is on every page.

use std::cmp::Reverse;

use rustc_hash::FxHashMap;

use super::documents::Alike;
use crate::Corpus;
use crate::count::DocumentTokens;
use crate::parse::{BlockKind, Document};
use crate::tokenise::fold;

/// Words a block has at the least: shorter ones come again by chance.
const WORDS: usize = 6;

/// Words by which a block is known.
const BEGINNING: usize = 10;

/// Documents it stands in at the least, those that are nearly the same taken as one.
const PAGES: usize = 3;

/// A block, or several in a row, that stand in several documents.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct RepeatedBlock {
    /// Where it stands first: the document, and the first and last of its blocks there.
    pub document: u32,
    /// The first block.
    pub first: u32,
    /// The last block.
    pub last: u32,
    /// Its first words, at most ten, as it has them where it stands for the second time.
    pub begins: String,
    /// The documents it stands in, ascending.
    pub documents: Vec<u32>,
}

/// The blocks that are text, each known by its letters: all that is needed of the texts.
#[derive(Default)]
pub struct Letters {
    /// With the document and the block.
    all: Vec<(u64, u32, u32)>,
    documents: u32,
    /// How those begin that were met again, by their letters; nothing of those that were met once.
    beginnings: FxHashMap<u64, Option<Box<str>>>,
}

impl Letters {
    /// Reads the next document, which is counted.
    pub fn add(&mut self, document: &Document, tokens: &DocumentTokens) {
        for block in 0..document.blocks.len() {
            if is_text(document, block) && tokens.range(block..block + 1).len() >= WORDS {
                let hash = hash(&folded(document, block));
                self.all.push((hash, self.documents, block as u32));
                let again = self.beginnings.contains_key(&hash);
                let beginning = self.beginnings.entry(hash).or_default();
                if again && beginning.is_none() {
                    let text = document.blocks[block].span.of(&document.text);
                    let words: Vec<&str> = text.split_whitespace().take(BEGINNING).collect();
                    *beginning = Some(words.join(" ").into());
                }
            }
        }
        self.documents += 1;
    }
}

/// Finds them. `alike` are documents that are nearly the same: what only these share is no news.
pub(super) fn repeated(corpus: &Corpus, letters: Letters, alike: &[Alike]) -> Vec<RepeatedBlock> {
    let Letters { mut all, mut beginnings, .. } = letters;
    let mut twin: Vec<u32> = (0..corpus.documents.len() as u32).collect();
    for set in alike {
        for document in &set.documents {
            twin[*document as usize] = set.documents[0];
        }
    }
    all.sort_unstable();
    let mut found: Vec<RepeatedBlock> = Vec::new();
    for same in all.chunk_by(|one, other| one.0 == other.0) {
        let (letters, document, block) = same[0];
        let mut documents: Vec<u32> = same.iter().map(|(_, document, _)| *document).collect();
        documents.dedup();
        let mut pages: Vec<u32> = documents.iter().map(|one| twin[*one as usize]).collect();
        pages.sort_unstable();
        pages.dedup();
        if pages.len() >= PAGES {
            let begins = beginnings.remove(&letters).flatten().unwrap_or_default().into();
            found.push(RepeatedBlock { document, first: block, last: block, begins, documents });
        }
    }
    found.sort_by_key(|one| (one.document, one.first));
    let mut joined: Vec<RepeatedBlock> = Vec::new();
    for next in found {
        match joined.last_mut() {
            Some(last) if follows(last, &next, corpus) => last.last = next.last,
            _ => joined.push(next),
        }
    }
    joined.sort_by_key(|one| (Reverse(one.documents.len()), one.document, one.first));
    joined
}

/// Whether one stands right behind another, in the same documents.
fn follows(last: &RepeatedBlock, next: &RepeatedBlock, corpus: &Corpus) -> bool {
    let between = || (last.last + 1..next.first).map(|block| block as usize);
    let document = corpus.documents.get(last.document as usize);
    (last.document, &last.documents) == (next.document, &next.documents)
        && document.is_some_and(|document| between().all(|block| !is_text(document, block)))
}

/// Whether a block is text of its own, no furniture and no heading.
fn is_text(document: &Document, block: usize) -> bool {
    let kind = document.blocks.get(block).map(|block| &block.kind);
    !matches!(kind, None | Some(BlockKind::Boilerplate(_) | BlockKind::Title | BlockKind::Heading))
}

/// The letters and figures of a block: how it is laid out does not matter.
fn folded(document: &Document, block: usize) -> String {
    let text = document.blocks.get(block).map_or("", |block| block.span.of(&document.text));
    let mut folded = fold(text).to_string();
    folded.retain(char::is_alphanumeric);
    folded
}

/// 64-bit FNV-1a.
fn hash(text: &str) -> u64 {
    let step = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    text.bytes().fold(0xcbf2_9ce4_8422_2325, step)
}
