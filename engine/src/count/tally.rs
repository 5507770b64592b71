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

/// What is counted of the documents in one language.
struct LanguageTally {
    language: Language,
    /// By surface, the term it counts as and how often it stands; those past the end have not been seen.
    surfaces: Vec<(TermId, u32)>,
}

impl LanguageTally {
    fn surface(&self, id: usize) -> Option<(TermId, u32)> {
        self.surfaces.get(id).copied().filter(|(term, _)| *term != NONE)
    }
}

impl Tally {
    /// Nothing counted yet, with room for the languages of a corpus.
    fn of(corpus: &Corpus) -> Self {
        let mut tally = Self::default();
        for language in Language::ALL {
            if corpus.documents.iter().any(|document| document.language == language) {
                tally.languages.push(LanguageTally { language, surfaces: Vec::new() });
            }
        }
        tally
    }

    /// Where a language of the corpus is counted.
    fn slot(&self, language: Language) -> usize {
        self.languages.iter().position(|tally| tally.language == language).unwrap_or(0)
    }

    /// Counts one word and says which term it is.
    fn add(&mut self, text: &str, word: Word, slot: usize, stemmer: &Stemmer) -> TermId {
        let surface = surface(word.span.of(text), word.kind, self.languages[slot].language);
        let id = self.surface(word.kind, surface);
        if let Some((term, count)) = self.languages[slot].surfaces.get_mut(id)
            && *term != NONE
        {
            *count += 1;
            return *term;
        }
        let term = self.term(id, word.kind, stemmer);
        let surfaces = &mut self.languages[slot].surfaces;
        if surfaces.len() <= id {
            surfaces.resize(id + 1, (NONE, 0));
        }
        surfaces[id] = (term, 1);
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
        // Tokens in all, and the language most of them are in; of equals the first in [`Language::ALL`].
        let mut totals: Vec<u32> = vec![0; self.terms.len()];
        let mut languages: Vec<(u32, Language)> = vec![(0, Language::Other); self.terms.len()];
        for tally in &self.languages {
            let list = StopList::of(tally.language);
            let unknown = tally.language == Language::Other;
            let all: u32 = tally.surfaces.iter().map(|(_, count)| count).sum();
            let mut counts: Vec<u32> = vec![0; self.terms.len()];
            for (id, text) in self.surfaces.iter().enumerate() {
                let Some((term, here)) = tally.surface(id) else { continue };
                // In how many tokens the surface stands for this very term, whatever their language.
                let mut count = 0;
                for (other, there) in self.languages.iter().filter_map(|tally| tally.surface(id)) {
                    count += if other == term { there } else { 0 };
                }
                let term = term as usize;
                let best = &mut shown[term];
                if count > best.0 || (count == best.0 && **text < *best.1) {
                    *best = (count, text);
                }
                if list.contains(text) || unknown && seems_stop(text, here, all) {
                    stops[term] += here;
                }
                counts[term] += here;
            }
            for (term, count) in counts.into_iter().enumerate() {
                totals[term] += count;
                if count > languages[term].0 {
                    languages[term] = (count, tally.language);
                }
            }
        }
        let finish = |(index, term): (usize, &TermTally)| Term {
            form: term.form.to_string(),
            display: shown[index].1.to_owned(),
            stop: 2 * stops[index] > totals[index],
            figure: term.figure,
            background: background.ln_probability(languages[index].1, &term.form),
        };
        Vocabulary { terms: self.terms.iter().enumerate().map(finish).collect() }
    }
}

/// Whether a word of a language we do not know seems to be a function word: short, and at least every thousandth token.
///
/// In scripts with two cases only: a word of five letters is long in others.
fn seems_stop(text: &str, count: u32, all: u32) -> bool {
    let often = count >= 3 && u64::from(count) * 1000 >= u64::from(all);
    often
        && text.chars().take(6).count() <= 5
        && text.chars().all(|c| c.is_lowercase() || c == '\'')
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

    #[test]
    fn in_an_unknown_language_short_and_frequent_words_are_stop_words() {
        let text = "mae'r ci yn y ty ac mae'r gath yn y gegin ac yn yr ardd, gegin gegin";
        let counts = count(&corpus(&[(text, Language::Other)]), &Background::none());
        assert!(term(&counts, "yn").stop);
        assert!(!term(&counts, "ardd").stop && !term(&counts, "ci").stop);
        let counts = count(&corpus(&[("권리 권리 권리", Language::Other)]), &Background::none());
        assert!(!term(&counts, "권리").stop);
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
