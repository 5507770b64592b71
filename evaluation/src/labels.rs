//! Labels of lines, from a file of runs or made by a program.

use crate::rows::rows;
use crate::text::Text;

/// A label for each line of each document.
#[derive(Clone, Debug)]
pub struct Labels<L> {
    lines: Vec<Vec<Option<L>>>,
}

impl<L: Copy> Labels<L> {
    /// No label yet.
    pub fn new(texts: &[Text]) -> Self {
        let lines = |text: &Text| vec![None; text.text.split('\n').count()];
        Self { lines: texts.iter().map(lines).collect() }
    }

    /// The label of a line, counted from 1.
    pub fn of(&self, document: usize, line: usize) -> Option<L> {
        self.lines.get(document)?.get(line.checked_sub(1)?).copied().flatten()
    }

    /// Labels the lines from `first` to `last`, counted from 1, the last one included.
    ///
    /// # Errors
    ///
    /// A line that is not there or has a label already.
    pub fn fill(
        &mut self,
        document: usize,
        first: usize,
        last: usize,
        label: L,
    ) -> Result<(), String> {
        let lines = self.lines.get_mut(document);
        let count = lines.as_ref().map_or(0, |lines| lines.len());
        let start = first.checked_sub(1).filter(|start| *start < last);
        let range = start.and_then(|start| lines?.get_mut(start..last));
        let range = range.ok_or_else(|| format!("lines {first} to {last} of {count}"))?;
        for slot in range {
            if slot.replace(label).is_some() {
                return Err(format!("a line from {first} to {last} is labelled twice"));
            }
        }
        Ok(())
    }

    /// Reads tab-separated rows under a header that names at least the columns document, first, last and label.
    ///
    /// # Errors
    ///
    /// A missing column, an unknown document or label, a line that is not there or is labelled twice; the row is named.
    pub fn read(
        table: &str,
        texts: &[Text],
        label_of: impl Fn(&str) -> Option<L>,
    ) -> Result<Self, String> {
        let mut labels = Self::new(texts);
        for row in rows(table, texts)? {
            let row = row?;
            let found = label_of(row.label);
            let found = found.ok_or_else(|| row.wrong(&format!("unknown label {}", row.label)))?;
            let (first, last) = row.lines()?;
            labels.fill(row.document, first, last, found).map_err(|what| row.wrong(&what))?;
        }
        Ok(labels)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::label::Want;

    fn read(rows: &str) -> Result<Labels<Want>, String> {
        let text = Text { name: "a.txt".into(), text: "one\n\ntwo\nthree\n".into() };
        Labels::read(rows, &[text], Want::from_name)
    }

    #[test]
    fn runs_of_lines_in_any_order_of_columns() {
        let labels =
            read("label\tdocument\tfirst\tlast\non\ta.txt\t1\t1\n\noff\ta.txt\t3\t4\n").unwrap();
        let all: Vec<_> = (0..7).map(|line| labels.of(0, line)).collect();
        let (on, off) = (Some(Want::On), Some(Want::Off));
        assert_eq!(all, [None, on, None, off, off, None, None]);
        assert_eq!(labels.of(1, 1), None);
    }

    #[test]
    fn errors_name_the_row() {
        let header = "document\tfirst\tlast\tlabel\n";
        for (rows, part) in [
            ("", "no column document"),
            ("document\tfirst\tlast\n", "no column label"),
            (&format!("{header}b.txt\t1\t1\ton\n"), "row 2: unknown document b.txt"),
            (&format!("{header}a.txt\t1\t1\tmaybe\n"), "unknown label maybe"),
            (&format!("{header}a.txt\tx\t1\ton\n"), "\"x\" is no line number"),
            (&format!("{header}a.txt\t0\t1\ton\n"), "lines 0 to 1 of 5"),
            (&format!("{header}a.txt\t4\t9\ton\n"), "lines 4 to 9 of 5"),
            (&format!("{header}a.txt\t4\t3\ton\n"), "lines 4 to 3 of 5"),
            (&format!("{header}a.txt\t1\t2\ton\na.txt\t2\t3\toff\n"), "row 3: a line"),
        ] {
            let error = read(rows).unwrap_err();
            assert!(error.contains(part), "{error}");
        }
    }
}
