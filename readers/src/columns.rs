//! Which column of a table, or field of JSON, holds the text, which the title, which the group.

use std::collections::BTreeSet;

use engine::parse::{LineHint, LineKind};

use crate::html::one_line;
use crate::{Choice, Columns, Encoding, Format, Reason, Settings, Source, html};

/// Rows looked at before a guess.
pub(crate) const SAMPLE: usize = 200;

/// Rows shown to whoever may know better.
const SHOWN: usize = 2;

/// Characters of a value that are shown.
const BEGINNING: usize = 160;

const TEXTS: [&str; 22] = [
    "text",
    "body",
    "content",
    "contents",
    "message",
    "comment",
    "review",
    "review_text",
    "post",
    "answer",
    "description",
    "abstract",
    "article",
    "document",
    "tweet",
    "transcript",
    "response",
    "selftext",
    "full_text",
    "reviewtext",
    "texte",
    "inhalt",
];
const TITLES: [&str; 10] = [
    "title", "headline", "subject", "heading", "question", "name", "titel", "titre", "summary",
    "caption",
];
const GROUPS: [&str; 16] = [
    "group",
    "category",
    "class",
    "label",
    "topic",
    "source",
    "section",
    "subreddit",
    "site",
    "type",
    "tag",
    "forum",
    "party",
    "outlet",
    "kategorie",
    "publication",
];

/// A column, and what its first rows hold.
#[derive(Clone, Debug, Default)]
pub(crate) struct Column {
    pub(crate) name: String,
    filled: usize,
    words: usize,
    values: BTreeSet<String>,
    /// The values of the very first rows, their beginnings.
    first: [String; SHOWN],
}

impl Column {
    pub(crate) fn new(name: String) -> Self {
        Self { name, ..Self::default() }
    }

    /// Looks at the value of a row.
    pub(crate) fn see(&mut self, row: usize, value: &str) {
        let value = value.trim();
        if let Some(first) = self.first.get_mut(row) {
            *first = value.chars().take(BEGINNING).collect();
        }
        if !value.is_empty() {
            self.filled += 1;
            self.words += value
                .split_whitespace()
                .filter(|word| word.chars().any(char::is_alphabetic))
                .count();
            // Long values tell nothing apart.
            self.values.insert(value.chars().take(40).collect());
        }
    }

    fn mean(&self) -> usize {
        self.words * 100 / self.filled.max(1)
    }

    fn is_called(&self, names: &[&str]) -> bool {
        let name = self.name.rsplit('.').next().unwrap_or(&self.name);
        names.iter().any(|known| name.trim().eq_ignore_ascii_case(known))
    }
}

/// Indexes of the columns chosen.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Chosen {
    pub(crate) text: usize,
    pub(crate) title: Option<usize>,
    pub(crate) group: Option<usize>,
}

impl Chosen {
    /// Takes the columns that the settings name and guesses the others.
    ///
    /// Text is where most words are; a name that says so counts four times. Titles and groups are known by their names
    /// alone, and groups by coming again.
    pub(crate) fn of(columns: &[Column], settings: &Settings) -> Result<Self, Reason> {
        let given = [&settings.text_column, &settings.title_column, &settings.group_column];
        let mut found = [None; 3];
        for (place, name) in found.iter_mut().zip(given) {
            if let Some(name) = name.as_deref().filter(|name| !name.is_empty()) {
                *place = Some(named(columns, name)?);
            }
        }
        let [text, mut title, mut group] = found;
        let free = |at: &usize| text != Some(*at) && title != Some(*at) && group != Some(*at);
        let weight =
            |at: &usize| columns[*at].words * if columns[*at].is_called(&TEXTS) { 4 } else { 1 };
        let all = || 0..columns.len();
        // The first of equals.
        let guess =
            || all().filter(free).rev().max_by_key(weight).filter(|at| columns[*at].words > 0);
        let text = text.or_else(guess).ok_or(Reason::NoText)?;
        if settings.title_column.is_none() {
            let known = |at: &usize| columns[*at].is_called(&TITLES) && columns[*at].mean() <= 3000;
            title = all().filter(|at| *at != text && group != Some(*at)).find(known);
        }
        if settings.group_column.is_none() {
            let known = |at: &usize| {
                let column = &columns[*at];
                column.is_called(&GROUPS)
                    && column.mean() <= 600
                    && (column.filled < 10 || column.values.len() < column.filled)
            };
            group = all().filter(|at| *at != text && title != Some(*at)).find(known);
        }
        Ok(Self { text, title, group })
    }

    /// What was chosen and what else there was, to be said.
    pub(crate) fn said(&self, columns: &[Column], settings: &Settings) -> Columns {
        let name = |at: usize| columns[at].name.clone();
        let rows = 0..columns.iter().map(|column| column.filled).max().unwrap_or(0).min(SHOWN);
        let row = |at: usize| columns.iter().map(|column| column.first[at].clone()).collect();
        Columns {
            names: (0..columns.len()).map(name).collect(),
            chosen: Choice {
                text: name(self.text),
                title: self.title.map(name),
                group: self.group.map(name),
            },
            plain: settings.text_column.as_deref().is_some_and(|name| !name.is_empty())
                || self.is_plain(columns),
            rows: rows.map(row).collect(),
        }
    }

    /// Whether nothing else could well be the text: no other column has a quarter of its words, or it alone is called so and
    /// no other has more.
    fn is_plain(&self, columns: &[Column]) -> bool {
        let others = || {
            let free = |at: &usize| ![Some(self.text), self.title, self.group].contains(&Some(*at));
            (0..columns.len()).filter(free).map(|at| &columns[at])
        };
        let words = columns[self.text].words;
        let most = others().map(|column| column.words).max().unwrap_or(0);
        let called = |column: &Column| column.words > 0 && column.is_called(&TEXTS);
        most * 4 <= words || (called(&columns[self.text]) && !others().any(called) && most <= words)
    }
}

