//! Read or Terms.

use yew::prelude::*;

use crate::browser::place;
use crate::state::{Action, Pane};

#[derive(PartialEq, Properties)]
pub(super) struct Props {
    pub(super) pane: Pane,
    pub(super) dispatch: Callback<Action>,
}

const PANES: [(Pane, &str, &str); 2] =
    [(Pane::Read, "read", "Read"), (Pane::Terms, "terms", "Terms")];

/// Two tabs; the arrow keys go from one to the other.
#[component]
pub(super) fn Tabs(props: &Props) -> Html {
    let onkeydown = use_callback(
        (props.pane, props.dispatch.clone()),
        |event: KeyboardEvent, (pane, dispatch)| {
            let other = match (event.key().as_str(), pane) {
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
        },
    );
    html! {
        <div class="tabs" role="tablist" aria-label="Views" {onkeydown}>
            for (pane, key, name) in PANES {
                <button
                    key={key}
                    type="button"
                    class="tabs__tab"
                    role="tab"
                    id={format!("tab-{key}")}
                    aria-selected={(pane == props.pane).to_string()}
                    aria-controls={(pane == props.pane).then(|| format!("pane-{key}"))}
                    tabindex={if pane == props.pane { "0" } else { "-1" }}
                    onclick={props.dispatch.reform(move |_| Action::Open(pane))}
                >
                    { name }
                </button>
            }
        </div>
    }
}
