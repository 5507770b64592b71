//! What is on the screen as a file, on paper, or as a line to cite.

use yew::prelude::*;

use crate::browser::{clipboard, files, history, place};
use crate::export::{Origin, chart, citation, file_name, has_chart, sheet};
use crate::shared::Shared;
use crate::state::{Action, Selection, ViewState, write};
use crate::study::Study;

/// What is taken away.
pub(super) struct Props<'a> {
    pub(super) study: &'a Shared<Study>,
    pub(super) selection: &'a Shared<Selection>,
    pub(super) view: &'a ViewState,
    pub(super) dispatch: &'a Callback<Action>,
}

/// A way to take it away.
#[derive(Clone, Copy, Eq, PartialEq)]
enum Form {
    Csv,
    Json,
    Svg,
    Png,
    Print,
    Cite,
}

const FORMS: [(Form, &str, &str); 6] = [
    (Form::Csv, "Table, CSV", "for a spreadsheet"),
    (Form::Json, "Table, JSON", "for a program"),
    (Form::Svg, "Drawing, SVG", "for a paper"),
    (Form::Png, "Picture, PNG", "for slides"),
    (Form::Print, "Print", "or save as PDF"),
    (Form::Cite, "Copy a citation", "with the fingerprint of the documents"),
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
    Callback::from(move |_| take(&study, &view, &selection, &dispatch, form))
}

fn take(
    study: &Study,
    view: &ViewState,
    selection: &Selection,
    dispatch: &Callback<Action>,
    form: Form,
) {
    let address = format!("{}#{}", history::base(), write(view, study.fingerprint));
    let origin = Origin::of(study, view, selection, &address);
    let name = |ending: &str| file_name(study, view.pane, ending);
    let drawing = || chart(study, view, selection, &origin).unwrap_or_default();
    let saved = match form {
        Form::Csv => {
            let text = sheet(study, view, selection).csv(&origin);
            files::save(&text, &name("csv"), "text/csv;charset=utf-8")
        }
        Form::Json => {
            let text = sheet(study, view, selection).json(&origin);
            files::save(&text, &name("json"), "application/json")
        }
        Form::Svg => files::save(&drawing(), &name("svg"), "image/svg+xml"),
        Form::Png => {
            let (svg, name, dispatch) = (drawing(), name("png"), dispatch.clone());
            yew::platform::spawn_local(async move {
                if !files::save_picture(&svg, name).await {
                    dispatch.emit(Action::Tell(REFUSED.to_owned()));
                }
            });
            true
        }
        Form::Print => {
            files::print();
            true
        }
        Form::Cite => {
            let line = citation(study, &address, &files::today());
            let dispatch = dispatch.clone();
            yew::platform::spawn_local(async move {
                let said = if clipboard::copy(&line).await {
                    format!("Copied: {line}")
                } else {
                    format!("This browser does not let the page copy. To cite: {line}")
                };
                dispatch.emit(Action::Tell(said));
            });
            true
        }
    };
    if !saved {
        dispatch.emit(Action::Tell(REFUSED.to_owned()));
    }
}

const REFUSED: &str = "This browser does not let the page save files.";
