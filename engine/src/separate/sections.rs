//! Units with their log-odds, put together to judged sections with their reasons.

use std::ops::Range;

use super::analysis::{
    Analysis, Around, Contribution, JudgedSection, Reason, Settings, Topic, Verdict,
};
use super::judge::{Judge, Judged};
use super::rank;
use super::units::Unit;

use crate::Corpus;
use crate::count::{Counts, TermId};

/// How much of its reason a section is given.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Detail {
    /// Every term, and the sums.
    All,
    /// The terms that decided, and the sums.
    Listed,
    /// The sums alone.
    Sums,
}

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
    judge: &Judge,
    judged: &Judged,
    settings: &Settings,
    detail: Detail,
) -> Vec<JudgedSection> {
    let usual = usual(judge, judged);
    let one = |run| section(counts, judge, judged, settings, usual, run, detail);
    // There are many, and what is kept of one is no little: not twice the room for them.
    let mut sections = Vec::with_capacity(runs(judge, judged, settings).count());
    sections.extend(runs(judge, judged, settings).map(one));
    cover(corpus, counts, &mut sections);
    sections
}

/// The reason of one of these sections.
pub(super) fn reason_of(
    counts: &Counts,
    judge: &Judge,
    judged: &Judged,
    settings: &Settings,
    index: usize,
) -> Option<Reason> {
    let run = runs(judge, judged, settings).nth(index)?;
    let usual = usual(judge, judged);
    Some(section(counts, judge, judged, settings, usual, run, Detail::All).reason)
}

/// The units of each section.
fn runs(judge: &Judge, judged: &Judged, settings: &Settings) -> impl Iterator<Item = Range<usize>> {
    let units = judge.units.as_slice();
    let is_kept = |at: usize| verdict(judged.scores[at], settings).is_kept();
    let mut start = 0;
    std::iter::from_fn(move || {
        let first = units.get(start)?;
        let kept = is_kept(start);
        let same = |at: &usize| {
            let unit = &units[*at];
            (unit.document, unit.section) == (first.document, first.section) && is_kept(*at) == kept
        };
        let end = (start + 1..units.len()).find(|at| !same(at)).unwrap_or(units.len());
        let run = start..end;
        start = end;
        Some(run)
    })
}

/// Every parsed section as one that belongs, of one topic without a name: what can be shown before anything is judged.
pub fn undecided(corpus: &Corpus, counts: &Counts) -> Analysis {
    let mut sections = Vec::new();
    for (index, document) in (0..).zip(&corpus.documents) {
        for (number, section) in (0..).zip(&document.sections) {
            sections.push(JudgedSection {
                document: index,
                section: number,
                first_block: section.first_block,
                end_block: section.end_block,
                topic: 0,
                verdict: Verdict::OnTopic,
                score: 0.0,
                words: 0,
                reason: Reason::default(),
            });
        }
    }
    cover(corpus, counts, &mut sections);
    let all = Topic {
        label: Vec::new(),
        off_topic: false,
        sections: (0..sections.len() as u32).collect(),
        words: sections.iter().map(|section| section.words).sum(),
        terms: Vec::new(),
    };
    Analysis { sections, topics: vec![all] }
}

/// Gives blocks between sections and at the edges of a document to the section before, the first ones to the first, and
/// counts their words there.
fn cover(corpus: &Corpus, counts: &Counts, sections: &mut [JudgedSection]) {
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
            let tokens = counts.documents[document as usize].of_blocks(sections[i].blocks());
            sections[i].words = tokens.len() as u32;
        }
        at = end;
    }
}

fn section(
    counts: &Counts,
    judge: &Judge,
    judged: &Judged,
    settings: &Settings,
    usual: f64,
    run: Range<usize>,
    detail: Detail,
) -> JudgedSection {
    let units = judge.units.as_slice();
    let words: u32 = units[run.clone()].iter().map(|unit| unit.words).sum();
    let score = mean(units, run.clone(), |at| judged.scores[at]);
    let first = &units[run.start];
    let mut reason = reason(counts, judge, judged, usual, run.clone(), detail);
    reason.around = around(judge, judged, run.clone(), score, reason.own);
    JudgedSection {
        document: first.document,
        section: first.section,
        first_block: first.blocks.start,
        end_block: units[run.end - 1].blocks.end,
        topic: 0,
        verdict: verdict(score, settings),
        score,
        words,
        reason,
    }
}

/// The mean over the units of a section, by words.
fn mean(units: &[Unit], run: Range<usize>, value: impl Fn(usize) -> f64) -> f64 {
    let weight = |at: usize| f64::from(units[at].words.max(1));
    let total: f64 = run.clone().map(|at| value(at) * weight(at)).sum();
    total / run.map(weight).sum::<f64>()
}

