//! The map of topics laid out as circles with names beside them that touch nothing.

use engine::explore::TopicMap;
use engine::separate::TopicId;

/// Width of the drawing, in its own unit: a pixel where it has all the room it wants.
pub const WIDTH: f64 = 520.0;
/// Heights it has at the least and at the most.
const HEIGHTS: (f64, f64) = (220.0, 520.0);
/// Part of the drawing that all circles together cover, if none had to be smaller.
const COVERED: f64 = 0.12;
const LARGEST: f64 = 58.0;
/// A circle of a few words is still a dot.
const SMALLEST: f64 = 2.5;
/// Room around the circles, for names above and below.
const MARGIN: f64 = 22.0;
const GAP: f64 = 4.0;
/// Size of the names and how wide one of their letters is at the most, on the average of a name.
const LETTER: f64 = 7.2;
const LINE: f64 = 17.0;
/// Longest name, in letters.
const LONGEST: usize = 26;

/// A topic as a circle.
#[derive(Clone, Debug, PartialEq)]
pub struct Circle {
    /// The topic.
    pub topic: TopicId,
    /// Its middle, from the left.
    pub x: f64,
    /// Its middle, from the top.
    pub y: f64,
    /// The area stands for its words.
    pub radius: f64,
    /// Its name, where there is room for one.
    pub label: Option<Label>,
}

/// A name beside a circle.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// The name, cut where it is long; empty where there is room for the number only.
    pub text: String,
    /// Where its line begins.
    pub x: f64,
    /// The middle of its line.
    pub y: f64,
    /// How wide it is at the most.
    pub width: f64,
}

/// The circles, the largest first, and how high the drawing is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Chart {
    /// The circles.
    pub circles: Vec<Circle>,
    /// Height in the unit of [`WIDTH`].
    pub height: f64,
}

/// Lays out a map; `names` are those of the topics by number.
pub fn chart(map: &TopicMap, names: &[String]) -> Chart {
    let words: f64 = map.points.iter().map(|point| f64::from(point.words)).sum();
    let most = map.points.iter().map(|point| point.words).max().unwrap_or(0);
    let area = WIDTH * WIDTH * COVERED / words.max(1.0);
    let free = (area * f64::from(most) / std::f64::consts::PI).sqrt();
    let scale = if free > LARGEST { LARGEST / free } else { 1.0 };
    let radius = |words: u32| {
        ((area * f64::from(words) / std::f64::consts::PI).sqrt() * scale).max(SMALLEST)
    };
    let pad = radius(most) + MARGIN;
    let (side, range) = (WIDTH - 2.0 * pad, spread(map));
    let height = ((range.1 - range.0) * side + 2.0 * pad).clamp(HEIGHTS.0, HEIGHTS.1);
    let middle = (range.0 + range.1) / 2.0;
    let mut circles: Vec<Circle> = map
        .points
        .iter()
        .map(|point| Circle {
            topic: point.topic,
            x: pad + point.x * side,
            y: height / 2.0 + (point.y - middle) * side,
            radius: radius(point.words),
            label: None,
        })
        .collect();
    // The large ones beneath, so that none hides another.
    circles.sort_by(|one, other| other.radius.total_cmp(&one.radius));
    for index in 0..circles.len() {
        let name = names.get(circles[index].topic as usize).map_or("", String::as_str);
        let label = label(&circles, index, name, height);
        circles[index].label = label;
    }
    Chart { circles, height }
}

/// The lowest and highest place across the widest axis.
fn spread(map: &TopicMap) -> (f64, f64) {
    let ends = map
        .points
        .iter()
        .fold((1.0_f64, 0.0_f64), |(low, high), point| (low.min(point.y), high.max(point.y)));
    if ends.0 <= ends.1 { ends } else { (0.5, 0.5) }
}

/// A place for a name that touches neither another name nor a circle: the whole name, or else the number alone.
fn label(circles: &[Circle], index: usize, name: &str, height: f64) -> Option<Label> {
    let circle = &circles[index];
    let digits = (circle.topic + 1).to_string().len();
    for text in [cut(name), String::new()] {
        let letters = digits + if text.is_empty() { 0 } else { 1 + text.chars().count() };
        let width = letters as f64 * LETTER;
        let (right, left) = (circle.radius + GAP, -circle.radius - GAP - width);
        let (above, below) = (-circle.radius - LINE / 2.0, circle.radius + LINE / 2.0);
        let centred = -width / 2.0;
        let places = [
            (right, 0.0),
            (left, 0.0),
            (centred, below),
            (centred, above),
            (0.0, below),
            (-width, below),
            (0.0, above),
            (-width, above),
        ];
        for (x, y) in places {
            let label = Label { text: text.clone(), x: circle.x + x, y: circle.y + y, width };
            if is_free(&label, circles, index, height) {
                return Some(label);
            }
        }
    }
    None
}

fn is_free(label: &Label, circles: &[Circle], own: usize, height: f64) -> bool {
    let (right, top, bottom) = (label.x + label.width, label.y - LINE / 2.0, label.y + LINE / 2.0);
    if label.x < 0.0 || right > WIDTH || top < 0.0 || bottom > height {
        return false;
    }
    circles.iter().enumerate().all(|(index, circle)| {
        let (x, y) = (circle.x.clamp(label.x, right), circle.y.clamp(top, bottom));
        let (dx, dy) = (circle.x - x, circle.y - y);
        let apart = index == own || dx * dx + dy * dy >= circle.radius * circle.radius;
        let names_apart = circle.label.as_ref().is_none_or(|other| {
            label.x >= other.x + other.width
                || right <= other.x
                || (label.y - other.y).abs() >= LINE
        });
        apart && names_apart
    })
}

/// A name cut to a length that stands beside a circle.
fn cut(name: &str) -> String {
    if name.chars().count() <= LONGEST {
        return name.to_owned();
    }
    let start: String = name.chars().take(LONGEST - 1).collect();
    let whole = start.rfind(' ').filter(|at| *at > 0).unwrap_or(start.len());
    format!("{}…", start[..whole].trim_end_matches(|c: char| !c.is_alphanumeric()))
}

/// A place or length of the drawing as SVG takes it, with one digit after the point.
pub fn unit(number: f64) -> String {
    let scaled = (number.abs() * 10.0).round() as u32;
    let sign = if number < 0.0 && scaled > 0 { "-" } else { "" };
    format!("{sign}{}.{}", scaled / 10, scaled % 10)
}
