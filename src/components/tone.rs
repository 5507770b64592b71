//! The colour of a topic, as class names: what is on topic gets one of eight related hues, what is not a hatched one.

use engine::separate::TopicId;

use crate::study::Study;

const ON: [&str; 8] =
    ["tone-1", "tone-2", "tone-3", "tone-4", "tone-5", "tone-6", "tone-7", "tone-8"];
const OFF: [&str; 3] = ["tone-off tone-off-1", "tone-off tone-off-2", "tone-off tone-off-3"];

/// The classes that colour a topic. Topics beyond the last hue start over: their labels tell them apart.
pub(super) fn tone(study: &Study, topic: TopicId) -> &'static str {
    let off = study.is_off_topic(topic);
    let place = study.hue(topic);
    if off { OFF[place % OFF.len()] } else { ON[place % ON.len()] }
}
