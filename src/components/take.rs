//! Makes the file, the print-out or the line that somebody chose to take away. It arrives later.

use super::take_away::{Form, Taking};
use crate::browser::{clipboard, files, history};
use crate::export::{Origin, chart, citation, file_name, sheet};
use crate::state::{Action, write};

/// Takes it away in the form chosen.
pub(super) fn take(taking: &Taking) {
    let Taking { study, selection, view, dispatch, form } = taking;
    let address = format!("{}#{}", history::base(), write(view, study.fingerprint));
    let origin = Origin::of(study, view, selection, &address);
    let name = |ending: &str| file_name(study, view.pane, ending);
    let drawing = || chart(study, view, selection, &origin).unwrap_or_default();
    let saved = match *form {
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
