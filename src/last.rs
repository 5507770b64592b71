//! The last answer to a question that is asked again and again.

use std::borrow::Borrow;
use std::cell::RefCell;
use std::rc::Rc;

/// The last question and its answer.
#[derive(Debug)]
pub(crate) struct Last<Q, A>(RefCell<Option<(Q, Rc<A>)>>);

impl<Q, A> Default for Last<Q, A> {
    fn default() -> Self {
        Self(RefCell::default())
    }
}

impl<Q, A> Last<Q, A> {
    /// The answer, worked out unless it is the last one.
    pub(crate) fn answer<B>(&self, asked: &B, work: impl FnOnce() -> A) -> Rc<A>
    where
        B: ToOwned<Owned = Q> + PartialEq + ?Sized,
        Q: Borrow<B>,
    {
        if let Some((known, answer)) = &*self.0.borrow()
            && known.borrow() == asked
        {
            return answer.clone();
        }
        let answer = Rc::new(work());
        self.0.replace(Some((asked.to_owned(), answer.clone())));
        answer
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_asked_last_is_not_worked_out_again() {
        let (last, times) = (Last::<String, usize>::default(), RefCell::new(0));
        let ask = |text: &str| {
            *last.answer(text, || {
                *times.borrow_mut() += 1;
                text.len()
            })
        };
        assert_eq!((ask("cry"), ask("cry"), *times.borrow()), (3, 3, 1));
        assert_eq!((ask("tears"), ask("cry"), *times.borrow()), (5, 3, 3));
    }
}
