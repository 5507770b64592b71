//! Dates and times: what a line says when it says nothing but when.

/// Month and day names, and words like today, of the languages whose dates are known: folded, without dots, in order.
#[rustfmt::skip]
const DATE_WORDS: &[&str] = &[
    "abril", "agosto", "am", "août", "apr", "april", "aprile", "aug", "august", "augusti", "augustus", "avr",
    "avril", "ayer", "dec", "december", "desember", "dez", "dezember", "dezembro", "dicembre", "diciembre",
    "dienstag", "dimanche", "domenica", "domingo", "donderdag", "donnerstag", "décembre", "enero", "feb",
    "febbraio", "febrero", "februar", "februari", "february", "fevereiro", "freitag", "fri", "friday", "février",
    "gennaio", "gestern", "giovedì", "giugno", "heute", "hier", "hoje", "hoy", "ieri", "jan", "janeiro", "januar",
    "januari", "january", "janvier", "jeudi", "jueves", "juillet", "juin", "jul", "julho", "juli", "julio", "july",
    "jun", "june", "junho", "juni", "junio", "luglio", "lundi", "lunedì", "lunes", "maandag", "maart", "maggio",
    "mai", "maio", "maj", "mar", "march", "mardi", "mars", "martedì", "martes", "marts", "marzo", "março", "may",
    "mayo", "mei", "mercoledì", "mercredi", "mittwoch", "miércoles", "mon", "monday", "montag", "märz", "nov",
    "november", "novembre", "novembro", "noviembre", "oct", "october", "octobre", "octubre", "oggi", "okt", "oktober",
    "ontem", "ottobre", "outubro", "pm", "samedi", "samstag", "sat", "saturday", "sep", "sept", "september",
    "septembre", "septiembre", "setembro", "settembre", "sonntag", "sun", "sunday", "sábado", "thu",
    "thursday", "today", "tue", "tuesday", "vendredi", "venerdì", "viernes", "wed", "wednesday", "yesterday",
    "zaterdag", "zondag",
];

/// Day and month names cut short that are common words too: dates only where a line says nothing else.
#[rustfmt::skip]
const SHORT: &[&str] = &[
    "so", "mo", "di", "mi", "do", "fr", "sa", "lun", "mié", "mie", "jue", "vie", "sáb", "sab", "dom", "seg", "ter",
    "qua", "qui", "sex", "ma", "wo", "vr", "za", "zo", "man", "tir", "ons", "tor", "tors", "fre", "lør", "lör", "søn",
    "sön", "tis", "mån", "mer", "jeu", "ven", "sam", "dim", "gio", "fév", "juil", "déc", "ago", "dic", "gen", "mag",
    "giu", "lug", "ott", "out", "set", "abr", "ene", "thur", "thurs", "tues", "wednes", "mandag", "tirsdag", "onsdag",
    "torsdag", "fredag", "lørdag", "søndag", "måndag", "tisdag", "lördag", "söndag", "dinsdag", "woensdag", "vrijdag",
    "segunda", "terça", "quarta", "quinta", "sexta",
];

/// Small words between the parts of a date.
const BETWEEN: &[&str] = &[
    "at", "um", "uhr", "à", "a", "às", "le", "el", "il", "den", "kl", "de", "del", "of", "on",
    "op", "om", "alle", "ore", "h", "the", "am",
];

/// Whether a folded word without marks around it names a day, a month or a day like today.
pub(super) fn is_date_word(word: &str) -> bool {
    let slot = slot(word.as_bytes());
    FILTER[slot / 64] >> (slot % 64) & 1 == 1 && DATE_WORDS.binary_search(&word).is_ok()
}

/// Which slots the date words have: hardly any other word has one of them, and need not be looked for.
const FILTER: [u64; 16] = {
    let mut filter = [0; 16];
    let mut at = 0;
    while at < DATE_WORDS.len() {
        let slot = slot(DATE_WORDS[at].as_bytes());
        filter[slot / 64] |= 1 << (slot % 64);
        at += 1;
    }
    filter
};

/// A number below 1024 from a word's length and first bytes.
const fn slot(word: &[u8]) -> usize {
    match word {
        [a, b, c, ..] => {
            (*a as usize * 37 + *b as usize * 101 + *c as usize * 11 + word.len() * 331) % 1024
        }
        // Every date word has two letters at least.
        [a, b] => (*a as usize * 37 + *b as usize * 101) % 1024,
        _ => 0,
    }
}

