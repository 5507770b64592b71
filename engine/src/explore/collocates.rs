//! Collocates: which terms stand near a node more than chance would have it.
//!
//! What is counted, as the tools of the field count it: `f_A` the hits of the node in the selection, `f_B` the tokens of the
//! collocate in the selection, `N` all tokens of the selection, stop words too. `f_AB` counts a token once for each
//! window it lies in, so one between two nodes counts twice. Chance is `E = f_A f_B / N`, not multiplied by the width of the
//! window. The measures take `f_AB` for no more than the rarer of the two has tokens: otherwise a word that comes
//! twice in one window would be nearer than always together.
//!
//! Windows end with the section, not with the block. Page furniture has no tokens, so they reach over it.

use std::cmp::Ordering;

use super::Selection;
use super::query::Pattern;
use crate::Corpus;
use crate::count::{Counts, Term, TermId, statistics};
use crate::separate::Analysis;

/// Most words of a window on either side.
pub const WIDEST_WINDOW: usize = 50;

/// Which collocates to list and in what order.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct CollocateOptions {
    /// Words of the window left of the node, at most [`WIDEST_WINDOW`].
    pub left: usize,
    /// Words of the window right of it.
    pub right: usize,
    /// Least number of times together to be listed.
    pub floor: u32,
    /// Whether stop words are listed too.
    pub stop_words: bool,
    /// What rows are sorted by.
    pub sort: CollocateSort,
    /// Whether the largest value comes first.
    pub descending: bool,
}

impl Default for CollocateOptions {
    fn default() -> Self {
        let sort = CollocateSort::LogDice;
        Self { left: 5, right: 5, floor: 2, stop_words: false, sort, descending: true }
    }
}

/// What collocates are sorted by. Equal ones: the more often together first, then in alphabetical order.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum CollocateSort {
    /// Strength of the tie.
    #[default]
    LogDice,
    /// Times together.
    Together,
    /// Times on the left.
    Left,
    /// Times on the right.
    Right,
    /// Occurrences in the selection.
    Count,
    /// Mutual information.
    MutualInformation,
    /// Signed G².
    G2,
    /// From always left to always right.
    Side,
    /// What is shown of the term.
    Term,
}

/// The collocates of a node.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Collocates {
    /// One row a term, in the order asked for.
    pub rows: Vec<Collocate>,
    /// Hits of the node in the selection: `f_A`.
    pub nodes: u32,
    /// Tokens of the selection: `N`.
    pub words: u32,
}

/// The numbers of one collocate.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Collocate {
    /// The term.
    pub term: TermId,
    /// Times in the left part of a window.
    pub left: u32,
    /// Times in the right part of a window.
    pub right: u32,
    /// Occurrences in the selection: `f_B`.
    pub count: u32,
    /// Mutual information in bits, see [`statistics::mutual_information`].
    pub mutual_information: f64,
    /// See [`statistics::log_dice`].
    pub log_dice: f64,
    /// Signed, see [`statistics::collocation_g2`].
    pub g2: f64,
}

impl Collocate {
    /// Times together with the node: `f_AB`.
    pub fn together(&self) -> u32 {
        self.left + self.right
    }

    /// On which side of the node it stands: from -1, always left, to 1, always right.
    pub fn side(&self) -> f64 {
        let (left, right) = (f64::from(self.left), f64::from(self.right));
        if left + right > 0.0 { (right - left) / (left + right) } else { 0.0 }
    }
}

/// The terms around a pattern in the sections of a selection. Terms of the node itself are none of its collocates.
///
/// Time: two looks at each token of the selection, one for each word of a window, and the sort.
pub fn collocates(
    corpus: &Corpus,
    counts: &Counts,
    analysis: &Analysis,
    selection: &Selection,
    pattern: &Pattern,
    options: &CollocateOptions,
) -> Collocates {
    let mut near = vec![Near::default(); counts.vocabulary.terms.len()];
    let mut found = Collocates::default();
    let (left, right) = (options.left.min(WIDEST_WINDOW), options.right.min(WIDEST_WINDOW));
    for (index, section) in analysis.sections.iter().enumerate() {
        let at = section.document as usize;
        let (true, Some(document), Some(counted)) =
            (selection.contains(index), corpus.documents.get(at), counts.documents.get(at))
        else {
            continue;
        };
        let range = counted.range(section.blocks());
        found.words += range.len() as u32;
        let mut tally = |from: usize, end: usize, change: fn(&mut Near)| {
            for token in counted.between(from.max(range.start)..end.min(range.end)) {
                near.get_mut(token.term() as usize).into_iter().for_each(change);
            }
        };
        tally(range.start, range.end, |near| near.count += 1);
        for hit in pattern.hits(document, counted, section.blocks()) {
            found.nodes += 1;
            let (first, end) = (hit.first as usize, hit.end as usize);
            tally(first.saturating_sub(left), first, |near| near.left += 1);
            tally(first, end, |near| near.is_node = true);
            tally(end, end + right, |near| near.right += 1);
        }
    }
    let listed = (0..).zip(&near).zip(&counts.vocabulary.terms).filter(|((_, near), term)| {
        let together = near.left + near.right;
        !near.is_node && together >= options.floor.max(1) && (options.stop_words || !term.stop)
    });
    found.rows = listed.map(|((term, near), _)| near.row(term, found.nodes, found.words)).collect();
    sort(&mut found.rows, &counts.vocabulary.terms, options);
    found
}

/// What is counted of one term.
#[derive(Clone, Copy, Default)]
struct Near {
    left: u32,
    right: u32,
    count: u32,
    /// Whether it is part of the node somewhere.
    is_node: bool,
}

impl Near {
    fn row(&self, term: TermId, nodes: u32, words: u32) -> Collocate {
        let together = f64::from((self.left + self.right).min(nodes).min(self.count));
        let (node, count, tokens) = (f64::from(nodes), f64::from(self.count), f64::from(words));
        Collocate {
            term,
            left: self.left,
            right: self.right,
            count: self.count,
            mutual_information: statistics::mutual_information(together, node, count, tokens),
            log_dice: statistics::log_dice(together, node, count),
            g2: statistics::collocation_g2(together, node, count, tokens),
        }
    }
}

fn sort(rows: &mut [Collocate], terms: &[Term], options: &CollocateOptions) {
    let shown = |row: &Collocate| terms.get(row.term as usize).map_or("", |term| &term.display);
    super::sort(rows, &|a, b| {
        let order = match options.sort {
            CollocateSort::Term => shown(a).cmp(shown(b)),
            sort => value(sort, a).total_cmp(&value(sort, b)),
        };
        let order = if options.descending { order.reverse() } else { order };
        order
            .then_with(|| equal(a, b))
            .then_with(|| shown(a).cmp(shown(b)))
            .then(a.term.cmp(&b.term))
    });
}

/// The order of two that are equal in what is sorted by.
fn equal(a: &Collocate, b: &Collocate) -> Ordering {
    b.together().cmp(&a.together())
}

fn value(sort: CollocateSort, row: &Collocate) -> f64 {
    match sort {
        CollocateSort::LogDice => row.log_dice,
        CollocateSort::Together => f64::from(row.together()),
        CollocateSort::Left => f64::from(row.left),
        CollocateSort::Right => f64::from(row.right),
        CollocateSort::Count => f64::from(row.count),
        CollocateSort::MutualInformation => row.mutual_information,
        CollocateSort::G2 => row.g2,
        CollocateSort::Side => row.side(),
        CollocateSort::Term => 0.0,
    }
}

#[cfg(test)]
mod tests;
