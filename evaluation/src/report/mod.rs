//! The table of the benchmark: its rows, and how they are written.

mod figures;
mod floor;
mod markdown;
mod plain;

pub use self::figures::Figures;
pub use self::floor::{Floor, TOLERANCE};
pub use self::markdown::markdown;
pub use self::plain::plain;

use crate::peers::Peer;

/// Rows that belong together.
#[derive(Debug)]
pub struct Section {
    /// What it goes by in files.
    pub name: String,
    /// What it goes by in tables.
    pub title: String,
    /// Its rows.
    pub rows: Vec<Row>,
}

/// A row of the table.
#[derive(Debug)]
pub struct Row {
    /// The corpus, or what the figures sum up.
    pub name: String,
    /// Whether it sums up others.
    pub summary: bool,
    /// Its figures.
    pub figures: Figures,
}

impl Row {
    /// The row of a corpus.
    pub fn new(name: &str, figures: Figures) -> Self {
        Self { name: name.to_owned(), summary: false, figures }
    }

    /// A row that sums up others.
    pub fn summary(name: &str, figures: Figures) -> Self {
        Self { summary: true, ..Self::new(name, figures) }
    }
}

/// The heads of the columns behind the name.
fn heads() -> Vec<String> {
    let ours = ["off P", "R", "F1", "alarm", "boil. F1", "lost", "V"].map(str::to_owned);
    let peers =
        Peer::ALL.into_iter().flat_map(|peer| [format!("{} F1", peer.name()), "alarm".to_owned()]);
    ours.into_iter().chain(peers).collect()
}

/// The cells of a row behind its name; a dash where there is no such figure.
fn cells(figures: &Figures) -> Vec<String> {
    let share = |share: Option<f64>| share.map_or("–".to_owned(), |share| format!("{share:.2}"));
    let percent = |share: f64| format!("{:.1} %", 100.0 * share);
    let off = figures.off;
    let mut cells: Vec<String> = (0..3).map(|at| share(off.map(|off| off[at]))).collect();
    cells.push(percent(figures.alarm));
    cells.push(share(Some(figures.boilerplate)));
    cells.push(percent(figures.lost));
    cells.push(share(figures.agreement));
    for (f1, alarm) in figures.peers {
        cells.push(share(f1));
        cells.push(percent(alarm));
    }
    cells
}
