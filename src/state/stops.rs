//! What a person changed about the stop list.

/// Words added to the stop list and words taken from it, in the form they are shown in; each list in order, no word in both.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Stops {
    added: Vec<String>,
    taken: Vec<String>,
}

impl Stops {
    /// Words that count as common though their language's list does not have them.
    pub fn added(&self) -> &[String] {
        &self.added
    }

    /// Words of the list that are counted all the same.
    pub fn taken(&self) -> &[String] {
        &self.taken
    }

    /// Whether nothing was changed.
    pub fn is_empty(&self) -> bool {
        self.added.is_empty() && self.taken.is_empty()
    }

    /// Adds a word to the stop list.
    pub fn add(&mut self, word: &str) {
        remove(&mut self.taken, word);
        insert(&mut self.added, word);
    }

    /// Takes a word from the stop list.
    pub fn take(&mut self, word: &str) {
        remove(&mut self.added, word);
        insert(&mut self.taken, word);
    }

    /// Leaves a word to its language's list again.
    pub fn forget(&mut self, word: &str) {
        remove(&mut self.added, word);
        remove(&mut self.taken, word);
    }
}

fn insert(words: &mut Vec<String>, word: &str) {
    if let Err(place) = words.binary_search_by(|other| other.as_str().cmp(word)) {
        words.insert(place, word.to_owned());
    }
}

fn remove(words: &mut Vec<String>, word: &str) {
    if let Ok(place) = words.binary_search_by(|other| other.as_str().cmp(word)) {
        words.remove(place);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_word_on_a_word_counts() {
        let mut stops = Stops::default();
        stops.add("session");
        stops.add("client");
        stops.take("session");
        assert_eq!(
            (stops.added(), stops.taken()),
            (&["client".into()][..], &["session".into()][..])
        );
        stops.forget("client");
        stops.forget("session");
        assert!(stops.is_empty());
    }
}
