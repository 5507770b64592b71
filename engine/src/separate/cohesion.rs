//! How much vocabulary the text before a gap shares with the text after it (Hearst's TextTiling): a change of subject is
//! likelier where it is little.

use super::units::Unit;
use crate::count::TermId;

/// Units on each side of a gap.
const WINDOW: usize = 2;
/// Cosine at which cohesion is full.
const FULL: f64 = 0.25;

/// For each unit the cohesion of the gap before it, from 0 to 1; 0 at the start of a document.
///
/// The cosine of damped term counts, weighted by how few units hold a term and by how rare it is in the language.
pub(super) fn gaps(units: &[Unit], importance: &[f64]) -> Vec<f64> {
    let mut all = Vec::with_capacity(units.len());
    for (at, unit) in units.iter().enumerate() {
        let same = |other: &usize| units[*other].document == unit.document;
        let before = (at.saturating_sub(WINDOW)..at).find(same);
        let Some(before) = before else {
            all.push(0.0);
            continue;
        };
        let end = (at..units.len().min(at + WINDOW)).rfind(same).map_or(at, |last| last + 1);
        let cosine =
            cosine(&window(&units[before..at], importance), &window(&units[at..end], importance));
        all.push((cosine / FULL).min(1.0));
    }
    all
}

/// How much a shared term says about cohesion: inverse unit frequency by rarity.
pub(super) fn importance(units: &[Unit], rarity: impl Iterator<Item = f64>) -> Vec<f64> {
    let mut importance: Vec<f64> = rarity.collect();
    let mut holders = vec![0_u32; importance.len()];
    for (term, _) in units.iter().flat_map(|unit| &unit.terms) {
        holders[*term as usize] += 1;
    }
    let all = units.len() as f64 + 1.0;
    for (value, holders) in importance.iter_mut().zip(&holders) {
        *value *= libm::log(all / f64::from((*holders).max(1)));
    }
    importance
}

/// Term weights of some units, by term.
fn window(units: &[Unit], importance: &[f64]) -> Vec<(TermId, f64)> {
    let mut terms: Vec<(TermId, u32)> = units.iter().flat_map(|unit| unit.terms.clone()).collect();
    terms.sort_unstable();
    terms
        .chunk_by(|a, b| a.0 == b.0)
        .map(|run| {
            let count: u32 = run.iter().map(|(_, count)| count).sum();
            let damped = if count > 1 { 1.0 + libm::log(f64::from(count)) } else { 1.0 };
            (run[0].0, damped * importance[run[0].0 as usize])
        })
        .collect()
}

fn cosine(a: &[(TermId, f64)], b: &[(TermId, f64)]) -> f64 {
    let length = |v: &[(TermId, f64)]| v.iter().map(|(_, x)| x * x).sum::<f64>().sqrt();
    let product: f64 = a
        .iter()
        .filter_map(|(term, x)| {
            b.binary_search_by_key(term, |(other, _)| *other).ok().map(|at| x * b[at].1)
        })
        .sum();
    product / (length(a) * length(b)).max(1e-9)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unit(document: u32, terms: &[TermId]) -> Unit {
        Unit {
            document,
            section: 0,
            blocks: 0..1,
            words: terms.len() as u32,
            terms: terms.iter().map(|term| (*term, 1)).collect(),
            copies: Vec::new(),
        }
    }

    #[test]
    fn a_gap_between_two_vocabularies_has_none() {
        let units =
            [unit(0, &[0, 1]), unit(0, &[0, 1]), unit(0, &[2, 3]), unit(0, &[2, 3]), unit(1, &[2])];
        let importance = importance(&units, [5.0; 4].into_iter());
        let gaps = gaps(&units, &importance);
        assert_eq!(gaps[0], 0.0);
        assert!(gaps[1] > 0.3, "{gaps:?}");
        assert_eq!(gaps[2], 0.0);
        assert!(gaps[3] > 0.3, "{gaps:?}");
        assert_eq!(gaps[4], 0.0, "another document");
    }
}
