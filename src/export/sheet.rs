//! A table as CSV or JSON.

use super::origin::Origin;
use super::plain::plain;

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Text.
    Text(String),
    /// A whole number.
    Count(i64),
    /// Any other number.
    Number(f64),
    /// Nothing.
    Empty,
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<u32> for Cell {
    fn from(count: u32) -> Self {
        Self::Count(i64::from(count))
    }
}

impl From<f64> for Cell {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

/// A table: every row has a cell for every column.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sheet {
    /// Names of the columns: lower case, words joined by `_`.
    pub columns: &'static [&'static str],
    /// The rows.
    pub rows: Vec<Vec<Cell>>,
}

impl Sheet {
    /// As comma-separated values (RFC 4180, with line feeds), what made it before them in lines that begin with `#`.
    ///
    /// A text that a spreadsheet would take for a formula is led by an apostrophe: documents are only ever text.
    pub fn csv(&self, origin: &Origin) -> String {
        let mut out = String::new();
        for (name, value) in &origin.facts {
            out.push_str("# ");
            out.push_str(name);
            out.push_str(": ");
            // A fact is one line, whatever a person typed.
            out.extend(value.chars().map(|one| if one.is_control() { ' ' } else { one }));
            out.push('\n');
        }
        out.push_str(&self.columns.join(","));
        out.push('\n');
        for row in &self.rows {
            for (index, cell) in row.iter().enumerate() {
                if index > 0 {
                    out.push(',');
                }
                match cell {
                    Cell::Text(text) => quoted(text, &mut out),
                    Cell::Count(count) => out.push_str(&count.to_string()),
                    Cell::Number(number) => out.push_str(&plain(*number).unwrap_or_default()),
                    Cell::Empty => {}
                }
            }
            out.push('\n');
        }
        out
    }

    /// As JSON: `{"made_by": {…}, "rows": [{column: value, …}, …]}`. What is empty or not finite is `null`.
    pub fn json(&self, origin: &Origin) -> String {
        let mut out = String::from("{\n\"made_by\": {");
        for (index, (name, value)) in origin.facts.iter().enumerate() {
            out.push_str(if index > 0 { ",\n  " } else { "\n  " });
            string(name, &mut out);
            out.push_str(": ");
            string(value, &mut out);
        }
        out.push_str("\n},\n\"rows\": [");
        for (index, row) in self.rows.iter().enumerate() {
            out.push_str(if index > 0 { ",\n  {" } else { "\n  {" });
            for (at, (column, cell)) in self.columns.iter().zip(row).enumerate() {
                if at > 0 {
                    out.push_str(", ");
                }
                string(column, &mut out);
                out.push_str(": ");
                match cell {
                    Cell::Text(text) => string(text, &mut out),
                    Cell::Count(count) => out.push_str(&count.to_string()),
                    Cell::Number(number) => {
                        out.push_str(&plain(*number).unwrap_or_else(|| "null".to_owned()));
                    }
                    Cell::Empty => out.push_str("null"),
                }
            }
            out.push('}');
        }
        out.push_str("\n]\n}\n");
        out
    }
}

fn quoted(text: &str, out: &mut String) {
    let formula = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let plain = !formula && !text.starts_with('#') && !text.contains(['"', ',', '\n', '\r']);
    if plain {
        out.push_str(text);
        return;
    }
    out.push('"');
    if formula {
        out.push('\'');
    }
    out.push_str(&text.replace('"', "\"\""));
    out.push('"');
}

fn string(text: &str, out: &mut String) {
    out.push('"');
    for one in text.chars() {
        match one {
            '"' | '\\' => {
                out.push('\\');
                out.push(one);
            }
            '\n' => out.push_str("\\n"),
            one if one < ' ' => out.push_str(&format!("\\u{:04x}", one as u32)),
            one => out.push(one),
        }
    }
    out.push('"');
}

// Property tests run natively.
#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn origin() -> Origin {
        Origin { facts: vec![("corpus", "Do “they” cry?\nYes".to_owned())] }
    }

    #[test]
    fn commas_quotes_lines_and_formulas_are_harmless() {
        let cells = ["a,b", "say \"so\"", "two\nlines", "=1+1", "-5", "# no", "plain"];
        let sheet = Sheet {
            columns: &["text", "count", "share"],
            rows: cells.map(|text| vec![text.into(), Cell::Count(-3), Cell::Number(0.25)]).into(),
        };
        assert_eq!(
            sheet.csv(&origin()),
            "# corpus: Do “they” cry? Yes\ntext,count,share\n\"a,b\",-3,0.25\n\"say \"\"so\"\"\",-3,0.25\n\
             \"two\nlines\",-3,0.25\n\"'=1+1\",-3,0.25\n\"'-5\",-3,0.25\n\"# no\",-3,0.25\nplain,-3,0.25\n"
        );
    }

    proptest! {
        #[test]
        fn any_text_comes_back_from_json(text in "\\PC*|[\\x00-\\x20\"\\\\]*") {
            let sheet = Sheet { columns: &["a", "b"], rows: vec![vec![text.clone().into(), Cell::Number(f64::NAN)]] };
            let read: serde_json::Value = serde_json::from_str(&sheet.json(&origin())).expect("JSON");
            prop_assert_eq!(read["rows"][0]["a"].as_str(), Some(text.as_str()));
            prop_assert!(read["rows"][0]["b"].is_null());
            prop_assert_eq!(read["made_by"]["corpus"].as_str(), Some("Do “they” cry?\nYes"));
        }
    }
}
