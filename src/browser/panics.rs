//! What a person sees after a panic: what happened, and a way back.

use web_sys::{Document, Element};

/// Replaces the page by a message whenever the program panics, and writes the details to the console.
pub fn install() {
    // Through Yew: it puts its own hook in place of any other that it has not been told of.
    yew::set_custom_panic_hook(Box::new(|info| {
        let details = info.to_string();
        web_sys::console::error_1(&details.as_str().into());
        // Inside a hook there is nobody left to tell.
        let _ = super::document().and_then(|document| show(&document, &details));
    }));
}

fn show(document: &Document, details: &str) -> Option<()> {
    let main = element(document, "main", "failure")?;
    let title = element(document, "h1", "failure__title")?;
    title.set_text_content(Some("Something in this page broke"));
    let text = element(document, "p", "failure__text")?;
    text.set_text_content(Some(
        "Your documents are unharmed: nothing was changed and nothing was sent anywhere. \
         Starting again without the settings in the link usually helps.",
    ));
    let back = element(document, "a", "failure__back")?;
    // A link, not a button: the program that would answer a click is gone.
    back.set_attribute("href", &super::history::base()).ok()?;
    back.set_text_content(Some("Start again"));
    let code = element(document, "pre", "failure__details")?;
    code.set_text_content(Some(details));
    for child in [&title, &text, &back, &code] {
        main.append_child(child).ok()?;
    }
    let body = document.body()?;
    body.set_text_content(None);
    body.append_child(&main).ok()?;
    Some(())
}

fn element(document: &Document, name: &str, class: &str) -> Option<Element> {
    let element = document.create_element(name).ok()?;
    element.set_class_name(class);
    Some(element)
}
