//! Mounts the page.

fn main() {
    yew::Renderer::<topic_explorer::App>::new().render();
}
