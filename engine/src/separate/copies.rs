//! Paragraphs that stand in more than one unit, word for word.

use rustc_hash::FxHashMap;

use super::lists::Lists;
use super::units::Unit;
use super::wording::Wording;

/// Which units hold the same paragraphs. A paragraph that a thousand units hold is listed a thousand times, not a million.
pub(super) struct Copies {
    /// The units that hold each paragraph, in order, each once.
    holders: Lists,
    /// For each unit its paragraphs that others hold too, in the order the corpus has them first.
    paragraphs: Lists,
}

impl Copies {
    pub(super) fn new(wording: &Wording, units: &[Unit]) -> Self {
        // Numbered as units have them, by the number they have in the texts.
        let mut numbers: FxHashMap<u32, u32> = FxHashMap::default();
        // Paragraphs with the units that hold them, and the last of these by paragraph.
        let mut found: Vec<(u32, u32)> = Vec::new();
        let mut last: Vec<u32> = Vec::new();
        for (at, unit) in (0..).zip(units) {
            for paragraph in wording.paragraphs(unit.document, unit.blocks.clone()) {
                let next = last.len() as u32;
                let paragraph = *numbers.entry(paragraph).or_insert(next);
                if paragraph == next {
                    last.push(at);
                } else if last[paragraph as usize] == at {
                    continue;
                }
                last[paragraph as usize] = at;
                found.push((paragraph, at));
            }
        }
        let holders = Lists::new(&found, last.len());
        found.clear();
        for (paragraph, units) in (0..).zip(holders.iter()) {
            if units.len() > 1 {
                found.extend(units.iter().map(|unit| (*unit, paragraph)));
            }
        }
        Self { holders, paragraphs: Lists::new(&found, units.len()) }
    }

    /// The units that hold one of the paragraphs of a unit, which is among them itself; some more than once.
    pub(super) fn of(&self, unit: usize) -> impl Iterator<Item = u32> {
        let paragraphs = self.paragraphs.of(unit).iter();
        paragraphs.flat_map(|paragraph| self.holders.of(*paragraph as usize)).copied()
    }

    /// The units that hold a copy of something, those of each paragraph one behind the other; some more than once.
    pub(super) fn together(&self) -> impl Iterator<Item = usize> {
        let shared = self.holders.iter().filter(|holders| holders.len() > 1);
        shared.flatten().map(|unit| *unit as usize)
    }

    /// No copy among so many units.
    #[cfg(test)]
    pub(super) fn none(units: usize) -> Self {
        Self { holders: Lists::new(&[], 0), paragraphs: Lists::new(&[], units) }
    }
}
