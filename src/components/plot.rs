//! The dispersion plot: a line a document, a mark a hit, its sections beneath with what is off topic hatched.

use engine::explore::{PlotRow, PlotRun};
use yew::prelude::*;

use super::growing::{Grown, use_number_of};
use super::lookup::{Desk, Held};
use super::map_strip::neighbour;
use super::plot_table::plot_table;
use super::tone::tone;
use crate::browser::place;
use crate::contexts::{Found, STRIP, Standing, Tally, ticks};
use crate::format::{along, count, counted, tenths};
use crate::shared::Shared;
use crate::state::{Action, Selection};
use crate::study::{Study, verdict_name};

/// The plot, or its table.
pub(super) fn plot(desk: &Desk) -> Html {
    let flip = {
        let hold = desk.hold.clone();
        let next = Held { as_table: !desk.held.as_table, ..desk.held.clone() };
        move |_: MouseEvent| hold.emit(next.clone())
    };
    html! {
        <>
            <div class="lookup__tools">
                <button
                    type="button"
                    class="button"
                    aria-pressed={desk.held.as_table.to_string()}
                    onclick={flip}
                >
                    { "Show as table" }
                </button>
            </div>
            if desk.held.as_table {
                { plot_table(desk) }
            } else {
                <Pointed
                    study={desk.study.clone()}
                    selection={desk.selection.clone()}
                    found={desk.found.clone()}
                    list={desk.list}
                    rows={desk.rows}
                    dispatch={desk.dispatch.clone()}
                />
            }
            { desk.show_more(desk.found.places.documents.len()) }
        </>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct Drawn {
    study: Shared<Study>,
    selection: Shared<Selection>,
    found: Shared<Found>,
    /// That of the list of documents.
    list: u32,
    /// How many of them are drawn.
    rows: usize,
    dispatch: Callback<Action>,
}

/// The strips, and what the pointer is on: that changes with every move, and the strips are not drawn again for it.
#[component]
fn Pointed(props: &Drawn) -> Html {
    let pointed = use_state_eq(|| None::<u32>);
    let point = {
        let setter = pointed.setter();
        use_callback((), move |section: Option<u32>, ()| setter.set(section))
    };
    html! {
        <>
            <Strips drawn={props.clone()} {point} />
            // For eyes: a screen reader has it from the segment itself.
            <p class="map__caption" aria-hidden="true">{ caption(props, *pointed) }</p>
        </>
    }
}

#[derive(PartialEq, Properties)]
struct StripsProps {
    drawn: Drawn,
    point: Callback<Option<u32>>,
}

/// Every strip.
#[component]
fn Strips(props: &StripsProps) -> Html {
    // The one section the Tab key stops at.
    let stop = use_state_eq(|| 0_u32);
    let hold = {
        let setter = stop.setter();
        use_callback((), move |section: u32, ()| setter.set(section))
    };
    let drawn = &props.drawn;
    let rows = &drawn.found.places.documents;
    // Corrections may leave fewer segments than there were.
    let last = (drawn.study.analysis.sections.len() as u32).saturating_sub(1);
    let stop = (*stop).min(last);
    let board = Board {
        longest: rows.iter().map(|row| row.tokens).max().unwrap_or(0),
        stop,
        point: props.point.clone(),
        hold,
        drawn: drawn.clone(),
    };
    let number = use_number_of(&(drawn.found.clone(), stop));
    let draw = Callback::from(move |index| {
        let row = board.drawn.found.places.documents.get(index);
        row.map(|row| strip(row, &board))
    });
    html! { <Grown tag="div" class="plot" list={drawn.list} {number} all={drawn.rows} {draw} /> }
}

/// What the strips are drawn from.
struct Board {
    drawn: Drawn,
    /// Words in the longest document.
    longest: u32,
    stop: u32,
    point: Callback<Option<u32>>,
    hold: Callback<u32>,
}

/// A document: its name and numbers, its marks, its sections.
fn strip(row: &PlotRow, board: &Board) -> Html {
    let (desk, longest) = (&board.drawn, board.longest);
    let title = desk.study.document_title(row.document);
    let tally = Tally::of(std::slice::from_ref(row), &desk.selection, &desk.study);
    let figures = figures(&tally);
    let class = classes!("strip", "plot__row", (tally.all() == 0).then_some("plot__row--none"));
    // Furniture has no words that count: what interrupts a section leaves no gap here.
    html! {
        <div {class} key={row.document}>
            <div class="plot__name">
                <h3 class="plot__title" title={title.to_owned()}>{ title }</h3>
                <p class="plot__figures">{ figures }</p>
            </div>
            <div>
                <svg
                    class="plot__marks"
                    width={along(f64::from(row.tokens), f64::from(longest))}
                    height={STRIP.1.to_string()}
                    viewBox={format!("0 0 {} {}", STRIP.0, STRIP.1)}
                    preserveAspectRatio="none"
                    aria-hidden="true"
                >
                    <path class="plot__hits" d={ticks(hits(row, desk, true), row.tokens)} />
                    <path class="plot__hits plot__hits--out" d={ticks(hits(row, desk, false), row.tokens)} />
                </svg>
                <svg
                    class="strip__bar"
                    width="100%"
                    height="12"
                    role="group"
                    aria-label={format!("{title}: {}", counted(tally.all(), "hit", "hits"))}
                >
                    for run in &row.runs {
                        { segment(run, board) }
                    }
                </svg>
            </div>
        </div>
    }
}

/// Where the hits of a document stand that are selected, or that are not.
fn hits<'a>(row: &'a PlotRow, desk: &'a Drawn, selected: bool) -> impl Iterator<Item = u32> + 'a {
    let mut hits = row.hits.as_slice();
    row.runs.iter().flat_map(move |run| {
        let (here, rest) = hits.split_at((run.hits as usize).min(hits.len()));
        hits = rest;
        let wanted = desk.selection.has(run.section) == selected;
        if wanted { here } else { &[] }.iter().copied()
    })
}

fn figures(tally: &Tally) -> String {
    if tally.all() == 0 {
        return "0 hits".to_owned();
    }
    let mut text = counted(tally.selected, "hit", "hits");
    if tally.selected > 0 {
        text.push_str(&format!(" · {} per {} words", tenths(tally.rate()), count(1000)));
    }
    let out = [
        (tally.off_topic, "off topic"),
        (tally.hidden, "hidden"),
        (tally.outside, "outside the filter"),
    ];
    for (hits, place) in out {
        if hits > 0 {
            text.push_str(&format!(" · {} {place}", count(hits)));
        }
    }
    text
}

/// A section: leads to its place in the text.
fn segment(run: &PlotRun, board: &Board) -> Html {
    let (desk, longest) = (&board.drawn, board.longest);
    let section = run.section;
    let Some((judged, _)) = desk.study.judged(section) else { return html! {} };
    let off = desk.study.is_off_topic(judged.topic);
    let faded = matches!(
        Standing::of(section, &desk.selection, &desk.study),
        Standing::Hidden | Standing::Outside
    );
    let class =
        classes!("segment", tone(&desk.study, judged.topic), faded.then_some("segment--faded"),);
    let (point, hold) = (&board.point, board.hold.clone());
    let onkeydown = {
        let (dispatch, study) = (desk.dispatch.clone(), desk.study.clone());
        move |event: KeyboardEvent| {
            let key = event.key();
            if matches!(key.as_str(), "Enter" | " ") {
                event.prevent_default();
                dispatch.emit(Action::GoTo(section));
            } else if let Some(next) = neighbour(&study, section, &key) {
                event.prevent_default();
                place::focus(&format!("place-{next}"));
            }
        }
    };
    let (x, width) = (
        along(f64::from(run.start), f64::from(longest)),
        along(f64::from(run.tokens), f64::from(longest)),
    );
    html! {
        <g
            key={section}
            {class}
            id={format!("place-{section}")}
            role="button"
            tabindex={if board.stop == section { "0" } else { "-1" }}
            aria-label={says(run, desk).join("; ")}
            onclick={desk.dispatch.reform(move |_: MouseEvent| Action::GoTo(section))}
            {onkeydown}
            onmouseenter={point.reform(move |_| Some(section))}
            onmouseleave={point.reform(|_| None)}
            onfocus={
                let point = point.clone();
                move |_: FocusEvent| {
                    hold.emit(section);
                    point.emit(Some(section));
                }
            }
            onblur={point.reform(|_| None)}
        >
            <rect class="segment__fill" x={x.clone()} width={width.clone()} height="12" />
            if off {
                <rect class="segment__hatch" fill="url(#hatch)" {x} {width} height="12" />
            }
        </g>
    }
}

/// What is to be said of a section: its name, topic, verdict and hits.
fn says(run: &PlotRun, desk: &Drawn) -> Vec<String> {
    let Some((judged, _)) = desk.study.judged(run.section) else { return Vec::new() };
    vec![
        desk.study.section_name(run.section),
        desk.study.topic_name(judged.topic),
        verdict_name(judged.verdict).to_owned(),
        counted(u64::from(run.hits), "hit", "hits"),
    ]
}

fn caption(desk: &Drawn, pointed: Option<u32>) -> Html {
    let mut runs = desk.found.places.documents.iter().flat_map(|row| &row.runs);
    let Some(run) = pointed.and_then(|pointed| runs.find(|run| run.section == pointed)) else {
        return html! {
            <span class="map__hint">
                { "Each line is a document, as long as its text; each mark a place where the term stands, taller \
                   where several share it. Beneath are the sections; hatched text is off topic." }
            </span>
        };
    };
    let topic = desk.study.judged(run.section).map_or(0, |(judged, _)| judged.topic);
    let mut words = says(run, desk).into_iter();
    html! {
        <span class={classes!("map__where", tone(&desk.study, topic))}>
            <span class="swatch"></span>
            <strong>{ words.next() }</strong>
            for word in words {
                <span>{ word }</span>
            }
        </span>
    }
}
