//! Labels made by hand: `gold.tsv`.

use engine::Corpus;

/// What a line should be.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Want {
    On,
    Off,
    Boilerplate,
    /// Either answer is right: the line is left out of every figure.
    Either,
}

impl Want {
    const ALL: [Self; 4] = [Self::On, Self::Off, Self::Boilerplate, Self::Either];

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::On => "on",
            Self::Off => "off",
            Self::Boilerplate => "boilerplate",
            Self::Either => "either",
        }
    }
}

/// The label of every line of every document.
#[derive(Debug)]
pub(super) struct Gold {
    lines: Vec<Vec<Option<Want>>>,
}

impl Gold {
    /// The label of a line, counted from 1.
    pub(super) fn label(&self, document: usize, line: usize) -> Option<Want> {
        self.lines.get(document)?.get(line.checked_sub(1)?).copied().flatten()
    }
}

/// Reads tab-separated rows under a header that names at least the columns document, first, last and label.
///
/// Lines are counted from 1, the last one included. An unknown document, a line labelled twice and a cell that cannot
/// be read are errors that name the row.
pub(super) fn read(text: &str, corpus: &Corpus) -> Result<Gold, String> {
    let mut lines: Vec<Vec<Option<Want>>> = corpus
        .documents
        .iter()
        .map(|document| vec![None; document.text.split('\n').count()])
        .collect();
    let mut rows = text.lines().enumerate().filter(|(_, row)| !row.trim().is_empty());
    let header: Vec<&str> = rows.next().map_or(Vec::new(), |(_, row)| row.split('\t').collect());
    let column = |names: &[&str]| {
        let found = header.iter().position(|name| names.contains(&name.trim()));
        found.ok_or_else(|| format!("gold.tsv: no column {}", names[0]))
    };
    let (document, label) = (column(&["document", "doc"])?, column(&["label"])?);
    let (first, last) = (column(&["first"])?, column(&["last"])?);
    for (index, row) in rows {
        let wrong = |what: &str| format!("gold.tsv:{}: {what}", index + 1);
        let cells: Vec<&str> = row.split('\t').map(str::trim).collect();
        let cell = |column: usize| cells.get(column).copied().unwrap_or("");
        let number = |column| cell(column).parse::<usize>().map_err(|_| wrong("not a line number"));
        let (first, last) = (number(first)?, number(last)?);
        let name = cell(document);
        let at = corpus.documents.iter().position(|document| document.name == name);
        let at = at.ok_or_else(|| wrong(&format!("unknown document {name}")))?;
        let want = Want::ALL.into_iter().find(|want| want.name() == cell(label));
        let want = want.ok_or_else(|| wrong(&format!("unknown label {}", cell(label))))?;
        let count = lines[at].len();
        let labelled = first.checked_sub(1).and_then(|start| lines[at].get_mut(start..last));
        let labelled = labelled
            .ok_or_else(|| wrong(&format!("lines {first} to {last} of a document of {count}")))?;
        for slot in labelled {
            if slot.replace(want).is_some() {
                return Err(wrong("labels a line a second time"));
            }
        }
    }
    Ok(Gold { lines })
}
