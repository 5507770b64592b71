//! What fonts say of their letters where they do not say it in Unicode: names of letters, and tables of 256 codes.
//!
//! Names are those of the Adobe Glyph List; those of letters with an accent are put together of the two, as its names are.

use std::collections::BTreeMap;

use crate::encoding::WINDOWS;

/// Accents by name, the letters that have them, and what comes of each.
const ACCENTS: [(&str, &str, &str); 15] = [
    ("acute", "ACEILNORSUWYZaceilnorsuwyz", "ÁĆÉÍĹŃÓŔŚÚẂÝŹáćéíĺńóŕśúẃýź"),
    ("breve", "AEGIOUaegiou", "ĂĔĞĬŎŬăĕğĭŏŭ"),
    ("caron", "CDEGLNRSTZcdeglnrstz", "ČĎĚǦĽŇŘŠŤŽčďěǧľňřšťž"),
    ("cedilla", "CSTcst", "ÇŞŢçşţ"),
    ("circumflex", "ACEGHIJOSUWYaceghijosuwy", "ÂĈÊĜĤÎĴÔŜÛŴŶâĉêĝĥîĵôŝûŵŷ"),
    ("commaaccent", "GKLNRSTgklnrst", "ĢĶĻŅŖȘȚģķļņŗșț"),
    ("dieresis", "AEIOUWYaeiouwy", "ÄËÏÖÜẄŸäëïöüẅÿ"),
    ("dotaccent", "CEGIZcegz", "ĊĖĠİŻċėġż"),
    ("grave", "AEIOUWYaeiouwy", "ÀÈÌÒÙẀỲàèìòùẁỳ"),
    ("hungarumlaut", "OUou", "ŐŰőű"),
    ("macron", "AEIOUaeiou", "ĀĒĪŌŪāēīōū"),
    ("ogonek", "AEIUaeiu", "ĄĘĮŲąęįų"),
    ("ring", "AUau", "ÅŮåů"),
    ("slash", "LOlo", "ŁØłø"),
    ("tilde", "AINOUainou", "ÃĨÑÕŨãĩñõũ"),
];

/// The accents by themselves, as some typesetters put them over letters.
const ALONE: [(char, &str); 12] = [
    ('´', "acute"),
    ('˘', "breve"),
    ('ˇ', "caron"),
    ('¸', "cedilla"),
    ('ˆ', "circumflex"),
    ('¨', "dieresis"),
    ('˙', "dotaccent"),
    ('`', "grave"),
    ('˝', "hungarumlaut"),
    ('¯', "macron"),
    ('˚', "ring"),
    ('˜', "tilde"),
];

/// A letter and the accent over it, as one letter.
pub(super) fn accented(accent: &str, letter: &str) -> Option<char> {
    let (_, name) = ALONE.iter().find(|(alone, _)| accent.chars().eq([*alone]))?;
    let letter = match letter {
        "ı" => "i",
        "ȷ" => "j",
        letter => letter,
    };
    let (_, letters, found) = ACCENTS.iter().find(|(accent, ..)| accent == name)?;
    found.chars().nth(letters.find(letter)?)
}

/// The characters of a name that says nothing but its code, as fonts drawn dot by dot have them, which TeX makes: in its own
/// order of letters, which below 128 and above 191 is nearly that of Unicode.
pub(super) fn drawn(name: &str, code: u8) -> Option<String> {
    if name.strip_prefix('a')?.parse() != Ok(code) {
        return None;
    }
    let one = match code {
        27 => "ff",
        28 => "fi",
        29 => "fl",
        30 => "ffi",
        31 => "ffl",
        0x60 => "‘",
        0x27 => "’",
        0xd7 => "Œ",
        0xdf => "SS",
        0xf7 => "œ",
        0xff => "ß",
        0x21..0x7f | 0xc0.. => return Some(char::from(code).into()),
        _ => return None,
    };
    Some(one.to_owned())
}

