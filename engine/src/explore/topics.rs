//! A topic's own page: its terms, its sections, where in the documents it lives.

use std::cmp::Ordering;

use super::selection::{Selection, tokens};
use super::terms::tally::Tally;
use super::terms::{TermOptions, Wanted};
use crate::Corpus;
use crate::count::{Counts, TermId, statistics};
use crate::separate::{Analysis, TopicId};

/// A term of a topic.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TopicTerm {
    /// The term.
    pub term: TermId,
    /// Occurrences in the topic.
    pub count: u32,
    /// Occurrences in the whole corpus.
    pub total: u32,
    /// See [`statistics::relevance`].
    pub relevance: f64,
}

/// The terms of a topic, the most relevant first; of equals the commonest, then by what is shown. None for a topic there
/// is not.
///
/// `lambda` is what how common a term is in the topic counts, against how much of it the topic has: from 0 to 1, and
/// brought there. Of the options the text, figures and the stop list count. Time: one look at each token of the corpus.
pub fn topic_terms(
    corpus: &Corpus,
    counts: &Counts,
    analysis: &Analysis,
    topic: TopicId,
    lambda: f64,
    options: &TermOptions,
) -> Vec<TopicTerm> {
    let tally = Tally::of(counts, analysis, &of_topic(analysis, topic));
    let wanted = Wanted::new(corpus, counts, options);
    // What is not above 0, NaN among it, is 0.
    let lambda = if lambda > 0.0 { lambda.min(1.0) } else { 0.0 };
    let (words, all) = (f64::from(tally.words), f64::from(tally.words_before));
    let listed = tally.terms.iter().enumerate();
    let mut rows: Vec<TopicTerm> = listed
        .filter(|(index, term)| term.after > 0 && wanted.has(*index))
        .map(|(index, term)| {
            let (inside, overall) = (f64::from(term.after) / words, f64::from(term.before) / all);
            TopicTerm {
                term: index as TermId,
                count: term.after,
                total: term.before,
                relevance: statistics::relevance(inside, overall, lambda),
            }
        })
        .collect();
    let shown = |row: &TopicTerm| counts.vocabulary.terms[row.term as usize].display.as_str();
    let by = |x: &TopicTerm, y: &TopicTerm| -> Ordering {
        let order = y.relevance.total_cmp(&x.relevance).then(y.count.cmp(&x.count));
        order.then_with(|| shown(x).cmp(shown(y))).then(x.term.cmp(&y.term))
    };
    super::sort(&mut rows, &by);
    rows
}

/// A section of a topic.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TopicSection {
    /// The section, as an index into [`Analysis::sections`].
    pub section: u32,
    /// Words in it.
    pub words: u32,
    /// What the section adds to what sets the topic apart, in nats: `Σ ln(p(w|t) / p(w))` over its content words. Long
    /// sections in the topic's own words weigh much; one in words the rest of the corpus uses more weighs less than 0.
    pub weight: f64,
}

/// The sections of a topic, the weightiest first; of equals the longest, then in corpus order.
///
/// The weights add up to the topic's content words times how far (Kullback-Leibler) their distribution is from that of
/// the whole corpus: a section's part of the sum is its part in the topic. In a corpus of one topic they are all 0.
pub fn topic_sections(counts: &Counts, analysis: &Analysis, topic: TopicId) -> Vec<TopicSection> {
    let tally = Tally::of(counts, analysis, &of_topic(analysis, topic));
    let vocabulary = &counts.vocabulary.terms;
    let content = |index: usize| vocabulary.get(index).is_some_and(|term| term.is_content());
    let (mut words, mut all) = (0.0, 0.0);
    for (_, term) in tally.terms.iter().enumerate().filter(|(index, _)| content(*index)) {
        words += f64::from(term.after);
        all += f64::from(term.before);
    }
    let lifts = tally.terms.iter().enumerate().map(|(index, term)| {
        if !content(index) || term.after == 0 {
            return 0.0;
        }
        // At λ = 0 relevance is the lift alone.
        statistics::relevance(f64::from(term.after) / words, f64::from(term.before) / all, 0.0)
    });
    let lifts: Vec<f64> = lifts.collect();
    let mut rows = Vec::new();
    for (index, section) in (0..).zip(&analysis.sections) {
        if section.topic == topic {
            let lift = |term: TermId| lifts.get(term as usize).copied().unwrap_or(0.0);
            let weight = tokens(counts, section).map(|token| lift(token.term())).sum();
            rows.push(TopicSection { section: index, words: section.words, weight });
        }
    }
    let by = |x: &TopicSection, y: &TopicSection| -> Ordering {
        let order = y.weight.total_cmp(&x.weight).then(y.words.cmp(&x.words));
        order.then(x.section.cmp(&y.section))
    };
    super::sort(&mut rows, &by);
    rows
}

/// What one document has of a topic.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TopicDocument {
    /// The document, as an index into [`Corpus::documents`].
    pub document: u32,
    /// Sections of the topic in it.
    pub sections: u32,
    /// Words of the topic in it.
    pub words: u32,
    /// Their share of the document's words, from 0 to 1.
    pub of_document: f64,
    /// Their share of the topic's words, from 0 to 1; what all documents have adds up to 1.
    pub of_topic: f64,
}

/// Where a topic lives: each document that has a section of it, in corpus order.
pub fn topic_documents(analysis: &Analysis, topic: TopicId) -> Vec<TopicDocument> {
    let mut rows = Vec::new();
    let mut of_topic = 0_u64;
    for run in analysis.sections.chunk_by(|x, y| x.document == y.document) {
        let (mut sections, mut words, mut all) = (0, 0, 0);
        for section in run {
            let inside = u32::from(section.topic == topic);
            sections += inside;
            words += inside * section.words;
            all += section.words;
        }
        if let Some(first) = run.first().filter(|_| sections > 0) {
            of_topic += u64::from(words);
            let of_document = f64::from(words) / f64::from(all.max(1));
            let document = first.document;
            rows.push(TopicDocument { document, sections, words, of_document, of_topic: 0.0 });
        }
    }
    for row in &mut rows {
        row.of_topic = f64::from(row.words) / of_topic.max(1) as f64;
    }
    rows
}

/// The sections of a topic.
fn of_topic(analysis: &Analysis, topic: TopicId) -> Selection {
    Selection::of(analysis, |_, section| section.topic == topic)
}

#[cfg(test)]
mod tests;