/// What a line that only says when says.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) struct Stamp {
    /// Whether it names a day.
    pub(super) date: bool,
    /// Whether it names a time of day.
    pub(super) clock: bool,
}

/// Reads a line of nothing but a date, a time or both.
pub(super) fn stamp(text: &str) -> Option<Stamp> {
    if text.len() > 60 || !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let (mut named, mut number) = (false, false);
    let mut found = Stamp { date: false, clock: false };
    let cut =
        |c: char| c.is_whitespace() || matches!(c, ',' | '·' | '|' | '–' | '—' | '(' | ')' | '»');
    for word in text.split(cut) {
        let word = super::fold(word.trim_matches('.'));
        let listed = |list: &[&str]| list.contains(&word.as_str());
        if word.is_empty() || listed(BETWEEN) {
            continue;
        }
        // Names have no digits, and everything else that stands in a date has some.
        if !word.bytes().any(|byte| byte.is_ascii_digit() || byte == b'#') {
            if is_date_word(&word) || listed(SHORT) {
                named = true;
                continue;
            }
            return None;
        }
        let shape = super::mask::mask(&word);
        match shape.as_str() {
            "#:#" | "#:#:#" | "#h#" | "#h" | "#:#am" | "#:#pm" | "#am" | "#pm" => {
                found.clock = true;
            }
            "#/#" | "#/#/#" | "#-#-#" => found.date = true,
            // "21.02.24" is masked as one number.
            "#" if word.matches('.').count() == 2 => found.date = true,
            "#" | "#st" | "#nd" | "#rd" | "#th" | "#er" | "#º" | "#." if word.len() <= 6 => {
                number = true;
            }
            _ => return None,
        }
    }
    found.date |= named && (number || found.clock);
    (found.date || found.clock).then_some(found)
}

/// Whether it says how long ago: a number and a word like "ago", and little else.
pub(super) fn is_ago(text: &str) -> bool {
    if !text.bytes().any(|byte| byte.is_ascii_digit() || byte == b'#') {
        return false;
    }
    // Whole words: "sedano" has nothing to do with "sedan".
    let plain = |c: char| if c.is_alphanumeric() || c == '#' { c } else { ' ' };
    let shape: String = super::mask(text).chars().map(plain).collect();
    let shape = format!(" {shape} ");
    let says = |word: &str| {
        shape
            .match_indices(word)
            .any(|(at, _)| shape[..at].ends_with(' ') && shape[at + word.len()..].starts_with(' '))
    };
    text.split_whitespace().count() <= 9
        && shape.contains('#')
        && super::phrases::AGO_WORDS.iter().any(|word| says(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn date_words_are_in_order() {
        assert!(DATE_WORDS.is_sorted());
    }

    #[test]
    fn times_ago_are_whole_words() {
        assert!(is_ago("3 weeks ago ★★★★★") && is_ago("vor 3 Stunden") && is_ago("il y a 2 jours"));
        assert!(!is_ago("1 costa di sedano, 1 spicchio") && !is_ago("ages ago"));
    }

    #[test]
    fn dates_and_times_in_several_languages() {
        let both = Some(Stamp { date: true, clock: true });
        for text in [
            "14 Jan, 22:41",
            "So 7. Jul, 20:14",
            "Ter, 4 mar, 21:17",
            "Mié 13 mar, 08:03",
            "le 9 mai à 20 h 14",
            "Mar 4, 2022 · 21:12",
            "11/07 à 18:22",
            "lør 3. mai kl. 09:15",
        ] {
            let found = stamp(text);
            assert!(found.is_some_and(|stamp| stamp.date), "{text}");
            assert!(found == both || text.contains(" h "), "{text}");
        }
        assert_eq!(stamp("Saturday 22 February"), Some(Stamp { date: true, clock: false }));
        assert_eq!(stamp("21.02.24"), Some(Stamp { date: true, clock: false }));
        assert_eq!(stamp("00:52"), Some(Stamp { date: false, clock: true }));
        for text in [
            "May I?",
            "12",
            "3.50",
            "Market 12:30",
            "Jan 13: 14 pairs",
            "2–4",
            "March",
            "Sun and rain",
        ] {
            assert_eq!(stamp(text), None, "{text}");
        }
    }
}
