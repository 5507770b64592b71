//! Read or Terms.

use yew::prelude::*;

use crate::browser::place;
use crate::state::{Action, Pane};

const PANES: [(Pane, &str, &str); 2] =
    [(Pane::Read, "read", "Read"), (Pane::Terms, "terms", "Terms")];

/// Two tabs; the arrow keys go from one to the other.
pub(super) fn tabs(open: Pane, dispatch: &Callback<Action>) -> Html {
    let onkeydown = {
        let dispatch = dispatch.clone();
        move |event: KeyboardEvent| {
            let other = match (event.key().as_str(), open) {
                ("ArrowLeft" | "ArrowRight", Pane::Read) | ("End", _) => Pane::Terms,
                ("ArrowLeft" | "ArrowRight", Pane::Terms) | ("Home", _) => Pane::Read,
                _ => return,
            };
            event.prevent_default();
            dispatch.emit(Action::Open(other));
            place::focus(match other {
                Pane::Read => "tab-read",
                Pane::Terms => "tab-terms",
            });
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
