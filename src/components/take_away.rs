//! What is on the screen as a file, on paper, or as a line to cite.

use yew::prelude::*;

use super::later::LOST;
use super::part;
use crate::browser::place;
use crate::export::has_chart;
use crate::shared::Shared;
use crate::state::{Action, Selection, ViewState};
use crate::study::Study;

/// What is taken away.
pub(super) struct Props<'a> {
    pub(super) study: &'a Shared<Study>,
    pub(super) selection: &'a Shared<Selection>,
    pub(super) view: &'a ViewState,
    pub(super) dispatch: &'a Callback<Action>,
}

/// The same with the way chosen.
pub(super) struct Taking {
    pub(super) study: Shared<Study>,
    pub(super) selection: Shared<Selection>,
    pub(super) view: ViewState,
    pub(super) dispatch: Callback<Action>,
    pub(super) form: Form,
}

/// A way to take it away.
#[derive(Clone, Copy, Eq, PartialEq)]
pub(super) enum Form {
    Csv,
    Json,
    Svg,
    Png,
    Page,
    Print,
    Cite,
    Embed,
}

const FORMS: [(Form, &str, &str); 8] = [
    (Form::Csv, "Table, CSV", "for a spreadsheet"),
    (Form::Json, "Table, JSON", "for a program"),
    (Form::Svg, "Drawing, SVG", "for a paper"),
    (Form::Png, "Picture, PNG", "for slides"),
    (Form::Page, "Save as page", "one file with all of this, opens without a network"),
    (Form::Print, "Print", "or save as PDF"),
    (Form::Cite, "Copy a citation", "with the fingerprint of the documents"),
    (Form::Embed, "Copy a frame", "this view, to stand in another page"),
];

const OPENER: &str = "take-away";

/// The menu.
pub(super) fn take_away(props: &Props<'_>) -> Html {
    let drawn = has_chart(props.view.pane);
    let forms =
        FORMS.into_iter().filter(|(form, ..)| drawn || !matches!(form, Form::Svg | Form::Png));
    html! {
        <details class="take" onkeydown={close_by_escape}>
            <summary class="button button--quiet" id={OPENER}>{ "Take away" }</summary>
            <ul class="take__forms" role="list" onclick={|event: MouseEvent| close(&event)}>
                for (form, name, purpose) in forms {
                    <li key={name}>
                        <button type="button" class="take__form" onclick={taker(props, form)}>
                            { name }
                            <span class="take__purpose">{ purpose }</span>
                        </button>
                    </li>
                }
            </ul>
        </details>
    }
}

fn close_by_escape(event: KeyboardEvent) {
    if event.key() == "Escape" {
        close(&event);
    }
}

/// Closes the menu and gives the focus to what opens it.
fn close(event: &Event) {
    let target = event.target_dyn_into::<web_sys::Element>();
    if let Some(menu) = target.and_then(|one| one.closest("details").ok()?) {
        let _ = menu.remove_attribute("open");
        place::focus(OPENER);
    }
}

fn taker(props: &Props<'_>, form: Form) -> Callback<MouseEvent> {
    let (study, selection) = (props.study.clone(), props.selection.clone());
    let (view, dispatch) = (props.view.clone(), props.dispatch.clone());
    Callback::from(move |_| {
        let (study, selection) = (study.clone(), selection.clone());
        let (view, dispatch) = (view.clone(), dispatch.clone());
        let taking = Taking { study, selection, view, dispatch, form };
        part::with(move |part| match part {
            Some(part) => (part.take)(&taking),
            None => taking.dispatch.emit(Action::Tell(LOST.to_owned())),
        });
    })
}
