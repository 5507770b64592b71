//! Makes the file, the print-out or the line that somebody chose to take away. It arrives later.

use yew::Callback;

use super::take_away::{Form, Taking};
use crate::browser::{clipboard, files, history, page};
use crate::export::{self, Origin, chart, citation, file_name, frame, page_name, sheet};
use crate::shared::Shared;
use crate::state::{Action, ViewState, write};
use crate::study::Study;

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
        Form::Page => {
            let dispatch = dispatch.clone();
            let done = save_page(study.clone(), view.clone());
            yew::platform::spawn_local(async move {
                if let Err(reason) = done.await {
                    dispatch.emit(Action::Tell(reason.to_owned()));
                }
            });
            true
        }
        Form::Print => {
            files::print();
            true
        }
        Form::Cite => copy(citation(study, &address, &files::today()), "To cite", dispatch),
        Form::Embed => copy(frame(study, view, &history::base()), "The frame", dispatch),
    };
    if !saved {
        dispatch.emit(Action::Tell(REFUSED.to_owned()));
    }
}

/// Copies a line and says so, or the line itself, after what it is. Always `true`.
fn copy(line: String, what: &'static str, dispatch: &Callback<Action>) -> bool {
    let dispatch = dispatch.clone();
    yew::platform::spawn_local(async move {
        let said = if clipboard::copy(&line).await {
            format!("Copied: {line}")
        } else {
            format!("This browser does not let the page copy. {what}: {line}")
        };
        dispatch.emit(Action::Tell(said));
    });
    true
}

/// Saves the documents with the view as a page of one file. The error is a sentence.
async fn save_page(study: Shared<Study>, view: ViewState) -> Result<(), &'static str> {
    let form = page::form().await?;
    let pack = study.pack().to_bytes().map_err(|_| REFUSED)?;
    let pack = page::compressed(&pack).await.ok_or(REFUSED)?;
    let file = export::page(&form, &study, &view, &pack).ok_or(page::MISSING)?;
    files::save(&file, &page_name(&study), "text/html;charset=utf-8").then_some(()).ok_or(REFUSED)
}

const REFUSED: &str = "This browser does not let the page save files.";
