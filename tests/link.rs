//! Links: what is written is read back as it was, and nothing that is read can do harm.
#![cfg(not(target_arch = "wasm32"))]

use engine::separate::Verdict;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use topic_explorer::state::{Column, Numbers, Pane, Scope, Sort, ViewState, open, write};

const SCOPE: Scope =
    Scope { fingerprint: 0x9f3a_21bc_0000_0001, topics: 12, documents: 5, sections: 300 };

fn numbers(limit: u32) -> impl Strategy<Value = Numbers> {
    vec(0..limit, 0..6).prop_map(Numbers::from_iter)
}

fn view() -> impl Strategy<Value = ViewState> {
    let verdict =
        prop_oneof![Just(Verdict::OnTopic), Just(Verdict::OffTopic), Just(Verdict::Unsure)];
    let sets = (numbers(12), numbers(12), numbers(12), numbers(300));
    let places = (option::of(0_u32..5), option::of(0_u32..300), option::of(verdict));
    let terms = (0..Column::ALL.len(), any::<bool>(), "\\PC{0,40}", option::of("\\PC{1,40}"));
    let switches = (any::<bool>(), any::<bool>(), any::<bool>());
    (sets, places, terms, switches).prop_map(|(sets, places, terms, switches)| ViewState {
        pane: if switches.0 { Pane::Terms } else { Pane::Read },
        topics: sets.0,
        verdict: places.2,
        document: places.0,
        hidden: sets.1,
        shown: sets.2,
        furniture: switches.1,
        reasons: sets.3,
        at: places.1,
        sort: Sort { column: Column::ALL[terms.0], descending: terms.1 },
        find: terms.2,
        common: switches.2,
        term: terms.3,
    })
}

proptest! {
    #[test]
    fn every_view_comes_back_from_its_link(view in view()) {
        let opened = open(&write(&view, SCOPE), SCOPE);
        prop_assert_eq!(opened.view, view);
        prop_assert_eq!(opened.notices, Vec::<String>::new());
    }

    #[test]
    fn a_link_survives_being_pasted(view in view()) {
        let link = write(&view, SCOPE);
        prop_assert!(link.bytes().all(|byte| byte.is_ascii_graphic()), "{}", link);
        prop_assert_eq!(open(&format!("#{link}"), SCOPE).view, view);
    }

    #[test]
    fn any_text_opens_a_view_that_fits(text in "\\PC*") {
        fits(&open(&text, SCOPE).view)?;
    }

    #[test]
    fn links_with_damage_keep_to_the_scope(view in view(), at in any::<prop::sample::Index>(), junk in "[&=%,0-9a-z]{0,9}") {
        let link = write(&view, SCOPE);
        let at = at.index(link.len() + 1);
        fits(&open(&format!("{}{junk}{}", &link[..at], &link[at..]), SCOPE).view)?;
    }

    #[test]
    fn a_smaller_corpus_keeps_what_still_fits(view in view()) {
        let small = Scope { fingerprint: 1, topics: 3, documents: 2, sections: 9 };
        let opened = open(&write(&view, SCOPE), small);
        prop_assert!(opened.view.topics.iter().all(|topic| topic < 3 && view.topics.contains(topic)));
        prop_assert!(opened.notices.iter().any(|notice| notice.contains("another version of these documents")));
        prop_assert_eq!(opened.view.find, view.find);
    }
}

fn fits(view: &ViewState) -> Result<(), TestCaseError> {
    for set in [&view.topics, &view.hidden, &view.shown] {
        prop_assert!(set.iter().all(|topic| topic < SCOPE.topics));
    }
    prop_assert!(view.reasons.iter().chain(view.at).all(|section| section < SCOPE.sections));
    prop_assert!(view.document.is_none_or(|document| document < SCOPE.documents));
    prop_assert!(view.find.chars().count() <= 200);
    Ok(())
}

#[test]
fn links_can_be_read_by_people() {
    let view = ViewState {
        pane: Pane::Terms,
        topics: Numbers::from([1, 4]),
        sort: Sort { column: Column::Keyness, descending: true },
        term: Some("5ft 8in".to_owned()),
        ..ViewState::default()
    };
    assert_eq!(
        write(&view, SCOPE),
        "v=1&view=terms&topic=2,5&sort=keyness-down&term=5ft%208in&fp=9f3a21bc"
    );
}

#[test]
fn nonsense_is_named_and_the_rest_is_kept() {
    let opened = open("v=1&topic=2,99&colour=blue&view=terms&fp=9f3a21bc", SCOPE);
    assert_eq!(opened.view.topics, Numbers::from([1]));
    assert_eq!(opened.view.pane, Pane::Terms);
    assert_eq!(
        opened.notices,
        ["Parts of the link mean nothing here and were left out: “topic=2,99”, “colour=blue”."]
    );
}

#[test]
fn an_empty_link_says_nothing() {
    for link in ["", "#", "#&&"] {
        assert_eq!(open(link, SCOPE).view, ViewState::default());
        assert_eq!(open(link, SCOPE).notices, Vec::<String>::new());
    }
}

#[test]
fn endless_links_are_left_out_whole() {
    let opened = open(&format!("find={}", "a".repeat(100_000)), SCOPE);
    assert_eq!(opened.view, ViewState::default());
    assert_eq!(opened.notices.len(), 1);
}
