//! Words that end at a hyphen at the end of a line.

use std::collections::HashSet;

/// The words of a document, by which a hyphen that belongs to a word is told from one that only breaks it.
#[derive(Debug, Default)]
pub(super) struct Words {
    all: HashSet<String>,
}

impl Words {
    /// Of lines; the words they end with are not counted where they are broken.
    pub(super) fn of<'a>(lines: impl Iterator<Item = &'a str>) -> Self {
        let mut all = HashSet::new();
        for word in lines.flat_map(str::split_whitespace) {
            let word = bare(word);
            if !word.is_empty() && !word.ends_with(HYPHENS) {
                all.insert(word.to_lowercase());
            }
        }
        Self { all }
    }

    /// Puts lines together to one.
    pub(super) fn joined<'a>(&self, lines: impl Iterator<Item = &'a str>) -> String {
        let mut found = String::new();
        for line in lines {
            self.join(&mut found, line);
        }
        found
    }

    fn join(&self, text: &mut String, line: &str) {
        if text.is_empty() {
            text.push_str(line);
            return;
        }
        let Some(stem) = text.strip_suffix(HYPHENS) else {
            text.push(' ');
            text.push_str(line);
            return;
        };
        let soft = text.ends_with('\u{ad}');
        let broken = stem.ends_with(char::is_alphabetic) && line.starts_with(char::is_alphabetic);
        if !broken && !soft {
            // A dash, or a hyphen before a number.
            if !stem.ends_with(char::is_alphanumeric) {
                text.push(' ');
            }
        } else if (soft || line.starts_with(char::is_lowercase)) && !self.is_compound(stem, line) {
            text.truncate(stem.len());
        }
        text.push_str(line);
    }

    /// Whether the document writes the word with its hyphen elsewhere, and never without.
    fn is_compound(&self, stem: &str, line: &str) -> bool {
        let first = bare(stem.rsplit(char::is_whitespace).next().unwrap_or_default());
        let second = bare(line.split(char::is_whitespace).next().unwrap_or_default());
        let has =
            |between: &str| self.all.contains(&format!("{first}{between}{second}").to_lowercase());
        (has("-") || has("\u{2010}")) && !has("")
    }
}

const HYPHENS: [char; 3] = ['-', '\u{2010}', '\u{ad}'];

/// A word without the marks around it.
fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric() && !HYPHENS.contains(&c))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn joined(lines: &[&str], elsewhere: &str) -> String {
        let all = lines.iter().copied().chain([elsewhere]);
        Words::of(all).joined(lines.iter().copied())
    }

    #[test]
    fn broken_words_are_mended() {
        assert_eq!(joined(&["a broken exam-", "ple of it"], ""), "a broken example of it");
        assert_eq!(joined(&["soft exam\u{ad}", "ple"], ""), "soft example");
        assert_eq!(joined(&["exam\u{2010}", "ple"], ""), "example");
    }

    #[test]
    fn hyphens_of_words_stay() {
        assert_eq!(joined(&["a well-", "known man"], "He was well-known."), "a well-known man");
        assert_eq!(joined(&["a well-", "known man"], ""), "a wellknown man");
        assert_eq!(joined(&["the Anglo-", "Saxon"], ""), "the Anglo-Saxon");
        assert_eq!(joined(&["in 1914-", "1918"], ""), "in 1914-1918");
        assert_eq!(joined(&["he said -", "and left"], ""), "he said - and left");
    }
}
