//! The engine's verdicts as labels of lines.

use engine::Corpus;
use engine::separate::Analysis;

use crate::Study;
use crate::label::Label;
use crate::labels::Labels;
use crate::runs::runs_of;

impl Labels<Label> {
    /// What the engine found for each line that is not blank.
    ///
    /// # Errors
    ///
    /// None where `labels` is empty and made for the texts of the study.
    pub fn fill_from(&mut self, study: &Study) -> Result<(), String> {
        self.fill_with(&study.corpus, &study.analysis)
    }

    /// The same of a corpus and what was found in it.
    ///
    /// # Errors
    ///
    /// As there.
    pub(crate) fn fill_with(&mut self, corpus: &Corpus, analysis: &Analysis) -> Result<(), String> {
        for document in 0..corpus.documents.len() {
            for run in runs_of(corpus, analysis, document) {
                self.fill(document, run.first, run.last, run.source.label(analysis))?;
            }
        }
        Ok(())
    }
}
