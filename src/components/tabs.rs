//! The tabs: one a pane, but one for all that looks a single term up.

use yew::prelude::*;

use crate::browser::place;
use crate::state::{Action, Pane};

/// The tabs, each by the pane it opens.
const TABS: [(Pane, &str); 6] = [
    (Pane::Read, "Read"),
    (Pane::Terms, "Terms"),
    (Pane::Contexts, "Contexts"),
    (Pane::Compare, "Compare"),
    (Pane::Topics, "Topics"),
    (Pane::Changes, "Changes"),
];

/// The pane whose tab a pane is under.
pub(super) fn tab_of(pane: Pane) -> Pane {
    match pane {
        Pane::Collocates | Pane::Plot => Pane::Contexts,
        other => other,
    }
}

/// The pane of the tab with a number, from 0.
pub(super) fn numbered(index: usize) -> Option<Pane> {
    TABS.get(index).map(|(pane, _)| *pane)
}

/// The tabs; the arrow keys go from one to the next.
pub(super) fn tabs(open: Pane, dispatch: &Callback<Action>) -> Html {
    let tab = tab_of(open);
    let onkeydown = {
        let dispatch = dispatch.clone();
        move |event: KeyboardEvent| {
            let last = TABS.len() - 1;
            let here = TABS.iter().position(|(pane, _)| *pane == tab).unwrap_or(0);
            let there = match event.key().as_str() {
                "ArrowRight" if here == last => 0,
                "ArrowRight" => here + 1,
                "ArrowLeft" if here == 0 => last,
                "ArrowLeft" => here - 1,
                "Home" => 0,
                "End" => last,
                _ => return,
            };
            let (pane, _) = TABS[there];
            event.prevent_default();
            dispatch.emit(Action::Open(pane));
            place::focus(&format!("tab-{}", pane.key()));
        }
    };
    html! {
        <div class="tabs" role="tablist" aria-label="Views" {onkeydown}>
            for (pane, name) in TABS {
                <button
                    key={name}
                    type="button"
                    class="tabs__tab"
                    role="tab"
                    id={format!("tab-{}", pane.key())}
                    aria-selected={(pane == tab).to_string()}
                    aria-controls={(pane == tab).then(|| format!("pane-{}", tab.key()))}
                    tabindex={if pane == tab { "0" } else { "-1" }}
                    onclick={dispatch.reform(move |_| Action::Open(pane))}
                >
                    { name }
                </button>
            }
        </div>
    }
}
