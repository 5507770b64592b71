//! Topics that a person joined: one topic where there were several.

use super::analysis::{Analysis, TopicId};
use super::topics::assemble;
use crate::Corpus;
use crate::count::Counts;

/// Joins pairs of topics, and through them more than two. Topics are numbered and named anew; verdicts stay as they are.
///
/// Pairs that name a topic twice or none at all are passed over, and so is one whose sides differ: a topic never mixes kept
/// and off-topic sections.
pub fn merge_topics(
    corpus: &Corpus,
    counts: &Counts,
    analysis: Analysis,
    pairs: &[(TopicId, TopicId)],
) -> Analysis {
    let Analysis { mut sections, topics } = analysis;
    let mut home: Vec<usize> = (0..topics.len()).collect();
    let mut joined = false;
    for (one, other) in pairs {
        let at = |topic: &TopicId| home.get(*topic as usize).copied();
        let (Some(one), Some(other)) = (at(one), at(other)) else { continue };
        let (keep, give) = (one.min(other), one.max(other));
        if keep != give && topics[keep].off_topic == topics[give].off_topic {
            home.iter_mut().filter(|at| **at == give).for_each(|at| *at = keep);
            joined = true;
        }
    }
    if !joined {
        return Analysis { sections, topics };
    }
    let mut groups: Vec<(bool, Vec<usize>)> =
        topics.iter().map(|topic| (topic.off_topic, Vec::new())).collect();
    for (topic, home) in topics.iter().zip(home) {
        groups[home].1.extend(topic.sections.iter().map(|section| *section as usize));
    }
    groups.retain(|(_, group)| !group.is_empty());
    groups.iter_mut().for_each(|(_, group)| group.sort_unstable());
    let mut merged = assemble(counts, corpus, &mut sections, groups);
    // Those nobody touched are called what they were called.
    for topic in &mut merged {
        if let Some(old) = topics.iter().find(|old| old.sections == topic.sections) {
            topic.label.clone_from(&old.label);
        }
    }
    Analysis { sections, topics: merged }
}
