//! Lists of numbers in two arrays: many short ones cost no allocation each.

/// Lists of numbers, one behind the other.
#[derive(Default)]
pub(super) struct Lists {
    /// Where each list begins, and where the last ends.
    starts: Vec<u32>,
    all: Vec<u32>,
}

impl Lists {
    /// The second numbers of the pairs in so many lists by the first, in their order.
    pub(super) fn new(pairs: &[(u32, u32)], lists: usize) -> Self {
        let mut starts = vec![0_u32; lists + 1];
        for (list, _) in pairs {
            starts[*list as usize + 1] += 1;
        }
        for at in 0..lists {
            starts[at + 1] += starts[at];
        }
        let mut all = vec![0; pairs.len()];
        // While they are filled, where the next number of each list goes; in the end that is where the next list begins.
        for (list, number) in pairs {
            let next = &mut starts[*list as usize];
            all[*next as usize] = *number;
            *next += 1;
        }
        starts.rotate_right(1);
        if let Some(first) = starts.first_mut() {
            *first = 0;
        }
        Self { starts, all }
    }

    /// No list, with room for so many.
    pub(super) fn with_capacity(lists: usize) -> Self {
        let mut starts = Vec::with_capacity(lists + 1);
        starts.push(0);
        Self { starts, all: Vec::new() }
    }

    /// One more list.
    pub(super) fn push(&mut self, list: &[u32]) {
        self.all.extend_from_slice(list);
        self.starts.push(self.all.len() as u32);
    }

    /// The same in no more memory than it needs, all lists pushed.
    pub(super) fn whole(mut self) -> Self {
        self.all.shrink_to_fit();
        self
    }

    /// A list by number.
    pub(super) fn of(&self, list: usize) -> &[u32] {
        &self.all[self.starts[list] as usize..self.starts[list + 1] as usize]
    }

    /// All lists.
    pub(super) fn iter(&self) -> impl Iterator<Item = &[u32]> {
        self.starts.windows(2).map(|ends| &self.all[ends[0] as usize..ends[1] as usize])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pairs_are_listed_in_their_order() {
        let lists = Lists::new(&[(2, 7), (0, 5), (2, 3), (2, 9)], 4);
        let all: Vec<&[u32]> = lists.iter().collect();
        assert_eq!(lists.of(2), all[2]);
        assert_eq!(all, [&[5][..], &[], &[7, 3, 9], &[]]);
    }

    #[test]
    fn a_list_is_what_was_pushed() {
        let mut lists = Lists::with_capacity(2);
        lists.push(&[4, 1]);
        lists.push(&[]);
        assert_eq!((lists.of(0), lists.of(1)), (&[4, 1][..], &[][..]));
    }

    #[test]
    fn no_list_at_all() {
        assert_eq!(Lists::new(&[], 0).starts, [0]);
    }
}
