//! A labelled corpus that is parsed and counted once and scored under many parameters.

use engine::Corpus;
use engine::count::{Background, Counts, count};
use engine::parse::parse;
use engine::separate::{Settings, Weights, separate};

use super::Kind;
use crate::compare::{Lines, Unlabelled};
use crate::gold::GoldCorpus;
use crate::label::{Label, Want};
use crate::labels::Labels;
use crate::parallel;
use crate::score::Score;

/// A corpus ready to be scored.
pub(super) struct Ready {
    pub(super) kind: Kind,
    name: String,
    corpus: Corpus,
    counts: Counts,
    lines: Lines,
    wants: Labels<Want>,
    empty: Labels<Label>,
}

impl Ready {
    /// # Errors
    ///
    /// Labels that do not fit the documents.
    pub(super) fn new(gold: &GoldCorpus, kind: Kind) -> Result<Self, String> {
        let texts = gold.texts();
        let wants = gold.wants(&texts).map_err(|error| format!("{}: {error}", gold.name))?;
        let (empty, lines) = (Labels::new(&texts), Lines::of(&texts));
        let documents = texts.into_iter().map(|text| parse(&text.name, text.text, None)).collect();
        let corpus = Corpus { name: String::new(), documents };
        let counts = count(&corpus, &Background::BuiltIn);
        Ok(Self { kind, name: gold.name.clone(), corpus, counts, lines, wants, empty })
    }

    /// # Errors
    ///
    /// A line without a label, which does not happen.
    fn score(&self, weights: &Weights) -> Result<Score, String> {
        let settings = Settings { weights: *weights, ..Settings::default() };
        let analysis = separate(&self.corpus, &self.counts, &settings);
        let mut labels = self.empty.clone();
        labels.fill_with(&self.corpus, &analysis)?;
        let compared = self.lines.compare(&self.wants, &labels);
        compared.map(|(score, _)| score).map_err(|missing| match missing {
            Unlabelled::Wanted(line) | Unlabelled::Got(line) => format!("{}: {line}", self.name),
        })
    }
}

/// What each corpus scores, in their order.
///
/// # Errors
///
/// As [`Ready::score`].
pub(super) fn scores(all: &[Ready], weights: &Weights) -> Result<Vec<Score>, String> {
    parallel::map(all, |one| one.score(weights)).into_iter().collect()
}
