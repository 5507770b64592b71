//! What a person set in each of the panes.

/// Which of the panes is open.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Pane {
    /// The documents.
    #[default]
    Read,
    /// The words.
    Terms,
    /// Where a word stands, each time with the words around it.
    Contexts,
    /// Which words stand near it.
    Collocates,
    /// Where in each document it stands.
    Plot,
    /// Two selections side by side.
    Compare,
    /// How the topics lie to one another, and one topic's own page.
    Topics,
    /// What the selection did to the words.
    Changes,
}

impl Pane {
    /// Every pane.
    pub const ALL: [Self; 8] = [
        Self::Read,
        Self::Terms,
        Self::Contexts,
        Self::Collocates,
        Self::Plot,
        Self::Compare,
        Self::Topics,
        Self::Changes,
    ];

    /// Its word in a link and in the page.
    pub fn key(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Terms => "terms",
            Self::Contexts => "contexts",
            Self::Collocates => "collocates",
            Self::Plot => "plot",
            Self::Compare => "compare",
            Self::Topics => "topics",
            Self::Changes => "changes",
        }
    }
}

/// What of the page stands in another page's frame.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Embed {
    /// The open pane.
    Pane,
    /// The map of the documents.
    Map,
}

impl Embed {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Pane, Self::Map];

    /// Its word in a link.
    pub fn key(self) -> &'static str {
        match self {
            Self::Pane => "1",
            Self::Map => "map",
        }
    }
}

/// The order of the lines of the concordance.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum ContextOrder {
    /// As they stand in the documents.
    #[default]
    Place,
    /// By the words before, the nearest first.
    Left,
    /// By the word itself.
    Node,
    /// By the words after.
    Right,
}

impl ContextOrder {
    /// Every order, as they are offered.
    pub const ALL: [Self; 4] = [Self::Place, Self::Left, Self::Node, Self::Right];

    /// Its word in a link.
    pub fn key(self) -> &'static str {
        match self {
            Self::Place => "place",
            Self::Left => "left",
            Self::Node => "node",
            Self::Right => "right",
        }
    }
}

/// How the concordance is shown.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct ContextsView {
    /// Words on either side, from 1 to [`ContextsView::WIDEST`].
    pub span: u8,
    /// The order of the lines.
    pub order: ContextOrder,
    /// Whether lines from what is left out stay away.
    pub without: bool,
}

impl ContextsView {
    /// The most words on either side.
    pub const WIDEST: u8 = 50;
}

impl Default for ContextsView {
    fn default() -> Self {
        Self { span: 5, order: ContextOrder::default(), without: false }
    }
}

/// A column of the collocates.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum CollocateColumn {
    /// The collocate.
    Term,
    /// How often it stands near the node.
    Count,
    /// Of these, before it.
    Left,
    /// Of these, after it.
    Right,
    /// How often it stands anywhere.
    Total,
    /// logDice.
    #[default]
    LogDice,
    /// Mutual information.
    Mi,
    /// G².
    G2,
}

impl CollocateColumn {
    /// Every column, in the order they stand.
    pub const ALL: [Self; 8] = [
        Self::Term,
        Self::Count,
        Self::Left,
        Self::Right,
        Self::Total,
        Self::LogDice,
        Self::Mi,
        Self::G2,
    ];

    /// Its word in a link.
    pub fn key(self) -> &'static str {
        match self {
            Self::Term => "term",
            Self::Count => "count",
            Self::Left => "left",
            Self::Right => "right",
            Self::Total => "total",
            Self::LogDice => "logdice",
            Self::Mi => "mi",
            Self::G2 => "g2",
        }
    }
}

/// How the collocates are found and shown.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct CollocatesView {
    /// Words on either side, from 1 to [`CollocatesView::WIDEST`].
    pub span: u8,
    /// How often a word must stand near the node at the least, from 1.
    pub floor: u8,
    /// The column they are ordered by.
    pub column: CollocateColumn,
    /// Whether the smallest comes first; of words, the last of the alphabet.
    pub reversed: bool,
    /// Whether what is left out is looked at too.
    pub everything: bool,
    /// Whether words on the stop list are among them.
    pub common: bool,
}

impl CollocatesView {
    /// The most words on either side.
    pub const WIDEST: u8 = 30;
    /// The highest floor.
    pub const HIGHEST: u8 = 99;
}

impl Default for CollocatesView {
    fn default() -> Self {
        Self {
            span: 5,
            floor: 2,
            column: CollocateColumn::default(),
            reversed: false,
            everything: false,
            common: false,
        }
    }
}

/// What two selections are compared by.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Measure {
    /// Log-odds with an informative Dirichlet prior, as z.
    #[default]
    LogOdds,
    /// Signed G².
    G2,
}

/// Two selections side by side, each as a search that finds it.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct CompareView {
    /// The first.
    pub a: String,
    /// The second.
    pub b: String,
    /// What orders the terms.
    pub measure: Measure,
}

impl Default for CompareView {
    fn default() -> Self {
        Self { a: "is:kept".to_owned(), b: "is:off".to_owned(), measure: Measure::default() }
    }
}

/// How topics are looked at.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct TopicsView {
    /// The topic whose page is open.
    pub page: Option<u32>,
    /// The weight λ of a term's frequency in the topic against its lift, in hundredths.
    pub lambda: u8,
}

impl Default for TopicsView {
    /// λ opens at 0.6, the value Sievert and Shirley found people do best with.
    fn default() -> Self {
        Self { page: None, lambda: 60 }
    }
}
