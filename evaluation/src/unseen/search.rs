//! A search by trial: the (1+1) evolution strategy (Rechenberg 1973). Something of the best setting so far is changed; what is
//! worth more takes its place. The steps grow when one succeeds and shrink when none does.

use engine::separate::Weights;

use super::parameters::{ALL, scale};
use crate::random::SplitMix64;

/// Natural logarithm of the factor that a parameter in use is at most changed by for the start.
const SCATTER: f64 = 0.9;
/// Parameters that are changed at once, at most.
const CHANGED: usize = 4;
/// Standard deviation of the natural logarithm of the factors: at first, at the least, at the most.
const STEP: [f64; 3] = [0.4, 0.05, 0.5];

/// The best of so many settings by what they are worth; the same for the same seed.
///
/// # Errors
///
/// The first that `worth` has.
pub(super) fn search(
    seed: u64,
    steps: usize,
    mut worth: impl FnMut(&Weights) -> Result<f64, String>,
) -> Result<Weights, String> {
    let mut random = SplitMix64::new(seed);
    let mut best = Weights::default();
    for one in ALL {
        scale(&mut best, one, libm::exp((random.unit() * 2.0 - 1.0) * SCATTER));
    }
    let mut value = worth(&best)?;
    let [mut step, least, most] = STEP;
    for _ in 0..steps {
        let mut other = best;
        for _ in 0..=random.below(CHANGED) {
            scale(&mut other, ALL[random.below(ALL.len())], libm::exp(step * normal(&mut random)));
        }
        let there = worth(&other)?;
        if there > value {
            (best, value, step) = (other, there, (step * 1.15).min(most));
        } else {
            step = (step * 0.985).max(least);
        }
    }
    Ok(best)
}

/// Nearly normal, of mean 0 and standard deviation 1: the sum of twelve even numbers.
fn normal(random: &mut SplitMix64) -> f64 {
    (0..12).map(|_| random.unit()).sum::<f64>() - 6.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_finds_what_is_worth_most() {
        let far = |weights: &Weights| {
            let [lean, mix] = [weights.lean / 1.5, weights.mix / 0.2].map(libm::log);
            lean * lean + mix * mix
        };
        let found = search(1, 400, |weights| Ok(-far(weights))).unwrap();
        assert!(far(&found) < 0.01, "{found:?}");
        assert_eq!(found, search(1, 400, |weights| Ok(-far(weights))).unwrap());
        assert!(far(&search(1, 0, |_| Ok(0.0)).unwrap()) > 0.01, "the start is elsewhere");
    }

    #[test]
    fn an_error_ends_it() {
        assert_eq!(search(1, 9, |_| Err("no".to_owned())), Err("no".to_owned()));
    }
}
