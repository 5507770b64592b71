//! The plain value a link carries.

use engine::separate::Verdict;

use super::correction::Correction;
use super::names::Names;
use super::numbers::Numbers;
use super::panes::{CollocatesView, CompareView, ContextsView, Embed, Pane, TopicsView};
use super::stops::Stops;

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
    /// How unevenly it is spread over the documents, by DPnorm.
    Dispersion,
    /// Sections it stands in.
    Sections,
    /// Documents it stands in.
    Documents,
}

impl Column {
    /// Every column, in the order they stand.
    pub const ALL: [Self; 10] = [
        Self::Term,
        Self::Count,
        Self::Before,
        Self::Change,
        Self::Rate,
        Self::Keyness,
        Self::Ratio,
        Self::Dispersion,
        Self::Sections,
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
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct ViewState {
    /// The open pane.
    pub pane: Pane,
    /// What stands there alone, without the page around it; the whole page where there is none.
    pub embed: Option<Embed>,
    /// What was typed into the search box: the sections to show and nothing else.
    pub search: String,
    /// Topics to show and nothing else; empty for no such filter.
    pub topics: Numbers,
    /// The verdict to show and nothing else.
    pub verdict: Option<Verdict>,
    /// The document to show and nothing else.
    pub document: Option<u32>,
    /// Groups of documents to show and nothing else; empty for no such filter.
    pub groups: Numbers,
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
    /// How many words make a term of the table, from 1 to [`ViewState::LONGEST_PHRASE`].
    pub words: u8,
    /// The term whose surface forms are open.
    pub forms: Option<String>,
    /// The term that is highlighted and looked up, in the form it is shown in; or a phrase or prefix, spelled as in a search.
    pub term: Option<String>,
    /// How the concordance is shown.
    pub contexts: ContextsView,
    /// How the collocates are shown.
    pub collocates: CollocatesView,
    /// What is compared.
    pub compare: CompareView,
    /// How topics are looked at.
    pub topics_view: TopicsView,
    /// What decides the verdicts. The numbers of topics and sections above are those it leads to.
    pub correction: Correction,
    /// What topics were called.
    pub names: Names,
    /// What was changed about the stop list.
    pub stops: Stops,
}

impl Default for ViewState {
    fn default() -> Self {
        Self {
            pane: Pane::default(),
            embed: None,
            search: String::new(),
            topics: Numbers::default(),
            verdict: None,
            document: None,
            groups: Numbers::default(),
            hidden: Numbers::default(),
            shown: Numbers::default(),
            furniture: false,
            reasons: Numbers::default(),
            at: None,
            sort: Sort::default(),
            find: String::new(),
            common: false,
            words: 1,
            forms: None,
            term: None,
            contexts: ContextsView::default(),
            collocates: CollocatesView::default(),
            compare: CompareView::default(),
            topics_view: TopicsView::default(),
            correction: Correction::default(),
            names: Names::default(),
            stops: Stops::default(),
        }
    }
}

impl ViewState {
    /// The longest phrase that counts as a term, in words.
    pub const LONGEST_PHRASE: u8 = 5;

    /// Whether anything narrows what is shown.
    pub fn is_filtered(&self) -> bool {
        !self.topics.is_empty()
            || self.verdict.is_some()
            || self.document.is_some()
            || !self.groups.is_empty()
            || self.is_searched()
    }

    /// Whether something is searched for.
    pub fn is_searched(&self) -> bool {
        !self.search.trim().is_empty()
    }

    /// Whether the same was said of sections, topics and words as in another view, under the same threshold: all that undo
    /// takes back.
    pub fn has_edits_of(&self, other: &Self) -> bool {
        self.correction.threshold == other.correction.threshold && self.says_as(other)
    }

    /// The same without the threshold.
    pub fn says_as(&self, other: &Self) -> bool {
        self.correction.pins == other.correction.pins
            && self.correction.merges == other.correction.merges
            && self.names == other.names
            && self.stops == other.stops
    }

    /// Takes off every filter.
    pub fn clear_filter(&mut self) {
        self.search.clear();
        self.topics.clear();
        self.verdict = None;
        self.document = None;
        self.groups.clear();
    }
}
