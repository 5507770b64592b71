//! What a person can do, and what it changes.

use engine::separate::{Side, TopicId, Verdict};

use super::correction::Correction;
use super::overrule::{self, Whom};
use super::selection::Selection;
use super::session::{Entry, Session};
use super::view::{Column, Pane, Sort, ViewState};

/// Something a person did.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Opened one of the panes.
    Open(Pane),
    /// Picked a topic; `add` keeps the topics picked before.
    PickTopic {
        /// The topic.
        topic: TopicId,
        /// Whether it joins the others.
        add: bool,
    },
    /// Picked a verdict, or the same again to let go of it.
    PickVerdict(Verdict),
    /// Picked a document, or the same again to let go of it.
    PickDocument(u32),
    /// Took off every filter.
    ClearFilter,
    /// Took a topic out of text and counts, or put it back.
    ToggleTopic(TopicId),
    /// Unfolded all page furniture, or folded it.
    ToggleFurniture,
    /// Opened or closed the reasons of a section.
    ToggleReason(u32),
    /// Unfolded the run that starts at a section, or folded it.
    ToggleFold(u32),
    /// Went to a section in the text.
    GoTo(u32),
    /// Sorted the terms by a column; the same column again turns the order round.
    SortBy(Column),
    /// Typed into the filter of the terms.
    Find(String),
    /// Showed the words of the stop list among the terms, or hid them.
    ToggleCommon,
    /// Highlighted a term in the text, or nothing.
    Highlight(Option<String>),
    /// Moved the threshold, in tenths.
    SetThreshold(i32),
    /// Said on which side something belongs, or with `None` took that back.
    Overrule(Whom, Option<Side>),
    /// Took back what was said last.
    Undo,
    /// Said again what was taken back last.
    Redo,
    /// Went back or forward, or edited the link.
    Restore(String),
    /// Had something worth saying happen.
    Tell(String),
    /// Put away the notices.
    Dismiss,
}

/// The session after an action.
pub fn reduce(session: &Session, action: Action) -> Session {
    let mut next = session.clone();
    next.entry = Entry::Push;
    let view = &mut next.view;
    match action {
        Action::Open(pane) => view.pane = pane,
        Action::PickTopic { topic, add } => pick_topic(view, topic, add),
        Action::PickVerdict(verdict) => {
            view.verdict = if view.verdict == Some(verdict) { None } else { Some(verdict) };
            view.topics.clear();
            view.at = None;
        }
        Action::PickDocument(document) => {
            view.document = if view.document == Some(document) { None } else { Some(document) };
            view.at = None;
        }
        Action::ClearFilter => {
            view.clear_filter();
            view.at = None;
        }
        Action::ToggleTopic(topic) => {
            let off = session.study.is_off_topic(topic);
            (if off { &mut view.shown } else { &mut view.hidden }).toggle(topic);
        }
        Action::ToggleFurniture => view.furniture = !view.furniture,
        Action::ToggleReason(section) => {
            view.reasons.toggle(section);
            next.entry = Entry::Replace;
        }
        Action::ToggleFold(first) => next.unfolded.toggle(first),
        Action::GoTo(section) => go_to(&mut next, section),
        Action::SortBy(column) => {
            let same = view.sort.column == column;
            view.sort = if same { view.sort.reversed() } else { Sort::by(column) };
        }
        Action::Find(text) => {
            view.find = text;
            next.entry = Entry::Replace;
        }
        Action::ToggleCommon => view.common = !view.common,
        Action::Highlight(term) => {
            if term.is_some() {
                view.pane = Pane::Read;
                view.at = None;
            }
            view.term = term;
        }
        Action::SetThreshold(tenths) => {
            let threshold = tenths.clamp(-Correction::FARTHEST, Correction::FARTHEST);
            let pins = view.correction.pins.clone();
            next.correct(&Correction { threshold, pins });
            // Their places may have other numbers now.
            next.notices.clear();
            next.entry = Entry::Replace;
        }
        Action::Overrule(whom, side) => overrule::overrule(&mut next, whom, side),
        Action::Undo => overrule::walk(&mut next, false),
        Action::Redo => overrule::walk(&mut next, true),
        Action::Restore(link) => next.restore(&link),
        Action::Tell(sentence) => next.notices = vec![sentence.into()],
        Action::Dismiss => next.notices.clear(),
    }
    next
}

/// Picks a topic alone, lets go of it where it was alone already, or adds it to the others and takes it from them.
fn pick_topic(view: &mut ViewState, topic: TopicId, add: bool) {
    let alone = view.topics.len() == 1 && view.topics.contains(topic);
    if add {
        view.topics.toggle(topic);
    } else {
        view.topics.clear();
        if !alone {
            view.topics.insert(topic);
        }
    }
    view.verdict = None;
    view.at = None;
}

/// Goes to a section. What would keep it from being seen gives way: a filter that leaves it out, the fold it is in.
fn go_to(next: &mut Session, section: u32) {
    let view = &mut next.view;
    view.pane = Pane::Read;
    view.at = Some(section);
    next.jump += 1;
    let selection = Selection::of(view, &next.study);
    if !selection.has(section) && !selection.folds(section, &next.study) {
        view.clear_filter();
    }
    next.unfold_place();
}
