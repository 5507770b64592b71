//! The plain value a link carries.

use engine::separate::Verdict;

use super::correction::Correction;
use super::numbers::Numbers;

/// Which of the panes is open.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Pane {
    /// The documents.
    #[default]
    Read,
    /// The words.
    Terms,
    /// What the selection did to the words.
    Changes,
}

/// A column of the terms table.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Column {
    /// The term itself.
    Term,
    /// How often it stands in the selection.
    #[default]
    Count,
    /// How often it stands in the whole corpus.
    Before,
    /// The difference.
    Change,
    /// How often in a thousand words of the selection.
    Rate,
    /// How far the selection's rate is from the rest's, by signed G².
    Keyness,
    /// The same as a ratio, in doublings.
    Ratio,
    /// Documents it stands in.
    Documents,
}

impl Column {
    /// Every column, in the order they stand.
    pub const ALL: [Self; 8] = [
        Self::Term,
        Self::Count,
        Self::Before,
        Self::Change,
        Self::Rate,
        Self::Keyness,
        Self::Ratio,
        Self::Documents,
    ];
}

/// What the terms are ordered by.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Sort {
    /// The column.
    pub column: Column,
    /// Whether the largest comes first.
    pub descending: bool,
}

impl Sort {
    /// The direction a column starts with: words from A, losses from the largest, everything else from the most.
    pub fn by(column: Column) -> Self {
        Self { column, descending: !matches!(column, Column::Term | Column::Change) }
    }

    /// The same column the other way round.
    pub fn reversed(self) -> Self {
        Self { descending: !self.descending, ..self }
    }
}

impl Default for Sort {
    fn default() -> Self {
        Self::by(Column::default())
    }
}

/// Everything about what is on the screen that a link carries.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct ViewState {
    /// The open pane.
    pub pane: Pane,
    /// Topics to show and nothing else; empty for no such filter.
    pub topics: Numbers,
    /// The verdict to show and nothing else.
    pub verdict: Option<Verdict>,
    /// The document to show and nothing else.
    pub document: Option<u32>,
    /// On-topic topics that were taken out of the text and the counts.
    pub hidden: Numbers,
    /// Off-topic topics that were put back into them.
    pub shown: Numbers,
    /// Whether page furniture is unfolded.
    pub furniture: bool,
    /// Sections whose reasons are open.
    pub reasons: Numbers,
    /// The section last gone to.
    pub at: Option<u32>,
    /// The order of the terms.
    pub sort: Sort,
    /// What the terms are filtered by, as typed.
    pub find: String,
    /// Whether words on the stop list are among the terms.
    pub common: bool,
    /// The term that is highlighted, in the form it is shown in.
    pub term: Option<String>,
    /// What decides the verdicts. The numbers of topics and sections above are those it leads to.
    pub correction: Correction,
}

impl ViewState {
    /// Whether anything narrows what is shown.
    pub fn is_filtered(&self) -> bool {
        !self.topics.is_empty() || self.verdict.is_some() || self.document.is_some()
    }

    /// Takes off every filter.
    pub fn clear_filter(&mut self) {
        self.topics.clear();
        self.verdict = None;
        self.document = None;
    }
}
