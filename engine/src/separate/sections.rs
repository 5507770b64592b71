//! Units with their log-odds, put together to judged sections with their reasons.

use std::ops::Range;

use super::analysis::{
    Analysis, Around, Contribution, JudgedSection, Reason, Settings, Topic, Verdict,
};
use super::evidence::Weighing;
use super::judge::{Judge, Judged};
use super::pins::{Pinned, Taught};
use super::rank;

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
    found: &Found,
    settings: &Settings,
    detail: Detail,
) -> Sections {
    let usual = usual(found);
    let taught = found.taught();
    // The sums are known without a look at the terms.
    let mut weighing = (detail != Detail::Sums).then(|| found.weighing(taught.as_ref()));
    // There are many, and what is kept of one is no little: not twice the room for them.
    let number = runs(found, settings).count();
    let mut all =
        Sections { judged: Vec::with_capacity(number), sources: Vec::with_capacity(number) };
    for run in runs(found, settings) {
        // A head has none; what stands under it in the same section has.
        all.sources.push(found.judge.sources[run.end - 1]);
        let one = section(counts, found, settings, usual, run, weighing.as_mut(), detail);
        all.judged.push(one);
    }
    cover(corpus, counts, &mut all.judged);
    all
}

/// Judged sections without their topics.
pub(super) struct Sections {
    pub(super) judged: Vec<JudgedSection>,
    /// For each the site its text was taken from, as a number; `None` where no line says so.
    pub(super) sources: Vec<Option<u32>>,
}

/// What the rounds found, and with what.
pub(super) struct Found<'a> {
    pub(super) judge: &'a Judge,
    pub(super) judged: &'a Judged,
    /// What a person said.
    pub(super) pinned: &'a Pinned,
}

impl<'a> Found<'a> {
    fn taught(&self) -> Option<Taught<'a>> {
        let Judge { units, layout, weights, .. } = self.judge;
        self.pinned.teach(units, layout, weights)
    }

    /// Weighs single terms as the last round did.
    fn weighing(&self, taught: Option<&'a Taught<'a>>) -> Weighing<'a> {
        let Judge { units, layout, weights, .. } = self.judge;
        Weighing::new(layout, units, &self.judged.belief, taught, weights)
    }
}

/// The reason of one of these sections.
pub(super) fn reason_of(
    counts: &Counts,
    found: &Found,
    settings: &Settings,
    index: usize,
) -> Option<Reason> {
    let run = runs(found, settings).nth(index)?;
    let (usual, taught) = (usual(found), found.taught());
    let mut weighing = found.weighing(taught.as_ref());
    let weighing = Some(&mut weighing);
    Some(section(counts, found, settings, usual, run, weighing, Detail::All).reason)
}

/// The units of each section.
fn runs<'a>(
    found: &Found<'a>,
    settings: &'a Settings,
) -> impl Iterator<Item = Range<usize>> + use<'a> {
    let (units, scores) = (found.judge.units.as_slice(), found.judged.scores.as_slice());
    let is_kept = |at: usize| verdict(scores[at], settings).is_kept();
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
    let all = corpus.documents.iter().map(|document| document.sections.len()).sum();
    let mut sections = Vec::with_capacity(all);
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
            let tokens = &counts.documents[document as usize];
            sections[i].words = tokens.range(sections[i].blocks()).len() as u32;
        }
        at = end;
    }
}

fn section(
    counts: &Counts,
    found: &Found,
    settings: &Settings,
    usual: f64,
    run: Range<usize>,
    weighing: Option<&mut Weighing>,
    detail: Detail,
) -> JudgedSection {
    let Found { judge, judged, .. } = found;
    let units = judge.units.as_slice();
    let words: u32 = units[run.clone()].iter().map(|unit| unit.words).sum();
    let (first, end_block) = (&units[run.start], units[run.end - 1].blocks.end);
    // A head adds nothing to what it stands above; alone it has the reasons of all its document.
    let alone = first.head && run.len() == 1;
    let by =
        if alone { judge.under(run.start) } else { run.start + usize::from(first.head)..run.end };
    let said = if alone { run } else { by.clone() };
    let score = judge.mean(said.clone(), |at| judged.scores[at]);
    let own = judge.mean(by.clone(), |at| judged.own[at]);
    let parts = weighing.map(|weighing| parts(found, by.clone(), weighing)).unwrap_or_default();
    let (ties, foreign) = terms(counts, &parts, detail);
    let shared = shared(found, by.clone());
    let around = around(found, by, said, score, own);
    let reason = Reason { shared, usual, own, around, ties, foreign };
    JudgedSection {
        document: first.document,
        section: first.section,
        first_block: first.blocks.start,
        end_block,
        topic: 0,
        verdict: verdict(score, settings),
        score,
        words,
        reason,
    }
}

