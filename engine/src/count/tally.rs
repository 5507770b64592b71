//! Counting: one pass over the words, then one over the terms.

use std::borrow::Cow;

use rustc_hash::FxHashMap;

use super::{Background, Counts, DocumentTokens, Term, TermId, Token, Vocabulary};
use crate::language::{Language, Stemmer, StopList};
use crate::parse::BlockKind;
use crate::tokenise::{Word, WordKind, form, surface, words};
use crate::{Corpus, Span};

/// No term yet.
const NONE: TermId = TermId::MAX;

/// Counts the terms of a corpus.
///
/// Every block that is not boilerplate is counted, tables and titles included. Terms are numbered in order of first
/// appearance. Time and memory grow with the text; the result depends on nothing but the corpus and the background.
pub fn count(corpus: &Corpus, background: &Background) -> Counts {
    let mut tally = Tally::of(corpus);
    let documents = corpus
        .documents
        .iter()
        .map(|document| {
            let mut counted = DocumentTokens::default();
            let stemmer = Stemmer::of(document.language);
            let slot = tally.slot(document.language);
            for block in &document.blocks {
                if !matches!(block.kind, BlockKind::Boilerplate(_)) {
                    let text = block.span.of(&document.text);
                    for word in words(text, document.language) {
                        let term = tally.add(text, word, slot, &stemmer);
                        let start = block.span.start + word.span.start;
                        let span = Span { start, end: block.span.start + word.span.end };
                        counted.tokens.push(Token { span, term });
                    }
                }
                counted.ends.push(counted.tokens.len() as u32);
            }
            counted
        })
        .collect();
    Counts { vocabulary: tally.vocabulary(background), documents }
}

/// What is known while counting.
#[derive(Default)]
struct Tally {
    surfaces: Vec<Box<str>>,
    /// Surfaces by kind of word, then by text: `12` the figure is not `12` the name of a host.
    surface_ids: [FxHashMap<Box<str>, u32>; 4],
    terms: Vec<TermTally>,
    term_ids: FxHashMap<Box<str>, TermId>,
    /// One for each language the corpus has, in the order of [`Language::ALL`]: memory grows with those alone.
    languages: Vec<LanguageTally>,
}

struct TermTally {
    form: Box<str>,
    figure: bool,
}

/// What is counted of the documents in one language. A surface or term past the end has not been seen in it.
struct LanguageTally {
    language: Language,
    /// By surface, the term it counts as, and how often it stands.
    surfaces: Vec<(TermId, u32)>,
    /// By term, its tokens.
    terms: Vec<u32>,
}

impl LanguageTally {
    fn surface(&self, id: usize) -> Option<(TermId, u32)> {
        self.surfaces.get(id).copied().filter(|(term, _)| *term != NONE)
    }

    fn term(&self, id: usize) -> u32 {
        self.terms.get(id).copied().unwrap_or(0)
    }
}

impl Tally {
    /// Nothing counted yet, with room for the languages of a corpus.
    fn of(corpus: &Corpus) -> Self {
        let has = |language: &Language| corpus.documents.iter().any(|d| d.language == *language);
        let empty = |language| LanguageTally { language, surfaces: Vec::new(), terms: Vec::new() };
        let languages = Language::ALL.into_iter().filter(has).map(empty).collect();
        Self { languages, ..Self::default() }
    }

    /// Where a language of the corpus is counted.
    fn slot(&self, language: Language) -> usize {
        self.languages.iter().position(|tally| tally.language == language).unwrap_or(0)
    }

    /// Counts one word and says which term it is.
    fn add(&mut self, text: &str, word: Word, slot: usize, stemmer: &Stemmer) -> TermId {
        let surface = surface(word.span.of(text), word.kind, self.languages[slot].language);
        let id = self.surface(word.kind, surface);
        let known = self.languages[slot].surface(id);
        let term = known.map_or_else(|| self.term(id, word.kind, stemmer), |(term, _)| term);
        let tally = &mut self.languages[slot];
        if known.is_none() {
            tally.surfaces.resize(self.surfaces.len(), (NONE, 0));
            tally.terms.resize(self.terms.len(), 0);
            tally.surfaces[id].0 = term;
        }
        tally.surfaces[id].1 += 1;
        tally.terms[term as usize] += 1;
        term
    }

    /// The number of a surface, which is copied only when it is new.
    fn surface(&mut self, kind: WordKind, text: Cow<'_, str>) -> usize {
        let ids = &mut self.surface_ids[kind as usize];
        if let Some(id) = ids.get(text.as_ref()) {
            return *id as usize;
        }
        let id = self.surfaces.len();
        let text: Box<str> = text.into();
        ids.insert(text.clone(), id as u32);
        self.surfaces.push(text);
        id
    }

