//! What a person called topics, and which they joined: by places in the text, which outlive every renumbering.

/// A place in the text.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub struct Place {
    /// The document.
    pub document: u32,
    /// The block.
    pub block: u32,
}

/// Names given to topics, each by a place in it; in the order of the places, one a place.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Names(Vec<(Place, String)>);

impl Names {
    /// The longest name, in characters.
    pub const LONGEST: usize = 80;

    /// Names the topic at a place. An empty name takes the name back. Longer names are cut.
    pub fn give(&mut self, place: Place, name: &str) {
        let name: String = name.trim().chars().take(Self::LONGEST).collect();
        let name = name.trim_end();
        match (self.0.binary_search_by(|(other, _)| other.cmp(&place)), name.is_empty()) {
            (Ok(at), true) => drop(self.0.remove(at)),
            (Ok(at), false) => name.clone_into(&mut self.0[at].1),
            (Err(_), true) => {}
            (Err(at), false) => self.0.insert(at, (place, name.to_owned())),
        }
    }

    /// Takes back every name whose place is one of these.
    pub fn take_back(&mut self, is: impl Fn(Place) -> bool) {
        self.0.retain(|(place, _)| !is(*place));
    }

    /// The names, in the order of their places.
    pub fn as_slice(&self) -> &[(Place, String)] {
        &self.0
    }
}

/// Topics joined in pairs, each named by a place in it; in order, each pair once with the earlier place first.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Merges(Vec<(Place, Place)>);

impl Merges {
    /// Joins the topics at two places.
    pub fn join(&mut self, one: Place, other: Place) {
        let pair = (one.min(other), one.max(other));
        if one != other
            && let Err(at) = self.0.binary_search(&pair)
        {
            self.0.insert(at, pair);
        }
    }

    /// Takes back every pair with a place that is one of these.
    pub fn take_back(&mut self, is: impl Fn(Place) -> bool) {
        self.0.retain(|(one, other)| !is(*one) && !is(*other));
    }

    /// The pairs.
    pub fn as_slice(&self) -> &[(Place, Place)] {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn at(document: u32, block: u32) -> Place {
        Place { document, block }
    }

    #[test]
    fn names_are_trimmed_cut_and_taken_back() {
        let mut names = Names::default();
        names.give(at(1, 2), "  Height ");
        names.give(at(0, 5), &"x".repeat(200));
        assert_eq!(names.as_slice()[1], (at(1, 2), "Height".to_owned()));
        assert_eq!(names.as_slice()[0].1.len(), Names::LONGEST);
        names.give(at(1, 2), " ");
        names.take_back(|place| place.document == 0);
        assert_eq!(names, Names::default());
    }

    #[test]
    fn a_pair_stands_once_whichever_way_round() {
        let mut merges = Merges::default();
        merges.join(at(1, 2), at(0, 5));
        merges.join(at(0, 5), at(1, 2));
        merges.join(at(0, 5), at(0, 5));
        assert_eq!(merges.as_slice(), [(at(0, 5), at(1, 2))]);
        merges.take_back(|place| place == at(1, 2));
        assert_eq!(merges, Merges::default());
    }
}
