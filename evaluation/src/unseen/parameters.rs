//! The parameters of the method that are fitted, as a list of numbers.

use engine::separate::Weights;

/// A parameter: where it stands, and the most it can be.
type Parameter = (fn(&mut Weights) -> &mut f64, f64);

/// All that decide what is off topic without a person's word. All are above 0.
pub(super) const ALL: [Parameter; 23] = [
    (|weights| &mut weights.mix, 0.5),
    (|weights| &mut weights.cap, 20.0),
    (|weights| &mut weights.reliability, 20.0),
    (|weights| &mut weights.own_first, 1.0),
    (|weights| &mut weights.own, 1.2),
    (|weights| &mut weights.title, 20.0),
    (|weights| &mut weights.length, 1.1),
    (|weights| &mut weights.concave, 1.2),
    (|weights| &mut weights.foreign_mean, 0.7),
    (|weights| &mut weights.foreign_weight, 400.0),
    (|weights| &mut weights.spread, 2.0),
    (|weights| &mut weights.spread_weight, 50.0),
    (|weights| &mut weights.foreign_share, 0.6),
    (|weights| &mut weights.gain, 20.0),
    (|weights| &mut weights.floor, 50.0),
    (|weights| &mut weights.full, 100.0),
    (|weights| &mut weights.source, 1.0),
    (|weights| &mut weights.change, 20.0),
    (|weights| &mut weights.cohesion, 40.0),
    (|weights| &mut weights.usual_cohesion, 0.9),
    (|weights| &mut weights.foreign, 0.8),
    (|weights| &mut weights.lean, 20.0),
    (|weights| &mut weights.inset, 20.0),
];

/// Multiplies a parameter, up to the most it can be.
pub(super) fn scale(weights: &mut Weights, (of, most): Parameter, factor: f64) {
    let value = of(weights);
    *value = (*value * factor).min(most);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_is_there_once() {
        let mut seen = Weights::default();
        for one in ALL {
            let before = seen;
            scale(&mut seen, one, 0.5);
            assert_ne!(seen, before);
            scale(&mut seen, one, 2.0);
            assert_eq!(seen, Weights::default(), "none of them is at its most");
        }
    }
}
