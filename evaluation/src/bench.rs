//! The benchmark: every corpus and every splice measured, and the rows of the table made of them.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use crate::gold::GoldCorpus;
use crate::groups::Group;
use crate::measure::{Measured, measure};
use crate::report::{Figures, Row, Section};
use crate::splice::{Condition, splice};

/// Splices of each host and condition.
const TRIALS: u32 = 2;

/// Measures the groups and their splices; donors of splices may come from any group.
///
/// # Errors
///
/// What [`measure`] says.
pub fn run(groups: &[Group]) -> Result<Vec<Section>, String> {
    let donors: Vec<GoldCorpus> =
        groups.iter().flat_map(|group| &group.corpora).map(crate::splice::clean).collect();
    let mut sections = Vec::new();
    for group in groups {
        let corpora: Vec<&GoldCorpus> = group.corpora.iter().collect();
        sections.push(of_corpora(group, &measure_all(&corpora)?));
        sections.push(of_splices(group, &donors)?);
    }
    Ok(sections)
}

/// A row for each corpus, and their means.
fn of_corpora(group: &Group, measured: &[Measured]) -> Section {
    let rows: Vec<Row> = group
        .corpora
        .iter()
        .zip(measured)
        .map(|(corpus, measured)| Row::new(&corpus.name, Figures::of(measured)))
        .collect();
    let mut section = Section { name: group.name.to_owned(), title: group.title.to_owned(), rows };
    let mut means = Vec::new();
    for (what, kept_out) in [("", false), ("kept out, ", true)] {
        for (kind, dirty) in [("off-topic text", true), ("clean", false)] {
            let chosen: Vec<&Figures> = section
                .rows
                .iter()
                .filter(|row| row.figures.off.is_some() == dirty)
                .filter(|row| !kept_out || group.kept_out.contains(&row.name.as_str()))
                .map(|row| &row.figures)
                .collect();
            if !chosen.is_empty() {
                let name = format!("mean, {what}{kind} ({})", chosen.len());
                means.push(Row::summary(&name, Figures::mean(&chosen)));
            }
        }
    }
    section.rows.extend(means);
    section
}

/// A row for each condition: the words of all its splices together.
fn of_splices(group: &Group, donors: &[GoldCorpus]) -> Result<Section, String> {
    let mut rows = Vec::new();
    for condition in Condition::ALL {
        let trials = if condition == Condition::Clean { 1 } else { TRIALS };
        let made = group.corpora.iter().flat_map(|host| {
            (0..trials).filter_map(move |trial| splice(host, donors, condition, trial))
        });
        let made: Vec<GoldCorpus> = made.collect();
        let measured = measure_all(&made.iter().collect::<Vec<_>>())?;
        let name = format!("{} ({})", condition.name(), made.len());
        rows.push(Row::summary(&name, Figures::pooled(&measured)));
    }
    let title = format!("{}, splices", group.title);
    Ok(Section { name: format!("{}-splices", group.name), title, rows })
}

/// Measures in as many threads as there are processors; the order of the results is that of the corpora.
fn measure_all(corpora: &[&GoldCorpus]) -> Result<Vec<Measured>, String> {
    let next = AtomicUsize::new(0);
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let mut results: Vec<(usize, Result<Measured, String>)> = Vec::new();
    thread::scope(|scope| {
        let worker = || {
            let mut done = Vec::new();
            loop {
                let at = next.fetch_add(1, Ordering::Relaxed);
                let Some(corpus) = corpora.get(at) else { return done };
                done.push((at, measure(corpus)));
            }
        };
        let workers: Vec<_> = (0..threads).map(|_| scope.spawn(worker)).collect();
        for handle in workers {
            match handle.join() {
                Ok(done) => results.extend(done),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
    });
    results.sort_by_key(|(at, _)| *at);
    results.into_iter().map(|(_, measured)| measured).collect()
}
