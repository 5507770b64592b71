//! Which columns of tables are what.

use serde::{Deserialize, Serialize};

/// A table or a list of objects, and what its columns were taken for.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize)]
pub struct Table {
    /// The file, or the part of it.
    pub file: String,
    /// What is taken for what.
    pub choice: Choice,
    /// Whether reading waits until somebody says whether that is right.
    pub asks: bool,
    /// The first rows, the beginning of each value, in the order of the names.
    pub rows: Vec<Vec<String>>,
}

/// Which columns of a table, or fields of objects, are what.
#[derive(Clone, Debug, Default, Eq, PartialEq, Serialize, Deserialize)]
pub struct Choice {
    /// All of them, by name or by number from 1: the choice is for every table that has the same, in any order.
    pub names: Vec<String>,
    /// The one with the text.
    pub text: String,
    /// The one with the title.
    pub title: Option<String>,
    /// The one with the group.
    pub group: Option<String>,
}

impl Choice {
    /// Whether a table with these columns is meant.
    pub fn is_for(&self, names: &[String]) -> bool {
        self.names.len() == names.len() && self.names.iter().all(|name| names.contains(name))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_choice_is_for_the_same_columns_in_any_order() {
        let names =
            |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
        let choice = Choice { names: names(&["a", "b"]), ..Choice::default() };
        assert!(choice.is_for(&names(&["b", "a"])));
        assert!(!choice.is_for(&names(&["a"])));
        assert!(!choice.is_for(&names(&["a", "b", "c"])));
        assert!(!choice.is_for(&names(&["a", "c"])));
    }
}
