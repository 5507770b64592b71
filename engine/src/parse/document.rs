//! A parsed document: its text, once, and spans into it.

use serde::{Deserialize, Serialize};

use crate::Span;
use crate::language::Language;

/// One file of the corpus.
///
/// The text is kept as it came. `blocks` are in text order, disjoint, and hold every byte that is not white space exactly
/// once; `sections` are in text order and own disjoint runs of blocks.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Document {
    /// The file's name, without its folder.
    pub name: String,
    /// The language it is written in.
    pub language: Language,
    /// What sort of page it is.
    pub kind: DocumentKind,
    /// The document's title: a line of its own or the first section's title. `None` where nothing looks like one.
    pub title: Option<Span>,
    /// The text, unchanged.
    pub text: String,
    /// Paragraphs, lists, tables, quotations, headings and boilerplate lines.
    pub blocks: Vec<Block>,
    /// Titled or naturally bounded pieces.
    pub sections: Vec<Section>,
}

/// What sort of page a document is, told from its sections.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize, Deserialize)]
pub enum DocumentKind {
    /// Headings and prose.
    Article,
    /// Questions, each with its answer.
    QuestionList,
    /// Questions whose answers name the source they were taken from.
    QuestionAnswerPage,
    /// Contributions of named experts.
    ExpertColumn,
    /// Posts by members.
    ForumThread,
}

/// A paragraph, list, table, quotation, heading or line of boilerplate.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Block {
    /// Where it stands: from its first to its last byte that is not white space.
    pub span: Span,
    /// What it is.
    pub kind: BlockKind,
}

/// What a block is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum BlockKind {
    /// The title of the whole document, where it stands apart from every section.
    Title,
    /// The title of the section it belongs to.
    Heading,
    /// Running text.
    Paragraph,
    /// A bulleted or numbered list.
    List {
        /// Whether the items are numbered.
        ordered: bool,
        /// The items in order, each with its marker.
        items: Box<[Span]>,
    },
    /// A short line that announces the list under it.
    ListHeading,
    /// A table of cells separated by pipes. Apart, since there are many blocks and few tables.
    Table(Box<Table>),
    /// Text repeated from an earlier section or marked as quoted.
    Quotation {
        /// Index of the quoted section in the same document, where it was found.
        of: Option<u32>,
    },
    /// What an expert does, on a line under the name.
    Role,
    /// Where an expert works.
    Place,
    /// A line attached to the author's name that tells about the author or the column.
    AuthorNote,
    /// Page furniture, never counted as content.
    Boilerplate(BoilerplateCode),
}

/// A pipe table, row by row.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Table {
    /// The line above that names it.
    pub caption: Option<Span>,
    /// The header row.
    pub header: Option<Span>,
    /// The row of dashes.
    pub separator: Option<Span>,
    /// The rows of the body.
    pub rows: Vec<Span>,
    /// Number of columns.
    pub columns: u32,
}

/// Why a line was taken for page furniture.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize, Deserialize)]
pub enum BoilerplateCode {
    /// Site name, menu, breadcrumbs, skip, previous, next and back-to-top links.
    Navigation,
    /// Names of icons run together.
    IconNames,
    /// Where an answer was taken from, or a link to report it.
    Attribution,
    /// A number of comments, answers, views or votes.
    Counter,
    /// Who wrote it, when, how long it takes to read.
    Byline,
    /// The name of a poster or commenter on a line of its own.
    PosterName,
    /// Details of a forum member: rank, date joined, number of posts.
    MemberCard,
    /// Likes, reactions, votes and the buttons under a post.
    Reactions,
    /// A signature under a post.
    Signature,
    /// When a text was last edited.
    EditMark,
    /// Advertisements, sponsors and shop links.
    Advertisement,
    /// Share, subscribe, print and comment forms.
    Widget,
    /// Copyright, cookies, terms and licences.
    Legal,
    /// A note of the editors on how the text was made.
    EditorialNote,
    /// What the site says of itself.
    AboutSite,
    /// A line whose shape comes again and again.
    RepeatedLine,
}

/// A titled or naturally bounded piece of a document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Section {
    /// What sort of piece it is.
    pub kind: SectionKind,
    /// Its title's text; `None` for posts, comments and untitled prose.
    pub title: Option<Span>,
    /// First of its blocks.
    pub first_block: u32,
    /// One past the last of its blocks.
    pub end_block: u32,
    /// 1 at the top, 2 under the section `parent`.
    pub level: u8,
    /// Index of the section it stands under.
    pub parent: Option<u32>,
    /// Who wrote it, where a line says so.
    pub author: Option<Span>,
    /// The author where no line says so: the same signature stands under another section whose author is known.
    pub inferred_author: Option<Span>,
    /// Letters after an expert's name.
    pub credentials: Option<Span>,
    /// What an expert does.
    pub role: Option<Span>,
    /// Where an expert works.
    pub place: Option<Span>,
    /// The site an answer was taken from.
    pub source: Option<Span>,
    /// Number of users who reacted to a post.
    pub reactions: u32,
}

/// What sort of piece a section is.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize, Deserialize)]
pub enum SectionKind {
    /// A heading and the text under it.
    HeadingSection,
    /// A question and its answer.
    Question,
    /// What one named expert said.
    Expert,
    /// A post in a thread.
    Post,
    /// A reader's comment.
    Comment,
    /// Text with no title of its own.
    Passage,
    /// A loose line between sections that belongs to none of them.
    Aside,
}

impl Section {
    /// Indexes of its blocks in the document.
    pub fn blocks(&self) -> std::ops::Range<usize> {
        self.first_block as usize..self.end_block as usize
    }
}
