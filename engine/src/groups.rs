//! What documents are grouped by: a column of the table they came from, the folder they stood in.

use serde::{Deserialize, Serialize};

/// The groups of a corpus. Each document is in one of them or in none.
#[derive(Clone, Debug, Default, Eq, PartialEq, Serialize, Deserialize)]
pub struct Groups {
    names: Vec<String>,
    /// For each document its group, counted from 1; 0 for none. Empty where there are no groups.
    of: Vec<u32>,
}

impl Groups {
    /// The groups of documents, given the name of the group of each. A single group of all tells nothing apart: then there
    /// are none.
    pub fn new(given: &[Option<String>]) -> Self {
        let mut names: Vec<String> = given.iter().flatten().cloned().collect();
        names.sort_unstable();
        names.dedup();
        let all = given.iter().all(Option::is_some);
        if names.is_empty() || (names.len() == 1 && all) {
            return Self::default();
        }
        let number = |name: &Option<String>| {
            let at = name.as_ref().and_then(|name| names.binary_search(name).ok());
            at.map_or(0, |at| at as u32 + 1)
        };
        let of = given.iter().map(number).collect();
        Self { names, of }
    }

    /// What they are called, in alphabetical order.
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// The group of a document, as an index into the names.
    pub fn of(&self, document: u32) -> Option<u32> {
        self.of.get(document as usize)?.checked_sub(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn groups(given: &[&str]) -> Groups {
        let name = |name: &&str| (!name.is_empty()).then(|| (*name).to_owned());
        Groups::new(&given.iter().map(name).collect::<Vec<_>>())
    }

    #[test]
    fn each_document_is_in_one_or_in_none() {
        let found = groups(&["b", "a", "", "b"]);
        assert_eq!(found.names(), ["a", "b"]);
        let of: Vec<_> = (0..5).map(|document| found.of(document)).collect();
        assert_eq!(of, [Some(1), Some(0), None, Some(1), None]);
    }

    #[test]
    fn what_tells_nothing_apart_is_none() {
        assert_eq!(groups(&["a", "a"]), Groups::default());
        assert_eq!(groups(&["", ""]), Groups::default());
        assert_eq!(groups(&["a", ""]).names(), ["a"]);
        assert_eq!(groups(&[]).of(0), None);
    }
}
