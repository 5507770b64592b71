//! How what is being typed could go on.

use std::borrow::Cow;

use rustc_hash::FxHashMap;

use super::Names;
use super::keys::VERDICTS;
use super::lexer::is_quote;
use super::word::begins;
use crate::count::{Counts, Term, TermId};
use crate::tokenise::fold;
use crate::{Corpus, Span};

/// What is suggested.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Suggests {
    /// A term, with how often it stands in the corpus.
    Term(TermId, u32),
    /// One form of a term, with how often it stands in the corpus.
    Form(u32),
    /// A topic, by its index.
    Topic(u32),
    /// A document, by its index.
    Document(u32),
    /// A group of documents, by its index.
    Group(u32),
    /// A key, with its value where there are only a few.
    Key,
}

/// One way to go on.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Suggestion {
    /// What it is.
    pub what: Suggests,
    /// What to show: a word, the name of a topic, the title of a document, a key.
    pub label: String,
    /// The bytes of the text to replace: the piece being typed.
    pub replaces: Span,
    /// What to put there.
    pub text: String,
}

/// How the piece at the end of a text could go on, at most `limit` ways.
///
/// After `topic:`, `doc:`, `group:` or `is:` only what fits there, after an equals sign only forms of words. Otherwise first terms by what is shown of them, content words before
/// stop words and figures, the commonest first; then topics, documents, groups and keys, each at most a quarter of all.
pub fn suggestions(
    text: &str,
    corpus: &Corpus,
    counts: &Counts,
    names: &Names<'_>,
    limit: usize,
) -> Vec<Suggestion> {
    let start = last_piece(text);
    let piece = &text[start..];
    let replaces = Span::new(start, text.len());
    let make = |(what, label, text): (Suggests, String, String)| Suggestion {
        what,
        label,
        replaces,
        text,
    };
    let (key, value) = match piece.split_once(':') {
        Some((key, value)) => (Some(key), value.trim_start_matches(is_quote)),
        None => (None, piece),
    };
    if let Some(form) = piece.strip_prefix('=') {
        let forms = forms(corpus, counts, &fold(form), limit).into_iter();
        return forms
            .map(|(form, count)| make((Suggests::Form(count), form.clone(), format!("={form}"))))
            .collect();
    }
    let typed = fold(value);
    let few = if key.is_some() { limit } else { limit.div_ceil(4) };
    let mut found: Vec<(Suggests, String, String)> = Vec::new();
    let has = |name: &str| key.is_none_or(|key| key.eq_ignore_ascii_case(name));
    if typed.is_empty() && key.is_none() {
        return Vec::new();
    }
    if has("topic") {
        let topics = called(names.topics, &typed, few).into_iter();
        found.extend(topics.map(|(index, name)| {
            (Suggests::Topic(index), name.to_owned(), format!("topic:{}", index + 1))
        }));
    }
    if has("doc") {
        let titles = called(names.titles, &typed, few).into_iter();
        found.extend(titles.map(|(index, title)| {
            (Suggests::Document(index), title.to_owned(), format!("doc:{}", index + 1))
        }));
    }
    if let Some(groups) = names.groups.filter(|_| has("group")) {
        let found_groups = called(groups.names(), &typed, few).into_iter();
        found.extend(found_groups.map(|(index, name)| {
            (Suggests::Group(index), name.to_owned(), group_query(name, index))
        }));
    }
    if has("is") {
        let fits =
            |name: &str| name.starts_with(&*typed) || (key.is_none() && "is:".starts_with(&*typed));
        let verdicts = VERDICTS.iter().filter(|(name, _)| fits(name)).take(few);
        found.extend(verdicts.map(|(name, _)| {
            let text = format!("is:{name}");
            (Suggests::Key, text.clone(), text)
        }));
    }
    if key.is_none() {
        let keys = ["topic:", "doc:", "group:"].into_iter();
        let keys = keys.filter(|key| key.starts_with(&*typed));
        let keys = keys.filter(|key| *key != "group:" || names.groups.is_some());
        found.extend(keys.map(|key| (Suggests::Key, key.to_owned(), key.to_owned())));
    }
    found.truncate(limit);
    let mut all: Vec<Suggestion> = Vec::new();
    if key.is_none() {
        let terms = terms(counts, &typed, limit - found.len()).into_iter();
        all.extend(terms.map(|(term, count, shown)| {
            let quoted = shown.contains(char::is_whitespace);
            let text = if quoted { format!("\"{shown}\"") } else { shown.to_owned() };
            make((Suggests::Term(term, count), shown.to_owned(), text))
        }));
    }
    all.extend(found.into_iter().map(make));
    all
}

