//! Where terms and phrases stand: how often in each document, and in which surface forms.

use std::borrow::Cow;

use super::selection::{Selection, tokens};
use crate::Corpus;
use crate::count::{Counts, TermId, Tokens};
use crate::separate::{Analysis, JudgedSection};
use crate::tokenise::{WordKind, surface};

/// How often each of some terms stands in each document of a selection: one list a term, in the order given, with one
/// count a document of the corpus.
///
/// Time: one look at each token selected.
pub fn distribution(
    counts: &Counts,
    analysis: &Analysis,
    selection: &Selection,
    terms: &[TermId],
) -> Vec<Vec<u32>> {
    let phrases: Vec<&[TermId]> = terms.chunks(1).collect();
    phrase_distribution(counts, analysis, selection, &phrases)
}

/// The same for phrases, each a sequence of terms within a block; places that overlap count each.
///
/// Time: one look at each token selected, and a comparison with each phrase that begins with it.
pub fn phrase_distribution(
    counts: &Counts,
    analysis: &Analysis,
    selection: &Selection,
    phrases: &[&[TermId]],
) -> Vec<Vec<u32>> {
    let mut found = vec![vec![0; counts.documents.len()]; phrases.len()];
    // Phrases by their first term; `starts` has, for each term, one more than the place of its first phrase, or 0.
    let heads = phrases.iter().zip(0_u32..).filter_map(|(phrase, at)| Some((*phrase.first()?, at)));
    let mut heads: Vec<(TermId, u32)> = heads.collect();
    super::sort(&mut heads, &Ord::cmp);
    let mut starts = vec![0_u32; counts.vocabulary.terms.len()];
    for (place, (term, _)) in heads.iter().enumerate().rev() {
        if let Some(start) = starts.get_mut(*term as usize) {
            *start = place as u32 + 1;
        }
    }
    for index in selection.iter() {
        let Some(section) = analysis.sections.get(index) else { continue };
        for block in blocks(counts, section) {
            let mut rest = block;
            while let (here, Some(token)) = (rest.clone(), rest.next()) {
                let start = starts.get(token.term() as usize).copied().unwrap_or(0) as usize;
                let Some(start) = start.checked_sub(1) else { continue };
                let begins = heads.iter().skip(start);
                for (_, phrase) in begins.take_while(|(term, _)| *term == token.term()) {
                    if stands_at(phrases[*phrase as usize], here.clone()) {
                        found[*phrase as usize][section.document as usize] += 1;
                    }
                }
            }
        }
    }
    found
}

/// Whether tokens begin with these terms.
fn stands_at(phrase: &[TermId], tokens: Tokens) -> bool {
    tokens.len() >= phrase.len() && phrase.iter().zip(tokens).all(|(term, t)| *term == t.term())
}

/// The tokens of a section, block by block.
pub(super) fn blocks<'a>(
    counts: &'a Counts,
    section: &JudgedSection,
) -> impl Iterator<Item = Tokens<'a>> {
    let document = counts.documents.get(section.document as usize);
    section.blocks().map(move |block| {
        document.map(|document| document.of_blocks(block..block + 1)).unwrap_or_default()
    })
}

/// A surface form of a term.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct SurfaceForm {
    /// The word as it stands, case-folded.
    pub text: String,
    /// Occurrences in the selection.
    pub count: u32,
    /// Occurrences with everything in.
    pub count_before: u32,
}

/// The surface forms of a term: the commonest of the selection first, of equals the commonest with everything in, then
/// by the alphabet.
///
/// Time: one look at each token of the corpus.
pub fn surface_forms(
    corpus: &Corpus,
    counts: &Counts,
    analysis: &Analysis,
    selection: &Selection,
    term: TermId,
) -> Vec<SurfaceForm> {
    let mut forms: Vec<SurfaceForm> = Vec::new();
    let figure = counts.vocabulary.terms.get(term as usize).is_some_and(|term| term.figure);
    let kind = if figure { WordKind::Figure } else { WordKind::Word };
    for (index, section) in analysis.sections.iter().enumerate() {
        let Some(document) = corpus.documents.get(section.document as usize) else { continue };
        let inside = u32::from(selection.contains(index));
        for token in tokens(counts, section).filter(|token| token.term() == term) {
            let text = surface(token.span().of(&document.text), kind, document.language);
            add(&mut forms, text, inside);
        }
    }
    let size = |form: &SurfaceForm| (form.count, form.count_before);
    super::sort(&mut forms, &|one, other| size(other).cmp(&size(one)));
    forms
}

/// Counts one occurrence of a form, in or outside the selection. Forms are kept by the alphabet: a term has
/// few.
fn add(forms: &mut Vec<SurfaceForm>, text: Cow<'_, str>, inside: u32) {
    let at = forms.binary_search_by(|form| form.text.as_str().cmp(&text)).unwrap_or_else(|at| {
        forms.insert(at, SurfaceForm { text: text.into_owned(), count: 0, count_before: 0 });
        at
    });
    if let Some(form) = forms.get_mut(at) {
        form.count += inside;
        form.count_before += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixture::study;
    use super::super::{TermOptions, frequencies, terms_meant};
    use super::*;

    #[test]
    fn a_distribution_adds_up_to_the_count() {
        let (corpus, counts, analysis) = study();
        for selection in [Selection::kept(&analysis), Selection::everything(&analysis)] {
            let all = TermOptions { stop_words: true, absent: true, ..TermOptions::default() };
            let table = frequencies(&corpus, &counts, &analysis, &selection, &all);
            let terms: Vec<TermId> = table.rows.iter().map(|row| row.term).collect();
            let spread = distribution(&counts, &analysis, &selection, &terms);
            for (row, spread) in table.rows.iter().zip(&spread) {
                assert_eq!(spread.iter().sum::<u32>(), row.count);
                assert_eq!(spread.iter().filter(|n| **n > 0).count() as u32, row.documents);
            }
        }
    }

    #[test]
    fn terms_asked_for_twice_and_terms_there_are_none_of() {
        let (corpus, counts, analysis) = study();
        let cry = terms_meant(&corpus, &counts, "cry")[0];
        let everything = Selection::everything(&analysis);
        let spread = distribution(&counts, &analysis, &everything, &[cry, 9_999, cry]);
        assert_eq!(spread, [[3, 1], [0, 0], [3, 1]]);
        assert_eq!(distribution(&counts, &analysis, &everything, &[]).len(), 0);
    }

    #[test]
    fn phrases_stay_within_a_block() {
        let (corpus, counts, analysis) = study();
        let term = |word: &str| terms_meant(&corpus, &counts, word)[0];
        let said = [term("she"), term("says")];
        let across = [term("session"), term("boys")];
        let everything = Selection::everything(&analysis);
        let spread = phrase_distribution(&counts, &analysis, &everything, &[&said, &across, &[]]);
        assert_eq!(spread, [[1, 0], [0, 0], [0, 0]]);
    }

    #[test]
    fn forms_of_a_stem_the_commonest_first() {
        let (corpus, counts, analysis) = study();
        let cry = terms_meant(&corpus, &counts, "cry")[0];
        let first = Selection::of(&analysis, |index, _| index < 2);
        let forms = surface_forms(&corpus, &counts, &analysis, &first, cry);
        let form = |text: &str, count, count_before| SurfaceForm {
            text: text.into(),
            count,
            count_before,
        };
        assert_eq!(forms, [form("cry", 2, 3), form("cried", 1, 1)]);
        let none = surface_forms(&corpus, &counts, &analysis, &first, 9_999);
        assert_eq!(none, []);
    }
}
