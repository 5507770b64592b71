//! Where the labels come from that are to be evaluated.

use evaluation::{Label, Labels, Text};

use crate::arguments::Options;
use crate::input::Input;
use crate::study::study;

/// Labels the lines of a corpus.
pub(super) type Judge<'a> = dyn FnMut(Vec<Text>) -> Result<Labels<Label>, String> + 'a;

/// Labels from the engine.
pub(super) fn by_engine(options: &Options) -> Box<Judge<'_>> {
    Box::new(|texts| {
        let mut labels = Labels::new(&texts);
        labels.fill_from(&study(texts, options))?;
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
