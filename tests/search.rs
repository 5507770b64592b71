//! What the search box says and offers, on the documents the page ships with.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use common::study;
use topic_explorer::search::{
    OFFERED, examples, found, note, off_topic, problems, said, suggestions, taken,
};
use topic_explorer::state::{Selection, ViewState};
use topic_explorer::study::Study;

fn search(text: &str) -> ViewState {
    ViewState { search: text.to_owned(), ..ViewState::default() }
}

fn find(study: &Study, text: &str) -> topic_explorer::search::Found {
    let view = search(text);
    found(study, &Selection::of(&view, study), &view).expect("something is searched for")
}

/// Sections that hold one of some words as they stand, and how often, read off the text; kept ones and the others.
fn by_hand(study: &Study, forms: &[&str]) -> [(u64, u64); 2] {
    let mut found = [(0, 0); 2];
    for (section, judged) in (0..).zip(&study.analysis.sections) {
        let (_, document) = study.judged(section).expect("it is there");
        let blocks = document.blocks[judged.blocks()].iter();
        let content =
            blocks.filter(|block| !matches!(block.kind, engine::parse::BlockKind::Boilerplate(_)));
        let text: String =
            content.map(|block| block.span.of(&document.text).to_lowercase() + " ").collect();
        let words = text.split(|c: char| !c.is_alphanumeric());
        let hits = words.filter(|word| forms.contains(word)).count() as u64;
        let side = &mut found[usize::from(!judged.verdict.is_kept())];
        side.0 += u64::from(hits > 0);
        side.1 += hits;
    }
    found
}

#[test]
fn sections_and_hits_are_those_of_a_count_by_hand() {
    let study = study();
    let [(sections, hits), (off, _)] = by_hand(&study, &["supervision"]);
    let here = find(&study, "supervision ");
    assert_eq!((here.sections, here.hits, here.off_topic), (sections, Some(hits), off));
    assert!(sections > 1 && hits > sections);
    assert_eq!(said(&here), format!("{sections}\u{a0}sections, {hits}\u{a0}hits"));
}

#[test]
fn off_topic_sections_are_counted_apart_and_can_be_asked_for() {
    let study = study();
    let [(kept, _), (off, hits)] = by_hand(&study, &["height", "heights"]);
    assert!(kept == 0 && off > 5);
    let here = find(&study, "height ");
    assert_eq!((here.sections, here.hits, here.off_topic), (0, Some(0), off));
    assert_eq!(said(&here), format!("Only in {off}\u{a0}off-topic sections"));
    let mixed = find(&study, "therapist OR height ");
    assert!(said(&mixed).ends_with(&format!(", also in {off}\u{a0}off-topic sections")));
    assert_eq!(said(&find(&study, "qqqq ")), "No section");
    let there = find(&study, &format!("{} ", off_topic("height ")));
    assert_eq!((there.sections, there.hits, there.off_topic), (off, Some(hits), 0));
}

#[test]
fn asking_for_off_topic_text_keeps_alternatives_together() {
    assert_eq!(off_topic("cry man"), "is:off cry man");
    assert_eq!(off_topic("cry OR tall"), "is:off (cry OR tall)");
    let study = study();
    let both = find(&study, &format!("{} ", off_topic("therapist OR height")));
    let [_, (off, _)] = by_hand(&study, &["height", "heights", "therapist", "therapists"]);
    assert_eq!(both.sections, off, "none that is on topic");
}

#[test]
fn nothing_is_said_where_nothing_is_searched_for() {
    let study = study();
    for text in ["", "  ", "?!"] {
        let view = search(text);
        assert_eq!(found(&study, &Selection::of(&view, &study), &view), None, "{text}");
    }
    let key_alone = find(&study, "is:off");
    assert_eq!((key_alone.hits, key_alone.off_topic), (None, 0));
}

#[test]
fn half_a_search_is_no_mistake_while_somebody_types() {
    let study = study();
    assert_eq!(problems(&study, "\"cry in", true), Vec::<String>::new());
    assert_eq!(problems(&study, "\"cry in", false).len(), 1);
    assert_eq!(problems(&study, "colour:blue", true).len(), 1, "typing on does not mend this");
}

#[test]
fn a_suggestion_takes_the_place_of_what_was_typed() {
    let study = study();
    let take = |text: &str, label: &str| {
        let offered = suggestions(&study, text);
        assert!(offered.len() <= OFFERED);
        let one = offered.iter().find(|one| one.label == label);
        taken(text, one.unwrap_or_else(|| panic!("{label} is offered")))
    };
    assert_eq!(take("cry ther", "therapist"), "cry therapist ");
    assert_eq!(take("-ther", "therapist"), "-therapist ");
    assert_eq!(take("\"my ther", "therapist"), "\"my therapist");
    assert_eq!(take("top", "topic:"), "topic:");
    assert_eq!(take("is:o", "is:off"), "is:off ");
    assert_eq!(suggestions(&study, ""), []);
    let words = suggestions(&study, "ther");
    assert!(note(&words[0]).chars().all(|c| c.is_ascii_digit()), "how often it stands there");
}

#[test]
fn every_example_of_the_help_can_be_read_and_finds_something() {
    let study = study();
    let examples = examples(&study);
    assert_eq!(examples.len(), 9);
    for (text, _) in &examples {
        assert_eq!(problems(&study, text, false), Vec::<String>::new(), "{text}");
        if !text.contains("is:off") {
            assert!(find(&study, text).sections > 0, "{text} finds something");
        }
    }
}
