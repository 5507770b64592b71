//! How well topics agree with sub-topics named by people: homogeneity, completeness and their mean, the V-measure.
//!
//! Andrew Rosenberg and Julia Hirschberg, "V-Measure: A Conditional Entropy-Based External Cluster Evaluation Measure",
//! Proceedings of EMNLP-CoNLL 2007, pages 410 to 420, equations 1 to 3 with β = 1; here a word is what is counted.

use std::collections::BTreeMap;

/// Words by class (what people named) and cluster (what a program found).
#[derive(Clone, Debug, Default)]
pub struct Contingency(BTreeMap<(u32, u32), f64>);

impl Contingency {
    /// Adds words of a class that are in a cluster.
    pub fn add(&mut self, class: u32, cluster: u32, words: usize) {
        if words > 0 {
            *self.0.entry((class, cluster)).or_default() += words as f64;
        }
    }

    /// Whether nothing was added.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// `1 - H(C|K) / H(C)`: 1 where each cluster holds words of one class; 1 where there is one class.
    pub fn homogeneity(&self) -> f64 {
        explained(&self.margin(|(class, _)| class), self, &self.margin(|(_, cluster)| cluster))
    }

    /// `1 - H(K|C) / H(K)`: 1 where the words of each class are in one cluster; 1 where there is one cluster.
    pub fn completeness(&self) -> f64 {
        explained(&self.margin(|(_, cluster)| cluster), self, &self.margin(|(class, _)| class))
    }

    /// The harmonic mean of homogeneity and completeness.
    pub fn v_measure(&self) -> f64 {
        let (h, c) = (self.homogeneity(), self.completeness());
        if h + c > 0.0 { 2.0 * h * c / (h + c) } else { 0.0 }
    }

    fn margin(&self, side: impl Fn((u32, u32)) -> u32) -> Vec<f64> {
        let mut sums: BTreeMap<u32, f64> = BTreeMap::new();
        for (pair, words) in &self.0 {
            *sums.entry(side(*pair)).or_default() += words;
        }
        sums.into_values().collect()
    }
}

/// Share of the entropy of one margin that the other explains: `1 - H(A|B) / H(A)` with `H(A|B) = H(A,B) - H(B)`.
fn explained(of: &[f64], joint: &Contingency, by: &[f64]) -> f64 {
    let all: Vec<f64> = joint.0.values().copied().collect();
    let whole = entropy(of);
    if whole <= 0.0 {
        return 1.0;
    }
    // Rounding may leave the difference a hair outside.
    (1.0 - (entropy(&all) - entropy(by)) / whole).clamp(0.0, 1.0)
}

/// Shannon's entropy of a distribution given by counts, in nats.
fn entropy(counts: &[f64]) -> f64 {
    let sum: f64 = counts.iter().sum();
    let part = |count: &f64| if *count > 0.0 { count / sum * libm::log(count / sum) } else { 0.0 };
    let entropy = -counts.iter().map(part).sum::<f64>();
    // One class alone has none; a hair of rounding would be divided by.
    if entropy < 1e-12 { 0.0 } else { entropy }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn of(cells: &[(u32, u32, usize)]) -> Contingency {
        let mut table = Contingency::default();
        for (class, cluster, words) in cells {
            table.add(*class, *cluster, *words);
        }
        table
    }

    fn close(a: f64, b: f64) -> bool {
        (a - b).abs() < 1e-9
    }

    #[test]
    fn the_same_partition_is_perfect_whatever_the_numbers_are() {
        let table = of(&[(0, 7, 10), (1, 3, 20), (2, 5, 5)]);
        assert!(close(table.v_measure(), 1.0));
    }

    #[test]
    fn one_cluster_of_all_is_complete_and_tells_nothing() {
        let table = of(&[(0, 0, 10), (1, 0, 10)]);
        assert!(close(table.completeness(), 1.0));
        assert!(close(table.homogeneity(), 0.0));
        assert!(close(table.v_measure(), 0.0));
    }

    /// Worked by hand. H(C) = ln 2. Cluster 0 holds 10 words of one class; cluster 1 holds 10 of the other and none
    /// else, cut in two clusters of 5 each: H(K) = 1/2 ln 2 + 2 · 1/4 ln 4 = 1.5 ln 2, H(K|C) = 1/2 ln 2.
    #[test]
    fn a_class_cut_in_two_stays_homogeneous() {
        let table = of(&[(0, 0, 10), (1, 1, 5), (1, 2, 5)]);
        assert!(close(table.homogeneity(), 1.0));
        assert!(close(table.completeness(), 1.0 - 0.5 / 1.5));
        assert!(close(table.v_measure(), 2.0 * (2.0 / 3.0) / (5.0 / 3.0)));
    }

    /// Worked by hand. Both margins are even, H = ln 2 = 0.693147; each cluster is 3 to 1, so the conditional entropy is
    /// -(3/4 ln 3/4 + 1/4 ln 1/4) = 0.562335, and both shares are 1 - 0.562335 / 0.693147 = 0.188722.
    #[test]
    fn three_to_one() {
        let table = of(&[(0, 0, 3), (0, 1, 1), (1, 0, 1), (1, 1, 3)]);
        assert!((table.homogeneity() - 0.188_722).abs() < 1e-6);
        assert!((table.completeness() - 0.188_722).abs() < 1e-6);
        assert!((table.v_measure() - 0.188_722).abs() < 1e-6);
    }

    #[test]
    fn independent_partitions_and_nothing_at_all() {
        let even = of(&[(0, 0, 2), (0, 1, 2), (1, 0, 2), (1, 1, 2)]);
        assert!(close(even.v_measure(), 0.0));
        assert!(Contingency::default().is_empty());
        assert!(close(Contingency::default().v_measure(), 1.0));
    }

    proptest! {
        #[test]
        fn within_bounds_and_the_two_shares_mirror_each_other(
            cells in prop::collection::vec((0_u32..5, 0_u32..5, 0_usize..50), 0..30)
        ) {
            let table = of(&cells);
            let flipped: Vec<_> = cells.iter().map(|(a, b, words)| (*b, *a, *words)).collect();
            let mirror = of(&flipped);
            prop_assert!(close(table.homogeneity(), mirror.completeness()));
            prop_assert!(close(table.v_measure(), mirror.v_measure()));
            prop_assert!((0.0..=1.0).contains(&table.v_measure()));
        }
    }
}
