//! Lines, and what can be told of one line by looking at nothing else.

use super::signs::{COMMA, DOTTED, PIPE, Signs};
use crate::Span;

/// A line that is not blank.
///
/// A line of white space only, a no-break space included, is blank and has no `Line`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line<'t> {
    /// Without the white space around it.
    pub(super) text: &'t str,
    /// Where `text` stands in the document.
    pub(super) span: Span,
    /// Number of white-space characters before `text`.
    pub(super) indent: usize,
    /// White-space separated words; where there are no blanks, three letters are taken to be one.
    pub(super) words: usize,
    /// Whether at least one blank line stands between it and the line before; true for the first.
    pub(super) after_blank: bool,
    /// Which kinds of character it holds.
    pub(super) signs: Signs,
    closed: bool,
    question: bool,
}

/// The lines of a text that are not blank, in order.
pub(super) fn lines(text: &str) -> Vec<Line<'_>> {
    let mut found = Vec::new();
    let mut offset = 0;
    let mut after_blank = true;
    for raw in text.split_inclusive('\n') {
        let trimmed = raw.trim();
        if trimmed.is_empty() {
            after_blank = true;
        } else {
            let lead = raw.len() - raw.trim_start().len();
            let start = offset + lead;
            let signs = Signs::of(trimmed);
            found.push(Line {
                text: trimmed,
                span: Span::new(start, start + trimmed.len()),
                indent: raw.chars().take_while(|c| c.is_whitespace()).count(),
                words: signs.words,
                after_blank,
                signs,
                closed: ends_sentence(trimmed),
                question: is_question(trimmed),
            });
            after_blank = false;
        }
        offset += raw.len();
    }
    found
}

/// What closes a sentence or announces what follows: European marks, Chinese and Japanese, Indian, Arabic, Armenian.
const SENTENCE_MARKS: &[char] = &[
    '.', '!', '?', ':', ';', ',', '…', '。', '！', '？', '：', '；', '，', '、', '।', '۔', '؟',
    '،', '؛', '։',
];

impl<'t> Line<'t> {
    /// The first internet domain in it.
    pub(super) fn domain(&self) -> Option<Span> {
        if self.signs.has(DOTTED) { domain(self.text) } else { None }
    }

    /// Whether the last character that counts closes a sentence or announces what follows.
    pub(super) fn ends_sentence(&self) -> bool {
        self.closed
    }

    /// Whether it is one question: a question mark at the end and no sentence before it.
    pub(super) fn is_question(&self) -> bool {
        self.question
    }

    /// Whether it starts with a lower-case letter, as the second half of a broken sentence does.
    pub(super) fn starts_lower(&self) -> bool {
        self.text.chars().next().is_some_and(char::is_lowercase)
    }

    /// Whether it could be a heading by its own form: short, not closed like a sentence, not a list item or a label.
    pub(super) fn looks_like_heading(&self) -> bool {
        let short = match self.is_question() {
            true => self.words <= 22,
            false => self.words <= 14 && !self.ends_sentence(),
        };
        short
            && !self.starts_lower()
            && list_marker(self.text).is_none()
            && !(self.signs.has(PIPE) && self.text.contains(" | "))
            && !self.text.starts_with(['(', '[', '>', '|', '#'])
            && self.text.chars().any(char::is_alphabetic)
    }

    /// Whether most of its longer words start with a capital, the way titles are set in English.
    pub(super) fn is_title_case(&self) -> bool {
        let long: Vec<char> = self
            .text
            .split_whitespace()
            .skip(1)
            .map(|word| word.trim_start_matches(|c: char| !c.is_alphanumeric()))
            .filter(|word| word.chars().count() > 3)
            .filter_map(|word| word.chars().next())
            .filter(|c| c.is_alphabetic())
            .collect();
        let upper = long.iter().filter(|c| c.is_uppercase()).count();
        !long.is_empty() && upper * 4 >= long.len() * 3
    }

    /// Whether it could be a person's name or a member's handle: one to three words, no sentence mark, no separator.
    pub(super) fn looks_like_name(&self) -> bool {
        self.words <= 3
            && self.text.chars().count() <= 32
            && !self.ends_sentence()
            && self.text.chars().any(char::is_alphanumeric)
            && self
                .text
                .chars()
                .all(|c| c.is_alphanumeric() || matches!(c, ' ' | '_' | '.' | '-' | '\'' | '’'))
    }

    /// Whether it is two or three capitalised words of letters: a full name as bylines give it.
    pub(super) fn is_full_name(&self) -> bool {
        (2..=3).contains(&self.words)
            && self.text.split_whitespace().all(|word| {
                word.chars().next().is_some_and(char::is_uppercase)
                    && word
                        .chars()
                        .all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’' | '.'))
                    && word.chars().any(char::is_lowercase)
            })
    }
}

/// The place of the first comma with a blank behind it.
pub(super) fn comma(line: &Line<'_>) -> Option<usize> {
    if line.signs.has(COMMA) { line.text.find(", ") } else { None }
}

fn ends_sentence(text: &str) -> bool {
    last_mark(text).is_some_and(|c| SENTENCE_MARKS.contains(&c))
}

fn is_question(text: &str) -> bool {
    let Some(body) = strip_closers(text).strip_suffix(['?', '？', ';', '؟']) else {
        return false;
    };
    // A Greek question mark looks like a semicolon; only Greek text is asked that way.
    if text.ends_with(';') && !body.chars().any(|c| ('\u{370}'..='\u{3ff}').contains(&c)) {
        return false;
    }
    !body.contains(['?', '!']) && !has_inner_stop(body)
}

/// The text without closing quotation marks and brackets at its end.
pub(super) fn strip_closers(text: &str) -> &str {
    text.trim_end_matches(['"', '”', '’', '»', ')', ']', '\'', '*', '」', '』', '）'])
}

