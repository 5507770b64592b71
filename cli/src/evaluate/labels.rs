//! Labels of lines, from a file of runs or from the engine.

use anstyle::Style;

use crate::input::Text;
use crate::runs::Label;

/// What a line should be.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Want {
    On,
    Off,
    Boilerplate,
    /// Either answer is right: the line is left out of every figure.
    Either,
}

impl Want {
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::On => "on",
            Self::Off => "off",
            Self::Boilerplate => "boilerplate",
            Self::Either => "either",
        }
    }

    /// Its look at a terminal: that of the label it asks for.
    pub(super) fn style(self) -> Style {
        match self {
            Self::On => Label::On.style(),
            Self::Off => Label::Off.style(),
            Self::Boilerplate => Label::Boilerplate.style(),
            Self::Either => Style::new(),
        }
    }

    pub(super) fn from_name(name: &str) -> Option<Self> {
        let all = [Self::On, Self::Off, Self::Boilerplate, Self::Either];
        all.into_iter().find(|want| want.name() == name)
    }
}

/// A label for each line of each document.
#[derive(Debug)]
pub(crate) struct Labels<L> {
    lines: Vec<Vec<Option<L>>>,
}

impl<L: Copy> Labels<L> {
    /// No label yet.
    pub(super) fn new(texts: &[Text]) -> Self {
        let lines = |text: &Text| vec![None; text.text.split('\n').count()];
        Self { lines: texts.iter().map(lines).collect() }
    }

    /// The label of a line, counted from 1.
    pub(super) fn of(&self, document: usize, line: usize) -> Option<L> {
        self.lines.get(document)?.get(line.checked_sub(1)?).copied().flatten()
    }

    /// Labels the lines from `first` to `last`, counted from 1, the last one included.
    pub(super) fn fill(
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
    pub(super) fn read(
        rows: &str,
        texts: &[Text],
        label_of: impl Fn(&str) -> Option<L>,
    ) -> Result<Self, String> {
        let mut labels = Self::new(texts);
        let mut rows = rows.lines().enumerate().filter(|(_, row)| !row.trim().is_empty());
        let header: Vec<&str> =
            rows.next().map_or(Vec::new(), |(_, row)| row.split('\t').collect());
        let column = |names: &[&str]| {
            let found = header.iter().position(|name| names.contains(&name.trim()));
            found.ok_or_else(|| format!("no column {}", names[0]))
        };
        let (document, label) = (column(&["document", "doc"])?, column(&["label"])?);
        let (first, last) = (column(&["first"])?, column(&["last"])?);
        for (index, row) in rows {
            let wrong = |what: String| format!("row {}: {what}", index + 1);
            let cells: Vec<&str> = row.split('\t').map(str::trim).collect();
            let cell = |column: usize| cells.get(column).copied().unwrap_or("");
            let number = |column: usize| {
                let unread = |_| wrong(format!("{:?} is no line number", cell(column)));
                cell(column).parse::<usize>().map_err(unread)
            };
            let name = cell(document);
            let at = texts.iter().position(|text| text.name == name);
            let at = at.ok_or_else(|| wrong(format!("unknown document {name}")))?;
            let found = label_of(cell(label));
            let found = found.ok_or_else(|| wrong(format!("unknown label {}", cell(label))))?;
            labels.fill(at, number(first)?, number(last)?, found).map_err(wrong)?;
        }
        Ok(labels)
    }
}

impl Label {
    pub(super) fn from_name(name: &str) -> Option<Self> {
        let all = [Self::On, Self::Off, Self::Unsure, Self::Boilerplate];
        all.into_iter().find(|label| label.name() == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
