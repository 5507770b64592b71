//! The map as a picture that is shown where somebody passes on the page's link.

use super::drawing::{Anchor, Drawing, HATCH};
use super::palette::{ACCENT, FAINT, INK, PAPER};
use super::strips;
use crate::prerender::figures;
use crate::study::Study;

/// Room at the sides, in pixels.
const MARGIN: f64 = 60.0;
/// Where the map starts.
const TOP: f64 = 260.0;
/// Documents shown at the most.
const MOST: usize = 8;
/// How wide letters of the name are, in parts of their height, on the average.
const LETTER: f64 = 0.53;

/// The documents' name and figures over their map, as an SVG of `width` by `height` pixels.
pub fn preview(study: &Study, width: u32, height: u32) -> String {
    let (width, height) = (f64::from(width), f64::from(height));
    let mut sheet = Drawing::new(width);
    sheet.rect([0.0, 0.0, width, height], PAPER);
    sheet.rect([0.0, 0.0, width, 12.0], ACCENT);
    let room = width - 2.0 * MARGIN;
    let line = |size: f64, y: f64, text: &str, fill: &str| {
        let mut line = Drawing::new(width);
        let longest = (room / (size * LETTER)) as usize;
        line.text(MARGIN, y, text, longest, Anchor::Start, fill);
        format!("<g font-size=\"{size}\">{}</g>", line.into_shapes())
    };
    let head = [
        line(28.0, 84.0, "Topic Explorer", FAINT),
        line(54.0, 152.0, &study.corpus.name, INK),
        line(28.0, 206.0, &figures(study), FAINT),
    ];
    let mut map = Drawing::new(strips::WIDTH);
    let drawn = strips::first(&mut map, study, MOST);
    // As large as fits.
    let scale = (room / strips::WIDTH).min((height - TOP - 40.0) / drawn.max(1.0));
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" font-family=\"sans-serif\">{HATCH}{}{}\
         <g font-size=\"14\" transform=\"translate({MARGIN} {TOP}) scale({scale})\">{}</g></svg>",
        sheet.into_shapes(),
        head.concat(),
        map.into_shapes(),
    )
}
