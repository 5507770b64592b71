//! Sentences a person should see once: what a link held that makes no sense here, that something was copied.

use yew::prelude::*;

use crate::state::Action;

#[derive(PartialEq, Properties)]
pub(super) struct Props {
    pub(super) notices: Vec<String>,
    pub(super) dispatch: Callback<Action>,
}

/// The notices, read out by a screen reader when they come.
#[component]
pub(super) fn Notices(props: &Props) -> Html {
    let dismiss = use_callback(props.dispatch.clone(), |_: MouseEvent, dispatch| {
        dispatch.emit(Action::Dismiss);
        crate::browser::place::focus("main");
    });
    // The live region stands there before it has anything to say: many screen readers miss one that comes with its text.
    html! {
        <div class="notices" role="status">
            if !props.notices.is_empty() {
                <div class="notice">
                    <div>
                        for (index, sentence) in props.notices.iter().enumerate() {
                            <p class="notice__text" key={index}>{ sentence }</p>
                        }
                    </div>
                    <button type="button" class="button button--quiet" onclick={dismiss}>
                        { "Dismiss" }
                    </button>
                </div>
            }
        </div>
    }
}
