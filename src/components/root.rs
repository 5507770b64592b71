//! The page with the documents that came with it, or with a person's own in their place.

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

use super::app::App;
use super::failure::failure;
use super::files_inside;
use super::open_files::{self, open_files};
use super::own::{Event, Judging, Slot};
use crate::browser::{drop, history};
use crate::shared::Shared;
use crate::state::{Correction, Found};
use crate::study::Study;

/// What the page opens with.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The documents, or a sentence that says why there are none.
    pub study: Result<Shared<Study>, String>,
    /// What stands after `#`.
    pub link: AttrValue,
    /// Whether it is drawn beforehand, to be read until the page itself is there.
    #[prop_or_default]
    pub still: bool,
    /// Where these documents are judged, if not here.
    #[prop_or_default]
    pub elsewhere: Option<Shared<Elsewhere>>,
}

/// The worker that judges the documents that came with the page, where they are many.
pub struct Elsewhere {
    pub(super) judging: Box<dyn Judging>,
    /// Who is to be told of verdicts.
    pub(super) hear: Rc<RefCell<Option<Hear>>>,
}

/// Is told of verdicts.
pub(super) type Hear = Callback<(Correction, Found)>;

/// What is open.
#[derive(Clone, PartialEq)]
struct Shown {
    study: Result<Shared<Study>, String>,
    link: AttrValue,
    /// Rises whenever other documents are opened.
    number: u32,
}

/// The whole page.
#[component]
pub fn Root(props: &Props) -> Html {
    let first = Shown { study: props.study.clone(), link: props.link.clone(), number: 0 };
    let shown = use_state(|| first);
    let over = use_state_eq(|| false);
    let judged = use_state(|| None::<(Correction, Found)>);
    let given = use_state(|| Shared::new(Vec::new()));
    let own = use_state(Slot::default);

    let tell = {
        let (shown, judged) = (shown.setter(), judged.setter());
        let (shipped, numbers) = (props.study.clone(), use_mut_ref(|| 0));
        let own = (*own).clone();
        use_callback((), move |event, ()| {
            let (study, link) = match event {
                Event::Judged(correction, found) => {
                    return judged.set(Some((correction, found)));
                }
                Event::Opened(study, link) => {
                    own.opened();
                    (Ok(study), link)
                }
                // It is said where the files are given.
                Event::Lost => return,
                Event::Back => (shipped.clone(), AttrValue::default()),
            };
            // A link is of the documents it was made for.
            history::push(&link);
            judged.set(None);
            let number = numbers.replace_with(|number| *number + 1) + 1;
            shown.set(Shown { study, link, number });
        })
    };
    use_effect_with((), {
        let (elsewhere, own, judged) = (props.elsewhere.clone(), own.clone(), judged.setter());
        move |()| {
            let Some(elsewhere) = elsewhere else { return };
            let hear = Callback::from(move |found| {
                // A person's own documents may be open in their place.
                if own.is_idle() {
                    judged.set(Some(found));
                }
            });
            *elsewhere.hear.borrow_mut() = Some(hear);
        }
    });
    let elsewhere = props.elsewhere.clone();
    let ask = use_callback((*own).clone(), move |correction: Correction, own| match &elsewhere {
        Some(elsewhere) if own.is_idle() => elsewhere.judging.judge(&correction),
        _ => own.ask(|work| work.judge(&correction)),
    });
    use_effect_with((), {
        let (over, given) = (over.setter(), given.setter());
        move |()| {
            let listening = drop::listen(
                move |is_over| over.set(is_over),
                move |files| {
                    if !files.is_empty() {
                        open_files::open();
                        given.set(Shared::new(files));
                    }
                },
            );
            move || std::mem::drop(listening)
        }
    });

    let inside = files_inside::Props {
        given: (*given).clone(),
        own: (*own).clone(),
        shipped: props.study.clone().ok(),
        open: shown.study.clone().ok(),
        link: props.link.clone(),
        tell,
    };
    html! {
        <>
            {
                match &shown.study {
                    Ok(study) => html! {
                        <App
                            key={shown.number}
                            study={study.clone()}
                            link={shown.link.clone()}
                            own={props.study.as_ref().ok() != Some(study)}
                            still={props.still}
                            judged={(*judged).clone()}
                            {ask}
                        />
                    },
                    Err(reason) => failure(reason),
                }
            }
            if !props.still {
                { open_files(inside) }
            }
            if *over {
                <div class="dropping" aria-hidden="true">{ "Drop to open" }</div>
            }
        </>
    }
}
