//! What looking a text up finds, on the documents the page ships with.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use common::study;
use engine::count::Token;
use engine::explore::ContextLine;
use engine::parse::BlockKind;
use engine::separate::Verdict;
use topic_explorer::contexts::{
    Found, Standing, Wanted, commonest, lines_sentence, look_up, sentence,
};
use topic_explorer::state::{
    CollocateColumn, CollocatesView, ContextOrder, ContextsView, Numbers, Pane, Selection, Stops,
    ViewState,
};
use topic_explorer::study::Study;

fn viewing(text: &str, pane: Pane) -> ViewState {
    ViewState { term: Some(text.to_owned()), pane, ..ViewState::default() }
}

fn found(study: &Study, view: &ViewState) -> Found {
    look_up(study, &Selection::of(view, study), &Wanted::of(view))
}

fn told(study: &Study, view: &ViewState) -> String {
    let found = found(study, view);
    sentence(view.term.as_deref().unwrap_or_default(), &found.places.tally, study)
        .replace('\u{a0}', " ")
}

/// How often any of some words stands in the sections that are kept and in those that are not, counted on the bare text:
/// runs of letters, nothing of the tokeniser.
fn by_hand(study: &Study, words: &[&str]) -> (u64, u64) {
    let (mut kept, mut off) = (0, 0);
    for section in &study.analysis.sections {
        let document = &study.corpus.documents[section.document as usize];
        for block in &document.blocks[section.blocks()] {
            if matches!(block.kind, BlockKind::Boilerplate(_)) {
                continue;
            }
            let text = block.span.of(&document.text).to_lowercase();
            let letters = text.split(|character: char| !character.is_alphabetic());
            let hits = letters.filter(|word| words.contains(word)).count() as u64;
            *(if section.verdict.is_kept() { &mut kept } else { &mut off }) += hits;
        }
    }
    (kept, off)
}

#[test]
fn a_term_stands_as_often_as_a_count_by_hand_says() {
    let study = study();
    for words in [&["empathy"][..], &["height", "heights"], &["session", "sessions"], &["tall"]] {
        let tally = found(&study, &viewing(words[0], Pane::Contexts)).places.tally;
        let (kept, off) = by_hand(&study, words);
        assert_eq!((tally.selected, tally.off_topic), (kept, off), "{words:?}");
        assert_eq!((tally.hidden, tally.outside), (0, 0));
        assert!(kept + off > 3, "{words:?} is counted");
    }
}

#[test]
fn every_hit_is_a_line_and_the_off_topic_ones_can_stay_away() {
    let study = study();
    let mut view = viewing("years OR old", Pane::Contexts);
    let all = found(&study, &view);
    assert_eq!(
        all.lines.lines.len() as u64,
        all.places.tally.selected + all.places.tally.off_topic
    );
    assert!(
        all.places.tally.selected > 0 && all.places.tally.off_topic > 0,
        "{:?}",
        all.places.tally
    );
    assert_eq!(all.lines.off_topic as u64, all.places.tally.off_topic);
    let selection = Selection::of(&view, &study);
    let counts = lines_sentence(&all.lines, &selection, &study).replace('\u{a0}', " ");
    let (kept, off) = (all.places.tally.selected, all.places.tally.off_topic);
    assert_eq!(counts, format!("{kept} lines, {off} off topic"));

    view.contexts.without = true;
    let kept = found(&study, &view);
    assert_eq!(kept.lines.lines.len() as u64, all.places.tally.selected);
    assert!(kept.lines.lines.iter().all(|line| line.verdict != Verdict::OffTopic));
}

#[test]
fn a_filter_for_a_document_takes_its_off_topic_text_along_and_no_other() {
    let study = study();
    let view = ViewState { document: Some(0), ..viewing("height", Pane::Contexts) };
    let first = found(&study, &view);
    assert!(!first.lines.lines.is_empty());
    assert!(first.lines.lines.iter().all(|line| line.document == 0));
    let view = ViewState { document: Some(1), ..view };
    let second = found(&study, &view);
    assert!(second.lines.lines.is_empty());
    assert_eq!(second.places.tally.outside, first.places.tally.off_topic);
}

#[test]
fn who_asks_for_a_topic_sees_its_lines_alone() {
    let study = study();
    let topic = study.analysis.topics.iter().position(|topic| topic.off_topic).expect("one") as u32;
    let all = found(&study, &viewing("height", Pane::Contexts)).places.tally;
    let view = ViewState { topics: Numbers::from([topic]), ..viewing("height", Pane::Contexts) };
    let here = found(&study, &view);
    assert_eq!(here.places.tally.selected, all.off_topic);
    assert_eq!(here.places.tally.selected_off, all.off_topic);
    assert!(here.lines.lines.iter().all(|line| line.topic == topic));
    let selection = Selection::of(&view, &study);
    let outside = (0..study.analysis.sections.len() as u32).find(|one| !selection.has(*one));
    let standing = Standing::of(outside.expect("there are other topics"), &selection, &study);
    assert_eq!(standing, Standing::Outside);
}

