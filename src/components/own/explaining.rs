//! Reasons that the worker was asked for.

use std::cell::RefCell;

use engine::separate::Reason;
use protocol::Order;

use crate::elsewhere::Answer;
use crate::state::Correction;

/// What was asked, by the number of the order.
#[derive(Default)]
pub(super) struct Explaining(RefCell<Vec<Asked>>);

struct Asked {
    correction: Correction,
    section: u32,
    /// What is to be done with the reason, until it has come.
    answer: Option<Answer>,
    /// Whether it is asked for the second time: a worker that was asked is gone.
    again: bool,
}

impl Explaining {
    /// Notes what is asked for; the number of its order.
    pub(super) fn note(&self, correction: &Correction, section: u32, answer: Answer) -> usize {
        let (correction, answer) = (correction.clone(), Some(answer));
        let mut all = self.0.borrow_mut();
        all.push(Asked { correction, section, answer, again: false });
        all.len() - 1
    }

    /// The order that asks for it.
    pub(super) fn order(&self, number: usize) -> Option<Order> {
        let all = self.0.borrow();
        let Asked { correction, section, .. } = all.get(number)?;
        let (threshold, pins) = (correction.threshold(), correction.pins.as_slice().to_vec());
        Some(Order::Explain { number: number as u32, section: *section, threshold, pins })
    }

    /// Takes up a reason, none where nobody can tell; `false` where nobody waits for it.
    pub(super) fn answer(&self, number: usize, reason: Option<Reason>) -> bool {
        let answer = self.0.borrow_mut().get_mut(number).and_then(|asked| asked.answer.take());
        // Not while the list is borrowed.
        answer.map(|answer| answer(reason)).is_some()
    }

    /// Those without an answer, to be asked for again, each once: nobody can tell those that were.
    pub(super) fn open(&self) -> Vec<usize> {
        let mut open = self.unanswered();
        open.retain(|number| {
            let asked = self
                .0
                .borrow_mut()
                .get_mut(*number)
                .map(|one| std::mem::replace(&mut one.again, true));
            let first = asked == Some(false);
            if !first {
                self.answer(*number, None);
            }
            first
        });
        open
    }

    /// Nobody can tell any of them; `false` where none waits.
    pub(super) fn lose(&self) -> bool {
        let open = self.unanswered();
        open.iter().filter(|number| self.answer(**number, None)).count() > 0
    }

    fn unanswered(&self) -> Vec<usize> {
        let all = self.0.borrow();
        let open = all.iter().enumerate().filter(|(_, asked)| asked.answer.is_some());
        open.map(|(number, _)| number).collect()
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use std::cell::Cell;
    use std::rc::Rc;

    use super::*;

    #[test]
    fn each_is_answered_once_and_asked_for_twice_at_most() {
        let explaining = Explaining::default();
        let heard = Rc::new(Cell::new(0.0));
        let note = |section| {
            let heard = heard.clone();
            let own = |reason: Option<Reason>| reason.map_or(100.0, |reason| reason.own);
            let answer = move |reason| heard.set(heard.get() + own(reason));
            explaining.note(&Correction::default(), section, Box::new(answer))
        };
        assert_eq!((note(7), note(9)), (0, 1));
        let Some(Order::Explain { number: 1, section: 9, .. }) = explaining.order(1) else {
            panic!("an order")
        };
        assert_eq!(explaining.order(2), None);
        let reason = || Some(Reason { own: 1.5, ..Reason::default() });
        assert!(explaining.answer(0, reason()));
        assert!(!explaining.answer(0, reason()) && !explaining.answer(2, reason()));
        assert_eq!(heard.get(), 1.5);
        assert_eq!(explaining.open(), [1]);
        assert_eq!(note(4), 2);
        assert_eq!(explaining.open(), [2], "of the other one nobody knows any more");
        assert_eq!(heard.get(), 101.5);
        assert!(!explaining.answer(1, reason()));
        assert!(explaining.lose() && !explaining.lose());
        assert_eq!(heard.get(), 201.5);
    }
}
