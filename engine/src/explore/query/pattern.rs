//! Words and phrases to look for in the text.

use std::ops::Range;

use super::word::{Spoken, Word, languages, stand_at};
use super::{LONGEST_QUERY, MOST_WORDS};
use crate::count::{Counts, DocumentTokens, TermId, Token};
use crate::language::Language;
use crate::parse::Document;
use crate::{Corpus, Span};

/// Words and phrases, any of which is looked for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pattern {
    sequences: Vec<Sequence>,
}

/// Words that follow each other.
#[derive(Clone, Debug, PartialEq)]
struct Sequence {
    /// In documents of this language only; `None` for all.
    language: Option<Language>,
    words: Vec<Word>,
}

/// A place where a pattern stands.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Hit {
    /// Index of the block in the document; a hit never leaves its block.
    pub block: u32,
    /// Its first token, as an index into [`DocumentTokens`].
    pub first: u32,
    /// One past its last token.
    pub end: u32,
}

impl Hit {
    /// Its tokens, as indexes into [`DocumentTokens`].
    pub fn tokens(self) -> Range<usize> {
        self.first as usize..self.end as usize
    }

    /// Its bytes in the text of the document.
    pub fn span(self, counted: &DocumentTokens) -> Span {
        let mut tokens = counted.between(self.tokens());
        let first = tokens.next().map(Token::span).unwrap_or_default();
        Span { end: tokens.last().map_or(first.end, |last| last.span().end), ..first }
    }
}

impl Pattern {
    /// Every form of one term.
    pub fn of_term(term: TermId) -> Self {
        let word = Word { term: Some(term), ..Word::default() };
        Self { sequences: vec![Sequence { language: None, words: vec![word] }] }
    }

    /// Any of the words of a text, in the languages of the corpus, without the rest of the search language. With
    /// `growing`, a word at the very end may be the beginning of one.
    pub fn of_words(text: &str, corpus: &Corpus, counts: &Counts, growing: bool) -> Self {
        let mut pattern = Self::default();
        if text.len() <= LONGEST_QUERY {
            let spoken = Spoken { counts, whole: false, growing, most: MOST_WORDS };
            for language in languages(corpus) {
                for words in spoken.sequences(text, language) {
                    pattern.add(Some(language), &words);
                }
            }
        }
        pattern
    }

    /// Adds words that follow each other; those that are there already change nothing.
    pub(super) fn add(&mut self, language: Option<Language>, words: &[Word]) {
        let sequence = Sequence { language, words: words.to_vec() };
        if !words.is_empty() && !self.sequences.contains(&sequence) {
            self.sequences.push(sequence);
        }
    }

    /// Looks for what another pattern looks for, too.
    pub fn extend(&mut self, other: &Self) {
        for sequence in &other.sequences {
            self.add(sequence.language, &sequence.words);
        }
    }

    /// Whether there is nothing to look for.
    pub fn is_empty(&self) -> bool {
        self.sequences.is_empty()
    }

    /// Whether a term is one of the words; where a word is a beginning, by what is shown of the term.
    pub fn has_term(&self, term: TermId, display: &str) -> bool {
        let words = self.sequences.iter().flat_map(|sequence| &sequence.words);
        words.into_iter().any(|word| word.is_term(term, display))
    }

    /// Where the pattern stands in a run of blocks of a document: in order, not overlapping, the longest where several
    /// begin at one word.
    pub fn hits(
        &self,
        document: &Document,
        counted: &DocumentTokens,
        blocks: Range<usize>,
    ) -> Vec<Hit> {
        let mut hits = Vec::new();
        self.each(document, counted, blocks, &mut |hit| hits.push(hit));
        hits
    }

    /// How often it stands there.
    pub fn count(
        &self,
        document: &Document,
        counted: &DocumentTokens,
        blocks: Range<usize>,
    ) -> u32 {
        let mut count = 0;
        self.each(document, counted, blocks, &mut |_| count += 1);
        count
    }

    fn each(
        &self,
        document: &Document,
        counted: &DocumentTokens,
        blocks: Range<usize>,
        found: &mut dyn FnMut(Hit),
    ) {
        let text = document.text.as_str();
        let here = |sequence: &&Sequence| {
            sequence.language.is_none_or(|language| language == document.language)
        };
        // Most patterns are one sequence: nothing is gathered for each run of blocks.
        let sequences = || self.sequences.iter().filter(here);
        let mut those = sequences();
        let term = match (those.next(), those.next()) {
            (None, _) => return,
            (Some(Sequence { words, .. }), None) => match words.as_slice() {
                [word] => word.any_form(),
                _ => None,
            },
            _ => None,
        };
        if let Some(term) = term {
            // What is looked for most, in the quickest way.
            for block in blocks.start..blocks.end.min(counted.blocks()) {
                let range = counted.range(block..block + 1);
                for (first, token) in (range.start as u32..).zip(counted.between(range)) {
                    if token.term() == term {
                        found(Hit { block: block as u32, first, end: first + 1 });
                    }
                }
            }
            return;
        }
        let mut tokens: Vec<Token> = Vec::new();
        for block in blocks.start..blocks.end.min(counted.blocks()) {
            let from = counted.range(block..block + 1).start;
            tokens.clear();
            tokens.extend(counted.of_blocks(block..block + 1));
            let mut first = from;
            while let Some(rest) = tokens.get(first - from..).filter(|rest| !rest.is_empty()) {
                let stands = |sequence: &&Sequence| stand_at(&sequence.words, rest, text);
                let longest = sequences().filter(stands).map(|one| one.words.len()).max();
                let Some(length) = longest else {
                    first += 1;
                    continue;
                };
                let next = first + length;
                found(Hit { block: block as u32, first: first as u32, end: next as u32 });
                first = next;
            }
        }
    }
}
