//! Links: what is written is read back as it was, and nothing that is read can do harm.
#![cfg(not(target_arch = "wasm32"))]

use engine::separate::{Pin, Side, Verdict};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use topic_explorer::state::{
    Column, Correction, Numbers, Opened, Pane, Pins, Scope, Sort, ViewState,
};

const FINGERPRINT: u64 = 0x9f3a_21bc_0000_0001;
const BLOCKS: [u32; 5] = [60, 1, 400, 12, 90];

fn scope() -> Scope {
    Scope { fingerprint: FINGERPRINT, blocks: BLOCKS.to_vec(), topics: 12, sections: 300 }
}

fn write(view: &ViewState) -> String {
    topic_explorer::state::write(view, FINGERPRINT)
}

fn open(link: &str) -> Opened {
    topic_explorer::state::open(link, &scope())
}

fn correction() -> impl Strategy<Value = Correction> {
    let side = prop_oneof![Just(Side::OnTopic), Just(Side::OffTopic), Just(Side::Main)];
    let pin = (0..BLOCKS.len(), any::<prop::sample::Index>(), 1_u32..9, side);
    let threshold = -Correction::FARTHEST..=Correction::FARTHEST;
    (threshold, vec(pin, 0..6)).prop_map(|(threshold, said)| {
        let mut pins = Pins::default();
        for (document, start, length, side) in said {
            let blocks = BLOCKS[document];
            let start = start.index(blocks as usize) as u32;
            let blocks = start..(start + length).min(blocks);
            pins.say(Pin { document: document as u32, blocks, side });
        }
        Correction { threshold, pins }
    })
}

fn numbers(limit: u32) -> impl Strategy<Value = Numbers> {
    vec(0..limit, 0..6).prop_map(Numbers::from_iter)
}

fn view() -> impl Strategy<Value = ViewState> {
    let verdict =
        prop_oneof![Just(Verdict::OnTopic), Just(Verdict::OffTopic), Just(Verdict::Unsure)];
    let sets = (numbers(12), numbers(12), numbers(12), numbers(300));
    let places = (option::of(0_u32..5), option::of(0_u32..300), option::of(verdict));
    let terms = (0..Column::ALL.len(), any::<bool>(), "\\PC{0,40}", option::of("\\PC{1,40}"));
    let switches = (any::<bool>(), any::<bool>());
    let pane = prop_oneof![Just(Pane::Read), Just(Pane::Terms), Just(Pane::Changes)];
    let rest = (pane, correction());
    (sets, places, terms, switches, rest).prop_map(|(sets, places, terms, switches, rest)| {
        ViewState {
            pane: rest.0,
            topics: sets.0,
            verdict: places.2,
            document: places.0,
            hidden: sets.1,
            shown: sets.2,
            furniture: switches.0,
            reasons: sets.3,
            at: places.1,
            sort: Sort { column: Column::ALL[terms.0], descending: terms.1 },
            find: terms.2,
            common: switches.1,
            term: terms.3,
            correction: rest.1,
        }
    })
}

proptest! {
    #[test]
    fn every_view_comes_back_from_its_link(view in view()) {
        let opened = open(&write(&view));
        prop_assert_eq!(opened.view, view);
        prop_assert_eq!(opened.notices, Vec::<String>::new());
    }

    #[test]
    fn a_link_survives_being_pasted(view in view()) {
        let link = write(&view);
        prop_assert!(link.bytes().all(|byte| byte.is_ascii_graphic()), "{}", link);
        prop_assert_eq!(open(&format!("#{link}")).view, view);
    }

    #[test]
    fn any_text_opens_a_view_that_fits(text in "\\PC*") {
        fits(&open(&text).view)?;
    }

    #[test]
    fn links_with_damage_keep_to_the_scope(view in view(), at in any::<prop::sample::Index>(), junk in "[&=%,0-9a-z]{0,9}") {
        let link = write(&view);
        let at = at.index(link.len() + 1);
        fits(&open(&format!("{}{junk}{}", &link[..at], &link[at..])).view)?;
    }

    #[test]
    fn a_smaller_corpus_keeps_what_still_fits(view in view()) {
        let small = Scope { fingerprint: 1, blocks: vec![9, 1], topics: 3, sections: 9 };
        let opened = topic_explorer::state::open(&write(&view), &small);
        prop_assert!(opened.view.topics.iter().all(|topic| topic < 3 && view.topics.contains(topic)));
        prop_assert!(opened.notices.iter().any(|notice| notice.contains("another version of these documents")));
        prop_assert_eq!(opened.view.find, view.find);
    }
}

fn fits(view: &ViewState) -> Result<(), TestCaseError> {
    for set in [&view.topics, &view.hidden, &view.shown] {
        prop_assert!(set.iter().all(|topic| topic < 12));
    }
    prop_assert!(view.reasons.iter().chain(view.at).all(|section| section < 300));
    prop_assert!(view.document.is_none_or(|document| (document as usize) < BLOCKS.len()));
    prop_assert!(view.correction.threshold.abs() <= Correction::FARTHEST);
    for pin in view.correction.pins.as_slice() {
        prop_assert!(pin.blocks.start < pin.blocks.end);
        prop_assert!(pin.blocks.end <= BLOCKS[pin.document as usize]);
    }
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
        write(&view),
        "v=1&view=terms&topic=2,5&sort=keyness-down&term=5ft%208in&fp=9f3a21bc"
    );
}

#[test]
fn corrections_can_be_read_by_people() {
    let mut view = ViewState::default();
    view.correction.threshold = -5;
    view.correction.pins.say(Pin { document: 0, blocks: 31..54, side: Side::OffTopic });
    view.correction.pins.say(Pin { document: 2, blocks: 7..8, side: Side::Main });
    assert_eq!(write(&view), "v=1&thr=-0.5&pin=1.32-54.off,3.8.main&fp=9f3a21bc");
}

#[test]
fn pins_that_point_nowhere_are_named_and_the_others_kept() {
    let opened =
        open("v=1&pin=1.2-3.on,9.1.off,1.3-99999999999.on,2.1.sideways&thr=1e9&fp=9f3a21bc");
    assert_eq!(opened.view.correction.pins.as_slice().len(), 1);
    assert_eq!(opened.view.correction.threshold, 0);
    assert_eq!(
        opened.notices,
        ["Parts of the link mean nothing here and were left out: \
          “pin=1.2-3.on,9.1.off,1.3-99999\u{2026}”, “thr=1e9”."]
    );
}

#[test]
fn nonsense_is_named_and_the_rest_is_kept() {
    let opened = open("v=1&topic=2,99&colour=blue&view=terms&fp=9f3a21bc");
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
        assert_eq!(open(link).view, ViewState::default());
        assert_eq!(open(link).notices, Vec::<String>::new());
    }
}

#[test]
fn endless_links_are_left_out_whole() {
    let opened = open(&format!("find={}", "a".repeat(100_000)));
    assert_eq!(opened.view, ViewState::default());
    assert_eq!(opened.notices.len(), 1);
}
