//! What is shown where there is nothing to show.

use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub(super) struct Props {
    /// What went wrong, as a sentence.
    pub(super) reason: AttrValue,
}

/// A message instead of the page.
#[component]
pub(super) fn Failure(props: &Props) -> Html {
    html! {
        <main class="failure">
            <div role="alert">
                <h1 class="failure__title">{ "There is nothing to show" }</h1>
                <p class="failure__text">{ &props.reason }</p>
                <p class="failure__text">
                    { "The page was built wrongly; building it again usually helps." }
                </p>
            </div>
        </main>
    }
}
