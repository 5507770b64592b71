//! Phrases: sequences of two to five terms that come again, counted as terms are.
//!
//! A phrase begins where a shorter one did that is common enough, so each length sorts only the places the one before
//! left: time is that of a few sorts of the tokens, memory some tens of bytes a token, and no map of phrases is needed.

use std::borrow::Cow;

use rustc_hash::FxHashMap;

use super::distribution::blocks;
use super::order::{self, Names};
use super::selection::Selection;
use super::terms::tally::{Numbers, row};
use super::terms::{TermOptions, TermRow, TermTable, Wanted};
use crate::Corpus;
use crate::count::{Counts, TermId, Token};
use crate::parse::Document;
use crate::separate::Analysis;
use crate::tokenise::{WordKind, surface};

/// Longest phrase, in terms.
pub const LONGEST_PHRASE: u8 = 5;

/// Which phrases to list.
#[derive(Clone, Debug, PartialEq)]
pub struct PhraseOptions {
    /// Terms of the shortest phrase, at least 2.
    pub shortest: u8,
    /// Terms of the longest phrase, at most [`LONGEST_PHRASE`].
    pub longest: u8,
    /// Fewest occurrences in the selection; with everything in, where [`TermOptions::absent`] is set.
    pub floor: u32,
    /// The rest: order, text, figures, and the stop list. A phrase neither begins nor ends with a stop word, unless stop
    /// words are listed; it may hold them inside.
    pub terms: TermOptions,
}

impl Default for PhraseOptions {
    fn default() -> Self {
        Self { shortest: 2, longest: LONGEST_PHRASE, floor: 2, terms: TermOptions::default() }
    }
}

/// A phrase.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Phrase {
    /// Its terms, in order.
    pub terms: Vec<TermId>,
    /// Its commonest surface, case-folded; of equals the first in alphabetical order.
    pub display: String,
}

/// The phrases of a selection.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PhraseTable {
    /// A table like that of terms, where [`term`](super::TermRow::term) is an index into `phrases`.
    pub table: TermTable,
    /// The phrases, each once.
    pub phrases: Vec<Phrase>,
}

impl PhraseTable {
    /// The rows of the phrases that hold a text, or all its words in any form, in an order: what [`phrases`] would list had it
    /// been asked so, without finding the phrases again. Only the text and the order of the options count.
    ///
    /// Time: one look at each phrase, and the sort.
    pub fn arranged(
        &self,
        corpus: &Corpus,
        counts: &Counts,
        options: &TermOptions,
    ) -> Vec<TermRow> {
        let wanted = Wanted::new(corpus, counts, options);
        let has = |row: &&TermRow| {
            let phrase = self.phrases.get(row.term as usize);
            phrase.is_some_and(|phrase| wanted.has_phrase(&phrase.display, &phrase.terms))
        };
        let mut rows: Vec<TermRow> = self.table.rows.iter().filter(has).copied().collect();
        order::sort(&mut rows, Names::Phrases(&self.phrases), options.sort, options.descending);
        rows
    }
}

