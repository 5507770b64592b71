//! A drawing as an SVG file that needs nothing else: no style sheet, no font, no script.

use super::origin::Origin;
use super::palette::{FAINT, INK, PAPER};
use super::plain::plain;

/// Room around everything, in pixels.
pub(super) const MARGIN: f64 = 24.0;
/// The height of the title.
const HEAD: f64 = 40.0;
/// The height of a line under the drawing.
const FOOT: f64 = 18.0;

/// The pattern of what is left out.
pub(super) const HATCH: &str = "<defs><pattern id=\"hatch\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><rect width=\"2\" height=\"5\" fill=\"#fbd9cc\"/></pattern></defs>";

/// Which side of its point a text stands on.
#[derive(Clone, Copy)]
pub(super) enum Anchor {
    Start,
    End,
}

/// Shapes on a sheet whose origin is below the title.
pub(super) struct Drawing {
    width: f64,
    body: String,
}

impl Drawing {
    pub(super) fn new(width: f64) -> Self {
        Self { width, body: String::new() }
    }

    /// A box.
    pub(super) fn rect(&mut self, [x, y, width, height]: [f64; 4], fill: &str) {
        self.shape("rect", &[("x", x), ("y", y), ("width", width), ("height", height)], fill);
    }

    /// A box of what is left out: its colour under the hatching of the page.
    pub(super) fn hatched(&mut self, at: [f64; 4], fill: &str) {
        self.rect(at, fill);
        self.rect(at, "url(#hatch)");
    }

    /// A disc.
    pub(super) fn disc(&mut self, [x, y, radius]: [f64; 3], fill: &str) {
        self.shape("circle", &[("cx", x), ("cy", y), ("r", radius)], fill);
    }

    fn shape(&mut self, name: &str, numbers: &[(&str, f64)], fill: &str) {
        self.body.push_str("\n<");
        self.body.push_str(name);
        for (key, value) in numbers {
            self.attribute(key, &plain(*value).unwrap_or_default());
        }
        self.attribute("fill", fill);
        self.body.push_str("/>");
    }

    /// A line of text, cut where it would be longer than so many characters.
    pub(super) fn text(
        &mut self,
        x: f64,
        y: f64,
        text: &str,
        longest: usize,
        anchor: Anchor,
        fill: &str,
    ) {
        let mut shown: String = text.chars().take(longest).collect();
        if text.chars().count() > longest {
            shown.pop();
            shown.push('…');
        }
        self.body.push_str("\n<text");
        self.attribute("x", &plain(x).unwrap_or_default());
        self.attribute("y", &plain(y).unwrap_or_default());
        let anchor = match anchor {
            Anchor::Start => "start",
            Anchor::End => "end",
        };
        self.attribute("text-anchor", anchor);
        self.attribute("fill", fill);
        self.body.push('>');
        escape(&shown, &mut self.body);
        self.body.push_str("</text>");
    }

    fn attribute(&mut self, key: &str, value: &str) {
        self.body.push(' ');
        self.body.push_str(key);
        self.body.push_str("=\"");
        escape(value, &mut self.body);
        self.body.push('"');
    }

    /// The shapes alone, as SVG elements.
    #[cfg(feature = "ssr")]
    pub(super) fn into_shapes(self) -> String {
        self.body
    }

    /// The file: the shapes under a title, and beneath them a caption and where it all comes from.
    pub(super) fn finish(self, height: f64, title: &str, caption: &str, origin: &Origin) -> String {
        let whole = height + HEAD + 2.0 * FOOT + 2.0 * MARGIN;
        let (wide, high) = (self.width + 2.0 * MARGIN, whole);
        let mut sheet = Self::new(wide);
        sheet.rect([0.0, 0.0, wide, high], PAPER);
        let mut title_line = Self::new(wide);
        title_line.text(MARGIN, MARGIN + 16.0, title, 100, Anchor::Start, INK);
        let mut foot = Self::new(wide);
        let base = MARGIN + HEAD + height + FOOT;
        foot.text(MARGIN, base, caption, 160, Anchor::Start, FAINT);
        foot.text(MARGIN, base + FOOT, &origin.line(), 160, Anchor::Start, FAINT);
        let [wide, high, left, top] =
            [wide, high, MARGIN, MARGIN + HEAD].map(|number| plain(number).unwrap_or_default());
        let mut out = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{wide}\" height=\"{high}\" viewBox=\"0 0 {wide} {high}\" \
             font-family=\"system-ui, sans-serif\" font-size=\"13\" role=\"img\">\n<title>"
        );
        escape(title, &mut out);
        out.push_str("</title>\n<desc>");
        for (name, value) in &origin.facts {
            escape(&format!("{name}: {value}\n"), &mut out);
        }
        out.push_str("</desc>\n");
        out.push_str(HATCH);
        out.push_str(&sheet.body);
        out.push_str("\n<g font-size=\"18\" font-weight=\"600\">");
        out.push_str(&title_line.body);
        out.push_str("</g>");
        out.push_str(&format!("\n<g transform=\"translate({left} {top})\">"));
        out.push_str(&self.body);
        out.push_str("\n</g>\n<g font-size=\"11\">");
        out.push_str(&foot.body);
        out.push_str("</g>\n</svg>\n");
        out
    }
}

/// Adds text that stays text. Characters that XML cannot hold are left out.
fn escape(text: &str, out: &mut String) {
    for one in text.chars() {
        match one {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' | '\t' => out.push(' '),
            '\u{fffe}' | '\u{ffff}' => {}
            one if one.is_control() => {}
            one => out.push(one),
        }
    }
}
