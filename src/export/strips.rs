//! Documents as strips.

use engine::explore::PlotRow;

use super::drawing::{Anchor, Drawing};
use super::palette::{FAINT, FURNITURE, INK, colour};
use crate::format::count;
use crate::reading::{Strip, strips};
use crate::study::Study;

const NAME: f64 = 240.0;
const LENGTH: f64 = 640.0;
const ROW: f64 = 32.0;
const STRIP: f64 = 20.0;
const TICKS: f64 = 14.0;

/// The width of a drawing of strips.
pub(super) const WIDTH: f64 = NAME + LENGTH + 40.0;

/// The map: every document, every section, what is off topic hatched. Gives its height.
pub(super) fn map(drawing: &mut Drawing, study: &Study) -> f64 {
    first(drawing, study, usize::MAX)
}

/// So many documents of the map.
pub(super) fn first(drawing: &mut Drawing, study: &Study, most: usize) -> f64 {
    let mut strips = strips(study);
    strips.truncate(most);
    let longest = longest(strips.iter().map(|strip| strip.words));
    for (index, one) in strips.iter().enumerate() {
        let top = index as f64 * ROW;
        drawing.text(0.0, top + 14.0, study.document_title(one.document), 34, Anchor::Start, INK);
        strip(drawing, study, one, top, longest);
    }
    strips.len() as f64 * ROW
}

fn strip(drawing: &mut Drawing, study: &Study, strip: &Strip, top: f64, longest: f64) {
    for segment in &strip.segments {
        let x = NAME + LENGTH * f64::from(segment.start) / longest;
        // A hair of paper between two sections.
        let width = (LENGTH * f64::from(segment.words) / longest - 1.0).max(0.5);
        match segment.section.and_then(|section| study.judged(section)) {
            Some((judged, _)) if judged.verdict.is_kept() => {
                drawing.rect([x, top, width, STRIP], colour(study, judged.topic));
            }
            Some((judged, _)) => {
                drawing.hatched([x, top, width, STRIP], colour(study, judged.topic));
            }
            None => drawing.rect([x, top + STRIP / 2.0 - 4.0, width, 8.0], FURNITURE),
        }
    }
}

/// Where a term stands: a tick a hit over the document's strip. Gives its height.
pub(super) fn plot(drawing: &mut Drawing, study: &Study, rows: &[PlotRow]) -> f64 {
    let longest = longest(rows.iter().map(|row| row.tokens));
    let height = ROW + TICKS;
    for (index, row) in rows.iter().enumerate() {
        let top = index as f64 * height;
        let title = study.document_title(row.document);
        drawing.text(0.0, top + 14.0, title, 34, Anchor::Start, INK);
        let hits = count(row.hits.len() as u64);
        drawing.text(NAME + LENGTH + 8.0, top + 14.0, &hits, 8, Anchor::Start, FAINT);
        for hit in &row.hits {
            let x = NAME + LENGTH * f64::from(*hit) / longest;
            drawing.rect([x, top, 1.5, TICKS], INK);
        }
        for run in &row.runs {
            let Some((judged, _)) = study.judged(run.section) else { continue };
            let x = NAME + LENGTH * f64::from(run.start) / longest;
            let width = (LENGTH * f64::from(run.tokens) / longest - 1.0).max(0.5);
            let at = [x, top + TICKS + 2.0, width, 10.0];
            if judged.verdict.is_kept() {
                drawing.rect(at, colour(study, judged.topic));
            } else {
                drawing.hatched(at, colour(study, judged.topic));
            }
        }
    }
    rows.len() as f64 * height
}

fn longest(words: impl Iterator<Item = u32>) -> f64 {
    f64::from(words.max().unwrap_or(0).max(1))
}
