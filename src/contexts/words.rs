//! What looking a text up comes to, in sentences.

use engine::explore::Contexts;

use super::{Standing, Tally};
use crate::format::{count, counted};
use crate::state::Selection;
use crate::study::Study;

/// A stretch of text on one line: all white space, line breaks too, made single blanks.
pub fn flat(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for character in text.chars() {
        if !character.is_whitespace() {
            line.push(character);
        } else if !line.ends_with(' ') {
            line.push(' ');
        }
    }
    line
}

/// How a text that is looked up is named in a sentence. Words side by side are each looked up by themselves.
pub fn spelled(text: &str, study: &Study) -> String {
    let inside = text.trim().trim_matches('"');
    if study.term(text).is_some() || inside.contains('"') || inside.len() + 2 == text.len() {
        return format!("“{inside}”");
    }
    let words: Vec<String> = inside.split_whitespace().map(|word| format!("“{word}”")).collect();
    words.join(" or ")
}

/// Whether a text holds more of the search language than words: keys, and what is to be left out.
pub fn narrows(text: &str) -> bool {
    // Every other piece stands between quotation marks.
    text.split('"').step_by(2).flat_map(str::split_whitespace).any(|word| {
        let word = word.trim_start_matches('(');
        let key = ["topic:", "doc:", "is:"]
            .into_iter()
            .any(|key| word.get(..key.len()).is_some_and(|start| start.eq_ignore_ascii_case(key)));
        key || word == "NOT" || word.len() > 1 && word.starts_with('-')
    })
}

/// How often a text stands where: `“crying” stands 84 times in 41 sections; 3 more in the off-topic text.`
pub fn sentence(text: &str, tally: &Tally, study: &Study) -> String {
    let name = spelled(text, study);
    if tally.all() == 0 {
        return format!("{name} stands nowhere in these documents.");
    }
    let mut sentence = if tally.selected == 0 {
        format!("{name} does not stand in what is selected")
    } else {
        let times = counted(tally.selected, "time", "times");
        format!("{name} stands {times} in {}", counted(tally.sections, "section", "sections"))
    };
    if tally.selected_off == tally.selected && tally.selected > 0 {
        sentence.push_str(", all off topic");
    } else if tally.selected_off > 0 {
        sentence.push_str(&format!(", {} of them off topic", count(tally.selected_off)));
    }
    let mut mark = "; ";
    for (times, place) in [
        (tally.off_topic, "in the off-topic text"),
        (tally.hidden, "in what you hid"),
        (tally.outside, "outside the filter"),
    ] {
        if times > 0 {
            let times = match (tally.selected, mark) {
                (0, "; ") => counted(times, "time", "times"),
                (0, _) => count(times),
                _ => format!("{} more", count(times)),
            };
            sentence.push_str(&format!("{mark}{times} {place}"));
            mark = ", ";
        }
    }
    sentence.push('.');
    sentence
}

/// How many lines there are, those that are not selected counted apart: `81 lines, 3 more off topic`.
pub fn lines_sentence(lines: &Contexts, selection: &Selection, study: &Study) -> String {
    let (mut selected, mut off_topic, mut hidden) = (0, 0, 0);
    for line in &lines.lines {
        match Standing::of(line.section, selection, study) {
            Standing::Selected => selected += 1,
            Standing::OffTopic => off_topic += 1,
            Standing::Hidden | Standing::Outside => hidden += 1,
        }
    }
    let mut sentence = counted(selected, "line", "lines");
    for (lines, what) in [(off_topic, "off topic"), (hidden, "hidden")] {
        if lines > 0 {
            sentence.push_str(&format!(", {} {what}", count(lines)));
        }
    }
    sentence
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stretch_of_text_is_one_line_and_keeps_a_blank_at_its_ends() {
        assert_eq!(flat("I was \n\n just  about\t"), "I was just about ");
        assert_eq!(flat("\u{a0}“"), " “");
        assert_eq!(flat(""), "");
    }

    #[test]
    fn what_narrows_is_told_from_words() {
        for text in ["topic:3", "cry DOC:2", "(is:off)", "cry -tears", "NOT cry"] {
            assert!(narrows(text), "{text}");
        }
        for text in ["cry", "thera*", "\"doc:2 -x\" cry", "self-care", "-", "isolation", "é:"] {
            assert!(!narrows(text), "{text}");
        }
    }
}
