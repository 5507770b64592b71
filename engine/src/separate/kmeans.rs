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

/// Vectors of length 1, each a weighted sum of some of `base`.
pub(super) struct Sums<'a> {
    base: &'a [Vector],
    /// For each of them the parts it is the sum of.
    parts: Vec<Vec<(usize, f64)>>,
    terms: usize,
}

/// One weight per centre.
type Lanes = [f64; LANES];

impl<'a> Sums<'a> {
    /// Takes weighted parts as they are and scales each sum to length 1; `terms` is the size of the vocabulary.
    pub(super) fn new(base: &'a [Vector], mut parts: Vec<Vec<(usize, f64)>>, terms: usize) -> Self {
        for sum in &mut parts {
            let mut square = 0.0;
            for (at, (a, x)) in sum.iter().enumerate() {
                square += x * x * cosine(&base[*a], &base[*a]);
                for (b, y) in &sum[at + 1..] {
                    square += 2.0 * x * y * cosine(&base[*a], &base[*b]);
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
        let (mut centres, count) = self.seeds(most.min(LANES), nearest);
        let mut home: Vec<usize> = Vec::new();
        for _ in 0..ROUNDS {
            let next: Vec<usize> = self
                .likeness(&centres)
                .iter()
                .map(|all| {
                    (1..count).fold(0, |best, at| if all[at] > all[best] { at } else { best })
                })
                .collect();
            if next == home {
                break;
            }
            home = next;
            centres = self.centres(|at| Some(home[at]));
        }
        let of = |centre| (0..home.len()).filter(|at| home[*at] == centre).collect::<Vec<_>>();
        (0..count).map(of).filter(|group| !group.is_empty()).collect()
    }

    fn seeds(&self, most: usize, nearest: f64) -> (Vec<Lanes>, usize) {
        let whole: Vec<f64> =
            self.likeness(&self.centres(|_| Some(0))).iter().map(|all| all[0]).collect();
        let mut distance = vec![1.0_f64; self.parts.len()];
        let mut chosen: Vec<usize> = Vec::new();
        while chosen.len() < most.min(self.parts.len()) {
            let score = |at: usize| whole[at] * distance[at];
            let best = rank::descending((0..self.parts.len()).map(score))[0];
            if !chosen.is_empty() && distance[best] < nearest {
                break;
            }
            chosen.push(best);
            let centre = self.centres(|at| (at == best).then_some(0));
            for (distance, all) in distance.iter_mut().zip(self.likeness(&centre)) {
                *distance = distance.min(1.0 - all[0]).max(0.0);
            }
            distance[best] = 0.0;
        }
        let place = |at: usize| chosen.iter().position(|other| *other == at);
        (self.centres(place), chosen.len())
    }

    /// The sums that have a lane, added up by lane and scaled to length 1, by term.
    fn centres(&self, lane: impl Fn(usize) -> Option<usize>) -> Vec<Lanes> {
        let mut weights = vec![[0.0; LANES]; self.base.len()];
        for (at, parts) in self.parts.iter().enumerate() {
            if let Some(lane) = lane(at) {
                for (part, weight) in parts {
                    weights[*part][lane] += weight;
                }
            }
        }
        let mut centres = vec![[0.0; LANES]; self.terms];
        for (vector, weights) in self.base.iter().zip(&weights) {
            if weights.iter().any(|weight| *weight != 0.0) {
                for (term, value) in vector {
                    for (total, weight) in centres[*term as usize].iter_mut().zip(weights) {
                        *total += value * weight;
                    }
                }
            }
        }
        let mut lengths = [0.0; LANES];
        for lanes in &centres {
            for (length, value) in lengths.iter_mut().zip(lanes) {
                *length += value * value;
            }
        }
        for lanes in &mut centres {
            for (value, length) in lanes.iter_mut().zip(&lengths) {
                *value /= f64::max(length.sqrt(), 1e-12);
            }
        }
        centres
    }

    /// The cosine of each sum with each centre.
    fn likeness(&self, centres: &[Lanes]) -> Vec<Lanes> {
        let of_base: Vec<Lanes> = self
            .base
            .iter()
            .map(|vector| {
                let mut all = [0.0; LANES];
                for (term, value) in vector {
                    for (total, centre) in all.iter_mut().zip(&centres[*term as usize]) {
                        *total += value * centre;
                    }
                }
                all
            })
            .collect();
        self.parts
            .iter()
            .map(|parts| {
                let mut all = [0.0; LANES];
                for (part, weight) in parts {
                    for (total, value) in all.iter_mut().zip(&of_base[*part]) {
                        *total += weight * value;
                    }
                }
                all
            })
            .collect()
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
        let groups = Sums::new(&base, parts, 4).group(8, 0.6);
        assert_eq!(groups, [vec![0, 1], vec![2, 3]]);
    }

    #[test]
    fn parts_pull_a_sum_along() {
        // The third has words of its own, but stands beside the first two.
        let base: Vec<Vector> =
            vec![vec![(0, 1.0)], vec![(0, 1.0)], vec![(1, 1.0)], vec![(2, 1.0)]];
        let parts = vec![vec![(0, 1.0)], vec![(1, 1.0)], vec![(2, 1.0), (1, 1.0)], vec![(3, 1.0)]];
        let groups = Sums::new(&base, parts, 3).group(8, 0.6);
        assert_eq!(groups, [vec![0, 1, 2], vec![3]]);
    }

    #[test]
    fn nothing_makes_no_group() {
        assert!(Sums::new(&[], Vec::new(), 0).group(8, 0.6).is_empty());
    }
}
