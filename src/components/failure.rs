//! What is shown where there is nothing to show.

use yew::prelude::*;

/// A message instead of the page.
pub(super) fn failure(reason: &str) -> Html {
    html! {
        <main class="failure">
            <div role="alert">
                <h1 class="failure__title">{ "There is nothing to show" }</h1>
                <p class="failure__text">{ reason }</p>
                <p class="failure__text">
                    { "The page was built wrongly; building it again usually helps." }
                </p>
            </div>
        </main>
    }
}
