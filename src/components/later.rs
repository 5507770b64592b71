//! Where something of the part that arrives later is shown: it, that it is coming, or that it did not arrive.

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

use super::part::{self, Stage};
use super::tabs::tab_of;
use super::{files_inside, help_text, views};
use crate::browser::{place, timing};
use crate::shared::Shared;
use crate::state::{Action, Asking, Numbers, Window};
use crate::study::Study;

/// Said of whatever needs a part that did not arrive.
pub(super) const LOST: &str =
    "This part of the page did not arrive. Check your connection, then try again.";

/// What is shown. One component for all of them: each more would cost a kilobyte.
#[derive(Clone, PartialEq)]
pub(super) enum What {
    View(Rc<views::Props>),
    Help(help_text::Props),
    Files(files_inside::Props),
    Groups(Shared<Study>, Numbers, Callback<Action>),
    Reasons(u32, Shared<Study>, Callback<Action>),
    Asked(Rc<Asking>, Shared<Study>, Callback<Action>),
    Sayings(Shared<Study>, Callback<Action>),
    /// The map as a table.
    Table(Shared<Study>, Callback<Action>),
    /// What can be said of a topic, and whether it is filtered by.
    Menu(u32, Shared<Study>, bool, Callback<Action>),
}

#[derive(PartialEq, Properties)]
pub(super) struct Props {
    pub(super) what: What,
}

/// Something of the part.
#[component]
pub(super) fn Later(props: &Props) -> Html {
    let stage = part::use_stage();
    // Dialogs and menus are there before anybody opens them, and opening a dialog asks.
    let wanted = !matches!(props.what, What::Help(_) | What::Files(_) | What::Menu(..));
    use_effect_with((), move |()| {
        if wanted {
            part::ask();
        }
    });
    let (Some(part), Some(what)) = (part::part(), use_turn(&props.what)) else {
        return frame(&props.what, if stage == Stage::Lost { lost() } else { coming() });
    };
    match &what {
        What::View(view) => (part.view)(view),
        What::Help(help) => (part.help)(help),
        What::Files(files) => (part.files)(files),
        What::Groups(study, picked, dispatch) => (part.groups)(study, picked, dispatch),
        What::Reasons(section, study, dispatch) => (part.reasons)(*section, study, dispatch),
        What::Asked(asking, study, dispatch) => (part.asked)(asking, study, dispatch),
        What::Sayings(study, dispatch) => (part.sayings)(study, dispatch),
        What::Table(study, dispatch) => (part.map_table)(study, dispatch),
        What::Menu(topic, study, picked, dispatch) => (part.menu)(*topic, study, *picked, dispatch),
    }
}

/// What is drawn by now. In a large corpus a view is worked out once the one before it is off the screen, and what takes longest
/// of it in frames before the rest; one that takes its own place, under another filter or other verdicts, stays as it was until
/// then. All at once would take longer than anybody should wait for an answer to a click.
#[hook]
fn use_turn(what: &What) -> Option<What> {
    // What is drawn, and what was asked for last.
    let turns = use_mut_ref(|| (None, what.clone()));
    let drawn = {
        let mut turns = turns.borrow_mut();
        turns.1 = what.clone();
        if is_quick(turns.0.as_ref(), what) {
            turns.0 = Some(what.clone());
        }
        turns.0.clone()
    };
    let update = use_force_update();
    use_effect_with((what.clone(), drawn.as_ref() == Some(what)), move |(what, is_drawn)| {
        if let (What::View(view), false) = (what, *is_drawn) {
            let view = view.clone();
            timing::after_paint(move || prepare(view, 0, turns, update));
        }
    });
    drawn.filter(|drawn| is_same_place(drawn, what))
}

/// Prepares a view that was asked for, a step a frame, and has it drawn in the frame after the last. Whoever goes on meanwhile is
/// not held up by what they have left.
fn prepare(
    view: Rc<views::Props>,
    step: usize,
    turns: Rc<RefCell<(Option<What>, What)>>,
    update: UseForceUpdateHandle,
) {
    let what = What::View(view.clone());
    if turns.borrow().1 != what {
        return;
    }
    if part::part().is_some_and(|part| (part.prepare)(&view, step)) {
        return timing::next_frame(move || prepare(view, step + 1, turns, update));
    }
    timing::next_frame(move || {
        if turns.borrow().1 == what {
            turns.borrow_mut().0 = Some(what);
            update.force_update();
        }
    });
}

/// Whether it can be drawn at once after what is shown.
fn is_quick(shown: Option<&What>, next: &What) -> bool {
    match (shown, next) {
        (Some(What::View(one)), What::View(other)) if is_large(other) => {
            one.view.pane == other.view.pane
                && (&one.study, &one.selection) == (&other.study, &other.selection)
        }
        (_, What::View(other)) => !is_large(other),
        _ => true,
    }
}

fn is_large(view: &views::Props) -> bool {
    view.study.analysis.sections.len() > Window::ALL
}

/// Whether one takes the place of the other without anything between them.
fn is_same_place(one: &What, other: &What) -> bool {
    match (one, other) {
        (What::View(one), What::View(other)) => tab_of(one.view.pane) == tab_of(other.view.pane),
        _ => true,
    }
}

/// What stands around it while it is not there. A view is as high as the window, so that the page does not jump.
fn frame(what: &What, inside: Html) -> Html {
    let What::View(view) = what else { return inside };
    let tab = tab_of(view.view.pane).key();
    html! {
        <div
            class="later"
            role="tabpanel"
            id={format!("pane-{tab}")}
            aria-labelledby={format!("tab-{tab}")}
        >
            { inside }
        </div>
    }
}

/// Says that something is on its way.
pub(super) fn coming() -> Html {
    html! {
        <div role="status">
            <span class="visually-hidden">{ "On its way …" }</span>
            <p class="skeleton__line" aria-hidden="true"></p>
            <p class="skeleton__line" aria-hidden="true"></p>
            <p class="skeleton__line skeleton__line--short" aria-hidden="true"></p>
        </div>
    }
}

fn lost() -> Html {
    let again = |_: MouseEvent| {
        part::ask();
        // The button goes away, and takes the focus along.
        timing::next_frame(|| place::focus_if_lost("main"));
    };
    html! {
        <div role="alert">
            <p>{ LOST }</p>
            <p><button type="button" class="button" onclick={again}>{ "Try again" }</button></p>
        </div>
    }
}
