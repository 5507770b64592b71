//! Where the labels come from that are to be evaluated.

use super::labels::Labels;
use crate::arguments::Options;
use crate::input::{Input, Text};
use crate::runs::{Label, runs};
use crate::study::Study;

/// Labels the lines of a corpus.
pub(super) type Judge<'a> = dyn FnMut(Vec<Text>) -> Result<Labels<Label>, String> + 'a;

/// Labels from the engine.
pub(super) fn by_engine(options: &Options) -> Box<Judge<'_>> {
    Box::new(|texts| {
        let mut labels = Labels::new(&texts);
        let study = Study::of(texts, options);
        for document in 0..study.corpus.documents.len() {
            for run in runs(&study, document) {
                let label = run.source.label(&study.analysis);
                labels.fill(document, run.first, run.last, label)?;
            }
        }
        Ok(labels)
    })
}

/// Labels from a file with the rows of `topics separate --format tsv`.
pub(super) fn from_file(file: &Input) -> Box<Judge<'_>> {
    Box::new(move |texts| {
        let located = |error| format!("{file}: {error}");
        let rows = file.text().map_err(located)?;
        Labels::read(&rows, &texts, Label::from_name).map_err(located)
    })
}
