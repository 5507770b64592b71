//! A small set of numbers, in order. A sorted list: the sets of a view hold a handful, and a tree is a large part of a
//! small module.

/// Numbers, each once, in ascending order.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Numbers(Vec<u32>);

impl Numbers {
    /// Whether a number is in.
    pub fn contains(&self, number: u32) -> bool {
        self.0.binary_search(&number).is_ok()
    }

    /// Puts a number in.
    pub fn insert(&mut self, number: u32) {
        if let Err(place) = self.0.binary_search(&number) {
            self.0.insert(place, number);
        }
    }

    /// Takes a number out where it is in, and puts it in where it is not.
    pub fn toggle(&mut self, number: u32) {
        match self.0.binary_search(&number) {
            Ok(place) => drop(self.0.remove(place)),
            Err(place) => self.0.insert(place, number),
        }
    }

    /// Takes all of them out.
    pub fn clear(&mut self) {
        self.0.clear();
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The numbers, ascending.
    pub fn iter(&self) -> impl Iterator<Item = u32> + '_ {
        self.0.iter().copied()
    }
}

impl FromIterator<u32> for Numbers {
    fn from_iter<I: IntoIterator<Item = u32>>(numbers: I) -> Self {
        let mut set = Self::default();
        numbers.into_iter().for_each(|number| set.insert(number));
        set
    }
}

impl<const N: usize> From<[u32; N]> for Numbers {
    fn from(numbers: [u32; N]) -> Self {
        numbers.into_iter().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_stand_once_and_in_order() {
        let mut set = Numbers::from([5, 2, 5, 9]);
        assert_eq!(set.iter().collect::<Vec<_>>(), [2, 5, 9]);
        set.toggle(5);
        set.toggle(1);
        assert_eq!(set, Numbers::from([1, 2, 9]));
        assert!(set.contains(9) && !set.contains(5));
    }
}
