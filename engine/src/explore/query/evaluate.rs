//! The answer: for every section yes or no.

use super::expression::Step;
use super::word::{Word, stand_in};
use crate::Corpus;
use crate::count::Counts;
use crate::language::Language;
use crate::separate::{Analysis, JudgedSection, Verdict};

/// What a section can be asked.
#[derive(Debug)]
pub(super) enum Atom {
    /// Whether all these sequences stand in it, by the language of its document.
    Words(Vec<(Language, Vec<Vec<Word>>)>),
    /// Whether it is of one of these topics.
    Topics(Vec<u32>),
    /// Whether it is of one of these documents.
    Documents(Vec<u32>),
    /// Whether it has one of these verdicts.
    Verdicts(&'static [Verdict]),
}

/// Does the steps for all sections at once. `None` where nothing was asked.
pub(super) fn run(
    steps: &[Step],
    atoms: &[Atom],
    corpus: &Corpus,
    counts: &Counts,
    analysis: &Analysis,
) -> Option<Vec<bool>> {
    let mut stack: Vec<Vec<bool>> = Vec::new();
    for step in steps {
        match step {
            Step::Atom(atom) => {
                let atom = atoms.get(*atom)?;
                let asked = |section| holds(atom, section, corpus, counts);
                stack.push(analysis.sections.iter().map(asked).collect());
            }
            Step::Not => stack.last_mut()?.iter_mut().for_each(|yes| *yes = !*yes),
            Step::And | Step::Or => {
                let other = stack.pop()?;
                for (yes, other) in stack.last_mut()?.iter_mut().zip(other) {
                    *yes = if *step == Step::And { *yes && other } else { *yes || other };
                }
            }
        }
    }
    stack.pop()
}

fn holds(atom: &Atom, section: &JudgedSection, corpus: &Corpus, counts: &Counts) -> bool {
    match atom {
        Atom::Topics(topics) => topics.contains(&section.topic),
        Atom::Documents(documents) => documents.contains(&section.document),
        Atom::Verdicts(verdicts) => verdicts.contains(&section.verdict),
        Atom::Words(spoken) => {
            let index = section.document as usize;
            let (Some(document), Some(counted)) =
                (corpus.documents.get(index), counts.documents.get(index))
            else {
                return false;
            };
            let here = spoken.iter().find(|(language, _)| *language == document.language);
            here.is_some_and(|(_, sequences)| {
                sequences.iter().all(|words| stand_in(words, document, counted, section.blocks()))
            })
        }
    }
}
