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
    for run in units.chunk_by(|a, b| a.document == b.document) {
        // What stands before a gap stood behind the one two units above it.
        let window = |at: usize| Window::of(&run[at..run.len().min(at + WINDOW)], importance);
        let mut above = Window::of(&run[..1], importance);
        let mut behind = [window(0), window(1.min(run.len() - 1))];
        all.push(0.0);
        for at in 1..run.len() {
            let [first, second] = behind;
            all.push((above.cosine(&second) / FULL).min(1.0));
            above = first;
            behind = [second, window((at + 1).min(run.len() - 1))];
        }
    }
    all
}

/// How much a shared term says about cohesion: inverse unit frequency by rarity.
pub(super) fn importance(units: &[Unit], rarity: impl Iterator<Item = f64>) -> Vec<f64> {
    let mut importance: Vec<f64> = rarity.collect();
    let mut holders = vec![0_u32; importance.len()];
    for (term, _) in units.iter().flat_map(|unit| unit.terms.iter()) {
        holders[term as usize] += 1;
    }
    let all = units.iter().filter(|unit| !unit.head).count() as f64 + 1.0;
    for (value, holders) in importance.iter_mut().zip(&holders) {
        *value *= libm::log(all / f64::from((*holders).max(1)));
    }
    importance
}

/// Term weights of some units.
struct Window {
    /// By term.
    terms: Vec<(TermId, f64)>,
    length: f64,
}

impl Window {
    /// At most [`WINDOW`] units.
    fn of(units: &[Unit], importance: &[f64]) -> Self {
        let mut counts: Vec<(TermId, u32)> =
            units.first().into_iter().flat_map(|unit| unit.terms.iter()).collect();
        for unit in units.iter().skip(1) {
            counts = added(&counts, &unit.terms.iter().collect::<Vec<_>>());
        }
        let weight = |(term, count): (TermId, u32)| {
            let damped = if count > 1 { 1.0 + libm::log(f64::from(count)) } else { 1.0 };
            (term, damped * importance[term as usize])
        };
        let terms: Vec<(TermId, f64)> = counts.into_iter().map(weight).collect();
        let length = terms.iter().map(|(_, x)| x * x).sum::<f64>().sqrt();
        Self { terms, length }
    }

    fn cosine(&self, other: &Self) -> f64 {
        let (mut product, mut rest) = (0.0, other.terms.as_slice());
        for (term, x) in &self.terms {
            while rest.first().is_some_and(|(there, _)| there < term) {
                rest = &rest[1..];
            }
            if let Some((there, y)) = rest.first()
                && there == term
            {
                product += x * y;
            }
        }
        product / (self.length * other.length).max(1e-9)
    }
}

/// Two lists of counts by term as one.
fn added(a: &[(TermId, u32)], b: &[(TermId, u32)]) -> Vec<(TermId, u32)> {
    let mut sum = Vec::with_capacity(a.len() + b.len());
    let mut rest = b;
    for (term, count) in a {
        let smaller = rest.iter().take_while(|(other, _)| other < term).count();
        sum.extend_from_slice(&rest[..smaller]);
        rest = &rest[smaller..];
        match rest.first() {
            Some((other, more)) if other == term => {
                sum.push((*term, count + more));
                rest = &rest[1..];
            }
            _ => sum.push((*term, *count)),
        }
    }
    sum.extend_from_slice(rest);
    sum
}

#[cfg(test)]
mod tests {
    use super::super::bag::Bag;
    use super::*;

    fn unit(document: u32, terms: &[TermId]) -> Unit {
        Unit {
            document,
            section: 0,
            blocks: 0..1,
            words: terms.len() as u32,
            terms: Bag::new(terms),
            content: terms.len() as u32,
            head: false,
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
