//! What is taken away, on the documents the page ships with.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use common::study;
use topic_explorer::export::{Origin, chart, citation, file_name, has_chart, sheet};
use topic_explorer::state::{Pane, Selection, TopicsView, ViewState};
use topic_explorer::study::Study;

const ADDRESS: &str = "https://example.org/topics/#v=1";

fn views() -> impl Iterator<Item = ViewState> {
    let term = || Some("crying".to_owned());
    let panes = Pane::ALL.into_iter().map(move |pane| ViewState {
        pane,
        term: term(),
        ..ViewState::default()
    });
    let page = TopicsView { page: Some(1), ..TopicsView::default() };
    let page = ViewState { pane: Pane::Topics, topics_view: page, ..ViewState::default() };
    panes.chain([page])
}

fn origin(study: &Study, view: &ViewState) -> (Selection, Origin) {
    let selection = Selection::of(view, study);
    let origin = Origin::of(study, view, &selection, ADDRESS);
    (selection, origin)
}

#[test]
fn every_view_is_a_table_that_programs_can_read() {
    let study = study();
    for view in views() {
        let (selection, origin) = origin(&study, &view);
        let sheet = sheet(&study, &view, &selection);
        assert!(!sheet.rows.is_empty(), "{:?} has rows", view.pane);
        assert!(sheet.rows.iter().all(|row| row.len() == sheet.columns.len()), "{:?}", view.pane);
        let json: serde_json::Value = serde_json::from_str(&sheet.json(&origin)).expect("JSON");
        assert_eq!(json["rows"].as_array().map(Vec::len), Some(sheet.rows.len()));
        assert_eq!(json["made_by"]["link"], ADDRESS);
        assert_eq!(json["made_by"]["fingerprint"].as_str().map(str::len), Some(16));
        let csv = sheet.csv(&origin);
        let head = csv.lines().find(|line| !line.starts_with("# ")).expect("a line of names");
        assert_eq!(head, sheet.columns.join(","));
    }
}

#[test]
fn counts_in_the_table_are_those_of_the_documents() {
    let study = study();
    let view = ViewState { pane: Pane::Terms, ..ViewState::default() };
    let (selection, origin) = origin(&study, &view);
    let csv = sheet(&study, &view, &selection).csv(&origin);
    let row = csv.lines().find(|line| line.starts_with("average,")).expect("a term");
    // By hand: words of the text that begin so and end at a word's end, with nothing of the program's own.
    let mut by_hand = 0;
    for document in &study.corpus.documents {
        let words = document.text.split(|one: char| !one.is_alphanumeric());
        let forms = ["average", "averages", "averaged"];
        by_hand += words.filter(|word| forms.contains(&word.to_lowercase().as_str())).count();
    }
    let cells: Vec<&str> = row.split(',').collect();
    assert_eq!(cells[2], by_hand.to_string(), "{row}");
}

#[test]
fn drawings_stand_by_themselves() {
    let study = study();
    for view in views() {
        let (selection, origin) = origin(&study, &view);
        let drawn = chart(&study, &view, &selection, &origin);
        assert_eq!(drawn.is_some(), has_chart(view.pane));
        let Some(svg) = drawn else { continue };
        assert!(svg.starts_with("<svg xmlns=") && svg.ends_with("</svg>\n"));
        assert!(svg.contains(ADDRESS), "what made it stands in its description");
        for outside in
            ["http://www.w3.org/1999/xlink", "<script", "<style", "href=", "NaN", "=\"\""]
        {
            assert!(!svg.contains(outside), "{:?} has {outside}", view.pane);
        }
        assert_eq!(svg.matches("<g").count(), svg.matches("</g>").count());
    }
}

#[test]
fn the_map_hatches_what_is_off_topic_and_nothing_else() {
    let study = study();
    let view = ViewState::default();
    let (selection, origin) = origin(&study, &view);
    let svg = chart(&study, &view, &selection, &origin).expect("a map");
    let off = study.analysis.sections.iter().filter(|section| !section.verdict.is_kept()).count();
    assert_eq!(svg.matches("fill=\"url(#hatch)\"").count(), off);
}

#[test]
fn a_citation_tells_the_documents_and_the_way_back() {
    let study = study();
    let line = citation(&study, ADDRESS, "2026-11-25");
    assert!(line.contains("5 documents") && line.ends_with(ADDRESS), "{line}");
    assert!(line.contains(&format!("{:016x}", study.fingerprint)));
    assert_eq!(file_name(&study, Pane::Terms, "csv"), "do-therapists-cry-terms.csv");
}

#[test]
fn verdicts_name_the_lines_of_the_files() {
    let study = study();
    let view = ViewState::default();
    let (selection, origin) = origin(&study, &view);
    let json = sheet(&study, &view, &selection).json(&origin);
    let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    let rows = json["rows"].as_array().expect("rows");
    let off: Vec<_> = rows.iter().filter(|row| row["verdict"] == "Off topic").collect();
    // As read off the file by eye: where its nine questions about heights stand.
    let questions = [32, 34, 36, 38, 40, 48, 50, 52, 54];
    let first: Vec<_> = off.iter().filter_map(|row| row["first_line"].as_u64()).collect();
    assert_eq!(first, questions);
    for row in rows {
        let name = row["file"].as_str().expect("a file");
        let document = study.corpus.documents.iter().find(|document| document.name == name);
        let lines = document.expect("a document").text.lines().count() as u64;
        let (first, last) = (row["first_line"].as_u64(), row["last_line"].as_u64());
        assert!(first <= last && last <= Some(lines), "{row}");
        assert!(row["reason"].as_str().is_some_and(|reason| reason.ends_with('.')));
    }
}
