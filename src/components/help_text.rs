//! What the help says: what the page does, what its numbers mean, how to search, and every key. It arrives later.

use yew::prelude::*;

use super::help::ID;
use super::search;
use crate::browser::{dialog, keys, place};
use crate::search::examples;
use crate::shared::Shared;
use crate::state::Action;
use crate::study::Study;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct Props {
    pub(super) study: Shared<Study>,
    pub(super) dispatch: Callback<Action>,
}

/// What the page is for and what its numbers say, a heading and a paragraph each.
const TEXTS: [(&str, &str); 5] = [
    (
        "What this page does",
        "It sorts the sections of some documents into topics and judges of each whether it belongs with the rest. \
         What does not is folded away and not counted, never deleted. Where a verdict is wrong, say so: the rest \
         is decided again, and the link in the address bar carries all you said.",
    ),
    (
        "What the verdict numbers mean",
        "A section’s score is the logarithm of the odds that it belongs: above 0 it more likely does, and each 0.7 \
         doubles the odds. “Why?” lists the words that decided, each with what it added. The threshold is the score \
         below which a section is off topic; close to it a section is unsure, and kept.",
    ),
    (
        "What the columns of the terms mean",
        "Count is the selection, In all is everything. Keyness says how sure it is that the selection uses a term more \
         (+) or less (−) than the rest: * p < 0.05, ** p < 0.01, *** p < 0.001, **** p < 0.0001. Log ratio says by how \
         much: 1 is twice as often. Dispersion is 0 for a term spread over the documents as their words are, and near 1 for \
         one that stands in a single short one.",
    ),
    (
        "Contexts, Collocates and Plot",
        "Look up a term or a phrase under Contexts. Lines shows every place it stands in, with the words around it; a click \
         on a line’s section leads there. Collocates lists the words that stand near it more often than chance: Near it counts \
         them within so many words to either side, Anywhere in all the text looked at; logDice says how closely the two go \
         together, whatever the size of the text, MI favours rare words, and G² says how sure it is. Plot draws each document \
         as a line with a mark wherever the term stands.",
    ),
    (
        "Saying that a verdict is wrong",
        "“It does not belong” and “It belongs” stand beside every section. Where that would move other sections too, they are \
         named first, and you say whether all of them are meant or that section alone. Undo takes back the last thing you said \
         or did with the threshold; “What you said” lists it all, each with the way to take it back.",
    ),
];

/// Every key, by what it is for.
const KEYS: [(&str, &[(&str, &str)]); 4] = [
    (
        "Anywhere",
        &[
            ("?", "this help"),
            ("/ or Ctrl or ⌘ K", "search"),
            (
                "Esc",
                "take off a notice, the search, the filter, the highlighting, one after the other",
            ),
            ("1 to 6", "the views: Read, Terms, Contexts, Compare, Topics, Changes"),
            ("Ctrl or ⌘ Z", "take back what you said last"),
            ("Shift Ctrl or ⌘ Z", "say it again"),
        ],
    ),
    (
        "In Read",
        &[
            ("n, Shift n", "the next hit, the one before"),
            ("j, k", "the next section, the one before"),
        ],
    ),
    (
        "In the search box",
        &[
            ("↓ ↑", "through the suggestions"),
            ("Enter", "take the suggestion; without one, the search as it stands"),
            ("Esc", "close the suggestions, clear the box, leave it"),
        ],
    ),
    (
        "In topics, map and tabs",
        &[
            ("Arrow keys", "to the next one"),
            ("Home, End", "to the first, to the last"),
            ("Enter", "only this topic; with Shift, this one too"),
        ],
    ),
];

/// The text of the dialog.
pub(super) fn help_text(props: &Props) -> Html {
    html! {
        <>
            for (name, text) in TEXTS {
                <h3 class="help__name">{ name }</h3>
                <p>{ text }</p>
            }
            <h3 class="help__name">{ "How to search" }</h3>
            <p>
                { "A search finds sections and highlights its words in them. Words count in any form, as in the \
                   terms. Try one:" }
            </p>
            { searches(props) }
            <h3 class="help__name">{ "Keys" }</h3>
            { shortcuts() }
            <SingleKeys />
        </>
    }
}

/// The switch for keys that work alone.
#[component]
fn SingleKeys() -> Html {
    let single = use_state_eq(keys::single);
    let turn = {
        let (on, setter) = (!*single, single.setter());
        move |_: Event| {
            keys::set_single(on);
            setter.set(on);
        }
    };
    html! {
        <label class="check">
            <input type="checkbox" checked={*single} onchange={turn} />
            { " Single keys work, such as / and n" }
        </label>
    }
}

/// Searches to try, made of the documents' own words.
fn searches(props: &Props) -> Html {
    let row = |(text, meaning): (String, &'static str)| {
        let onclick = {
            let text = text.clone();
            props.dispatch.reform(move |_: MouseEvent| {
                dialog::close(ID);
                place::focus(search::ID);
                Action::Searched(text.clone())
            })
        };
        html! {
            <tr key={text.clone()}>
                <th scope="row"><button type="button" class="link" {onclick}>{ text }</button></th>
                <td>{ meaning }</td>
            </tr>
        }
    };
    html! {
        <table class="table help__table">
            <caption class="visually-hidden">{ "Searches and what they find" }</caption>
            <tbody>{ for examples(&props.study).into_iter().map(row) }</tbody>
        </table>
    }
}

fn shortcuts() -> Html {
    html! {
        <table class="table help__table">
            <caption class="visually-hidden">{ "Keys and what they do" }</caption>
            for (group, keys) in KEYS {
                <tbody>
                    <tr><th class="help__group" scope="rowgroup" colspan="2">{ group }</th></tr>
                    for (key, meaning) in keys {
                        <tr key={*key}>
                            <th scope="row"><kbd>{ *key }</kbd></th>
                            <td>{ *meaning }</td>
                        </tr>
                    }
                </tbody>
            }
        </table>
    }
}
