//! Grouping by vocabulary: sparse vectors, cosines, a deterministic spherical k-means.

use rustc_hash::FxHashMap;

use super::analysis::JudgedSection;
use super::rank;
use crate::count::{Counts, TermId};

/// A sparse vector, by term.
pub(super) type Vector = Vec<(TermId, f64)>;

/// Rounds of k-means; it has settled long before on any corpus seen.
const ROUNDS: usize = 12;

/// One vector of length 1 per section: damped counts, weighted by how few sections hold the term and by how rare it is in
/// the language. The rarity factor is what makes small corpora work, where section frequencies say little.
pub(super) fn vectors(counts: &Counts, sections: &[JudgedSection]) -> Vec<Vector> {
    let vocabulary = &counts.vocabulary.terms;
    let mut holders = vec![0_u32; vocabulary.len()];
    let mut raw: Vec<Vec<(TermId, u32)>> = Vec::with_capacity(sections.len());
    for section in sections {
        let tokens = counts.documents[section.document as usize].of_blocks(section.blocks());
        let mut ids: Vec<TermId> = tokens
            .iter()
            .map(|token| token.term)
            .filter(|id| !vocabulary[*id as usize].stop && !vocabulary[*id as usize].figure)
            .collect();
        ids.sort_unstable();
        let terms: Vec<(TermId, u32)> =
            ids.chunk_by(|a, b| a == b).map(|run| (run[0], run.len() as u32)).collect();
        for (term, _) in &terms {
            holders[*term as usize] += 1;
        }
        raw.push(terms);
    }
    let all = sections.len() as f64;
    let importance: Vec<f64> = vocabulary
        .iter()
        .zip(&holders)
        .map(|(term, holders)| {
            let idf = libm::log((1.0 + all) / (1.0 + f64::from(*holders)));
            let rarity = (-term.background / 16.0).clamp(0.0, 1.5);
            idf * rarity * rarity
        })
        .collect();
    let damped = |count: u32| if count == 1 { 1.0 } else { 1.0 + libm::log(f64::from(count)) };
    raw.into_iter()
        .map(|terms| {
            let weighted = terms
                .into_iter()
                .map(|(term, count)| (term, damped(count) * importance[term as usize]))
                .filter(|(_, weight)| *weight > 0.0)
                .collect();
            unit(weighted)
        })
        .collect()
}

/// Scales a vector to length 1.
fn unit(mut vector: Vector) -> Vector {
    let length = vector.iter().map(|(_, weight)| weight * weight).sum::<f64>().sqrt();
    if length > 0.0 {
        for (_, weight) in &mut vector {
            *weight /= length;
        }
    }
    vector
}

/// The sum of some of the vectors, scaled to length 1.
pub(super) fn sum(vectors: &[Vector], members: &[usize]) -> Vector {
    let mut total: FxHashMap<TermId, f64> = FxHashMap::default();
    for (term, weight) in members.iter().flat_map(|at| &vectors[*at]) {
        *total.entry(*term).or_default() += weight;
    }
    let merged = rank::terms(&total).into_iter().map(|term| (term, total[&term])).collect();
    unit(merged)
}

/// The product of two vectors sorted by term.
pub(super) fn cosine(a: &Vector, b: &Vector) -> f64 {
    let (mut i, mut j, mut total) = (0, 0, 0.0);
    while i < a.len() && j < b.len() {
        match a[i].0.cmp(&b[j].0) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                total += a[i].1 * b[j].1;
                i += 1;
                j += 1;
            }
        }
    }
    total
}

/// Joins groups that are alike until no two are; the first of a pair keeps its place.
pub(super) fn merge(
    mut groups: Vec<Vec<usize>>,
    alike: impl Fn(&[usize], &[usize]) -> bool,
) -> Vec<Vec<usize>> {
    let mut at = 0;
    while at < groups.len() {
        match (at + 1..groups.len()).find(|other| alike(&groups[at], &groups[*other])) {
            Some(other) => {
                let joined = groups.remove(other);
                groups[at].extend(joined);
                groups[at].sort_unstable();
            }
            None => at += 1,
        }
    }
    groups
}

/// Cuts `members` into at most `count` groups of similar vectors.
///
/// The first centre is the member most like all of them; each further one is the member least like the centres so far, by
/// the product of that distance with its likeness to the whole, so that outliers do not become centres. Ties go to the
/// member that comes first. Empty groups are left out.
pub(super) fn spherical(vectors: &[Vector], members: &[usize], count: usize) -> Vec<Vec<usize>> {
    if members.is_empty() {
        return Vec::new();
    }
    let mut centres = seeds(vectors, members, count);
    let mut home: Vec<usize> = Vec::new();
    for _ in 0..ROUNDS {
        let index = Index::new(&centres);
        let next: Vec<usize> = members.iter().map(|at| index.nearest(&vectors[*at])).collect();
        if next == home {
            break;
        }
        home = next;
        centres =
            (0..centres.len()).map(|centre| sum(vectors, &of(members, &home, centre))).collect();
    }
    (0..centres.len())
        .map(|centre| of(members, &home, centre))
        .filter(|group| !group.is_empty())
        .collect()
}

fn of(members: &[usize], home: &[usize], centre: usize) -> Vec<usize> {
    members.iter().zip(home).filter(|(_, at)| **at == centre).map(|(member, _)| *member).collect()
}

fn seeds(vectors: &[Vector], members: &[usize], count: usize) -> Vec<Vector> {
    let whole = sum(vectors, members);
    let likeness: Vec<f64> = members.iter().map(|at| cosine(&vectors[*at], &whole)).collect();
    let mut distance = vec![1.0_f64; members.len()];
    let mut centres: Vec<Vector> = Vec::new();
    while centres.len() < count.min(members.len()) {
        let best = (0..members.len()).fold(0, |best, at| {
            if likeness[at] * distance[at] > likeness[best] * distance[best] { at } else { best }
        });
        if likeness[best] * distance[best] <= 0.0 && !centres.is_empty() {
            break;
        }
        let centre = vectors[members[best]].clone();
        for (at, member) in members.iter().enumerate() {
            distance[at] = distance[at].min(1.0 - cosine(&vectors[*member], &centre)).max(0.0);
        }
        distance[best] = 0.0;
        centres.push(centre);
    }
    centres
}

/// Centres by term, so that a vector is compared with all of them in one pass over its own terms.
struct Index {
    by_term: FxHashMap<TermId, Vec<(usize, f64)>>,
    centres: usize,
}

impl Index {
    fn new(centres: &[Vector]) -> Self {
        let mut by_term: FxHashMap<TermId, Vec<(usize, f64)>> = FxHashMap::default();
        for (centre, vector) in centres.iter().enumerate() {
            for (term, weight) in vector {
                by_term.entry(*term).or_default().push((centre, *weight));
            }
        }
        Self { by_term, centres: centres.len() }
    }

    /// The most similar centre, the first of equals.
    fn nearest(&self, vector: &Vector) -> usize {
        let mut scores = vec![0.0; self.centres];
        for (term, weight) in vector {
            for (centre, other) in self.by_term.get(term).into_iter().flatten() {
                scores[*centre] += weight * other;
            }
        }
        (0..self.centres).fold(0, |best, at| if scores[at] > scores[best] { at } else { best })
    }
}
