//! The stop list as a person edited it, for everything that leaves common words out.

use engine::count::TermId;
use engine::explore::{TermOptions, forms_meant};

use crate::state::{Stop, Stops};
use crate::study::Study;

/// Term options with the stop list as edited; the rest as it is by default. Whatever lists terms starts from these.
pub fn options(study: &Study, stops: &Stops) -> TermOptions {
    let meant =
        |words: &[String]| words.iter().flat_map(|word| forms_meant(&study.corpus, word)).collect();
    TermOptions {
        stop_added: meant(stops.added()),
        stop_taken: meant(stops.taken()),
        ..TermOptions::default()
    }
}

/// The edits, read once for many terms.
pub struct Edited<'a> {
    study: &'a Study,
    /// Counted forms, each with the word it is meant by.
    added: Vec<(String, &'a str)>,
    taken: Vec<(String, &'a str)>,
}

impl<'a> Edited<'a> {
    /// Reads the edits.
    pub fn new(study: &'a Study, stops: &'a Stops) -> Self {
        let meant = |words: &'a [String]| {
            let forms = |word: &'a String| {
                let forms = forms_meant(&study.corpus, word).into_iter();
                forms.map(move |form| (form, word.as_str()))
            };
            words.iter().flat_map(forms).collect()
        };
        Self { study, added: meant(stops.added()), taken: meant(stops.taken()) }
    }

    /// Whether a term is on the edited stop list.
    pub fn has(&self, term: TermId) -> bool {
        let known = self.study.counts.vocabulary.terms.get(term as usize);
        known.is_some_and(|known| {
            (known.stop || said(&self.added, &known.form).is_some())
                && said(&self.taken, &known.form).is_none()
        })
    }

    /// What puts a term on the stop list, or takes it off where it is on: the word to say it of, and what to say. An edit that
    /// was made by another form of the word is taken back, so that no two are about the same word.
    pub fn turn(&self, term: TermId) -> (String, Stop) {
        let known = self.study.counts.vocabulary.terms.get(term as usize);
        let form = known.map_or("", |term| &term.form);
        let (word, stop) = if self.has(term) {
            (said(&self.added, form), Stop::Take)
        } else {
            (said(&self.taken, form), Stop::Add)
        };
        match word {
            // A language's own stop word may have been added besides: to forget that would leave it on the list.
            Some(word) if stop == Stop::Add || known.is_some_and(|known| !known.stop) => {
                (word.to_owned(), Stop::Forget)
            }
            _ => (self.study.term_name(term).to_owned(), stop),
        }
    }
}

/// The word that a counted form is meant by.
fn said<'a>(edits: &[(String, &'a str)], form: &str) -> Option<&'a str> {
    edits.iter().find(|(meant, _)| meant == form).map(|(_, word)| *word)
}
