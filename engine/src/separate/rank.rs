//! Orders by score, all through one function: a sort is some kilobytes of code for every type it is used with, and the page
//! carries each of them.

use rustc_hash::FxHashMap;

use crate::count::TermId;

/// Indexes of the scores from the highest down; equal ones in their own order.
pub(super) fn descending(scores: impl Iterator<Item = f64>) -> Vec<usize> {
    let mut order: Vec<(f64, u32)> = scores.zip(0..).collect();
    order.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    order.into_iter().map(|(_, at)| at as usize).collect()
}

/// The keys of a map by term, in order.
pub(super) fn terms<V>(map: &FxHashMap<TermId, V>) -> Vec<TermId> {
    let mut keys: Vec<TermId> = map.keys().copied().collect();
    keys.sort_unstable();
    keys
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_scores_keep_their_order() {
        assert_eq!(descending([1.0, 3.0, 1.0, -2.0, 3.0].into_iter()), [1, 4, 0, 2, 3]);
    }
}
