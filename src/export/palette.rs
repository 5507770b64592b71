//! The colours of drawings: those of the page on paper. A test compares them with the page's own.

use engine::separate::TopicId;

use crate::study::Study;

pub(super) const PAPER: &str = "#fffdf9";
pub(super) const INK: &str = "#23201c";
pub(super) const FAINT: &str = "#6b6459";
pub(super) const LINE: &str = "#e0d8ca";
pub(super) const ACCENT: &str = "#1d5c66";
pub(super) const FURNITURE: &str = "#c9c0b2";
const ON: [&str; 8] =
    ["#17454f", "#2f7f8c", "#6fb3b8", "#39558f", "#7d97c9", "#4e7a5c", "#9cc09f", "#6d5a86"];
const OFF: [&str; 3] = ["#b4371d", "#93411a", "#a32b45"];

/// The colour of a topic.
pub(super) fn colour(study: &Study, topic: TopicId) -> &'static str {
    let colours = if study.is_off_topic(topic) { &OFF[..] } else { &ON[..] };
    colours[study.hue(topic) % colours.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_colours_are_those_of_the_page() {
        let tokens = include_str!("../../styles/tokens.css");
        let is = |name: &str, colour: &str| {
            let line = format!("    --{name}: {colour};");
            assert!(tokens.contains(&line), "{line}");
        };
        let named = [
            ("paper--raised", PAPER),
            ("ink", INK),
            ("ink--faint", FAINT),
            ("line", LINE),
            ("accent", ACCENT),
            ("furniture", FURNITURE),
            ("off", OFF[0]),
            ("off--2", OFF[1]),
            ("off--3", OFF[2]),
        ];
        named.into_iter().for_each(|(name, colour)| is(name, colour));
        for (number, colour) in (1..).zip(ON) {
            is(&format!("topic--{number}"), colour);
        }
    }
}
