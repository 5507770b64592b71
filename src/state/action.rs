//! What a person can do, and what it changes.

use engine::separate::{TopicId, Verdict};

use super::link::Opened;
use super::numbers::Numbers;
use super::selection::{self, Selection};
use super::view::{Column, Pane, Sort, ViewState};
use crate::study::Study;

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
    /// Went back or forward, or edited the link.
    Restore(Opened),
    /// Had something worth saying happen.
    Tell(String),
    /// Put away the notices.
    Dismiss,
}

/// How a change goes into the browser's history.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Entry {
    /// As a place of its own that Back returns to.
    Push,
    /// In place of the last one: typing would otherwise leave one entry a letter.
    #[default]
    Replace,
}

/// The view and what does not belong in a link.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Session {
    /// What a link carries.
    pub view: ViewState,
    /// Folded runs that are open, by their first section.
    pub unfolded: Numbers,
    /// Sentences to show until they are put away.
    pub notices: Vec<String>,
    /// How the last change goes into the history.
    pub entry: Entry,
    /// Rises whenever the page should scroll to `view.at`.
    pub jump: u32,
}

impl Session {
    /// The session a link opens.
    pub fn new(opened: Opened, study: &Study) -> Self {
        let jump = u32::from(opened.view.at.is_some());
        let mut session =
            Self { view: opened.view, notices: opened.notices, jump, ..Self::default() };
        session.unfold_place(study);
        session
    }

    /// Opens the fold that the place to go to is in.
    fn unfold_place(&mut self, study: &Study) {
        let Some(section) = self.view.at else { return };
        let selection = Selection::of(&self.view, study);
        if selection.folds(section, study) {
            self.unfolded.insert(selection::fold_of(section, &selection, study));
        }
    }
}

/// The session after an action.
pub fn reduce(session: &Session, action: Action, study: &Study) -> Session {
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
            let off = study.is_off_topic(topic);
            (if off { &mut view.shown } else { &mut view.hidden }).toggle(topic);
        }
        Action::ToggleFurniture => view.furniture = !view.furniture,
        Action::ToggleReason(section) => {
            view.reasons.toggle(section);
            next.entry = Entry::Replace;
        }
        Action::ToggleFold(first) => next.unfolded.toggle(first),
        Action::GoTo(section) => go_to(&mut next, section, study),
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
        Action::Restore(opened) => {
            let moved = opened.view.at.is_some() && opened.view.at != view.at;
            next.jump += u32::from(moved);
            next.view = opened.view;
            next.notices = opened.notices;
            next.entry = Entry::Replace;
            next.unfold_place(study);
        }
        Action::Tell(sentence) => next.notices = vec![sentence],
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
fn go_to(next: &mut Session, section: u32, study: &Study) {
    let view = &mut next.view;
    view.pane = Pane::Read;
    view.at = Some(section);
    next.jump += 1;
    let selection = Selection::of(view, study);
    if !selection.has(section) && !selection.folds(section, study) {
        view.clear_filter();
    }
    next.unfold_place(study);
}
