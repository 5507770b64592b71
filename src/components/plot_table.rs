//! The dispersion plot as a table: a row a document, hits in the selection apart from those left out.

use engine::explore::PlotRow;
use yew::prelude::*;

use super::growing::Grown;
use super::lookup::Desk;
use crate::contexts::Tally;
use crate::format::{count, tenths};

/// The table.
pub(super) fn plot_table(desk: &Desk) -> Html {
    const HEADS: [&str; 6] =
        ["Selected", "Words", "Per 1\u{202f}000", "Off topic", "Otherwise left out", "In all"];
    let draw = Callback::from({
        let desk = desk.clone();
        move |index| desk.found.places.documents.get(index).map(|row| line(row, &desk))
    });
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
                <Grown tag="tbody" list={desk.list} number={desk.number} all={desk.rows} {draw} />
            </table>
        </div>
    }
}

fn line(row: &PlotRow, desk: &Desk) -> Html {
    let tally = Tally::of(std::slice::from_ref(row), &desk.selection, &desk.study);
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
