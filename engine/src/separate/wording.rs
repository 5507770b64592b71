//! What judging needs to know of the texts themselves.

use rustc_hash::FxHashMap;

use crate::Corpus;
use crate::parse::{Block, BlockKind};

/// Words of a paragraph that count as a copy of another.
const COPY: usize = 8;

/// What judging needs to know of the texts themselves, beside what was counted: which paragraphs are the same word for word, and
/// what was taken from the same site. Whoever is short of memory can do without the texts once this is known.
pub struct Wording {
    /// By document and block the number of the paragraph, the same for the same text; `None` of what is too short to be taken for
    /// a copy, and of what is no paragraph of its own.
    paragraphs: Vec<Box<[Option<u32>]>>,
    /// By document and section the number of the site its text was taken from; `None` where no line says so.
    sources: Vec<Box<[Option<u32>]>>,
}

impl Wording {
    /// What there is to know of the texts of a corpus.
    pub fn of(corpus: &Corpus) -> Self {
        let (mut numbers, mut sites) = (Numbers::default(), Numbers::default());
        let mut wording = Self { paragraphs: Vec::new(), sources: Vec::new() };
        for document in &corpus.documents {
            let text = document.text.as_str();
            let paragraph = |block: &Block| {
                // Quotations are left out: they tie a post to what it answers.
                let apart =
                    matches!(block.kind, BlockKind::Boilerplate(_) | BlockKind::Quotation { .. });
                let words = block.span.of(text);
                let long = !apart && words.split_whitespace().nth(COPY - 1).is_some();
                long.then(|| numbers.of(words))
            };
            wording.paragraphs.push(document.blocks.iter().map(paragraph).collect());
            let sections = document.sections.iter();
            let sources = sections.map(|section| Some(sites.of(section.source?.of(text))));
            wording.sources.push(sources.collect());
        }
        wording
    }

    /// The paragraphs of some blocks of a document.
    pub(super) fn paragraphs(
        &self,
        document: u32,
        blocks: std::ops::Range<u32>,
    ) -> impl Iterator<Item = u32> {
        let all = &self.paragraphs[document as usize];
        all[blocks.start as usize..blocks.end as usize].iter().copied().flatten()
    }

    /// The site that a section of a document was taken from.
    pub(super) fn source(&self, document: u32, section: u32) -> Option<u32> {
        self.sources[document as usize][section as usize]
    }
}

/// Texts, numbered as they are met.
#[derive(Default)]
struct Numbers<'a>(FxHashMap<&'a str, u32>);

impl<'a> Numbers<'a> {
    fn of(&mut self, text: &'a str) -> u32 {
        let next = self.0.len() as u32;
        *self.0.entry(text).or_insert(next)
    }
}
