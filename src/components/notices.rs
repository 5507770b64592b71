//! Sentences a person should see once: what a link held that makes no sense here, that something was copied.

use yew::prelude::*;

use crate::browser::place;
use crate::state::Action;

/// The notices, read out by a screen reader when they come.
pub(super) fn notices(sentences: &[String], dispatch: &Callback<Action>) -> Html {
    let dismiss = dispatch.reform(|_: MouseEvent| {
        place::focus("main");
        Action::Dismiss
    });
    // The live region stands there before it has anything to say: many screen readers miss one that comes with its text.
    html! {
        <div class="notices" role="status">
            if !sentences.is_empty() {
                <div class="notice">
                    <div>
                        for (index, sentence) in sentences.iter().enumerate() {
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
