//! What to expect of corpora that nobody saw: the parameters are fitted anew without a group of corpora, and score it.
//!
//! The parameters of the method were chosen with all labelled corpora in view, so what those score is more than others would.
//! Here nothing of the first group has a part in the choice, but for text of it that is spliced into other corpora as foreign.
//! The search starts far from the parameters that are in use, each a factor of up to 2.5 away, and is run several times: how far
//! its results lie apart says how much such a figure is worth.
//!
//! | step | file |
//! |---|---|
//! | the parameters as a list of numbers, and back | `parameters.rs` |
//! | corpora that are scored again and again | `ready.rs` |
//! | the search | `search.rs` |

mod parameters;
mod ready;
mod search;

use engine::separate::Weights;

use self::ready::Ready;
use crate::gold::GoldCorpus;
use crate::groups::Group;
use crate::score::Score;
use crate::splice::{self, Condition};

/// Times the search is run.
pub const RUNS: u64 = 3;
/// Settings it tries each time.
pub const STEPS: usize = 1000;
/// Splices of each host and condition.
const TRIALS: u32 = 2;
/// What a false alarm costs against a word found: a person would rather miss something.
const ALARM: f64 = 3.0;

/// What the corpora of a group score under one set of parameters.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Outcome {
    /// Off-topic F1, the mean over its corpora that have off-topic text.
    pub f1: f64,
    /// The least of these.
    pub least: f64,
    /// False alarm, the mean over its clean corpora.
    pub clean: f64,
    /// False alarm, the mean over its clean twins.
    pub twins: f64,
    /// Off-topic F1 of its splices, their words counted together.
    pub splices: f64,
}

/// What a corpus is there for.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Kind {
    /// As it was found.
    Whole,
    /// What belongs of it, and its furniture.
    Twin,
    /// That with foreign text in it.
    Splice,
}

/// Fits the parameters without the corpora of the first group, but for the first of them, and scores those: once with the
/// parameters in use, once for each run of the search. `tell` hears of each as it is there.
///
/// # Errors
///
/// A corpus whose labels do not fit its documents.
pub fn run(
    groups: &[Group],
    (runs, steps): (u64, usize),
    mut tell: impl FnMut(&str, &Outcome),
) -> Result<(), String> {
    let donors: Vec<GoldCorpus> =
        groups.iter().flat_map(|group| &group.corpora).map(splice::clean).collect();
    let (mut seen, mut unseen) = (Vec::new(), Vec::new());
    for (number, group) in groups.iter().enumerate() {
        for (at, corpus) in group.corpora.iter().enumerate() {
            // The shipped documents come first: it is no secret what they hold.
            let part = if number == 0 && at > 0 { &mut unseen } else { &mut seen };
            with_splices(part, corpus, &donors)?;
        }
    }
    tell("parameters in use", &outcome(&unseen, &Weights::default())?);
    for seed in 1..=runs {
        let fitted = search::search(seed, steps, |weights| Ok(outcome(&seen, weights)?.worth()))?;
        tell(&format!("fitted on others, run {seed}"), &outcome(&unseen, &fitted)?);
    }
    Ok(())
}

/// Adds a corpus, its clean twin and its splices.
fn with_splices(
    all: &mut Vec<Ready>,
    corpus: &GoldCorpus,
    donors: &[GoldCorpus],
) -> Result<(), String> {
    all.push(Ready::new(corpus, Kind::Whole)?);
    for condition in Condition::ALL {
        let is_clean = condition == Condition::Clean;
        let (kind, trials) = if is_clean { (Kind::Twin, 1) } else { (Kind::Splice, TRIALS) };
        for made in (0..trials).filter_map(|trial| splice::splice(corpus, donors, condition, trial))
        {
            all.push(Ready::new(&made, kind)?);
        }
    }
    Ok(())
}

/// What these corpora score under some parameters.
fn outcome(all: &[Ready], weights: &Weights) -> Result<Outcome, String> {
    let (mut f1, mut clean, mut twins) = (Vec::new(), Vec::new(), Vec::new());
    let mut splices = Score::default();
    for (one, score) in all.iter().zip(ready::scores(all, weights)?) {
        let figures = score.figures();
        match one.kind {
            Kind::Whole if score.has_off() => f1.push(figures.off()[2]),
            Kind::Whole => clean.push(figures.false_alarm()),
            Kind::Twin => twins.push(figures.false_alarm()),
            Kind::Splice => splices += score,
        }
    }
    let least = f1.iter().copied().fold(1.0, f64::min);
    let splices = if splices.has_off() { splices.figures().off()[2] } else { 0.0 };
    Ok(Outcome { f1: mean(&f1), least, clean: mean(&clean), twins: mean(&twins), splices })
}

impl Outcome {
    /// What the search looks for the most of.
    fn worth(&self) -> f64 {
        self.f1 + self.splices - ALARM * (self.clean + self.twins)
    }
}

/// The mean; 0 of nothing.
fn mean(all: &[f64]) -> f64 {
    all.iter().sum::<f64>() / all.len().max(1) as f64
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gold::tests::marked;

    fn corpus(name: &str, lines: &[&str]) -> GoldCorpus {
        GoldCorpus { name: name.into(), pages: vec![marked("a.txt", lines)] }
    }

    #[test]
    fn the_first_group_is_scored_and_not_fitted_on() {
        let tea = ["n|Tea is drunk hot from a cup.", "n|Kettles boil the water for the tea."];
        let group = |name, corpora| Group { name, title: name, corpora, kept_out: &[] };
        let groups = [
            group("first", vec![corpus("shipped", &tea), corpus("tea", &tea)]),
            group("second", vec![corpus("more", &tea)]),
        ];
        let mut told = Vec::new();
        run(&groups, (2, 1), |name, outcome| told.push((name.to_owned(), *outcome))).unwrap();
        let names: Vec<&str> = told.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(
            names,
            ["parameters in use", "fitted on others, run 1", "fitted on others, run 2"]
        );
        // Too little to judge anything, so nothing is flagged.
        let nothing = Outcome { f1: 0.0, least: 1.0, clean: 0.0, twins: 0.0, splices: 0.0 };
        assert!(told.iter().all(|(_, outcome)| *outcome == nothing));
    }

    #[test]
    fn a_false_alarm_costs_more_than_a_miss() {
        let one = Outcome { f1: 0.8, least: 0.6, clean: 0.02, twins: 0.02, splices: 0.5 };
        assert!(Outcome { f1: 0.81, ..one }.worth() > one.worth());
        assert!(Outcome { f1: 0.81, clean: 0.03, ..one }.worth() < one.worth());
    }
}
