//! What follows when a person names topics, joins them, or changes the stop list; and how all of it is taken back.

use engine::separate::TopicId;

use super::correction::Correction;
use super::names::Place;
use super::notice::{Notice, Offer};
use super::session::Session;
use super::trail::{Spot, Step};
use super::view::ViewState;

/// What is to become of a word.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Stop {
    /// It counts as common.
    Add,
    /// It counts like any other, though its language's list has it.
    Take,
    /// Its language's list decides.
    Forget,
}

/// Calls a topic by a name, or with an empty one by its label again.
pub(super) fn rename(session: &mut Session, topic: TopicId, name: &str) {
    let study = session.study.clone();
    let Some(place) = study.place_of(topic) else { return };
    let (before, old) = (session.view.clone(), study.topic_name(topic));
    let names = &mut session.view.names;
    names.take_back(|other| study.topic_at(other) == Some(topic));
    // The label itself is no name: the topic would keep it when its words change.
    if name.trim() != study.topic_label(topic) {
        names.give(place, name);
    }
    let correction = session.view.correction.clone();
    session.correct(&correction);
    let new = session.study.topic_name(topic);
    let said = format!("The topic “{old}” is called “{new}” now.");
    record(session, before, Some(place), said);
}

/// Makes one topic of two, both kept or both off topic.
pub(super) fn merge(session: &mut Session, one: TopicId, other: TopicId) {
    let study = session.study.clone();
    let (Some(here), Some(there)) = (study.place_of(one), study.place_of(other)) else { return };
    if one == other || study.is_off_topic(one) != study.is_off_topic(other) {
        return;
    }
    let before = session.view.clone();
    let mut correction = session.view.correction.clone();
    correction.merges.join(here, there);
    session.correct(&correction);
    let (one, other) = (study.topic_name(one), study.topic_name(other));
    record(session, before, Some(here), format!("“{one}” and “{other}” are one topic now."));
}

/// Takes apart what was joined to a topic.
pub(super) fn part(session: &mut Session, topic: TopicId) {
    let study = session.study.clone();
    let before = session.view.clone();
    let mut correction = session.view.correction.clone();
    correction.merges.take_back(|place| study.topic_at(place) == Some(topic));
    session.correct(&correction);
    let said = format!("“{}” is apart again.", study.topic_name(topic));
    record(session, before, study.place_of(topic), said);
}

/// Changes the stop list.
pub(super) fn stop(session: &mut Session, word: &str, stop: Stop) {
    let before = session.view.clone();
    let stops = &mut session.view.stops;
    let said = match stop {
        Stop::Add => {
            stops.add(word);
            format!("“{word}” is on the stop list now.")
        }
        Stop::Take => {
            stops.take(word);
            format!("“{word}” is off the stop list now.")
        }
        Stop::Forget => {
            stops.forget(word);
            format!("“{word}” is as its language’s stop list has it.")
        }
    };
    record(session, before, None, said);
}

/// Takes back everything that was said of sections, topics and words. The threshold stays.
pub(super) fn take_all_back(session: &mut Session) {
    let before = session.view.clone();
    session.view.names = ViewState::default().names;
    session.view.stops = ViewState::default().stops;
    let threshold = session.view.correction.threshold;
    session.correct(&Correction { threshold, ..Correction::default() });
    record(session, before, None, "Everything you said is taken back.".to_owned());
}

/// Makes a step of a change, says it, and offers to take it back.
fn record(session: &mut Session, before: ViewState, place: Option<Place>, said: String) {
    if session.view.has_edits_of(&before) {
        return;
    }
    let spot =
        place.map(|place| Spot { document: place.document, block: place.block, topic: true });
    let after = session.view.clone();
    session.trail.push(Step { before, after, spot });
    session.notices = vec![Notice { text: said, places: Vec::new(), offer: Some(Offer::Undo) }];
    session.keep_in_sight(spot);
}
