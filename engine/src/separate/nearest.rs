//! The sections most like one: what a verdict can be compared with.

use super::analysis::{Analysis, Nearest};
use super::cluster::{cosine, vectors};
use crate::count::Counts;

/// The sections whose vocabulary is most like that of `section`, kept and off topic; itself left out.
///
/// Time grows with the number of words in the corpus: this is for the one section a person asks about.
pub fn nearest(counts: &Counts, analysis: &Analysis, section: u32) -> Nearest {
    let vectors = vectors(counts, &analysis.sections);
    let mut nearest = Nearest::default();
    let Some(own) = vectors.get(section as usize) else { return nearest };
    for ((at, other), vector) in (0..).zip(&analysis.sections).zip(&vectors) {
        let likeness = cosine(own, vector);
        let best = if other.verdict.is_kept() { &mut nearest.kept } else { &mut nearest.off };
        if at != section && likeness > best.map_or(0.0, |(_, best)| best) {
            *best = Some((at, likeness));
        }
    }
    nearest
}
