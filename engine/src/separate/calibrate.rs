//! What evidence is worth in this corpus: some wander far from their subject in every section, some never do.
//!
//! The evidence of units that belong and of foreign ones is taken as two normal distributions of one spread; their means and
//! the spread are estimated from the corpus, each held back by a guess that weighs as much as some units. The log-odds of a
//! unit are then linear in its evidence (Fisher's linear discriminant in one dimension).

use super::weights::Weights;

/// Least evidence a unit that belongs is taken to have.
const LEAST: f64 = 0.02;
/// Foreign units have at most this share of the evidence of those that belong.
const NEAREST: f64 = 0.8;

/// Log-odds are `gain · (evidence - middle)`.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Scale {
    pub(super) gain: f64,
    pub(super) middle: f64,
}

/// Fits the scale to the evidence of units.
///
/// `belongs` says how likely each of them belongs, from 0 to 1; `None` before anything is known: then the upper two thirds
/// are taken to belong and the rest to be open.
pub(super) fn fit(evidence: &[f64], belongs: Option<&[f64]>, weights: &Weights) -> Scale {
    let mut belongs = match belongs {
        Some(belongs) => belongs.to_vec(),
        None => guess(evidence),
    };
    let first = moments(evidence, &belongs, weights);
    let prior = libm::log((1.0 - weights.foreign_share) / weights.foreign_share);
    for (belief, value) in belongs.iter_mut().zip(evidence) {
        let odds = first.odds(*value) + prior;
        *belief = 0.5 * *belief + 0.5 / (1.0 + libm::exp(-odds));
    }
    let fitted = moments(evidence, &belongs, weights);
    let (gain, middle) = fitted.line();
    Scale { gain: weights.gain * gain, middle }
}

/// The lower third may be foreign.
fn guess(evidence: &[f64]) -> Vec<f64> {
    let mut sorted = evidence.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    let third = sorted.get(sorted.len() / 3).copied().unwrap_or(0.0);
    evidence.iter().map(|value| if *value >= third { 1.0 } else { 0.3 }).collect()
}

/// Two normal distributions of one variance.
struct Moments {
    belonging: f64,
    foreign: f64,
    variance: f64,
}

impl Moments {
    /// Gain and middle of the log-odds.
    fn line(&self) -> (f64, f64) {
        let apart = self.belonging - self.foreign;
        (apart / self.variance, 0.5 * (self.belonging + self.foreign))
    }

    fn odds(&self, value: f64) -> f64 {
        let (gain, middle) = self.line();
        gain * (value - middle)
    }
}

fn moments(evidence: &[f64], belongs: &[f64], weights: &Weights) -> Moments {
    let (mut on, mut on_weight, mut off, mut off_weight) = (0.0, 0.0, 0.0, 0.0);
    for (value, belief) in evidence.iter().zip(belongs) {
        on += belief * value;
        on_weight += belief;
        off += (1.0 - belief) * value;
        off_weight += 1.0 - belief;
    }
    let belonging = (on / f64::max(on_weight, 1e-6)).max(LEAST);
    let guessed = weights.foreign_mean * belonging;
    let foreign = (off + weights.foreign_weight * guessed) / (off_weight + weights.foreign_weight);
    let foreign = foreign.min(NEAREST * belonging);
    let spread = weights.spread * belonging;
    let mut variance = weights.spread_weight * spread * spread;
    for (value, belief) in evidence.iter().zip(belongs) {
        let (a, b) = (value - belonging, value - foreign);
        variance += belief * a * a + (1.0 - belief) * b * b;
    }
    Moments {
        belonging,
        foreign,
        variance: variance / (on_weight + off_weight + weights.spread_weight),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_clusters_are_told_apart_in_the_gap() {
        let evidence: Vec<f64> = (0..60)
            .map(|at| if at % 4 == 0 { 0.05 } else { 1.0 } + f64::from(at % 3) * 0.02)
            .collect();
        let scale = fit(&evidence, None, &Weights::default());
        assert!(scale.middle > 0.2 && scale.middle < 0.9, "{scale:?}");
        assert!(scale.gain > 0.0);
    }

    #[test]
    fn a_corpus_that_wanders_has_a_flatter_scale() {
        let narrow: Vec<f64> = (0..60).map(|at| 1.0 + f64::from(at % 5) * 0.02).collect();
        let wide: Vec<f64> = (0..60).map(|at| 0.2 + f64::from(at % 5) * 0.42).collect();
        let weights = Weights::default();
        assert!(fit(&wide, None, &weights).gain < fit(&narrow, None, &weights).gain);
    }

    #[test]
    fn nothing_to_fit_gives_a_usable_scale() {
        let scale = fit(&[], None, &Weights::default());
        assert!(scale.gain.is_finite() && scale.middle.is_finite());
    }
}
