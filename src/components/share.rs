//! The button that copies the link of exactly what is on the screen.

use yew::prelude::*;

use crate::browser::{clipboard, history};
use crate::state::Action;

/// Copies the link; `link` is what goes after `#`.
pub(super) fn share(link: &str, dispatch: &Callback<Action>) -> Html {
    let (link, dispatch) = (link.to_owned(), dispatch.clone());
    let onclick = move |_: MouseEvent| {
        let address = format!("{}#{link}", history::base());
        let dispatch = dispatch.clone();
        yew::platform::spawn_local(async move {
            let said = if clipboard::copy(&address).await {
                "Link copied: whoever opens it sees what you see now.".to_owned()
            } else {
                format!("This browser does not let the page copy. The link is {address}")
            };
            dispatch.emit(Action::Tell(said));
        });
    };
    html! { <button type="button" class="button" {onclick}>{ "Copy link" }</button> }
}
