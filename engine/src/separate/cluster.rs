//! Sparse vectors of sections: how alike two are, and groups of those that are.

use rustc_hash::FxHashMap;

use super::analysis::JudgedSection;
use super::rank;
use crate::count::{Counts, Term, TermId, Token};

/// A sparse vector, by term. Half as long in single precision, of which there is far more than is known of a word; sums are
/// made in double.
pub(super) type Vector = Vec<(TermId, f32)>;

/// One vector of length 1 per section: damped counts, weighted by how few sections hold the term and by how rare it is in
/// the language. The rarity factor is what makes small corpora work, where section frequencies say little.
pub(super) fn vectors(counts: &Counts, sections: &[JudgedSection]) -> Vec<Vector> {
    let vocabulary = &counts.vocabulary.terms;
    let content: Vec<bool> = vocabulary.iter().map(Term::is_content).collect();
    let terms = |section: &JudgedSection| {
        let tokens = counts.documents[section.document as usize].of_blocks(section.blocks());
        tokens.map(Token::term).filter(|id| content[*id as usize])
    };
    // How many sections hold each term, and one more than the last of them.
    let mut holders = vec![(0_u32, 0_u32); vocabulary.len()];
    for (next, section) in (1..).zip(sections) {
        for term in terms(section) {
            let (held, last) = &mut holders[term as usize];
            *held += u32::from(*last != next);
            *last = next;
        }
    }
    let all = sections.len() as f64;
    let importance: Vec<f64> = vocabulary
        .iter()
        .zip(&holders)
        .map(|(term, (holders, _))| {
            let idf = libm::log((1.0 + all) / (1.0 + f64::from(*holders)));
            let rarity = (-term.background / 16.0).clamp(0.0, 1.5);
            idf * rarity * rarity
        })
        .collect();
    let damped = |count: u32| if count == 1 { 1.0 } else { 1.0 + libm::log(f64::from(count)) };
    let (mut ids, mut weighted): (Vec<TermId>, Vec<(TermId, f64)>) = (Vec::new(), Vec::new());
    sections
        .iter()
        .map(|section| {
            ids.clear();
            ids.extend(terms(section));
            ids.sort_unstable();
            let counted = ids.chunk_by(|a, b| a == b).map(|run| (run[0], run.len() as u32));
            let weights =
                counted.map(|(term, count)| (term, damped(count) * importance[term as usize]));
            weighted.clear();
            weighted.extend(weights.filter(|(_, weight)| *weight > 0.0));
            unit(&weighted)
        })
        .collect()
}

/// A vector of length 1 in the direction of these weights.
fn unit(weights: &[(TermId, f64)]) -> Vector {
    let length = weights.iter().map(|(_, weight)| weight * weight).sum::<f64>().sqrt();
    let scale = |(term, weight): &(TermId, f64)| {
        (*term, if length > 0.0 { weight / length } else { *weight } as f32)
    };
    weights.iter().map(scale).collect()
}

/// The sums of vectors, with room for every term that is used again for each.
pub(super) struct Blend {
    total: Vec<f64>,
    seen: Vec<bool>,
    terms: Vec<TermId>,
    merged: Vec<(TermId, f64)>,
}

impl Blend {
    /// Room for a vocabulary of so many terms.
    pub(super) fn new(terms: usize) -> Self {
        Self {
            total: vec![0.0; terms],
            seen: vec![false; terms],
            terms: Vec::new(),
            merged: Vec::new(),
        }
    }

    /// The sum of some of the vectors, scaled to length 1.
    pub(super) fn sum(&mut self, vectors: &[Vector], members: &[usize]) -> Vector {
        members.iter().for_each(|at| self.add(1.0, &vectors[*at]));
        self.take()
    }

