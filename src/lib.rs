//! Topic Explorer's page.

use yew::{Html, component, html};

/// The whole page.
#[component]
pub fn App() -> Html {
    html! { <main><h1>{ "Topic Explorer" }</h1></main> }
}
