//! Verdicts of neighbours hang together: the chance that each unit belongs, given the evidence of its whole document.
//!
//! Forward-backward over two states, in logarithms.

/// Log-odds that each unit belongs, from the log-odds of its own evidence and the cost of changing sides before it.
///
/// `own[i]` and `costs[i]` are in nats; `costs[0]` is not used. The result has one value per unit.
pub(super) fn posterior(own: &[f64], costs: &[f64]) -> Vec<f64> {
    let n = own.len();
    // Log-odds that flow into unit i from the left and from the right.
    let mut left = vec![0.0; n];
    let mut right = vec![0.0; n];
    for at in 1..n {
        left[at] = pass(left[at - 1] + own[at - 1], costs[at]);
    }
    for at in (0..n.saturating_sub(1)).rev() {
        right[at] = pass(right[at + 1] + own[at + 1], costs[at + 1]);
    }
    (0..n).map(|at| left[at] + own[at] + right[at]).collect()
}

/// What is left of log-odds after a step at which the side changes with weight `e^-cost` against staying.
fn pass(odds: f64, cost: f64) -> f64 {
    // ln((e^x + s) / (s e^x + 1)) for stay 1 and switch s, written so that large x cannot overflow.
    let switch = libm::exp(-cost);
    let x = odds.abs();
    let tail = libm::exp(-x);
    let passed = libm::log((1.0 + switch * tail) / (switch + tail));
    if odds < 0.0 { -passed } else { passed }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_high_cost_makes_neighbours_agree() {
        let odds = posterior(&[2.0, -0.5, 2.0], &[0.0, 3.0, 3.0]);
        assert!(odds.iter().all(|odd| *odd > 0.0), "{odds:?}");
    }

    #[test]
    fn no_cost_leaves_each_to_itself() {
        let odds = posterior(&[2.0, -0.5, 2.0], &[0.0; 3]);
        assert!((odds[1] + 0.5).abs() < 1e-12);
    }

    #[test]
    fn it_is_the_sum_over_all_paths() {
        let own = [0.7, -1.2, 0.4, -2.0];
        let costs = [0.0, 1.0, 0.5, 2.0];
        let mut on = [0.0; 4];
        let mut all = 0.0;
        for path in 0..16_u32 {
            let side = |at: usize| path >> at & 1 == 1;
            let mut log = 0.0;
            for at in 0..4 {
                log += if side(at) { own[at] } else { 0.0 };
                log -= if at > 0 && side(at) != side(at - 1) { costs[at] } else { 0.0 };
            }
            let weight = libm::exp(log);
            all += weight;
            for at in (0..4).filter(|at| side(*at)) {
                on[at] += weight;
            }
        }
        for (at, odds) in posterior(&own, &costs).into_iter().enumerate() {
            assert!((odds - libm::log(on[at] / (all - on[at]))).abs() < 1e-9);
        }
    }
}