    /// The product of each of some vectors with the sum of all of them.
    pub(super) fn products(&mut self, vectors: &[&Vector]) -> Vec<f64> {
        vectors.iter().for_each(|vector| self.add(1.0, vector));
        let product = |vector: &&Vector| {
            let parts = vector.iter().map(|(term, x)| f64::from(*x) * self.total[*term as usize]);
            parts.sum()
        };
        let products = vectors.iter().map(product).collect();
        for term in self.terms.drain(..) {
            (self.seen[term as usize], self.total[term as usize]) = (false, 0.0);
        }
        products
    }

    /// Adds a vector, weighted.
    fn add(&mut self, factor: f64, vector: &[(TermId, f32)]) {
        for (term, weight) in vector {
            let at = *term as usize;
            if !self.seen[at] {
                self.seen[at] = true;
                self.terms.push(*term);
            }
            self.total[at] += factor * f64::from(*weight);
        }
    }

    /// What was added, scaled to length 1; nothing is left.
    fn take(&mut self) -> Vector {
        self.terms.sort_unstable();
        self.merged.clear();
        for term in self.terms.drain(..) {
            let at = term as usize;
            self.merged.push((term, self.total[at]));
            (self.seen[at], self.total[at]) = (false, 0.0);
        }
        unit(&self.merged)
    }
}

/// The product of two vectors sorted by term.
pub(super) fn cosine(a: &[(TermId, f32)], b: &[(TermId, f32)]) -> f64 {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let mut rest = long;
    let mut total = 0.0;
    for (term, weight) in short {
        // In steps that grow, since the next common term is near in vectors of like length and far in others.
        let mut step = 1;
        while rest.get(step).is_some_and(|(other, _)| other < term) {
            rest = &rest[step..];
            step *= 2;
        }
        let near = &rest[..rest.len().min(step + 1)];
        let at = near.partition_point(|(other, _)| other < term);
        rest = &rest[at..];
        if let Some((other, there)) = rest.first()
            && other == term
        {
            total += f64::from(*weight) * f64::from(*there);
        }
    }
    total
}

/// Groups things by their vectors, each in order to the group most like it if the cosine is above `same`, else to one of its
/// own. Only groups that share one of a thing's heaviest terms are looked at, so time does not grow with their number.
pub(super) fn gather(vectors: &[Vector], same: f64, blend: &mut Blend) -> Vec<Vec<usize>> {
    const HEAVIEST: usize = 12;
    const LOOKED_AT: usize = 24;
    let mut groups: Vec<(Vec<usize>, Vector)> = Vec::new();
    let mut holders: FxHashMap<TermId, Vec<usize>> = FxHashMap::default();
    for (at, vector) in vectors.iter().enumerate() {
        let heaviest: Vec<TermId> =
            rank::top(vector.iter().map(|(_, weight)| f64::from(*weight)), HEAVIEST)
                .into_iter()
                .map(|at| vector[at].0)
                .collect();
        let mut near: Vec<usize> = Vec::new();
        for group in heaviest.iter().filter_map(|term| holders.get(term)).flatten() {
            if near.len() < LOOKED_AT && !near.contains(group) {
                near.push(*group);
            }
        }
        near.sort_unstable();
        let likeness: Vec<f64> =
            near.iter().map(|group| cosine(vector, &groups[*group].1)).collect();
        let best = (0..near.len()).fold(None, |best: Option<usize>, at| {
            if likeness[at] > best.map_or(same, |best| likeness[best]) { Some(at) } else { best }
        });
        let group = match best {
            Some(best) => {
                let (members, centre) = &mut groups[near[best]];
                let size = members.len() as f64;
                members.push(at);
                blend.add(size, centre);
                blend.add(1.0, vector);
                *centre = blend.take();
                near[best]
            }
            None => {
                groups.push((vec![at], vector.clone()));
                groups.len() - 1
            }
        };
        for term in heaviest {
            let list = holders.entry(term).or_default();
            if list.len() < LOOKED_AT && !list.contains(&group) {
                list.push(group);
            }
        }
    }
    groups.into_iter().map(|(members, _)| members).collect()
}
