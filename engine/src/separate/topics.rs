//! Sections that share vocabulary, grouped and named.

use super::analysis::{JudgedSection, Topic};
use super::cluster::{self, Vector};
use super::label;
use super::rank;
use crate::Corpus;
use crate::count::{Counts, TermId};

/// Cosine above which two off-topic runs are one subject.
const SAME: f64 = 0.12;
/// Kept sections a sub-topic has on average.
const PER_TOPIC: usize = 14;
/// Most sub-topics the main subject is cut into.
const MOST: usize = 8;

/// Groups sections into topics, writes each section's topic into it, and names the topics.
pub(super) fn find(counts: &Counts, corpus: &Corpus, sections: &mut [JudgedSection]) -> Vec<Topic> {
    let vectors = cluster::vectors(counts, sections);
    let kept: Vec<usize> =
        (0..sections.len()).filter(|at| sections[*at].verdict.is_kept()).collect();
    let off: Vec<usize> =
        (0..sections.len()).filter(|at| !sections[*at].verdict.is_kept()).collect();
    let count = (kept.len() / PER_TOPIC).clamp(1, MOST);
    let mut groups: Vec<(bool, Vec<usize>)> = Vec::new();
    groups
        .extend(cluster::spherical(&vectors, &kept, count).into_iter().map(|group| (false, group)));
    groups.extend(foreign(corpus, sections, &vectors, &off).into_iter().map(|group| (true, group)));
    let words = |group: &[usize]| group.iter().map(|at| sections[*at].words).sum::<u32>();
    // Largest first; of equals the one that starts first.
    let size =
        |(off, group): &(bool, Vec<usize>)| f64::from(words(group)) - if *off { 1e12 } else { 0.0 };
    let order = rank::descending(groups.iter().map(size));
    let groups: Vec<(bool, Vec<usize>)> = order.into_iter().map(|at| groups[at].clone()).collect();
    let members: Vec<Vec<usize>> = groups.iter().map(|(_, group)| group.clone()).collect();
    let names = label::labels(counts, sections, &members);
    let topics = groups
        .iter()
        .zip(names)
        .map(|((off_topic, group), (label, terms))| Topic {
            label,
            off_topic: *off_topic,
            sections: group.iter().map(|at| *at as u32).collect(),
            words: words(group),
            terms,
        })
        .collect();
    for (topic, (_, group)) in groups.iter().enumerate() {
        for at in group {
            sections[*at].topic = topic as u32;
        }
    }
    topics
}

/// Off-topic runs: neighbours in a document are one run; runs that share vocabulary or a source are one topic.
fn foreign(
    corpus: &Corpus,
    sections: &[JudgedSection],
    vectors: &[Vector],
    off: &[usize],
) -> Vec<Vec<usize>> {
    let mut runs: Vec<Vec<usize>> = Vec::new();
    for at in off {
        match runs.last_mut() {
            Some(run)
                if run.last() == Some(&(at - 1))
                    && sections[at - 1].document == sections[*at].document =>
            {
                run.push(*at);
            }
            _ => runs.push(vec![*at]),
        }
    }
    let source = |at: usize| {
        let document = &corpus.documents[sections[at].document as usize];
        document.sections[sections[at].section as usize].source.map(|span| span.of(&document.text))
    };
    let alike = |a: &[usize], b: &[usize]| {
        let shared = a
            .iter()
            .filter_map(|at| source(*at))
            .any(|one| b.iter().any(|at| source(*at) == Some(one)));
        shared || cluster::cosine(&cluster::sum(vectors, a), &cluster::sum(vectors, b)) > SAME
    };
    cluster::merge(runs, alike)
}

/// A term with a number, best first.
pub(super) type Ranked = Vec<(TermId, f64)>;