/// Other names, each before its character.
const NAMES: &str = "exclam ! quotedbl \" numbersign # dollar $ percent % ampersand & quotesingle ' parenleft ( \
parenright ) asterisk * plus + comma , hyphen - sfthyphen - period . slash / zero 0 one 1 two 2 three 3 four 4 five 5 \
six 6 seven 7 eight 8 nine 9 colon : semicolon ; less < equal = greater > question ? at @ bracketleft [ backslash \\ \
bracketright ] asciicircum ^ underscore _ grave ` braceleft { bar | braceright } asciitilde ~ exclamdown ¡ cent ¢ \
sterling £ currency ¤ yen ¥ brokenbar ¦ section § dieresis ¨ copyright © ordfeminine ª guillemotleft « logicalnot ¬ \
registered ® macron ¯ degree ° plusminus ± acute ´ mu µ paragraph ¶ periodcentered · cedilla ¸ ordmasculine º \
guillemotright » onequarter ¼ onehalf ½ threequarters ¾ questiondown ¿ AE Æ Eth Ð multiply × Thorn Þ germandbls ß ae æ \
eth ð divide ÷ thorn þ Dcroat Đ dcroat đ Hbar Ħ hbar ħ dotlessi ı dotlessj ȷ IJ Ĳ ij ĳ Ldot Ŀ ldot ŀ napostrophe ŉ \
Eng Ŋ eng ŋ OE Œ oe œ Tbar Ŧ tbar ŧ longs ſ florin ƒ Ohorn Ơ ohorn ơ Uhorn Ư uhorn ư Alphatonos Ά anoteleia · \
Epsilontonos Έ Etatonos Ή Iotatonos Ί Omicrontonos Ό Upsilontonos Ύ Omegatonos Ώ iotadieresistonos ΐ Alpha Α Beta Β \
Gamma Γ Delta Δ Epsilon Ε Zeta Ζ Eta Η Theta Θ Iota Ι Kappa Κ Lambda Λ Mu Μ Nu Ν Xi Ξ Omicron Ο Pi Π Rho Ρ Sigma Σ \
Tau Τ Upsilon Υ Phi Φ Chi Χ Psi Ψ Omega Ω Iotadieresis Ϊ Upsilondieresis Ϋ alphatonos ά epsilontonos έ etatonos ή \
iotatonos ί upsilondieresistonos ΰ alpha α beta β gamma γ delta δ epsilon ε epsilon1 ε zeta ζ eta η theta θ iota ι \
kappa κ lambda λ nu ν xi ξ omicron ο pi π rho ρ sigma1 ς sigma σ tau τ upsilon υ phi φ chi χ psi ψ omega ω \
iotadieresis ϊ upsilondieresis ϋ omicrontonos ό upsilontonos ύ omegatonos ώ theta1 ϑ Upsilon1 ϒ phi1 ϕ omega1 ϖ \
figuredash ‒ endash – emdash — quoteleft ‘ quoteright ’ quotesinglbase ‚ quotedblleft “ quotedblright ” quotedblbase „ \
dagger † daggerdbl ‡ bullet • ellipsis … perthousand ‰ minute ′ second ″ guilsinglleft ‹ guilsinglright › fraction ⁄ \
Euro € trademark ™ estimated ℮ onethird ⅓ twothirds ⅔ arrowleft ← arrowup ↑ arrowright → arrowdown ↓ partialdiff ∂ \
element ∈ product ∏ summation ∑ minus − radical √ infinity ∞ intersection ∩ union ∪ integral ∫ similar ∼ approxequal ≈ \
notequal ≠ lessequal ≤ greaterequal ≥ ff ff fi fi fl fl ffi ffi ffl ffl afii61352 №";

/// Cyrillic letters in the order their names are numbered in, and the numbers they begin at.
const CYRILLIC: [(u32, &str); 2] = [
    (10017, "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯҐЂЃЄЅІЇЈЉЊЋЌЎ"),
    (10065, "абвгдеёжзийклмнопрстуфхцчшщъыьэюяґђѓєѕіїјљњћќў"),
];

