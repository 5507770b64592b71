//! Counting: one pass over the words, then one over the terms.

use super::names::Names;
use super::{Background, Counts, DocumentTokens, Term, TermId, Token, Vocabulary};
use crate::language::{Language, Stemmer, StopList};
use crate::parse::{BlockKind, Document};
use crate::tokenise::{WordKind, fold_in, form, short_surface, surface_in, words};
use crate::{Corpus, Span};

/// No term yet.
const NONE: TermId = TermId::MAX;

/// Counts the terms of a corpus.
///
/// Every block that is not boilerplate is counted, tables and titles included. Terms are numbered in order of first
/// appearance. Not counted are strings of over [`Token::LONGEST`] bytes, which are no words, and terms beyond [`Token::TERMS`],
/// more than any language has. Time and memory grow with the text; the result depends on nothing but the corpus and the background.
pub fn count(corpus: &Corpus, background: &Background) -> Counts {
    let mut counting = Counting::default();
    let documents = corpus.documents.iter().map(|document| counting.add(document)).collect();
    Counts { vocabulary: counting.vocabulary(background), documents, surfaces: Vec::new() }
}

/// [`count`], a document at a time: for whoever does not keep the texts.
#[derive(Default)]
pub struct Counting {
    tally: Tally,
    /// Where a word is folded.
    room: String,
}

impl Counting {
    /// Counts the next document.
    pub fn add(&mut self, document: &Document) -> DocumentTokens {
        let Self { tally, room } = self;
        let mut counted = DocumentTokens::with_room(document.text.len(), document.blocks.len());
        let stemmer = Stemmer::of(document.language);
        let slot = tally.slot(document.language);
        for block in &document.blocks {
            if !matches!(block.kind, BlockKind::Boilerplate(_)) {
                let text = block.span.of(&document.text);
                for word in words(text, document.language) {
                    let (kind, length) = (word.kind, word.span.len());
                    if length > Token::LONGEST {
                        continue;
                    }
                    let start = block.span.start + word.span.start;
                    let span = Span { start, end: block.span.start + word.span.end };
                    let short = short_surface(&document.text, span, kind, document.language);
                    let known = short.and_then(|short| tally.again(short, length, kind, slot));
                    let term = known.unwrap_or_else(|| {
                        let word = word.span.of(text);
                        let surface = surface_in(word, kind, document.language, room);
                        tally.add(surface, kind, slot, &stemmer)
                    });
                    Token::new(span, term).into_iter().for_each(|token| counted.push(token));
                }
            }
            counted.end_block();
        }
        counted.shrink_to_fit();
        counted
    }

    /// The terms of all documents that were added.
    pub fn vocabulary(self, background: &Background) -> Vocabulary {
        self.tally.vocabulary(background)
    }
}

/// Which term each case-folded word of a counted corpus is, sorted by word; of several the one that is first in the text.
pub fn surfaces(corpus: &Corpus, counts: &Counts) -> Vec<(String, TermId)> {
    let mut spellings = Spellings::default();
    for (document, counted) in corpus.documents.iter().zip(&counts.documents) {
        spellings.add(document, counted);
    }
    spellings.sorted()
}

/// [`surfaces`], a document at a time.
#[derive(Default)]
pub struct Spellings {
    found: Vec<(String, TermId)>,
    names: Names,
    /// Where a word is folded.
    room: String,
}

impl Spellings {
    /// Reads the next document, which is counted.
    pub fn add(&mut self, document: &Document, counted: &DocumentTokens) {
        for token in counted {
            let text = token.span().of(&document.text);
            let folded = fold_in(text, document.language, &mut self.room);
            let known = self.names.len();
            if self.names.number(folded) == known {
                self.found.push((folded.to_owned(), token.term()));
            }
        }
    }

    /// What was found, sorted by word.
    pub fn sorted(mut self) -> Vec<(String, TermId)> {
        self.found.sort_unstable();
        self.found
    }
}

/// What is known while counting. What is kept for each language stands in lists of one entry per text and language of the
/// corpus: `number * languages + slot`.
#[derive(Default)]
struct Tally {
    /// The languages met so far, in the order of [`Language::ALL`].
    languages: Vec<Language>,
    /// Case-folded words by kind: `12` the figure is not `12` the name of a host.
    surfaces: [Surfaces; 4],
    forms: Names,
    figures: Vec<bool>,
}

/// Case-folded words of one kind, each with the term it counts as in each language.
#[derive(Default)]
struct Surfaces {
    names: Names,
    uses: Vec<Use>,
}

/// A word in one language.
#[derive(Clone, Copy)]
struct Use {
    /// What it counts as; [`NONE`] where it was not seen in that language.
    term: TermId,
    /// Its tokens.
    count: u32,
}

/// A word that was not seen in a language.
const NEVER: Use = Use { term: NONE, count: 0 };

impl Tally {
    /// The place of a language among those met so far, which are in the order of [`Language::ALL`]: one that is met for the first
    /// time gets room in what is kept for each.
    fn slot(&mut self, language: Language) -> usize {
        let order = |one: &Language| Language::ALL.iter().position(|other| other == one);
        let place = self.languages.binary_search_by_key(&order(&language), order);
        let Err(slot) = place else { return place.unwrap_or_default() };
        let width = self.languages.len();
        self.languages.insert(slot, language);
        for surfaces in &mut self.surfaces {
            let mut wider = Vec::with_capacity(surfaces.names.len() * (width + 1));
            for uses in surfaces.uses.chunks(width.max(1)) {
                wider.extend_from_slice(&uses[..slot.min(uses.len())]);
                wider.push(NEVER);
                wider.extend_from_slice(&uses[slot.min(uses.len())..]);
            }
            surfaces.uses = wider;
        }
        slot
    }

