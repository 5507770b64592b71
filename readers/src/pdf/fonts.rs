//! Fonts: which characters the codes of a text stand for, and how far each goes.

use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;

use hayro_font::hayro_cmap::BfString;
use hayro_font::{CMapResolverFn, Font, FontCache, FontGlyph, FontResolverFn, GlyphId};
use hayro_syntax::object::dict::keys::{
    BASE_FONT, CID_TO_GID_MAP, DESCENDANT_FONTS, ENCODING, FONT_DESC, FONT_FILE, FONT_FILE2,
    FONT_FILE3, TO_UNICODE,
};
use hayro_syntax::object::{Array, Dict, Name, ObjectIdentifier, Stream};

use super::guard::{Budget, are_widths_sound};
use crate::Reason;

/// A font without a glyph. In place of those that a document names and does not hold: what their letters look like is nothing
/// to a reader of text, and how wide they are stands in the document or is known.
const NO_GLYPHS: [u8; 12] = [0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];

/// Words in the names of fonts that are heavier than others.
const HEAVY: [&str; 4] = ["bold", "black", "heavy", "demi"];

/// What a code means.
#[derive(Clone, Debug)]
pub(super) struct Code {
    /// Its characters; `None` where nothing says which.
    pub(super) text: Option<Rc<str>>,
    /// How far the next one is, in sizes of the font.
    pub(super) advance: f64,
}

/// A font in use.
pub(super) struct Face<'a> {
    font: Font<'a>,
    pub(super) bold: bool,
    known: BTreeMap<u32, Code>,
}

impl Face<'_> {
    /// The next code of a text: its number, how many bytes it has, what it means.
    pub(super) fn next(&mut self, bytes: &[u8], at: usize) -> (u32, usize, Code) {
        let (code, length) = self.font.read_code(bytes, at);
        if let Some(known) = self.known.get(&code) {
            return (code, length, known.clone());
        }
        let text = match self.font.glyph(GlyphId::NOTDEF, code) {
            FontGlyph::Outline(glyph) => glyph.as_unicode(),
            FontGlyph::Type3(glyph) => glyph.as_unicode(),
        };
        let text = text.and_then(|text| match text {
            BfString::Char(c) => readable(c.encode_utf8(&mut [0; 4])),
            BfString::String(text) => readable(&text),
        });
        let advance = self.font.code_advance(code);
        // Lines that go down are no lines to the rest of this reader; what it needs is that their letters follow each other.
        let along = if self.font.is_horizontal() { advance.x } else { -advance.y };
        let known = Code { text, advance: along / 1000.0 };
        self.known.insert(code, known.clone());
        (code, length, known)
    }
}

/// Characters as they are counted: ligatures as their letters, every blank as one, and none of those that fonts have for
/// themselves.
pub(super) fn readable(text: &str) -> Option<Rc<str>> {
    let mut found = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            'ﬀ' => found.push_str("ff"),
            'ﬁ' => found.push_str("fi"),
            'ﬂ' => found.push_str("fl"),
            'ﬃ' => found.push_str("ffi"),
            'ﬄ' => found.push_str("ffl"),
            'ﬅ' | 'ﬆ' => found.push_str("st"),
            // Bullets as word processors take them from fonts of symbols.
            '\u{f0a7}' | '\u{f0b7}' => found.push('•'),
            '\u{fffd}' | '\u{e000}'..='\u{f8ff}' | '\u{f0000}'.. => {}
            _ if c.is_whitespace() => found.push(' '),
            _ if c.is_control() => {}
            _ => found.push(c),
        }
    }
    (!found.is_empty()).then(|| found.into())
}

/// The fonts of a document.
pub(super) struct Fonts<'a> {
    cache: FontCache<'a>,
    fonts: FontResolverFn,
    maps: CMapResolverFn,
    known: BTreeMap<ObjectIdentifier, Option<usize>>,
    faces: Vec<Face<'a>>,
}

impl<'a> Fonts<'a> {
    pub(super) fn new() -> Self {
        Self {
            cache: FontCache::new(),
            fonts: Arc::new(|_| Some((Arc::new(NO_GLYPHS), 0))),
            // Of Chinese, Japanese and Korean without a map of their own: none is read.
            maps: Arc::new(|_| None),
            known: BTreeMap::new(),
            faces: Vec::new(),
        }
    }

    /// The number of the font that a dictionary describes; `None` where it describes none.
    pub(super) fn find(
        &mut self,
        font: &Dict<'a>,
        budget: &mut Budget,
    ) -> Result<Option<usize>, Reason> {
        if let Some(known) = font.obj_id().and_then(|id| self.known.get(&id)) {
            return Ok(*known);
        }
        let sound = is_sound(font, budget)?;
        let loaded = match sound {
            true => self.cache.font(font, &self.fonts, &self.maps),
            false => None,
        };
        let number = loaded.map(|loaded| {
            let name = font.get::<Name<'_>>(BASE_FONT);
            let name = name.map(|name| name.as_str().to_ascii_lowercase());
            let bold = name.is_some_and(|name| HEAVY.iter().any(|word| name.contains(word)));
            self.faces.push(Face { font: loaded, bold, known: BTreeMap::new() });
            self.faces.len() - 1
        });
        if let Some(id) = font.obj_id() {
            self.known.insert(id, number);
        }
        Ok(number)
    }

    pub(super) fn face(&mut self, number: usize) -> Option<&mut Face<'a>> {
        self.faces.get_mut(number)
    }
}

/// Whether all that the library takes from a font's dictionary is of a size that it may have.
fn is_sound(font: &Dict<'_>, budget: &mut Budget) -> Result<bool, Reason> {
    let below =
        font.get::<Array<'_>>(DESCENDANT_FONTS).and_then(|all| all.iter::<Dict<'_>>().next());
    let mut streams = Vec::new();
    for one in [Some(font), below.as_ref()].into_iter().flatten() {
        if !are_widths_sound(one) {
            return Ok(false);
        }
        let maps = [TO_UNICODE, ENCODING, CID_TO_GID_MAP];
        streams.extend(maps.into_iter().filter_map(|key| one.get::<Stream<'_>>(key)));
        if let Some(descriptor) = one.get::<Dict<'_>>(FONT_DESC) {
            let files = [FONT_FILE, FONT_FILE2, FONT_FILE3];
            streams.extend(files.into_iter().filter_map(|key| descriptor.get::<Stream<'_>>(key)));
        }
    }
    for stream in streams {
        if budget.unpack(&stream)?.is_none() {
            return Ok(false);
        }
    }
    Ok(true)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_as_they_are_counted() {
        let read = |text: &str| readable(text).as_deref().map(str::to_owned);
        assert_eq!(read("ﬃ").as_deref(), Some("ffi"));
        assert_eq!(read("\u{a0}").as_deref(), Some(" "));
        assert_eq!(read("\u{f0b7}").as_deref(), Some("•"));
        assert_eq!(read("\u{e001}"), None);
        assert_eq!(read("\0"), None);
        assert_eq!(read("é").as_deref(), Some("é"));
    }
}
