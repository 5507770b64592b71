//! The engine's verdicts as labels of lines.

use crate::Study;
use crate::label::Label;
use crate::labels::Labels;
use crate::runs::runs;

impl Labels<Label> {
    /// What the engine found for each line that is not blank.
    ///
    /// # Errors
    ///
    /// None where `labels` is empty and made for the texts of the study.
    pub fn fill_from(&mut self, study: &Study) -> Result<(), String> {
        for document in 0..study.corpus.documents.len() {
            for run in runs(study, document) {
                self.fill(document, run.first, run.last, run.source.label(&study.analysis))?;
            }
        }
        Ok(())
    }
}
