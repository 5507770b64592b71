//! `topics evaluate`: how well verdicts agree with labels made by hand.

mod labels;
mod score;

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use self::labels::{Labels, Want};
use self::score::{Figures, Score, WrongLine};
use crate::Problems;
use crate::arguments::Options;
use crate::input::{self, Text};
use crate::runs::{Label, runs};
use crate::separate::cell;
use crate::study::Study;

/// Labels the lines of a corpus.
pub(crate) type Judge<'a> = dyn FnMut(Vec<Text>) -> Result<Labels<Label>, String> + 'a;

/// Labels from the engine.
pub(crate) fn by_engine(options: &Options) -> Box<Judge<'_>> {
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

/// Labels from a file with the rows of `topics separate`.
pub(crate) fn from_file(file: &Path) -> Box<Judge<'_>> {
    Box::new(|texts| {
        let located = |error| format!("{}: {error}", file.display());
        let rows = input::text(file).map_err(located)?;
        Labels::read(&rows, &texts, Label::from_name).map_err(located)
    })
}

/// How to evaluate.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Evaluation<'a> {
    /// The file of labels made by hand; `None` for each folder's `gold.tsv`.
    pub(crate) gold: Option<&'a Path>,
    /// Whether to list the lines that are wrong.
    pub(crate) verbose: bool,
}

impl Evaluation<'_> {
    /// Evaluates every folder, prints a row for each and one for their mean.
    pub(crate) fn write(
        self,
        out: &mut impl Write,
        folders: &[PathBuf],
        judge: &mut Judge<'_>,
        problems: &mut Problems,
    ) -> io::Result<()> {
        let mut all = Vec::new();
        let mut rows = vec![Figures::HEADER.to_owned()];
        for folder in folders {
            let own = folder.join("gold.tsv");
            match evaluate(folder, self.gold.unwrap_or(&own), judge, problems) {
                Ok((score, wrong)) => {
                    if self.verbose {
                        wrong_lines(out, folder, &wrong)?;
                    }
                    rows.push(score.figures().row(&corpus_name(folder)));
                    all.push(score.figures());
                }
                Err(problem) => problems.report(problem),
            }
        }
        if all.len() > 1 {
            rows.push(Figures::mean(&all).row("mean"));
        }
        rows.iter().try_for_each(|row| writeln!(out, "{row}"))
    }
}

fn corpus_name(folder: &Path) -> String {
    let name = folder.canonicalize().unwrap_or_else(|_| folder.to_owned());
    cell(&name.file_name().unwrap_or(name.as_os_str()).to_string_lossy())
}

fn evaluate(
    folder: &Path,
    gold: &Path,
    judge: &mut Judge<'_>,
    problems: &mut Problems,
) -> Result<(Score, Vec<WrongLine>), String> {
    let of_gold = |error| format!("{}: {error}", gold.display());
    let in_folder = |error: String| format!("{}: {error}", folder.display());
    let labels = input::text(gold).map_err(of_gold)?;
    let texts = input::read(&[folder.to_owned()], problems);
    if texts.is_empty() {
        return Err(in_folder("no document to evaluate".to_owned()));
    }
    let wanted = Labels::read(&labels, &texts, Want::from_name).map_err(of_gold)?;
    let lines: Vec<(String, Vec<(usize, String)>)> = texts.iter().map(counted_lines).collect();
    let got = judge(texts).map_err(in_folder)?;
    let mut score = Score::default();
    let mut wrong = Vec::new();
    for (index, (document, lines)) in lines.into_iter().enumerate() {
        for (at, (words, text)) in lines.into_iter().enumerate().filter(|(_, line)| line.0 > 0) {
            let number = at + 1;
            let missing = || format!("{document}:{number} has no label");
            let want = wanted.of(index, number).ok_or_else(|| of_gold(missing()))?;
            let got = got.of(index, number).ok_or_else(|| in_folder(missing()))?;
            if score.add(want, got, words) {
                wrong.push(WrongLine { document: document.clone(), number, want, got, text });
            }
        }
    }
    Ok((score, wrong))
}

/// A document's name and, for each line, its number of words and its beginning.
fn counted_lines(text: &Text) -> (String, Vec<(usize, String)>) {
    let line = |line: &str| {
        (line.split_whitespace().count(), line.trim().chars().take(90).collect::<String>())
    };
    (text.name.clone(), text.text.split('\n').map(line).collect())
}

fn wrong_lines(out: &mut impl Write, folder: &Path, wrong: &[WrongLine]) -> io::Result<()> {
    for line in wrong {
        let (corpus, document) = (corpus_name(folder), cell(&line.document));
        let (want, got) = (line.want.name(), line.got.name());
        writeln!(out, "{corpus}/{document}:{}\t{want}\t{got}\t{}", line.number, cell(&line.text))?;
    }
    Ok(())
}
