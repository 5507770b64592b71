//! Documents that are nearly the same: by the runs of four terms they share (w-shingling, Broder 1997), all of them in a small
//! corpus, a sample that is the same in every document in a large one.

use crate::count::{Counts, TermId};

/// Terms in a row.
const RUN: usize = 4;

/// Runs kept of all documents together: more would need more memory than it tells.
const MOST: usize = 1 << 20;

/// Documents of a run that others are held against. All copies of one text meet in the first.
const ANCHORS: usize = 4;

/// Runs below which too little is there to tell.
const FEWEST: u32 = 12;

/// The share of runs in common from which two documents are nearly the same.
const LEAST: f64 = 0.8;

/// Documents that are nearly the same.
#[derive(Clone, Debug, PartialEq)]
pub struct Alike {
    /// Indexes of the documents, ascending; two or more.
    pub documents: Vec<u32>,
    /// The share of runs of terms in common, of those two found alike that have least: Jaccard's index, from 0.8 to 1.
    pub share: f64,
}

/// Finds them.
pub(super) fn alike(counts: &Counts) -> Vec<Alike> {
    let (runs, sizes) = runs(counts);
    let mut pairs = pairs(&runs);
    drop(runs);
    pairs.sort_unstable();
    let mut leader: Vec<u32> = (0..sizes.len() as u32).collect();
    let mut found: Vec<(u32, u32, f64)> = Vec::new();
    for same in pairs.chunk_by(|one, other| one == other) {
        let (one, other) = same[0];
        let (a, b) = (sizes[one as usize], sizes[other as usize]);
        let common = same.len() as f64;
        let share = common / (f64::from(a) + f64::from(b) - common);
        if a.min(b) >= FEWEST && share >= LEAST {
            found.push((one, other, share));
            let (a, b) = (root(&mut leader, one), root(&mut leader, other));
            // The first document leads.
            leader[a.max(b) as usize] = a.min(b);
        }
    }
    let mut sets: Vec<(u32, Alike)> = Vec::new();
    let mut members: Vec<(u32, u32)> = found
        .iter()
        .flat_map(|(a, b, _)| [*a, *b])
        .map(|one| (root(&mut leader, one), one))
        .collect();
    members.sort_unstable();
    members.dedup();
    for set in members.chunk_by(|one, other| one.0 == other.0) {
        let documents = set.iter().map(|(_, document)| *document).collect();
        sets.push((set[0].0, Alike { documents, share: 1.0 }));
    }
    for (one, _, share) in &found {
        let leader = root(&mut leader, *one);
        if let Ok(at) = sets.binary_search_by_key(&leader, |(leader, _)| *leader) {
            let least = &mut sets[at].1.share;
            *least = least.min(*share);
        }
    }
    let mut sets: Vec<Alike> = sets.into_iter().map(|(_, set)| set).collect();
    sets.sort_by_key(|set| (std::cmp::Reverse(set.documents.len()), set.documents[0]));
    sets
}

/// The runs of all documents, each once a document, sorted; and how many each document has.
fn runs(counts: &Counts) -> (Vec<(u64, u32)>, Vec<u32>) {
    let all: usize = counts.documents.iter().map(|document| document.tokens.len()).sum();
    // One of so many is kept: by its hash, so that it is kept wherever it stands.
    let every = all.div_ceil(MOST).next_power_of_two() as u64;
    let (mut runs, mut sizes) = (Vec::new(), Vec::new());
    let mut own: Vec<u64> = Vec::new();
    for (index, document) in counts.documents.iter().enumerate() {
        own.clear();
        let terms = document.tokens.windows(RUN);
        let hashes = terms.map(|tokens| hash(tokens.iter().map(|token| token.term())));
        own.extend(hashes.filter(|hash| hash & (every - 1) == 0));
        own.sort_unstable();
        own.dedup();
        sizes.push(own.len() as u32);
        runs.extend(own.iter().map(|hash| (*hash, index as u32)));
    }
    runs.sort_unstable();
    (runs, sizes)
}

/// For each run the documents that share it, two and two: the first few with all that follow.
fn pairs(runs: &[(u64, u32)]) -> Vec<(u32, u32)> {
    let mut pairs = Vec::new();
    for same in runs.chunk_by(|one, other| one.0 == other.0) {
        for (at, (_, one)) in same.iter().enumerate().take(ANCHORS) {
            pairs.extend(same[at + 1..].iter().map(|(_, other)| (*one, *other)));
        }
    }
    pairs
}

/// 64-bit FNV-1a over terms, stirred so that its low bits depend on all of it.
fn hash(terms: impl Iterator<Item = TermId>) -> u64 {
    let step = |hash: u64, term: TermId| {
        (hash ^ u64::from(term)).wrapping_mul(0x0100_0000_01b3).rotate_left(29)
    };
    let hash = terms.fold(0xcbf2_9ce4_8422_2325, step);
    (hash ^ (hash >> 32)).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

/// Who leads the set of a document.
fn root(leader: &mut [u32], mut one: u32) -> u32 {
    while leader[one as usize] != one {
        // Half the way for whoever comes next.
        leader[one as usize] = leader[leader[one as usize] as usize];
        one = leader[one as usize];
    }
    one
}
