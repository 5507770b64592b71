//! A corpus whose lines people have labelled.

use std::fs;
use std::path::{Path, PathBuf};

use engine::language::{Language, detect};

use crate::label::Want;
use crate::labels::Labels;
use crate::rows::rows;
use crate::text::Text;

/// A corpus with a label for every line.
#[derive(Clone, Debug, PartialEq)]
pub struct GoldCorpus {
    /// Its name.
    pub name: String,
    /// Its documents.
    pub pages: Vec<Page>,
}

/// A document, line by line.
#[derive(Clone, Debug, PartialEq)]
pub struct Page {
    /// Its file name.
    pub name: String,
    /// The language it is written in, as the engine tells it.
    pub language: Language,
    /// Its lines, blank ones included.
    pub lines: Vec<Line>,
}

/// A line and what people say of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// The line as it stands.
    pub text: String,
    /// What it should be; `None` for a blank line.
    pub want: Option<Want>,
    /// Its sub-topic or foreign subject; empty where none is named.
    pub subject: String,
}

impl Line {
    /// A blank line.
    pub fn blank() -> Self {
        Self { text: String::new(), want: None, subject: String::new() }
    }

    /// Number of its words, as white space tells them.
    pub fn words(&self) -> usize {
        self.text.split_whitespace().count()
    }

    /// Whether it is labelled as belonging.
    pub fn is_on(&self) -> bool {
        self.want == Some(Want::On)
    }
}

impl Page {
    /// Words of the lines that belong.
    pub fn on_words(&self) -> usize {
        self.lines.iter().filter(|line| line.is_on()).map(Line::words).sum()
    }
}

/// Where the files of a labelled corpus are.
#[derive(Clone, Debug)]
pub struct Files {
    /// What it goes by.
    pub name: String,
    /// The folder of its documents.
    pub documents: PathBuf,
    /// Its labels.
    pub gold: PathBuf,
    /// Whether the notes beside the labels name sub-topics.
    pub subjects: bool,
}

impl GoldCorpus {
    /// Reads documents and labels.
    ///
    /// # Errors
    ///
    /// A file that cannot be read, a wrong row, a line without a label; the file is named.
    pub fn read(files: &Files) -> Result<Self, String> {
        let texts = read_texts(&files.documents)?;
        let of_gold = |error: String| format!("{}: {error}", files.gold.display());
        let table = fs::read_to_string(&files.gold).map_err(|error| of_gold(error.to_string()))?;
        let marks = marks(&table, &texts, files.subjects).map_err(of_gold)?;
        let pages = texts.iter().zip(marks).map(|(text, marks)| page(text, marks));
        let pages = pages.collect::<Result<_, _>>().map_err(of_gold)?;
        Ok(Self { name: files.name.clone(), pages })
    }

    /// The documents as text.
    pub fn texts(&self) -> Vec<Text> {
        let text = |page: &Page| {
            let lines: Vec<&str> = page.lines.iter().map(|line| line.text.as_str()).collect();
            Text { name: page.name.clone(), text: lines.join("\n") }
        };
        self.pages.iter().map(text).collect()
    }

    /// What each line should be.
    ///
    /// # Errors
    ///
    /// None for `texts` of this corpus.
    pub fn wants(&self, texts: &[Text]) -> Result<Labels<Want>, String> {
        let mut labels = Labels::new(texts);
        for (index, page) in self.pages.iter().enumerate() {
            for (at, line) in page.lines.iter().enumerate() {
                if let Some(want) = line.want {
                    labels.fill(index, at + 1, at + 1, want)?;
                }
            }
        }
        Ok(labels)
    }
}

/// The `.txt` files of a folder in order of their names.
fn read_texts(folder: &Path) -> Result<Vec<Text>, String> {
    let located = |error: std::io::Error| format!("{}: {error}", folder.display());
    let mut texts = Vec::new();
    for entry in fs::read_dir(folder).map_err(located)? {
        let path = entry.map_err(located)?.path();
        if path.extension().is_some_and(|end| end == "txt") {
            let text = fs::read_to_string(&path);
            let text = text.map_err(|error| format!("{}: {error}", path.display()))?;
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            texts.push(Text { name, text });
        }
    }
    if texts.is_empty() {
        return Err(format!("{}: no .txt file in this folder", folder.display()));
    }
    texts.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(texts)
}

