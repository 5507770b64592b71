//! Holds the parser to the reference structure of the shipped documents.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::{Path, PathBuf};

use engine::Span;
use engine::language::Language;
use engine::parse::{
    Block, BlockKind, BoilerplateCode, Document, DocumentKind, Section, SectionKind, parse,
};
use serde_json::Value;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn reference() -> Vec<(Value, Document)> {
    let json = fs::read_to_string(root().join("tests/corpora/therapists/structure.json")).unwrap();
    let value: Value = serde_json::from_str(&json).unwrap();
    let documents = value["documents"].as_array().unwrap().clone();
    assert_eq!(documents.len(), 5);
    documents
        .into_iter()
        .map(|wanted| {
            let name = wanted["document"].as_str().unwrap();
            let text = fs::read_to_string(root().join("corpus").join(name)).unwrap();
            let document = parse(name, text, Some(Language::English));
            (wanted, document)
        })
        .collect()
}

/// The 1-based line a byte stands on.
fn line_of(document: &Document, byte: u32) -> u64 {
    document.text.as_bytes()[..byte as usize].iter().filter(|b| **b == b'\n').count() as u64 + 1
}

fn lines_of(document: &Document, span: Span) -> (u64, u64) {
    (line_of(document, span.start), line_of(document, span.end - 1))
}

fn blocks<'d>(document: &'d Document, section: &Section) -> &'d [Block] {
    &document.blocks[section.blocks()]
}

fn range(document: &Document, section: &Section) -> (u64, u64) {
    let blocks = blocks(document, section);
    (
        line_of(document, blocks[0].span.start),
        line_of(document, blocks[blocks.len() - 1].span.end - 1),
    )
}

fn sections(document: &Document) -> Vec<&Section> {
    document.sections.iter().filter(|section| section.kind != SectionKind::Aside).collect()
}

fn text(document: &Document, span: Option<Span>) -> Option<&str> {
    span.map(|span| span.of(&document.text))
}

/// Lines of the blocks a test picks, first and last.
fn body(document: &Document, section: &Section) -> Option<(u64, u64)> {
    let body: Vec<&Block> = blocks(document, section)
        .iter()
        .filter(|block| {
            matches!(
                block.kind,
                BlockKind::Paragraph
                    | BlockKind::List { .. }
                    | BlockKind::ListHeading
                    | BlockKind::Table(_)
                    | BlockKind::Quotation { .. }
            )
        })
        .collect();
    let first = body.first()?;
    Some((line_of(document, first.span.start), lines_of(document, body.last()?.span).1))
}

#[test]
fn kinds_and_titles_of_documents() {
    for (wanted, document) in reference() {
        let kind = match document.kind {
            DocumentKind::Article => "article",
            DocumentKind::QuestionList => "question list",
            DocumentKind::QuestionAnswerPage => "question-and-answer page",
            DocumentKind::ExpertColumn => "expert column",
            DocumentKind::ForumThread => "forum thread",
        };
        assert_eq!(wanted["kind"], kind, "{}", document.name);
        assert_eq!(wanted["title"].as_str(), text(&document, document.title), "{}", document.name);
        assert_eq!(wanted["title_line"], line_of(&document, document.title.unwrap().start));
    }
}

#[test]
fn titles_kinds_and_line_ranges_of_sections() {
    for (wanted, document) in reference() {
        let expected: Vec<(Option<&str>, &str, u64, u64)> = wanted["sections"]
            .as_array()
            .unwrap()
            .iter()
            .map(|s| {
                (
                    s["title"].as_str(),
                    s["kind"].as_str().unwrap(),
                    s["first_line"].as_u64().unwrap(),
                    s["last_line"].as_u64().unwrap(),
                )
            })
            .collect();
        let found: Vec<(Option<&str>, &str, u64, u64)> = sections(&document)
            .into_iter()
            .map(|section| {
                let kind = match section.kind {
                    SectionKind::HeadingSection => "heading-section",
                    SectionKind::Question => "question",
                    SectionKind::Expert => "expert",
                    SectionKind::Post => "post",
                    SectionKind::Comment => "comment",
                    SectionKind::Passage => "passage",
                    SectionKind::Aside => "aside",
                };
                let (first, last) = range(&document, section);
                (text(&document, section.title), kind, first, last)
            })
            .collect();
        for (at, pair) in expected.iter().zip(&found).enumerate() {
            assert_eq!(pair.0, pair.1, "{} section {at}", document.name);
        }
        assert_eq!(expected.len(), found.len(), "{}", document.name);
    }
}

#[test]
fn bodies_authors_sources_and_reactions() {
    for (wanted, document) in reference() {
        for (section, expected) in
            sections(&document).into_iter().zip(wanted["sections"].as_array().unwrap())
        {
            let name = format!("{} line {}", document.name, range(&document, section).0);
            let lines = expected["body_first"]
                .as_u64()
                .map(|first| (first, expected["body_last"].as_u64().unwrap()));
            assert_eq!(body(&document, section), lines, "{name}: body");
            for (key, span) in [
                ("author", section.author),
                ("author_inferred", section.inferred_author),
                ("credentials", section.credentials),
                ("role", section.role),
                ("place", section.place),
                ("source", section.source),
            ] {
                assert_eq!(text(&document, span), expected[key].as_str(), "{name}: {key}");
            }
            if let Some(reactions) = expected["reactions"].as_u64() {
                assert_eq!(u64::from(section.reactions), reactions, "{name}: reactions");
            }
            for (key, code) in [
                ("signature_lines", BoilerplateCode::Signature),
                ("edited_line", BoilerplateCode::EditMark),
            ] {
                let found: Vec<u64> = blocks(&document, section)
                    .iter()
                    .filter(|block| block.kind == BlockKind::Boilerplate(code))
                    .map(|block| line_of(&document, block.span.start))
                    .collect();
                let lines: Vec<u64> = match &expected[key] {
                    Value::Array(lines) => lines.iter().filter_map(Value::as_u64).collect(),
                    one => one.as_u64().into_iter().collect(),
                };
                assert_eq!(found, lines, "{name}: {key}");
            }
        }
    }
}

