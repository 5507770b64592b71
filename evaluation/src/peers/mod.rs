//! Other methods on the same corpora, so that a figure can be set beside something.
//!
//! All of them judge the same units of about 40 words ([`Units`]) and take boilerplate as the parser found it: the
//! comparison is about off-topic text only.

mod centroid;
mod nmf;
mod tfidf;
mod units;

use engine::Corpus;
use engine::parse::BlockKind;

use crate::label::Label;
use crate::labels::Labels;
use crate::lines::blocks_of_lines;
use crate::study::Study;

use self::tfidf::Vectors;
use self::units::Units;

/// A method to compare with.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Peer {
    /// Nothing is off topic.
    AllOn,
    /// TF-IDF vectors, cosine with the sum of the others, Otsu's threshold.
    Centroid,
    /// Non-negative matrix factorisation into two topics; the one with fewer words is off topic.
    Nmf,
}

impl Peer {
    /// Every peer, in the order of the table.
    pub const ALL: [Self; 3] = [Self::AllOn, Self::Centroid, Self::Nmf];

    /// What it is called in tables.
    pub fn name(self) -> &'static str {
        match self {
            Self::AllOn => "all on",
            Self::Centroid => "centroid",
            Self::Nmf => "NMF",
        }
    }
}

/// The units of a corpus with their vectors, made once for all peers.
#[derive(Debug)]
pub struct Peers<'a> {
    corpus: &'a Corpus,
    units: Units,
    vectors: Vectors,
}

impl<'a> Peers<'a> {
    /// Cuts and weighs; what the engine found off topic is not looked at.
    pub fn new(study: &'a Study) -> Self {
        let units = Units::of(&study.corpus, &study.counts);
        let vectors = Vectors::of(&units.terms);
        Self { corpus: &study.corpus, units, vectors }
    }

    /// Labels every line that is not blank. A unit without content words is kept.
    ///
    /// # Errors
    ///
    /// None where `labels` is empty and made for the texts of the study.
    pub fn label(&self, peer: Peer, labels: &mut Labels<Label>) -> Result<(), String> {
        let off = match peer {
            Peer::AllOn => vec![false; self.units.words.len()],
            Peer::Centroid => centroid::off(&self.vectors),
            Peer::Nmf => nmf::off(&self.vectors, &self.units.words),
        };
        for (index, document) in self.corpus.documents.iter().enumerate() {
            for (line, block) in blocks_of_lines(document) {
                let kind = block.map(|block| &document.blocks[block].kind);
                let unit = block.and_then(|block| self.units.of_block[index][block]);
                let label = match kind {
                    Some(BlockKind::Boilerplate(_)) => Label::Boilerplate,
                    _ if unit.is_some_and(|unit| off[unit]) => Label::Off,
                    _ => Label::On,
                };
                labels.fill(index, line, line, label)?;
            }
        }
        Ok(())
    }
}