/// The last character apart from closing quotation marks and brackets.
fn last_mark(text: &str) -> Option<char> {
    strip_closers(text).chars().next_back()
}

/// Whether a full stop closes a sentence inside the text: a stop, a space, a capital, and a real word before the stop.
fn has_inner_stop(text: &str) -> bool {
    text.match_indices(". ").any(|(at, _)| {
        let before = text[..at].rsplit(|c: char| c.is_whitespace()).next().unwrap_or("");
        let after = text[at + 2..].trim_start().chars().next();
        before.chars().count() > 3 && after.is_some_and(char::is_uppercase)
    })
}

/// The marker a list item starts with.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) struct ListMarker {
    /// Whether it is a number.
    pub(super) ordered: bool,
    /// Bytes up to the item's own text.
    pub(super) len: usize,
}

/// Finds the bullet or number at the start of a line, a blank behind it.
pub(super) fn list_marker(text: &str) -> Option<ListMarker> {
    let first = text.chars().next()?;
    let (ordered, mark) =
        if matches!(first, '•' | '◦' | '▪' | '‣' | '·' | '*' | '-' | '–' | '—' | '●' | '○')
        {
            (false, first.len_utf8())
        } else {
            let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
            if digits == 0 || digits > 3 || !text[digits..].starts_with(['.', ')']) {
                return None;
            }
            (true, digits + 1)
        };
    let rest = &text[mark..];
    let item = rest.trim_start();
    // "-5" and "1.5" are numbers; a marker is followed by a blank and something else.
    (rest.len() > item.len() && !item.is_empty())
        .then(|| ListMarker { ordered, len: text.len() - item.len() })
}

/// Number of pipes that separate cells.
pub(super) fn pipes(text: &str) -> usize {
    text.bytes().filter(|b| *b == b'|').count()
}

/// Whether a line is the row of dashes under a table's header.
pub(super) fn is_table_rule(text: &str) -> bool {
    pipes(text) > 0
        && text.contains("--")
        && text.chars().all(|c| matches!(c, '-' | '|' | ':' | '+' | ' '))
}

/// The first internet domain in a line, without the dot of a sentence behind it.
pub(super) fn domain(text: &str) -> Option<Span> {
    if !text.contains('.') {
        return None;
    }
    text.split(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | ',' | '<' | '>' | '"'))
        .find_map(|word| {
            // A part of `text`, so the distance between the two is its offset.
            let at = word.as_ptr() as usize - text.as_ptr() as usize;
            domain_in(word, at)
        })
}

/// The domain a word is or starts with, `at` being where the word stands.
fn domain_in(word: &str, at: usize) -> Option<Span> {
    let scheme = word.find("://").map_or(0, |p| p + 3);
    let host = word[scheme..].split(['/', '?', '#']).next().unwrap_or("");
    let host = host.trim_end_matches(['.', '!', '?', ':', ';']);
    let (name, top) = host.rsplit_once('.')?;
    let top_level = (2..=10).contains(&top.len()) && top.bytes().all(|b| b.is_ascii_lowercase());
    let labels = name.split('.').all(|label| {
        !label.is_empty() && label.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '_')
    });
    let named = name.chars().any(char::is_alphabetic) && name.chars().count() > 2;
    (top_level && labels && named && !host.contains('@'))
        .then(|| Span::new(at + scheme, at + scheme + host.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(text: &str) -> Line<'_> {
        lines(text)[0]
    }

    #[test]
    fn blank_lines_and_no_break_spaces_separate() {
        let found = lines("a\n\u{a0}\n  b c\nd");
        assert_eq!(found.len(), 3);
        assert_eq!((found[1].text, found[1].indent, found[1].words), ("b c", 2, 2));
        assert!(found[1].after_blank && !found[2].after_blank);
        assert_eq!(found[1].span.of("a\n\u{a0}\n  b c\nd"), "b c");
    }

    #[test]
    fn questions_are_one_sentence() {
        assert!(line("Is 5.7 a good height for a 15 year old boy?").is_question());
        assert!(line("Is it “normal?”").is_question());
        assert!(!line("Upsetting? Frustrating? Confusing?").is_question());
        assert!(!line("I was there yesterday. Were you?").is_question());
        assert!(line("Did Mr. Smith cry?").is_question());
    }

    #[test]
    fn title_case_is_told_from_sentence_case() {
        assert!(line("Is Crying Unprofessional for a Therapist?").is_title_case());
        assert!(line("Do Therapists Cry During Sessions?").is_title_case());
        assert!(!line("What makes therapists cry?").is_title_case());
        assert!(!line("Is 172 cm good for a man?").is_title_case());
    }

    #[test]
    fn markers_are_followed_by_a_blank() {
        assert_eq!(list_marker("• Talk."), Some(ListMarker { ordered: false, len: 4 }));
        assert_eq!(list_marker("12) Talk."), Some(ListMarker { ordered: true, len: 4 }));
        assert_eq!(list_marker("1.5 litres"), None);
        assert_eq!(list_marker("-5 degrees"), None);
        assert_eq!(list_marker("5.7 is tall"), None);
    }

    #[test]
    fn domains_are_found_whole() {
        let of = |text: &'static str| domain(text).map(|span| span.of(text));
        assert_eq!(
            of("Report \u{a0} | \u{a0} More on hoffman-counselling.com"),
            Some("hoffman-counselling.com")
        );
        assert_eq!(of("Source: https://www.a.co.uk/x?y"), Some("www.a.co.uk"));
        assert_eq!(of("at noon. Then e.g. this"), None);
        assert_eq!(of("costs 3.50 or so"), None);
    }
}
