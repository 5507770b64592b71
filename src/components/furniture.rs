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
                            <span class="furniture__code">{ name(&block.kind) }</span>
                            <span class="furniture__text">{ block.span.of(&document.text) }</span>
                        </li>
                    }
                </ul>
            }
        </div>
    }
}

fn name(kind: &BlockKind) -> &'static str {
    match kind {
        BlockKind::Boilerplate(code) => code_name(*code),
        _ => "Text",
    }
}

/// What a kind of furniture is called by people.
pub(super) fn code_name(code: BoilerplateCode) -> &'static str {
    match code {
        BoilerplateCode::Navigation => "Menus and links",
        BoilerplateCode::IconNames => "Icon names",
        BoilerplateCode::Attribution => "Source and report links",
        BoilerplateCode::Counter => "Counts of replies and views",
        BoilerplateCode::Byline => "Author and date",
        BoilerplateCode::PosterName => "Poster’s name",
        BoilerplateCode::MemberCard => "Member details",
        BoilerplateCode::Reactions => "Likes and reactions",
        BoilerplateCode::Signature => "Signature",
        BoilerplateCode::EditMark => "Time of an edit",
        BoilerplateCode::Advertisement => "Advertisement",
        BoilerplateCode::Widget => "Share links and forms",
        BoilerplateCode::Legal => "Legal notice",
        BoilerplateCode::EditorialNote => "Editors’ note",
        BoilerplateCode::AboutSite => "About the site",
        BoilerplateCode::RepeatedLine => "Line that comes again and again",
    }
}
