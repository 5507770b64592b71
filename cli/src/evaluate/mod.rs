//! `topics evaluate`: how well verdicts agree with labels made by hand.

mod judge;
mod write;

use std::path::Path;

use evaluation::{Figures, Labels, Lines, Unlabelled, Want, WrongLine};

use self::judge::Judge;
use crate::arguments::{EvaluateArguments, Options};
use crate::format::cell;
use crate::input::{self, Input};
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
    let texts = input::texts(folder, problems);
    if texts.is_empty() {
        return Err(in_folder("no document to evaluate".to_owned()));
    }
    let wanted = Labels::read(&labels, &texts, Want::from_name).map_err(of_gold)?;
    let lines = Lines::of(&texts);
    let got = judge(texts).map_err(in_folder)?;
    let (score, wrong) = lines.compare(&wanted, &got).map_err(|missing| match missing {
        Unlabelled::Wanted(line) => of_gold(line),
        Unlabelled::Got(line) => in_folder(line),
    })?;
    Ok(Evaluated { corpus: corpus_name(folder), figures: score.figures(), wrong })
}
