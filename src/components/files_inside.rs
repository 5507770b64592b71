//! What the dialog of own files holds: ways to pick, paste and drop into, and what becomes of them. It arrives later.

use protocol::{Choice, Repeat};
use yew::prelude::*;

use super::columns::Columns;
use super::doing::Doing;
use super::kept::{Kept, List};
use super::open_files;
use super::own::{Event as Own, Slot};
use crate::browser::drop::{self, Given};
use crate::browser::{clipboard, dialog, history, place};
use crate::files::{self, Intake, Stage};
use crate::format::counted;
use crate::shared::Shared;
use crate::state::{foreign, searching, short};
use crate::study::Study;

/// Where text is pasted.
const PASTE: &str = "open-files-text";
/// Remarks listed at the most; the copied list has all of them.
const LISTED: usize = 200;

/// What it is drawn from.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct Props {
    /// Files dropped on the page, the last ones.
    pub(super) given: Shared<Vec<Given>>,
    /// Where whatever is at work is put.
    pub(super) own: Slot,
    /// The documents that came with the page.
    pub(super) shipped: Option<Shared<Study>>,
    /// Those that are open.
    pub(super) open: Option<Shared<Study>>,
    /// What stood after `#` when the page opened.
    pub(super) link: AttrValue,
    /// Is told what comes of files.
    pub(super) tell: Callback<Own>,
}

/// The content of the dialog.
pub(super) fn content(props: &Props) -> Html {
    html! { <Files ..props.clone() /> }
}

/// The same, with what it has to remember.
#[component]
fn Files(props: &Props) -> Html {
    let intake = use_state(Intake::default);
    let list = use_state(List::default);
    let said = use_state(String::new);
    let doing = Doing {
        own: props.own.clone(),
        intake: intake.setter(),
        list: list.setter(),
        said: said.setter(),
        tell: props.tell.clone(),
        files: use_mut_ref(|| Shared::new(Vec::new())),
        shown: props.open.clone(),
    };
    use_effect_with(props.given.clone(), {
        let doing = doing.clone();
        move |given| doing.read(given, Vec::new())
    });
    use_effect_with((), {
        let (doing, link, shipped) = (doing.clone(), props.link.clone(), props.shipped.clone());
        move |()| {
            if let Some(key) = shipped.and_then(|shipped| foreign(&link, shipped.fingerprint)) {
                doing.recall(key, link.to_string());
            }
            let listening = dialog::when_used(open_files::ID, move || doing.list());
            move || drop(listening)
        }
    });
    let shipped = props.shipped.as_ref().filter(|shipped| props.open.as_ref() != Some(*shipped));
    let back = {
        let doing = doing.clone();
        move |_: MouseEvent| {
            open_files::close();
            doing.leave();
        }
    };
    // Not while something else may take their place.
    let own = props.open.as_ref().filter(|_| shipped.is_some() || props.shipped.is_none());
    let own = own.filter(|_| matches!(intake.stage, Stage::Idle | Stage::Done));
    html! {
        <>
            <p>
                { "The same for your own documents: topics, what does not belong and why, and every number with and \
                   without it. They are read in this browser, on this device; nothing is sent anywhere." }
            </p>
            { ways(&doing) }
            { progress(&intake, &doing) }
            { tables(&intake, &doing) }
            { remarks(&intake) }
            { repeats(&intake, props.open.as_ref()) }
            <Kept
                list={(*list).clone()}
                said={(*said).clone()}
                doing={doing.clone()}
                open={own.map(|study| AttrValue::from(short(study.fingerprint)))}
            />
            if let Some(shipped) = shipped {
                <p class="open-files__back">
                    <button type="button" class="link" onclick={back}>
                        { format!("Back to “{}”", shipped.corpus.name) }
                    </button>
                </p>
            }
        </>
    }
}

/// What the columns of tables were taken for.
fn tables(intake: &Intake, doing: &Doing) -> Html {
    let choose = {
        let (doing, intake) = (doing.clone(), intake.clone());
        Callback::from(move |choice: Choice| {
            if intake.stage == Stage::Asking {
                doing.choose(choice);
            } else {
                let files = doing.files.borrow().clone();
                doing.read(&files, intake.choices_with(&choice));
            }
            // The button goes away, and would take the focus along.
            place::focus(open_files::TITLE);
        })
    };
    // What was chosen is a new beginning.
    let key = |number: usize, choice: &Choice| {
        let title = choice.title.as_deref().unwrap_or_default();
        let group = choice.group.as_deref().unwrap_or_default();
        format!("{number}/{}/{title}/{group}", choice.text)
    };
    html! {
        for (number, told) in intake.tables.iter().enumerate() {
            <Columns
                key={key(number, &told.table.choice)}
                told={told.clone()}
                {number}
                choose={choose.clone()}
            />
        }
    }
}