#[test]
fn lines_come_in_the_order_asked_for() {
    let study = study();
    let folded = |line: &ContextLine, which: ContextOrder| {
        let text = &study.corpus.documents[line.document as usize].text;
        let (left, node, right) = (line.left.of(text), line.node.of(text), line.right.of(text));
        let letters = |text: &str| -> Vec<String> {
            let words = text.split(|character: char| !character.is_alphanumeric());
            words.filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
        };
        match which {
            ContextOrder::Left => letters(left).into_iter().next_back(),
            ContextOrder::Node => letters(node).into_iter().next(),
            _ => letters(right).into_iter().next(),
        }
    };
    for order in [ContextOrder::Left, ContextOrder::Node, ContextOrder::Right] {
        let mut view = viewing("session", Pane::Contexts);
        view.contexts = ContextsView { order, ..view.contexts };
        let lines = found(&study, &view).lines.lines;
        let keys: Vec<_> = lines.iter().map(|line| folded(line, order)).collect();
        assert!(keys.len() > 3 && keys.is_sorted(), "{order:?}: {keys:?}");
    }
}

#[test]
fn words_a_side_are_as_many_as_asked_for() {
    let study = study();
    let mut view = viewing("supervision", Pane::Contexts);
    let words = |view: &ViewState| -> Vec<usize> {
        let lines = found(&study, view).lines.lines;
        let text = |line: &ContextLine| &study.corpus.documents[line.document as usize].text;
        lines.iter().map(|line| line.right.of(text(line)).split_whitespace().count()).collect()
    };
    let most = |view: &ViewState| words(view).into_iter().max();
    view.contexts.span = 1;
    let one = most(&view);
    view.contexts.span = 12;
    let twelve = most(&view);
    assert!(one <= Some(2) && twelve >= Some(10), "{one:?} {twelve:?}");
}

#[test]
fn sentences_say_where_a_text_stands() {
    let study = study();
    let (_, off) = by_hand(&study, &["height", "heights"]);
    let view = viewing("height", Pane::Contexts);
    assert_eq!(
        told(&study, &view),
        format!("“height” does not stand in what is selected; {off} times in the off-topic text.")
    );
    let topic = study.analysis.topics.iter().position(|topic| topic.off_topic).expect("one") as u32;
    let shown = ViewState { shown: Numbers::from([topic]), ..view };
    let text = told(&study, &shown);
    assert!(text.starts_with(&format!("“height” stands {off} times in ")), "{text}");
    assert!(text.ends_with("sections, all off topic."), "{text}");
    assert_eq!(
        told(&study, &viewing("xylophone", Pane::Contexts)),
        "“xylophone” stands nowhere in these documents."
    );
    assert!(
        told(&study, &viewing("empathy supervision", Pane::Plot))
            .starts_with("“empathy” or “supervision” stands")
    );
    assert!(
        told(&study, &viewing("\"in therapy\"", Pane::Plot)).starts_with("“in therapy” stands")
    );
    let mut both = viewing("year*", Pane::Contexts);
    both.contexts.without = true;
    assert!(
        told(&study, &both).contains(" more in the off-topic text."),
        "{}",
        told(&study, &both)
    );
}

#[test]
fn what_cannot_be_looked_up_is_said() {
    let study = study();
    let problems =
        |text: &str| found(&study, &viewing(text, Pane::Contexts)).places.problems.clone();
    assert!(problems("empathy").is_empty());
    for text in ["topic:1", "empathy -tears", "doc:2 empathy"] {
        assert_eq!(
            problems(text).last().map(String::as_str),
            Some("Words are looked up here; what narrows a search belongs in the search box."),
            "{text}"
        );
    }
    assert_eq!(problems("?!"), ["There is no word in this to look up."]);
    assert!(!problems("\"in therapy").is_empty(), "an open quotation mark");
    let hostile = format!("{}{}", "(".repeat(5_000), "<script>\u{0}\u{202e}");
    assert!(problems(&hostile).len() <= 10);
    assert!(problems("").is_empty());
}

/// Windows counted the plain way: for every pair of places in a section.
fn windows(study: &Study, node: u32, near: u32, span: usize) -> (u32, u32) {
    let (mut left, mut right) = (0, 0);
    for section in study.analysis.sections.iter().filter(|one| one.verdict.is_kept()) {
        let counted = &study.counts.documents[section.document as usize];
        let terms: Vec<u32> = counted.of_blocks(section.blocks()).map(Token::term).collect();
        for (at, _) in terms.iter().enumerate().filter(|(_, term)| **term == node) {
            for (other, _) in terms.iter().enumerate().filter(|(_, term)| **term == near) {
                left += u32::from(other < at && at - other <= span);
                right += u32::from(other > at && other - at <= span);
            }
        }
    }
    (left, right)
}

