//! Where something of the part that arrives later is shown: it, that it is coming, or that it did not arrive.

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
    let turn = use_turn(&props.what);
    let Some(part) = part::part().filter(|_| turn) else {
        return frame(&props.what, if stage == Stage::Lost { lost() } else { coming() });
    };
    match &props.what {
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

/// Whether it is its turn. In a large corpus a view is worked out once the one before it is off the screen, and what takes longest
/// of it a frame before the rest: all at once would take longer than anybody should wait for an answer to a click.
#[hook]
fn use_turn(what: &What) -> bool {
    let view = match what {
        What::View(view) => Some(view),
        _ => None,
    };
    let pane = view.map(|view| view.view.pane);
    let large = view.is_some_and(|view| view.study.analysis.sections.len() > Window::ALL);
    // The pane whose turn it is, and the one asked for last.
    let turns = use_mut_ref(|| (None, pane));
    let turn = {
        let mut turns = turns.borrow_mut();
        turns.1 = pane;
        if !large {
            turns.0 = pane;
        }
        turns.0 == pane
    };
    let update = use_force_update();
    use_effect_with((pane, turn), {
        let view = view.cloned();
        move |(pane, turn)| {
            let (pane, Some(view), false) = (*pane, view, *turn) else { return };
            timing::after_paint(move || {
                // Whoever goes on meanwhile is not held up by what they have left.
                if turns.borrow().1 != pane {
                    return;
                }
                if let Some(part) = part::part() {
                    (part.prepare)(&view);
                }
                timing::next_frame(move || {
                    if turns.borrow().1 == pane {
                        turns.borrow_mut().0 = pane;
                        update.force_update();
                    }
                });
            });
        }
    });
    turn
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
