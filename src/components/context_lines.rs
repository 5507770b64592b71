//! The concordance: a line a hit, the node in the middle, off-topic lines marked.

use engine::explore::ContextLine;
use engine::separate::Verdict;
use yew::prelude::*;

use super::growing::Grown;
use super::inline::inline;
use super::lookup::{Desk, Held};
use super::lookup_controls::{check, choice, number};
use super::tone::tone;
use crate::contexts::{Standing, flat, lines_sentence};
use crate::format::count;
use crate::state::{Action, ContextOrder, ContextsView};
use crate::study::verdict_name;

/// The lines and what they are set by.
pub(super) fn context_lines(desk: &Desk) -> Html {
    let lines = &desk.found.lines.lines;
    html! {
        <>
            { tools(desk) }
            if lines.is_empty() {
                <p class="empty">
                    { "No line to show. Lines from off-topic text are shown if you ask for them, and a filter \
                       leaves out what it does not ask for." }
                </p>
            } else {
                { table(desk) }
            }
            { desk.show_more(lines.len()) }
        </>
    }
}

fn tools(desk: &Desk) -> Html {
    let view = desk.wanted.contexts;
    let order = |order: ContextOrder| {
        let next = Action::SetContexts(ContextsView { order, ..view });
        (order_name(order), view.order == order, next)
    };
    let without = Action::SetContexts(ContextsView { without: !view.without, ..view });
    let dispatch = desk.dispatch.clone();
    let set = Callback::from(move |span| {
        dispatch.emit(Action::SetContexts(ContextsView { span, ..view }));
    });
    html! {
        <div class="lookup__tools">
            <div class="field">
                <span class="field__name" aria-hidden="true">{ "Order" }</span>
                { choice("Order of the lines", &ContextOrder::ALL.map(order), &desk.dispatch) }
            </div>
            { number("Words per side", view.span, ContextsView::WIDEST, set) }
            { check("Off-topic lines too", !view.without, without, &desk.dispatch) }
            <p class="lookup__total" role="status">
                { lines_sentence(&desk.found.lines, &desk.selection, &desk.study) }
            </p>
        </div>
    }
}

fn order_name(order: ContextOrder) -> &'static str {
    match order {
        ContextOrder::Place => "Place",
        ContextOrder::Left => "Left",
        ContextOrder::Node => "Node",
        ContextOrder::Right => "Right",
    }
}

/// The roles are spelled out: on a narrow screen the rows are laid out as blocks, and some browsers then forget them.
fn table(desk: &Desk) -> Html {
    const HEADS: [(&str, &str); 6] = [
        ("Line", "kwic__number"),
        ("Left", "kwic__left"),
        ("Node", "kwic__node"),
        ("Right", "kwic__right"),
        ("Section", "kwic__where"),
        ("Topic, verdict", "kwic__topic"),
    ];
    let draw = Callback::from({
        let desk = desk.clone();
        move |index| desk.found.lines.lines.get(index).map(|line| row(&desk, index, line))
    });
    html! {
        <div class="scroller" tabindex="0" role="region" aria-label="Concordance">
            <table class="table kwic" role="table">
                <caption class="visually-hidden">
                    { "Every line the term stands in, with what stands before and after it" }
                </caption>
                <thead role="rowgroup">
                    <tr role="row">
                        for (name, class) in HEADS {
                            <th key={name} scope="col" role="columnheader" {class}>{ name }</th>
                        }
                    </tr>
                </thead>
                <Grown
                    tag="tbody"
                    role="rowgroup"
                    list={desk.list}
                    number={desk.number}
                    all={desk.rows}
                    {draw}
                />
            </table>
        </div>
    }
}

fn row(desk: &Desk, index: usize, line: &ContextLine) -> Html {
    let Some(document) = desk.study.corpus.documents.get(line.document as usize) else {
        return html! {};
    };
    let text = |span: engine::Span| flat(span.of(&document.text));
    let off = line.verdict == Verdict::OffTopic;
    let class =
        classes!("kwic__line", tone(&desk.study, line.topic), off.then_some("kwic__line--off"));
    let place = (line.document, line.node.start);
    let open = desk.held.open.contains(&place);
    let id = format!("paragraph-{}-{}", place.0, place.1);
    html! {
        <>
            <tr {class} role="row" key={id.clone()}>
                <td role="cell" class="kwic__number">{ opener(desk, index, place, open, &id) }</td>
                <td role="cell" class="kwic__left">{ text(line.left) }</td>
                <td role="cell" class="kwic__node"><mark>{ text(line.node) }</mark></td>
                <td role="cell" class="kwic__right">{ text(line.right) }</td>
                { whence(desk, line) }
            </tr>
            if open {
                <tr class="kwic__open" role="row" key={format!("{id}-open")}>
                    <td role="cell" colspan="6" {id}>
                        <p class="kwic__paragraph">
                            { inline(
                                line.paragraph(&desk.study.corpus),
                                &document.text,
                                &desk.study.marks(line.section, &desk.found.places.pattern),
                            ) }
                        </p>
                    </td>
                </tr>
            }
        </>
    }
}

/// The number of a line, which opens it to its paragraph.
fn opener(desk: &Desk, index: usize, place: (u32, u32), open: bool, id: &str) -> Html {
    let (hold, held) = (desk.hold.clone(), desk.held.clone());
    let onclick = move |_: MouseEvent| {
        let mut next: Held = held.clone();
        match next.open.iter().position(|other| *other == place) {
            Some(at) => drop(next.open.remove(at)),
            None => next.open.push(place),
        }
        hold.emit(next);
    };
    let number = count(index as u64 + 1);
    html! {
        <button
            type="button"
            class="kwic__opener"
            aria-expanded={open.to_string()}
            aria-controls={open.then(|| id.to_owned())}
            aria-label={format!("Paragraph of line {number}")}
            title="Show the paragraph"
            {onclick}
        >
            { number }
        </button>
    }
}

/// Where a line comes from: the last two cells.
fn whence(desk: &Desk, line: &ContextLine) -> Html {
    let section = line.section;
    let name = desk.study.section_name(section);
    let topic = desk.study.topic_name(line.topic);
    let document = desk.study.document_title(line.document);
    let go = desk.dispatch.reform(move |_: MouseEvent| Action::GoTo(section));
    let verdict = verdict_name(line.verdict);
    let verdict = match Standing::of(section, &desk.selection, &desk.study) {
        Standing::OffTopic => format!("{verdict}, not counted"),
        Standing::Hidden => format!("{verdict}, hidden"),
        Standing::Selected | Standing::Outside => verdict.to_owned(),
    };
    html! {
        <>
            <td role="cell" class="kwic__where">
                <button
                    type="button"
                    class="link kwic__go"
                    title={format!("Read “{name}”")}
                    onclick={go}
                >
                    { &name }
                </button>
                <span class="kwic__small" title={document.to_owned()}>{ document }</span>
            </td>
            <td role="cell" class="kwic__topic">
                <span class="kwic__small" title={topic.clone()}>
                    <span class="swatch" aria-hidden="true"></span>
                    { " " }
                    { &topic }
                </span>
                <span class="kwic__small kwic__verdict">{ verdict }</span>
            </td>
        </>
    }
}
