//! A deterministic spherical k-means over things in rows, each seen with something of its neighbours and of its row.
//!
//! A section's place among the sub-topics depends on its own words, its neighbours' and its document's. Written out, such
//! vectors would be as long as the document each; here they are never written out: what a product with one comes to follows
//! from the products of its parts.

use std::ops::Range;

use super::cluster::{Blend, Vector, cosine};
use super::rank;

/// Rounds; it has settled long before on any corpus seen.
const ROUNDS: usize = 12;
/// Centres looked at side by side: what the array of their weights is cut into.
const LANES: usize = 8;
/// The same where there are few.
const FEW: usize = 4;

/// What else counts in the vector of a thing, against 1 for the thing itself.
#[derive(Clone, Copy, Debug)]
pub(super) struct Seen {
    /// Its row as a whole.
    pub(super) row: f64,
    /// Each neighbour in the row.
    pub(super) beside: f64,
}

/// Things in rows. The vector of each, of length 1, is the weighted sum of its own, its neighbours' and its row's, which is the
/// sum of all in the row, of length 1.
pub(super) struct Rows<'a> {
    things: Vec<&'a Vector>,
    rows: Vec<Row>,
    /// What makes the sum of each thing one of length 1.
    scales: Vec<f64>,
    seen: Seen,
    terms: usize,
}

/// One row.
struct Row {
    things: Range<usize>,
    /// What makes the sum of its things one of length 1.
    scale: f64,
}

impl<'a> Rows<'a> {
    /// Takes things whose rows are as long as is said, one behind the other; `terms` is the size of the vocabulary.
    pub(super) fn new(
        things: Vec<&'a Vector>,
        lengths: impl Iterator<Item = usize>,
        seen: Seen,
        terms: usize,
        blend: &mut Blend,
    ) -> Self {
        let mut all = Self {
            scales: Vec::with_capacity(things.len()),
            things,
            rows: Vec::new(),
            seen,
            terms,
        };
        let mut start = 0;
        for length in lengths {
            let things = start..start + length;
            start = things.end;
            all.measure(things, blend);
        }
        all
    }

    /// Adds a row, and the scales of its things.
    fn measure(&mut self, row: Range<usize>, blend: &mut Blend) {
        let things = &self.things[row.clone()];
        // The product of each with the sum of all, whose square is the sum of these.
        let with_all = blend.products(things);
        let square = with_all.iter().sum::<f64>();
        let scale = if square > 0.0 { 1.0 / square.sqrt() } else { 0.0 };
        let whole = if square > 0.0 { 1.0 } else { 0.0 };
        let squares: Vec<f64> = things
            .iter()
            .map(|thing| thing.iter().map(|(_, x)| f64::from(*x) * f64::from(*x)).sum())
            .collect();
        let product =
            |a: usize, b: usize| things.get(a..=b).map_or(0.0, |_| cosine(things[a], things[b]));
        let Seen { row: whole_counts, beside } = self.seen;
        // Those of a thing with the one before it, and of the one before it with the one behind.
        let mut before = 0.0;
        for at in 0..things.len() {
            let neighbours = [at.checked_sub(1), Some(at + 1).filter(|next| *next < things.len())];
            let after = product(at, at + 1);
            let across = at.checked_sub(1).map_or(0.0, |first| product(first, at + 1));
            let mut sum = squares[at] + whole_counts * whole_counts * whole;
            let mut with_row = with_all[at];
            for other in neighbours.into_iter().flatten() {
                sum += beside * beside * squares[other];
                with_row += beside * with_all[other];
            }
            sum += 2.0 * beside * (before + after) + 2.0 * beside * beside * across;
            sum += 2.0 * whole_counts * scale * with_row;
            self.scales.push(if sum > 0.0 { 1.0 / sum.sqrt() } else { 1.0 });
            before = after;
        }
        self.rows.push(Row { things: row, scale });
    }

    /// Cuts the things into at most `most` groups of similar ones, no more than eight.
    ///
    /// The first centre is the thing most like all of them; each further one is the thing least like the centres so far, by the
    /// product of that distance with its likeness to the whole, so that outliers do not become centres. There are no more
    /// once the best one left is nearer than `nearest` to a centre: so their number is found. Ties go to the one that comes
    /// first. Empty groups are left out.
    pub(super) fn group(&self, most: usize, nearest: f64) -> Vec<Vec<usize>> {
        if self.things.is_empty() {
            return Vec::new();
        }
        let seeds = self.seeds(most.min(LANES), nearest);
        let home = match seeds.len() {
            0..=FEW => self.settle::<FEW>(&seeds),
            _ => self.settle::<LANES>(&seeds),
        };
        let of = |centre| {
            let inside = (0..home.len()).filter(|at| usize::from(home[*at]) == centre);
            inside.collect::<Vec<_>>()
        };
        (0..seeds.len()).map(of).filter(|group| !group.is_empty()).collect()
    }

