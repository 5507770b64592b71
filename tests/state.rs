//! What actions do to the view, on the documents the page ships with.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use common::study;
use engine::separate::Verdict;
use topic_explorer::shared::Shared;
use topic_explorer::state::{
    Action, Column, Entry, Numbers, Offer, Pane, Selection, Session, Sort, Stop, ViewState, reduce,
    write,
};
use topic_explorer::study::Study;

fn after(study: &Shared<Study>, actions: impl IntoIterator<Item = Action>) -> Session {
    let start = Session::new("", study);
    actions.into_iter().fold(start, |session, action| reduce(&session, action))
}

fn pick(topic: u32, add: bool) -> Action {
    Action::PickTopic { topic, add }
}

fn off_topic(study: &Study) -> u32 {
    study.analysis.topics.iter().position(|topic| topic.off_topic).expect("one is off topic") as u32
}

#[test]
fn picking_a_topic_again_lets_go_of_it_and_adding_keeps_the_others() {
    let study = study();
    let topics = |actions: Vec<Action>| after(&study, actions).view.topics;
    assert_eq!(topics(vec![pick(1, false)]), Numbers::from([1]));
    assert_eq!(topics(vec![pick(1, false), pick(1, false)]), Numbers::default());
    assert_eq!(topics(vec![pick(1, false), pick(2, false)]), Numbers::from([2]));
    assert_eq!(topics(vec![pick(1, false), pick(2, true)]), Numbers::from([1, 2]));
    assert_eq!(topics(vec![pick(1, true), pick(2, true), pick(1, true)]), Numbers::from([2]));
}

#[test]
fn at_first_everything_but_the_off_topic_text_is_in() {
    let study = study();
    let selection = Selection::of(&ViewState::default(), &study);
    for (index, section) in (0..).zip(&study.analysis.sections) {
        assert_eq!(selection.has(index), section.verdict.is_kept());
    }
    assert!(!selection.asked);
}

#[test]
fn what_is_asked_for_is_shown_whatever_it_is() {
    let study = study();
    let topic = off_topic(&study);
    for action in [pick(topic, false), Action::PickVerdict(Verdict::OffTopic)] {
        let view = after(&study, [action]).view;
        let selection = Selection::of(&view, &study);
        let expected = study.analysis.sections.iter().filter(|one| !one.verdict.is_kept()).count();
        assert_eq!(selection.sections.len(), expected);
        assert!(selection.asked);
    }
}

#[test]
fn the_eye_takes_a_topic_out_and_puts_it_back() {
    let study = study();
    let off = off_topic(&study);
    let kept = Selection::of(&ViewState::default(), &study).sections.len();
    let size = |topic: u32| study.analysis.topics[topic as usize].sections.len();
    let left =
        |actions: Vec<Action>| Selection::of(&after(&study, actions).view, &study).sections.len();
    assert_eq!(left(vec![Action::ToggleTopic(0)]), kept - size(0));
    assert_eq!(left(vec![Action::ToggleTopic(0), Action::ToggleTopic(0)]), kept);
    assert_eq!(left(vec![Action::ToggleTopic(off)]), kept + size(off));
}

#[test]
fn going_to_a_section_makes_it_visible() {
    let study = study();
    let off = study.analysis.topics[off_topic(&study) as usize].sections.clone();
    let (first, last) = (off[0], *off.last().expect("it has sections"));

    let session = after(&study, [Action::Open(Pane::Terms), Action::GoTo(last)]);
    assert_eq!((session.view.pane, session.view.at), (Pane::Read, Some(last)));
    assert_eq!(session.unfolded, Numbers::from([first]), "the fold it stands in is open");

    let session = after(&study, [pick(0, false), Action::GoTo(last)]);
    assert!(!session.view.is_filtered(), "a filter that leaves it out gives way");
}

#[test]
fn a_link_to_a_folded_section_opens_the_fold() {
    let study = study();
    let section = study.analysis.topics[off_topic(&study) as usize].sections[3];
    let view = ViewState { at: Some(section), ..ViewState::default() };
    let session = Session::new(&write(&view, study.fingerprint), &study);
    assert_eq!((session.jump, session.unfolded.len()), (1, 1));
}