/// Characters 0x80 to 0xff of the tables that annex D of ISO 32000-1 has for Latin letters; a blank where there is none.
const MAC: &str = "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»… ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄¤‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ";
const STANDARD: &str = "                                 ¡¢£⁄¥ƒ§¤'“«‹›ﬁﬂ –†‡· ¶•‚„”»…‰ ¿ `´ˆ˜¯˘˙¨ ˚¸ ˝˛ˇ—                Æ ª    ŁØŒº     æ   ı  łøœß";
/// Characters 0x20 to 0xfe of the font Symbol.
const SYMBOL: &str = " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_ αβχδεφγηιϕκλµνοπθρστυϖωξψζ{|}∼                                 €ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…  ↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇   ∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈   ∑           〉∫⌠ ⌡";

/// What the codes of a font are where nothing else is said of them.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Table {
    Standard,
    Windows,
    Mac,
    Symbol,
    /// Nothing that letters have.
    None,
}

impl Table {
    /// The character of a code.
    pub(super) fn character(self, code: u8) -> Option<char> {
        let upper = |table: &str| table.chars().nth(usize::from(code) - 0x80);
        let found = match (self, code) {
            (Self::None, _) | (_, 0..0x20 | 0x7f) => None,
            (Self::Symbol, _) => SYMBOL.chars().nth(usize::from(code) - 0x20),
            (Self::Standard, b'\'') => Some('’'),
            (Self::Standard, b'`') => Some('‘'),
            (_, 0x20..0x7f) => Some(char::from(code)),
            (Self::Standard, _) => upper(STANDARD),
            (Self::Mac, _) => upper(MAC),
            (Self::Windows, 0x80..0xa0) => Some(WINDOWS[usize::from(code) - 0x80]),
            (Self::Windows, 0xad) => Some('-'),
            (Self::Windows, _) => Some(char::from(code)),
        };
        found.filter(|c| *c != ' ' || code == b' ')
    }
}

/// Names of letters.
#[derive(Debug)]
pub(super) struct Names {
    known: BTreeMap<&'static str, &'static str>,
}

impl Names {
    pub(super) fn new() -> Self {
        let mut known = BTreeMap::from([("space", " "), ("nbspace", " "), ("visiblespace", " ")]);
        let mut words = NAMES.split_ascii_whitespace();
        while let (Some(name), Some(text)) = (words.next(), words.next()) {
            known.insert(name, text);
        }
        Self { known }
    }

    /// The characters of a name; empty where it is the name of none.
    pub(super) fn characters(&self, name: &str) -> String {
        // What stands behind a point tells two shapes of one letter apart.
        let name = name.split('.').next().unwrap_or_default();
        name.split('_').filter_map(|part| self.part(part)).collect()
    }

    fn part(&self, name: &str) -> Option<String> {
        if let (1, Some(letter)) = (name.len(), name.chars().next()) {
            return letter.is_ascii_alphabetic().then(|| letter.into());
        }
        if let Some(text) = self.known.get(name) {
            return Some((*text).to_owned());
        }
        let number = |digits: &str| {
            u32::from_str_radix(digits, 16).ok().and_then(char::from_u32).map(String::from)
        };
        let accented = |(accent, letters, found): &(&str, &str, &str)| {
            let letter = name.strip_suffix(accent).filter(|letter| letter.len() == 1)?;
            found.chars().nth(letters.find(letter)?).map(String::from)
        };
        let cyrillic = |(first, letters): &(u32, &str)| {
            let number = name.strip_prefix("afii")?.parse::<u32>().ok()?;
            letters.chars().nth(number.checked_sub(*first)? as usize).map(String::from)
        };
        ACCENTS
            .iter()
            .find_map(accented)
            .or_else(|| CYRILLIC.iter().find_map(cyrillic))
            .or_else(|| name.strip_prefix("uni").filter(|it| it.len() == 4).and_then(number))
            .or_else(|| {
                name.strip_prefix('u').filter(|it| (4..=6).contains(&it.len())).and_then(number)
            })
    }
}

