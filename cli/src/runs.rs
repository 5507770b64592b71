//! Verdicts of sections and codes of boilerplate, as runs of lines.

use anstyle::{AnsiColor, Style};
use engine::parse::{BlockKind, BoilerplateCode, Document};
use engine::separate::{Analysis, JudgedSection, Verdict};

use crate::study::Study;

/// What a line is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Label {
    On,
    Off,
    Unsure,
    Boilerplate,
}

impl Label {
    /// Its name in files.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::On => "on",
            Self::Off => "off",
            Self::Unsure => "unsure",
            Self::Boilerplate => "boilerplate",
        }
    }

    /// Its look at a terminal.
    pub(crate) fn style(self) -> Style {
        match self {
            Self::On => AnsiColor::Green.on_default(),
            Self::Off => AnsiColor::Red.on_default().bold(),
            Self::Unsure => AnsiColor::Yellow.on_default(),
            Self::Boilerplate => Style::new().dimmed(),
        }
    }
}

/// What lines of a run have in common.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Source {
    /// Index into the sections of the analysis; `None` where no section has the block.
    Section(Option<usize>),
    /// Page furniture.
    Boilerplate(BoilerplateCode),
}

/// Lines in a row that share their source. Blank lines between them are inside.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Run {
    /// First line, from 1.
    pub(crate) first: usize,
    /// Last line, included.
    pub(crate) last: usize,
    pub(crate) source: Source,
}

impl Source {
    pub(crate) fn label(self, analysis: &Analysis) -> Label {
        match self {
            Self::Boilerplate(_) => Label::Boilerplate,
            Self::Section(section) => match section.map(|index| analysis.sections[index].verdict) {
                None | Some(Verdict::OnTopic) => Label::On,
                Some(Verdict::OffTopic) => Label::Off,
                Some(Verdict::Unsure) => Label::Unsure,
            },
        }
    }

    pub(crate) fn section(self, analysis: &Analysis) -> Option<&JudgedSection> {
        match self {
            Self::Section(index) => analysis.sections.get(index?),
            Self::Boilerplate(_) => None,
        }
    }
}

/// The runs of one document, in order; together they hold every line that is not blank once.
pub(crate) fn runs(study: &Study, document: usize) -> Vec<Run> {
    let Some(parsed) = study.corpus.documents.get(document) else { return Vec::new() };
    let sections = sections_of_blocks(&study.analysis, document, parsed.blocks.len());
    let mut runs: Vec<Run> = Vec::new();
    let mut offset = 0;
    let mut block = 0;
    for (index, line) in parsed.text.split('\n').enumerate() {
        let end = offset + line.len();
        if !line.trim().is_empty() {
            // Blocks are in text order: those that end before this line are done with.
            while parsed.blocks.get(block).is_some_and(|b| b.span.end as usize <= offset) {
                block += 1;
            }
            let source = match main_block(parsed, block, offset, end) {
                Some(block) => match parsed.blocks[block].kind {
                    BlockKind::Boilerplate(code) => Source::Boilerplate(code),
                    _ => Source::Section(sections[block]),
                },
                None => Source::Section(None),
            };
            match runs.last_mut() {
                Some(run) if run.source == source => run.last = index + 1,
                _ => runs.push(Run { first: index + 1, last: index + 1, source }),
            }
        }
        offset = end + 1;
    }
    runs
}

/// The judged sections of a document with their indexes. Sections are in corpus order.
pub(crate) fn sections_of(
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

/// The block most bytes of a line belong to; of equals the first.
fn main_block(document: &Document, from: usize, start: usize, end: usize) -> Option<usize> {
    let mut best = None;
    let mut most = 0;
    for (index, block) in document.blocks.iter().enumerate().skip(from) {
        let (block_start, block_end) = (block.span.start as usize, block.span.end as usize);
        if block_start >= end {
            break;
        }
        let shared = block_end.min(end).saturating_sub(block_start.max(start));
        if shared > most {
            (best, most) = (Some(index), shared);
        }
    }
    best
}
