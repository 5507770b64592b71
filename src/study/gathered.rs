//! What the page reads off the documents themselves, whatever is found about them.

use engine::Fingerprint;
use engine::count::DocumentTokens;
use engine::pack::Pack;
use engine::parse::{BlockKind, BoilerplateCode, Document};

use super::Figures;

/// What is read off the documents so far. Large corpora are opened some documents at a time, and read as they come.
#[derive(Clone, Debug, Default)]
pub struct Gathered {
    pub(super) fingerprint: Fingerprint,
    pub(super) figures: Figures,
    pub(super) furniture: Vec<(BoilerplateCode, u64)>,
    pub(super) longest: u32,
    /// How many documents were read.
    documents: usize,
}

impl Gathered {
    /// Reads the documents of a counted pack that were not read yet.
    pub fn go_on(&mut self, pack: &Pack) {
        let counted = pack.counts.as_ref().map_or(&[][..], |counts| &counts.documents);
        self.read(&pack.corpus.documents, counted);
    }

    /// The same of documents and their tokens.
    pub(super) fn read(&mut self, documents: &[Document], counted: &[DocumentTokens]) {
        for (at, document) in documents.iter().enumerate().skip(self.documents) {
            self.add(document, counted.get(at));
        }
        self.documents = documents.len();
    }

    fn add(&mut self, document: &Document, counted: Option<&DocumentTokens>) {
        self.fingerprint.add(document);
        let mut all = counted.map_or(0, |counted| counted.len() as u64);
        for block in &document.blocks {
            let BlockKind::Boilerplate(code) = block.kind else { continue };
            let text = block.span.of(&document.text);
            let lines = text.lines().count() as u64;
            self.figures.furniture_lines += lines;
            let words = text.split_whitespace().count() as u64;
            self.figures.furniture_words += words;
            all += words;
            let furniture = &mut self.furniture;
            let known = furniture.iter().position(|(other, _)| *other == code);
            let mut at = known.unwrap_or_else(|| {
                furniture.push((code, 0));
                furniture.len() - 1
            });
            furniture[at].1 += lines;
            // In order as they grow: a general sort is a large part of a small module.
            while at > 0 && furniture[at - 1].1 < furniture[at].1 {
                furniture.swap(at - 1, at);
                at -= 1;
            }
        }
        self.longest = self.longest.max(all as u32);
    }
}