#[test]
fn a_document_keeps_its_folds() {
    let study = study();
    let topic = off_topic(&study);
    let section = study.analysis.topics[topic as usize].sections[0];
    let document = study.analysis.sections[section as usize].document;
    let session = after(&study, [Action::PickDocument(document), Action::GoTo(section)]);
    assert_eq!(session.view.document, Some(document));
    assert_eq!(session.unfolded.len(), 1);
}

#[test]
fn sorting_by_the_same_column_turns_round() {
    let study = study();
    let sort = |columns: &[Column]| {
        after(&study, columns.iter().map(|column| Action::SortBy(*column))).view.sort
    };
    assert_eq!(sort(&[Column::Term]), Sort { column: Column::Term, descending: false });
    assert_eq!(
        sort(&[Column::Term, Column::Term]),
        Sort { column: Column::Term, descending: true }
    );
    assert_eq!(sort(&[Column::Count]), Sort { column: Column::Count, descending: false });
}

#[test]
fn typing_leaves_no_trail_and_filters_do() {
    let study = study();
    assert_eq!(after(&study, [Action::Find("h".to_owned())]).entry, Entry::Replace);
    assert_eq!(after(&study, [pick(0, false)]).entry, Entry::Push);
}

#[test]
fn highlighting_a_term_opens_the_text() {
    let study = study();
    let actions = [Action::Open(Pane::Terms), Action::Highlight(Some("crying".to_owned()))];
    let session = after(&study, actions);
    assert_eq!(session.view.pane, Pane::Read);
    assert_eq!(session.view.term.as_deref(), Some("crying"));
}

#[test]
fn going_back_restores_the_whole_view() {
    let study = study();
    let view = after(&study, [pick(1, false)]).view;
    let link = write(&view, study.fingerprint);
    let session = after(&study, [pick(2, false), Action::Restore(link)]);
    assert_eq!(session.view, view);
}

#[test]
fn a_search_looks_in_what_is_left_unless_it_says_where() {
    let study = study();
    let found = |text: &str| {
        let view = after(&study, [Action::Search(text.to_owned())]).view;
        Selection::of(&view, &study)
    };
    let kept = |selection: &Selection| {
        let sections = selection.sections.iter().map(|at| &study.analysis.sections[at]);
        sections.filter(|section| section.verdict.is_kept()).count()
    };
    let words = found("tall");
    assert_eq!(kept(&words), words.sections.len(), "off-topic text stays out");
    let off = found("tall is:off");
    assert!(kept(&off) == 0 && off.sections.len() > 1);
    assert!(found("cry").named && found("cry").asked);
    assert_eq!(found("  ").sections, Selection::of(&ViewState::default(), &study).sections);
    assert!(found("zebra").sections.is_empty());
}

#[test]
fn names_and_joined_topics_are_taken_back_step_by_step() {
    let study = study();
    let start = Session::new("", &study);
    let label = study.topic_name(0);
    let named = after(&study, [Action::Rename(0, "Boundaries".to_owned())]);
    assert_eq!(named.study.topic_name(0), "Boundaries");
    assert_eq!(named.notices[0].offer, Some(Offer::Undo));
    let merged = reduce(&named, Action::Merge(0, 1));
    assert_eq!(merged.study.analysis.topics.len(), study.analysis.topics.len() - 1);
    assert_eq!(merged.study.topic_name(0), "Boundaries", "the name stays with the text");
    let words = |study: &Study| study.analysis.topics.iter().map(|topic| topic.words).sum::<u32>();
    assert_eq!(words(&merged.study), words(&study));

    let link = write(&merged.view, study.fingerprint);
    let opened = Session::new(&link, &study);
    assert_eq!((&opened.view, opened.study.topic_name(0)), (&merged.view, "Boundaries".to_owned()));

    let apart = reduce(&merged, Action::Part(0));
    assert_eq!(apart.study.analysis.topics.len(), study.analysis.topics.len());
    let back = reduce(&reduce(&merged, Action::Undo), Action::Undo);
    assert_eq!((&back.view, back.study.topic_name(0)), (&start.view, label));
    let again = reduce(&reduce(&back, Action::Redo), Action::Redo);
    assert_eq!(again.view, merged.view);
    let nothing = reduce(&merged, Action::TakeAllBack);
    assert!(nothing.view.has_edits_of(&start.view));
    assert_eq!(reduce(&nothing, Action::Undo).view, merged.view);
}

