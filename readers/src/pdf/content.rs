//! What a page shows: its letters, and where they stand.
//!
//! The operators are those of ISO 32000-1, chapters 8 and 9. Nothing is drawn, so colours, paths and pictures are passed over.

use hayro_syntax::content::TypedIter;
use hayro_syntax::content::ops::TypedInstruction;
use hayro_syntax::object::dict::keys::{
    ACTUAL_TEXT, CONTENTS, FORM, IMAGE, MATRIX, RESOURCES, SUBTYPE,
};
use hayro_syntax::object::{Array, Dict, Name, Object, Stream, String as Text};
use hayro_syntax::page::{Page, Resources};

use super::fonts::{Fonts, readable};
use super::guard::Budget;
use super::title::characters;
use crate::Reason;

/// How deep a form may stand in forms, and a saved state under others.
const DEEPEST: usize = 24;
const SAVED: usize = 256;
/// Bytes of the longest text that letters are read as instead of what they are.
const MARKED: usize = 64;

/// A letter, or what one code of a font stands for, on a page.
#[derive(Clone, Copy, Debug)]
pub(super) struct Letter {
    /// Where its characters stand in [`Letters::text`].
    pub(super) start: u32,
    pub(super) end: u32,
    /// From where to where it goes along its line, and how high the line is above others.
    pub(super) x0: f32,
    pub(super) x1: f32,
    pub(super) y: f32,
    /// Height of its font.
    pub(super) size: f32,
    /// The way its line goes, as a vector of length 1: `(1, 0)` to the right.
    pub(super) way: (f32, f32),
    pub(super) bold: bool,
}

/// The letters of a page, in the order they are written in.
#[derive(Debug, Default)]
pub(super) struct Letters {
    pub(super) text: String,
    pub(super) all: Vec<Letter>,
    /// Shapes of which nothing says what characters they are.
    pub(super) unknown: usize,
    /// Pictures that are shown.
    pub(super) pictures: usize,
}

impl Letters {
    pub(super) fn text(&self, letter: &Letter) -> &str {
        &self.text[letter.start as usize..letter.end as usize]
    }
}

/// Reads the letters of a page.
pub(super) fn letters(
    page: &Page<'_>,
    fonts: &mut Fonts,
    budget: &mut Budget,
) -> Result<Letters, Reason> {
    let mut content = Vec::new();
    for stream in contents(page.raw()) {
        if let Some(bytes) = budget.unpack(&stream)? {
            content.extend_from_slice(&bytes);
            content.push(b'\n');
        }
    }
    let mut walk = Walk { fonts, budget, found: Letters::default(), instead: None };
    walk.run(&content, page.resources(), State::default(), 0)?;
    Ok(walk.found)
}

/// The streams of a page, one or a list of them.
fn contents<'a>(page: &Dict<'a>) -> impl Iterator<Item = Stream<'a>> {
    let one = page.get::<Stream<'_>>(CONTENTS);
    let list = page.get::<Array<'_>>(CONTENTS).unwrap_or_default();
    one.into_iter().chain(list.iter::<Object<'_>>().filter_map(Object::into_stream))
}

/// What marked letters are to be read as, where it is said of no more than some of them.
fn instead(properties: &Object<'_>, resources: &Resources<'_>) -> Option<String> {
    let own = |marked: &Dict<'_>| {
        let text = characters(&marked.get::<Text<'_>>(ACTUAL_TEXT)?);
        (text.len() <= MARKED).then(|| readable(&text).as_deref().unwrap_or_default().to_owned())
    };
    match properties {
        Object::Dict(marked) => own(marked),
        Object::Name(name) => own(&resources.properties.get::<Dict<'_>>(name)?),
        _ => None,
    }
}

type Matrix = [f64; 6];

const IDENTITY: Matrix = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];

/// What `first` and then `then` does.
fn both(first: Matrix, then: Matrix) -> Matrix {
    let [a, b, c, d, e, f] = first;
    let [g, h, i, j, k, l] = then;
    [
        a * g + b * i,
        a * h + b * j,
        c * g + d * i,
        c * h + d * j,
        e * g + f * i + k,
        e * h + f * j + l,
    ]
}

