//! How much more a term is of one text than of another.

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
/// A count of zero on one side is taken for half an occurrence, and for no more than the side would have if both used the term
/// alike: of a small side, half an occurrence can be a higher rate than the other's, and what stands there alone would seem rarer
/// there. 0 where the term stands on neither side or a side has no tokens.
pub fn log_ratio(a: f64, c: f64, b: f64, d: f64) -> f64 {
    if c <= 0.0 || d <= 0.0 || a + b <= 0.0 {
        return 0.0;
    }
    let (e1, e2) = expected(a, c, b, d);
    let above_zero = |count: f64, alike: f64| if count > 0.0 { count } else { HALF.min(alike) };
    log2((above_zero(a, e1) / c) / (above_zero(b, e2) / d))
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

    use super::super::near;
    use super::*;

    #[test]
    fn worked_values() {
        let (a, c, b, d) = (150.0, 10_000.0, 30.0, 12_000.0);
        near(expected(a, c, b, d).0, 81.818, 3);
        near(g2_two_term(a, c, b, d), 110.703, 3);
        near(g2(a, c, b, d), 111.563, 3);
        near(log_ratio(a, c, b, d), 2.585, 3);
        near(per_thousand(a, c), 15.0, 9);
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
    }

    #[test]
    fn a_count_of_zero_is_half_an_occurrence_in_a_ratio() {
        near(log_ratio(4.0, 1000.0, 0.0, 1000.0), 3.0, 9);
        near(log_ratio(0.0, 1000.0, 4.0, 1000.0), -3.0, 9);
    }

    #[test]
    fn what_stands_on_one_side_alone_is_never_rarer_there() {
        // Expected on the small side: 476 * 4 / 8310 = 0.229.
        near(log_ratio(4.0, 7834.0, 0.0, 476.0), 0.085, 3);
        near(log_ratio(0.0, 476.0, 4.0, 7834.0), -0.085, 3);
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
                if c > 0.0 && d > 0.0 {
                    // The same side has more by each of them, but for what rounding makes of nothing.
                    prop_assert!(there.abs() < 1e-6 || there.is_sign_positive() == (a * d >= b * c));
                }
            }
        }
    }
}
