//! What the figures were when they were last recorded, below which they must not fall.

use std::collections::BTreeMap;

use super::{Figures, Section};

/// How much worse a figure may be. Less than what one short paragraph on the other side makes in a mean.
pub const TOLERANCE: f64 = 0.005;

/// What stands for a figure that is not there.
const NONE: &str = "-";

/// What is recorded of a row: off-topic F1, false alarm, boilerplate F1, V-measure.
type Recorded = [Option<f64>; 4];

const NAMES: [&str; 4] = ["off F1", "false alarm", "boilerplate F1", "V-measure"];

/// Recorded figures by section and row.
#[derive(Debug, Default, PartialEq)]
pub struct Floor(BTreeMap<(String, String), Recorded>);

impl Floor {
    /// The figures of a table.
    pub fn of(sections: &[Section]) -> Self {
        let rows = sections.iter().flat_map(|section| {
            let key = |name: &String| (section.name.clone(), name.clone());
            section.rows.iter().map(move |row| (key(&row.name), recorded(&row.figures)))
        });
        Self(rows.collect())
    }

    /// Reads what [`Floor::write`] wrote.
    ///
    /// # Errors
    ///
    /// A row that is not one; it is named.
    pub fn read(table: &str) -> Result<Self, String> {
        let mut floor = BTreeMap::new();
        for (index, line) in table.lines().enumerate().skip(1).filter(|(_, line)| !line.is_empty())
        {
            let wrong = || format!("row {}: not a section, a name and four figures", index + 1);
            let cells: Vec<&str> = line.split('\t').collect();
            let [section, name, figures @ ..] = cells.as_slice() else { return Err(wrong()) };
            let mut recorded: Recorded = [None; 4];
            if figures.len() != recorded.len() {
                return Err(wrong());
            }
            for (slot, cell) in recorded.iter_mut().zip(figures) {
                if *cell != NONE {
                    *slot = Some(cell.parse().map_err(|_| wrong())?);
                }
            }
            floor.insert(((*section).to_owned(), (*name).to_owned()), recorded);
        }
        Ok(Self(floor))
    }

    /// Tab-separated rows under a header.
    pub fn write(&self) -> String {
        let mut table = format!("section\trow\t{}\n", NAMES.join("\t"));
        for ((section, name), figures) in &self.0 {
            let cell = |figure: &Option<f64>| {
                figure.map_or(NONE.to_owned(), |figure| format!("{figure:.4}"))
            };
            let cells: Vec<String> = figures.iter().map(cell).collect();
            table += &format!("{section}\t{name}\t{}\n", cells.join("\t"));
        }
        table
    }

    /// What is worse than the floor by more than the tolerance, each in one line; empty where nothing is.
    ///
    /// A row that is only on one side counts as fallen: a floor with holes would hold nothing.
    pub fn fallen(&self, now: &Self) -> Vec<String> {
        let mut fallen = Vec::new();
        for (key @ (section, name), before) in &self.0 {
            let Some(figures) = now.0.get(key) else {
                fallen.push(format!("{section}: {name} is recorded but was not measured"));
                continue;
            };
            for (at, what) in NAMES.iter().enumerate() {
                if let Some((before, now)) = worse(at, before[at], figures[at]) {
                    fallen.push(format!("{section}: {name}: {what} {before:.4} -> {now}"));
                }
            }
        }
        let new = now.0.keys().filter(|key| !self.0.contains_key(*key));
        fallen.extend(new.map(|(section, name)| format!("{section}: {name} is not recorded")));
        fallen
    }

    /// How many figures are better than the floor by more than the tolerance.
    pub fn risen(&self, now: &Self) -> usize {
        let better = |(key, before): (&(String, String), &Recorded)| {
            let now = now.0.get(key).copied().unwrap_or([None; 4]);
            (0..NAMES.len()).filter(|at| worse(*at, now[*at], before[*at]).is_some()).count()
        };
        self.0.iter().map(better).sum()
    }
}

fn recorded(figures: &Figures) -> Recorded {
    let off = figures.off.map(|off| off[2]);
    [off, Some(figures.alarm), Some(figures.boilerplate), figures.agreement]
}

/// The two figures if the second is worse; of false alarm more is worse, of all others less.
fn worse(at: usize, before: Option<f64>, now: Option<f64>) -> Option<(f64, String)> {
    let before = before?;
    let Some(now) = now else { return Some((before, "none".to_owned())) };
    let fall = if at == 1 { now - before } else { before - now };
    // Recorded figures have four places.
    (fall > TOLERANCE + 1e-9).then(|| (before, format!("{now:.4}")))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::report::Row;

    fn table(f1: f64, alarm: f64) -> Floor {
        let figures =
            Figures { off: Some([1.0, 0.5, f1]), alarm, boilerplate: 0.9, ..Figures::default() };
        let rows = vec![Row::new("tea", figures)];
        Floor::of(&[Section { name: "a".into(), title: "A".into(), rows }])
    }

    #[test]
    fn what_fell_is_named() {
        let floor = table(0.8, 0.02);
        assert!(floor.fallen(&table(0.796, 0.024)).is_empty());
        assert_eq!(floor.fallen(&table(0.79, 0.02)), ["a: tea: off F1 0.8000 -> 0.7900"]);
        assert_eq!(floor.fallen(&table(0.9, 0.03)), ["a: tea: false alarm 0.0200 -> 0.0300"]);
        assert_eq!(floor.risen(&table(0.9, 0.0)), 2);
        assert_eq!(floor.risen(&table(0.7, 0.1)), 0);
    }

    #[test]
    fn rows_on_one_side_only() {
        let none = Floor::default();
        assert_eq!(table(0.8, 0.0).fallen(&none), ["a: tea is recorded but was not measured"]);
        assert_eq!(none.fallen(&table(0.8, 0.0)), ["a: tea is not recorded"]);
    }

    #[test]
    fn wrong_rows_are_named() {
        for row in ["a\ttea\t1\t2\t3", "a", "a\ttea\tx\t0\t0\t0"] {
            let error = Floor::read(&format!("header\n{row}\n")).unwrap_err();
            assert!(error.starts_with("row 2: "), "{error}");
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_and_nothing_fell(f1 in 0.0..1.0, alarm in 0.0..1.0) {
            let floor = table(f1, alarm);
            let read = Floor::read(&floor.write()).unwrap();
            prop_assert!(read.fallen(&floor).is_empty());
            prop_assert_eq!(read.write(), floor.write());
        }
    }
}
