//! Topics as discs.

use engine::explore::TopicMap;

use super::drawing::{Anchor, Drawing};
use super::palette::{INK, colour};
use crate::study::Study;

const SIDE: f64 = 520.0;
const LEGEND: f64 = 320.0;
const ROW: f64 = 24.0;
/// All discs together cover this share of the square.
const COVER: f64 = 0.2;

/// The width of a drawing of points.
pub(super) const WIDTH: f64 = SIDE + LEGEND;

/// The map of topics: area by words, place by distance, with a legend. Gives its height.
pub(super) fn points(drawing: &mut Drawing, study: &Study, map: &TopicMap) -> f64 {
    let words: f64 = map.points.iter().map(|point| f64::from(point.words)).sum();
    let scale =
        if words > 0.0 { SIDE * SIDE * COVER / (std::f64::consts::PI * words) } else { 0.0 };
    for (index, point) in map.points.iter().enumerate() {
        let radius = (scale * f64::from(point.words)).sqrt().max(4.0);
        let inside = |share: f64| 80.0 + (SIDE - 160.0) * share;
        let (x, y) = (inside(point.x), inside(1.0 - point.y));
        drawing.disc([x, y, radius], colour(study, point.topic));
        if study.is_off_topic(point.topic) {
            drawing.disc([x, y, radius], "url(#hatch)");
        }
        let number = (index + 1).to_string();
        drawing.text(x + radius + 4.0, y + 4.0, &number, 4, Anchor::Start, INK);
        let row = 16.0 + index as f64 * ROW;
        drawing.disc([SIDE + 16.0, row - 4.0, 6.0], colour(study, point.topic));
        let name = format!("{number}  {}", study.topic_name(point.topic));
        drawing.text(SIDE + 30.0, row, &name, 40, Anchor::Start, INK);
    }
    SIDE.max(16.0 + map.points.len() as f64 * ROW)
}
