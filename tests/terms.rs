//! The terms table on the documents the page ships with: phrases, the edited stop list, and what is said of a row.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use common::study;
use engine::explore::{TermTable, terms_meant};
use topic_explorer::shared::Shared;
use topic_explorer::state::{
    Action, Column, Selection, Session, Sort, Stop, Stops, ViewState, reduce,
};
use topic_explorer::stops::{self, Edited};
use topic_explorer::study::Study;
use topic_explorer::terms::{
    Asked, PARTS, change, forms, level, phrase_rows, phrase_table, sentence, shifts, sides, spread,
    strip, sure, table,
};

fn kept(study: &Study) -> Selection {
    Selection::of(&ViewState::default(), study)
}

fn ask<'a>(find: &'a str, stops: &'a Stops) -> Asked<'a> {
    Asked { find, common: false, sort: Sort::default(), stops }
}

fn shown<'a>(study: &'a Study, table: &TermTable) -> Vec<&'a str> {
    table.rows.iter().map(|row| study.term_name(row.term)).collect()
}

fn term(study: &Study, word: &str) -> u32 {
    terms_meant(&study.corpus, &study.counts, word)[0]
}

fn with(edit: impl FnOnce(&mut Stops)) -> Stops {
    let mut stops = Stops::default();
    edit(&mut stops);
    stops
}

#[test]
fn a_word_on_the_stop_list_goes_from_the_table_in_every_form() {
    let study = study();
    let selection = kept(&study);
    let none = Stops::default();
    assert!(
        shown(&study, &table(&study, &selection, &ask("", &none), usize::MAX)).contains(&"session")
    );
    let stops = with(|stops| stops.add("Sessions"));
    let without = table(&study, &selection, &ask("", &stops), usize::MAX);
    assert!(!shown(&study, &without).contains(&"session"));
    let before = table(&study, &selection, &ask("", &none), usize::MAX);
    assert_eq!(without.rows.len() + 1, before.rows.len());
    assert_eq!(without.words, before.words, "a stop word is a word still");
}

#[test]
fn a_word_taken_from_the_stop_list_is_counted() {
    let study = study();
    let selection = kept(&study);
    let stops = with(|stops| stops.take("the"));
    let rows = table(&study, &selection, &ask("", &stops), usize::MAX);
    assert_eq!(study.term_name(rows.rows[0].term), "the");
}

#[test]
fn the_stop_list_holds_for_phrases_sentence_and_changes() {
    let study = study();
    let selection = kept(&study);
    let none = Stops::default();
    let names = |stops: &Stops| -> Vec<String> {
        let found = phrase_table(&study, &selection, 2, false, stops);
        found.phrases.into_iter().map(|phrase| phrase.display).collect()
    };
    let edge = |name: &str| name.split(' ').any(|word| word == "session" || word == "sessions");
    assert!(names(&none).iter().any(|name| edge(name)));
    let stops = with(|stops| stops.add("session"));
    assert!(!names(&stops).iter().any(|name| edge(name)));

    let height = term(&study, "height");
    let fell = |stops: &Stops| shifts(&study, &selection, stops).fell;
    assert!(fell(&none).iter().any(|row| row.term == height));
    let stops = with(|stops| stops.add("heights"));
    assert!(!fell(&stops).iter().any(|row| row.term == height));
    let selection = Shared::new(selection);
    assert!(sentence(&study, &selection, &none).contains("“height”"));
    assert!(!sentence(&study, &selection, &stops).contains("“height”"));
}

#[test]
fn a_button_turns_a_word_round_and_back() {
    let study = study();
    let words = [("session", false), ("the", true)];
    for (word, listed) in words {
        let id = term(&study, word);
        let mut session = Session::new("", &study);
        let has = |session: &Session| Edited::new(&study, &session.view.stops).has(id);
        assert_eq!(has(&session), listed);
        for turned in [!listed, listed, !listed] {
            let (said, stop) = Edited::new(&study, &session.view.stops).turn(id);
            session = reduce(&session, Action::SetStop(said, stop));
            assert_eq!(has(&session), turned, "{word}");
        }
    }
}

#[test]
fn an_edit_by_another_form_of_a_word_is_the_one_that_is_taken_back() {
    let study = study();
    let id = term(&study, "session");
    let stops = with(|stops| stops.add("sessions"));
    assert_eq!(Edited::new(&study, &stops).turn(id), ("sessions".to_owned(), Stop::Forget));
    let stops = with(|stops| stops.add("the"));
    let id = term(&study, "the");
    assert_eq!(Edited::new(&study, &stops).turn(id), ("the".to_owned(), Stop::Take));
}