/// What is set while a page is read.
#[derive(Clone, Copy, Debug)]
struct State {
    page: Matrix,
    font: Option<usize>,
    size: f64,
    between_letters: f64,
    between_words: f64,
    scale: f64,
    leading: f64,
    rise: f64,
}

impl Default for State {
    fn default() -> Self {
        Self {
            page: IDENTITY,
            font: None,
            size: 0.0,
            between_letters: 0.0,
            between_words: 0.0,
            scale: 1.0,
            leading: 0.0,
            rise: 0.0,
        }
    }
}

struct Walk<'w> {
    fonts: &'w mut Fonts,
    budget: &'w mut Budget,
    found: Letters,
    /// What the letters at hand are to be read as, and whether it was taken.
    instead: Option<(String, bool)>,
}

impl Walk<'_> {
    fn run(
        &mut self,
        content: &[u8],
        resources: &Resources<'_>,
        mut state: State,
        depth: usize,
    ) -> Result<(), Reason> {
        use TypedInstruction as Do;
        let (mut saved, mut marks) = (Vec::new(), Vec::new());
        let (mut line, mut here) = (IDENTITY, IDENTITY);
        let mut steps = TypedIter::new(content);
        while let Some(step) = steps.next() {
            let next = |line: &mut Matrix, x: f64, y: f64| {
                *line = both([1.0, 0.0, 0.0, 1.0, x, y], *line);
                *line
            };
            match step {
                Do::SaveState(_) if saved.len() < SAVED => saved.push(state),
                Do::RestoreState(_) => state = saved.pop().unwrap_or(state),
                Do::Transform(it) => {
                    let matrix = [it.0, it.1, it.2, it.3, it.4, it.5].map(|one| one.as_f64());
                    state.page = both(matrix, state.page);
                }
                Do::BeginText(_) => (line, here) = (IDENTITY, IDENTITY),
                Do::TextFont(it) => {
                    state.size = it.1.as_f64();
                    state.font = match resources.get_font(it.0) {
                        Some(font) => Some(self.fonts.find(&font, self.budget)?),
                        None => None,
                    };
                }
                Do::CharacterSpacing(it) => state.between_letters = it.0.as_f64(),
                Do::WordSpacing(it) => state.between_words = it.0.as_f64(),
                Do::HorizontalScaling(it) => state.scale = it.0.as_f64() / 100.0,
                Do::TextLeading(it) => state.leading = it.0.as_f64(),
                Do::TextRise(it) => state.rise = it.0.as_f64(),
                Do::NextLine(it) => here = next(&mut line, it.0.as_f64(), it.1.as_f64()),
                Do::NextLineAndSetLeading(it) => {
                    state.leading = -it.1.as_f64();
                    here = next(&mut line, it.0.as_f64(), it.1.as_f64());
                }
                Do::NextLineUsingLeading(_) => here = next(&mut line, 0.0, -state.leading),
                Do::SetTextMatrix(it) => {
                    line = [it.0, it.1, it.2, it.3, it.4, it.5].map(|one| one.as_f64());
                    here = line;
                }
                Do::ShowText(it) => self.show(it.0, &state, &mut here)?,
                Do::NextLineAndShowText(it) => {
                    here = next(&mut line, 0.0, -state.leading);
                    self.show(it.0, &state, &mut here)?;
                }
                Do::ShowTextWithParameters(it) => {
                    state.between_words = it.0.as_f64();
                    state.between_letters = it.1.as_f64();
                    here = next(&mut line, 0.0, -state.leading);
                    self.show(it.2, &state, &mut here)?;
                }
                Do::ShowTexts(it) => {
                    for item in it.0.iter::<Object<'_>>() {
                        match item {
                            Object::String(text) => self.show(&text, &state, &mut here)?,
                            Object::Number(back) => {
                                let x = -back.as_f64() / 1000.0 * state.size * state.scale;
                                here = both([1.0, 0.0, 0.0, 1.0, x, 0.0], here);
                            }
                            _ => {}
                        }
                    }
                }
                Do::XObject(it) => self.form(it.0, resources, state, depth)?,
                Do::InlineImage(_) => self.found.pictures += 1,
                Do::BeginMarkedContentWithProperties(it) => {
                    let text = instead(it.1, resources).filter(|_| self.instead.is_none());
                    marks.push(text.is_some());
                    self.instead = text.map(|text| (text, false)).or(self.instead.take());
                }
                Do::BeginMarkedContent(_) => marks.push(false),
                Do::EndMarkedContent(_) => {
                    let ends = marks.pop() == Some(true);
                    self.instead = self.instead.take().filter(|_| !ends);
                }
                _ => {}
            }
        }
        Ok(())
    }

    /// Reads a form: content that can be shown in many places.
    fn form(
        &mut self,
        name: &Name<'_>,
        resources: &Resources<'_>,
        mut state: State,
        depth: usize,
    ) -> Result<(), Reason> {
        let Some(form) = resources.get_x_object(name).filter(|_| depth < DEEPEST) else {
            return Ok(());
        };
        let dictionary = form.dict();
        let kind = dictionary.get::<Name<'_>>(SUBTYPE);
        let is = |wanted: &[u8]| kind.as_deref().is_some_and(|kind| kind == wanted);
        self.found.pictures += usize::from(is(IMAGE));
        if !is(FORM) {
            return Ok(());
        }
        let Some(content) = self.budget.unpack(&form)? else { return Ok(()) };
        if let Some(matrix) = dictionary.get::<[f64; 6]>(MATRIX) {
            state.page = both(matrix, state.page);
        }
        let own = dictionary.get::<Dict<'_>>(RESOURCES).map(Resources::new);
        self.run(&content, own.as_ref().unwrap_or(resources), state, depth + 1)
    }

    /// Takes the letters of a text.
    fn show(&mut self, text: &Text<'_>, state: &State, here: &mut Matrix) -> Result<(), Reason> {
        let Some(face) = state.font.and_then(|font| self.fonts.face(font)) else { return Ok(()) };
        let bytes = text.as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            let (code, length, meant) = face.next(bytes, at);
            at += length.max(1);
            let blank = if length == 1 && code == 32 { state.between_words } else { 0.0 };
            let along = meant.advance * state.size + state.between_letters;
            let matrix = both(*here, state.page);
            *here = both([1.0, 0.0, 0.0, 1.0, (along + blank) * state.scale, 0.0], *here);
            let along = along * state.scale;
            match (&mut self.instead, &meant.text) {
                (Some((text, taken)), _) => {
                    let text = if std::mem::replace(taken, true) { "" } else { text.as_str() };
                    self.budget.spend(text.len())?;
                    self.found.put(text, matrix, state, along, face.bold);
                }
                (None, Some(text)) => {
                    self.budget.spend(text.len())?;
                    self.found.put(text, matrix, state, along, face.bold);
                }
                (None, None) => self.found.unknown += 1,
            }
        }
        Ok(())
    }
}

