//! What judging needs to know of the texts themselves.

use std::num::NonZeroU32;

use rustc_hash::FxHashMap;

use crate::Corpus;
use crate::pack::checksum;
use crate::parse::{Block, BlockKind, Document, Section};

/// Words of a paragraph that count as a copy of another.
const COPY: usize = 8;

/// What judging needs to know of the texts themselves, beside what was counted: which paragraphs are the same word for word, and
/// what was taken from the same site. Whoever is short of memory can do without the texts once this is known.
#[derive(Default)]
pub struct Wording {
    /// By document and block the number of the paragraph, the same for the same text; `None` of what is too short to be taken for
    /// a copy, and of what is no paragraph of its own.
    paragraphs: Vec<Box<[Option<NonZeroU32>]>>,
    /// By document and section the number of the site its text was taken from; `None` where no line says so.
    sources: Vec<Box<[Option<NonZeroU32>]>>,
    numbers: Numbers,
    sites: Numbers,
}

impl Wording {
    /// What there is to know of the texts of a corpus.
    pub fn of(corpus: &Corpus) -> Self {
        let mut wording = Self::default();
        corpus.documents.iter().for_each(|document| wording.add(document));
        wording
    }

    /// Reads the next document.
    pub fn add(&mut self, document: &Document) {
        let (text, Self { numbers, sites, .. }) = (document.text.as_str(), &mut *self);
        let paragraph = |block: &Block| {
            // Quotations are left out: they tie a post to what it answers.
            let apart =
                matches!(block.kind, BlockKind::Boilerplate(_) | BlockKind::Quotation { .. });
            let words = block.span.of(text);
            let long = !apart && words.split_whitespace().nth(COPY - 1).is_some();
            if long { numbers.of(words) } else { None }
        };
        let paragraphs = document.blocks.iter().map(paragraph).collect();
        let source = |section: &Section| sites.of(section.source?.of(text));
        let sources = document.sections.iter().map(source).collect();
        self.paragraphs.push(paragraphs);
        self.sources.push(sources);
    }

    /// By the number of each paragraph whether it stands in more than one document.
    pub(super) fn repeated(&self) -> Vec<bool> {
        // No paragraph has the number 0.
        let mut repeated = vec![false; self.numbers.0.len() + 1];
        let mut last: Vec<Option<usize>> = vec![None; repeated.len()];
        for document in 0..self.paragraphs.len() {
            for paragraph in self.blocks(document).flatten() {
                let last = last[paragraph as usize].replace(document);
                repeated[paragraph as usize] |= last.is_some_and(|last| last != document);
            }
        }
        repeated
    }

    /// The paragraph that each block of a document is.
    pub(super) fn blocks(&self, document: usize) -> impl Iterator<Item = Option<u32>> {
        self.paragraphs[document].iter().map(|block| block.map(NonZeroU32::get))
    }

    /// The paragraphs of some blocks of a document.
    pub(super) fn paragraphs(
        &self,
        document: u32,
        blocks: std::ops::Range<u32>,
    ) -> impl Iterator<Item = u32> {
        let all = &self.paragraphs[document as usize];
        all[blocks.start as usize..blocks.end as usize].iter().flatten().map(|one| one.get())
    }

    /// The site that a section of a document was taken from.
    pub(super) fn source(&self, document: u32, section: u32) -> Option<u32> {
        self.sources[document as usize][section as usize].map(NonZeroU32::get)
    }
}

/// Texts, numbered from 1 as they are met. They are known by 64 bits that depend on all of a text: no two of a million are
/// the same by chance.
#[derive(Default)]
struct Numbers(FxHashMap<u64, NonZeroU32>);

impl Numbers {
    fn of(&mut self, text: &str) -> Option<NonZeroU32> {
        let next = NonZeroU32::new(self.0.len() as u32 + 1)?;
        Some(*self.0.entry(checksum(text.as_bytes())).or_insert(next))
    }
}