/// The ways in.
fn ways(doing: &Doing) -> Html {
    let pick = |folder: bool| {
        let doing = doing.clone();
        let onchange = move |event: Event| {
            if let Some(input) = event.target_dyn_into::<web_sys::HtmlInputElement>() {
                doing.read(&Shared::new(drop::picked(&input)), Vec::new());
            }
        };
        let name = if folder { "Choose a folder" } else { "Choose files" };
        html! {
            <label class="button open-files__pick">
                { name }
                <input
                    class="hidden-input"
                    type="file"
                    multiple=true
                    webkitdirectory={folder}
                    {onchange}
                />
            </label>
        }
    };
    let paste = {
        let doing = doing.clone();
        move |_: MouseEvent| {
            let text = place::value(PASTE);
            let file = drop::text_file(&text, "Pasted text.txt");
            doing.read(&Shared::new(file.into_iter().collect()), Vec::new());
        }
    };
    html! {
        <>
            <div class="open-files__drop">
                <p>{ "Drop files or folders anywhere on this page, or" }</p>
                <p class="open-files__picks">{ pick(false) }{ " " }{ pick(true) }</p>
                <p class="open-files__kinds">
                    { "Text, Markdown, HTML, CSV, JSON, Word, PDF, and zip archives of these." }
                </p>
            </div>
            <details class="open-files__paste">
                <summary>{ "Or paste text" }</summary>
                <label class="open-files__label" for={PASTE}>{ "Text" }</label>
                <textarea class="field open-files__text" id={PASTE} rows="6" />
                <button type="button" class="button" onclick={paste}>{ "Open this text" }</button>
            </details>
        </>
    }
}

/// How far the files are.
fn progress(intake: &Intake, doing: &Doing) -> Html {
    let cancel = {
        let doing = doing.clone();
        move |_: MouseEvent| doing.stop()
    };
    let cancel = html! {
        <button type="button" class="button" onclick={cancel}>{ "Cancel" }</button>
    };
    let body = match &intake.stage {
        Stage::Idle => html! {},
        Stage::Working { what, share } => html! {
            <>
                <p class="open-files__what">{ what }</p>
                <progress
                    class="open-files__bar"
                    aria-label="Progress"
                    max="100"
                    value={share.map(|share| ((share * 100.0) as u32).to_string())}
                />
                { cancel }
            </>
        },
        Stage::Asking => html! {
            <>
                <p class="open-files__what">{ "Reading waits for you to say which column is the text." }</p>
                { cancel }
            </>
        },
        Stage::Done => html! {
            <>
                <p class="open-files__what">{ "Done." }</p>
                <button type="button" class="button" onclick={|_: MouseEvent| open_files::close()}>
                    { "Look at them" }
                </button>
            </>
        },
        Stage::Failed(reason) => html! { <p class="open-files__what">{ reason }</p> },
    };
    html! { <div class="open-files__progress" role="status">{ body }</div> }
}

/// What stands more than once, each with a way to see it.
fn repeats(intake: &Intake, open: Option<&Shared<Study>>) -> Html {
    let Some(study) = open.filter(|_| !intake.repeats.is_empty()) else { return html! {} };
    let show = |repeat: &Repeat| {
        let (study, search) = (study.clone(), files::search(repeat));
        move |_: MouseEvent| {
            open_files::close();
            history::go(&searching(&history::read(), &search, study.fingerprint));
        }
    };
    html! {
        <div class="open-files__remarks">
            <h3 class="help__name">{ "What stands more than once" }</h3>
            <ul class="open-files__list" tabindex="0" aria-label="What stands more than once">
                for (index, repeat) in intake.repeats.iter().enumerate() {
                    <li key={index}>
                        { files::repeated(repeat) }
                        { " " }
                        <button type="button" class="link" aria-label={format!("Show: {}", files::repeated(repeat))} onclick={show(repeat)}>
                            { "Show" }
                        </button>
                    </li>
                }
            </ul>
        </div>
    }
}

/// What was said of files, to be copied.
fn remarks(intake: &Intake) -> Html {
    if intake.remarks.is_empty() {
        return html! {};
    }
    let problems = intake.problems() as u64;
    let title = match problems {
        0 => "What was noticed".to_owned(),
        _ => format!("{} could not be read", counted(problems, "file", "files")),
    };
    let report = intake.report();
    let copy = move |_: MouseEvent| {
        let report = report.clone();
        yew::platform::spawn_local(async move {
            clipboard::copy(&report).await;
        });
    };
    html! {
        <div class="open-files__remarks">
            <h3 class="help__name">{ title }</h3>
            <ul class="open-files__list" tabindex="0" aria-label={"What was said of files"}>
                for (index, remark) in intake.remarks.iter().take(LISTED).enumerate() {
                    <li key={index} class={remark.problem.then_some("open-files__problem")}>
                        <b>{ &remark.file }</b>{ format!(": {}", remark.text) }
                    </li>
                }
            </ul>
            if intake.remarks.len() > LISTED {
                <p>{ format!("and {} more", intake.remarks.len() - LISTED) }</p>
            }
            <button type="button" class="button" onclick={copy}>{ "Copy this list" }</button>
        </div>
    }
}