    /// The things that the centres start from.
    fn seeds(&self, most: usize, nearest: f64) -> Vec<usize> {
        let mut whole = Vec::with_capacity(self.things.len());
        self.likeness::<1>(&self.centres(|_| Some(0)), |[like]| whole.push(like));
        let mut distance = vec![1.0_f64; self.things.len()];
        let mut chosen: Vec<usize> = Vec::new();
        while chosen.len() < most.min(self.things.len()) {
            let scores = whole.iter().zip(&distance).map(|(whole, distance)| whole * distance);
            let best = rank::top(scores, 1)[0];
            if !chosen.is_empty() && distance[best] < nearest {
                break;
            }
            chosen.push(best);
            let centre = self.centres(|at| (at == best).then_some(0));
            let mut all = distance.iter_mut();
            self.likeness::<1>(&centre, |[like]| {
                if let Some(distance) = all.next() {
                    *distance = distance.min(1.0 - like).max(0.0);
                }
            });
            distance[best] = 0.0;
        }
        chosen
    }

    /// The group of each thing once they have settled: each belongs to the centre most like it.
    fn settle<const N: usize>(&self, seeds: &[usize]) -> Vec<u8> {
        let mut centres = self.centres(|at| seeds.iter().position(|seed| *seed == at));
        let mut home: Vec<u8> = Vec::new();
        for _ in 0..ROUNDS {
            let mut next = Vec::with_capacity(self.things.len());
            self.likeness::<N>(&centres, |all| {
                let better = |best: usize, at: usize| if all[at] > all[best] { at } else { best };
                next.push((1..seeds.len()).fold(0, better) as u8);
            });
            if next == home {
                break;
            }
            home = next;
            centres = self.centres(|at| Some(usize::from(home[at])));
        }
        home
    }