#[test]
fn stop_options_hold_forms_and_nothing_else() {
    let study = study();
    let stops = with(|stops| {
        stops.add("Clients");
        stops.take("the");
    });
    let options = stops::options(&study, &stops);
    assert_eq!(
        (options.stop_added, options.stop_taken),
        (vec!["client".into()], vec!["the".into()])
    );
    assert!(!options.stop_words && options.text.is_empty());
}

#[test]
fn phrases_are_as_long_as_asked_filtered_and_sorted() {
    let study = study();
    let selection = kept(&study);
    let stops = Stops::default();
    for words in 2..=ViewState::LONGEST_PHRASE {
        let found = phrase_table(&study, &selection, words, false, &stops);
        assert!(found.phrases.iter().all(|phrase| phrase.terms.len() == usize::from(words)));
        assert!(found.table.rows.iter().all(|row| row.count_before >= 2));
        let sort = Sort { column: Column::Change, descending: false };
        let asked = Asked { find: "cry", common: false, sort, stops: &stops };
        let rows = phrase_rows(&study, &found, &asked).rows;
        assert!(rows.is_sorted_by_key(change), "{words}");
        let id = term(&study, "cry");
        let expected = found.phrases.iter().filter(|phrase| {
            // A word still being typed may be the beginning of one.
            let begins = |id: &u32| study.term_name(*id).starts_with("cry");
            phrase.display.contains("cry") || phrase.terms.iter().any(|it| *it == id || begins(it))
        });
        assert_eq!(rows.len(), expected.count(), "{words}");
    }
}

#[test]
fn a_spread_adds_up_to_the_count() {
    let study = study();
    let selection = kept(&study);
    let stops = Stops::default();
    let words = table(&study, &selection, &ask("", &stops), usize::MAX).rows;
    let found = phrase_table(&study, &selection, 2, false, &stops);
    for (rows, phrases) in [(&words, None), (&found.table.rows, Some(&found))] {
        let spread = spread(&study, &selection, phrases, rows);
        assert_eq!(spread.len(), rows.len());
        for (row, counts) in rows.iter().zip(&spread) {
            assert_eq!(counts.iter().sum::<u32>(), row.count);
            assert_eq!(counts.iter().filter(|count| **count > 0).count() as u32, row.documents);
        }
    }
}

#[test]
fn a_strip_shows_all_that_is_there() {
    assert_eq!(strip(&[0, 0]).path, "");
    let bars = strip(&[1, 0, 8, 400]);
    assert_eq!(bars.counts, [1, 0, 8, 400]);
    assert_eq!(bars.path, "M0 16v-2h3v2zM8 16v-2h3v2zM12 16v-16h3v16z");
    assert_eq!(bars.width, 16);
    let many = strip(&vec![1; 1_856]);
    assert!(many.counts.len() <= PARTS);
    assert_eq!(many.counts.iter().sum::<u32>(), 1_856);
    assert_eq!(strip(&[]).width, 0);
}

#[test]
fn keyness_is_marked_at_the_levels_of_the_field() {
    for (g2, marks) in [(3.83, 0), (3.84, 1), (-6.63, 2), (10.83, 3), (-15.12, 3), (15.13, 4)] {
        assert_eq!(level(g2), marks, "{g2}");
    }
    assert_eq!((sure(0), sure(4)), ("may well be chance", "p < 0.0001"));
}

#[test]
fn a_row_says_both_sides_and_its_forms() {
    let study = study();
    let selection = kept(&study);
    let stops = Stops::default();
    let table = table(&study, &selection, &ask("", &stops), usize::MAX);
    let row = table.rows.iter().find(|row| row.term == term(&study, "cry")).expect("it is there");
    let digits = |text: &str| -> Vec<u32> {
        let plain: String = text.chars().filter(|c| *c != '\u{202f}').collect();
        let numbers = plain.split(|c: char| !c.is_ascii_digit()).filter(|one| !one.is_empty());
        numbers.map(|one| one.parse().expect("a number")).collect()
    };
    let said = digits(&sides(&table, row));
    assert_eq!(said[0] + said[2], row.count_before);
    assert_eq!(said[1] + said[3], study.figures.words as u32);

    let text = forms(&study, &selection, row.term);
    for form in ["crying ", "cry ", "cried "] {
        assert!(text.contains(form), "{text}");
    }
    // A form that stands on both sides is said with both numbers: the first of each is that of the selection.
    let of_selection = text.split(", ").map(|form| digits(form)[0]).sum::<u32>();
    assert_eq!(of_selection, row.count);
    let gone = forms(&study, &selection, term(&study, "height"));
    assert!(gone.starts_with("height 0 (in all "), "{gone}");
}
