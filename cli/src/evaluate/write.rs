//! An evaluation in each format.

use std::io::{self, Write};

use anstyle::Style;
use evaluation::{Figures, WrongLine};
use serde::Serialize;

use super::{Evaluated, Evaluation};
use crate::format::{Format, Outcome, cell, json, json_lines};
use crate::look::Look;
use crate::table::{Cell, Column, Table};

const FIGURES: [Column; 9] = [
    Column::left("corpus"),
    Column::right("prec.").under("off"),
    Column::right("recall"),
    Column::right("F1"),
    Column::right("prec.").under("boilerplate"),
    Column::right("recall"),
    Column::right("F1"),
    Column::right("alarm").under("false"),
    Column::right("lost").under(""),
];

const WRONG: [Column; 4] = [
    Column::right("line"),
    Column::left("should be"),
    Column::left("called"),
    Column::left("text"),
];

impl Evaluation {
    /// Writes the wrong lines, if asked for, and the figures.
    pub(crate) fn write(
        &self,
        out: &mut impl Write,
        format: Format,
        columns: Option<usize>,
    ) -> io::Result<Outcome> {
        match format {
            Format::Table => self.tables(out, columns)?,
            Format::Tsv => self.rows(out)?,
            Format::Json => {
                let corpora = self.corpora.iter().map(|corpus| self.object(corpus)).collect();
                json(out, &Objects { corpora, mean: self.mean })?;
            }
            Format::Jsonl => {
                json_lines(out, self.corpora.iter().map(|corpus| self.object(corpus)))?;
            }
        }
        Ok(Outcome::of(self.corpora.len()))
    }

    /// The name and the figures of each row, the mean last.
    fn figures(&self) -> impl Iterator<Item = (&str, &Figures)> {
        let mean = self.mean.iter().map(|figures| ("mean", figures));
        self.corpora.iter().map(|corpus| (corpus.corpus.as_str(), &corpus.figures)).chain(mean)
    }

    fn rows(&self, out: &mut impl Write) -> io::Result<()> {
        for Evaluated { corpus, wrong, .. } in self.corpora.iter().filter(|_| self.verbose) {
            for line in wrong {
                let (document, want, got) =
                    (cell(&line.document), line.want.name(), line.got.name());
                let (number, text) = (line.number, cell(&line.text));
                writeln!(out, "{corpus}/{document}:{number}\t{want}\t{got}\t{text}")?;
            }
        }
        writeln!(out, "corpus\t{}", Figures::NAMES.join("\t"))?;
        for (name, figures) in self.figures() {
            writeln!(out, "{name}\t{}", figures.cells(4).join("\t"))?;
        }
        Ok(())
    }

    fn tables(&self, out: &mut impl Write, columns: Option<usize>) -> io::Result<()> {
        if self.verbose && self.corpora.iter().any(|corpus| !corpus.wrong.is_empty()) {
            self.wrong_lines().write(out, columns)?;
            writeln!(out)?;
        }
        let mut table = Table::new(FIGURES, &[(0, 8)]);
        for (at, (name, figures)) in self.figures().enumerate() {
            let mean = at == self.corpora.len();
            let style = if mean { Style::new().bold() } else { Style::new() };
            let [a, b, c, d, e, f, g, h] = figures.cells(3).map(|figure| Cell::new(&figure, style));
            table.row([Cell::new(name, style), a, b, c, d, e, f, g, h]);
        }
        table.write(out, columns)
    }

    fn wrong_lines(&self) -> Table<4> {
        let mut table = Table::new(WRONG, &[(3, 8)]);
        for corpus in &self.corpora {
            for of_document in corpus.wrong.chunk_by(|a, b| a.document == b.document) {
                table.title(&format!("{}/{}", corpus.corpus, of_document[0].document));
                for WrongLine { number, want, got, text, .. } in of_document {
                    table.row([
                        number.to_string().into(),
                        Cell::new(want.name(), want.style()),
                        Cell::new(got.name(), got.style()),
                        text.clone().into(),
                    ]);
                }
            }
        }
        table
    }

    fn object<'a>(&self, evaluated: &'a Evaluated) -> Object<'a> {
        let wrong = |line: &'a WrongLine| Wrong {
            document: &line.document,
            line: line.number,
            wanted: line.want.name(),
            called: line.got.name(),
            text: &line.text,
        };
        Object {
            corpus: &evaluated.corpus,
            figures: evaluated.figures,
            wrong: self.verbose.then(|| evaluated.wrong.iter().map(wrong).collect()),
        }
    }
}

/// The whole output of `topics evaluate --format json`.
#[derive(Serialize)]
struct Objects<'a> {
    corpora: Vec<Object<'a>>,
    mean: Option<Figures>,
}

#[derive(Serialize)]
struct Object<'a> {
    corpus: &'a str,
    #[serde(flatten)]
    figures: Figures,
    #[serde(skip_serializing_if = "Option::is_none")]
    wrong: Option<Vec<Wrong<'a>>>,
}

/// A wrong line in the words of the columns.
#[derive(Serialize)]
struct Wrong<'a> {
    document: &'a str,
    line: usize,
    wanted: &'static str,
    called: &'static str,
    text: &'a str,
}
