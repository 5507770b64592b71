//! Word boundaries.

use std::iter::FusedIterator;

use super::segments::{Segments, segments};
use super::{elision, figures, links};
use crate::Span;
use crate::language::Language;

/// What a word is, which decides how its counted form is made.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum WordKind {
    /// A word of the language.
    Word,
    /// A number, with its unit where it has one.
    Figure,
    /// An elided article, pronoun or conjunction with its apostrophe: `l'`.
    Elided,
    /// A web or mail address.
    Link,
}

/// A word as it stands.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Word {
    /// Its bytes in the text.
    pub span: Span,
    /// What it is.
    pub kind: WordKind,
}

/// The words of a text, in order: UAX #29 words that hold a letter or digit, except that addresses, figures with their
/// units and elided words are cut as the module says. Spans never overlap and always slice the text.
///
/// The text is a block: nothing is remembered of the text before it.
pub fn words(text: &str, language: Language) -> Words<'_> {
    Words {
        text,
        language,
        segments: segments(text),
        links: links::may_hold_links(text),
        done: 0,
        pending: None,
        quotes: figures::Quotes::default(),
    }
}

/// Iterator over the [`words`] of a text.
pub struct Words<'a> {
    text: &'a str,
    language: Language,
    segments: Segments<'a>,
    /// Whether there may be addresses in the text.
    links: bool,
    /// Everything before this byte belongs to words already given.
    done: usize,
    /// The second part of an elided word.
    pending: Option<Word>,
    quotes: figures::Quotes,
}

impl Words<'_> {
    fn give(&mut self, start: usize, end: usize, kind: WordKind) -> Word {
        self.done = end;
        Word { span: Span::new(start, end), kind }
    }

    /// The next word, whatever it is.
    fn general(&mut self) -> Option<Word> {
        if let Some(word) = self.pending.take() {
            return Some(word);
        }
        loop {
            let (mut start, mut segment) = self.segments.next()?;
            if start < self.done {
                // An address may end inside a word; what is left of the word is one of its own.
                segment = segment.get(self.done - start..).unwrap_or("");
                start = self.done;
                if !segment.contains(char::is_alphanumeric) {
                    continue;
                }
            }
            let end = start + segment.len();
            if segment.as_bytes()[0].is_ascii_digit() {
                let figure = figures::figure_at(self.text, start, self.done, &mut self.quotes);
                // A figure that ends inside a word is none: `1990s`, `3D`.
                if let Some(figure) = figure.filter(|figure| figure.end >= end) {
                    return Some(self.give(figure.start, figure.end, WordKind::Figure));
                }
            }
            let link = if self.links { links::link_end(self.text, start) } else { None };
            if let Some(link) = link {
                return Some(self.give(start, link, WordKind::Link));
            }
            let mut bare = segment;
            if segment.starts_with('_') || segment.ends_with('_') {
                bare = segment.trim_matches('_');
                if bare.is_empty() {
                    continue;
                }
                start += segment.len() - segment.trim_start_matches('_').len();
            }
            let end = start + bare.len();
            let Some(cut) = elision::cut(bare, self.language) else {
                return Some(self.give(start, end, WordKind::Word));
            };
            let elided = self.give(start, start + cut, WordKind::Elided);
            self.pending = Some(self.give(start + cut, end, WordKind::Word));
            return Some(elided);
        }
    }
}

impl Iterator for Words<'_> {
    type Item = Word;

    #[inline]
    fn next(&mut self) -> Option<Word> {
        let usual = !self.links && self.pending.is_none() && self.segments.at() >= self.done;
        match usual.then(|| self.segments.plain()).flatten() {
            Some((start, end)) => Some(self.give(start, end, WordKind::Word)),
            None => self.general(),
        }
    }
}

impl FusedIterator for Words<'_> {}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn surfaces(text: &str, language: Language) -> Vec<&str> {
        words(text, language).map(|word| word.span.of(text)).collect()
    }

    #[test]
    fn words_and_no_marks() {
        assert_eq!(
            surfaces("Why — do *some* _people_ cry? 😀 __ don’t… x_y", Language::English),
            ["Why", "do", "some", "people", "cry", "don’t", "x_y"]
        );
    }

    #[test]
    fn figures_keep_their_units() {
        assert_eq!(
            surfaces(
                "He is 5ft 8in (172 cm), 112.0 lb. and 64.5\" in 1990s £429.",
                Language::English
            ),
            ["He", "is", "5ft 8in", "172 cm", "112.0 lb", "and", "64.5\"", "in", "1990s", "£429"]
        );
    }

    #[test]
    fn elided_words_are_cut() {
        assert_eq!(
            surfaces("L’histoire d'aujourd'hui", Language::French),
            ["L’", "histoire", "d'", "aujourd'hui"]
        );
    }

    proptest! {
        #[test]
        fn spans_slice_the_text_in_order(text in "\\PC{0,80}|[0-9 .,'\"/£%°a-z@_\\n\u{a0}’”“½]{0,60}") {
            for language in [Language::English, Language::French, Language::Other] {
                let mut last = 0;
                for word in words(&text, language) {
                    prop_assert!(word.span.start >= last, "overlap in {text:?}");
                    prop_assert!(!word.span.of(&text).is_empty());
                    last = word.span.end;
                }
            }
        }

        #[test]
        fn every_letter_is_in_a_word(text in "[a-zA-Z0-9éß '’\"._@/:-]{0,60}") {
            let mut covered = vec![false; text.len()];
            for word in words(&text, Language::French) {
                covered[word.span.start as usize..word.span.end as usize].fill(true);
            }
            for (at, c) in text.char_indices() {
                prop_assert!(covered[at] || !c.is_alphanumeric(), "{c} at {at} of {text:?}");
            }
        }
    }
}
