//! Documents that are nearly the same: by the runs of four terms they share (w-shingling, Broder 1997), all of them in a small
//! corpus, a sample that is the same in every document in a large one.

use crate::count::{Counts, DocumentTokens, TermId, Token};

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

/// A run of terms and a document that has it, in one number: most of the hash in front, behind it the document.
#[derive(Clone, Copy, Eq, Ord, PartialEq, PartialOrd)]
struct Place(u64);

impl Place {
    /// Bits of the document's index: there is no room for text of more documents. What is left of the hash are forty, by which
    /// not one in a million runs is taken for another.
    const DOCUMENT: u32 = 24;

    fn new(hash: u64, document: u32) -> Self {
        Self(hash >> Self::DOCUMENT << Self::DOCUMENT | u64::from(document))
    }

    fn run(self) -> u64 {
        self.0 >> Self::DOCUMENT
    }

    fn document(self) -> u32 {
        (self.0 & ((1 << Self::DOCUMENT) - 1)) as u32
    }
}

/// The runs of all documents, each once a document, sorted; and how many each document has.
fn runs(counts: &Counts) -> (Vec<Place>, Vec<u32>) {
    let all: usize = counts.documents.iter().map(DocumentTokens::len).sum();
    // One of so many is kept: by its hash, so that it is kept wherever it stands.
    let every = all.div_ceil(MOST).next_power_of_two() as u64;
    // A little more than are to be expected: not twice the room for them.
    let mut runs = Vec::with_capacity(all / every as usize / 16 * 17 + RUN);
    let mut sizes = Vec::new();
    let (mut own, mut terms): (Vec<u64>, Vec<TermId>) = (Vec::new(), Vec::new());
    for (index, document) in (0..1 << Place::DOCUMENT).zip(&counts.documents) {
        own.clear();
        terms.clear();
        terms.extend(document.iter().map(Token::term));
        let hashes = terms.windows(RUN).map(|run| hash(run.iter().copied()));
        own.extend(hashes.filter(|hash| hash & (every - 1) == 0));
        own.sort_unstable();
        own.dedup();
        sizes.push(own.len() as u32);
        runs.extend(own.iter().map(|hash| Place::new(*hash, index)));
    }
    runs.sort_unstable();
    (runs, sizes)
}

/// For each run the documents that share it, two and two: the first few with all that follow.
fn pairs(runs: &[Place]) -> Vec<(u32, u32)> {
    let all = || {
        let together = runs.chunk_by(|one, other| one.run() == other.run());
        together.flat_map(|same| {
            let anchors = (1..).zip(same).take(ANCHORS);
            anchors.flat_map(|(next, one)| same[next..].iter().map(|other| (*one, *other)))
        })
    };
    // Counted first: there can be many, and not twice the room for them.
    let mut pairs = Vec::with_capacity(all().count());
    pairs.extend(all().map(|(one, other)| (one.document(), other.document())));
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
