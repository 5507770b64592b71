//! No two documents of one name.

use std::collections::BTreeMap;

/// The names given so far.
#[derive(Clone, Debug, Default)]
pub struct Names {
    /// How often each was asked for.
    taken: BTreeMap<String, u32>,
}

impl Names {
    /// Takes a name, or where it is taken the first free one of `name (2)`, `name (3)` …
    pub fn claim(&mut self, name: String) -> String {
        let Some(count) = self.taken.get_mut(&name) else {
            self.taken.insert(name.clone(), 1);
            return name;
        };
        let mut number = *count;
        let free = loop {
            number += 1;
            let other = format!("{name} ({number})");
            if !self.taken.contains_key(&other) {
                break other;
            }
        };
        self.taken.insert(name, number);
        self.taken.insert(free.clone(), 1);
        free
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_is_given_once() {
        let mut names = Names::default();
        let given = ["a", "a (2)", "a", "a", "b"].map(|name| names.claim(name.to_owned()));
        assert_eq!(given, ["a", "a (2)", "a (3)", "a (4)", "b"]);
    }
}
