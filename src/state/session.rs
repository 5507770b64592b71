//! The page as a person has it open: the view, and what does not belong in a link.

use std::rc::Rc;

use super::action::Action;
use super::correction::Correction;
use super::follow;
use super::link::{self, Opened};
use super::notice::Notice;
use super::numbers::Numbers;
use super::overrule::Asking;
use super::selection::{Selection, fold_of};
use super::trail::{Spot, Trail};
use super::view::ViewState;
use super::window::Window;
use crate::shared::Shared;
use crate::study::Study;

/// How a change goes into the browser's history.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Entry {
    /// As a place of its own that Back returns to.
    Push,
    /// In place of the last one: typing would otherwise leave one entry a letter.
    #[default]
    Replace,
}

/// The view with what it is a view of.
#[derive(Clone, Debug, PartialEq)]
pub struct Session {
    /// The documents, judged as the view has it.
    pub study: Shared<Study>,
    /// What a link carries.
    pub view: ViewState,
    /// Folded runs that are open, by their first section.
    pub unfolded: Numbers,
    /// The part of the text that is on the page, where it is too long to be there whole.
    pub window: Window,
    /// What to show until it is put away.
    pub notices: Vec<Notice>,
    /// How the last change goes into the history.
    pub entry: Entry,
    /// Places made in the history so far. Several changes may come before one paint: what is written then must know of all.
    pub places: u32,
    /// Rises whenever the page should scroll to `view.at`.
    pub jump: u32,
    /// Rises whenever a pane comes to list something else, from its top: by another filter, another order.
    pub list: u32,
    /// What was said, for taking it back.
    pub trail: Trail,
    /// Rises whenever something was said or taken back; and where: that place must not lose the focus.
    pub said: (u32, Option<Spot>),
    /// What a person was asked about something they are saying.
    pub asking: Option<Rc<Asking>>,
    /// Whether the threshold is being moved: until it is let go of, that is one step.
    pub sliding: bool,
    /// What waits for an answer from elsewhere: the verdicts it needs, and what is to be done then.
    pub waiting: Option<(Correction, Box<Action>)>,
}

impl Session {
    /// The session a link opens.
    pub fn new(link: &str, study: &Shared<Study>) -> Self {
        let mut session = Self {
            study: study.clone(),
            view: ViewState::default(),
            unfolded: Numbers::default(),
            window: Window::default(),
            notices: Vec::new(),
            entry: Entry::Replace,
            places: 0,
            jump: 0,
            list: 0,
            trail: Trail::default(),
            said: (0, None),
            asking: None,
            sliding: false,
            waiting: None,
        };
        session.restore(link);
        match session.study.wanted() {
            None => session,
            // As the documents are, until it is known what the link makes of them.
            Some(wanted) => Self {
                study: study.clone(),
                view: ViewState::default(),
                waiting: Some((wanted, Box::new(Action::Restore(link.to_owned())))),
                ..session
            },
        }
    }

    /// Takes up a link: what it says of verdicts first, since its other numbers are those that leads to.
    pub(super) fn restore(&mut self, link: &str) {
        let edits = link::open(link, &self.study.scope()).view;
        let study = Study::under(&self.study, &edits.correction, &edits.names);
        let Opened { mut view, notices } = link::open(link, &study.scope());
        self.notices = notices.into_iter().map(Notice::from).collect();
        if let Some(term) = view.term.take_if(|term| !study.stands(term)) {
            self.notices.push(format!("“{term}” does not stand in these documents.").into());
        }
        self.jump += u32::from(view.at.is_some() && view.at != self.view.at);
        let spot = self.trail.seek(&edits);
        self.take_up(study, view);
        self.entry = Entry::Replace;
        self.unfold_place();
        self.keep_in_sight(spot);
    }

    /// Whether a link waits for verdicts before it is taken up.
    pub fn waits_for_link(&self) -> bool {
        self.waiting.as_ref().is_some_and(|(_, then)| matches!(**then, Action::Restore(_)))
    }

    /// Goes on under another correction, pointing at the same text.
    pub(super) fn correct(&mut self, correction: &Correction) {
        let study = Study::under(&self.study, correction, &self.view.names);
        let view = follow::view(&self.view, correction, &self.study, &study);
        self.take_up(study, view);
    }

    /// Takes up another analysis and a view of it. Text that was unfolded stays so.
    pub(super) fn take_up(&mut self, study: Shared<Study>, view: ViewState) {
        let mut open = Vec::new();
        if study != self.study {
            let selection = Selection::of(&self.view, &self.study);
            for first in std::mem::take(&mut self.unfolded).iter() {
                // All of the run: it may be two from now on.
                let run = (first..)
                    .take_while(|one| !selection.has(*one) && self.study.is_same_run(first, *one));
                open.extend(run.filter_map(|one| follow::section(one, &self.study, &study)));
            }
        }
        (self.study, self.view) = (study, view);
        for section in open {
            self.unfold(section);
        }
    }

    /// Keeps in sight what was just spoken about: the text stays, whatever was said of it, and its control has the focus.
    pub(super) fn keep_in_sight(&mut self, spot: Option<Spot>) {
        let Some(spot) = spot else { return };
        self.said = (self.said.0 + 1, Some(spot));
        let section = self.study.section_at(spot.document, spot.block);
        if let Some(section) = section.filter(|_| !spot.topic) {
            self.unfold(section);
        }
    }

    /// Opens the fold that the place to go to is in, and the text around it.
    pub(super) fn unfold_place(&mut self) {
        if let Some(section) = self.view.at {
            self.unfold(section);
            self.window = Window::near(section);
        }
    }

    /// Opens the fold a section is in.
    pub(super) fn unfold(&mut self, section: u32) {
        let selection = Selection::of(&self.view, &self.study);
        if selection.folds(section, &self.study) {
            self.unfolded.insert(fold_of(section, &selection, &self.study));
        }
    }
}