/// What a score has beside the section's own words.
fn around(judge: &Judge, judged: &Judged, run: Range<usize>, score: f64, own: f64) -> Around {
    let units = judge.units.as_slice();
    if judged.few {
        return Around { lean: score - own, ..Around::default() };
    }
    let source = mean(units, run.clone(), |at| judged.sourced[at] - judged.own[at]);
    let said = mean(units, run, |at| judged.told[at] - judged.sourced[at]);
    let neighbours = score - judged.lean - said - source - own;
    Around { source, said, neighbours, lean: judged.lean }
}

/// The share of content words with support that the unit in the middle of the corpus has.
fn usual(judge: &Judge, judged: &Judged) -> f64 {
    let shares: Vec<f64> = (0..judge.units.len())
        .filter(|at| !judge.units[*at].terms.is_empty())
        .map(|at| shared(judge, judged, at..at + 1))
        .collect();
    let order = rank::descending(shares.iter().copied());
    order.get(order.len() / 2).map_or(0.0, |at| shares[*at])
}

/// Share of content words that other sections hold more often than the language at large does.
fn shared(judge: &Judge, judged: &Judged, run: Range<usize>) -> f64 {
    let (mut all, mut tied) = (0.0, 0.0);
    for at in run {
        let evidence = &judged.evidence.terms[judge.layout.places(at)];
        for ((_, count), weight) in judge.units[at].terms.iter().zip(evidence) {
            all += f64::from(*count);
            if *weight > 0.0 {
                tied += f64::from(*count);
            }
        }
    }
    if all > 0.0 { tied / all } else { 0.0 }
}

/// What each term adds to the log-odds that the section belongs.
///
/// A unit's own log-odds are linear in its evidence ([`Scale`](super::calibrate::Scale)), less for short units and bounded
/// below. Its terms share the middle of the scale among them by the root of their counts, as they share the evidence, and
/// the bound in proportion, so their contributions add up to exactly its log-odds; the section's are the mean over its
/// units, by words.
fn reason(
    counts: &Counts,
    judge: &Judge,
    judged: &Judged,
    usual: f64,
    run: Range<usize>,
    detail: Detail,
) -> Reason {
    let units = judge.units.as_slice();
    let words: f64 = run.clone().map(|at| f64::from(units[at].words.max(1))).sum();
    let mut parts: Vec<(TermId, usize, u32, f64)> = Vec::new();
    for at in run.clone() {
        let (unit, scale) = (&units[at], judged.scales[at]);
        let roots: f64 = unit.terms.iter().map(|(_, count)| f64::from(*count).sqrt()).sum();
        let divisor = judged.evidence.divisors[at];
        let linear = scale.gain * (judged.evidence.units[at] - scale.middle);
        let bound = if linear == 0.0 { 0.0 } else { judged.own[at] / linear };
        let evidence = &judged.evidence.terms[judge.layout.places(at)];
        let part = f64::from(unit.words.max(1)) / words * scale.gain * bound;
        for ((term, count), weight) in unit.terms.iter().zip(evidence) {
            let share = f64::from(*count).sqrt() / roots;
            let adds = part * (weight / divisor - scale.middle * share);
            parts.push((*term, at, *count, adds));
        }
    }
    if run.len() > 1 {
        // Each unit has its terms in order already.
        parts.sort_unstable_by_key(|(term, at, ..)| (*term, *at));
    }
    let mut all: Vec<Contribution> = Vec::with_capacity(parts.len());
    for (term, _, count, adds) in parts {
        match all.last_mut().filter(|last| last.term == term) {
            Some(last) => {
                last.count += count;
                last.weight += adds;
            }
            // A sum from nothing, so that no zero is negative.
            None => all.push(Contribution { term, count, weight: 0.0 + adds }),
        }
    }
    // Of what speaks against it, rare words say most about what the section is instead.
    let telling = |c: &Contribution| c.weight * counts.vocabulary.terms[c.term as usize].background;
    let most = match detail {
        Detail::All => all.len(),
        Detail::Listed => Reason::LISTED,
        Detail::Sums => 0,
    };
    let ties = best(&all, most, |c| (c.weight > 0.0).then_some(c.weight));
    let foreign = best(&all, most, |c| (c.weight < 0.0).then(|| telling(c)));
    Reason {
        shared: shared(judge, judged, run),
        usual,
        own: all.iter().map(|one| one.weight).sum(),
        around: Around::default(),
        ties,
        foreign,
    }
}

/// At most so many of the contributions that have a score, best first.
fn best(
    all: &[Contribution],
    most: usize,
    score: impl Fn(&Contribution) -> Option<f64>,
) -> Box<[Contribution]> {
    if most == 0 {
        return Box::default();
    }
    // Those without a score come last.
    let scores = all.iter().map(|one| score(one).unwrap_or(f64::NEG_INFINITY));
    // Of all, the top is found only by putting all in order.
    let order = if most < all.len() { rank::top(scores, most) } else { rank::descending(scores) };
    order.into_iter().map(|at| all[at]).filter(|one| score(one).is_some()).collect()
}
