//! What holds for any text at all.

use proptest::prelude::*;

use super::*;

/// Every byte that is not white space is in exactly one block, and sections own disjoint runs of blocks.
pub(super) fn assert_lossless(document: &Document) {
    let mut owned = vec![0_u8; document.text.len()];
    let mut last = 0;
    for block in &document.blocks {
        assert!(
            block.span.start >= last && block.span.end > block.span.start,
            "blocks overlap or are empty"
        );
        last = block.span.end;
        assert!(document.text.get(block.span.start as usize..block.span.end as usize).is_some());
        owned[block.span.start as usize..block.span.end as usize].fill(1);
    }
    for (at, c) in document.text.char_indices() {
        if !c.is_whitespace() {
            assert_eq!(owned[at], 1, "byte {at} ({c:?}) is in no block");
        }
    }
    let mut end = 0;
    for section in &document.sections {
        assert!(section.first_block >= end && section.end_block > section.first_block);
        end = section.end_block;
    }
    assert!(end as usize <= document.blocks.len());
}

/// Text made of the pieces that recognisers look for.
pub(super) fn page() -> impl Strategy<Value = String> {
    let line = prop_oneof![
        "[a-zA-Z ,.?!]{0,80}",
        "\\PC{0,40}",
        Just("How tall is tall?".to_owned()),
        Just("A Heading of Sorts".to_owned()),
        Just("• an item".to_owned()),
        Just("  1. Ann Lee".to_owned()),
        Just("     and what she says".to_owned()),
        Just("a | b | c |".to_owned()),
        Just("---|---|---|".to_owned()),
        Just("Joined: May 2021   Posts: 58".to_owned()),
        Just("Reactions: 3 users".to_owned()),
        Just("Report   |   More on site-name.org".to_owned()),
        Just("Ada King, RN, MD".to_owned()),
        Just("\u{a0}".to_owned()),
        Just(String::new()),
    ];
    proptest::collection::vec(line, 0..40).prop_map(|lines| lines.join("\n"))
}

proptest! {
    #[test]
    fn any_text_is_kept_whole(text in "\\PC{0,200}(\n|\r\n|\t)\\PC{0,200}") {
        let document = parse("any", text.clone(), None);
        prop_assert_eq!(&document.text, &text);
        assert_lossless(&document);
    }

    #[test]
    fn any_page_is_kept_whole(text in page()) {
        assert_lossless(&parse("any", text, None));
    }

    #[test]
    fn line_ends_change_no_block(text in page()) {
        let plain = parse("any", text.clone(), None);
        let windows = parse("any", text.replace('\n', "\r\n"), None);
        prop_assert_eq!(plain.blocks.len(), windows.blocks.len());
        for (a, b) in plain.blocks.iter().zip(&windows.blocks) {
            prop_assert_eq!(std::mem::discriminant(&a.kind), std::mem::discriminant(&b.kind));
            prop_assert_eq!(a.span.of(&plain.text), b.span.of(&windows.text).replace("\r\n", "\n"));
        }
    }
}

#[test]
fn nothing_in_nothing_out() {
    let document = parse("empty", " \n\u{a0}\n".to_owned(), None);
    assert!(document.blocks.is_empty() && document.sections.is_empty() && document.title.is_none());
}
