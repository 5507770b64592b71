//! Words typed, as words of the text: by the same tokeniser and stemmer as counting.

use std::ops::Range;

use crate::Corpus;
use crate::count::{Counts, DocumentTokens, TermId, Token};
use crate::language::{Language, Stemmer};
use crate::parse::Document;
use crate::tokenise::{fold, form, surface, words};

/// A word to look for. Without a term and a beginning it is nowhere.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(super) struct Word {
    /// The term it is a form of.
    pub(super) term: Option<TermId>,
    /// What the case-folded word as it stands begins with.
    pub(super) begins: Option<Box<str>>,
    /// The very form that is meant, case-folded, where it must be that one.
    pub(super) exact: Option<Box<str>>,
}

impl Word {
    /// Whether a token is the word.
    fn is(&self, token: Token, text: &str) -> bool {
        if let Some(exact) = &self.exact {
            return self.term == Some(token.term()) && *fold(token.span().of(text)) == **exact;
        }
        let begun = |prefix: &str| {
            // Most tokens are told by their first byte, without a look at the rest.
            let first = text.as_bytes().get(token.span().start as usize);
            may_begin(first, prefix) && begins(token.span().of(text), prefix)
        };
        self.term == Some(token.term()) || self.begins.as_deref().is_some_and(begun)
    }

    /// The term whose every form is meant, where nothing else is.
    pub(super) fn any_form(&self) -> Option<TermId> {
        self.term.filter(|_| self.begins.is_none() && self.exact.is_none())
    }

    /// Whether a whole term is meant: by what is shown of it, where the word is a beginning.
    pub(super) fn is_term(&self, term: TermId, display: &str) -> bool {
        self.term == Some(term) || self.begins.as_deref().is_some_and(|it| begins(display, it))
    }
}

/// Whether a word, folded, begins with a folded prefix. Plain letters need no copy.
pub(super) fn begins(word: &str, prefix: &str) -> bool {
    if !may_begin(word.as_bytes().first(), prefix) {
        return false;
    }
    if word.is_ascii() {
        word.get(..prefix.len()).is_some_and(|head| head.eq_ignore_ascii_case(prefix))
    } else {
        fold(word).starts_with(prefix)
    }
}

/// Whether a word that begins with this byte may begin with a prefix. A plain letter folds to itself in small, or with an accent
/// to no plain one.
fn may_begin(word: Option<&u8>, prefix: &str) -> bool {
    match (word, prefix.as_bytes().first()) {
        (Some(a), Some(b)) => !(a.is_ascii() && b.is_ascii()) || a.eq_ignore_ascii_case(b),
        _ => true,
    }
}

/// Whether words follow each other at the beginning of some tokens.
pub(super) fn stand_at(words: &[Word], tokens: &[Token], text: &str) -> bool {
    words.len() <= tokens.len() && words.iter().zip(tokens).all(|(word, at)| word.is(*at, text))
}

/// Whether words follow each other somewhere in a block of a run of blocks.
pub(super) fn stand_in(
    words: &[Word],
    document: &Document,
    counted: &DocumentTokens,
    blocks: Range<usize>,
) -> bool {
    let text = document.text.as_str();
    if let [word] = words {
        return counted.of_blocks(blocks).any(|token| word.is(token, text));
    }
    let mut tokens: Vec<Token> = Vec::new();
    blocks.into_iter().any(|block| {
        tokens.clear();
        tokens.extend(counted.of_blocks(block..block + 1));
        (0..tokens.len()).any(|at| stand_at(words, &tokens[at..], text))
    })
}

/// The languages of a corpus.
pub(super) fn languages(corpus: &Corpus) -> Vec<Language> {
    let has = |language: &Language| corpus.documents.iter().any(|d| d.language == *language);
    Language::ALL.into_iter().filter(has).collect()
}

/// How words are read.
pub(super) struct Spoken<'a> {
    pub(super) counts: &'a Counts,
    /// Whether all words are one sequence: a quotation.
    pub(super) whole: bool,
    /// Whether the last word is still being typed.
    pub(super) growing: bool,
    /// Most words that are read.
    pub(super) most: usize,
}

impl Spoken<'_> {
    /// The words of a text in a language, each alone; what is joined by a hyphen or the like is one sequence.
    pub(super) fn sequences(&self, text: &str, language: Language) -> Vec<Vec<Word>> {
        let stemmer = Stemmer::of(language);
        let mut sequences: Vec<Vec<Word>> = Vec::new();
        let mut last = 0;
        for word in words(text, language).take(self.most) {
            let (start, end) = (word.span.start as usize, word.span.end as usize);
            let surface = surface(word.span.of(text), word.kind, language);
            let rest = text.get(end..).unwrap_or("");
            let star = starred(rest);
            let growing = self.growing && rest.is_empty();
            let exact = is_exact(text.get(..start).unwrap_or("")) && !star;
            let form = form(&surface, word.kind, &stemmer);
            let read = Word {
                // Of a form that is still being typed, only the beginning is known.
                term: if star || exact && growing { None } else { self.term(&form, &surface) },
                begins: (star || growing).then(|| fold(&surface).into()),
                exact: (exact && !growing).then(|| fold(word.span.of(text)).into()),
            };
            let joined = self.whole || text.get(last..start).is_some_and(joins);
            match sequences.last_mut() {
                Some(sequence) if joined => sequence.push(read),
                _ => sequences.push(vec![read]),
            }
            last = end;
        }
        sequences
    }

    /// The term of a form; without the language's stemmer, the one that the word as typed is in the text.
    fn term(&self, form: &str, surface: &str) -> Option<TermId> {
        let terms = &self.counts.vocabulary.terms;
        let found = terms.iter().position(|term| term.form == form);
        found.map(|index| index as TermId).or_else(|| self.counts.term_of_surface(surface))
    }
}

/// Whether an equals sign before a word, after this text, asks for the very form: not one between two words.
fn is_exact(before: &str) -> bool {
    let ahead = before.strip_suffix('=');
    ahead.is_some_and(|ahead| ahead.chars().next_back().is_none_or(|c| !c.is_alphanumeric()))
}

/// Whether a star ends the word before this text.
fn starred(rest: &str) -> bool {
    let after = rest.strip_prefix('*');
    after.is_some_and(|after| !after.starts_with(char::is_alphanumeric))
}

/// Whether what stands between two words makes them one: nothing at all, a hyphen, a full stop, an apostrophe.
fn joins(between: &str) -> bool {
    between.chars().all(|c| "-‐‑–'’./&+".contains(c))
}
