//! What a pane shows, as a drawing.

use engine::explore::{self, TermRow};

use super::bars::{self, Bar, Mirrored};
use super::drawing::Drawing;
use super::origin::Origin;
use super::{points, strips};
use crate::compare;
use crate::format::{change, count, hundredths};
use crate::state::{Measure, Pane, Selection, ViewState};
use crate::stops;
use crate::study::Study;
use crate::terms::{self, Listed};

/// Terms drawn at the most: more than fits a page is no picture.
const MOST: usize = 30;
/// Of a comparison, on either side.
const EITHER: usize = 20;

/// Whether a pane can be drawn.
pub fn has_chart(pane: Pane) -> bool {
    !matches!(pane, Pane::Contexts | Pane::Collocates)
}

/// The drawing of a pane, as the text of an SVG file; `None` where [`has_chart`] says so.
pub fn chart(
    study: &Study,
    view: &ViewState,
    selection: &Selection,
    origin: &Origin,
) -> Option<String> {
    let term = || view.term.clone().unwrap_or_default();
    Some(match view.pane {
        Pane::Contexts | Pane::Collocates => return None,
        Pane::Read => {
            let mut drawing = Drawing::new(strips::WIDTH);
            let height = strips::map(&mut drawing, study);
            let caption = "Each strip is a document, each segment a section. Hatched text is off topic, grey is page furniture.";
            drawing.finish(height, &study.corpus.name, caption, origin)
        }
        Pane::Plot => {
            let mut drawing = Drawing::new(strips::WIDTH);
            let pattern = study.pattern(&term());
            let rows = explore::plot(&study.corpus, &study.counts, &study.analysis, &pattern);
            let height = strips::plot(&mut drawing, study, &rows);
            let title = format!("Where “{}” stands", term());
            drawing.finish(
                height,
                &title,
                "A tick is an occurrence. Hatched text is off topic.",
                origin,
            )
        }
        Pane::Terms => terms_chart(study, view, selection, origin),
        Pane::Changes => changes_chart(study, view, selection, origin),
        Pane::Compare => compare_chart(study, view, origin),
        Pane::Topics => match view.topics_view.page {
            Some(topic) => topic_chart(study, view, topic, origin),
            None => {
                let mut drawing = Drawing::new(points::WIDTH);
                let map = study.topic_map();
                let height = points::points(&mut drawing, study, map);
                let caption = "Area: words. Distance: Jensen-Shannon, as principal coordinates.";
                drawing.finish(height, "How the topics lie to one another", caption, origin)
            }
        },
    })
}

fn terms_chart(study: &Study, view: &ViewState, selection: &Selection, origin: &Origin) -> String {
    let listed = Listed::of(study, view, selection);
    let bar = |row: &TermRow| Bar {
        name: listed.name(study, row).to_owned(),
        inside: f64::from(row.count),
        whole: f64::from(row.count_before),
        numbers: match terms::change(row) {
            0 => count(u64::from(row.count)),
            lost => format!("{} ({})", count(u64::from(row.count)), change(lost)),
        },
    };
    let rows: Vec<Bar> = listed.table.rows.iter().take(MOST).map(bar).collect();
    let caption = "Solid: occurrences in the selection. Hatched: what it leaves out.";
    draw_bars(&rows, &format!("Terms: {}", study.corpus.name), caption, origin)
}

fn changes_chart(
    study: &Study,
    view: &ViewState,
    selection: &Selection,
    origin: &Origin,
) -> String {
    let shifts = terms::shifts(study, selection, &view.stops);
    let moved = |row: &TermRow| row.per_thousand - row.per_thousand_before;
    let bar = |row: &TermRow| Mirrored {
        name: study.term_name(row.term).to_owned(),
        score: moved(row),
        numbers: hundredths(moved(row)),
    };
    let rows: Vec<Mirrored> = shifts.rose.iter().chain(&shifts.fell).map(bar).collect();
    let mut drawing = Drawing::new(bars::WIDTH);
    let height = bars::mirrored(&mut drawing, &rows);
    let caption = "Change of the share, in occurrences per 1 000 words. Left: rose. Right: fell.";
    drawing.finish(height, "What rose and what fell", caption, origin)
}

fn compare_chart(study: &Study, view: &ViewState, origin: &Origin) -> String {
    let compared = compare::compared(study, &view.compare, &view.stops);
    let (first, second) = compared.found.top(EITHER);
    let rows = first.iter().chain(&second).map(|row| Mirrored {
        name: study.term_name(row.term).to_owned(),
        score: compare::score(row, view.compare.measure),
        numbers: format!("{} : {}", count(u64::from(row.a)), count(u64::from(row.b))),
    });
    let mut drawing = Drawing::new(bars::WIDTH);
    let height = bars::mirrored(&mut drawing, &rows.collect::<Vec<_>>());
    let caption = match view.compare.measure {
        Measure::LogOdds => {
            "z of the log-odds with an informative Dirichlet prior; counts of both sides."
        }
        Measure::G2 => "Signed G²; counts of both sides.",
    };
    let title = format!("{} (left) and {} (right)", compared.a.name, compared.b.name);
    drawing.finish(height, &title, caption, origin)
}

fn topic_chart(study: &Study, view: &ViewState, topic: u32, origin: &Origin) -> String {
    let lambda = f64::from(view.topics_view.lambda) / 100.0;
    let Study { corpus, counts, analysis, .. } = study;
    let options = stops::options(study, &view.stops);
    let terms = explore::topic_terms(corpus, counts, analysis, topic, lambda, &options);
    let rows = terms.iter().take(MOST).map(|one| Bar {
        name: study.term_name(one.term).to_owned(),
        inside: f64::from(one.count),
        whole: f64::from(one.total),
        numbers: format!("{} of {}", count(u64::from(one.count)), count(u64::from(one.total))),
    });
    let caption = format!(
        "Solid: occurrences in the topic. Hatched: elsewhere. Relevance with λ = {}.",
        hundredths(lambda),
    );
    draw_bars(&rows.collect::<Vec<_>>(), &study.topic_name(topic), &caption, origin)
}

fn draw_bars(rows: &[Bar], title: &str, caption: &str, origin: &Origin) -> String {
    let mut drawing = Drawing::new(bars::WIDTH);
    let height = bars::bars(&mut drawing, rows);
    drawing.finish(height, title, caption, origin)
}
