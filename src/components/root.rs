//! The page, or why there is none.

use yew::prelude::*;

use super::app::App;
use super::failure::failure;
use crate::shared::Shared;
use crate::study::Study;

/// What the page opens with.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The documents, or a sentence that says why there are none.
    pub study: Result<Shared<Study>, String>,
    /// What stands after `#`.
    pub link: AttrValue,
    /// Whether it is drawn beforehand, to be read until the page itself is there.
    #[prop_or_default]
    pub still: bool,
}

/// The whole page.
#[component]
pub fn Root(props: &Props) -> Html {
    match &props.study {
        Ok(study) => {
            html! { <App study={study.clone()} link={props.link.clone()} still={props.still} /> }
        }
        Err(reason) => failure(reason),
    }
}
