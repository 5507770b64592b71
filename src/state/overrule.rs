//! What follows when a person says that a verdict is wrong, and when they take it back.

use std::rc::Rc;

use engine::separate::{Pin, Side, TopicId};

use super::correction::Correction;
use super::follow;
use super::names::Place;
use super::notice::{Notice, Offer};
use super::numbers::Numbers;
use super::session::{Entry, Session};
use super::trail::{Spot, Step};
use crate::format::counted;
use crate::study::Study;

/// What something is said of.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Whom {
    /// A section.
    Section(u32),
    /// All sections of a topic.
    Topic(TopicId),
    /// What was said of a run of sections, by a place in it: to take it back.
    Said(Place),
}

/// What a person is about to say of a section, and what else it would do.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Asking {
    /// The section.
    pub section: u32,
    /// What is to be said of it.
    pub side: Side,
    /// Other sections that would change sides, by the numbers they have now.
    pub others: Vec<u32>,
}

/// Says something of a section where that changes nothing else; otherwise asks whether that is meant.
pub(super) fn propose(session: &mut Session, section: u32, side: Side) {
    let study = session.study.clone();
    let Some((judged, _)) = study.judged(section) else { return };
    let (document, blocks) = (judged.document, judged.first_block..judged.end_block);
    let mut correction = session.view.correction.clone();
    correction.pins.say(Pin { document, blocks, side });
    let then = Study::under(&study, &correction, &session.view.names);
    let moved = follow::moved(&study, &then).into_iter();
    let mut others: Vec<u32> =
        moved.filter_map(|place| study.section_at(place.document, place.block)).collect();
    others.dedup();
    others.retain(|other| *other != section);
    if others.is_empty() {
        overrule(session, Whom::Section(section), Some(side));
    } else {
        session.entry = Entry::Replace;
        session.asking = Some(Rc::new(Asking { section, side, others }));
    }
}

/// Says on which side something belongs, or with `None` takes back what was said of it.
pub(super) fn overrule(session: &mut Session, whom: Whom, side: Option<Side>) {
    let study = session.study.clone();
    let (sections, name) = match whom {
        Whom::Section(section) => (vec![section], format!("“{}”", study.section_name(section))),
        Whom::Topic(topic) => match study.analysis.topics.get(topic as usize) {
            Some(found) => {
                (found.sections.clone(), format!("the topic “{}”", study.topic_name(topic)))
            }
            None => return,
        },
        Whom::Said(place) => {
            let pins = session.view.correction.pins.as_slice().iter();
            let Some(pin) = pins
                .clone()
                .find(|pin| pin.document == place.document && pin.blocks.contains(&place.block))
            else {
                return;
            };
            let sections = study.said_of(pin);
            let name = sections_name(&study, &sections);
            (sections, name)
        }
    };
    let mut correction = session.view.correction.clone();
    for (judged, _) in sections.iter().filter_map(|section| study.judged(*section)) {
        let (document, blocks) = (judged.document, judged.first_block..judged.end_block);
        match side {
            Some(side) => correction.pins.say(Pin { document, blocks, side }),
            None => correction.pins.take_back(document, &blocks),
        }
    }
    let said = match side {
        Some(Side::OnTopic) => format!("You said that {name} belongs."),
        Some(Side::OffTopic) => format!("You said that {name} does not belong."),
        Some(Side::Main) => format!("You said that {name} is the main subject."),
        Some(side) => {
            let belongs = if side.is_off() { "does not belong" } else { "belongs" };
            format!("You said that {name} alone {belongs}.")
        }
        None => format!("You took back what you said of {name}."),
    };
    take_in(session, &correction, &sections, matches!(whom, Whom::Topic(_)), said);
}

/// Says which topics are the main subjects, in place of whatever was said to be one.
pub(super) fn choose_main(session: &mut Session, topics: &Numbers) {
    let study = session.study.clone();
    let mut correction = session.view.correction.clone();
    let before: Vec<Pin> = correction.pins.as_slice().to_vec();
    let main = |pin: &&Pin| pin.side == Side::Main;
    for pin in before.iter().filter(main) {
        correction.pins.take_back(pin.document, &pin.blocks);
    }
    let chosen = topics.iter().filter_map(|topic| study.analysis.topics.get(topic as usize));
    let mut sections: Vec<u32> = chosen.flat_map(|topic| topic.sections.clone()).collect();
    for (judged, _) in sections.iter().filter_map(|section| study.judged(*section)) {
        let (document, blocks) = (judged.document, judged.first_block..judged.end_block);
        correction.pins.say(Pin { document, blocks, side: Side::Main });
    }
    let names: Vec<_> =
        topics.iter().map(|topic| format!("“{}”", study.topic_name(topic))).collect();
    let said = match names.len() {
        0 => "You took back what is the main subject.".to_owned(),
        1 => format!("You said that {} is the main subject.", names[0]),
        _ => format!("You said that {} are the main subjects.", names.join(" and ")),
    };
    if sections.is_empty() {
        let first = before.iter().find(main);
        sections.extend(first.and_then(|pin| study.section_at(pin.document, pin.blocks.start)));
    }
    take_in(session, &correction, &sections, false, said);
}

