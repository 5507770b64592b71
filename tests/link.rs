//! Links: what is written is read back as it was, and nothing that is read can do harm.
#![cfg(not(target_arch = "wasm32"))]

use engine::separate::{Pin, Side, Verdict};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use topic_explorer::state::{
    CollocateColumn, CollocatesView, Column, CompareView, ContextOrder, ContextsView, Correction,
    Embed, Measure, Merges, Names, Numbers, Opened, Pane, Pins, Place, Scope, Sort, Stops,
    TopicsView, ViewState, foreign, searching, short,
};

const FINGERPRINT: u64 = 0x9f3a_21bc_0000_0001;
const BLOCKS: [u32; 5] = [60, 1, 400, 12, 90];

fn scope() -> Scope {
    Scope {
        fingerprint: FINGERPRINT,
        blocks: BLOCKS.to_vec(),
        topics: 12,
        sections: 300,
        groups: 7,
    }
}

fn write(view: &ViewState) -> String {
    topic_explorer::state::write(view, FINGERPRINT)
}

#[test]
fn a_search_beside_a_link_keeps_what_was_said() {
    let bare = searching("", "\"so many words\"", FINGERPRINT);
    let view = open(&bare).view;
    assert_eq!(view, ViewState { search: "\"so many words\"".to_owned(), ..ViewState::default() });
    let mut before = ViewState {
        pane: Pane::Terms,
        search: "cry".to_owned(),
        topics: Numbers::from([1]),
        groups: Numbers::from([2]),
        hidden: Numbers::from([3]),
        ..ViewState::default()
    };
    before.correction.pins.say(Pin { document: 2, blocks: 7..8, side: Side::Main });
    let opened = open(&searching(&write(&before), "a & b", FINGERPRINT));
    assert_eq!(opened.notices, [""; 0]);
    let want = ViewState {
        pane: Pane::Read,
        search: "a & b".to_owned(),
        topics: Numbers::default(),
        groups: Numbers::default(),
        ..before
    };
    assert_eq!(opened.view, want);
    assert_eq!(foreign(&write(&want), FINGERPRINT), None);
    assert_eq!(foreign(&write(&want), 7), Some(short(FINGERPRINT)));
    assert_eq!(foreign("", FINGERPRINT), None);
}

fn open(link: &str) -> Opened {
    topic_explorer::state::open(link, &scope())
}

fn correction() -> impl Strategy<Value = Correction> {
    let side = prop_oneof![Just(Side::OnTopic), Just(Side::OffTopic), Just(Side::Main)];
    let pin = (0..BLOCKS.len(), any::<prop::sample::Index>(), 1_u32..9, side);
    let threshold = -Correction::FARTHEST..=Correction::FARTHEST;
    let merges = vec((place(), place()), 0..4);
    (threshold, vec(pin, 0..6), merges).prop_map(|(threshold, said, pairs)| {
        let mut pins = Pins::default();
        for (document, start, length, side) in said {
            let blocks = BLOCKS[document];
            let start = start.index(blocks as usize) as u32;
            let blocks = start..(start + length).min(blocks);
            pins.say(Pin { document: document as u32, blocks, side });
        }
        let mut merges = Merges::default();
        pairs.into_iter().for_each(|(one, other)| merges.join(one, other));
        Correction { threshold, pins, merges }
    })
}

fn place() -> impl Strategy<Value = Place> {
    (0..BLOCKS.len(), any::<prop::sample::Index>()).prop_map(|(document, block)| Place {
        document: document as u32,
        block: block.index(BLOCKS[document] as usize) as u32,
    })
}

fn names() -> impl Strategy<Value = Names> {
    vec((place(), "\\PC{0,90}"), 0..4).prop_map(|given| {
        let mut names = Names::default();
        given.into_iter().for_each(|(place, name)| names.give(place, &name));
        names
    })
}

fn stops() -> impl Strategy<Value = Stops> {
    vec(("\\PC{1,20}", any::<bool>()), 0..6).prop_map(|words| {
        let mut stops = Stops::default();
        words.into_iter().for_each(|(word, add)| match add {
            true => stops.add(&word),
            false => stops.take(&word),
        });
        stops
    })
}

fn contexts() -> impl Strategy<Value = ContextsView> {
    let order = 0..ContextOrder::ALL.len();
    (1..=ContextsView::WIDEST, order, any::<bool>()).prop_map(|(span, order, without)| {
        ContextsView { span, order: ContextOrder::ALL[order], without }
    })
}

fn collocates() -> impl Strategy<Value = CollocatesView> {
    let numbers = (1..=CollocatesView::WIDEST, 1..=CollocatesView::HIGHEST);
    let column = 0..CollocateColumn::ALL.len();
    (numbers, column, any::<[bool; 3]>()).prop_map(|((span, floor), column, switches)| {
        let [reversed, everything, common] = switches;
        let column = CollocateColumn::ALL[column];
        CollocatesView { span, floor, column, reversed, everything, common }
    })
}

fn compare() -> impl Strategy<Value = CompareView> {
    ("\\PC{0,40}", "\\PC{0,40}", any::<bool>()).prop_map(|(a, b, g2)| {
        let measure = if g2 { Measure::G2 } else { Measure::LogOdds };
        CompareView { a, b, measure }
    })
}

/// What is set in the panes beyond Read and the columns of Terms.
type Panes = (
    (ContextsView, CollocatesView, CompareView, TopicsView),
    (u8, Option<String>, String, Names, Stops),
);

