//! Collocates: the terms near what is looked up, and how strongly they go with it.

use engine::explore::Collocate;
use yew::prelude::*;

use super::growing::Grown;
use super::lookup::{Desk, contexts_button};
use super::lookup_controls::{check, number};
use crate::browser::place;
use crate::format::{along, count, counted, hundredths, signed_tenths};
use crate::state::{Action, CollocateColumn, CollocatesView, Pane};

/// The collocates and what they are set by.
pub(super) fn collocates(desk: &Desk) -> Html {
    let rows = &desk.found.collocates.rows;
    html! {
        <>
            { tools(desk) }
            if rows.is_empty() {
                <p class="empty">
                    { "No word stands near it that often. A lower floor or more words per side find more." }
                </p>
            } else {
                { table(desk) }
            }
            { desk.show_more(rows.len()) }
            { conventions(desk) }
        </>
    }
}

fn tools(desk: &Desk) -> Html {
    let view = desk.wanted.collocates;
    let set = |change: fn(&mut CollocatesView, u8)| {
        let dispatch = desk.dispatch.clone();
        Callback::from(move |number| {
            let mut next = view;
            change(&mut next, number);
            dispatch.emit(Action::SetCollocates(next));
        })
    };
    let common = Action::SetCollocates(CollocatesView { common: !view.common, ..view });
    let everything = Action::SetCollocates(CollocatesView { everything: !view.everything, ..view });
    html! {
        <div class="lookup__tools">
            { number("Words per side", view.span, CollocatesView::WIDEST, set(|view, span| view.span = span)) }
            { number("At least so often near it", view.floor, CollocatesView::HIGHEST, set(|view, floor| view.floor = floor)) }
            { check("Common words too", view.common, common, &desk.dispatch) }
            { check("Off-topic text too", view.everything, everything, &desk.dispatch) }
            <p class="lookup__total" role="status">
                { counted(desk.found.collocates.rows.len() as u64, "collocate", "collocates") }
            </p>
        </div>
    }
}

fn table(desk: &Desk) -> Html {
    let rows = &desk.found.collocates.rows;
    let widest = rows.iter().map(|row| row.left.max(row.right)).max().unwrap_or(0);
    let draw = Callback::from({
        let desk = desk.clone();
        move |index| {
            let row = desk.found.collocates.rows.get(index);
            row.map(|row| line(row, widest, &desk))
        }
    });
    html! {
        <div class="scroller" tabindex="0" role="region" aria-label="Collocates">
            <table class="table table--collocates">
                <caption class="visually-hidden">
                    { "The words near the term: how often, on which side, and how strongly they go with it" }
                </caption>
                <thead>
                    <tr>
                        for column in CollocateColumn::ALL {
                            { head(column, desk) }
                            if column == CollocateColumn::Left {
                                <th key="side" scope="col" class="sides__head">{ "Side" }</th>
                            }
                        }
                    </tr>
                </thead>
                <Grown tag="tbody" list={desk.list} number={desk.number} all={desk.rows} {draw} />
            </table>
        </div>
    }
}

fn name(column: CollocateColumn) -> &'static str {
    match column {
        CollocateColumn::Term => "Collocate",
        CollocateColumn::Count => "Near it",
        CollocateColumn::Left => "Left",
        CollocateColumn::Right => "Right",
        CollocateColumn::Total => "Anywhere",
        CollocateColumn::LogDice => "logDice",
        CollocateColumn::Mi => "MI",
        CollocateColumn::G2 => "G²",
    }
}

fn explanation(column: CollocateColumn) -> &'static str {
    match column {
        CollocateColumn::Term => "A word near what is looked up, in its commonest form",
        CollocateColumn::Count => {
            "How often it stands within the words per side of what is looked up, which the formulas call f(AB)"
        }
        CollocateColumn::Left => "Of the times near it, those before it",
        CollocateColumn::Right => "Of the times near it, those after it",
        CollocateColumn::Total => {
            "How often it stands anywhere in the text looked at, near or far: f(B)"
        }
        CollocateColumn::LogDice => {
            "14 + log₂ of 2 f(AB) ÷ (f(A) + f(B)): how much of both is together. At most 14; one more is twice \
             as strong, whatever the size of the text"
        }
        CollocateColumn::Mi => {
            "Mutual information, log₂ of f(AB) ÷ E: how many times over chance doubles. It favours the rare, and \
             means little below five times near"
        }
        CollocateColumn::G2 => {
            "Log-likelihood of the two together, − where they meet less than by chance: how sure it is. 3.8 is \
             p < 0.05, 15.1 is p < 0.0001"
        }
    }
}

