//! Which column of a table, or field of JSON, holds the text, which the title, which the group.

use std::collections::BTreeSet;

use engine::parse::{LineHint, LineKind};

use crate::html::one_line;
use crate::{Encoding, Format, Reason, Remark, Settings, Source, html};

/// Rows looked at before a guess.
pub(crate) const SAMPLE: usize = 200;

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
}

impl Column {
    pub(crate) fn new(name: String) -> Self {
        Self { name, ..Self::default() }
    }

    /// Looks at a value.
    pub(crate) fn see(&mut self, value: &str) {
        let value = value.trim();
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

    /// What was chosen, to be said.
    pub(crate) fn remark(&self, columns: &[Column]) -> Remark {
        let name = |at: usize| columns[at].name.clone();
        Remark::Columns {
            text: name(self.text),
            title: self.title.map(name),
            group: self.group.map(name),
        }
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
        values.iter().for_each(|value| column.see(value));
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
}
