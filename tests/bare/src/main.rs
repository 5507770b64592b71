//! The smallest Yew page there is: what Topic Explorer's size and start-up time are measured beside.

use yew::{Html, component, html, use_effect_with};

#[component]
fn Bare() -> Html {
    use_effect_with((), |()| {
        if let Some(performance) = web_sys::window().and_then(|window| window.performance()) {
            // A page that cannot leave its mark shows up as a missing number in the report.
            let _ = performance.mark("bare-shown");
        }
    });
    html! { <main><h1>{ "Bare Yew page" }</h1></main> }
}

fn main() {
    yew::Renderer::<Bare>::new().render();
}
