//! One view by itself, for a frame in another page.

use yew::prelude::*;

use super::notices::notices;
use crate::browser::history;
use crate::state::{Action, Session, ViewState, write};

/// What is shown, with a line that says of which documents, and leads to the whole page.
pub(super) fn embed(session: &Session, shown: Html, dispatch: &Callback<Action>) -> Html {
    let study = &session.study;
    let whole = ViewState { embed: None, ..session.view.clone() };
    let address = format!("{}#{}", history::base(), write(&whole, study.fingerprint));
    html! {
        <div class="embed">
            <header class="embed__line">
                <h1 class="embed__name">{ &study.corpus.name }</h1>
                <a href={address} target="_blank" rel="noopener">{ "Open in Topic Explorer" }</a>
            </header>
            { notices(session, dispatch) }
            <main id="main" tabindex="-1">
                <div id="pane-top"></div>
                { shown }
            </main>
        </div>
    }
}
