//! The table for a terminal: aligned columns.

use super::{Section, cells, heads};

/// Writes the sections one under the other, the figures to the right.
pub fn plain(sections: &[Section]) -> String {
    let mut rows: Vec<Vec<String>> = Vec::new();
    for section in sections {
        rows.push(std::iter::once(section.title.clone()).chain(heads()).collect());
        for row in &section.rows {
            let name = format!("  {}", row.name);
            rows.push(std::iter::once(name).chain(cells(&row.figures)).collect());
        }
        rows.push(Vec::new());
    }
    rows.pop();
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let width = |column: usize| {
        rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.chars().count()).max()
    };
    let widths: Vec<usize> = (0..columns).map(|column| width(column).unwrap_or(0)).collect();
    let line = |row: &Vec<String>| {
        let cell = |(column, cell): (usize, &String)| match (column, widths[column]) {
            (0, width) => format!("{cell:<width$}"),
            (_, width) => format!("  {cell:>width$}"),
        };
        row.iter().enumerate().map(cell).collect::<String>().trim_end().to_owned() + "\n"
    };
    rows.iter().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{Figures, Row};

    #[test]
    fn columns_stand_under_each_other() {
        let figures = Figures { off: Some([1.0, 0.5, 2.0 / 3.0]), ..Figures::default() };
        let rows = vec![Row::new("tea", figures), Row::summary("mean", Figures::default())];
        let section = Section { name: "a".into(), title: "A group".into(), rows };
        let table = plain(&[section]);
        let lines: Vec<&str> = table.lines().collect();
        assert_eq!(lines.len(), 3);
        assert!(lines[0].starts_with("A group  off P     R    F1  alarm"), "{table}");
        assert!(lines[1].starts_with("  tea     1.00  0.50  0.67  0.0 %"), "{table}");
        assert!(lines[2].starts_with("  mean       –     –     –  0.0 %"), "{table}");
    }
}
