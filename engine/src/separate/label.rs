//! Names of topics: the terms that tell each from the rest of the corpus.

use rustc_hash::FxHashMap;

use super::analysis::JudgedSection;
use super::rank;
use super::topics::Ranked;
use crate::count::statistics::g2;
use crate::count::{Counts, TermId};

/// Terms in a label.
const NAMED: usize = 3;
/// Minus the natural logarithm of the probability of words too common to name anything: about one in 400.
const COMMON: f64 = 6.0;
/// Terms kept per topic.
const KEPT: usize = 30;

/// A term, how often it stands in a group, and in how many of its sections.
type Tally = (TermId, u32, u32);

/// For each group of sections its label and its most distinctive terms, by signed G² against everything else.
pub(super) fn labels(
    counts: &Counts,
    sections: &[JudgedSection],
    groups: &[Vec<usize>],
) -> Vec<(Vec<String>, Ranked)> {
    let mut everywhere: FxHashMap<TermId, u32> = FxHashMap::default();
    let mut all = 0_u32;
    let tallies: Vec<(Vec<Tally>, u32)> = groups
        .iter()
        .map(|group| {
            let tally = tally(counts, sections, group);
            let total = tally.iter().map(|(_, count, _)| count).sum();
            for (term, count, _) in &tally {
                *everywhere.entry(*term).or_default() += count;
            }
            all += total;
            (tally, total)
        })
        .collect();
    tallies
        .iter()
        .map(|(tally, total)| {
            let rest = f64::from(all - total);
            let values: Vec<f64> = tally
                .iter()
                .map(|(term, count, _)| {
                    let outside = f64::from(everywhere[term] - count);
                    // With nothing outside there is nothing to compare with: the count itself stands in.
                    match rest > 0.0 {
                        true => g2(f64::from(*count), f64::from(*total), outside, rest),
                        false => f64::from(*count),
                    }
                })
                .collect();
            let ranked: Vec<(TermId, f64, u32)> = rank::descending(values.iter().copied())
                .into_iter()
                .map(|at| (tally[at].0, values[at], tally[at].2))
                .collect();
            (
                name(counts, &ranked),
                ranked.iter().take(KEPT).map(|(term, value, _)| (*term, *value)).collect(),
            )
        })
        .collect()
}

/// Content terms of a group with their count and the number of its sections that hold them, by term.
fn tally(counts: &Counts, sections: &[JudgedSection], group: &[usize]) -> Vec<Tally> {
    let mut found: FxHashMap<TermId, (u32, u32, usize)> = FxHashMap::default();
    for at in group {
        for token in
            counts.documents[sections[*at].document as usize].of_blocks(sections[*at].blocks())
        {
            if counts.vocabulary.terms[token.term as usize].stop {
                continue;
            }
            let entry = found.entry(token.term).or_insert((0, 0, usize::MAX));
            entry.0 += 1;
            if entry.2 != *at {
                entry.1 += 1;
                entry.2 = *at;
            }
        }
    }
    rank::terms(&found).into_iter().map(|term| (term, found[&term].0, found[&term].1)).collect()
}

/// The best terms that are words and, where any does, stand in more than one section.
///
/// G² alone prefers common words, which name nothing, and words of one long section: it is weighed with how rare the word is
/// in the language and with the number of sections that hold it.
fn name(counts: &Counts, ranked: &[(TermId, f64, u32)]) -> Vec<String> {
    let spread = ranked.iter().take(KEPT).any(|(_, value, holders)| *holders > 1 && *value > 0.0);
    let words: Vec<(TermId, f64)> = ranked
        .iter()
        .filter(|(id, value, holders)| {
            let term = &counts.vocabulary.terms[*id as usize];
            !term.figure
                && term.display.chars().count() > 2
                && *value > 0.0
                && (!spread || *holders > 1)
        })
        .map(|(id, value, holders)| {
            let background = counts.vocabulary.terms[*id as usize].background;
            (*id, value * (-background - COMMON).max(0.5) * f64::from(*holders))
        })
        .collect();
    rank::descending(words.iter().map(|(_, score)| *score))
        .into_iter()
        .take(NAMED)
        .map(|at| counts.vocabulary.terms[words[at].0 as usize].display.clone())
        .collect()
}
