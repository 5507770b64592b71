//! Distributions of terms: what is typical of one, and how far two are apart.

use libm::{log, sqrt};

/// Relevance of a term to a topic (Sievert and Shirley 2014): `λ ln p(w|t) + (1 - λ) ln(p(w|t) / p(w))`, in nats.
///
/// `inside` is `p(w|t)` and `overall` is `p(w)`, both above 0; `lambda` runs from 0 (what the topic alone has) to 1
/// (what it has most of). 0 where a probability is not above 0: such a term has no relevance to rank by.
pub fn relevance(inside: f64, overall: f64, lambda: f64) -> f64 {
    if inside <= 0.0 || overall <= 0.0 {
        return 0.0;
    }
    lambda * log(inside) + (1.0 - lambda) * log(inside / overall)
}

/// Jensen-Shannon distance of two distributions: the square root of the divergence in bits, from 0 (the same) to 1
/// (nothing in common).
///
/// The root and not the divergence itself, since the root is a metric and fits into a Euclidean space (Endres and
/// Schindelin 2003; Fuglede and Topsøe 2004): a map of such distances loses dimensions but meets no contradiction.
///
/// `p` and `q` are counts by index, sorted by index, each index once; they need not add up to 1. Two empty ones are
/// the same, an empty one and another have nothing in common.
pub fn jensen_shannon(p: &[(u32, u32)], q: &[(u32, u32)]) -> f64 {
    let sum = |counts: &[(u32, u32)]| counts.iter().map(|(_, n)| f64::from(*n)).sum::<f64>();
    let (p_sum, q_sum) = (sum(p), sum(q));
    if p_sum <= 0.0 || q_sum <= 0.0 {
        return if p_sum == q_sum { 0.0 } else { 1.0 };
    }
    // Only what both have needs a logarithm: the rest of each adds its share.
    let (mut common_p, mut common_q, mut nats) = (0.0, 0.0, 0.0);
    let (mut i, mut j) = (0, 0);
    while let (Some((left, m)), Some((right, n))) = (p.get(i), q.get(j)) {
        if left == right && *m > 0 && *n > 0 {
            let (x, y) = (f64::from(*m) / p_sum, f64::from(*n) / q_sum);
            let middle = (x + y) / 2.0;
            common_p += x;
            common_q += y;
            nats += x * log(x / middle) + y * log(y / middle);
        }
        i += usize::from(left <= right);
        j += usize::from(right <= left);
    }
    let apart = (1.0 - common_p) + (1.0 - common_q);
    let bits = (nats / std::f64::consts::LN_2 + apart) / 2.0;
    // Rounding leaves a hair where the two are the same.
    if bits < 1e-12 { 0.0 } else { sqrt(bits.min(1.0)) }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::near;
    use super::*;

    #[test]
    fn worked_values_of_relevance() {
        // ln .02 = -3.912, ln(.02 / .005) = 1.3863.
        near(relevance(0.02, 0.005, 1.0), -3.9120, 4);
        near(relevance(0.02, 0.005, 0.0), 1.3863, 4);
        near(relevance(0.02, 0.005, 0.6), -1.7927, 4);
        assert_eq!(relevance(0.0, 0.5, 0.6), 0.0);
    }

    #[test]
    fn worked_values_of_distance() {
        // p = (½, ½), q = (¼, ¾), by hand: middle (⅜, ⅝), divergence .04879 bits.
        let (p, q) = ([(0, 1), (1, 1)], [(0, 1), (1, 3)]);
        near(jensen_shannon(&p, &q), 0.22090, 5);
        assert_eq!(jensen_shannon(&[(0, 3)], &[(1, 5)]), 1.0);
        // Half of each in common: divergence ½.
        near(jensen_shannon(&[(0, 1), (1, 1)], &[(1, 2), (2, 2)]), 0.5_f64.sqrt(), 12);
        assert_eq!(jensen_shannon(&[], &[]), 0.0);
        assert_eq!(jensen_shannon(&[], &[(0, 1)]), 1.0);
    }

    fn counts() -> impl Strategy<Value = Vec<(u32, u32)>> {
        proptest::collection::btree_map(0_u32..30, 1_u32..500, 1..20)
            .prop_map(|map| map.into_iter().collect())
    }

    proptest! {
        #[test]
        fn a_distance_of_one_kind(p in counts(), q in counts(), r in counts()) {
            let distance = jensen_shannon(&p, &q);
            prop_assert!((0.0..=1.0).contains(&distance));
            prop_assert!((distance - jensen_shannon(&q, &p)).abs() < 1e-9);
            prop_assert_eq!(jensen_shannon(&p, &p), 0.0);
            prop_assert!(jensen_shannon(&p, &r) <= distance + jensen_shannon(&q, &r) + 1e-9);
        }

        #[test]
        fn agrees_with_the_definition(p in counts(), q in counts()) {
            let dense = |counts: &[(u32, u32)]| {
                let mut all = [0.0_f64; 30];
                let sum: f64 = counts.iter().map(|(_, n)| f64::from(*n)).sum();
                for (at, n) in counts {
                    all[*at as usize] = f64::from(*n) / sum;
                }
                all
            };
            let (p_all, q_all) = (dense(&p), dense(&q));
            let entropy = |of: &dyn Fn(usize) -> f64| -> f64 {
                (0..30).map(of).filter(|x| *x > 0.0).map(|x| -x * libm::log2(x)).sum()
            };
            let middle = entropy(&|at| (p_all[at] + q_all[at]) / 2.0);
            let bits = middle - (entropy(&|at| p_all[at]) + entropy(&|at| q_all[at])) / 2.0;
            prop_assert!((jensen_shannon(&p, &q) - bits.max(0.0).sqrt()).abs() < 1e-5);
        }
    }
}
