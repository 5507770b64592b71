//! The runs of each document under its name.

use anstyle::Style;
use evaluation::{Label, Run, Study};

use crate::look::Look;
use crate::reason::{shared, short_reason, topic_label};
use crate::table::{Cell, Column, Table};

const COLUMNS: [Column; 6] = [
    Column::right("lines"),
    Column::left("label"),
    Column::right("score"),
    Column::right("shared"),
    Column::left("topic"),
    Column::left("reason"),
];

const TOPIC: usize = 4;
const REASON: usize = 5;

/// The reason is cut first, but not to less than says something while the topic has words to spare.
const GIVE_WAY: [(usize, usize); 4] = [(REASON, 40), (TOPIC, 18), (REASON, 12), (TOPIC, 8)];

/// Makes the table.
pub(super) fn of(study: &Study, documents: &[Vec<Run>]) -> Table<6> {
    let mut table = Table::new(COLUMNS, &GIVE_WAY);
    for (document, runs) in study.corpus.documents.iter().zip(documents) {
        if !runs.is_empty() {
            table.title(&document.name);
        }
        for run in runs {
            let label = run.source.label(&study.analysis);
            let section = run.source.section(&study.analysis);
            // What is only furniture stands back as a whole.
            let rest = if label == Label::Boilerplate { label.style() } else { Style::new() };
            let topic = section.map_or_else(String::new, |section| topic_label(study, section));
            let score = section.map_or_else(String::new, |section| format!("{:.2}", section.score));
            table.row([
                Cell::new(&lines(run), rest),
                Cell::new(label.name(), label.style()),
                Cell::new(&score, rest),
                Cell::new(&shared(study, run.source), rest),
                Cell::new(&topic, rest),
                Cell::new(&short_reason(study, run.source), rest),
            ]);
        }
    }
    table
}

fn lines(run: &Run) -> String {
    if run.first == run.last {
        run.first.to_string()
    } else {
        format!("{}-{}", run.first, run.last)
    }
}