    /// Counts one word, given by its case-folded form, and says which term it is.
    fn add(&mut self, surface: &str, kind: WordKind, slot: usize, stemmer: &Stemmer) -> TermId {
        let width = self.languages.len();
        let surfaces = &mut self.surfaces[kind as usize];
        let at = surfaces.names.number(surface) * width + slot;
        if at >= surfaces.uses.len() {
            surfaces.uses.resize(surfaces.names.len() * width, NEVER);
        }
        let used = &mut surfaces.uses[at];
        if used.term == NONE {
            used.term = self.forms.number(&form(surface, kind, stemmer)) as TermId;
            if used.term as usize == self.figures.len() {
                self.figures.push(kind == WordKind::Figure);
            }
        }
        used.count += 1;
        used.term
    }

    /// The same of a short word, as [`short_surface`] gives it, that was seen before in this language; `None` of any other.
    fn again(&mut self, short: u64, length: usize, kind: WordKind, slot: usize) -> Option<TermId> {
        let width = self.languages.len();
        let surfaces = &mut self.surfaces[kind as usize];
        let at = surfaces.names.short(short, length)? * width + slot;
        let used = surfaces.uses.get_mut(at).filter(|used| used.term != NONE)?;
        used.count += 1;
        Some(used.term)
    }

    /// Tokens of each term in each language.
    fn counts(&self) -> Vec<u32> {
        let width = self.languages.len();
        let mut counts = vec![0; self.forms.len() * width];
        for surfaces in &self.surfaces {
            for (at, used) in surfaces.uses.iter().enumerate().filter(|(_, used)| used.term != NONE)
            {
                counts[used.term as usize * width + at % width] += used.count;
            }
        }
        counts
    }

    /// Chooses what each term is shown as and looks up what is known of it.
    fn vocabulary(self, background: &Background) -> Vocabulary {
        let width = self.languages.len();
        let tokens = self.counts();
        let mut shown: Vec<(u32, &str)> = vec![(0, ""); self.forms.len()];
        let mut stops: Vec<u32> = vec![0; self.forms.len()];
        let lists: Vec<&StopList> =
            self.languages.iter().map(|language| StopList::of(*language)).collect();
        let unknown = self.languages.iter().position(|one| *one == Language::Other);
        let all: u32 = unknown.map_or(0, |slot| tokens.iter().skip(slot).step_by(width).sum());
        for surfaces in &self.surfaces {
            for (number, text) in surfaces.names.iter().enumerate() {
                let uses = &surfaces.uses[number * width..(number + 1) * width];
                for (slot, Use { term, count: own }) in uses.iter().enumerate() {
                    if *term == NONE {
                        continue;
                    }
                    // In how many tokens the surface stands for this very term, whatever their language.
                    let same = uses.iter().filter(|other| other.term == *term);
                    let count: u32 = same.map(|other| other.count).sum();
                    let best = &mut shown[*term as usize];
                    if count > best.0 || (count == best.0 && text < best.1) {
                        *best = (count, text);
                    }
                    let estimated = Some(slot) == unknown && seems_stop(text, *own, all);
                    if lists[slot].contains(text) || estimated {
                        stops[*term as usize] += own;
                    }
                }
            }
        }
        let finish = |(number, form): (usize, &str)| {
            let counts = &tokens[number * width..(number + 1) * width];
            let count = counts.iter().sum();
            Term {
                form: form.to_owned(),
                display: shown[number].1.to_owned(),
                count,
                stop: 2 * stops[number] > count,
                figure: self.figures[number],
                background: background.ln_probability(self.language(counts), form),
            }
        };
        Vocabulary { terms: self.forms.iter().enumerate().map(finish).collect() }
    }

    /// The language most of a term's tokens are in; of equals the first in [`Language::ALL`].
    fn language(&self, counts: &[u32]) -> Language {
        let mut best = 0;
        for (slot, count) in counts.iter().enumerate() {
            if *count > counts[best] {
                best = slot;
            }
        }
        self.languages[best]
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
    use crate::parse::{Block, BoilerplateCode, parse};

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
        assert_eq!(term(&counts, "cri").count, 4);
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
        let tokens = &counts.documents[0];
        let text = &corpus.documents[0].text;
        let surfaces: Vec<&str> = tokens.iter().map(|token| token.span().of(text)).collect();
        assert_eq!(surfaces, ["One", "two", "Three"]);
        let ends = [0, 1, 2].map(|block| tokens.range(block..block + 1).end);
        assert_eq!(ends, [2, 2, 3]);
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

    #[test]
    fn what_is_longer_than_any_word_is_not_counted() {
        let words = [250, 255, 256, 90_000].map(|length| "x".repeat(length));
        let text = format!("therapists {} cry", words.join(" "));
        let counts = count(&corpus(&[(&text, Language::English)]), &Background::none());
        let lengths = counts.documents[0].iter().map(|token| token.span().len());
        assert_eq!(lengths.collect::<Vec<_>>(), [10, 250, 255, 3]);
        let span = Span { start: 7, end: 262 };
        let token = Token::new(span, Token::TERMS - 1).unwrap();
        assert_eq!((token.span(), token.term()), (span, Token::TERMS - 1));
        assert_eq!(Token::new(span, Token::TERMS), None);
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
