//! A topic's own page: its terms, what it can be joined with, what it is near to.

use engine::explore::{TopicMap, TopicTerm, topic_terms};
use engine::separate::TopicId;

use crate::state::Stops;
use crate::stops::options;
use crate::study::Study;

/// Terms on a topic's page, as many as LDAvis shows.
pub const TERMS: usize = 30;

/// The most relevant terms of a topic, `lambda` in hundredths.
pub fn terms(study: &Study, topic: TopicId, lambda: u8, stops: &Stops) -> Vec<TopicTerm> {
    let Study { corpus, counts, analysis, .. } = study;
    let lambda = f64::from(lambda) / 100.0;
    let mut rows = topic_terms(corpus, counts, analysis, topic, lambda, &options(study, stops));
    rows.truncate(TERMS);
    rows
}

/// The other topics of the same side, the ones a topic can be joined with.
pub fn partners(study: &Study, topic: TopicId) -> Vec<TopicId> {
    let off = study.is_off_topic(topic);
    let topics = 0..study.analysis.topics.len() as TopicId;
    topics.filter(|other| *other != topic && study.is_off_topic(*other) == off).collect()
}

/// Whether a person joined a topic of several.
pub fn is_joined(study: &Study, topic: TopicId) -> bool {
    let here = |place| study.topic_at(place) == Some(topic);
    let mut pairs = study.correction.merges.as_slice().iter();
    pairs.any(|(one, other)| here(*one) && here(*other))
}

/// The topics nearest to one with their distances, the nearest first; of equals the first.
pub fn nearest(map: &TopicMap, topic: TopicId, most: usize) -> Vec<(TopicId, f64)> {
    let Some(here) = map.points.iter().position(|point| point.topic == topic) else {
        return Vec::new();
    };
    let mut near: Vec<(TopicId, f64)> = Vec::new();
    for (there, point) in map.points.iter().enumerate().filter(|(there, _)| *there != here) {
        let distance = map.distance(here, there).unwrap_or(1.0);
        let at = near.partition_point(|(_, other)| *other <= distance);
        if at < most {
            near.truncate(most - 1);
            near.insert(at, (point.topic, distance));
        }
    }
    near
}