#[test]
fn quotations_lists_and_tables() {
    for (wanted, document) in reference() {
        for (section, expected) in
            sections(&document).into_iter().zip(wanted["sections"].as_array().unwrap())
        {
            let name = format!("{} line {}", document.name, range(&document, section).0);
            let mut quotes = Vec::new();
            let mut lists = Vec::new();
            let mut tables = Vec::new();
            for (at, block) in blocks(&document, section).iter().enumerate() {
                let (first, last) = lines_of(&document, block.span);
                match &block.kind {
                    BlockKind::Quotation { of } => quotes.push((first, last, of.map(u64::from))),
                    BlockKind::List { ordered, items } => {
                        let above =
                            at.checked_sub(1).map(|above| &blocks(&document, section)[above]);
                        let heading = above
                            .filter(|above| above.kind == BlockKind::ListHeading)
                            .map(|above| line_of(&document, above.span.start));
                        let items: Vec<u64> =
                            items.iter().map(|i| line_of(&document, i.start)).collect();
                        lists.push((
                            if *ordered { "numbered" } else { "bullet" },
                            first,
                            last,
                            items,
                            heading,
                        ));
                    }
                    BlockKind::Table(table) => {
                        let line =
                            |span: Option<Span>| span.map(|span| line_of(&document, span.start));
                        let rows: Vec<u64> =
                            table.rows.iter().map(|r| line_of(&document, r.start)).collect();
                        let first = line(table.header).unwrap();
                        tables.push((
                            first,
                            last,
                            line(table.caption),
                            line(table.header),
                            line(table.separator),
                            rows,
                            u64::from(table.columns),
                        ));
                    }
                    _ => {}
                }
            }
            let entries = |key: &str| expected[key].as_array().cloned().unwrap_or_default();
            let number = |value: &Value, key: &str| value[key].as_u64();
            let numbers = |value: &Value| -> Vec<u64> {
                value.as_array().unwrap().iter().map(|n| n.as_u64().unwrap()).collect()
            };
            let wanted_quotes: Vec<_> = entries("quotes")
                .iter()
                .map(|q| {
                    (
                        number(q, "quote_first").unwrap(),
                        number(q, "quote_last").unwrap(),
                        number(q, "of_section"),
                    )
                })
                .collect();
            assert_eq!(quotes, wanted_quotes, "{name}: quotations");
            let wanted_lists: Vec<_> = entries("lists")
                .iter()
                .map(|l| {
                    let style = if l["style"] == "numbered" { "numbered" } else { "bullet" };
                    (
                        style,
                        number(l, "first_line").unwrap(),
                        number(l, "last_line").unwrap(),
                        numbers(&l["items"]),
                        number(l, "heading_line"),
                    )
                })
                .collect();
            assert_eq!(lists, wanted_lists, "{name}: lists");
            let wanted_tables: Vec<_> = entries("tables")
                .iter()
                .map(|t| {
                    (
                        number(t, "first_line").unwrap(),
                        number(t, "last_line").unwrap(),
                        number(t, "caption_line"),
                        number(t, "header_line"),
                        number(t, "separator_line"),
                        numbers(&t["row_lines"]),
                        number(t, "columns").unwrap(),
                    )
                })
                .collect();
            assert_eq!(tables, wanted_tables, "{name}: tables");
        }
    }
}

#[test]
fn levels_follow_stacked_headings() {
    // Levels are a person's reading of unmarked headings: most must agree, and a parent always comes first.
    for (wanted, document) in reference() {
        let expected = wanted["sections"].as_array().unwrap();
        let agree = sections(&document)
            .into_iter()
            .zip(expected)
            .filter(|(section, wanted)| {
                u64::from(section.level) == wanted["level"].as_u64().unwrap()
            })
            .count();
        assert!(
            agree * 10 >= expected.len() * 9,
            "{}: {agree} of {}",
            document.name,
            expected.len()
        );
        for (at, section) in document.sections.iter().enumerate() {
            assert!(section.parent.is_none_or(|parent| (parent as usize) < at));
        }
    }
}

#[test]
fn lines_outside_sections_stay_outside() {
    for (wanted, document) in reference() {
        for outside in wanted["outside"].as_array().unwrap() {
            let (first, last) =
                (outside["first_line"].as_u64().unwrap(), outside["last_line"].as_u64().unwrap());
            for section in sections(&document) {
                let (from, to) = range(&document, section);
                assert!(
                    to < first || from > last,
                    "{}: line {first} inside {from}..{to}",
                    document.name
                );
            }
        }
    }
}
