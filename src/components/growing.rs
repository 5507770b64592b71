//! Long lists that come to the page a part at a time: what is seen at once with the next paint, the rest in the frames after
//! it, so that none of them takes long.

use std::ops::Range;

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

/// Rows drawn in one frame, where nothing else is said.
pub(super) const PART: usize = 8;

#[derive(Properties)]
pub(super) struct GrownProps {
    /// The element the rows stand in.
    pub(super) tag: &'static str,
    #[prop_or_default]
    pub(super) class: Classes,
    #[prop_or_default]
    pub(super) role: Option<&'static str>,
    /// That of the list: another one grows anew.
    pub(super) list: u32,
    /// That of what rows are drawn from: they are drawn again only when it is another.
    pub(super) number: u32,
    /// How many rows there are to draw.
    pub(super) all: usize,
    /// Draws a row, by its index.
    pub(super) draw: Callback<usize, Option<Html>>,
}

impl PartialEq for GrownProps {
    fn eq(&self, other: &Self) -> bool {
        // What draws is another each time, and draws the same from the same.
        (self.list, self.number, self.all) == (other.list, other.number, other.all)
    }
}

/// A long list that grows by itself: what stands around it is not drawn again meanwhile, and whoever types there is left alone.
#[component]
pub(super) fn Grown(props: &GrownProps) -> Html {
    let GrownProps { tag, number, all, draw, .. } = props;
    // One part is not worth a frame without any.
    let first = if *all > PART { 0 } else { PART };
    let drawn = use_growing(props.list, first, PART, 0, *all);
    html! {
        <@{*tag}
            class={classes!("growing", props.class.clone())}
            role={props.role}
            aria-busy={(drawn < *all).then_some("true")}
        >
            for start in (0..drawn).step_by(PART) {
                <Part key={start} number={*number} rows={start..drawn.min(start + PART)} draw={draw.clone()} />
            }
        </@>
    }
}

#[derive(Properties)]
struct PartProps {
    number: u32,
    rows: Range<usize>,
    draw: Callback<usize, Option<Html>>,
}

impl PartialEq for PartProps {
    fn eq(&self, other: &Self) -> bool {
        (self.number, &self.rows) == (other.number, &other.rows)
    }
}

/// Some of the rows.
#[component]
fn Part(props: &PartProps) -> Html {
    html! {
        for row in props.rows.clone().filter_map(|row| props.draw.emit(row)) {
            { row }
        }
    }
}

/// A number that is another whenever a value is: that of a list, or of what it is drawn from.
#[hook]
pub(super) fn use_number_of<T: Clone + PartialEq + 'static>(value: &T) -> u32 {
    let last = use_mut_ref(|| (0_u32, value.clone()));
    let mut last = last.borrow_mut();
    if last.1 != *value {
        *last = (last.0.wrapping_add(1), value.clone());
    }
    last.0
}
