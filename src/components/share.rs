//! The button that copies the link of exactly what is on the screen.

use yew::prelude::*;

use crate::browser::{clipboard, history};
use crate::state::Action;

#[derive(PartialEq, Properties)]
pub(super) struct Props {
    /// What goes after `#`.
    pub(super) link: AttrValue,
    pub(super) dispatch: Callback<Action>,
}

/// Copies the link.
#[component]
pub(super) fn Share(props: &Props) -> Html {
    let onclick = use_callback(
        (props.link.clone(), props.dispatch.clone()),
        |_: MouseEvent, (link, dispatch)| {
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
        },
    );
    html! { <button type="button" class="button" {onclick}>{ "Copy link" }</button> }
}
