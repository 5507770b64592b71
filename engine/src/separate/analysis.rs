//! What separation finds: topics, and for each section a verdict with its reasons.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::pins::Pin;
use super::weights::Weights;
use crate::count::TermId;
use crate::parse::Section;

/// Index of a topic in [`Analysis::topics`].
pub type TopicId = u32;

/// Whether a section belongs to what the corpus is about.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize, Deserialize)]
pub enum Verdict {
    /// It belongs.
    OnTopic,
    /// It does not.
    OffTopic,
    /// The evidence is too thin; counted as belonging.
    Unsure,
}

impl Verdict {
    /// Whether text with this verdict stays in the counts.
    pub fn is_kept(self) -> bool {
        self != Self::OffTopic
    }
}

/// What a person may set.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Settings {
    /// How much evidence an off-topic verdict needs, in the units of [`JudgedSection::score`]; higher flags more.
    pub threshold: f64,
    /// What the person said of sections; they keep that verdict and teach the rest.
    pub pins: Vec<Pin>,
    /// The parameters of the method.
    pub weights: Weights,
}

/// A section, or the part of one between two topic shifts, and what was found about it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct JudgedSection {
    /// Index of the document in the corpus.
    pub document: u32,
    /// Index of the parsed section in the document.
    pub section: u32,
    /// First of its blocks. The first section of a document also holds the blocks before it: the title, a menu.
    pub first_block: u32,
    /// One past the last of its blocks.
    pub end_block: u32,
    /// The topic it is part of.
    pub topic: TopicId,
    /// Whether it belongs.
    pub verdict: Verdict,
    /// Log-odds that it belongs, in nats: [`Weights::lean`], its own words, its neighbours, answers from the same site and
    /// what a person said, all heard. Below the threshold it is off topic.
    pub score: f64,
    /// Words in it, boilerplate left out.
    pub words: u32,
    /// Why.
    pub reason: Reason,
}

impl JudgedSection {
    /// Indexes of its blocks in the document.
    pub fn blocks(&self) -> Range<usize> {
        self.first_block as usize..self.end_block as usize
    }

    /// Whether it is no more than what stands above the first section of its document, the title; `parsed` is the section it
    /// counts as a part of.
    pub fn is_head(&self, parsed: &Section) -> bool {
        self.end_block <= parsed.first_block
    }
}

impl Analysis {
    /// The same without reasons: all it takes to show verdicts, in a sixth of the bytes.
    pub fn without_reasons(&self) -> Self {
        let mut bare = self.clone();
        bare.sections.iter_mut().for_each(|section| section.reason = Reason::default());
        bare
    }

    /// Whether any reason is given with its terms.
    pub fn has_terms(&self) -> bool {
        self.sections.iter().any(|section| section.reason.has_terms())
    }

    /// Whether any reason is given, with its terms or without.
    pub fn has_reasons(&self) -> bool {
        self.sections.iter().any(|section| section.reason != Reason::default())
    }
}

/// The numbers behind a verdict.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Reason {
    /// Share of the section's content words, from 0 to 1, that other sections of the main subject use too.
    pub shared: f64,
    /// The same share in the median section of the corpus.
    pub usual: f64,
    /// Log-odds of its own words: the sum of the contributions of all its terms, those not listed here included.
    pub own: f64,
    /// What the rest adds to make it [`JudgedSection::score`].
    pub around: Around,
    /// Terms that tie it to the main subject, strongest first; contributions are positive.
    pub ties: Box<[Contribution]>,
    /// Terms foreign to the main subject, the most telling first: by contribution and rarity. Contributions are negative.
    pub foreign: Box<[Contribution]>,
}

impl Reason {
    /// Terms that are listed on each side where not all are.
    pub const LISTED: usize = 8;

    /// The same with the first of its terms on either side.
    pub fn listed(&self) -> Self {
        let first = |terms: &[Contribution]| terms.iter().take(Self::LISTED).copied().collect();
        Self { ties: first(&self.ties), foreign: first(&self.foreign), ..self.clone() }
    }

    /// Whether it names any term.
    pub fn has_terms(&self) -> bool {
        !self.ties.is_empty() || !self.foreign.is_empty()
    }

    /// The same without its terms, which take more room than all the rest.
    pub fn in_brief(&self) -> Self {
        Self { ties: Box::default(), foreign: Box::default(), ..self.clone() }
    }
}

/// What a score has beside the section's own words, in nats: with those it adds up to [`JudgedSection::score`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Around {
    /// From answers that were taken from the same site.
    pub source: f64,
    /// From what a person said, of it or of its run.
    pub said: f64,
    /// From its neighbours.
    pub neighbours: f64,
    /// From standing word for word in other documents too, [`Weights::inset`]; 0 or less.
    pub inset: f64,
    /// The lean of the method towards belonging, [`Weights::lean`]; in a corpus too small to judge all there is.
    pub lean: f64,
}

impl Around {
    /// Whether most of the section stands word for word in other documents, by the default parameters of the method.
    pub fn is_inset(&self) -> bool {
        self.inset <= -0.5 * Weights::default().inset
    }
}

/// One term's part in a score.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Contribution {
    /// The term.
    pub term: TermId,
    /// How often it stands in the section.
    pub count: u32,
    /// What it adds to the log-odds that the section belongs, in nats.
    pub weight: f64,
}

/// The sections most like one, each with the cosine of the two, from 0 to 1.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Nearest {
    /// The most similar section that was kept, as an index into [`Analysis::sections`].
    pub kept: Option<(u32, f64)>,
    /// The most similar section that is off topic.
    pub off: Option<(u32, f64)>,
}

/// Sections that share vocabulary.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Topic {
    /// Two or three display forms that tell it from the others.
    pub label: Vec<String>,
    /// Whether it is off topic as a whole. A topic never mixes kept and off-topic sections.
    pub off_topic: bool,
    /// Its sections, as indexes into [`Analysis::sections`], in corpus order.
    pub sections: Vec<u32>,
    /// Words in it.
    pub words: u32,
    /// Its most distinctive terms with their signed G² against the rest of the corpus, strongest first.
    pub terms: Vec<(TermId, f64)>,
}

/// The result of separation.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Analysis {
    /// Every section of every document, in corpus order; together they hold every content block once.
    pub sections: Vec<JudgedSection>,
    /// Topics: on-topic ones first, each kind in order of size, largest first.
    pub topics: Vec<Topic>,
}
