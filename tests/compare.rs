//! Two selections side by side, on the documents the page ships with.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use common::study;
use engine::separate::{Side, Verdict};
use topic_explorer::compare::{
    Obstacle, choices, compared, name, obstacle, offer, score, sentence, shared,
};
use topic_explorer::shared::Shared;
use topic_explorer::state::{Action, CompareView, Measure, Session, Stops, Whom, reduce};
use topic_explorer::study::Study;

fn sides(a: &str, b: &str) -> CompareView {
    CompareView { a: a.to_owned(), b: b.to_owned(), ..CompareView::default() }
}

fn obstacle_of(study: &Study, a: &str, b: &str) -> Option<Obstacle> {
    obstacle(study, &compared(study, &sides(a, b), &Stops::default()))
}

/// Occurrences of a term in the sections that fulfil a condition, counted token by token.
fn count(study: &Study, term: &str, keep: impl Fn(u32) -> bool) -> u32 {
    let term = study.term(term).expect("it stands there");
    let sections = 0..study.analysis.sections.len() as u32;
    let mut found = 0;
    for section in sections.filter(|section| keep(*section)) {
        let (judged, _) = study.judged(section).expect("a section");
        let tokens = study.counts.documents[judged.document as usize].of_blocks(judged.blocks());
        found += tokens.filter(|token| token.term() == term).count() as u32;
    }
    found
}

fn off(study: &Study, section: u32) -> bool {
    study.analysis.sections[section as usize].verdict == Verdict::OffTopic
}

#[test]
fn at_first_what_is_kept_is_set_against_what_is_off_topic() {
    let study = study();
    let found = compared(&study, &CompareView::default(), &Stops::default());
    assert_eq!(obstacle(&study, &found), None);
    let (kept, foreign) = found.found.top(5);
    // “year” stands on both sides and is surer to differ than a word that one side lacks.
    let height = foreign.iter().find(|row| study.term_name(row.term) == "height");
    let height = height.expect("it is among the first");
    assert_eq!(height.b, count(&study, "height", |section| off(&study, section)));
    assert_eq!((height.a, height.off_b), (0, height.b));
    assert!(kept.iter().all(|row| row.a > 0 && row.off_a == 0));
    assert!(score(&kept[0], Measure::LogOdds) > 1.96, "that is no chance");
    assert!(kept.iter().any(|row| study.term_name(row.term).starts_with("therapist")));
    let off_words = study.figures.off_topic_words;
    assert_eq!(u64::from(found.found.words_b), off_words);
    assert_eq!(u64::from(found.found.words_a), study.figures.words - off_words);
    assert_eq!(shared(&found.found), None);
    let said = sentence(&found);
    assert!(said.starts_with("A, What is kept, has "), "{said}");
    assert!(said.ends_with(&format!("{off_words}\u{a0}words, all of them off topic.")), "{said}");
}

#[test]
fn swapping_changes_the_signs_alone() {
    let study = study();
    for measure in [Measure::LogOdds, Measure::G2] {
        let there = CompareView { measure, ..sides("doc:1", "doc:2") };
        let back = CompareView { measure, ..sides("doc:2", "doc:1") };
        let there = &compared(&study, &there, &Stops::default()).found;
        let back = &compared(&study, &back, &Stops::default()).found;
        assert!(!there.rows.is_empty());
        for (one, other) in there.rows.iter().zip(&back.rows) {
            assert_eq!((one.term, one.a, one.off_a), (other.term, other.b, other.off_b));
            assert!((score(one, measure) + score(other, measure)).abs() < 1e-9);
        }
    }
}

#[test]
fn what_stands_on_both_sides_is_told_and_off_topic_text_is_counted_apart() {
    let study = study();
    let foreign =
        (0..).zip(&study.analysis.sections).find(|(_, one)| one.verdict == Verdict::OffTopic);
    let document = foreign.expect("one is off topic").1.document;
    let view = sides(&format!("doc:{}", document + 1), "is:off");
    let found = &compared(&study, &view, &Stops::default()).found;
    let both: Vec<u32> = (0..study.analysis.sections.len() as u32)
        .filter(|one| {
            off(&study, *one) && study.analysis.sections[*one as usize].document == document
        })
        .collect();
    assert_eq!(found.shared_sections, both);
    assert!(shared(found).is_some_and(|said| said.starts_with(&both.len().to_string())));
    let height = study.term("height");
    let row = found.rows.iter().find(|row| Some(row.term) == height).expect("it is there");
    let inside = |section: u32| study.analysis.sections[section as usize].document == document;
    assert_eq!(row.a, count(&study, "height", inside));
    assert_eq!(row.off_a, count(&study, "height", |one| inside(one) && off(&study, one)));
}