/// Goes on under another correction, which was said of some sections: tells what it did, and can take it back.
fn take_in(
    session: &mut Session,
    correction: &Correction,
    sections: &[u32],
    topic: bool,
    said: String,
) {
    let study = session.study.clone();
    if *correction == session.view.correction {
        return;
    }
    let Some((first, _)) = sections.first().and_then(|section| study.judged(*section)) else {
        return;
    };
    let spot = Some(Spot { document: first.document, block: first.first_block, topic });
    let before = session.view.clone();
    session.correct(correction);
    session.keep_in_sight(spot);
    tell(session, &study, said, sections, Offer::Undo);
    let after = session.view.clone();
    session.trail.push(Step { before, after, spot });
}

/// Moves the threshold. All moves until it is let go of are one step.
pub(super) fn slide(session: &mut Session, tenths: i32, let_go: bool) {
    let before = session.view.clone();
    let threshold = tenths.clamp(-Correction::FARTHEST, Correction::FARTHEST);
    let sliding = std::mem::replace(&mut session.sliding, !let_go);
    if threshold != before.correction.threshold {
        session.correct(&Correction { threshold, ..before.correction.clone() });
        // Their places may have other numbers now.
        session.notices.clear();
        let after = session.view.clone();
        if !(sliding && session.trail.prolong(&after)) {
            session.trail.push(Step { before, after, spot: None });
            return;
        }
    }
    session.entry = Entry::Replace;
}

/// Takes back the last step, or takes again the one taken back.
pub(super) fn walk(session: &mut Session, forward: bool) {
    let step = if forward { session.trail.next() } else { session.trail.last() };
    let Some(Step { before, after, spot }) = step.cloned() else {
        session.entry = Entry::Replace;
        return;
    };
    let (from, to) = if forward { (before, after) } else { (after, before) };
    let study = session.study.clone();
    if session.view == from {
        session.take_up(Study::under(&study, &to.correction, &to.names), to);
    } else {
        // Something else has changed since: that stays.
        (session.view.names, session.view.stops) = (to.names, to.stops);
        session.correct(&to.correction);
    }
    session.trail.walk(forward);
    let (said, offer) = if forward { ("Redone.", Offer::Undo) } else { ("Undone.", Offer::Redo) };
    tell(session, &study, said.to_owned(), &[], offer);
    session.keep_in_sight(spot);
}

/// What some sections are called together.
fn sections_name(study: &Study, sections: &[u32]) -> String {
    let first = sections.first().map_or_else(String::new, |first| study.section_name(*first));
    match sections.len() as u64 {
        0 | 1 => format!("“{first}”"),
        more => format!("“{first}” and {}", counted(more - 1, "more section", "more sections")),
    }
}

/// Says what was done and what it did to the rest; `own` are the sections it was done to, as they were before.
fn tell(session: &mut Session, before: &Study, said: String, own: &[u32], offer: Offer) {
    let study = &session.study;
    let other = |place: &Place| {
        let was = before.section_at(place.document, place.block);
        was.is_none_or(|was| !own.contains(&was))
    };
    let moved = follow::moved(before, study).into_iter().filter(other);
    let mut places: Vec<u32> =
        moved.filter_map(|place| study.section_at(place.document, place.block)).collect();
    places.dedup();
    let other = if own.is_empty() { "" } else { "other " };
    let number = places.len() as u64;
    let rest = match (number, own.is_empty()) {
        (0, true) => "Nothing changed sides.".to_owned(),
        (0, false) => "Nothing else changed sides.".to_owned(),
        _ => {
            let (one, many) = (format!("{other}section"), format!("{other}sections"));
            format!("{} changed sides:", counted(number, &one, &many))
        }
    };
    let (one, other) = (before.topic_names(), study.topic_names());
    let anew = other.iter().any(|name| !one.contains(name));
    // Before the list of places, where there is one.
    let topics = if anew { " Topics are sorted anew." } else { "" };
    let text = format!("{said}{topics} {rest}");
    session.notices = vec![Notice { text, places, offer: Some(offer) }];
}
