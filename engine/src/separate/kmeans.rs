//! A deterministic spherical k-means over vectors that are sums of others.
//!
//! A section's place among the sub-topics depends on its own words, its neighbours' and its document's. Written out, such
//! vectors would be as long as the document each; kept as sums, they cost no more than their parts.

use super::cluster::{Vector, cosine};
use super::rank;

/// Rounds; it has settled long before on any corpus seen.
const ROUNDS: usize = 12;
/// Centres looked at side by side: what the array of their weights is cut into.
const LANES: usize = 8;
/// The same where there are few.
const FEW: usize = 4;
/// Products of vectors that are kept.
const KEPT: usize = 64;

/// Vectors of length 1, each a weighted sum of some of `base`.
pub(super) struct Sums<'a> {
    base: Vec<&'a Vector>,
    /// For each of them the parts it is the sum of.
    parts: Vec<Vec<(usize, f64)>>,
    terms: usize,
}

impl<'a> Sums<'a> {
    /// Takes weighted parts as they are and scales each sum to length 1; `terms` is the size of the vocabulary.
    pub(super) fn new(
        base: Vec<&'a Vector>,
        mut parts: Vec<Vec<(usize, f64)>>,
        terms: usize,
    ) -> Self {
        let mut products = Products::new(&base);
        for sum in &mut parts {
            let mut square = 0.0;
            for (at, (a, x)) in sum.iter().enumerate() {
                square += x * x * products.squares[*a];
                for (b, y) in &sum[at + 1..] {
                    square += 2.0 * x * y * products.of(*a, *b);
                }
            }
            if square > 0.0 {
                let length = square.sqrt();
                sum.iter_mut().for_each(|(_, weight)| *weight /= length);
            }
        }
        Self { base, parts, terms }
    }

    /// Cuts the sums into at most `most` groups of similar ones, no more than eight.
    ///
    /// The first centre is the sum most like all of them; each further one is the sum least like the centres so far, by the
    /// product of that distance with its likeness to the whole, so that outliers do not become centres. There are no more
    /// once the best one left is nearer than `nearest` to a centre: so their number is found. Ties go to the one that comes
    /// first. Empty groups are left out.
    pub(super) fn group(&self, most: usize, nearest: f64) -> Vec<Vec<usize>> {
        if self.parts.is_empty() {
            return Vec::new();
        }
        let seeds = self.seeds(most.min(LANES), nearest);
        let home = match seeds.len() {
            0..=FEW => self.settle::<FEW>(&seeds),
            _ => self.settle::<LANES>(&seeds),
        };
        let of = |centre| (0..home.len()).filter(|at| home[*at] == centre).collect::<Vec<_>>();
        (0..seeds.len()).map(of).filter(|group| !group.is_empty()).collect()
    }

    /// The sums that the centres start from.
    fn seeds(&self, most: usize, nearest: f64) -> Vec<usize> {
        let whole = self.likeness::<1>(&self.centres(|_| Some(0)));
        let mut distance = vec![1.0_f64; self.parts.len()];
        let mut chosen: Vec<usize> = Vec::new();
        while chosen.len() < most.min(self.parts.len()) {
            let scores = whole.iter().zip(&distance).map(|([whole], distance)| whole * distance);
            let best = rank::top(scores, 1)[0];
            if !chosen.is_empty() && distance[best] < nearest {
                break;
            }
            chosen.push(best);
            let centre = self.centres(|at| (at == best).then_some(0));
            for (distance, [like]) in distance.iter_mut().zip(self.likeness::<1>(&centre)) {
                *distance = distance.min(1.0 - like).max(0.0);
            }
            distance[best] = 0.0;
        }
        chosen
    }

    /// The group of each sum once they have settled: each belongs to the centre most like it.
    fn settle<const N: usize>(&self, seeds: &[usize]) -> Vec<usize> {
        let mut centres = self.centres(|at| seeds.iter().position(|seed| *seed == at));
        let mut home: Vec<usize> = Vec::new();
        for _ in 0..ROUNDS {
            let nearest = |all: &[f64; N]| {
                (1..seeds.len()).fold(0, |best, at| if all[at] > all[best] { at } else { best })
            };
            let next: Vec<usize> = self.likeness::<N>(&centres).iter().map(nearest).collect();
            if next == home {
                break;
            }
            home = next;
            centres = self.centres(|at| Some(home[at]));
        }
        home
    }

