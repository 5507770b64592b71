//! Two topics by non-negative matrix factorisation, units × terms ≈ units × topics · topics × terms.
//!
//! Daniel D. Lee and H. Sebastian Seung, "Algorithms for Non-negative Matrix Factorization", Advances in Neural
//! Information Processing Systems 13, 2001: the multiplicative updates for the Euclidean distance, theorem 1.

use super::tfidf::Vectors;
use crate::random::SplitMix64;

/// Rounds of updates.
const ROUNDS: usize = 200;
/// Starts; the factorisation nearest to the matrix is kept, since the updates find the nearest valley only.
const STARTS: u64 = 5;
/// Keeps quotients finite.
const TINY: f64 = 1e-12;

/// Which units belong to the topic with fewer words.
pub(super) fn off(vectors: &Vectors, words: &[usize]) -> Vec<bool> {
    let mut best = Factors::new(vectors, 0);
    for start in 1..STARTS {
        let next = Factors::new(vectors, start);
        if next.distance(vectors) < best.distance(vectors) {
            best = next;
        }
    }
    let topics: Vec<Option<usize>> = best.topics(vectors);
    let size = |topic: usize| -> usize {
        topics.iter().zip(words).filter(|(of, _)| **of == Some(topic)).map(|(_, words)| words).sum()
    };
    let smaller = usize::from(size(1) < size(0));
    topics.iter().map(|topic| *topic == Some(smaller)).collect()
}

/// A factorisation.
struct Factors {
    /// Topics of each unit.
    units: Vec<[f64; 2]>,
    /// Topics of each term.
    terms: Vec<[f64; 2]>,
}

impl Factors {
    /// From a start that is the same every time, all rounds.
    fn new(vectors: &Vectors, start: u64) -> Self {
        let mut random = SplitMix64::new(start);
        let mut pairs = |count: usize| -> Vec<[f64; 2]> {
            (0..count).map(|_| [0.1 + random.unit(), 0.1 + random.unit()]).collect()
        };
        let (units, terms) = (pairs(vectors.rows.len()), pairs(vectors.terms));
        let mut factors = Self { units, terms };
        for _ in 0..ROUNDS {
            factors.update(vectors);
        }
        factors
    }

    /// H ← H ∘ WᵀV / WᵀWH, then W ← W ∘ VHᵀ / WHHᵀ; W are the units, H the terms.
    fn update(&mut self, vectors: &Vectors) {
        let mut products = vec![[0.0; 2]; self.terms.len()];
        for (unit, row) in self.units.iter().zip(&vectors.rows) {
            for (term, weight) in row {
                products[*term][0] += unit[0] * weight;
                products[*term][1] += unit[1] * weight;
            }
        }
        rescale(&mut self.terms, &products, gram(&self.units));
        let products: Vec<[f64; 2]> = vectors
            .rows
            .iter()
            .map(|row| {
                row.iter().fold([0.0; 2], |[a, b], (term, weight)| {
                    let of_term = self.terms[*term];
                    [a + of_term[0] * weight, b + of_term[1] * weight]
                })
            })
            .collect();
        rescale(&mut self.units, &products, gram(&self.terms));
    }

    /// The squared distance `|V - WH|²` without the constant `|V|²`: `tr(WᵀW HHᵀ) - 2 Σ V ∘ WH`.
    fn distance(&self, vectors: &Vectors) -> f64 {
        let ([a, b, c], [d, e, f]) = (gram(&self.units), gram(&self.terms));
        let mut distance = a * d + 2.0 * b * e + c * f;
        for (unit, row) in self.units.iter().zip(&vectors.rows) {
            for (term, weight) in row {
                let of_term = self.terms[*term];
                distance -= 2.0 * weight * (unit[0] * of_term[0] + unit[1] * of_term[1]);
            }
        }
        distance
    }

    /// The topic that gives each unit most of its weight; `None` for a unit without terms.
    fn topics(&self, vectors: &Vectors) -> Vec<Option<usize>> {
        let sum = |topic: usize| self.terms.iter().map(|term| term[topic]).sum::<f64>();
        let sums = [sum(0), sum(1)];
        let of_unit = |(unit, row): (&[f64; 2], &Vec<(usize, f64)>)| {
            (!row.is_empty()).then(|| usize::from(unit[1] * sums[1] > unit[0] * sums[0]))
        };
        self.units.iter().zip(&vectors.rows).map(of_unit).collect()
    }
}

/// The sums of products `[00, 01, 11]` of the two columns.
fn gram(pairs: &[[f64; 2]]) -> [f64; 3] {
    pairs.iter().fold([0.0; 3], |[a, b, c], [x, y]| [a + x * x, b + x * y, c + y * y])
}

/// Multiplies each factor by product / (factor · gram).
fn rescale(factors: &mut [[f64; 2]], products: &[[f64; 2]], [a, b, c]: [f64; 3]) {
    for (factor, product) in factors.iter_mut().zip(products) {
        let [x, y] = *factor;
        *factor =
            [x * product[0] / (x * a + y * b + TINY), y * product[1] / (x * b + y * c + TINY)];
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Five units over terms 0 and 1, two over 2 and 3, one empty.
    fn blocks() -> Vectors {
        let pair = |first: usize| vec![(first, 0.8), (first + 1, 0.6)];
        let mut rows: Vec<_> = std::iter::repeat_with(|| pair(0)).take(5).collect();
        rows.extend([pair(2), pair(2), vec![]]);
        Vectors { rows, terms: 4 }
    }

    #[test]
    fn the_smaller_block_is_off() {
        let off = off(&blocks(), &[10; 8]);
        assert_eq!(off, [false, false, false, false, false, true, true, false]);
    }

    #[test]
    fn words_and_not_units_say_which_is_smaller() {
        let off = off(&blocks(), &[1, 1, 1, 1, 1, 50, 50, 1]);
        assert_eq!(off, [true, true, true, true, true, false, false, false]);
    }

    #[test]
    fn every_round_comes_nearer() {
        let vectors = blocks();
        let mut random = SplitMix64::new(3);
        let mut pairs = |count: usize| -> Vec<[f64; 2]> {
            (0..count).map(|_| [0.1 + random.unit(), 0.1 + random.unit()]).collect()
        };
        let mut factors = Factors { units: pairs(8), terms: pairs(4) };
        let mut before = factors.distance(&vectors);
        for _ in 0..50 {
            factors.update(&vectors);
            let after = factors.distance(&vectors);
            assert!(after <= before + 1e-9);
            before = after;
        }
        // Two blocks of rank one: nothing is left over of |V|² = 7.
        assert!((before + 7.0).abs() < 1e-3, "{before}");
    }
}
