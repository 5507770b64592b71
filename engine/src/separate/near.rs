//! Units that are no witnesses for one: those beside it, and those that hold a copy of it.

use std::num::NonZeroU32;
use std::ops::Range;

use super::copies::Copies;
use super::lists::Lists;
use super::units::Unit;

/// Units to either side that are no witnesses: they are part of the same run.
const BESIDE: usize = 2;
/// Most units that are no witnesses for one, so that a mask of 64 bits holds them.
pub(super) const MOST_NEAR: usize = 64;
/// Near units whose mask fits into a byte: all but where there are many copies.
const USUAL: usize = 8;

/// For each unit itself, those near it in its document and those that hold a copy, at most [`MOST_NEAR`].
pub(super) fn near(units: &[Unit], copies: &Copies) -> Lists {
    let mut all = Lists::with_capacity(units.len());
    let mut near: Vec<u32> = Vec::with_capacity(MOST_NEAR);
    for (at, unit) in units.iter().enumerate() {
        let window = at.saturating_sub(BESIDE)..units.len().min(at + BESIDE + 1);
        let beside = window.filter(|other| units[*other].document == unit.document);
        near.clear();
        near.extend(beside.map(|other| other as u32));
        for copy in copies.of(at) {
            if near.len() == MOST_NEAR {
                break;
            }
            if !near.contains(&copy) {
                near.push(copy);
            }
        }
        all.push(&near);
    }
    all.whole()
}

/// For each place of a unit which of its near units hold the term: bit `i` for entry `i` of the list of near units.
pub(super) enum Masks<'a> {
    /// By place.
    Usual(&'a [u8]),
    /// Where there are many near units: the masks there are, few of which differ, and by place the number of one of them.
    Patterns(&'a [u64], &'a [u8]),
    /// By place, where there are more patterns than a byte counts.
    Each(&'a [u64]),
}

/// The masks of all units.
#[derive(Default)]
pub(super) struct AllMasks {
    /// A byte for each place: its mask, or the number of its pattern.
    bytes: Vec<u8>,
    /// By unit which of [`Self::wide`] it has: those with more near units than a byte has bits.
    which: Vec<Option<NonZeroU32>>,
    /// From 1: the patterns, or the mask of each place.
    wide: Vec<(Vec<u64>, bool)>,
}

impl AllMasks {
    /// The masks of units, of which each has its places from one of the `starts` up to the next; `terms` is the size of the
    /// vocabulary.
    pub(super) fn new(
        units: &[Unit],
        near: &Lists,
        copies: &Copies,
        starts: &[usize],
        terms: usize,
    ) -> Self {
        let places = starts.last().copied().unwrap_or(0);
        let (which, wide) = (vec![None; units.len()], vec![(Vec::new(), false)]);
        let mut all = Self { bytes: vec![0; places], which, wide };
        // The place of each term in the unit at hand, from 1; all zero again after every unit.
        let mut place = vec![0_u32; terms];
        // By place; the first is for the terms that the unit does not hold, so that no branch has to be guessed.
        let mut masks: Vec<u64> = Vec::new();
        let mut unit = |at: usize| {
            let own = &units[at].terms;
            for (number, (term, _)) in (1..).zip(own.iter()) {
                place[term as usize] = number;
            }
            masks.clear();
            masks.resize(own.len() + 1, 0);
            let near = near.of(at);
            let mut whole = 0;
            for (bit, other) in near.iter().enumerate() {
                let other = &units[*other as usize].terms;
                // Copies are the same from end to end, most of them.
                if other == own {
                    whole |= 1 << bit;
                    continue;
                }
                for (term, _) in other.iter() {
                    masks[place[term as usize] as usize] |= 1 << bit;
                }
            }
            masks.iter_mut().for_each(|mask| *mask |= whole);
            own.iter().for_each(|(term, _)| place[term as usize] = 0);
            all.put(at, starts[at], &masks[1..], near.len() > USUAL);
        };
        // Those that hold the same paragraph look at each other: one after the other they find themselves in the
        // processor's cache, wherever in the corpus they stand.
        let mut done = vec![false; units.len()];
        for at in copies.together().chain(0..units.len()) {
            if !std::mem::replace(&mut done[at], true) {
                unit(at);
            }
        }
        all
    }

    fn put(&mut self, unit: usize, start: usize, masks: &[u64], wide: bool) {
        let bytes = &mut self.bytes[start..start + masks.len()];
        if !wide {
            bytes.iter_mut().zip(masks).for_each(|(byte, mask)| *byte = *mask as u8);
            return;
        }
        self.which[unit] = NonZeroU32::new(self.wide.len() as u32);
        let mut patterns: Vec<u64> = Vec::new();
        for (byte, mask) in bytes.iter_mut().zip(masks) {
            let known = patterns.iter().position(|pattern| pattern == mask);
            let Ok(number) = u8::try_from(known.unwrap_or(patterns.len())) else {
                self.wide.push((masks.to_vec(), true));
                return;
            };
            if known.is_none() {
                patterns.push(*mask);
            }
            *byte = number;
        }
        self.wide.push((patterns, false));
    }

    /// Those of a unit that has these places.
    pub(super) fn of(&self, unit: usize, places: Range<usize>) -> Masks<'_> {
        let bytes = &self.bytes[places];
        match self.which[unit] {
            None => Masks::Usual(bytes),
            Some(at) => match &self.wide[at.get() as usize] {
                (masks, true) => Masks::Each(masks),
                (patterns, false) => Masks::Patterns(patterns, bytes),
            },
        }
    }
}