#[test]
fn kept_and_off_topic_text_are_never_joined() {
    let study = study();
    let off = off_topic(&study);
    let session = after(&study, [Action::Merge(0, off)]);
    assert_eq!(session.view, Session::new("", &study).view);
    assert!(session.notices.is_empty());
}

#[test]
fn a_label_given_as_a_name_is_no_name() {
    let study = study();
    let label = study.topic_label(0);
    let session = after(&study, [Action::Rename(0, "X".into()), Action::Rename(0, label)]);
    assert!(!session.study.is_named(0));
    assert_eq!(session.view.names, ViewState::default().names);
}

#[test]
fn stop_words_are_said_and_taken_back() {
    let study = study();
    let session = after(&study, [Action::SetStop("session".to_owned(), Stop::Add)]);
    assert_eq!(session.view.stops.added(), ["session"]);
    assert_eq!(reduce(&session, Action::Undo).view, Session::new("", &study).view);
    let same = reduce(&session, Action::SetStop("session".to_owned(), Stop::Add));
    assert_eq!(same.trail, session.trail, "what changes nothing is no step");
}

#[test]
fn clearing_takes_off_one_thing_after_the_other() {
    let study = study();
    let actions = [
        Action::Highlight(Some("crying".to_owned())),
        pick(1, false),
        Action::ToggleReason(0),
        Action::Search("therapist".to_owned()),
        Action::Tell("Something.".to_owned()),
    ];
    let mut session = after(&study, actions);
    let left = |session: &Session| {
        let view = &session.view;
        [
            !session.notices.is_empty(),
            view.is_searched(),
            !view.reasons.is_empty(),
            !view.topics.is_empty(),
            view.term.is_some(),
        ]
    };
    let steps = (1..=6).map(|step| std::array::from_fn(|at| at >= step));
    for expected in steps {
        session = reduce(&session, Action::Clear);
        assert_eq!(left(&session), expected);
    }
    assert_eq!(session.view, ViewState::default());
}

#[test]
fn a_step_and_what_follows_before_it_is_written_make_one_place() {
    let study = study();
    let places = |actions: Vec<Action>| after(&study, actions).places;
    let typed = |text: &str| Action::Search(text.to_owned());
    assert_eq!(places(vec![Action::Searched("s".into()), typed("su"), typed("sup")]), 1);
    assert_eq!(places(vec![typed("su"), typed("sup")]), 0);
    assert_eq!(places(vec![Action::Tell("Copied.".into()), Action::Dismiss]), 0);
    assert_eq!(places(vec![Action::Open(Pane::Terms), Action::Searched("s".into())]), 2);
}

#[test]
fn a_list_is_another_by_its_filter_and_its_order_alone() {
    let study = study();
    let lists = |action: Action| after(&study, [action]).list;
    for action in [
        pick(1, false),
        Action::PickVerdict(Verdict::OffTopic),
        Action::PickDocument(1),
        Action::Search("cry".to_owned()),
        Action::SortBy(Column::Term),
        Action::Find("cry".to_owned()),
        Action::ToggleCommon,
        Action::SetWords(2),
    ] {
        assert_eq!(lists(action.clone()), 1, "{action:?}");
    }
    for action in [
        Action::ToggleTopic(1),
        Action::SetThreshold(10),
        Action::ToggleReason(1),
        Action::ToggleFold(0),
        Action::Highlight(Some("cry".to_owned())),
        Action::Search(String::new()),
    ] {
        assert_eq!(lists(action.clone()), 0, "{action:?}: what is on the page stays there");
    }
}