/// The table of phrases of a selection: sequences of terms within one block, in whatever forms and with whatever marks
/// between them. Places that overlap count each, and a phrase counts in every longer one that holds it.
pub fn phrases(
    corpus: &Corpus,
    counts: &Counts,
    analysis: &Analysis,
    selection: &Selection,
    options: &PhraseOptions,
) -> PhraseTable {
    let shortest = options.shortest.max(2);
    let longest = options.longest.min(LONGEST_PHRASE);
    let wanted = Wanted::new(corpus, counts, &options.terms);
    let vocabulary = &counts.vocabulary.terms;
    let edge: Vec<bool> = vocabulary.iter().map(|term| wanted.is_edge(term)).collect();
    let part: Vec<bool> = vocabulary.iter().map(|term| wanted.is_part(term)).collect();
    let is = |list: &[bool], term: TermId| list.get(term as usize).copied().unwrap_or(false);
    let text = Text::of(corpus, counts, analysis, selection);
    let mut found = PhraseTable::default();
    found.table.words = text.words;
    found.table.words_before = text.terms.len() as u32;

    // Where a phrase of the length before begins, with the number of that phrase: at first a term and itself.
    let mut live: Vec<(u32, u32)> =
        text.terms.iter().copied().zip(0..).filter(|(term, _)| is(&edge, *term)).collect();
    for length in 2..=longest {
        // The phrase before and the next term in one number, then the place: sorted, the same phrases are together.
        let longer = |(phrase, at): (u32, u32)| {
            let next = text.term(at, length).filter(|term| is(&part, *term))?;
            Some((u64::from(phrase) << 32 | u64::from(next), at))
        };
        let mut places: Vec<(u64, u32)> = live.into_iter().filter_map(longer).collect();
        places.sort_unstable();
        live = Vec::new();
        let mut number = 0;
        for run in places.chunk_by(|a, b| a.0 == b.0) {
            if (run.len() as u32) < options.floor.max(1) {
                continue;
            }
            live.extend(run.iter().map(|(_, at)| (number, *at)));
            number += 1;
            if length < shortest || !is(&edge, run[0].0 as TermId) {
                continue;
            }
            let numbers = text.numbers(run);
            let enough = if options.terms.absent { numbers.before } else { numbers.count };
            if enough < options.floor.max(1) {
                continue;
            }
            let phrase = text.phrase(run, length);
            if wanted.has_phrase(&phrase.display, &phrase.terms) {
                let words = [text.words, text.terms.len() as u32];
                let id = found.phrases.len() as TermId;
                found.table.rows.push(row(id, numbers, words, text.smallest));
                found.phrases.push(phrase);
            }
        }
    }
    let names = Names::Phrases(&found.phrases);
    order::sort(&mut found.table.rows, names, options.terms.sort, options.terms.descending);
    found.table.listed = found.table.rows.len();
    found
}

/// The tokens of all sections in a row, and what a phrase needs to know of each.
struct Text<'a> {
    analysis: &'a Analysis,
    selection: &'a Selection,
    terms: Vec<TermId>,
    /// The number of each token's surface, and the surfaces.
    surfaces: Vec<u32>,
    names: Vec<Box<str>>,
    /// The section of each token.
    sections: Vec<u32>,
    /// For each token how many of its block are left, itself among them; no more than matter.
    room: Vec<u8>,
    /// Each document's share of the words selected.
    shares: Vec<f64>,
    /// The smallest share that is not 0; 1 where there is none.
    smallest: f64,
    words: u32,
}

impl<'a> Text<'a> {
    fn of(
        corpus: &Corpus,
        counts: &Counts,
        analysis: &'a Analysis,
        selection: &'a Selection,
    ) -> Self {
        let (mut terms, mut sections, mut room) = (Vec::new(), Vec::new(), Vec::new());
        let (mut surfaces, mut names) = (Vec::new(), Vec::new());
        let mut ids: FxHashMap<Box<str>, u32> = FxHashMap::default();
        let mut inside = vec![0_u32; counts.documents.len()];
        for (index, section) in analysis.sections.iter().enumerate() {
            let start = terms.len();
            let document = corpus.documents.get(section.document as usize);
            for block in blocks(counts, section) {
                let left = (1..=block.len()).rev();
                room.extend(left.map(|left| left.min(usize::from(LONGEST_PHRASE)) as u8));
                for token in block {
                    let shown = document.map_or("".into(), |one| shown(counts, one, token));
                    let id = ids.get(shown.as_ref()).copied().unwrap_or_else(|| {
                        let id = names.len() as u32;
                        let name: Box<str> = shown.into();
                        names.push(name.clone());
                        ids.insert(name, id);
                        id
                    });
                    surfaces.push(id);
                    terms.push(token.term());
                }
            }
            sections.resize(terms.len(), index as u32);
            if let Some(inside) = inside.get_mut(section.document as usize)
                && selection.contains(index)
            {
                *inside += (terms.len() - start) as u32;
            }
        }
        let words: u32 = inside.iter().sum();
        let share = |inside: &u32| f64::from(*inside) / f64::from(words.max(1));
        let shares: Vec<f64> = inside.iter().map(share).collect();
        let smallest = shares.iter().copied().filter(|share| *share > 0.0).fold(1.0, f64::min);
        Self {
            analysis,
            selection,
            terms,
            surfaces,
            names,
            sections,
            room,
            shares,
            smallest,
            words,
        }
    }

