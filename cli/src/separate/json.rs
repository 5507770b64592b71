//! The JSON output: everything the rows say, and more.

use serde::Serialize;

use engine::separate::{Contribution, JudgedSection, Verdict};
use evaluation::{Label, Study, sections_of};

use crate::reason::{display, reason, topic_label};

/// The whole output of `topics separate --format json`.
#[derive(Serialize)]
pub(super) struct Separation<'a> {
    documents: Vec<Document<'a>>,
    topics: Vec<Topic<'a>>,
}

#[derive(Serialize)]
struct Document<'a> {
    name: &'a str,
    language: &'static str,
    kind: engine::parse::DocumentKind,
    title: Option<&'a str>,
    runs: Vec<Run>,
    sections: Vec<Section<'a>>,
}

/// The same as a row of the TSV output.
#[derive(Serialize)]
struct Run {
    first: usize,
    last: usize,
    label: &'static str,
    topic: Option<String>,
    score: Option<f64>,
    reason: String,
}

/// A run with what is known of the section it is from, for a line of its own.
#[derive(Serialize)]
pub(super) struct Line<'a> {
    document: &'a str,
    first: usize,
    last: usize,
    reason: String,
    topic_label: Option<String>,
    #[serde(flatten)]
    section: Section<'a>,
}

/// What is not known of a line that is in no section is `None`, so that every object has the same fields.
#[derive(Default, Serialize)]
struct Section<'a> {
    kind: Option<engine::parse::SectionKind>,
    title: Option<&'a str>,
    /// Bytes of the document's text, the second not included.
    bytes: Option<(u32, u32)>,
    topic: Option<u32>,
    label: &'static str,
    score: Option<f64>,
    words: Option<u32>,
    shared: Option<f64>,
    usual: Option<f64>,
    ties: Vec<Weight<'a>>,
    foreign: Vec<Weight<'a>>,
}

#[derive(Serialize)]
struct Weight<'a> {
    term: &'a str,
    count: u32,
    weight: f64,
}

#[derive(Serialize)]
struct Topic<'a> {
    label: &'a [String],
    off_topic: bool,
    sections: usize,
    words: u32,
    /// Signed G² against the rest of the corpus.
    terms: Vec<(&'a str, f64)>,
}

impl<'a> Separation<'a> {
    pub(super) fn of(study: &'a Study, documents: &[Vec<evaluation::Run>]) -> Self {
        let documents = documents.iter().enumerate();
        let documents = documents.map(|(index, runs)| document(study, index, runs));
        let topic = |topic: &'a engine::separate::Topic| Topic {
            label: &topic.label,
            off_topic: topic.off_topic,
            sections: topic.sections.len(),
            words: topic.words,
            terms: topic.terms.iter().map(|(t, g2)| (display(&study.counts, *t), *g2)).collect(),
        };
        let topics = study.analysis.topics.iter().map(topic).collect();
        Self { documents: documents.collect(), topics }
    }
}

fn document<'a>(study: &'a Study, index: usize, runs: &[evaluation::Run]) -> Document<'a> {
    let document = &study.corpus.documents[index];
    let run = |run: &evaluation::Run| {
        let section = run.source.section(&study.analysis);
        Run {
            first: run.first,
            last: run.last,
            label: run.source.label(&study.analysis).name(),
            topic: section.map(|section| topic_label(study, section)),
            score: section.map(|section| section.score),
            reason: reason(study, run.source),
        }
    };
    Document {
        name: &document.name,
        language: document.language.code(),
        kind: document.kind,
        title: document.title.map(|span| span.of(&document.text)),
        runs: runs.iter().map(run).collect(),
        sections: sections_of(&study.analysis, index)
            .map(|(_, judged)| section(study, document, judged))
            .collect(),
    }
}

/// Every run of every document, each for a line of its own.
pub(super) fn lines<'a>(
    study: &'a Study,
    documents: &'a [Vec<evaluation::Run>],
) -> impl Iterator<Item = Line<'a>> {
    study.corpus.documents.iter().zip(documents).flat_map(|(document, runs)| {
        runs.iter().map(|run| {
            let judged = run.source.section(&study.analysis);
            let label = run.source.label(&study.analysis).name();
            Line {
                document: &document.name,
                first: run.first,
                last: run.last,
                reason: reason(study, run.source),
                topic_label: judged.map(|judged| topic_label(study, judged)),
                section: judged.map_or_else(
                    || Section { label, ..Section::default() },
                    |judged| section(study, document, judged),
                ),
            }
        })
    })
}

fn section<'a>(
    study: &'a Study,
    document: &'a engine::parse::Document,
    judged: &'a JudgedSection,
) -> Section<'a> {
    let parsed = document.sections.get(judged.section as usize);
    let blocks = document.blocks.get(judged.blocks()).unwrap_or(&[]);
    let weights = |list: &'a [Contribution]| {
        let weight = |c: &Contribution| Weight {
            term: display(&study.counts, c.term),
            count: c.count,
            weight: c.weight,
        };
        list.iter().map(weight).collect()
    };
    let label = match judged.verdict {
        Verdict::OnTopic => Label::On,
        Verdict::OffTopic => Label::Off,
        Verdict::Unsure => Label::Unsure,
    };
    let is_head = parsed.is_some_and(|section| judged.is_head(section));
    let title = if is_head { document.title } else { parsed.and_then(|section| section.title) };
    Section {
        kind: parsed.map(|section| section.kind),
        title: title.map(|span| span.of(&document.text)),
        bytes: Some((
            blocks.first().map_or(0, |block| block.span.start),
            blocks.last().map_or(0, |block| block.span.end),
        )),
        topic: Some(judged.topic),
        label: label.name(),
        score: Some(judged.score),
        words: Some(judged.words),
        shared: Some(judged.reason.shared),
        usual: Some(judged.reason.usual),
        ties: weights(&judged.reason.ties),
        foreign: weights(&judged.reason.foreign),
    }
}