/// Widths of the characters 0x20 to 0x7e in thousandths of the size of two fonts that documents need not hold.
const HELVETICA: [u16; 95] = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556,
    556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667,
    611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667,
    667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500,
    222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];
const TIMES: [u16; 95] = [
    250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500,
    500, 500, 500, 500, 500, 500, 500, 278, 278, 564, 564, 564, 444, 921, 722, 667, 667, 722, 611,
    556, 722, 722, 333, 389, 722, 611, 889, 722, 722, 556, 722, 667, 556, 611, 722, 722, 944, 722,
    722, 611, 333, 278, 333, 469, 500, 333, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500,
    278, 778, 500, 500, 500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541,
];

/// How wide a letter is in a font of this name that a document does not hold, in thousandths of its size. Heavier and slanted
/// ones are about as wide, and so are others.
pub(super) fn usual_width(font: &str, code: u8) -> f64 {
    if font.contains("courier") || font.contains("mono") {
        return 600.0;
    }
    let table = if font.contains("times") { &TIMES } else { &HELVETICA };
    let width = usize::from(code).checked_sub(0x20).and_then(|at| table.get(at));
    width.map_or(500.0, |width| f64::from(*width))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_characters() {
        let names = Names::new();
        for (name, want) in [
            ("A", "A"),
            ("eacute", "é"),
            ("Scommaaccent", "Ș"),
            ("quotedblleft", "“"),
            ("f_f_i", "ffi"),
            ("ffi", "ffi"),
            ("a.alt", "a"),
            ("uni00E9", "é"),
            ("u1F600", "😀"),
            ("afii10071", "ё"),
            ("afii10055", "І"),
            ("omega", "ω"),
            ("space", " "),
            ("g23", ""),
            (".notdef", ""),
            ("C12", ""),
        ] {
            assert_eq!(names.characters(name), want, "{name}");
        }
    }

    #[test]
    fn accents_and_letters_are_one() {
        assert_eq!(accented("¨", "u"), Some('ü'));
        assert_eq!(accented("¨", "ı"), Some('ï'));
        assert_eq!(accented("¨", "x"), None);
        assert_eq!(accented("x", "u"), None);
    }

    #[test]
    fn letters_drawn_dot_by_dot_are_known_by_their_codes() {
        let found = [("a65", 65), ("a30", 30), ("a228", 228), ("a66", 65), ("g65", 65)];
        let found = found.map(|(name, code)| drawn(name, code));
        assert_eq!(
            found.each_ref().map(Option::as_deref),
            [Some("A"), Some("ffi"), Some("ä"), None, None]
        );
    }

    #[test]
    fn tables_have_their_characters() {
        let at = |table: Table, code: u8| table.character(code).unwrap_or('?');
        assert_eq!([at(Table::Standard, b'\''), at(Table::Standard, 0xae)], ['’', 'ﬁ']);
        assert_eq!([at(Table::Standard, 0xfb), at(Table::Standard, 0xe1)], ['ß', 'Æ']);
        assert_eq!([at(Table::Windows, 0x95), at(Table::Windows, 0xe9)], ['•', 'é']);
        assert_eq!(
            [at(Table::Mac, 0x8e), at(Table::Mac, 0xd5), at(Table::Mac, 0xff)],
            ['é', '’', 'ˇ']
        );
        assert_eq!([at(Table::Symbol, 0x61), at(Table::Symbol, 0xb7)], ['α', '•']);
        assert_eq!(
            [at(Table::Symbol, 0xd5), at(Table::Symbol, 0xe5), at(Table::Symbol, 0xf2)],
            ['∏', '∑', '∫']
        );
        assert_eq!(Table::Windows.character(3), None);
    }
}