    /// The last term of the phrase of so many terms that begins at a token; none where the block ends before.
    fn term(&self, at: u32, length: u8) -> Option<TermId> {
        let at = at as usize;
        (self.room[at] >= length).then(|| self.terms[at + usize::from(length) - 1])
    }

    /// The numbers of a phrase from the places where it begins, in order.
    fn numbers(&self, places: &[(u64, u32)]) -> Numbers {
        let sections = places.iter().map(|(_, at)| self.sections[*at as usize]);
        let selected = sections.filter(|section| self.selection.contains(*section as usize));
        let mut numbers = Numbers {
            count: selected.clone().count() as u32,
            before: places.len() as u32,
            ..Numbers::default()
        };
        let (mut section, mut document, mut here) = (None, None, 0_u32);
        for index in selected {
            let home = self.analysis.sections[index as usize].document;
            if document.is_some_and(|document| document != home) {
                self.leave(&mut numbers, document, here);
                here = 0;
            }
            here += 1;
            numbers.sections += u32::from(section != Some(index));
            (section, document) = (Some(index), Some(home));
        }
        self.leave(&mut numbers, document, here);
        numbers
    }

    /// Books what a phrase has in one document.
    fn leave(&self, numbers: &mut Numbers, document: Option<u32>, here: u32) {
        let share = document.and_then(|document| self.shares.get(document as usize));
        if let Some(share) = share {
            numbers.documents += 1;
            let part = f64::from(here) / f64::from(numbers.count);
            numbers.uneven += (part - share).abs() - share;
        }
    }

    /// A phrase from the places where it begins.
    fn phrase(&self, places: &[(u64, u32)], length: u8) -> Phrase {
        let length = usize::from(length);
        // The forms it stands in, sorted, each with how often: there are few.
        let mut forms: Vec<(&[u32], u32)> = Vec::new();
        for (_, at) in places {
            let form = &self.surfaces[*at as usize..*at as usize + length];
            match forms.binary_search_by(|(other, _)| other.cmp(&form)) {
                Ok(place) => forms[place].1 += 1,
                Err(place) => forms.insert(place, (form, 1)),
            }
        }
        let most = forms.iter().map(|(_, count)| *count).max();
        let commonest = forms.iter().filter(|(_, count)| Some(*count) == most);
        let display = commonest.map(|(form, _)| self.joined(form)).min().unwrap_or_default();
        let first = places.first().map_or(0, |(_, at)| *at as usize);
        Phrase { terms: self.terms[first..first + length].to_vec(), display }
    }

    /// Surfaces in a row, a blank between them but after an elided one.
    fn joined(&self, form: &[u32]) -> String {
        let mut joined = String::new();
        for id in form {
            if !joined.is_empty() && !joined.ends_with('\'') {
                joined.push(' ');
            }
            joined.push_str(&self.names[*id as usize]);
        }
        joined
    }
}

/// The surface of a token.
fn shown<'a>(counts: &Counts, document: &'a Document, token: Token) -> Cow<'a, str> {
    let figure = counts.vocabulary.terms.get(token.term() as usize).is_some_and(|term| term.figure);
    let kind = if figure { WordKind::Figure } else { WordKind::Word };
    surface(token.span().of(&document.text), kind, document.language)
}

#[cfg(test)]
mod tests;