    /// The sums that have a lane, added up by lane and scaled to length 1, by term.
    fn centres<const N: usize>(&self, lane: impl Fn(usize) -> Option<usize>) -> Vec<[f64; N]> {
        let mut weights = vec![[0.0; N]; self.base.len()];
        for (at, parts) in self.parts.iter().enumerate() {
            if let Some(lane) = lane(at) {
                for (part, weight) in parts {
                    weights[*part][lane] += weight;
                }
            }
        }
        self.added_up(&weights)
    }

    /// The base vectors added up with their weights in each lane, which is scaled to length 1.
    fn added_up<const N: usize>(&self, weights: &[[f64; N]]) -> Vec<[f64; N]> {
        let mut centres = vec![[0.0; N]; self.terms];
        for (vector, weights) in self.base.iter().zip(weights) {
            if weights.iter().any(|weight| *weight != 0.0) {
                for (term, value) in *vector {
                    let (total, value) = (&mut centres[*term as usize], f64::from(*value));
                    for lane in 0..N {
                        total[lane] += value * weights[lane];
                    }
                }
            }
        }
        let mut lengths = [0.0; N];
        for lanes in &centres {
            for lane in 0..N {
                lengths[lane] += lanes[lane] * lanes[lane];
            }
        }
        let lengths = lengths.map(|square: f64| f64::max(square.sqrt(), 1e-12));
        for lanes in &mut centres {
            for lane in 0..N {
                lanes[lane] /= lengths[lane];
            }
        }
        centres
    }

    /// The cosine of each sum with each centre.
    fn likeness<const N: usize>(&self, centres: &[[f64; N]]) -> Vec<[f64; N]> {
        let of_base: Vec<[f64; N]> = self
            .base
            .iter()
            .map(|vector| {
                let mut all = [0.0; N];
                for (term, value) in *vector {
                    let (centre, value) = (&centres[*term as usize], f64::from(*value));
                    for lane in 0..N {
                        all[lane] += value * centre[lane];
                    }
                }
                all
            })
            .collect();
        let mut of_sums = Vec::with_capacity(self.parts.len());
        for parts in &self.parts {
            let mut all = [0.0; N];
            for (part, weight) in parts {
                for lane in 0..N {
                    all[lane] += weight * of_base[*part][lane];
                }
            }
            of_sums.push(all);
        }
        of_sums
    }
}

/// Products of base vectors. Sums that stand side by side share parts, so the last products are kept.
struct Products<'a> {
    base: &'a [&'a Vector],
    squares: Vec<f64>,
    last: [(usize, usize, f64); KEPT],
}

impl<'a> Products<'a> {
    fn new(base: &'a [&'a Vector]) -> Self {
        let square = |vector: &&Vector| {
            vector.iter().map(|(_, x)| f64::from(*x)).fold(0.0, |sum, x| sum + x * x)
        };
        let squares = base.iter().map(square).collect();
        Self { base, squares, last: [(usize::MAX, usize::MAX, 0.0); KEPT] }
    }

    fn of(&mut self, a: usize, b: usize) -> f64 {
        let (a, b) = (a.min(b), a.max(b));
        let kept = &mut self.last[(8 * a + b) % KEPT];
        if (kept.0, kept.1) != (a, b) {
            *kept = (a, b, cosine(self.base[a], self.base[b]));
        }
        kept.2
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn vectors_of_two_vocabularies_make_two_groups() {
        let base: Vec<Vector> =
            [0, 0, 2, 2].map(|first| vec![(first, 0.8), (first + 1, 0.6)]).to_vec();
        let parts = (0..4).map(|at| vec![(at, 3.0)]).collect();
        let groups = Sums::new(base.iter().collect(), parts, 4).group(8, 0.6);
        assert_eq!(groups, [vec![0, 1], vec![2, 3]]);
    }

    #[test]
    fn parts_pull_a_sum_along() {
        // The third has words of its own, but stands beside the first two.
        let base: Vec<Vector> =
            vec![vec![(0, 1.0)], vec![(0, 1.0)], vec![(1, 1.0)], vec![(2, 1.0)]];
        let parts = vec![vec![(0, 1.0)], vec![(1, 1.0)], vec![(2, 1.0), (1, 1.0)], vec![(3, 1.0)]];
        let groups = Sums::new(base.iter().collect(), parts, 3).group(8, 0.6);
        assert_eq!(groups, [vec![0, 1, 2], vec![3]]);
    }

    #[test]
    fn nothing_makes_no_group() {
        assert!(Sums::new(Vec::new(), Vec::new(), 0).group(8, 0.6).is_empty());
    }
}