#[test]
fn sides_with_nothing_to_compare_say_why() {
    let study = study();
    assert_eq!(obstacle_of(&study, " ", "is:off"), Some(Obstacle::Unasked(false)));
    assert_eq!(obstacle_of(&study, "is:kept", "topic:99"), Some(Obstacle::Unasked(true)));
    assert_eq!(obstacle_of(&study, "is:kept", "zebra"), Some(Obstacle::NoText(true)));
    assert_eq!(obstacle_of(&study, "doc:1", "doc:1 OR doc:1"), Some(Obstacle::Same));
    let compared = compared(&study, &sides("topic:99", "is:off"), &Stops::default());
    assert_eq!(compared.a.problems, ["There is no topic 99."]);
}

#[test]
fn where_nothing_is_off_topic_two_topics_are_offered() {
    let start = Session::new("", &study());
    let foreign = start.study.analysis.topics.iter().position(|topic| topic.off_topic);
    let whom = Whom::Topic(foreign.expect("one is off topic") as u32);
    let clean = reduce(&start, Action::Overrule(whom, Some(Side::OnTopic)));
    assert_eq!(clean.study.figures.off_topic_words, 0);
    assert_eq!(obstacle_of(&clean.study, "is:kept", "is:off"), Some(Obstacle::NothingOff));
    let (a, b) = offer(&clean.study).expect("there are several topics");
    assert_eq!(obstacle_of(&clean.study, &a, &b), None);
}

#[test]
fn every_choice_finds_its_sections_and_has_a_name() {
    let study = study();
    for choice in choices(&study).iter().flat_map(|(_, choices)| choices) {
        let query = study.ask(&choice.search, false);
        assert!(query.problems().is_empty() && !query.sections().is_empty(), "{}", choice.search);
        assert_eq!(name(&study, &choice.search), choice.name);
    }
    let topic = &study.analysis.topics[1];
    let found: Vec<u32> =
        study.ask("topic:2", false).sections().iter().map(|one| one as u32).collect();
    assert_eq!(found, topic.sections);
    assert_eq!(name(&study, " tears "), "“tears”");
}

#[test]
fn words_on_the_persons_stop_list_are_left_out() {
    let study = study();
    let mut stops = Stops::default();
    stops.add("heights");
    let found = &compared(&study, &CompareView::default(), &stops).found;
    assert!(found.rows.iter().all(|row| study.term_name(row.term) != "height"));
}

/// The text a search finds: where its sections start.
fn places(study: &Study, search: &str) -> Vec<(u32, u32)> {
    let found = study.ask(search, false);
    let sections = found.sections().iter().filter_map(|one| study.judged(one as u32));
    sections.map(|(judged, _)| (judged.document, judged.first_block)).collect()
}

#[test]
fn topics_named_by_number_are_followed_through_a_renumbering() {
    let start = Session::new("", &study());
    let foreign = start.study.analysis.topics.iter().position(|topic| topic.off_topic);
    let last = foreign.expect("one is off topic") as u32 + 1;
    let view = sides(&format!("topic:{last}"), &format!("-topic:\"{last}\" \"topic:{last}\" man"));
    let set = reduce(&start, Action::SetCompare(view));
    let set = reduce(&set, Action::Search(format!("topic:{last} topic:77")));
    // The topic is taken in: it has another number among the others now.
    let after = reduce(&set, Action::Overrule(Whom::Topic(last - 1), Some(Side::OnTopic)));
    let first = &start.study.analysis.topics[last as usize - 1].sections[0];
    let (judged, _) = start.study.judged(*first).expect("a section");
    let there = after.study.section_at(judged.document, judged.first_block).expect("it is there");
    let now = after.study.judged(there).expect("a section").0.topic + 1;
    assert_ne!(now, last, "it was renumbered");
    assert_eq!(after.view.compare.a, format!("topic:{now}"));
    assert_eq!(after.view.compare.b, format!("-topic:\"{now}\" \"topic:{last}\" man"));
    assert_eq!(after.view.search, format!("topic:{now} topic:77"));
    let held = places(&after.study, &after.view.compare.a);
    assert!(places(&start.study, &set.view.compare.a).iter().all(|place| held.contains(place)));
    let back: Shared<Study> = reduce(&after, Action::Undo).study;
    assert_eq!(back.analysis, start.study.analysis);
}

#[test]
fn choosing_makes_a_place_in_the_history_and_typing_none() {
    let start = Session::new("", &study());
    let chosen = reduce(&start, Action::SetCompare(sides("topic:1", "topic:2")));
    assert_eq!(chosen.places, start.places + 1);
    let typed = reduce(&chosen, Action::TypeCompare(sides("topic:1", "tears")));
    assert_eq!((typed.places, typed.view.compare.b.as_str()), (chosen.places, "tears"));
}

#[test]
fn joined_topics_are_one_side() {
    let start = Session::new("", &study());
    let set = reduce(&start, Action::SetCompare(sides("topic:1", "topic:2")));
    let after = reduce(&set, Action::Merge(0, 1));
    assert_eq!(after.view.compare.a, after.view.compare.b);
    let CompareView { a, b, .. } = &after.view.compare;
    assert_eq!(obstacle_of(&after.study, a, b), Some(Obstacle::Same));
}
