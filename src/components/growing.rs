//! Long lists that come to the page a part at a time: what is seen at once with the next paint, the rest in the frames after
//! it, so that none of them takes long.

use yew::prelude::*;

use crate::browser::{place, timing};

/// How many of `all` rows to draw: at first the `first`, `part` of them when `list` has become another, and as many more in
/// every frame after that; `least` in any case.
#[hook]
pub(super) fn use_growing(list: u32, first: usize, part: usize, least: usize, all: usize) -> usize {
    // The list, its rows that are drawn, and all of them.
    let drawn = use_mut_ref(|| (list, first, all));
    let update = use_force_update();
    let shown = {
        let mut drawn = drawn.borrow_mut();
        if drawn.0 != list {
            // Whoever is in the list stays where they are; where all of it was there, that may be its end.
            let number = match (place::is_within(".growing"), drawn.1 >= drawn.2) {
                (true, true) => all,
                (true, false) => drawn.1,
                (false, _) => part,
            };
            drawn.0 = list;
            drawn.1 = number;
        }
        drawn.2 = all;
        drawn.1.max(least).min(all)
    };
    use_effect_with((list, shown, all), move |(list, shown, all)| {
        if shown < all {
            let (list, next) = (*list, shown + part);
            let more = move || {
                if drawn.borrow().0 == list {
                    let known = drawn.borrow().1;
                    drawn.borrow_mut().1 = known.max(next);
                    update.force_update();
                }
            };
            // The first part is seen before the second is begun; from then on, a part a frame.
            if next > 2 * part {
                timing::next_frame(more);
            } else {
                timing::after_paint(more);
            }
        }
    });
    shown
}
