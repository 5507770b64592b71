//! `topics evaluate`: how well verdicts agree with labels made by hand.

mod gold;
mod score;

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use self::gold::Want;
use self::score::{Figures, Score, WrongLine};
use crate::Problems;
use crate::arguments::Options;
use crate::input;
use crate::runs::runs;
use crate::separate::cell;
use crate::study::Study;

/// Evaluates every folder, prints a row for each and one for their mean.
pub(crate) fn write(
    out: &mut impl Write,
    folders: &[PathBuf],
    verbose: bool,
    options: &Options,
    problems: &mut Problems,
) -> io::Result<()> {
    let mut all = Vec::new();
    if !verbose {
        writeln!(out, "{}", Figures::HEADER)?;
    }
    for folder in folders {
        match evaluate(folder, options, problems) {
            Ok((score, wrong)) => {
                if verbose {
                    wrong_lines(out, &wrong)?;
                    writeln!(out, "{}", Figures::HEADER)?;
                }
                writeln!(out, "{}", score.figures().row(&corpus_name(folder)))?;
                all.push(score.figures());
            }
            Err(problem) => problems.report(format_args!("{}: {problem}", folder.display())),
        }
    }
    if all.len() > 1 {
        writeln!(out, "{}", Figures::mean(&all).row("mean"))?;
    }
    Ok(())
}

fn corpus_name(folder: &Path) -> String {
    let name = folder.canonicalize().unwrap_or_else(|_| folder.to_owned());
    cell(&name.file_name().unwrap_or(name.as_os_str()).to_string_lossy())
}

fn evaluate(
    folder: &Path,
    options: &Options,
    problems: &mut Problems,
) -> Result<(Score, Vec<WrongLine>), String> {
    let labels = input::text(&folder.join("gold.tsv")).map_err(|e| format!("gold.tsv: {e}"))?;
    let texts = input::read(&[folder.to_owned()], problems);
    if texts.is_empty() {
        return Err("no document to evaluate".to_owned());
    }
    let study = Study::of(texts, options);
    let gold = gold::read(&labels, &study.corpus)?;
    let mut score = Score::default();
    let mut wrong = Vec::new();
    for (index, document) in study.corpus.documents.iter().enumerate() {
        let mut runs = runs(&study, index).into_iter().peekable();
        for (line, text) in document.text.split('\n').enumerate() {
            let words = text.split_whitespace().count();
            if words == 0 {
                continue;
            }
            let number = line + 1;
            while runs.peek().is_some_and(|run| run.last < number) {
                runs.next();
            }
            let run =
                runs.peek().ok_or_else(|| format!("{}:{number}: no verdict", document.name))?;
            let got = run.source.label(&study.analysis);
            let want = gold.label(index, number);
            let want =
                want.ok_or_else(|| format!("gold.tsv: {}:{number} has no label", document.name))?;
            if score.add(want, got, words) {
                wrong.push(WrongLine {
                    document: document.name.clone(),
                    number,
                    want,
                    got,
                    text: text.trim().chars().take(90).collect(),
                });
            }
        }
    }
    Ok((score, wrong))
}

fn wrong_lines(out: &mut impl Write, wrong: &[WrongLine]) -> io::Result<()> {
    for line in wrong {
        let (want, got) = (Want::name(line.want), line.got.name());
        let (document, text) = (cell(&line.document), cell(&line.text));
        writeln!(out, "{document}\t{}\t{want}\t{got}\t{text}", line.number)?;
    }
    Ok(())
}