/// A heading that sorts; the same again turns the order round.
fn head(column: CollocateColumn, desk: &Desk) -> Html {
    let view = desk.wanted.collocates;
    let here = view.column == column;
    let (order, arrow) = match (here, (column == CollocateColumn::Term) != view.reversed) {
        (false, _) => (None, ""),
        (true, true) => (Some("ascending"), "↑"),
        (true, false) => (Some("descending"), "↓"),
    };
    let next = CollocatesView { column, reversed: here && !view.reversed, ..view };
    let class =
        if column == CollocateColumn::Term { "table__head" } else { "table__head table__number" };
    html! {
        <th key={name(column)} scope="col" {class} aria-sort={order}>
            <button
                type="button"
                class="table__sort"
                data-tip={explanation(column)}
                aria-description={explanation(column)}
                onclick={desk.dispatch.reform(move |_: MouseEvent| Action::SetCollocates(next))}
            >
                { name(column) }
                <span class="table__arrow" aria-hidden="true">{ arrow }</span>
            </button>
        </th>
    }
}

fn line(row: &Collocate, widest: u32, desk: &Desk) -> Html {
    let name = desk.study.term_name(row.term);
    let look_up = {
        let (name, dispatch) = (name.to_owned(), desk.dispatch.clone());
        move |_: MouseEvent| {
            // Its own collocates take the place of this row, which would take the focus along.
            place::focus("tab-contexts");
            dispatch.emit(Action::LookUp(name.clone(), Pane::Collocates));
        }
    };
    let number = |text: String| html! { <td class="table__number">{ text }</td> };
    html! {
        <tr key={row.term}>
            <th scope="row">
                <div class="collocate">
                    <button
                        type="button"
                        class="link term__name"
                        title={format!("Collocates of “{name}”")}
                        onclick={look_up}
                    >
                        { name }
                    </button>
                    { contexts_button(name, &desk.dispatch) }
                </div>
            </th>
            { number(count(u64::from(row.together()))) }
            { number(count(u64::from(row.left))) }
            <td>{ sides(row, widest) }</td>
            { number(count(u64::from(row.right))) }
            { number(count(u64::from(row.count))) }
            { number(hundredths(row.log_dice)) }
            { number(hundredths(row.mutual_information)) }
            { number(signed_tenths(row.g2)) }
        </tr>
    }
}

/// Bars to the left and the right of the middle. The numbers stand on either side of them.
fn sides(row: &Collocate, widest: u32) -> Html {
    let half = |count: u32| along(f64::from(count), 2.0 * f64::from(widest));
    html! {
        <svg class="sides" width="100%" height="10" aria-hidden="true">
            <rect
                class="sides__left"
                x={along(f64::from(widest - row.left.min(widest)), 2.0 * f64::from(widest))}
                width={half(row.left)}
                height="10"
            />
            <rect class="sides__right" x="50%" width={half(row.right)} height="10" />
            <line class="sides__middle" x1="50%" x2="50%" y2="10" />
        </svg>
    }
}

/// What was counted and how: without it, the measures cannot be compared with those of another tool.
fn conventions(desk: &Desk) -> Html {
    let found = &desk.found.collocates;
    let view = desk.wanted.collocates;
    html! {
        <div class="lookup__about">
            <p>
                { format!(
                    "Counted: {} of the node, f(A), in {}, N. Windows reach {} to either side and end with the \
                     section; chance is E = f(A) f(B) ÷ N, not multiplied by the width of the window.",
                    counted(u64::from(found.nodes), "hit", "hits"),
                    counted(u64::from(found.words), "word", "words"),
                    counted(u64::from(view.span), "word", "words"),
                ) }
            </p>
            <details>
                <summary>{ "What the columns say" }</summary>
                <dl class="measures">
                    for column in CollocateColumn::ALL {
                        <div class="measures__one" key={name(column)}>
                            <dt>{ name(column) }</dt>
                            <dd>{ explanation(column) }{ "." }</dd>
                        </div>
                    }
                </dl>
            </details>
        </div>
    }
}