/// What is typed for a group: its name, or its number where its name cannot be quoted.
pub fn group_query(name: &str, index: u32) -> String {
    if name.is_empty() || name.chars().any(|c| is_quote(c) || c.is_control()) {
        format!("group:{}", index + 1)
    } else if name.chars().all(char::is_alphanumeric) {
        format!("group:{name}")
    } else {
        format!("group:\"{name}\"")
    }
}

/// Where the piece at the end of a text begins: after the last blank, parenthesis, bar or minus sign outside a key's
/// quotation.
fn last_piece(text: &str) -> usize {
    let mut start = 0;
    let mut quoted = false;
    for (at, c) in text.char_indices() {
        let fresh = at == start;
        if is_quote(c) {
            quoted = !quoted;
            // A phrase is words like others; a key keeps its quotation.
            if !text[start..at].ends_with(':') && (fresh || !quoted) {
                start = at + c.len_utf8();
            }
        } else if (c.is_whitespace() && !(quoted && text[start..at].contains(':')))
            || matches!(c, '(' | ')' | '|')
            || (c == '-' && fresh)
        {
            start = at + c.len_utf8();
        }
    }
    start
}

/// Those with a word that begins as typed.
fn called<'a>(names: &'a [String], typed: &str, most: usize) -> Vec<(u32, &'a str)> {
    let fits = |name: &str| {
        let words = name.split(|c: char| !c.is_alphanumeric());
        begins(name, typed) || words.into_iter().any(|word| begins(word, typed))
    };
    let numbered = (0..).zip(names).filter(|(_, name)| fits(name));
    numbered.map(|(index, name)| (index, name.as_str())).take(most).collect()
}

/// The forms that begin as typed, case-folded, each with its count in the corpus; the commonest first, then by the alphabet.
fn forms(corpus: &Corpus, counts: &Counts, typed: &str, most: usize) -> Vec<(String, u32)> {
    if typed.is_empty() {
        return Vec::new();
    }
    let mut found: FxHashMap<Cow<'_, str>, u32> = FxHashMap::default();
    for (document, counted) in corpus.documents.iter().zip(&counts.documents) {
        let words = counted.iter().map(|token| token.span().of(&document.text));
        for word in words.filter(|word| begins(word, typed)) {
            *found.entry(fold(word)).or_default() += 1;
        }
    }
    let mut forms: Vec<(String, u32)> =
        found.into_iter().map(|(form, count)| (form.into_owned(), count)).collect();
    crate::explore::first(&mut forms, most, &|one, other| {
        other.1.cmp(&one.1).then_with(|| one.0.cmp(&other.0))
    });
    forms
}

/// The terms that begin as typed, each with its count in the corpus.
fn terms<'a>(counts: &'a Counts, typed: &str, most: usize) -> Vec<(TermId, u32, &'a str)> {
    let fits = |term: &Term| !typed.is_empty() && begins(&term.display, typed);
    let mut found: Vec<(bool, u32, &str, TermId)> = (0..)
        .zip(&counts.vocabulary.terms)
        .filter(|(_, term)| fits(term))
        .map(|(id, term)| (!term.is_content(), u32::MAX - term.count, term.display.as_str(), id))
        .collect();
    crate::explore::first(&mut found, most, &Ord::cmp);
    found.into_iter().map(|(_, rest, shown, id)| (id, u32::MAX - rest, shown)).collect()
}