/// What a score has beside the words of the units it goes by; `said` are those that a person may have said something of.
fn around(found: &Found, by: Range<usize>, said: Range<usize>, score: f64, own: f64) -> Around {
    let Found { judge, judged, .. } = found;
    if judged.few {
        return Around { lean: score - own, ..Around::default() };
    }
    let source = judge.mean(by.clone(), |at| judged.sourced[at] - judged.own[at]);
    let said = judge.mean(said, |at| judged.told[at] - judged.sourced[at]);
    let inset = judge.mean(by, |at| judge.inset(at, found.pinned.says(at)));
    let neighbours = score - judged.lean - inset - said - source - own;
    Around { source, said, neighbours, inset, lean: judged.lean }
}

/// The share of content words with support that the unit in the middle of the corpus has.
fn usual(found: &Found) -> f64 {
    let shares: Vec<f64> = (0..found.judge.units.len())
        .filter(|at| !found.judge.units[*at].terms.is_empty())
        .map(|at| shared(found, at..at + 1))
        .collect();
    let order = rank::descending(shares.iter().copied());
    order.get(order.len() / 2).map_or(0.0, |at| shares[*at])
}

/// Share of content words that other sections hold more often than the language at large does.
fn shared(found: &Found, run: Range<usize>) -> f64 {
    let all: f64 = found.judge.units[run.clone()].iter().map(|one| f64::from(one.content)).sum();
    let tied: f64 = found.judged.evidence.tied[run].iter().map(|tied| f64::from(*tied)).sum();
    if all > 0.0 { tied / all } else { 0.0 }
}

/// What each term adds to the log-odds that the section belongs.
///
/// A unit's own log-odds are linear in its evidence ([`Scale`](super::calibrate::Scale)), less for short units and bounded
/// below. Its terms share the middle of the scale among them by the root of their counts, as they share the evidence, and
/// the bound in proportion, so their contributions add up to exactly its log-odds; the section's are the mean over its
/// units, by words.
fn parts(found: &Found, run: Range<usize>, weighing: &mut Weighing) -> Vec<Contribution> {
    let Found { judge, judged, .. } = found;
    let units = judge.units.as_slice();
    let words: f64 = run.clone().map(|at| f64::from(units[at].words.max(1))).sum();
    let mut parts: Vec<(TermId, usize, u32, f64)> = Vec::new();
    for at in run.clone() {
        let (unit, scale) = (&units[at], judged.scales[at]);
        let roots: f64 = unit.terms.iter().map(|(_, count)| f64::from(count).sqrt()).sum();
        let divisor = judged.evidence.divisors[at];
        let linear = scale.gain * (judged.evidence.units[at] - scale.middle);
        let bound = if linear == 0.0 { 0.0 } else { judged.own[at] / linear };
        let part = f64::from(unit.words.max(1)) / words * scale.gain * bound;
        for ((term, count), weight) in unit.terms.iter().zip(weighing.terms(at)) {
            let share = f64::from(count).sqrt() / roots;
            let adds = part * (weight / divisor - scale.middle * share);
            parts.push((term, at, count, adds));
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
    all
}

/// The contributions for and against that a reason lists, best first.
fn terms(
    counts: &Counts,
    all: &[Contribution],
    detail: Detail,
) -> (Box<[Contribution]>, Box<[Contribution]>) {
    // Of what speaks against it, rare words say most about what the section is instead.
    let telling = |c: &Contribution| c.weight * counts.vocabulary.terms[c.term as usize].background;
    let most = match detail {
        Detail::All => all.len(),
        Detail::Listed => Reason::LISTED,
        Detail::Sums => 0,
    };
    let ties = best(all, most, |c| (c.weight > 0.0).then_some(c.weight));
    let foreign = best(all, most, |c| (c.weight < 0.0).then(|| telling(c)));
    (ties, foreign)
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
