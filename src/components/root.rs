//! Unpacks the documents, counts and judges them, and shows the page or why there is none.

use engine::count::Background;
use engine::separate::Settings;
use yew::prelude::*;

use super::app::App;
use super::failure::failure;
use crate::browser::timing;
use crate::corpus;
use crate::shared::Shared;
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
    let analysis = timing::measure("separate", || {
        engine::separate::separate(&bundle.corpus, &counts, &Settings::default())
    });
    Ok(Shared::new(Study::new(bundle, counts, analysis)))
}
