//! Statistics on counts. Shapes and units: `a` of `c` tokens in the target are the term, `b` of `d` in the reference.
//!
//! Counts are whole numbers handed over as `f64`, since weighted counts fit the same formulas. Nothing here returns
//! NaN or an infinity for counts that are finite, not negative, and no larger than their totals.

use libm::{log, log2};

/// What a count of zero is taken for where a ratio needs one above zero.
///
/// Half an occurrence is the customary stand-in (Hardie's log ratio in CQPweb uses the same).
const HALF: f64 = 0.5;

/// Occurrences per thousand tokens; 0 where there are no tokens.
pub fn per_thousand(count: f64, tokens: f64) -> f64 {
    if tokens > 0.0 { 1000.0 * count / tokens } else { 0.0 }
}

/// Expected counts of the term in target and reference if both used it at the same rate:
/// `E1 = c (a + b) / (c + d)` and `E2 = d (a + b) / (c + d)` (Rayson and Garside 2000).
pub fn expected(a: f64, c: f64, b: f64, d: f64) -> (f64, f64) {
    let tokens = c + d;
    if tokens > 0.0 { (c * (a + b) / tokens, d * (a + b) / tokens) } else { (0.0, 0.0) }
}

/// Log-likelihood G² with two terms: `2 (a ln(a / E1) + b ln(b / E2))` (Rayson and Garside 2000).
///
/// Natural logarithm; a count of zero adds nothing. Signed: negative where the target uses the term less than
/// expected. With one degree of freedom 3.84 is p < .05, 6.63 p < .01, 10.83 p < .001, 15.13 p < .0001.
pub fn g2_two_term(a: f64, c: f64, b: f64, d: f64) -> f64 {
    let (e1, e2) = expected(a, c, b, d);
    signed(2.0 * (part(a, e1) + part(b, e2)), a, e1)
}

/// Log-likelihood G² with four terms: the two of [`g2_two_term`] and the same for all other tokens,
/// `(c - a) ln((c - a) / (c - E1)) + (d - b) ln((d - b) / (d - E2))` (Dunning 1993; AntConc's default).
///
/// Signed as [`g2_two_term`].
pub fn g2(a: f64, c: f64, b: f64, d: f64) -> f64 {
    let (e1, e2) = expected(a, c, b, d);
    let term = part(a, e1) + part(b, e2);
    let rest = part(c - a, c - e1) + part(d - b, d - e2);
    signed(2.0 * (term + rest), a, e1)
}

/// Log ratio: `log2((a / c) / (b / d))` (Hardie 2014). One unit is a doubling of the rate.
///
/// A count of zero on one side is taken for half an occurrence; 0 where the term stands on neither side or a side has
/// no tokens.
pub fn log_ratio(a: f64, c: f64, b: f64, d: f64) -> f64 {
    if c <= 0.0 || d <= 0.0 || a + b <= 0.0 {
        return 0.0;
    }
    let above_zero = |count: f64| if count > 0.0 { count } else { HALF };
    log2((above_zero(a) / c) / (above_zero(b) / d))
}

/// Gries's deviation of proportions: `DP = ½ Σ |v_i / f - s_i|` over the parts of a corpus, 0 even, towards 1 clumped
/// (Gries 2008). `parts` gives, for each part, the term's count in it and its number of tokens.
pub fn deviation_of_proportions(parts: impl Iterator<Item = (f64, f64)> + Clone) -> f64 {
    let (count, tokens) =
        parts.clone().fold((0.0, 0.0), |(count, tokens), (v, size)| (count + v, tokens + size));
    if count <= 0.0 || tokens <= 0.0 {
        return 0.0;
    }
    parts.map(|(v, size)| (v / count - size / tokens).abs()).sum::<f64>() / 2.0
}

/// Mutual information of a node and a collocate: `log2(f_AB / E)` with `E = f_A f_B / N` (Church and Hanks 1990).
///
/// `together` is f_AB, how often the two stand together; `node` f_A and `collocate` f_B, how often each stands at all;
/// `tokens` N. The expected count is not multiplied by the width of the window. 0 where any of them is 0.
pub fn mutual_information(together: f64, node: f64, collocate: f64, tokens: f64) -> f64 {
    if together <= 0.0 || node <= 0.0 || collocate <= 0.0 || tokens <= 0.0 {
        return 0.0;
    }
    log2(together * tokens / (node * collocate))
}

/// Rychlý's logDice: `14 + log2(2 f_AB / (f_A + f_B))`; counts as for [`mutual_information`] (Rychlý 2008).
///
/// At most 14 where the two are never apart; one more is twice as strong, whatever the size of the corpus. 0 where they are
/// never together.
pub fn log_dice(together: f64, node: f64, collocate: f64) -> f64 {
    if together <= 0.0 || node + collocate <= 0.0 {
        return 0.0;
    }
    14.0 + log2(2.0 * together / (node + collocate))
}

