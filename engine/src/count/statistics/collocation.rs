//! How strongly two words go together.

use libm::log2;

use super::g2;

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

#[cfg(test)]
mod tests {
    use super::super::near;
    use super::*;

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
}
