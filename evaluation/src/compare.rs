//! Labels set beside the labels there should be.

use crate::label::{Label, Want};
use crate::labels::Labels;
use crate::score::Score;
use crate::text::Text;

/// A line whose label is not the one it should have.
#[derive(Debug)]
pub struct WrongLine {
    /// The document's name.
    pub document: String,
    /// The line, from 1.
    pub number: usize,
    /// What it should be.
    pub want: Want,
    /// What it was called.
    pub got: Label,
    /// Its beginning.
    pub text: String,
}

/// A line that is not blank and has no label.
#[derive(Debug, Eq, PartialEq)]
pub enum Unlabelled {
    /// Among the labels there should be; the text names the line.
    Wanted(String),
    /// Among the labels found.
    Got(String),
}

/// Lines of the documents with their words, kept while the texts themselves are given away.
#[derive(Debug)]
pub struct Lines(Vec<(String, Vec<(usize, String)>)>);

impl Lines {
    /// The lines of texts.
    pub fn of(texts: &[Text]) -> Self {
        let line = |line: &str| {
            (line.split_whitespace().count(), line.trim().chars().take(90).collect::<String>())
        };
        let of_text = |text: &Text| (text.name.clone(), text.text.split('\n').map(line).collect());
        Self(texts.iter().map(of_text).collect())
    }

    /// Sets the labels found beside those there should be, line by line.
    ///
    /// # Errors
    ///
    /// A line of at least a word that has no label on one of the sides.
    pub fn compare(
        &self,
        wanted: &Labels<Want>,
        got: &Labels<Label>,
    ) -> Result<(Score, Vec<WrongLine>), Unlabelled> {
        let mut score = Score::default();
        let mut wrong = Vec::new();
        for (index, (document, lines)) in self.0.iter().enumerate() {
            for (at, (words, text)) in lines.iter().enumerate().filter(|(_, line)| line.0 > 0) {
                let number = at + 1;
                let missing = || format!("{document}:{number} has no label");
                let want = wanted.of(index, number).ok_or_else(|| Unlabelled::Wanted(missing()))?;
                let got = got.of(index, number).ok_or_else(|| Unlabelled::Got(missing()))?;
                if score.add(want, got, *words) {
                    let (document, text) = (document.clone(), text.clone());
                    wrong.push(WrongLine { document, number, want, got, text });
                }
            }
        }
        Ok((score, wrong))
    }
}
