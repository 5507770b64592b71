//! Tests of text with hints.

use proptest::prelude::*;

use super::BoilerplateCode::{Navigation, Widget};
use super::LineKind::*;
use super::*;

const TEXT: &str = "A paragraph stands here and says something at length about the matter, as paragraphs always do.";

/// Parses lines, each with what markup says of it.
fn parsed(lines: &[(&str, Option<LineKind>)]) -> Document {
    let text: Vec<&str> = lines.iter().map(|(text, _)| *text).collect();
    let hints: Vec<LineHint> = lines
        .iter()
        .zip(0..)
        .filter_map(|((_, kind), line)| kind.map(|kind| LineHint { line, kind }))
        .collect();
    parse_with("page", text.join("\n"), None, &hints)
}

fn kinds(document: &Document) -> Vec<(&str, &BlockKind)> {
    document.blocks.iter().map(|block| (block.span.of(&document.text), &block.kind)).collect()
}

#[test]
fn headings_are_those_of_the_markup_on_their_levels() {
    let document = parsed(&[
        ("Tea", Some(Heading(1))),
        ("", None),
        ("Green, and how it is made.", Some(Heading(2))),
        ("", None),
        ("Steamed leaves", Some(Text)),
        (TEXT, Some(Text)),
        ("", None),
        ("no capital and very short", Some(Heading(3))),
        (TEXT, Some(Text)),
        ("", None),
        ("A Line Without A Hint", None),
        ("", None),
        (TEXT, None),
        ("", None),
        ("Black", Some(Heading(2))),
        (TEXT, Some(Text)),
    ]);
    let titles: Vec<_> = document
        .sections
        .iter()
        .map(|one| (one.title.map(|title| title.of(&document.text)), one.level, one.parent))
        .collect();
    assert_eq!(document.title.map(|title| title.of(&document.text)), Some("Tea"));
    assert_eq!(kinds(&document)[0], ("Tea", &BlockKind::Title));
    assert_eq!(
        titles,
        [
            (Some("Green, and how it is made."), 1, None),
            (Some("no capital and very short"), 2, Some(0)),
            (Some("Black"), 1, None),
        ]
    );
}

#[test]
fn a_title_among_the_furniture_of_the_top() {
    let document = parsed(&[
        ("The Courier   Home   News", Some(Furniture(Navigation))),
        ("", None),
        ("Tea at night", Some(Heading(1))),
        ("", None),
        (TEXT, Some(Text)),
        ("", None),
        ("Some more of it, said in words that no rule knows", Some(Furniture(Widget))),
    ]);
    let codes: Vec<_> = kinds(&document).into_iter().map(|(_, kind)| kind.clone()).collect();
    assert_eq!(codes[0], BlockKind::Boilerplate(Navigation));
    assert_eq!(codes[3], BlockKind::Boilerplate(Widget));
    assert_eq!(document.title.map(|title| title.of(&document.text)), Some("Tea at night"));
}

#[test]
fn rows_quotations_and_code() {
    let document = parsed(&[
        ("Prices", Some(Heading(1))),
        ("", None),
        ("Leaf | Price", Some(TableRow)),
        ("Green | 4", Some(TableRow)),
        ("", None),
        ("What others said of it", Some(Quotation)),
        ("", None),
        ("Print this page", Some(Code)),
    ]);
    let kinds = kinds(&document);
    assert!(
        matches!(kinds[1].1, BlockKind::Table(table) if table.columns == 2 && table.rows.len() == 1)
    );
    assert_eq!(kinds[2].1, &BlockKind::Quotation { of: None });
    assert_eq!(kinds[3].1, &BlockKind::Paragraph);
}

#[test]
fn a_question_in_a_page_with_headings_is_still_one() {
    let document = parsed(&[
        ("Questions about tea", Some(Heading(1))),
        ("", None),
        ("How long does it take?", None),
        (TEXT, Some(Text)),
        ("", None),
        ("Why is it green?", None),
        (TEXT, Some(Text)),
    ]);
    let questions = document.sections.iter().filter(|one| one.kind == SectionKind::Question);
    assert_eq!(questions.count(), 2);
}

/// Anything markup can say.
fn kind() -> impl Strategy<Value = LineKind> {
    prop_oneof![
        (1..=6_u8).prop_map(Heading),
        Just(Text),
        Just(ListItem),
        Just(TableRow),
        Just(Quotation),
        Just(Code),
        Just(Furniture(Navigation)),
    ]
}

proptest! {
    #[test]
    fn any_hints_keep_any_page_whole(
        text in super::tests::page(),
        hints in proptest::collection::vec((0..60_u32, kind()), 0..30),
        sorted in any::<bool>(),
    ) {
        let mut hints: Vec<LineHint> =
            hints.into_iter().map(|(line, kind)| LineHint { line, kind }).collect();
        if sorted {
            hints.sort_by_key(|hint| hint.line);
        }
        super::tests::assert_lossless(&parse_with("any", text, None, &hints));
    }
}
