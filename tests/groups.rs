//! Groups of documents: as a filter, in a search, in a comparison, in a link.
#![cfg(not(target_arch = "wasm32"))]

use engine::count::{Background, count};
use engine::pack::Pack;
use engine::parse::parse;
use engine::{Corpus, Groups};
use topic_explorer::compare::{choices, compared};
use topic_explorer::groups::{Size, sizes};
use topic_explorer::search::examples;
use topic_explorer::shared::Shared;
use topic_explorer::state::{
    Action, CompareView, Correction, Numbers, Selection, Session, Stops, describe, reduce, write,
};
use topic_explorer::study::Study;

fn study(groups: &[&str]) -> Shared<Study> {
    let texts = ["Therapists cry with clients.", "Clients cry at home.", "A therapist wept once."];
    let documents: Vec<_> = texts
        .iter()
        .enumerate()
        .map(|(at, text)| parse(&format!("{at}.txt"), (*text).to_owned(), None))
        .collect();
    let corpus = Corpus { name: "A pile".to_owned(), documents };
    let counts = count(&corpus, &Background::none());
    let given: Vec<_> =
        groups.iter().map(|name| (!name.is_empty()).then(|| (*name).to_owned())).collect();
    let titles = vec![String::new(); texts.len()];
    let mut pack = Pack::counted_with(corpus, titles, counts, &Background::none());
    pack.groups = Groups::new(&given);
    let counts = pack.counted();
    Shared::new(Study::new(pack, counts, &Correction::default()))
}

fn documents(session: &Session) -> Vec<u32> {
    let selection = Selection::of(&session.view, &session.study);
    let of = |section: usize| session.study.analysis.sections[section].document;
    let mut documents: Vec<u32> = selection.sections.iter().map(of).collect();
    documents.dedup();
    documents
}

#[test]
fn a_group_filters_and_another_adds_to_it() {
    let session = Session::new("", &study(&["b", "a", ""]));
    assert_eq!(documents(&session), [0, 1, 2]);
    let pick = |session: &Session, group, add| reduce(session, Action::PickGroup { group, add });
    let first = pick(&session, 0, false);
    assert_eq!(documents(&first), [1]);
    let selection = Selection::of(&first.view, &first.study);
    assert!(
        selection.asked && !selection.named,
        "off-topic text of the group stays folded in place"
    );
    assert!(!selection.folds(0, &first.study), "another group is not there at all");
    assert_eq!(describe(&first.view, &selection, &first.study), "Only the group a");
    let both = pick(&first, 1, true);
    assert_eq!(documents(&both), [0, 1]);
    assert_eq!(documents(&pick(&both, 1, false)), [0]);
    assert_eq!(documents(&pick(&first, 0, false)), [0, 1, 2], "picked again, it is let go of");
    assert_eq!(documents(&reduce(&both, Action::ClearFilter)), [0, 1, 2]);
}

#[test]
fn a_link_carries_it_and_one_to_a_group_there_is_not_says_so() {
    let grouped = study(&["b", "a", ""]);
    let session = Session::new("", &grouped);
    let session = reduce(&session, Action::PickGroup { group: 1, add: false });
    let link = write(&session.view, grouped.fingerprint);
    let opened = Session::new(&link, &grouped);
    assert_eq!(opened.view.groups, Numbers::from([1]));
    assert_eq!(documents(&opened), [0]);
    let other = Session::new(&link, &study(&["", "", ""]));
    assert!(other.view.groups.is_empty());
    assert_eq!(other.notices.len(), 1);
}

#[test]
fn a_search_and_a_comparison_find_them() {
    let grouped = study(&["b", "a", "b"]);
    let session = reduce(&Session::new("", &grouped), Action::Search("group:b cry".to_owned()));
    assert_eq!(documents(&session), [0]);
    let offered = choices(&grouped);
    let (_, groups) = offered.iter().find(|(kind, _)| *kind == "Groups").expect("there are some");
    let searches: Vec<&str> = groups.iter().map(|one| one.search.as_str()).collect();
    assert_eq!(searches, ["group:a", "group:b"]);
    let view = CompareView {
        a: searches[0].to_owned(),
        b: searches[1].to_owned(),
        ..CompareView::default()
    };
    let found = compared(&grouped, &view, &Stops::default());
    assert_eq!((found.a.name.as_str(), found.a.sections.len()), ("a", 1));
    assert_eq!((found.b.name.as_str(), found.b.sections.len()), ("b", 2));
    let none = study(&["", "", ""]);
    assert!(choices(&none).iter().all(|(kind, _)| *kind != "Groups"));
}

#[test]
fn the_page_as_one_file_has_them_too() {
    let grouped = study(&["b", "a", ""]);
    assert_eq!(grouped.pack().groups, *grouped.groups);
}

#[test]
fn sizes_are_those_of_their_documents() {
    let size = |documents, words| Size { documents, words, off_topic: 0 };
    assert_eq!(sizes(&study(&["b", "a", "b"])), [size(1, 4), size(2, 8)]);
    assert_eq!(sizes(&study(&["", "", ""])), []);
}

#[test]
fn the_help_has_a_search_for_a_group_where_there_are_groups() {
    let study = study(&["from the web", "other", ""]);
    let of_groups = |study: &Study| {
        let texts = examples(study).into_iter().map(|(text, _)| text);
        texts.filter(|text| text.starts_with("group:")).collect::<Vec<_>>()
    };
    assert_eq!(of_groups(&study), ["group:\"from the web\""]);
    let none = self::study(&["", "", ""]);
    assert_eq!(of_groups(&none), Vec::<String>::new());
}
