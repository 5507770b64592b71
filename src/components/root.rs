//! The page with the documents that came with it, or with a person's own in their place.

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

use super::app::App;
use super::failure::failure;
use super::later::LOST;
use super::open_files::{self, open_files};
use super::own::{Event, Judging};
use super::{files_inside, part};
use crate::browser::drop::Given;
use crate::browser::{drop, history};
use crate::files::Intake;
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
    let intake = use_state(Intake::default);
    let over = use_state_eq(|| false);
    let judged = use_state(|| None::<(Correction, Found)>);
    let own = use_mut_ref(|| None::<Box<dyn Judging>>);

    let show = {
        let (shown, judged) = (shown.clone(), judged.clone());
        let number = shown.number + 1;
        move |study| {
            // A link is of the documents it was made for.
            history::push("");
            judged.set(None);
            shown.set(Shown { study, link: AttrValue::default(), number });
        }
    };
    let give = {
        let (own, intake, judged, show) =
            (own.clone(), intake.clone(), judged.clone(), show.clone());
        use_callback(shown.number, move |files: Vec<Given>, _| {
            if files.is_empty() {
                return;
            }
            open_files::open();
            intake.set(Intake::begin());
            let (intake, judged, show) = (intake.setter(), judged.setter(), show.clone());
            let lost = intake.clone();
            let hear = move |event| match event {
                Event::Heard(news) => intake.set(news),
                Event::Opened(study) => show(Ok(study)),
                Event::Judged(correction, found) => judged.set(Some((correction, found))),
            };
            let own = own.clone();
            part::with(move |part| match part {
                // In place of whatever was being read.
                Some(part) => *own.borrow_mut() = Some((part.read)(&files, Box::new(hear))),
                None => lost.set(Intake::failed(LOST)),
            });
        })
    };
    let cancel = {
        let (own, intake) = (own.clone(), intake.clone());
        Callback::from(move |()| {
            own.borrow_mut().take();
            intake.set(Intake::default());
        })
    };
    let back = {
        let (own, intake, study) = (own.clone(), intake.clone(), props.study.clone());
        Callback::from(move |()| {
            own.borrow_mut().take();
            intake.set(Intake::default());
            open_files::close();
            show(study.clone());
        })
    };
    use_effect_with((), {
        let (elsewhere, own, judged) = (props.elsewhere.clone(), own.clone(), judged.setter());
        move |()| {
            let Some(elsewhere) = elsewhere else { return };
            let hear = Callback::from(move |found| {
                // A person's own documents may be open in their place.
                if own.borrow().is_none() {
                    judged.set(Some(found));
                }
            });
            *elsewhere.hear.borrow_mut() = Some(hear);
        }
    });
    let elsewhere = props.elsewhere.clone();
    let ask =
        use_callback((), move |correction: Correction, ()| match (&*own.borrow(), &elsewhere) {
            (Some(own), _) => own.judge(&correction),
            (None, Some(elsewhere)) => elsewhere.judging.judge(&correction),
            (None, None) => {}
        });
    use_effect_with(give.clone(), {
        let over = over.setter();
        move |give| {
            let give = give.clone();
            let listening =
                drop::listen(move |is_over| over.set(is_over), move |files| give.emit(files));
            move || std::mem::drop(listening)
        }
    });

    let shipped = match &props.study {
        Ok(study) if shown.number > 0 && shown.study != props.study => {
            Some(AttrValue::from(study.corpus.name.clone()))
        }
        _ => None,
    };
    let inside = files_inside::Props { intake: (*intake).clone(), shipped, give, cancel, back };
    html! {
        <>
            {
                match &shown.study {
                    Ok(study) => html! {
                        <App
                            key={shown.number}
                            study={study.clone()}
                            link={shown.link.clone()}
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
