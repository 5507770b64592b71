//! Page furniture, folded to a quiet line where it stands.

use std::ops::Range;

use engine::parse::{BlockKind, BoilerplateCode};
use yew::prelude::*;

use crate::format::counted;
use crate::shared::Shared;
use crate::study::Study;

#[derive(PartialEq, Properties)]
pub(super) struct Props {
    pub(super) study: Shared<Study>,
    pub(super) document: u32,
    /// The blocks, all furniture.
    pub(super) blocks: Range<usize>,
    /// Whether it starts unfolded.
    pub(super) open: bool,
}

/// A run of furniture lines.
#[component]
pub(super) fn Furniture(props: &Props) -> Html {
    let open = use_state_eq(|| props.open);
    let flip = {
        let (setter, next) = (open.setter(), !*open);
        Callback::from(move |_: MouseEvent| setter.set(next))
    };
    let Some(document) = props.study.corpus.documents.get(props.document as usize) else {
        return html! {};
    };
    let blocks = document.blocks.get(props.blocks.clone()).unwrap_or(&[]);
    let lines: usize =
        blocks.iter().map(|block| block.span.of(&document.text).lines().count()).sum();
    let verb = if *open { "hide" } else { "show" };
    html! {
        <div class="furniture">
            <button
                type="button"
                class="furniture__fold"
                aria-expanded={open.to_string()}
                onclick={flip}
            >
                { counted(lines as u64, "line", "lines") }
                { " of page furniture: " }
                <span class="furniture__verb">{ verb }</span>
            </button>
            if *open {
                <ul class="furniture__lines" role="list">
                    for (index, block) in blocks.iter().enumerate() {
                        <li class="furniture__line" key={index}>
                            <span class="furniture__code">{ code_name(&block.kind) }</span>
                            <span class="furniture__text">{ block.span.of(&document.text) }</span>
                        </li>
                    }
                </ul>
            }
        </div>
    }
}

fn code_name(kind: &BlockKind) -> &'static str {
    let BlockKind::Boilerplate(code) = kind else { return "Text" };
    match code {
        BoilerplateCode::Navigation => "Navigation",
        BoilerplateCode::IconNames => "Icon names",
        BoilerplateCode::Attribution => "Attribution",
        BoilerplateCode::Counter => "Counter",
        BoilerplateCode::Byline => "Byline",
        BoilerplateCode::PosterName => "Poster’s name",
        BoilerplateCode::MemberCard => "Member card",
        BoilerplateCode::Reactions => "Reactions",
        BoilerplateCode::Signature => "Signature",
        BoilerplateCode::EditMark => "Edit mark",
        BoilerplateCode::Advertisement => "Advertisement",
        BoilerplateCode::Widget => "Widget",
        BoilerplateCode::Legal => "Legal",
        BoilerplateCode::EditorialNote => "Editorial note",
        BoilerplateCode::AboutSite => "About the site",
        BoilerplateCode::RepeatedLine => "Repeated line",
    }
}
