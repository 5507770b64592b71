//! Verdicts of sections and codes of boilerplate, as runs of lines.

use engine::Corpus;
use engine::parse::{BlockKind, BoilerplateCode};
use engine::separate::{Analysis, JudgedSection, Verdict};

use crate::Study;
use crate::label::Label;
use crate::lines::blocks_of_lines;

/// What lines of a run have in common.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Source {
    /// Index into the sections of the analysis; `None` where no section has the block.
    Section(Option<usize>),
    /// Page furniture.
    Boilerplate(BoilerplateCode),
}

/// Lines in a row that share their source. Blank lines between them are inside.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Run {
    /// First line, from 1.
    pub first: usize,
    /// Last line, included.
    pub last: usize,
    /// What its lines are.
    pub source: Source,
}

impl Source {
    /// The label of its lines.
    pub fn label(self, analysis: &Analysis) -> Label {
        match self {
            Self::Boilerplate(_) => Label::Boilerplate,
            Self::Section(section) => match section.map(|index| analysis.sections[index].verdict) {
                None | Some(Verdict::OnTopic) => Label::On,
                Some(Verdict::OffTopic) => Label::Off,
                Some(Verdict::Unsure) => Label::Unsure,
            },
        }
    }

    /// The judged section it is, if it is one.
    pub fn section(self, analysis: &Analysis) -> Option<&JudgedSection> {
        match self {
            Self::Section(index) => analysis.sections.get(index?),
            Self::Boilerplate(_) => None,
        }
    }
}

/// The runs of one document, in order; together they hold every line that is not blank once.
pub fn runs(study: &Study, document: usize) -> Vec<Run> {
    runs_of(&study.corpus, &study.analysis, document)
}

/// The same of a corpus and what was found in it.
pub(crate) fn runs_of(corpus: &Corpus, analysis: &Analysis, document: usize) -> Vec<Run> {
    let Some(parsed) = corpus.documents.get(document) else { return Vec::new() };
    let sections = sections_of_blocks(analysis, document, parsed.blocks.len());
    let mut runs: Vec<Run> = Vec::new();
    for (line, block) in blocks_of_lines(parsed) {
        let source = match block {
            Some(block) => match parsed.blocks[block].kind {
                BlockKind::Boilerplate(code) => Source::Boilerplate(code),
                _ => Source::Section(sections[block]),
            },
            None => Source::Section(None),
        };
        match runs.last_mut() {
            Some(run) if run.source == source => run.last = line,
            _ => runs.push(Run { first: line, last: line, source }),
        }
    }
    runs
}

/// The judged sections of a document with their indexes. Sections are in corpus order.
pub fn sections_of(
    analysis: &Analysis,
    document: usize,
) -> impl Iterator<Item = (usize, &JudgedSection)> {
    let before = |end: usize| analysis.sections.partition_point(|s| (s.document as usize) < end);
    let (start, end) = (before(document), before(document + 1));
    (start..end).zip(&analysis.sections[start..end])
}

/// The judged section of each block of a document.
fn sections_of_blocks(analysis: &Analysis, document: usize, blocks: usize) -> Vec<Option<usize>> {
    let mut found = vec![None; blocks];
    for (index, section) in sections_of(analysis, document) {
        if let Some(slots) = found.get_mut(section.blocks()) {
            slots.fill(Some(index));
        }
    }
    found
}
