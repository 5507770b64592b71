//! Two texts compared with what is known of both.

use libm::{log, sqrt};

/// How much more a term belongs to one text than to another.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct LogOdds {
    /// The log-odds ratio in nats, above 0 where the first text has more of the term.
    pub delta: f64,
    /// `delta` in standard deviations: beyond ±1.96 is p < .05 for a term chosen beforehand.
    pub z: f64,
}

/// Log-odds ratio with an informative Dirichlet prior (Monroe, Colaresi and Quinn 2008): before looking, both texts are
/// taken to hold `prior` occurrences of the term among `prior_tokens` tokens.
///
/// `delta = ln((a + A) / (c + A0 - a - A)) - ln((b + A) / (d + A0 - b - A))`, and its variance is the sum of the
/// reciprocals of the four cells. The short form that keeps the two cells of the term gives a hair more. Swapping the
/// texts changes the signs and nothing else. 0 where a cell is empty, prior and all.
pub fn log_odds(a: f64, c: f64, b: f64, d: f64, prior: f64, prior_tokens: f64) -> LogOdds {
    let cells = |count: f64, tokens: f64| (count + prior, tokens + prior_tokens - count - prior);
    let ((a, not_a), (b, not_b)) = (cells(a, c), cells(b, d));
    if a.min(not_a).min(b).min(not_b) <= 0.0 {
        return LogOdds::default();
    }
    let delta = log(a / not_a) - log(b / not_b);
    let variance = (1.0 / a + 1.0 / not_a) + (1.0 / b + 1.0 / not_b);
    LogOdds { delta, z: delta / sqrt(variance) }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::near;
    use super::*;

    #[test]
    fn worked_values() {
        let odds = log_odds(150.0, 10_000.0, 30.0, 12_000.0, 180.0, 22_000.0);
        near(odds.delta, 0.5168, 4);
        near(odds.z, 5.831, 3);
    }

    #[test]
    fn an_empty_cell_says_nothing() {
        assert_eq!(log_odds(3.0, 3.0, 2.0, 2.0, 5.0, 5.0), LogOdds::default());
        assert_eq!(log_odds(0.0, 9.0, 2.0, 9.0, 0.0, 0.0), LogOdds::default());
        assert_eq!(log_odds(0.0, 0.0, 0.0, 0.0, 0.0, 0.0), LogOdds::default());
    }

    #[test]
    fn a_larger_prior_says_less_for_a_rare_word() {
        let weak = log_odds(2.0, 1_000.0, 0.0, 1_000.0, 0.2, 200.0);
        let strong = log_odds(2.0, 1_000.0, 0.0, 1_000.0, 20.0, 20_000.0);
        assert!(weak.delta > strong.delta && strong.delta > 0.0);
    }

    proptest! {
        #[test]
        fn swapping_the_texts_changes_the_sign_to_the_last_bit(
            a in 0_u32..5000, more in 0_u32..5000, b in 0_u32..5000, rest in 0_u32..5000,
            prior in 0_u32..9000, others in 0_u32..9000,
        ) {
            let [a, b, prior] = [a, b, prior].map(f64::from);
            let (c, d) = (a + f64::from(more), b + f64::from(rest));
            let total = prior + f64::from(others);
            let there = log_odds(a, c, b, d, prior, total);
            let back = log_odds(b, d, a, c, prior, total);
            prop_assert!(there.delta.is_finite() && there.z.is_finite());
            prop_assert_eq!((there.delta, there.z), (-back.delta, -back.z));
        }
    }
}
