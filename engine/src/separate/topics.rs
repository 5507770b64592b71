//! Sections that share vocabulary, grouped and named.

use rustc_hash::FxHashMap;

use super::analysis::{Analysis, JudgedSection, Topic};
use super::cluster::{self, Blend, Vector};
use super::kmeans::{Rows, Seen};
use super::label;
use super::rank;
use super::sections::Sections;
use crate::Corpus;
use crate::count::{Counts, TermId};

/// Cosine above which two off-topic runs are one subject.
const SAME: f64 = 0.12;
/// Most sub-topics the main subject is cut into.
const MOST: usize = 8;
/// Distance (1 - cosine) between sections below which they do not start two sub-topics.
const APART: f64 = 0.6;
/// What else counts in the vector of a section: a short one says little of itself, and a document seldom changes its subject.
const SEEN: Seen = Seen { row: 0.5, beside: 0.3 };

/// Groups sections into topics, writes each section's topic into it, and names the topics.
pub(super) fn analysis(counts: &Counts, corpus: &Corpus, found: Sections) -> Analysis {
    let Sections { judged: mut sections, sources } = found;
    let topics = find(counts, corpus, &mut sections, &sources);
    Analysis { sections, topics }
}

fn find(
    counts: &Counts,
    corpus: &Corpus,
    sections: &mut [JudgedSection],
    sources: &[Option<u32>],
) -> Vec<Topic> {
    let vectors = cluster::vectors(counts, sections);
    let kept: Vec<usize> =
        (0..sections.len()).filter(|at| sections[*at].verdict.is_kept()).collect();
    let off: Vec<usize> =
        (0..sections.len()).filter(|at| !sections[*at].verdict.is_kept()).collect();
    let mut groups: Vec<(bool, Vec<usize>)> = Vec::new();
    let terms = counts.vocabulary.terms.len();
    let mut blend = Blend::new(terms);
    let subtopics = subtopics(&vectors, sections, &kept, terms, &mut blend);
    groups.extend(subtopics.into_iter().map(|group| (false, group)));
    let foreign = foreign(sections, sources, &vectors, &off, &mut blend);
    groups.extend(foreign.into_iter().map(|group| (true, group)));
    assemble(counts, corpus, sections, groups)
}

/// Topics of groups of sections, each off topic or not as a whole: ordered by size, named, and written into the sections.
pub(super) fn assemble(
    counts: &Counts,
    corpus: &Corpus,
    sections: &mut [JudgedSection],
    groups: Vec<(bool, Vec<usize>)>,
) -> Vec<Topic> {
    let words = |group: &[usize]| group.iter().map(|at| sections[*at].words).sum::<u32>();
    // Largest first; of equals the one that starts first.
    let size =
        |(off, group): &(bool, Vec<usize>)| f64::from(words(group)) - if *off { 1e12 } else { 0.0 };
    let order = rank::descending(groups.iter().map(size));
    let groups: Vec<(bool, Vec<usize>)> = order.into_iter().map(|at| groups[at].clone()).collect();
    let members: Vec<Vec<usize>> = groups.iter().map(|(_, group)| group.clone()).collect();
    let names = label::labels(counts, corpus, sections, &members);
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
    sections: &[JudgedSection],
    sources: &[Option<u32>],
    vectors: &[Vector],
    off: &[usize],
    blend: &mut Blend,
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
    // Runs that hold answers from one site first: they are one run.
    let mut first: FxHashMap<u32, usize> = FxHashMap::default();
    let mut joined: Vec<Vec<usize>> = Vec::new();
    for run in runs {
        let known = run.iter().find_map(|at| first.get(&sources[*at]?).copied());
        let home = known.unwrap_or(joined.len());
        for name in run.iter().filter_map(|at| sources[*at]) {
            first.entry(name).or_insert(home);
        }
        match known {
            Some(home) => joined[home].extend(run),
            None => joined.push(run),
        }
    }
    let sums: Vec<Vector> = joined.iter().map(|run| blend.sum(vectors, run)).collect();
    cluster::gather(&sums, SAME, blend)
        .into_iter()
        .map(|group| {
            let mut members: Vec<usize> =
                group.into_iter().flat_map(|run| joined[run].iter().copied()).collect();
            members.sort_unstable();
            members
        })
        .collect()
}

/// The kept sections in groups, each section seen with something of its document and its neighbours.
fn subtopics(
    vectors: &[Vector],
    sections: &[JudgedSection],
    kept: &[usize],
    terms: usize,
    blend: &mut Blend,
) -> Vec<Vec<usize>> {
    let runs = kept.chunk_by(|a, b| sections[*a].document == sections[*b].document);
    let lengths = runs.map(<[usize]>::len);
    let own = kept.iter().map(|at| &vectors[*at]).collect();
    let groups = Rows::new(own, lengths, SEEN, terms, blend).group(MOST, APART);
    groups.into_iter().map(|group| group.into_iter().map(|at| kept[at]).collect()).collect()
}

/// A term with a number, best first.
pub(super) type Ranked = Vec<(TermId, f64)>;