fn panes() -> impl Strategy<Value = Panes> {
    let topics = (option::of(0_u32..12), 0_u8..=100);
    let topics = topics.prop_map(|(page, lambda)| TopicsView { page, lambda });
    let forms = option::of("\\PC{1,40}");
    let words = 1..=ViewState::LONGEST_PHRASE;
    ((contexts(), collocates(), compare(), topics), (words, forms, "\\PC{0,60}", names(), stops()))
}

fn numbers(limit: u32) -> impl Strategy<Value = Numbers> {
    vec(0..limit, 0..6).prop_map(Numbers::from_iter)
}

fn view() -> impl Strategy<Value = ViewState> {
    let verdict =
        prop_oneof![Just(Verdict::OnTopic), Just(Verdict::OffTopic), Just(Verdict::Unsure)];
    let sets = (numbers(12), numbers(12), numbers(12), numbers(300), numbers(7));
    let places = (option::of(0_u32..5), option::of(0_u32..300), option::of(verdict));
    let terms = (0..Column::ALL.len(), any::<bool>(), "\\PC{0,40}", option::of("\\PC{1,40}"));
    let switches = (any::<bool>(), any::<bool>());
    let pane = (0..Pane::ALL.len()).prop_map(|index| Pane::ALL[index]);
    let embed = option::of(prop_oneof![Just(Embed::Pane), Just(Embed::Map)]);
    let rest = ((pane, embed), correction(), panes());
    (sets, places, terms, switches, rest).prop_map(|(sets, places, terms, switches, rest)| {
        let (views, more) = rest.2;
        ViewState {
            pane: rest.0.0,
            embed: rest.0.1,
            search: more.2,
            topics: sets.0,
            verdict: places.2,
            document: places.0,
            groups: sets.4,
            hidden: sets.1,
            shown: sets.2,
            furniture: switches.0,
            reasons: sets.3,
            at: places.1,
            sort: Sort { column: Column::ALL[terms.0], descending: terms.1 },
            find: terms.2,
            common: switches.1,
            words: more.0,
            forms: more.1,
            term: terms.3,
            contexts: views.0,
            collocates: views.1,
            compare: views.2,
            topics_view: views.3,
            correction: rest.1,
            names: more.3,
            stops: more.4,
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
    fn of_other_documents_nothing_is_kept_that_points_into_them(view in view()) {
        let small = Scope { fingerprint: 1, blocks: vec![9, 1], topics: 3, sections: 9, groups: 1 };
        let opened = topic_explorer::state::open(&write(&view), &small);
        prop_assert!(opened.notices.iter().any(|notice| notice.contains("another version of these")));
        let topics = topic_explorer::state::TopicsView { page: None, ..view.topics_view };
        let wanted = ViewState {
            topics: Numbers::default(),
            groups: Numbers::default(),
            hidden: Numbers::default(),
            shown: Numbers::default(),
            reasons: Numbers::default(),
            document: None,
            at: None,
            topics_view: topics,
            names: Default::default(),
            correction: Correction::default(),
            search: opened.view.search.clone(),
            compare: opened.view.compare.clone(),
            ..view.clone()
        };
        prop_assert_eq!(&opened.view, &wanted);
        for (kept, was) in [
            (&opened.view.search, &view.search),
            (&opened.view.compare.a, &view.compare.a),
            (&opened.view.compare.b, &view.compare.b),
        ] {
            let usual = [&ViewState::default().search, &ViewState::default().compare.a, &ViewState::default().compare.b];
            let numbered = !engine::explore::topic_numbers(was).is_empty();
            prop_assert!(kept == was && !numbered || usual.contains(&kept), "{kept} of {was}");
        }
    }
}

fn stands(place: Place) -> bool {
    BLOCKS.get(place.document as usize).is_some_and(|blocks| place.block < *blocks)
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
    for (one, other) in view.correction.merges.as_slice() {
        prop_assert!([one, other].into_iter().all(|place| stands(*place)));
    }
    prop_assert!(view.names.as_slice().iter().all(|(place, _)| stands(*place)));
    prop_assert!(view.topics_view.page.is_none_or(|page| page < 12));
    prop_assert!(view.topics_view.lambda <= 100);
    prop_assert!((1..=ContextsView::WIDEST).contains(&view.contexts.span));
    prop_assert!((1..=CollocatesView::WIDEST).contains(&view.collocates.span));
    prop_assert!((1..=ViewState::LONGEST_PHRASE).contains(&view.words));
    for text in [&view.find, &view.search, &view.compare.a, &view.compare.b] {
        prop_assert!(text.chars().count() <= 200);
    }
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
fn what_was_said_of_topics_and_words_can_be_read_by_people() {
    let mut view = ViewState { search: "cry -tears".to_owned(), ..ViewState::default() };
    let (here, there) = (Place { document: 0, block: 1 }, Place { document: 2, block: 7 });
    view.correction.merges.join(there, here);
    view.names.give(there, "How tall, 5~6");
    view.stops.add("session");
    view.stops.take("not");
    view.contexts.order = ContextOrder::Left;
    assert_eq!(
        write(&view),
        "v=1&q=cry%20-tears&order=left&merge=1.2~3.8&name=3.8~How%20tall%2C%205~6&stop=session&keep=not&fp=9f3a21bc"
    );
    assert_eq!(open(&write(&view)).view, view);
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