/// The column of a name, in any case, or of a number from 1.
fn named(columns: &[Column], name: &str) -> Result<usize, Reason> {
    let is = |column: &Column| column.name.trim() == name.trim();
    let like = |column: &Column| column.name.trim().to_lowercase() == name.trim().to_lowercase();
    let number =
        || name.trim().parse::<usize>().ok().filter(|number| (1..=columns.len()).contains(number));
    let at = columns.iter().position(is).or_else(|| columns.iter().position(like));
    at.or_else(|| number().map(|number| number - 1)).ok_or_else(|| {
        Reason::NoColumn(
            name.to_owned(),
            columns.iter().map(|column| column.name.clone()).collect(),
        )
    })
}

/// A row as a document: its title as a heading over its text. A text that is HTML is read as HTML.
pub(crate) fn document(
    name: String,
    text: &str,
    title: Option<&str>,
    group: Option<&str>,
    encoding: Encoding,
    format: Format,
) -> Result<Source, Reason> {
    let title = title.map(one_line).filter(|title| !title.is_empty());
    let page = if is_html(text) { html::read(text).ok() } else { None };
    let (body, body_hints) = match page {
        Some(page) => (page.text, page.hints),
        None => (text.to_owned(), Vec::new()),
    };
    if body.trim().is_empty() && title.is_none() {
        return Err(Reason::EmptyRow);
    }
    let mut source = Source {
        name,
        group: group.map(one_line).filter(|group| !group.is_empty()),
        language: None,
        text: body,
        hints: body_hints,
        encoding,
        format,
        title: None,
    };
    if let Some(title) = title {
        if source.text.trim_start().lines().next().is_none_or(|first| first.trim() != title) {
            source.hints.iter_mut().for_each(|hint| hint.line += 2);
            source.hints.insert(0, LineHint { line: 0, kind: LineKind::Heading(1) });
            source.text = format!("{title}\n\n{}", source.text);
        }
        source.title = Some(title);
    }
    Ok(source)
}

/// Whether a value is a piece of a page.
fn is_html(text: &str) -> bool {
    ["</p>", "<br>", "<br/>", "<br />", "</div>", "</li>", "</a>", "</h2>"]
        .iter()
        .any(|tag| text.contains(tag))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn column(name: &str, values: &[&str]) -> Column {
        let mut column = Column::new(name.to_owned());
        values.iter().enumerate().for_each(|(row, value)| column.see(row, value));
        column
    }

    fn columns() -> Vec<Column> {
        vec![
            column("ID", &["1", "2"]),
            column("Subject", &["Good tea", "Bad tea"]),
            column(
                "Notes",
                &["a long note that goes on for many words", "another one of the kind"],
            ),
            column("Comment", &["short but meant", "to be the text"]),
            column("Category", &["tea", "tea"]),
        ]
    }

    #[test]
    fn text_is_where_the_words_are_and_what_is_called_so() {
        let guess = Chosen::of(&columns(), &Settings::default()).unwrap();
        assert_eq!(guess, Chosen { text: 3, title: Some(1), group: Some(4) });
    }

    #[test]
    fn settings_go_before_guesses() {
        let settings = Settings {
            text_column: Some("notes".to_owned()),
            title_column: Some(String::new()),
            group_column: Some("1".to_owned()),
            ..Settings::default()
        };
        let chosen = Chosen::of(&columns(), &settings).unwrap();
        assert_eq!(chosen, Chosen { text: 2, title: None, group: Some(0) });
        let settings = Settings { text_column: Some("words".to_owned()), ..Settings::default() };
        let reason = Chosen::of(&columns(), &settings).unwrap_err();
        assert!(
            reason
                .to_string()
                .ends_with("no column words; there are ID, Subject, Notes, Comment, Category")
        );
    }

    #[test]
    fn figures_are_no_text() {
        let columns = [column("a", &["1", "2.5"]), column("b", &["2020-01-01"])];
        assert_eq!(Chosen::of(&columns, &Settings::default()), Err(Reason::NoText));
    }

    #[test]
    fn a_guess_is_plain_where_nothing_else_could_be_the_text() {
        let plain = |columns: &[Column]| {
            let settings = Settings::default();
            Chosen::of(columns, &settings).unwrap().said(columns, &settings).plain
        };
        let long = "a long value of quite a number of words that could be meant";
        let other = "and another one that could be meant just as well as the first";
        assert!(plain(&[column("id", &["1"]), column("Remarks", &[long])]));
        assert!(!plain(&[column("Remarks", &[long]), column("Reply", &[other])]));
        assert!(plain(&[column("Text", &[long]), column("Reply", &["short, but of words"])]));
        assert!(!plain(&[column("Text", &["fewer words than that"]), column("Reply", &[long])]));
        assert!(!plain(&[column("Post", &[long]), column("Comment", &[other])]));
        assert!(plain(&[column("Text", &["tea"]), column("Title", &["Tea and more tea"])]));
    }

    #[test]
    fn what_is_said_names_all_columns_and_shows_the_first_rows() {
        let columns = columns();
        let settings = Settings { text_column: Some("notes".to_owned()), ..Settings::default() };
        let said = Chosen::of(&columns, &settings).unwrap().said(&columns, &settings);
        assert_eq!(said.names, ["ID", "Subject", "Notes", "Comment", "Category"]);
        assert_eq!((said.chosen.text.as_str(), said.plain), ("Notes", true));
        assert_eq!(said.rows.len(), 2);
        assert_eq!(said.rows[1][1..=2], ["Bad tea", "another one of the kind"]);
    }
}
