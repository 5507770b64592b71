//! The dispersion plot as a table: a row a document, hits in the selection apart from those left out.

use engine::explore::PlotRow;
use yew::prelude::*;

use super::lookup::Desk;
use crate::contexts::Tally;
use crate::format::{count, tenths};

/// The table.
pub(super) fn plot_table(desk: &Desk<'_>) -> Html {
    const HEADS: [&str; 6] =
        ["Selected", "Words", "Per 1\u{202f}000", "Off topic", "Otherwise left out", "In all"];
    html! {
        <div class="scroller" tabindex="0" role="region" aria-label="Hits by document">
            <table class="table">
                <caption class="visually-hidden">
                    { "How often the term stands in each document: in what is selected, and in what is left out" }
                </caption>
                <thead>
                    <tr>
                        <th scope="col">{ "Document" }</th>
                        for head in HEADS {
                            <th key={head} scope="col" class="table__number">{ head }</th>
                        }
                    </tr>
                </thead>
                <tbody>
                    for row in desk.found.documents.iter().take(desk.shown()) {
                        { line(row, desk) }
                    }
                </tbody>
            </table>
        </div>
    }
}

fn line(row: &PlotRow, desk: &Desk<'_>) -> Html {
    let tally = Tally::of(std::slice::from_ref(row), desk.selection, desk.study);
    let numbers = [
        count(tally.selected),
        count(tally.words),
        tenths(tally.rate()),
        count(tally.off_topic),
        count(tally.hidden + tally.outside),
        count(tally.all()),
    ];
    html! {
        <tr key={row.document} class={classes!((tally.all() == 0).then_some("table__gone"))}>
            <th scope="row">{ desk.study.document_title(row.document) }</th>
            for (index, number) in numbers.into_iter().enumerate() {
                <td class="table__number" key={index}>{ number }</td>
            }
        </tr>
    }
}