/// For each document and line a label and a subject.
type Marks = Vec<Vec<Option<(Want, String)>>>;

fn marks(table: &str, texts: &[Text], subjects: bool) -> Result<Marks, String> {
    let empty = |text: &Text| vec![None; text.text.split('\n').count()];
    let mut marks: Marks = texts.iter().map(empty).collect();
    // Refuses what the labels of the command line refuse: lines that are not there or are labelled twice.
    Labels::read(table, texts, Want::from_name)?;
    for row in rows(table, texts)? {
        let row = row?;
        let (first, last) = row.lines()?;
        let want = Want::from_name(row.label);
        let named = subjects && matches!(want, Some(Want::On | Want::Off));
        let subject = if named { subject(row.note) } else { "" };
        let mark = want.map(|want| (want, subject.to_owned()));
        marks[row.document][first - 1..last].fill(mark);
    }
    Ok(marks)
}

/// The subject a note names: what comes after a semicolon or in brackets is a remark.
fn subject(note: &str) -> &str {
    note.split([';', '(']).next().unwrap_or("").trim()
}

fn page(text: &Text, marks: Vec<Option<(Want, String)>>) -> Result<Page, String> {
    let lines = text.text.split('\n').zip(marks).enumerate().map(|(at, (line, mark))| {
        if line.trim().is_empty() {
            return Ok(Line { text: line.to_owned(), ..Line::blank() });
        }
        let (want, subject) =
            mark.ok_or_else(|| format!("{}:{} has no label", text.name, at + 1))?;
        Ok(Line { text: line.to_owned(), want: Some(want), subject })
    });
    let lines = lines.collect::<Result<_, String>>()?;
    Ok(Page { name: text.name.clone(), language: detect(&text.text), lines })
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// A page from lines that start with `b|`, `n|`, `f|`, `e|` or are blank.
    pub(crate) fn marked(name: &str, lines: &[&str]) -> Page {
        let line = |line: &&str| {
            let Some((mark, text)) = line.split_once('|') else { return Line::blank() };
            let want = match mark {
                "b" => Want::Boilerplate,
                "n" => Want::On,
                "f" => Want::Off,
                _ => Want::Either,
            };
            Line { text: text.to_owned(), want: Some(want), subject: String::new() }
        };
        let lines = lines.iter().map(line).collect();
        Page { name: name.to_owned(), language: Language::English, lines }
    }

    #[test]
    fn remarks_are_no_part_of_a_subject() {
        assert_eq!(subject("chord changes; line quoted from the first post"), "chord changes");
        assert_eq!(
            subject("slimming-tea advertisement (same block in 01)"),
            "slimming-tea advertisement"
        );
        assert_eq!(subject(""), "");
    }

    #[test]
    fn labels_and_subjects_by_line() {
        let texts = [Text { name: "a.txt".into(), text: "Menu\nOne two\n\nThree".into() }];
        let table = "document\tfirst\tlast\tlabel\tnote\na.txt\t1\t1\tboilerplate\tmenu\n\
                     a.txt\t2\t4\ton\tpruning; long\n";
        let marks = marks(table, &texts, true).unwrap();
        let page = page(&texts[0], marks.into_iter().next().unwrap()).unwrap();
        let subjects: Vec<&str> = page.lines.iter().map(|line| line.subject.as_str()).collect();
        assert_eq!(subjects, ["", "pruning", "", "pruning"]);
        assert_eq!(page.lines[2].want, None);
        assert_eq!(page.on_words(), 3);
        let corpus = GoldCorpus { name: "a".into(), pages: vec![page] };
        assert_eq!(corpus.texts(), texts);
        assert_eq!(corpus.wants(&texts).unwrap().of(0, 1), Some(Want::Boilerplate));
    }

    #[test]
    fn a_line_without_a_label_is_named() {
        let text = Text { name: "a.txt".into(), text: "One\nTwo".into() };
        let error = page(&text, vec![Some((Want::On, String::new())), None]).unwrap_err();
        assert_eq!(error, "a.txt:2 has no label");
    }
}
