//! What the dialog of own files holds: ways to pick, paste and drop into, and what becomes of them. It arrives later.

use yew::prelude::*;

use crate::browser::drop::{self, Given};
use crate::browser::{clipboard, place};
use crate::files::{Intake, Stage};
use crate::format::counted;

/// Where text is pasted.
const PASTE: &str = "open-files-text";
/// Remarks listed at the most; the copied list has all of them.
const LISTED: usize = 200;

/// What it is drawn from.
#[derive(Clone, PartialEq)]
pub(super) struct Props {
    /// What became of the files given.
    pub(super) intake: Intake,
    /// The documents that came with the page, by name, where others are open.
    pub(super) shipped: Option<AttrValue>,
    /// Is given files.
    pub(super) give: Callback<Vec<Given>>,
    /// Is told to stop.
    pub(super) cancel: Callback<()>,
    /// Is told to open the documents that came with the page again.
    pub(super) back: Callback<()>,
}

/// The content of the dialog.
pub(super) fn content(props: &Props) -> Html {
    html! {
        <>
            <p>
                { "The same for your own documents: topics, what does not belong and why, and every number with and \
                   without it. They are read in this browser, on this device; nothing is sent anywhere." }
            </p>
            { ways(props) }
            { progress(props) }
            { remarks(&props.intake) }
            if let Some(name) = &props.shipped {
                <p class="open-files__back">
                    <button type="button" class="link" onclick={props.back.reform(|_: MouseEvent| ())}>
                        { format!("Back to “{name}”") }
                    </button>
                </p>
            }
        </>
    }
}

/// The ways in.
fn ways(props: &Props) -> Html {
    let pick = |folder: bool| {
        let give = props.give.clone();
        let onchange = move |event: Event| {
            if let Some(input) = event.target_dyn_into::<web_sys::HtmlInputElement>() {
                give.emit(drop::picked(&input));
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
    let paste = props.give.reform(|_: MouseEvent| {
        let text = place::value(PASTE);
        drop::text_file(&text, "Pasted text.txt").into_iter().collect()
    });
    html! {
        <>
            <div class="open-files__drop">
                <p>{ "Drop files or folders anywhere on this page, or" }</p>
                <p class="open-files__picks">{ pick(false) }{ " " }{ pick(true) }</p>
                <p class="open-files__kinds">
                    { "Text, Markdown, HTML, CSV, JSON, Word, and zip archives of these." }
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
fn progress(props: &Props) -> Html {
    let body = match &props.intake.stage {
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
                <button type="button" class="button" onclick={props.cancel.reform(|_: MouseEvent| ())}>
                    { "Cancel" }
                </button>
            </>
        },
        Stage::Done => html! { <p class="open-files__what">{ "Done." }</p> },
        Stage::Failed(reason) => html! { <p class="open-files__what">{ reason }</p> },
    };
    html! { <div class="open-files__progress" role="status">{ body }</div> }
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
