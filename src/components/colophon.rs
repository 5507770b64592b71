//! What a print-out says of itself: what it shows, of which documents, and where to see it again.

use yew::prelude::*;

use crate::browser::{files, history};
use crate::export::citation;
use crate::state::{Selection, ViewState, describe, write};
use crate::study::Study;

/// Seen on paper only.
pub(super) fn colophon(study: &Study, view: &ViewState, selection: &Selection) -> Html {
    let address = format!("{}#{}", history::base(), write(view, study.fingerprint));
    html! {
        <div class="colophon">
            <p>{ describe(view, selection, study) }{ "." }</p>
            <p>{ citation(study, &address, &files::today()) }</p>
        </div>
    }
}
