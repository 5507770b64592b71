//! The table for the documentation.

use super::{Section, cells, heads};

/// Writes each section as a table under its title; rows that sum up others are bold.
pub fn markdown(sections: &[Section]) -> String {
    let tables = sections.iter().map(|section| {
        let heads = heads();
        let mut table = format!("| {} | {} |\n", section.title, heads.join(" | "));
        table += &format!("|---|{}\n", "--:|".repeat(heads.len()));
        for row in &section.rows {
            let name = if row.summary { format!("**{}**", row.name) } else { row.name.clone() };
            table += &format!("| {name} | {} |\n", cells(&row.figures).join(" | "));
        }
        table
    });
    tables.collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{Figures, Row};

    #[test]
    fn as_many_cells_in_every_row() {
        let rows = vec![Row::summary("mean", Figures::default())];
        let table = markdown(&[Section { name: "a".into(), title: "A group".into(), rows }]);
        let counts: Vec<usize> = table.lines().map(|line| line.matches('|').count()).collect();
        assert_eq!(counts, [15, 15, 15]);
        assert!(table.contains("| **mean** | – |"), "{table}");
    }
}
