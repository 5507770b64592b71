//! Units with their log-odds, put together to judged sections with their reasons.

use super::analysis::{Contribution, JudgedSection, Reason, Settings, Verdict};
use super::evidence::Evidence;
use super::units::Unit;
use crate::Corpus;
use crate::count::{Counts, TermId};

/// Terms a reason lists on each side.
const LISTED: usize = 8;

/// The verdict of log-odds under a threshold.
fn verdict(odds: f64, settings: &Settings) -> Verdict {
    if odds < settings.threshold {
        Verdict::OffTopic
    } else if odds < settings.threshold + settings.weights.band {
        Verdict::Unsure
    } else {
        Verdict::OnTopic
    }
}

/// Joins neighbouring units of one parsed section where both are kept or both are off topic.
pub(super) fn judge(
    corpus: &Corpus,
    counts: &Counts,
    units: &[Unit],
    evidence: &Evidence,
    odds: &[f64],
    settings: &Settings,
) -> Vec<JudgedSection> {
    let usual = usual(units, evidence);
    let mut sections: Vec<JudgedSection> = Vec::new();
    let mut start = 0;
    while start < units.len() {
        let kept = verdict(odds[start], settings).is_kept();
        let mut end = start + 1;
        while end < units.len()
            && units[end].document == units[start].document
            && units[end].section == units[start].section
            && verdict(odds[end], settings).is_kept() == kept
        {
            end += 1;
        }
        sections.push(section(counts, units, evidence, odds, settings, usual, start..end));
        start = end;
    }
    cover(corpus, &mut sections);
    sections
}

/// Gives blocks between sections and at the edges of a document to the section before, the first ones to the first.
fn cover(corpus: &Corpus, sections: &mut [JudgedSection]) {
    let mut at = 0;
    while at < sections.len() {
        let document = sections[at].document;
        let end = (at..sections.len())
            .find(|i| sections[*i].document != document)
            .unwrap_or(sections.len());
        sections[at].first_block = 0;
        for i in at..end {
            let next = if i + 1 < end {
                sections[i + 1].first_block
            } else {
                corpus.documents[document as usize].blocks.len() as u32
            };
            sections[i].end_block = next;
        }
        at = end;
    }
}

fn section(
    counts: &Counts,
    units: &[Unit],
    evidence: &Evidence,
    odds: &[f64],
    settings: &Settings,
    usual: f64,
    run: std::ops::Range<usize>,
) -> JudgedSection {
    let words: u32 = units[run.clone()].iter().map(|unit| unit.words).sum();
    // The mean over its units, by words.
    let total: f64 = run.clone().map(|at| odds[at] * f64::from(units[at].words.max(1))).sum();
    let score = total / run.clone().map(|at| f64::from(units[at].words.max(1))).sum::<f64>();
    let first = &units[run.start];
    JudgedSection {
        document: first.document,
        section: first.section,
        first_block: first.blocks.start,
        end_block: units[run.end - 1].blocks.end,
        topic: 0,
        verdict: verdict(score, settings),
        score,
        words,
        reason: reason(counts, units, evidence, usual, run),
    }
}

/// Word-weighted mean share of content words with support, over the corpus.
fn usual(units: &[Unit], evidence: &Evidence) -> f64 {
    let mut shares: Vec<f64> = (0..units.len())
        .filter(|at| !units[*at].terms.is_empty())
        .map(|at| shared(units, evidence, at..at + 1))
        .collect();
    shares.sort_by(f64::total_cmp);
    shares.get(shares.len() / 2).copied().unwrap_or(0.0)
}

/// Share of content words that other sections hold more often than the language at large does.
fn shared(units: &[Unit], evidence: &Evidence, run: std::ops::Range<usize>) -> f64 {
    let (mut all, mut tied) = (0.0, 0.0);
    for at in run {
        for ((_, count), weight) in units[at].terms.iter().zip(&evidence.terms[at]) {
            all += f64::from(*count);
            if *weight > 0.0 {
                tied += f64::from(*count);
            }
        }
    }
    if all > 0.0 { tied / all } else { 0.0 }
}

/// Evidence per term, summed over the run; what a usual term of the corpus would have is taken off each.
fn reason(
    counts: &Counts,
    units: &[Unit],
    evidence: &Evidence,
    usual: f64,
    run: std::ops::Range<usize>,
) -> Reason {
    let mut terms: Vec<(TermId, u32, f64)> = Vec::new();
    for at in run.clone() {
        for ((term, count), weight) in units[at].terms.iter().zip(&evidence.terms[at]) {
            terms.push((*term, *count, weight / evidence.divisors[at]));
        }
    }
    terms.sort_by_key(|(term, _, _)| *term);
    let mut merged: Vec<Contribution> = terms
        .chunk_by(|a, b| a.0 == b.0)
        .map(|same| Contribution {
            term: same[0].0,
            count: same.iter().map(|(_, count, _)| count).sum(),
            weight: same.iter().map(|(_, _, weight)| weight).sum(),
        })
        .collect();
    let rarity =
        |c: &Contribution| counts.vocabulary.terms[c.term as usize].background * f64::from(c.count);
    let mut ties: Vec<Contribution> = merged.iter().copied().filter(|c| c.weight > 0.0).collect();
    ties.sort_by(|a, b| b.weight.total_cmp(&a.weight).then(a.term.cmp(&b.term)));
    ties.truncate(LISTED);
    merged.retain(|c| c.weight <= 0.0);
    // Rare and repeated words that nothing else in the corpus holds say most about what the section is instead.
    merged.sort_by(|a, b| rarity(a).total_cmp(&rarity(b)).then(a.term.cmp(&b.term)));
    merged.truncate(LISTED);
    Reason { shared: shared(units, evidence, run), usual, ties, foreign: merged }
}