    /// The things that have a lane, added up by lane and scaled to length 1, by term.
    fn centres<const N: usize>(&self, lane: impl Fn(usize) -> Option<usize>) -> Vec<[f64; N]> {
        let mut centres = vec![[0.0; N]; self.terms];
        let mut weights: Vec<[f64; N]> = Vec::new();
        for row in &self.rows {
            self.weigh(row, &lane, &mut weights);
            for (vector, weights) in self.things[row.things.clone()].iter().zip(&weights) {
                if weights.iter().any(|weight| *weight != 0.0) {
                    for (term, value) in *vector {
                        let (total, value) = (&mut centres[*term as usize], f64::from(*value));
                        for lane in 0..N {
                            total[lane] += value * weights[lane];
                        }
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

    /// What each thing of a row counts in each lane: for itself, for its neighbours, and for all of its row.
    fn weigh<const N: usize>(
        &self,
        row: &Row,
        lane: &impl Fn(usize) -> Option<usize>,
        weights: &mut Vec<[f64; N]>,
    ) {
        weights.clear();
        weights.resize(row.things.len(), [0.0; N]);
        let mut whole = [0.0; N];
        for (at, thing) in row.things.clone().enumerate() {
            let Some(lane) = lane(thing) else { continue };
            let scale = self.scales[thing];
            weights[at][lane] += scale;
            let beside = [at.checked_sub(1), Some(at + 1)];
            for other in beside.into_iter().flatten() {
                if let Some(weight) = weights.get_mut(other) {
                    weight[lane] += self.seen.beside * scale;
                }
            }
            whole[lane] += self.seen.row * scale * row.scale;
        }
        for weight in weights {
            for lane in 0..N {
                weight[lane] += whole[lane];
            }
        }
    }

    /// The cosine of each thing with each centre, told in order.
    fn likeness<const N: usize>(&self, centres: &[[f64; N]], mut told: impl FnMut([f64; N])) {
        let mut own: Vec<[f64; N]> = Vec::new();
        for row in &self.rows {
            own.clear();
            let mut whole = [0.0; N];
            for vector in &self.things[row.things.clone()] {
                let mut all = [0.0; N];
                for (term, value) in *vector {
                    let (centre, value) = (&centres[*term as usize], f64::from(*value));
                    for lane in 0..N {
                        all[lane] += value * centre[lane];
                    }
                }
                for lane in 0..N {
                    whole[lane] += all[lane];
                }
                own.push(all);
            }
            for (at, scale) in self.scales[row.things.clone()].iter().enumerate() {
                let beside = |at: Option<usize>| at.and_then(|at| own.get(at)).unwrap_or(&[0.0; N]);
                let (before, after) = (beside(at.checked_sub(1)), beside(Some(at + 1)));
                let mut all = own[at];
                for lane in 0..N {
                    all[lane] += self.seen.beside * (before[lane] + after[lane]);
                    all[lane] += self.seen.row * row.scale * whole[lane];
                    all[lane] *= scale;
                }
                told(all);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn groups(things: &[Vector], lengths: &[usize], terms: usize) -> Vec<Vec<usize>> {
        let seen = Seen { row: 0.5, beside: 0.3 };
        let mut blend = Blend::new(terms);
        let lengths = lengths.iter().copied();
        Rows::new(things.iter().collect(), lengths, seen, terms, &mut blend).group(8, 0.6)
    }

    #[test]
    fn vectors_of_two_vocabularies_make_two_groups() {
        let things: Vec<Vector> =
            [0, 0, 2, 2].map(|first| vec![(first, 0.8), (first + 1, 0.6)]).to_vec();
        assert_eq!(groups(&things, &[1; 4], 4), [vec![0, 1], vec![2, 3]]);
    }

    #[test]
    fn a_row_pulls_its_things_along() {
        // The third has words of its own, but stands behind the first two.
        let things: Vec<Vector> =
            vec![vec![(0, 1.0)], vec![(0, 1.0)], vec![(1, 1.0)], vec![(2, 1.0)]];
        assert_eq!(groups(&things, &[3, 1], 3), [vec![0, 1, 2], vec![3]]);
        assert_eq!(groups(&things, &[1; 4], 3).len(), 3);
    }

    #[test]
    fn sums_have_length_one_and_products_are_those_of_the_sums() {
        let things: Vec<Vector> = vec![
            vec![(0, 0.6), (1, 0.8)],
            vec![(1, 1.0)],
            vec![],
            vec![(0, 0.8), (2, 0.6)],
            vec![(2, 1.0)],
            vec![],
        ];
        let (seen, lengths) = (Seen { row: 0.5, beside: 0.3 }, [4, 1, 1]);
        let mut blend = Blend::new(3);
        let lengths_of = lengths.iter().copied();
        let rows = Rows::new(things.iter().collect(), lengths_of, seen, 3, &mut blend);
        // Written out.
        let dense = |vector: &Vector| {
            let mut all = [0.0; 3];
            vector.iter().for_each(|(term, x)| all[*term as usize] += f64::from(*x));
            all
        };
        let unit = |vector: [f64; 3]| {
            let length = vector.iter().map(|x| x * x).sum::<f64>().sqrt();
            vector.map(|x| if length > 0.0 { x / length } else { 0.0 })
        };
        let add = |to: &mut [f64; 3], factor: f64, from: [f64; 3]| {
            to.iter_mut().zip(from).for_each(|(to, x)| *to += factor * x);
        };
        let mut sums = Vec::new();
        let mut start = 0;
        for length in lengths {
            let row = &things[start..start + length];
            start += length;
            let mut whole = [0.0; 3];
            row.iter().for_each(|thing| add(&mut whole, 1.0, dense(thing)));
            for at in 0..length {
                let mut sum = dense(&row[at]);
                add(&mut sum, 0.5, unit(whole));
                for beside in [at.wrapping_sub(1), at + 1] {
                    row.get(beside).into_iter().for_each(|thing| add(&mut sum, 0.3, dense(thing)));
                }
                sums.push(unit(sum));
            }
        }
        let near = |a: f64, b: f64| assert!((a - b).abs() < 1e-7, "{a} is not {b}");
        let centre = [0.36, 0.48, 0.8];
        let mut found = Vec::new();
        rows.likeness::<1>(&centre.map(|x| [x]), |[like]| found.push(like));
        assert_eq!(found.len(), sums.len());
        for (found, sum) in found.into_iter().zip(&sums) {
            near(found, sum.iter().zip(centre).map(|(x, y)| x * y).sum());
        }
        let mut all = [0.0; 3];
        sums.iter().for_each(|sum| add(&mut all, 1.0, *sum));
        for ([found], x) in rows.centres::<1>(|_| Some(0)).into_iter().zip(unit(all)) {
            near(found, x);
        }
    }

    #[test]
    fn nothing_makes_no_group() {
        assert!(groups(&[], &[], 0).is_empty());
    }
}
