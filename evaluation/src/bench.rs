//! The benchmark: every corpus and every splice measured, and the rows of the table made of them.

use crate::gold::GoldCorpus;
use crate::groups::Group;
use crate::measure::{Measured, measure};
use crate::parallel;
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

/// Measures each corpus.
fn measure_all(corpora: &[&GoldCorpus]) -> Result<Vec<Measured>, String> {
    parallel::map(corpora, |corpus| measure(corpus)).into_iter().collect()
}
