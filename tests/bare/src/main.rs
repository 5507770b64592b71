//! The smallest Yew page there is: what Topic Explorer's size and start-up time are measured beside.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use yew::{Html, component, html, use_effect_with};

#[component]
fn Bare() -> Html {
    // The frame after the one that paints the page, as Topic Explorer does it. A page that cannot leave its mark
    // shows up as a missing number in the report.
    use_effect_with((), |()| next_frame(|| next_frame(mark)));
    html! { <main><h1>{ "Bare Yew page" }</h1></main> }
}

fn mark() {
    if let Some(performance) = web_sys::window().and_then(|window| window.performance()) {
        let _ = performance.mark("bare-shown");
    }
}

fn next_frame(work: impl FnOnce() + 'static) {
    if let Some(window) = web_sys::window() {
        let callback = Closure::once_into_js(work);
        let _ = window.request_animation_frame(callback.unchecked_ref());
    }
}

fn main() {
    yew::Renderer::<Bare>::new().render();
}
