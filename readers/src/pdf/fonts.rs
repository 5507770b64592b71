//! Fonts: which characters the codes of a text stand for, and how far each goes. What their letters look like is nothing to a
//! reader of text, so none of what draws them is read.

use std::collections::BTreeMap;
use std::rc::Rc;

use hayro_cmap::{BfString, CMap};
use hayro_syntax::object::dict::keys::{
    BASE_ENCODING, BASE_FONT, DESCENDANT_FONTS, DIFFERENCES, DW, ENCODING, FIRST_CHAR, FONT_DESC,
    FONT_FILE, FONT_MATRIX, MISSING_WIDTH, SUBTYPE, TO_UNICODE, TYPE0, TYPE3, W, WIDTHS,
};
use hayro_syntax::object::{Array, Dict, Name, Object, ObjectIdentifier, Stream};

use super::glyphs::{Names, Table, drawn, usual_width};
use super::guard::Budget;
use crate::Reason;

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
pub(super) struct Face {
    /// What the document says the characters of its codes are.
    map: Option<CMap>,
    kind: Kind,
    pub(super) bold: bool,
    known: BTreeMap<u32, Code>,
}

enum Kind {
    /// A byte a code: the characters of each where no map has them, and how far it goes.
    Simple { characters: Vec<String>, advances: Vec<f64> },
    /// Codes of several bytes, which stand for numbers.
    Composite { numbers: Box<CMap>, is_unicode: bool, widths: Widths },
}

impl Face {
    /// The next code of a text: its number, how many bytes it has, what it means.
    pub(super) fn next(&mut self, bytes: &[u8], at: usize) -> (u32, usize, Code) {
        let (code, length) = self.kind.read(&bytes[at..]);
        if let Some(known) = self.known.get(&code) {
            return (code, length, known.clone());
        }
        let mapped = self.map.as_ref().and_then(|map| map.lookup_bf_string(code));
        let mapped = mapped.map(|text| match text {
            BfString::Char(c) => c.to_string(),
            BfString::String(text) => text,
        });
        // Some maps have a zero for what they do not know.
        let mapped = mapped.filter(|text| text != "\0");
        let (own, advance) = match &self.kind {
            Kind::Simple { characters, advances } => {
                let at = code as usize & 0xff;
                (characters.get(at).cloned(), advances.get(at).copied())
            }
            Kind::Composite { numbers, is_unicode, widths } => {
                let number = (1..=4).find_map(|length| numbers.lookup_cid_code(code, length));
                let own = is_unicode.then(|| char::from_u32(code)).flatten().map(String::from);
                (own, Some(widths.of(number.unwrap_or(0))))
            }
        };
        let text = mapped.or(own).as_deref().and_then(readable);
        let known = Code { text, advance: advance.unwrap_or(0.0) };
        self.known.insert(code, known.clone());
        (code, length, known)
    }
}

