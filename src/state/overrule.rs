//! What follows when a person says that a verdict is wrong, and when they take it back.

use engine::separate::{Pin, Side, TopicId};

use super::correction::Correction;
use super::follow;
use super::notice::{Notice, Offer};
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
    };
    let mut correction = session.view.correction.clone();
    for (judged, _) in sections.iter().filter_map(|section| study.judged(*section)) {
        let (document, blocks) = (judged.document, judged.first_block..judged.end_block);
        match side {
            Some(side) => correction.pins.say(Pin { document, blocks, side }),
            None => correction.pins.take_back(document, &blocks),
        }
    }
    if correction == session.view.correction {
        return;
    }
    let Some((first, _)) = sections.first().and_then(|section| study.judged(*section)) else {
        return;
    };
    let topic = matches!(whom, Whom::Topic(_));
    let spot = Some(Spot { document: first.document, block: first.first_block, topic });
    let before = session.view.clone();
    session.correct(&correction);
    session.keep_in_sight(spot);
    let own: Vec<u32> = sections
        .into_iter()
        .filter_map(|section| follow::section(section, &study, &session.study))
        .collect();
    let said = match side {
        Some(Side::OnTopic) => format!("You said that {name} belongs."),
        Some(Side::OffTopic) => format!("You said that {name} does not belong."),
        Some(Side::Main) => format!("You said that {name} is the main subject."),
        None => format!("You took back what you said of {name}."),
    };
    tell(session, &study, said, &own, Offer::Undo);
    let after = session.view.clone();
    session.trail.push(Step { before, after, spot });
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
        let threshold = session.view.correction.threshold;
        (session.view.names, session.view.stops) = (to.names, to.stops);
        session.correct(&Correction { threshold, ..to.correction });
    }
    session.trail.walk(forward);
    let (said, offer) = if forward { ("Redone.", Offer::Undo) } else { ("Undone.", Offer::Redo) };
    tell(session, &study, said.to_owned(), &[], offer);
    session.keep_in_sight(spot);
}

/// Says what was done and what it did to the rest; `own` are the sections it was done to.
fn tell(session: &mut Session, before: &Study, said: String, own: &[u32], offer: Offer) {
    let mut places = follow::moved(before, &session.study);
    places.retain(|section| !own.contains(section));
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
    session.notices = vec![Notice { text: format!("{said} {rest}"), places, offer: Some(offer) }];
}