/// Log-likelihood G² of a node and a collocate: [`g2`] of the table `f_AB`, `f_A - f_AB`, `f_B - f_AB`,
/// `N - f_A - f_B + f_AB` (Dunning 1993); counts as for [`mutual_information`].
///
/// Negative where the two stand together less often than by chance. `together` is not to be larger than either count.
pub fn collocation_g2(together: f64, node: f64, collocate: f64, tokens: f64) -> f64 {
    g2(together, node, collocate - together, tokens - node)
}

/// `observed ln(observed / expected)`, 0 for an observed count of zero.
fn part(observed: f64, expected: f64) -> f64 {
    if observed > 0.0 && expected > 0.0 { observed * log(observed / expected) } else { 0.0 }
}

/// `g2` with the sign of `a - e1`. Rounding can leave it a hair below zero where it should be zero.
fn signed(g2: f64, a: f64, e1: f64) -> f64 {
    let g2 = g2.max(0.0);
    if a < e1 { -g2 } else { g2 }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn near(got: f64, want: f64, digits: i32) {
        assert!((got - want).abs() <= 0.5 * 10_f64.powi(-digits) + 1e-12, "{got} is not {want}");
    }

    #[test]
    fn worked_values_of_collocation() {
        let (together, node, collocate, tokens) = (50.0, 1_000.0, 500.0, 1e6);
        near(mutual_information(together, node, collocate, tokens), 6.644, 3);
        near(log_dice(together, node, collocate), 10.093, 3);
        near(collocation_g2(together, node, collocate, tokens), 369.09, 2);
        // Never apart: all that logDice has.
        near(log_dice(7.0, 7.0, 7.0), 14.0, 9);
        // As often as by chance: no information and no evidence.
        near(mutual_information(1.0, 10.0, 10.0, 100.0), 0.0, 9);
        near(collocation_g2(1.0, 10.0, 10.0, 100.0), 0.0, 9);
        assert!(collocation_g2(1.0, 40.0, 30.0, 100.0) < -10.0);
        for none in [(0.0, 0.0, 0.0, 0.0), (0.0, 5.0, 5.0, 100.0)] {
            assert_eq!(mutual_information(none.0, none.1, none.2, none.3), 0.0);
            assert_eq!(log_dice(none.0, none.1, none.2), 0.0);
        }
    }

    #[test]
    fn worked_values() {
        let (a, c, b, d) = (150.0, 10_000.0, 30.0, 12_000.0);
        near(expected(a, c, b, d).0, 81.818, 3);
        near(g2_two_term(a, c, b, d), 110.703, 3);
        near(g2(a, c, b, d), 111.563, 3);
        near(log_ratio(a, c, b, d), 2.585, 3);
        near(per_thousand(a, c), 15.0, 9);
        // Gries's own example.
        let parts = [(1.0, 9.0), (2.0, 10.0), (3.0, 10.0), (4.0, 10.0), (5.0, 11.0)];
        near(deviation_of_proportions(parts.into_iter()), 0.18, 9);
    }

    #[test]
    fn the_sign_says_which_side_has_more() {
        near(g2(30.0, 12_000.0, 150.0, 10_000.0), -111.563, 3);
        near(log_ratio(30.0, 12_000.0, 150.0, 10_000.0), -2.585, 3);
    }

    #[test]
    fn nothing_to_compare_is_zero() {
        assert_eq!(g2(0.0, 0.0, 0.0, 0.0), 0.0);
        assert_eq!(g2(3.0, 10.0, 0.0, 0.0), 0.0);
        assert_eq!(log_ratio(3.0, 10.0, 0.0, 0.0), 0.0);
        assert_eq!(per_thousand(3.0, 0.0), 0.0);
        assert_eq!(deviation_of_proportions([(0.0, 5.0)].into_iter()), 0.0);
    }

    #[test]
    fn a_count_of_zero_is_half_an_occurrence_in_a_ratio() {
        near(log_ratio(4.0, 1000.0, 0.0, 1000.0), 3.0, 9);
        near(log_ratio(0.0, 1000.0, 4.0, 1000.0), -3.0, 9);
    }

    proptest! {
        #[test]
        fn finite_and_antisymmetric(a in 0_u32..5000, more in 0_u32..5000, b in 0_u32..5000, rest in 0_u32..5000) {
            let (a, b) = (f64::from(a), f64::from(b));
            let (c, d) = (a + f64::from(more), b + f64::from(rest));
            for statistic in [g2, g2_two_term, log_ratio] {
                let there = statistic(a, c, b, d);
                prop_assert!(there.is_finite());
                prop_assert!((there.abs() - statistic(b, d, a, c).abs()).abs() < 1e-6);
            }
        }
    }
}