impl Kind {
    /// The first code of some bytes, of which there is one at least, and how many it has.
    fn read(&self, bytes: &[u8]) -> (u32, usize) {
        let Self::Composite { numbers, .. } = self else { return (bytes[0].into(), 1) };
        let mut code = 0;
        for (byte, length) in bytes.iter().zip(1..=4) {
            code = code << 8 | u32::from(*byte);
            if numbers.lookup_cid_code(code, length).is_some() {
                return (code, length.into());
            }
        }
        (0, bytes.len().min(2))
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

/// The widths of a composite font, as they are given: by number, or one for many in a row.
#[derive(Debug, Default)]
struct Widths {
    single: BTreeMap<u32, f64>,
    ranges: Vec<(u32, u32, f64)>,
    usual: f64,
}

impl Widths {
    fn new(font: &Dict<'_>) -> Self {
        let usual = font.get::<f64>(DW).unwrap_or(1000.0);
        let mut widths = Self { usual, ..Self::default() };
        let mut numbers: Vec<f64> = Vec::new();
        for item in font.get::<Array<'_>>(W).unwrap_or_default().iter::<Object<'_>>() {
            match (item, numbers.as_slice()) {
                (Object::Array(list), [first]) => {
                    let all = (*first as u32..).zip(list.iter::<f64>());
                    widths.single.extend(all);
                    numbers.clear();
                }
                (Object::Number(width), [first, last]) => {
                    widths.ranges.push((*first as u32, *last as u32, width.as_f64()));
                    numbers.clear();
                }
                (Object::Number(number), _) => numbers.push(number.as_f64()),
                _ => numbers.clear(),
            }
        }
        widths
    }

    /// In sizes of the font.
    fn of(&self, number: u32) -> f64 {
        let range =
            || self.ranges.iter().find(|(first, last, _)| (*first..=*last).contains(&number));
        let width = self.single.get(&number).copied().or_else(|| range().map(|(.., width)| *width));
        width.unwrap_or(self.usual) / 1000.0
    }
}

/// The fonts of a document.
pub(super) struct Fonts {
    names: Names,
    known: BTreeMap<ObjectIdentifier, usize>,
    faces: Vec<Face>,
}

impl Fonts {
    pub(super) fn new() -> Self {
        Self { names: Names::new(), known: BTreeMap::new(), faces: Vec::new() }
    }

    /// The number of the font that a dictionary describes.
    pub(super) fn find(&mut self, font: &Dict<'_>, budget: &mut Budget) -> Result<usize, Reason> {
        if let Some(known) = font.obj_id().and_then(|id| self.known.get(&id)) {
            return Ok(*known);
        }
        let name = font.get::<Name<'_>>(BASE_FONT);
        let name = name.map(|name| name.as_str().to_ascii_lowercase()).unwrap_or_default();
        let map = match font.get::<Stream<'_>>(TO_UNICODE) {
            Some(stream) => budget.unpack(&stream)?.and_then(|map| CMap::parse(&map, |_| None)),
            None => None,
        };
        let is_composite = font.get::<Name<'_>>(SUBTYPE).is_some_and(|kind| *kind == *TYPE0);
        let kind = match is_composite {
            true => composite(font, budget)?,
            false => self.simple(font, &name, budget)?,
        };
        let bold = HEAVY.iter().any(|word| name.contains(word));
        let number = self.faces.len();
        self.faces.push(Face { map, kind, bold, known: BTreeMap::new() });
        if let Some(id) = font.obj_id() {
            self.known.insert(id, number);
        }
        Ok(number)
    }

    pub(super) fn face(&mut self, number: usize) -> Option<&mut Face> {
        self.faces.get_mut(number)
    }

    fn simple(&self, font: &Dict<'_>, name: &str, budget: &mut Budget) -> Result<Kind, Reason> {
        let descriptor = font.get::<Dict<'_>>(FONT_DESC).unwrap_or_default();
        let encoding = font.get::<Dict<'_>>(ENCODING);
        let table = match &encoding {
            Some(encoding) => encoding.get::<Name<'_>>(BASE_ENCODING),
            None => font.get::<Name<'_>>(ENCODING),
        };
        let table = table.as_ref().and_then(|table| table_of(table.as_str()));
        let mut own = BTreeMap::new();
        if table.is_none()
            && let Some(program) = descriptor.get::<Stream<'_>>(FONT_FILE)
            && let Some(program) = budget.unpack(&program)?
        {
            own = built_in(&program);
        }
        let differences = encoding.and_then(|one| one.get::<Array<'_>>(DIFFERENCES));
        let mut code = 0_i64;
        for item in differences.unwrap_or_default().iter::<Object<'_>>() {
            match item {
                Object::Number(number) => code = number.as_i64(),
                Object::Name(name) => {
                    if let Ok(code) = u8::try_from(code) {
                        own.insert(code, name.as_str().to_owned());
                    }
                    code = code.saturating_add(1);
                }
                _ => {}
            }
        }
        let table = table.unwrap_or(usual_table(name));
        let is_drawn = is_drawn(font);
        let characters = (0..=u8::MAX).map(|code| match own.get(&code) {
            Some(name) if is_drawn => {
                drawn(name, code).unwrap_or_else(|| self.names.characters(name))
            }
            Some(name) => self.names.characters(name),
            None => table.character(code).map(String::from).unwrap_or_default(),
        });
        Ok(Kind::Simple {
            characters: characters.collect(),
            advances: advances(font, &descriptor, name),
        })
    }
}

fn composite(font: &Dict<'_>, budget: &mut Budget) -> Result<Kind, Reason> {
    let below = font.get::<Array<'_>>(DESCENDANT_FONTS);
    let below = below.and_then(|all| all.iter::<Dict<'_>>().next()).unwrap_or_default();
    let name = font.get::<Name<'_>>(ENCODING);
    let name = name.as_ref().map(Name::as_str).unwrap_or_default();
    // Codes of UTF-16 say themselves what they are; other tables of East Asian letters are not known here.
    let is_unicode = name.starts_with("Uni") && (name.contains("UCS2") || name.contains("UTF16"));
    let numbers = match font.get::<Stream<'_>>(ENCODING) {
        Some(stream) => budget.unpack(&stream)?.and_then(|map| CMap::parse(&map, |_| None)),
        None => None,
    };
    let numbers = Box::new(numbers.unwrap_or_else(CMap::identity_h));
    Ok(Kind::Composite { numbers, is_unicode, widths: Widths::new(&below) })
}

fn table_of(name: &str) -> Option<Table> {
    match name {
        "WinAnsiEncoding" => Some(Table::Windows),
        "MacRomanEncoding" => Some(Table::Mac),
        "StandardEncoding" => Some(Table::Standard),
        _ => None,
    }
}

/// The table of a font of this name that says nothing of its own.
fn usual_table(name: &str) -> Table {
    if name.contains("dingbats") || name.contains("wingdings") {
        Table::None
    } else if name.ends_with("symbol") || name.ends_with("symbolmt") {
        Table::Symbol
    } else {
        Table::Standard
    }
}

/// The names of its letters that a font of the first kind has in itself: `dup 65 /A put`, in the part that is text.
fn built_in(program: &[u8]) -> BTreeMap<u8, String> {
    let text: String = program.iter().map(|byte| char::from(*byte)).collect();
    let end = text.find("eexec").unwrap_or(text.len());
    let Some(start) = text[..end].find("/Encoding") else { return BTreeMap::new() };
    let mut found = BTreeMap::new();
    let spaced = text[start..end].replace('/', " /");
    let mut words = spaced.split_ascii_whitespace().peekable();
    while let Some(word) = words.next() {
        if word != "dup" {
            continue;
        }
        if let (Some(Ok(code)), Some(name)) = (words.next().map(str::parse::<u8>), words.peek())
            && let Some(name) = name.strip_prefix('/')
        {
            found.insert(code, name.to_owned());
        }
    }
    found
}

/// Whether a font's letters are content of their own, as those made of dots are.
fn is_drawn(font: &Dict<'_>) -> bool {
    font.get::<Name<'_>>(SUBTYPE).is_some_and(|kind| *kind == *TYPE3)
}

/// How far each code of a simple font goes, in sizes of the font.
fn advances(font: &Dict<'_>, descriptor: &Dict<'_>, name: &str) -> Vec<f64> {
    let matrix = font.get::<[f64; 6]>(FONT_MATRIX).filter(|_| is_drawn(font));
    let unit = matrix.map_or(0.001, |[width, ..]| width);
    let first = font.get::<f64>(FIRST_CHAR).unwrap_or(0.0) as usize;
    let missing = descriptor.get::<f64>(MISSING_WIDTH);
    let mut advances = match font.contains_key(WIDTHS) {
        true => vec![missing.unwrap_or(0.0) * unit; 256],
        false => (0..=u8::MAX).map(|code| usual_width(name, code) * unit).collect(),
    };
    let widths = font.get::<Array<'_>>(WIDTHS).unwrap_or_default();
    for (place, width) in advances.iter_mut().skip(first).zip(widths.iter::<f64>()) {
        *place = width * unit;
    }
    advances
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

    #[test]
    fn fonts_of_the_first_kind_name_their_letters() {
        let program = b"%!PS-AdobeFont-1.0: CMR10\n/Encoding 256 array\n0 1 255 {1 index exch /.notdef put} for\n\
                        dup 11 /ff put\ndup 65/A put\nreadonly def\ncurrentfile eexec dup 66 /B put";
        let found: Vec<(u8, String)> = built_in(program).into_iter().collect();
        assert_eq!(found, [(11, "ff".to_owned()), (65, "A".to_owned())]);
    }
}
