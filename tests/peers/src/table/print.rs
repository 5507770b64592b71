//! The table, as a document can take it.

use std::fmt::Write;

use crate::measured::{Measured, Program};

/// The programs in the order of their rows: what they are called in a run, and in the table.
pub(crate) const NAMES: [(&str, &str); 6] = [
    ("wasm", "Topic Explorer, WebAssembly"),
    ("native", "Topic Explorer, native"),
    ("scikit", "scikit-learn: CountVectorizer, TF-IDF, MiniBatchNMF"),
    ("minisearch", "MiniSearch: an index"),
    ("wink", "wink-nlp: tokens alone"),
    ("loop", "by hand in JavaScript: `/\\p{L}+/gu` and a map"),
];

const HEAD: [&str; 9] =
    ["", "version", "parse", "count", "MB/s", "topics", "all", "tokens", "terms"];

/// Stands where a program has no such phase or figure.
const NONE: &str = "–";

/// The table with its title, its columns lined up.
pub(crate) fn table(run: &Measured) -> String {
    let rows: Vec<[String; 9]> = NAMES.iter().map(|(id, name)| row(run, id, name)).collect();
    let head = HEAD.map(str::to_owned);
    let width = |at: usize| {
        let cells = rows.iter().chain([&head]).map(|row| row[at].chars().count());
        cells.max().unwrap_or(0)
    };
    let widths: [usize; 9] = std::array::from_fn(width);
    let rounds = run.programs.iter().map(|program| program.rounds.len()).max().unwrap_or(0);
    let mut out = format!(
        "\n{:.1} MB of English text, {} documents, {} units of about 100 words; seconds on one core, median of {rounds} rounds\n\n",
        run.text.bytes as f64 / 1e6,
        run.text.documents,
        run.text.units,
    );
    line(&mut out, &head, &widths);
    let rule: Vec<String> =
        widths.iter().enumerate().map(|(at, width)| ruled(at, *width)).collect();
    let _ = writeln!(out, "|{}|", rule.join("|"));
    for row in &rows {
        line(&mut out, row, &widths);
    }
    for Program { id, missing, .. } in &run.programs {
        if let Some(why) = missing {
            let _ = writeln!(out, "\n{} was not measured: {why}", called(id));
        }
    }
    out
}

fn row(run: &Measured, id: &str, name: &str) -> [String; 9] {
    let Some(program) = run.of(id) else {
        let mut row = [(); 9].map(|()| NONE.to_owned());
        name.clone_into(&mut row[0]);
        "not measured".clone_into(&mut row[1]);
        return row;
    };
    let seconds = |time: Option<f64>| time.map_or(NONE.to_owned(), |time| format!("{time:.2}"));
    let number = |number: Option<u64>| number.map_or(NONE.to_owned(), parted);
    [
        name.to_owned(),
        program.version.clone(),
        seconds(program.median(|round| round.parse)),
        seconds(program.median(|round| round.count)),
        run.rate(program).map_or(NONE.to_owned(), |rate| format!("{rate:.1}")),
        seconds(program.median(|round| round.topics)),
        seconds(program.whole()),
        number(program.tokens),
        number(program.terms),
    ]
}

/// What a program is called in the table.
fn called(id: &str) -> &str {
    NAMES.iter().find(|(known, _)| *known == id).map_or(id, |(_, name)| name)
}

/// Words stand at the left, figures at the right.
fn line(out: &mut String, cells: &[String; 9], widths: &[usize; 9]) {
    let _ = write!(out, "|");
    for (at, (cell, width)) in cells.iter().zip(widths).enumerate() {
        let _ = if at < 2 {
            write!(out, " {cell:<width$} |")
        } else {
            write!(out, " {cell:>width$} |")
        };
    }
    out.push('\n');
}

fn ruled(at: usize, width: usize) -> String {
    if at < 2 { "-".repeat(width + 2) } else { "-".repeat(width + 1) + ":" }
}

/// `1 234 567`.
fn parted(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(' ');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measured::tests::RUN;

    #[test]
    fn a_row_a_program_whether_it_ran_or_not() {
        let text = table(&Measured::read(RUN).expect("it is well formed"));
        let rows: Vec<&str> = text.lines().filter(|line| line.starts_with('|')).collect();
        assert_eq!(rows.len(), 2 + NAMES.len());
        let width = rows[0].chars().count();
        assert!(rows.iter().all(|row| row.chars().count() == width), "{text}");
        let cells = |name: &str| -> Vec<&str> {
            let row = rows.iter().find(|row| row.contains(name)).expect("it has a row");
            row.split('|').map(str::trim).collect()
        };
        assert_eq!(
            cells("WebAssembly")[2..10],
            ["Node.js 20", "0.60", "0.24", "75.0", "0.60", "1.50", "3 000 000", "20 000"]
        );
        assert_eq!(cells("scikit-learn")[3..8], ["–", "1.00", "20.0", "4.20", "5.20"]);
        assert_eq!(cells("wink-nlp")[2..4], ["not measured", "–"]);
        assert!(text.contains("wink-nlp: tokens alone was not measured: Node.js is missing"));
    }

    #[test]
    fn thousands_are_parted() {
        assert_eq!([0, 999, 1000, 1_234_567].map(parted), ["0", "999", "1 000", "1 234 567"]);
    }
}
