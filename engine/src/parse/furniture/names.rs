//! Names of posters: what can be one, and lines that put a name beside a time.

use super::dates::{is_ago, is_date_word, stamp};

/// Whether a text could be a poster's name: up to four words of letters and handle characters, perhaps with a bracket
/// behind that says who they are.
pub(super) fn is_poster(text: &str) -> bool {
    let text = match text.split_once(" (") {
        Some((name, role)) if role.ends_with(')') && !role.contains(' ') => name,
        _ => text,
    };
    let words = || text.split_whitespace();
    // Only an initial or a title ends in a stop.
    let stops = |word: &str| word.ends_with('.') && word.chars().count() > 4;
    let joins = |c: char| matches!(c, ' ' | '_' | '.' | '-' | '\'' | '’' | '&' | '@');
    (1..=4).contains(&words().take(5).count())
        && text.chars().count() <= 32
        && text.chars().any(char::is_alphabetic)
        && text.chars().all(|c| c.is_alphanumeric() || joins(c))
        && !words().any(stops)
        && !words().next().is_some_and(|first| is_date_word(&super::fold(first)))
}

/// Whether a poster's name has a form that titles have not: one word, digits or joints in it, or initials.
pub(super) fn is_handle(text: &str) -> bool {
    let one = !text.contains(' ');
    one && (text.starts_with(char::is_lowercase)
        || text.chars().any(|c| c.is_ascii_digit() || matches!(c, '_' | '.' | '-'))
        || text.chars().skip(1).any(char::is_uppercase) && text.chars().any(char::is_lowercase))
        || text.split_whitespace().last().is_some_and(|last| {
            last.trim_end_matches('.').chars().count() == 1 && last.starts_with(char::is_uppercase)
        })
}

/// The name in a line of a name and a time: "ann_b · 4 Mar, 21:12", "Ben, 3 days ago", with other facts beside them.
pub(super) fn in_header(text: &str) -> Option<&str> {
    let end = name_end(text)?;
    let (name, rest) = (&text[..end], &text[end..]);
    // In prose what stands before the first comma is seldom like a name, and seldom a number behind it.
    if !rest.bytes().any(|byte| byte.is_ascii_digit() || byte == b'#') || !is_poster(name) {
        return None;
    }
    let rest = rest.trim_start_matches(|c: char| !c.is_alphanumeric());
    let mut facts = rest
        .split(['|', '·', '•', '—', '»'])
        .flat_map(|fact| fact.split("  "))
        .map(str::trim)
        .filter(|fact| !fact.is_empty())
        .peekable();
    let when = |fact: &str| stamp(fact).is_some() || is_ago(fact);
    let timed = when(rest) || rest.split_whitespace().count() <= 14 && facts.any(when);
    timed.then_some(name)
}

/// Where the first mark stands that may part a name from what follows: a comma and a blank, two blanks, or a dash, dot or
/// bar between blanks.
fn name_end(text: &str) -> Option<usize> {
    let between = ["— ", "– ", "· ", "• ", "| ", " ", "» ", "- "];
    text.bytes().enumerate().position(|(at, byte)| match byte {
        b',' => text[at + 1..].starts_with(' '),
        b' ' => between.iter().any(|mark| text[at + 1..].starts_with(mark)),
        _ => false,
    })
}

/// Words that say that somebody said something, in the languages of the phrase lists.
#[rustfmt::skip]
const SAID: &[&str] = &[
    "wrote", "said", "says", "writes", "schrieb", "schreibt", "sagt", "sagte", "écrit", "dit", "escribió", "dijo", "dice",
    "scritto", "scrive", "escreveu", "disse", "diz", "skrev", "skriver", "sier", "schreef", "schrijft", "zei", "zegt",
];
/// What introduces a quotation before the name.
const QUOTING: &[&str] = &[
    "quote from ",
    "originally posted by ",
    "zitat von ",
    "citation de ",
    "cita de ",
    "citazione di ",
    "citação de ",
    "sitat fra ",
    "citat från ",
    "citaat van ",
    "citat fra ",
];

/// The name in a line that only says whose words follow: "ann_b wrote:", "Zitat von Ben:".
pub(super) fn in_saying(text: &str) -> Option<&str> {
    let body = text.trim_end_matches(['↑', '↗', '⬆', ' ']);
    let said = body.strip_suffix(':').map(str::trim_end).or((body != text).then_some(body))?;
    let folded = super::fold(said);
    if let Some(phrase) = QUOTING.iter().find(|phrase| folded.starts_with(**phrase)) {
        return said.get(phrase.len()..).filter(|name| is_poster(name));
    }
    let (name, verb) = said.rsplit_once(' ')?;
    // "a écrit", "ha scritto", "hat geschrieben": the helping verb goes with the other.
    let name =
        [" a", " ha", " hat"].iter().find_map(|help| name.strip_suffix(help)).unwrap_or(name);
    let known = SAID.contains(&super::fold(verb).as_str());
    let capital = |word: &str| word.starts_with(char::is_uppercase);
    let named = is_handle(name) || name.split_whitespace().all(capital);
    (known && named && is_poster(name)).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_what_is_none() {
        for name in [
            "ann_b",
            "Mrs T. Abara",
            "Nuala at the Bridge",
            "Annushka (author)",
            "Sefton R.",
            "DerekHM",
        ] {
            assert!(is_poster(name), "{name}");
        }
        for not in ["Powder coat.", "So, what now", "1998", "March wind", "A line of five words"] {
            assert!(!is_poster(not), "{not}");
        }
        assert!(
            is_handle("ann_b")
                && is_handle("Sefton R.")
                && is_handle("DerekHM")
                && is_handle("kilukru")
        );
        assert!(!is_handle("Open Day") && !is_handle("Results"));
    }

    #[test]
    fn names_beside_times() {
        for (text, name) in [
            ("ann_b  —  03 Nov 2023, 03:11   Posts: 6,240", "ann_b"),
            ("ben  |  Member since 2020  |  Sun 28 Jan, 11:52", "ben"),
            ("Rémi C. (auteur) – le 25/09", "Rémi C. (auteur)"),
            ("Uferweg-Ulli, vor 3 Stunden", "Uferweg-Ulli"),
            ("Mags Tolliver · Mar 5, 2022 · 08:15", "Mags Tolliver"),
        ] {
            assert_eq!(in_header(text), Some(name));
        }
        assert_eq!(in_header("Saturday, 3 March"), None);
        assert_eq!(in_header("Ann, who came at 10:15, said so"), None);
    }

    #[test]
    fn names_of_whose_words_follow() {
        assert_eq!(in_saying("ann_b wrote:"), Some("ann_b"));
        assert_eq!(in_saying("halfpedal said: ↑"), Some("halfpedal"));
        assert_eq!(in_saying("Marguerite V. says:"), Some("Marguerite V."));
        assert_eq!(in_saying("Zitat von Karin:"), Some("Karin"));
        assert_eq!(in_saying("Jean a écrit :"), Some("Jean"));
        assert_eq!(in_saying("The old doctor then said:"), None);
        assert_eq!(in_saying("What you need:"), None);
    }
}
