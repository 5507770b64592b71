//! Unpacks the documents, counts and judges them, and shows the page or why there is none.

use engine::count::Background;
use yew::prelude::*;

use super::app::App;
use super::failure::failure;
use crate::browser::{history, timing};
use crate::corpus;
use crate::shared::Shared;
use crate::state::{self, Scope};
use crate::study::Study;

/// The whole page.
#[component]
pub fn Root() -> Html {
    let study = use_memo((), |()| load());
    match &*study {
        Ok(study) => html! { <App study={study.clone()} /> },
        Err(reason) => failure(reason),
    }
}

fn load() -> Result<Shared<Study>, String> {
    let bundle = timing::measure("decode", corpus::embedded)?;
    let background = Background::Lists(bundle.frequencies.clone());
    let counts = timing::measure("count", || engine::count::count(&bundle.corpus, &background));
    // Judged as the link has it, so that a link with corrections costs no second time.
    let view = state::open(&history::read(), &Scope::of(&bundle.corpus)).view;
    let study = timing::measure("separate", || Study::new(bundle, counts, &view.correction));
    Ok(Shared::new(study))
}
