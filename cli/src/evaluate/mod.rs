//! `topics evaluate`: how well verdicts agree with labels made by hand.

mod judge;
mod labels;
mod score;
mod write;

use std::path::Path;

use self::judge::Judge;
use self::labels::{Labels, Want};
use self::score::{Figures, Score, WrongLine};
use crate::arguments::{EvaluateArguments, Options};
use crate::format::cell;
use crate::input::{self, Input, Text};
use crate::problems::Problems;

/// What was found for one corpus.
#[derive(Debug)]
struct Evaluated {
    corpus: String,
    figures: Figures,
    /// Lines whose label is not the one it should have.
    wrong: Vec<WrongLine>,
}

/// What was found for every corpus that could be evaluated.
#[derive(Debug)]
pub(crate) struct Evaluation {
    corpora: Vec<Evaluated>,
    /// Where there are two corpora or more.
    mean: Option<Figures>,
    /// Whether to list the lines that are wrong.
    verbose: bool,
}

impl Evaluation {
    /// Evaluates every folder; what cannot be evaluated is reported and left out.
    pub(crate) fn of(
        arguments: &EvaluateArguments,
        options: &Options,
        problems: &mut Problems,
    ) -> Self {
        let mut judge = match &arguments.predicted {
            Some(file) => judge::from_file(file),
            None => judge::by_engine(options),
        };
        let mut corpora = Vec::new();
        for folder in &arguments.folders {
            let own = Input::Path(folder.join("gold.tsv"));
            let gold = arguments.gold.as_ref().unwrap_or(&own);
            match evaluate(folder, gold, &mut *judge, problems) {
                Ok(evaluated) => corpora.push(evaluated),
                Err(problem) => problems.report(problem),
            }
        }
        let figures: Vec<Figures> = corpora.iter().map(|evaluated| evaluated.figures).collect();
        let mean = (figures.len() > 1).then(|| Figures::mean(&figures));
        Self { corpora, mean, verbose: arguments.verbose }
    }
}

fn corpus_name(folder: &Path) -> String {
    let name = folder.canonicalize().unwrap_or_else(|_| folder.to_owned());
    cell(&name.file_name().unwrap_or(name.as_os_str()).to_string_lossy())
}

fn evaluate(
    folder: &Path,
    gold: &Input,
    judge: &mut Judge<'_>,
    problems: &mut Problems,
) -> Result<Evaluated, String> {
    let of_gold = |error| format!("{gold}: {error}");
    let in_folder = |error: String| format!("{}: {error}", folder.display());
    input::check_folder(folder).map_err(in_folder)?;
    let labels = gold.text().map_err(of_gold)?;
    let texts = input::read(&[Input::Path(folder.to_owned())], problems);
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
    Ok(Evaluated { corpus: corpus_name(folder), figures: score.figures(), wrong })
}

/// A document's name and, for each line, its number of words and its beginning.
fn counted_lines(text: &Text) -> (String, Vec<(usize, String)>) {
    let line = |line: &str| {
        (line.split_whitespace().count(), line.trim().chars().take(90).collect::<String>())
    };
    (text.name.clone(), text.text.split('\n').map(line).collect())
}
