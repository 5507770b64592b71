//! The term table, narrow enough for eighty columns.

use anstyle::Style;
use engine::count::Term;
use engine::explore::TermRow;

use crate::table::{Cell, Column, Table};

/// The columns of the other formats in the same order, under shorter names.
const COLUMNS: [Column; 10] = [
    Column::left("term"),
    Column::right("now").under("count"),
    Column::right("before"),
    Column::right("now").under("per 1 000"),
    Column::right("before"),
    Column::right("docs").under("found in"),
    Column::right("sect."),
    Column::right("g2").under("vs rest"),
    Column::right("ratio"),
    Column::right("disp.").under(""),
];

/// Makes the table.
pub(super) fn of(rows: &[(&Term, &TermRow)]) -> Table<10> {
    let mut table = Table::new(COLUMNS, &[(0, 8)]);
    for (term, row) in rows {
        table.row([
            Cell::new(&term.display, Style::new().bold()),
            row.count.to_string().into(),
            row.count_before.to_string().into(),
            format!("{:.2}", row.per_thousand).into(),
            format!("{:.2}", row.per_thousand_before).into(),
            row.documents.to_string().into(),
            row.sections.to_string().into(),
            format!("{:.1}", row.g2).into(),
            format!("{:.2}", row.log_ratio).into(),
            format!("{:.2}", row.dispersion).into(),
        ]);
    }
    table
}
