//! The stop list with what a person added and took away, and what a person's word stands for.

use super::terms::TermOptions;
use crate::Corpus;
use crate::count::{Counts, Term, TermId};
use crate::language::Language;
use crate::tokenise::forms;

/// The edits of a stop list, sorted for look-up.
pub(super) struct Stops<'a> {
    added: Vec<&'a str>,
    taken: Vec<&'a str>,
}

impl<'a> Stops<'a> {
    pub(super) fn new(options: &'a TermOptions) -> Self {
        Self { added: sorted(&options.stop_added), taken: sorted(&options.stop_taken) }
    }

    /// Whether a term is a stop word; what was taken from the list is none, whatever else was said of it.
    pub(super) fn has(&self, term: &Term) -> bool {
        let is_in = |list: &[&str]| list.binary_search(&term.form.as_str()).is_ok();
        (term.stop || is_in(&self.added)) && !is_in(&self.taken)
    }
}

fn sorted(list: &[String]) -> Vec<&str> {
    let mut sorted: Vec<&str> = list.iter().map(String::as_str).collect();
    super::sort(&mut sorted, &Ord::cmp);
    sorted
}

/// The counted forms a person means by words typed or clicked, for [`TermOptions::stop_added`] and
/// [`TermOptions::stop_taken`]: each word as every language of the corpus counts it, sorted, each form once.
///
/// By the tokeniser that counts, so any inflection, case and apostrophe will do. A form need not be in the corpus: an
/// edit outlives the documents it was made with.
pub fn forms_meant(corpus: &Corpus, text: &str) -> Vec<String> {
    let mut meant = Vec::new();
    for language in Language::ALL {
        if corpus.documents.iter().any(|document| document.language == language) {
            meant.extend(forms(text, language));
        }
    }
    super::sort(&mut meant, &Ord::cmp);
    meant.dedup();
    meant
}

/// The terms of the corpus a person means by words typed or clicked, by number; see [`forms_meant`].
pub fn terms_meant(corpus: &Corpus, counts: &Counts, text: &str) -> Vec<TermId> {
    let meant = forms_meant(corpus, text);
    let terms = (0..).zip(&counts.vocabulary.terms);
    terms.filter(|(_, term)| meant.binary_search(&term.form).is_ok()).map(|(id, _)| id).collect()
}

#[cfg(test)]
mod tests {
    use super::super::fixture::study;
    use super::*;

    #[test]
    fn any_form_and_either_apostrophe() {
        let (corpus, counts, _) = study();
        assert_eq!(forms_meant(&corpus, "Crying"), ["cri"]);
        assert_eq!(forms_meant(&corpus, "don’t"), forms_meant(&corpus, "don't"));
        assert_eq!(forms_meant(&corpus, "the therapist’s, THERAPISTS"), ["the", "therapist"]);
        assert_eq!(forms_meant(&corpus, "zebras"), ["zebra"]);
        assert_eq!(forms_meant(&corpus, "?!"), [""; 0]);
        let named = |text: &str| -> Vec<String> {
            let shown = |id: TermId| counts.vocabulary.terms[id as usize].form.clone();
            terms_meant(&corpus, &counts, text).into_iter().map(shown).collect()
        };
        assert_eq!(named("cries"), ["cri"]);
        assert_eq!(named("172cm"), ["172 cm"]);
        assert_eq!(named("zebra"), [""; 0]);
    }

    #[test]
    fn taken_wins_over_added_and_the_language() {
        let (_, counts, _) = study();
        let form = |form: &str| counts.vocabulary.terms.iter().find(|t| t.form == form).unwrap();
        let options = TermOptions {
            stop_added: vec!["therapist".into(), "cri".into()],
            stop_taken: vec!["the".into(), "cri".into()],
            ..TermOptions::default()
        };
        let stops = Stops::new(&options);
        assert!(stops.has(form("therapist")) && stops.has(form("a")));
        assert!(!stops.has(form("cri")) && !stops.has(form("the")) && !stops.has(form("talk")));
    }
}
