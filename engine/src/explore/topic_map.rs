//! How topics relate: distances between their vocabularies, and a map of them.

use super::selection::tokens;
use crate::count::{Counts, TermId, Token, statistics};
use crate::separate::{Analysis, TopicId};

mod scaling;

/// Most topics on a map. Beyond it the smallest are left out: distances grow with the square of their number, and nobody
/// can tell more circles apart.
pub const MOST_MAPPED: usize = 200;

/// A topic on the map.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TopicPoint {
    /// The topic.
    pub topic: TopicId,
    /// From 0 on the left to 1 on the right.
    pub x: f64,
    /// From 0 to 1 across that, in the same scale.
    pub y: f64,
    /// Words in it: what the area of its circle stands for.
    pub words: u32,
}

/// The topics of an analysis by how alike their vocabularies are.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TopicMap {
    /// One point a topic, in the order of the topics.
    pub points: Vec<TopicPoint>,
    /// How much of the spread of the distances the two axes show, from 0 to 1; the rest needs more dimensions. 1 where
    /// there is nothing to show.
    pub shown: f64,
    /// One row of distances a point.
    distances: Vec<Vec<f64>>,
}

impl TopicMap {
    /// Jensen-Shannon distance of two points by their place on the map's list, from 0 (the same words at the same rates)
    /// to 1 (no word in common); `None` where there is no such point.
    pub fn distance(&self, one: usize, other: usize) -> Option<f64> {
        self.distances.get(one)?.get(other).copied()
    }

    /// The point nearest to one, with its distance; of equals the first. `None` for a point by itself.
    pub fn nearest(&self, one: usize) -> Option<(usize, f64)> {
        let row = self.distances.get(one)?;
        let mut best: Option<(usize, f64)> = None;
        for (other, distance) in row.iter().enumerate().filter(|(other, _)| *other != one) {
            if best.is_none_or(|(_, least)| *distance < least) {
                best = Some((other, *distance));
            }
        }
        best
    }
}

/// The map of the topics, by their content words: stop words and figures say little of what a text is about.
///
/// Distances are Jensen-Shannon distances ([`statistics::jensen_shannon`]), brought to two dimensions by principal
/// coordinates (Gower 1966), as pyLDAvis does, but from the root of the divergence, which is what can be drawn without
/// contradiction. The widest axis is `x`, each axis points to where the topic farthest from the middle is, and both have
/// the same scale, so that what is near on the map is near.
///
/// Time: for each pair of topics a look at their terms.
pub fn topic_map(counts: &Counts, analysis: &Analysis) -> TopicMap {
    let topics = largest(analysis);
    let terms: Vec<Vec<(TermId, u32)>> =
        topics.iter().map(|topic| content(counts, analysis, *topic)).collect();
    let mut distances = vec![vec![0.0; topics.len()]; topics.len()];
    for one in 0..topics.len() {
        for other in 0..one {
            let distance = statistics::jensen_shannon(&terms[other], &terms[one]);
            distances[one][other] = distance;
            distances[other][one] = distance;
        }
    }
    let (places, shown) = scaling::principal_coordinates(&distances);
    let point = |(topic, (x, y)): (&TopicId, &(f64, f64))| {
        let words = analysis.topics.get(*topic as usize).map_or(0, |topic| topic.words);
        TopicPoint { topic: *topic, x: *x, y: *y, words }
    };
    TopicMap { points: topics.iter().zip(&places).map(point).collect(), shown, distances }
}

/// The largest topics, in their own order.
fn largest(analysis: &Analysis) -> Vec<TopicId> {
    let mut sizes: Vec<(u32, TopicId)> =
        analysis.topics.iter().map(|topic| u32::MAX - topic.words).zip(0..).collect();
    super::sort(&mut sizes, &Ord::cmp);
    sizes.truncate(MOST_MAPPED);
    let mut topics: Vec<TopicId> = sizes.into_iter().map(|(_, topic)| topic).collect();
    topics.sort_unstable();
    topics
}

/// The content terms of a topic with their counts, by term.
fn content(counts: &Counts, analysis: &Analysis, topic: TopicId) -> Vec<(TermId, u32)> {
    let mut found: Vec<TermId> = Vec::new();
    let sections = analysis.topics.get(topic as usize).map_or(&[][..], |topic| &topic.sections);
    for section in sections {
        let Some(section) = analysis.sections.get(*section as usize) else { continue };
        let terms = tokens(counts, section).map(Token::term);
        let is_content = |term: &TermId| {
            counts.vocabulary.terms.get(*term as usize).is_some_and(|term| term.is_content())
        };
        found.extend(terms.filter(is_content));
    }
    found.sort_unstable();
    found.chunk_by(|x, y| x == y).map(|run| (run[0], run.len() as u32)).collect()
}

#[cfg(test)]
mod tests;