impl Letters {
    /// Puts a letter where a matrix says, so far along its line. Without a character it makes the one before it wider.
    fn put(&mut self, text: &str, matrix: Matrix, state: &State, along: f64, bold: bool) {
        let [a, b, c, d, e, f] = matrix;
        // Square roots are the same everywhere, sines are not.
        let (length, height) = ((a * a + b * b).sqrt(), (c * c + d * d).sqrt());
        let (x, y) = (c * state.rise + e, d * state.rise + f);
        let way = (a / length, b / length);
        let (start, end) = (x * way.0 + y * way.1, y * way.0 - x * way.1);
        let size = (height * state.size).abs();
        let numbers = [start, end, along * length, size, way.0, way.1];
        // Nobody sees a letter of no size, or one miles away.
        if size < 0.1 || !numbers.iter().all(|number| number.abs() < 1e6) {
            return;
        }
        let (at, other) = (start as f32, (start + along * length) as f32);
        if text.is_empty() {
            if let Some(last) = self.all.last_mut() {
                last.x1 = last.x1.max(at.max(other));
            }
            return;
        }
        let begin = self.text.len() as u32;
        self.text.push_str(text);
        self.all.push(Letter {
            start: begin,
            end: self.text.len() as u32,
            x0: at.min(other),
            x1: at.max(other),
            y: end as f32,
            size: size as f32,
            way: (way.0 as f32, way.1 as f32),
            bold,
        });
    }
}