impl Masks<'_> {
    /// For each place the sum of the weights of the near units that hold its term, written into `sums`.
    pub(super) fn sums(&self, near: &[f64], sums: &mut Vec<f64>) {
        let sum = |mask: u64| {
            let (mut sum, mut bits) = (0.0, mask);
            while bits != 0 {
                sum += near[bits.trailing_zeros() as usize];
                bits &= bits - 1;
            }
            sum
        };
        sums.clear();
        match self {
            Self::Usual(masks) => sums.extend(masks.iter().map(|mask| sum(u64::from(*mask)))),
            Self::Each(masks) => sums.extend(masks.iter().map(|mask| sum(*mask))),
            Self::Patterns(patterns, numbers) => {
                let known: Vec<f64> = patterns.iter().map(|mask| sum(*mask)).collect();
                sums.extend(numbers.iter().map(|number| known[usize::from(*number)]));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::bag::Bag;
    use super::*;

    fn unit(terms: impl Iterator<Item = u32>) -> Unit {
        let terms = Bag::new(&terms.collect::<Vec<_>>());
        let content = terms.len() as u32;
        Unit { document: 0, section: 0, blocks: 0..1, words: content, terms, content, head: false }
    }

    /// The sums of units of which all are near each other, found one by one.
    fn compare(units: &[Unit], terms: usize) {
        let mut starts = vec![0];
        for unit in units {
            starts.push(starts[starts.len() - 1] + unit.terms.len());
        }
        let mut near = Lists::with_capacity(units.len());
        let all: Vec<u32> = (0..units.len() as u32).collect();
        units.iter().for_each(|_| near.push(&all));
        let masks = AllMasks::new(units, &near, &Copies::none(units.len()), &starts, terms);
        let weights: Vec<f64> = all.iter().map(|at| libm::exp2(-f64::from(*at))).collect();
        let mut sums = Vec::new();
        for (at, unit) in units.iter().enumerate() {
            masks.of(at, starts[at]..starts[at + 1]).sums(&weights, &mut sums);
            for ((term, _), sum) in unit.terms.iter().zip(&sums) {
                let holds = |other: &Unit| other.terms.iter().any(|(there, _)| there == term);
                let held = units.iter().zip(&weights).filter(|(other, _)| holds(other));
                assert_eq!(held.map(|(_, weight)| *weight).sum::<f64>(), *sum);
            }
        }
    }

    #[test]
    fn few_near_units() {
        compare(&[unit(0..4), unit(2..6), unit(0..4), unit(5..6), unit(0..0)], 6);
    }

    #[test]
    fn many_near_units_with_few_patterns() {
        let units: Vec<Unit> = (0..20).map(|at| unit(at % 3..at % 3 + 5)).collect();
        compare(&units, 8);
    }

    #[test]
    fn more_patterns_than_a_byte_counts() {
        let held = |at: u32| (0..1024).filter(move |term| term >> at & 1 == 1);
        let units: Vec<Unit> = (0..10).map(|at| unit(held(at))).chain([unit(0..1024)]).collect();
        compare(&units, 1024);
    }
}
