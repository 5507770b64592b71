//! Terms as bars.

use super::drawing::{Anchor, Drawing};
use super::palette::{ACCENT, FAINT, INK, LINE};

const ROW: f64 = 22.0;
const BAR: f64 = 12.0;
const NAME: f64 = 160.0;
const SIDE: f64 = 420.0;
const NUMBERS: f64 = 140.0;

/// A term with what is to be drawn of it.
pub(super) struct Bar {
    pub(super) name: String,
    /// The solid bar.
    pub(super) inside: f64,
    /// The whole of which it is a part, hatched where it is longer.
    pub(super) whole: f64,
    /// What stands beside it.
    pub(super) numbers: String,
}

/// Bars under one another, all on one scale. Gives their height.
pub(super) fn bars(drawing: &mut Drawing, bars: &[Bar]) -> f64 {
    let longest = bars.iter().map(|bar| bar.whole.max(bar.inside)).fold(0.0_f64, f64::max);
    let length = |value: f64| if longest > 0.0 { SIDE * value / longest } else { 0.0 };
    for (index, bar) in bars.iter().enumerate() {
        let top = index as f64 * ROW;
        drawing.text(NAME - 10.0, top + 13.0, &bar.name, 24, Anchor::End, INK);
        if bar.whole > bar.inside {
            drawing.hatched([NAME, top + 3.0, length(bar.whole), BAR], "#b4371d");
        }
        drawing.rect([NAME, top + 3.0, length(bar.inside), BAR], ACCENT);
        let end = NAME + length(bar.whole.max(bar.inside)) + 8.0;
        drawing.text(end, top + 13.0, &bar.numbers, 40, Anchor::Start, FAINT);
    }
    bars.len() as f64 * ROW
}

/// The width of a drawing of bars.
pub(super) const WIDTH: f64 = NAME + SIDE + NUMBERS;

/// A term that tells two sides apart.
pub(super) struct Mirrored {
    pub(super) name: String,
    /// Above 0 for the first side, which is drawn to the left.
    pub(super) score: f64,
    pub(super) numbers: String,
}

/// Bars to either side of a line. Gives their height.
pub(super) fn mirrored(drawing: &mut Drawing, bars: &[Mirrored]) -> f64 {
    let middle = WIDTH / 2.0;
    let half = middle - NAME - 60.0;
    let longest = bars.iter().map(|bar| bar.score.abs()).fold(0.0_f64, f64::max);
    let height = bars.len() as f64 * ROW;
    drawing.rect([middle - 0.5, 0.0, 1.0, height], LINE);
    for (index, bar) in bars.iter().enumerate() {
        let top = index as f64 * ROW;
        let length = if longest > 0.0 { half * bar.score.abs() / longest } else { 0.0 };
        let base = top + 13.0;
        if bar.score >= 0.0 {
            drawing.rect([middle - length, top + 3.0, length, BAR], ACCENT);
            drawing.text(middle - length - 8.0, base, &bar.name, 24, Anchor::End, INK);
            drawing.text(middle + 8.0, base, &bar.numbers, 40, Anchor::Start, FAINT);
        } else {
            drawing.rect([middle, top + 3.0, length, BAR], "#93411a");
            drawing.text(middle + length + 8.0, base, &bar.name, 24, Anchor::Start, INK);
            drawing.text(middle - 8.0, base, &bar.numbers, 40, Anchor::End, FAINT);
        }
    }
    height
}
