//! Read, Terms or Changes.

use yew::prelude::*;

use crate::browser::place;
use crate::state::{Action, Pane};

const PANES: [(Pane, &str, &str); 3] = [
    (Pane::Read, "read", "Read"),
    (Pane::Terms, "terms", "Terms"),
    (Pane::Changes, "changes", "Changes"),
];

/// The tabs; the arrow keys go from one to the next.
pub(super) fn tabs(open: Pane, dispatch: &Callback<Action>) -> Html {
    let onkeydown = {
        let dispatch = dispatch.clone();
        move |event: KeyboardEvent| {
            let last = PANES.len() - 1;
            let here = PANES.iter().position(|(pane, ..)| *pane == open).unwrap_or(0);
            let there = match event.key().as_str() {
                "ArrowRight" if here == last => 0,
                "ArrowRight" => here + 1,
                "ArrowLeft" if here == 0 => last,
                "ArrowLeft" => here - 1,
                "Home" => 0,
                "End" => last,
                _ => return,
            };
            let (pane, key, _) = PANES[there];
            event.prevent_default();
            dispatch.emit(Action::Open(pane));
            place::focus(&format!("tab-{key}"));
        }
    };
    html! {
        <div class="tabs" role="tablist" aria-label="Views" {onkeydown}>
            for (pane, key, name) in PANES {
                <button
                    key={key}
                    type="button"
                    class="tabs__tab"
                    role="tab"
                    id={format!("tab-{key}")}
                    aria-selected={(pane == open).to_string()}
                    aria-controls={(pane == open).then(|| format!("pane-{key}"))}
                    tabindex={if pane == open { "0" } else { "-1" }}
                    onclick={dispatch.reform(move |_| Action::Open(pane))}
                >
                    { name }
                </button>
            }
        </div>
    }
}
