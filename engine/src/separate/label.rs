//! Names of topics: the terms that tell each from the rest of the corpus.

use super::analysis::JudgedSection;
use super::rank;
use super::topics::Ranked;
use crate::Corpus;
use crate::count::statistics::g2;
use crate::count::{Counts, TermId, Token};

/// Terms in a label.
const NAMED: usize = 3;
/// What counts in a name, in nats: how much of the topic a word is, how much more of it than of the whole corpus (together
/// the relevance of Sievert and Shirley at λ 0.43, where the words that all topics share no longer lead), how much rarer it
/// is in the language at large, and whether a heading of the topic holds it.
const FREQUENCY: f64 = 1.0;
const LIFT: f64 = 1.3;
const RARITY: f64 = 0.3;
const HEADED: f64 = 1.2;
/// Terms kept per topic.
const KEPT: usize = 30;

/// A term, how often it stands in a group, and in how many of its sections.
type Tally = (TermId, u32, u32);

/// For each group of sections its label and its most distinctive terms, by signed G² against everything else.
pub(super) fn labels(
    counts: &Counts,
    corpus: &Corpus,
    sections: &[JudgedSection],
    groups: &[Vec<usize>],
) -> Vec<(Vec<String>, Ranked)> {
    let mut everywhere = vec![0_u32; counts.vocabulary.terms.len()];
    let mut found = vec![(0, 0, usize::MAX); counts.vocabulary.terms.len()];
    let mut all = 0_u32;
    let tallies: Vec<(Vec<Tally>, u32)> = groups
        .iter()
        .map(|group| {
            let tally = tally(counts, sections, group, &mut found);
            let total = tally.iter().map(|(_, count, _)| count).sum();
            for (term, count, _) in &tally {
                everywhere[*term as usize] += count;
            }
            all += total;
            (tally, total)
        })
        .collect();
    // Words that name a larger topic already: a name is there to tell one from the other.
    let mut taken: Vec<TermId> = Vec::new();
    tallies
        .iter()
        .zip(groups)
        .map(|((tally, total), group)| {
            let rest = f64::from(all - total);
            let values: Vec<f64> = tally
                .iter()
                .map(|(term, count, _)| {
                    let outside = f64::from(everywhere[*term as usize] - count);
                    // With nothing outside there is nothing to compare with: the count itself stands in.
                    match rest > 0.0 {
                        true => g2(f64::from(*count), f64::from(*total), outside, rest),
                        false => f64::from(*count),
                    }
                })
                .collect();
            let order = rank::top(values.iter().copied(), KEPT);
            let headed = headed(counts, corpus, sections, group);
            let relevance = |at: usize| {
                let (term, count, _) = tally[at];
                let here = libm::log(f64::from(count) / f64::from(*total));
                let lift = here - libm::log(f64::from(everywhere[term as usize]) / f64::from(all));
                let rarity = here - counts.vocabulary.terms[term as usize].background;
                let headed = if headed.binary_search(&term).is_ok() { HEADED } else { 0.0 };
                FREQUENCY * here + LIFT * lift + RARITY * rarity + headed
            };
            let ranked = order.iter().map(|at| (tally[*at].0, values[*at])).collect();
            let words = name(counts, tally, &values, relevance, &taken);
            taken.extend(&words);
            let shown = |term: &TermId| counts.vocabulary.terms[*term as usize].display.clone();
            (words.iter().map(shown).collect(), ranked)
        })
        .collect()
}

/// Terms that the headings of a group's sections hold, sorted.
fn headed(
    counts: &Counts,
    corpus: &Corpus,
    sections: &[JudgedSection],
    group: &[usize],
) -> Vec<TermId> {
    let mut terms = Vec::new();
    for at in group {
        let section = &sections[*at];
        let document = &corpus.documents[section.document as usize];
        let parsed = &document.sections[section.section as usize];
        let Some(title) = parsed.title else { continue };
        let tokens = counts.documents[section.document as usize].of_blocks(section.blocks());
        // Letters after a name say who speaks, not of what.
        let letters =
            |token: &Token| parsed.credentials.is_some_and(|one| one.contains(token.span()));
        let inside = tokens.filter(|token| title.contains(token.span()) && !letters(token));
        terms.extend(inside.map(Token::term));
    }
    terms.sort_unstable();
    terms
}

/// Content terms of a group with their count and the number of its sections that hold them, by term.
///
/// `found` has an empty entry for each term before and after: its count, its sections, the last of these.
fn tally(
    counts: &Counts,
    sections: &[JudgedSection],
    group: &[usize],
    found: &mut [(u32, u32, usize)],
) -> Vec<Tally> {
    let mut terms: Vec<TermId> = Vec::new();
    for at in group {
        for token in
            counts.documents[sections[*at].document as usize].of_blocks(sections[*at].blocks())
        {
            if counts.vocabulary.terms[token.term() as usize].stop {
                continue;
            }
            let entry = &mut found[token.term() as usize];
            if entry.0 == 0 {
                terms.push(token.term());
            }
            entry.0 += 1;
            if entry.2 != *at {
                entry.1 += 1;
                entry.2 = *at;
            }
        }
    }
    terms.sort_unstable();
    let tally = terms.iter().map(|term| (*term, found[*term as usize]));
    let tally = tally.map(|(term, (count, sections, _))| (term, count, sections)).collect();
    terms.iter().for_each(|term| found[*term as usize] = (0, 0, usize::MAX));
    tally
}

/// The most relevant words that the topic has more of than the rest, that name no other, and, where any does, that stand in
/// more than one of its sections.
fn name(
    counts: &Counts,
    tally: &[Tally],
    values: &[f64],
    relevance: impl Fn(usize) -> f64,
    taken: &[TermId],
) -> Vec<TermId> {
    let term = |at: usize| &counts.vocabulary.terms[tally[at].0 as usize];
    let fit = |at: &usize| {
        let word = term(*at);
        values[*at] > 0.0
            && !word.figure
            && word.display.chars().count() > 2
            && !taken.contains(&tally[*at].0)
    };
    let spread = (0..tally.len()).filter(fit).any(|at| tally[at].2 > 1);
    let words: Vec<usize> =
        (0..tally.len()).filter(fit).filter(|at| !spread || tally[*at].2 > 1).collect();
    rank::top(words.iter().map(|at| relevance(*at)), NAMED)
        .into_iter()
        .map(|at| tally[words[at]].0)
        .collect()
}