#[test]
fn collocates_stand_near_as_often_as_pairs_of_places_say() {
    let study = study();
    let mut view = viewing("crying", Pane::Collocates);
    view.collocates = CollocatesView { span: 3, floor: 3, ..view.collocates };
    let collocates = found(&study, &view).collocates;
    let node = study.term("crying").expect("it is a term");
    assert!(collocates.rows.len() > 5);
    assert!(collocates.rows.iter().all(|row| row.together() >= 3));
    assert!(collocates.rows.is_sorted_by(|one, next| one.log_dice >= next.log_dice));
    for row in collocates.rows.iter().take(10) {
        assert_eq!((row.left, row.right), windows(&study, node, row.term, 3));
    }
    let kept: u64 = study.figures.words - study.figures.off_topic_words;
    assert_eq!(u64::from(collocates.words), kept);
    view.collocates.everything = true;
    assert_eq!(u64::from(found(&study, &view).collocates.words), study.figures.words);
}

#[test]
fn collocates_are_ordered_by_any_column_either_way() {
    let study = study();
    let mut view = viewing("crying", Pane::Collocates);
    for column in CollocateColumn::ALL {
        let mut values = [false, true].map(|reversed| {
            view.collocates = CollocatesView { column, reversed, ..view.collocates };
            let rows = found(&study, &view).collocates.rows;
            let value = |row: &engine::explore::Collocate| match column {
                CollocateColumn::Term => study.term_name(row.term).to_owned(),
                CollocateColumn::Count => format!("{:09}", row.together()),
                CollocateColumn::Left => format!("{:09}", row.left),
                CollocateColumn::Right => format!("{:09}", row.right),
                CollocateColumn::Total => format!("{:09}", row.count),
                CollocateColumn::LogDice => format!("{:09.4}", row.log_dice),
                CollocateColumn::Mi => format!("{:09.4}", row.mutual_information + 100.0),
                CollocateColumn::G2 => format!("{:09.4}", row.g2 + 1000.0),
            };
            rows.iter().map(value).collect::<Vec<_>>()
        });
        if column != CollocateColumn::Term {
            values.swap(0, 1);
        }
        let [rising, falling] = values;
        assert!(rising.len() > 10 && rising.is_sorted(), "{column:?}");
        assert!(falling.is_sorted_by(|one, next| one >= next), "{column:?}");
    }
}

#[test]
fn collocates_go_by_the_stop_list_a_person_has() {
    let study = study();
    let names = |view: &ViewState| -> Vec<String> {
        let rows = found(&study, view).collocates.rows;
        rows.iter().map(|row| study.term_name(row.term).to_owned()).collect()
    };
    let has = |names: &[String], name: &str| names.iter().any(|other| other == name);
    let mut view = viewing("crying", Pane::Collocates);
    let plain = names(&view);
    assert!(has(&plain, "therapist") && !has(&plain, "the"));
    view.stops.add("therapists");
    view.stops.take("the");
    let edited = names(&view);
    assert!(!has(&edited, "therapist") && has(&edited, "the"));
    view.collocates.common = true;
    let all = names(&view);
    assert!(has(&all, "therapist") && has(&all, "and"));
}

#[test]
fn hits_of_the_plot_lie_in_the_sections_beneath_them() {
    let study = study();
    let found = found(&study, &viewing("crying", Pane::Plot));
    assert_eq!(found.places.documents.len(), study.corpus.documents.len());
    let mut sum = 0;
    for row in &found.places.documents {
        for run in &row.runs {
            let inside = |hit: &&u32| (run.start..run.start + run.tokens).contains(*hit);
            assert_eq!(row.hits.iter().filter(inside).count(), run.hits as usize);
            sum += u64::from(run.hits);
        }
    }
    assert_eq!(sum, found.places.tally.all());
    let rate = 1000.0 * found.places.tally.selected as f64 / found.places.tally.words as f64;
    assert!((found.places.tally.rate() - rate).abs() < 1e-12);
}

#[test]
fn the_terms_offered_are_the_commonest_of_what_is_selected() {
    let study = study();
    let view = ViewState::default();
    let offered = commonest(&study, &Selection::of(&view, &study), &Stops::default(), 5);
    assert_eq!(offered.len(), 5);
    let counts: Vec<u64> = offered
        .iter()
        .map(|term| found(&study, &viewing(term, Pane::Plot)).places.tally.selected)
        .collect();
    assert!(counts.is_sorted_by(|one, next| one >= next), "{offered:?} {counts:?}");
    let mut stops = Stops::default();
    stops.add(&offered[0]);
    let without = commonest(&study, &Selection::of(&view, &study), &stops, 5);
    assert_eq!(without[..4], offered[1..]);
    let none = ViewState { search: "xylophone".to_owned(), ..view };
    assert!(commonest(&study, &Selection::of(&none, &study), &Stops::default(), 5).is_empty());
}
