//! A topic's own page: its terms, what it can be joined with, what it is near to.

use engine::explore::{TopicMap, TopicSection, TopicTerm, topic_terms};
use engine::parse::BlockKind;
use engine::separate::TopicId;

use crate::contexts::flat;
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

/// Sections quoted at the top of a topic's page.
const QUOTED: usize = 3;
/// The longest quotation, in characters.
const LONGEST: usize = 240;

/// How the weightiest sections of a topic begin: what the topic says, in its own words. Each with its section.
pub fn excerpts(study: &Study, weighed: &[TopicSection]) -> Vec<(u32, String)> {
    let quoted = weighed.iter().filter_map(|one| Some((one.section, opening(study, one.section)?)));
    quoted.take(QUOTED).collect()
}

/// The first paragraph of a section, cut after a word.
fn opening(study: &Study, section: u32) -> Option<String> {
    let (judged, document) = study.judged(section)?;
    let blocks = document.blocks.get(judged.blocks())?;
    let prose = blocks.iter().find(|block| matches!(block.kind, BlockKind::Paragraph))?;
    let text = flat(prose.span.of(&document.text));
    if text.chars().count() <= LONGEST {
        return Some(text);
    }
    let cut: String = text.chars().take(LONGEST).collect();
    let end = cut.rfind(' ').unwrap_or(cut.len());
    Some(format!("{} …", &cut[..end]))
}

/// The one document that holds all of a topic, where one does: then it is that document that was found, not what several
/// share.
pub fn only_document(study: &Study, topic: TopicId) -> Option<u32> {
    let sections = &study.analysis.topics.get(topic as usize)?.sections;
    let mut documents = sections.iter().filter_map(|section| study.judged(*section));
    let first = documents.next()?.0.document;
    documents.all(|(judged, _)| judged.document == first).then_some(first)
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