    fn term(&mut self, surface: usize, kind: WordKind, stemmer: &Stemmer) -> TermId {
        let form = form(&self.surfaces[surface], kind, stemmer);
        if let Some(term) = self.term_ids.get(form.as_ref()) {
            return *term;
        }
        let term = self.terms.len() as TermId;
        let form: Box<str> = form.into();
        self.term_ids.insert(form.clone(), term);
        let figure = kind == WordKind::Figure;
        self.terms.push(TermTally { form, figure });
        term
    }

    /// Chooses what each term is shown as and looks up what is known of it.
    fn vocabulary(self, background: &Background) -> Vocabulary {
        let mut shown: Vec<(u32, &str)> = vec![(0, ""); self.terms.len()];
        let mut stops: Vec<u32> = vec![0; self.terms.len()];
        for (id, text) in self.surfaces.iter().enumerate() {
            for tally in &self.languages {
                let Some((term, here)) = tally.surface(id) else { continue };
                // In how many tokens the surface stands for this very term, whatever their language.
                let count: u32 = self
                    .languages
                    .iter()
                    .filter_map(|tally| tally.surface(id).filter(|(other, _)| *other == term))
                    .map(|(_, count)| count)
                    .sum();
                let best = &mut shown[term as usize];
                if count > best.0 || (count == best.0 && **text < *best.1) {
                    *best = (count, text);
                }
                if StopList::of(tally.language).contains(text) {
                    stops[term as usize] += here;
                }
            }
        }
        let finish = |(index, term): (usize, &TermTally)| Term {
            form: term.form.to_string(),
            display: shown[index].1.to_owned(),
            stop: 2 * stops[index] > self.languages.iter().map(|tally| tally.term(index)).sum(),
            figure: term.figure,
            background: background.ln_probability(self.language(index), &term.form),
        };
        Vocabulary { terms: self.terms.iter().enumerate().map(finish).collect() }
    }

    /// The language most tokens of a term are in; of equals the first in [`Language::ALL`].
    fn language(&self, term: usize) -> Language {
        let mut best = (0, Language::default());
        for tally in &self.languages {
            if tally.term(term) > best.0 {
                best = (tally.term(term), tally.language);
            }
        }
        best.1
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::{Block, BoilerplateCode, Document, parse};

    fn corpus(texts: &[(&str, Language)]) -> Corpus {
        let parsed = |(text, language): &(&str, Language)| -> Document {
            parse("a.txt", (*text).to_owned(), Some(*language))
        };
        Corpus { name: "test".into(), documents: texts.iter().map(parsed).collect() }
    }

    fn term<'a>(counts: &'a Counts, form: &str) -> &'a Term {
        counts.vocabulary.terms.iter().find(|term| term.form == form).unwrap()
    }

    #[test]
    fn the_commonest_surface_is_shown() {
        let text = "Crying, cries; he cries. Cry! The boy is 172cm, 172 cm, 172 cm.";
        let counts = count(&corpus(&[(text, Language::English)]), &Background::none());
        assert_eq!(term(&counts, "cri").display, "cries");
        assert_eq!(term(&counts, "172 cm").display, "172 cm");
        assert!(term(&counts, "172 cm").figure);
        assert!(term(&counts, "the").stop);
        assert!(!term(&counts, "boy").stop);
    }

    #[test]
    fn of_equals_the_first_in_the_alphabet() {
        let corpus = corpus(&[("tears tear", Language::English)]);
        assert_eq!(term(&count(&corpus, &Background::none()), "tear").display, "tear");
    }

    #[test]
    fn boilerplate_has_no_tokens_and_spans_slice_the_document() {
        let mut corpus = corpus(&[("One two.\n\nShare this page\n\nThree.", Language::English)]);
        let document = &mut corpus.documents[0];
        let at = document.text.find("Share").unwrap();
        let found = |block: &&mut Block| block.span.start as usize == at;
        let kind = BlockKind::Boilerplate(BoilerplateCode::Widget);
        document.blocks.iter_mut().find(found).unwrap().kind = kind;
        let counts = count(&corpus, &Background::none());
        let tokens = &counts.documents[0].tokens;
        let text = &corpus.documents[0].text;
        let surfaces: Vec<&str> = tokens.iter().map(|token| token.span.of(text)).collect();
        assert_eq!(surfaces, ["One", "two", "Three"]);
        assert_eq!(counts.documents[0].ends, [2, 2, 3]);
    }

    #[cfg(feature = "all-languages")]
    #[test]
    fn stop_words_go_by_the_language_most_tokens_are_in() {
        let texts =
            [("die die die Tränen", Language::German), ("to die, the tear", Language::English)];
        let counts = count(&corpus(&texts), &Background::BuiltIn);
        assert!(term(&counts, "die").stop);
        assert!(term(&counts, "the").stop);
        assert!(term(&counts, "tran").background < term(&counts, "the").background);
    }
}
