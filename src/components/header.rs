//! The top of the page: what this is, how much of it there is, and what applies to all of it.

use yew::prelude::*;

use super::search::Search;
use super::share::share;
use super::theme_switch::ThemeSwitch;
use super::{help, open_files};
use crate::format::{count, counted, percent};
use crate::search::Found;
use crate::shared::Shared;
use crate::state::Action;
use crate::study::Study;

/// What it shows.
pub(super) struct Props {
    pub(super) study: Shared<Study>,
    pub(super) link: String,
    /// What is searched for, and what that found.
    pub(super) search: String,
    pub(super) found: Option<Found>,
    /// Whether Read is open.
    pub(super) reading: bool,
    pub(super) dispatch: Callback<Action>,
}

/// Name, search, figures, share, help and theme.
pub(super) fn header(props: &Props) -> Html {
    let study = &props.study;
    html! {
        <header class="header">
            <div class="header__titles">
                <p class="header__product">{ "Topic Explorer" }</p>
                <h1 class="header__name">{ &study.corpus.name }</h1>
                <p class="header__purpose">
                    { "What these documents are about, which parts don’t belong and why, \
                       and what the numbers look like without them." }
                </p>
            </div>
            <div class="header__tools">
                <button
                    type="button"
                    class="button"
                    aria-haspopup="dialog"
                    onclick={|_: MouseEvent| open_files::open()}
                >
                    { "Open files" }
                </button>
                <ThemeSwitch />
                <button
                    type="button"
                    class="button"
                    aria-haspopup="dialog"
                    aria-keyshortcuts="?"
                    onclick={|_: MouseEvent| help::open()}
                >
                    { "Help" }
                </button>
                { share(&props.link, &props.dispatch) }
            </div>
            <Search
                study={study.clone()}
                text={props.search.clone()}
                found={props.found}
                reading={props.reading}
                dispatch={props.dispatch.clone()}
            />
            <p class="header__figures">{ figures(study) }</p>
        </header>
    }
}

fn figures(study: &Study) -> Html {
    let figures = study.figures;
    let off_topic = percent(figures.off_topic_words as f64, figures.words as f64);
    let documents = study.corpus.documents.len() as u64;
    let sections = study.analysis.sections.len() as u64;
    let class = if figures.off_topic_words > 0 { "header__off" } else { "" };
    html! {
        <>
            <span>{ counted(documents, "document", "documents") }</span>
            <span>{ counted(sections, "section", "sections") }</span>
            <span>{ format!("{}\u{a0}words", count(figures.words)) }</span>
            <span {class}>{ format!("{off_topic}\u{a0}off\u{a0}topic") }</span>
        </>
    }
}
