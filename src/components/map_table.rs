//! The map as a table: the same sections, in words and numbers.

use yew::prelude::*;

use super::tone::tone;
use crate::format::count;
use crate::state::Action;
use crate::study::{Study, kind_name, verdict_name};

/// A row a section.
pub(super) fn map_table(study: &Study, dispatch: &Callback<Action>) -> Html {
    html! {
        <div class="scroller" tabindex="0" role="region" aria-label="Sections as a table">
            <table class="table">
                <caption class="visually-hidden">{ "Every section of every document" }</caption>
                <thead>
                    <tr>
                        <th scope="col">{ "Document" }</th>
                        <th scope="col">{ "Section" }</th>
                        <th scope="col">{ "Kind" }</th>
                        <th scope="col">{ "Topic" }</th>
                        <th scope="col">{ "Verdict" }</th>
                        <th scope="col" class="table__number">{ "Words" }</th>
                    </tr>
                </thead>
                <tbody>
                    for section in 0..study.analysis.sections.len() as u32 {
                        { row(study, section, dispatch) }
                    }
                </tbody>
            </table>
        </div>
    }
}

fn row(study: &Study, section: u32, dispatch: &Callback<Action>) -> Html {
    let (Some((judged, _)), Some(parsed)) = (study.judged(section), study.parsed(section)) else {
        return html! {};
    };
    let go = dispatch.reform(move |_: MouseEvent| Action::GoTo(section));
    html! {
        <tr key={section}>
            <td class="table__clip">{ study.document_title(judged.document) }</td>
            <th scope="row" class="table__clip">
                <button type="button" class="link" onclick={go}>
                    { study.section_name(section) }
                </button>
            </th>
            <td>{ kind_name(parsed.kind) }</td>
            <td class={tone(study, judged.topic)}>
                <span class="swatch" aria-hidden="true"></span>
                { " " }
                { study.topic_name(judged.topic) }
            </td>
            <td class="table__verdict">{ verdict_name(judged.verdict) }</td>
            <td class="table__number">{ count(u64::from(judged.words)) }</td>
        </tr>
    }
}
