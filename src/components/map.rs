//! The whole corpus at a glance: a strip a document, a segment a section, what does not belong hatched.

use yew::prelude::*;

use super::later::{Later, What};
use super::map_strip::MapStrip;
use crate::browser::timing;
use crate::format::{count, counted};
use crate::reading::strip;
use crate::shared::Shared;
use crate::state::{Action, Numbers, Selection, Window};
use crate::study::Study;

/// Strips shown at first, and added by each press of the button: what follows the map should be in reach.
const STEP: usize = 40;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct Props {
    pub(super) study: Shared<Study>,
    pub(super) selection: Shared<Selection>,
    pub(super) hidden: Numbers,
    pub(super) document: Option<u32>,
    pub(super) at: Option<u32>,
    pub(super) dispatch: Callback<Action>,
}

/// The map, or its table.
#[component]
pub(super) fn Map(props: &Props) -> Html {
    let props = &use_following(props);
    let as_table = use_state_eq(|| false);
    // The segment that hover or focus points at, and the one segment the Tab key stops at.
    let pointed = use_state_eq(|| None::<u32>);
    let stop = use_state_eq(|| 0_u32);
    let point = {
        let setter = pointed.setter();
        use_callback((), move |section: Option<u32>, ()| setter.set(section))
    };
    let hold = {
        let setter = stop.setter();
        use_callback((), move |section: u32, ()| setter.set(section))
    };
    let reach = use_state_eq(|| STEP);
    let more = {
        let (setter, next) = (reach.setter(), *reach + STEP);
        Callback::from(move |_: MouseEvent| setter.set(next))
    };
    let here = props.at.and_then(|section| props.study.judged(section));
    let here = here.map(|(judged, _)| judged.document);
    let all = props.study.corpus.documents.len();
    let is_shown = |document: &u32| {
        (*document as usize) < *reach || [props.document, here].contains(&Some(*document))
    };
    // Only of what is shown: all of a large corpus take a while.
    let shown: Vec<u32> = (0..all as u32).filter(is_shown).collect();
    let strips = use_memo((props.study.clone(), shown), |(study, shown)| {
        shown.iter().map(|document| strip(*document, study)).collect::<Vec<_>>()
    });
    let flip = {
        let (as_table, next) = (as_table.setter(), !*as_table);
        Callback::from(move |_: MouseEvent| as_table.set(next))
    };
    let study = &props.study;
    // Corrections may leave fewer segments than there were.
    let last = (study.analysis.sections.len() as u32).saturating_sub(1);
    html! {
        <section class="map" aria-labelledby="map-title">
            <div class="map__head">
                <h2 class="map__title" id="map-title">{ "Map" }</h2>
                <button
                    type="button"
                    class="button button--quiet"
                    aria-pressed={as_table.to_string()}
                    onclick={flip}
                >
                    { "Show as table" }
                </button>
            </div>
            if *as_table {
                <Later what={What::Table(study.clone(), props.dispatch.clone())} />
            } else {
                <div class="map__strips">
                    for strip in strips.iter() {
                        <MapStrip
                            key={strip.document}
                            study={study.clone()}
                            strip={strip.clone()}
                            longest={study.longest}
                            selection={props.selection.clone()}
                            hidden={props.hidden.clone()}
                            picked={props.document == Some(strip.document)}
                            at={props.at}
                            stop={(*stop).min(last)}
                            point={point.clone()}
                            hold={hold.clone()}
                            dispatch={props.dispatch.clone()}
                        />
                    }
                </div>
                if all > *reach {
                    <button type="button" class="button button--quiet" onclick={more}>
                        { format!("Show more of the {} documents", count(all as u64)) }
                    </button>
                }
                // What the pointer is on, for eyes: a screen reader has it from the segment itself.
                <p class="map__caption" aria-hidden="true">
                    { caption(study, *pointed) }
                </p>
            }
        </section>
    }
}

/// What the map shows. Where there are many sections it follows once the text is on the screen: hundreds of segments that fade
/// would take as long as the text itself.
#[hook]
fn use_following(props: &Props) -> Props {
    let followed = use_state_eq(|| props.clone());
    // What it is to show next: whatever was asked for last, however many frames that came before have yet to follow.
    let latest = use_mut_ref(|| props.clone());
    let many = props.study.analysis.sections.len() > Window::ALL;
    // Other documents are shown at once, and so is a strip of its own for where somebody is: later it would move the text.
    let apart = |props: &Props| {
        let here = props.at.and_then(|section| props.study.judged(section));
        let here = here.map(|(judged, _)| judged.document);
        [props.document, here].map(|document| document.filter(|one| *one as usize >= STEP))
    };
    let stays =
        followed.study.fingerprint == props.study.fingerprint && apart(&followed) == apart(props);
    use_effect_with(props.clone(), {
        let follow = followed.setter();
        move |props| {
            latest.replace(props.clone());
            if many && stays {
                timing::after_paint(move || {
                    let latest = latest.borrow().clone();
                    follow.set(latest);
                });
            } else if many {
                follow.set(props.clone());
            }
        }
    });
    if many && stays { (*followed).clone() } else { props.clone() }
}

fn caption(study: &Study, pointed: Option<u32>) -> Html {
    let Some((judged, _)) = pointed.and_then(|section| study.judged(section)) else {
        return html! {
            <span class="map__hint">
                { "Each strip is a document, each segment a section as wide as it is long. \
                   Hatched text is off topic, grey is page furniture." }
            </span>
        };
    };
    let class = classes!("map__where", super::tone::tone(study, judged.topic));
    html! {
        <span {class}>
            <span class="swatch"></span>
            <strong>{ study.section_name(pointed.unwrap_or_default()) }</strong>
            <span>{ study.topic_name(judged.topic) }</span>
            <span>{ crate::study::verdict_name(judged.verdict) }</span>
            <span>{ counted(u64::from(judged.words), "word", "words") }</span>
        </span>
    }
}
