use engine::language::Language;

use super::*;
use crate::arguments::COMMON_OPTIONS;
use crate::format::Format;
use crate::help::page::Content;

fn pages() -> impl Iterator<Item = (Option<Name>, Page<'static>)> {
    [None].into_iter().chain(Name::ALL.map(Some)).map(|name| (name, page(name)))
}

fn full(name: Option<Name>, columns: usize) -> String {
    let mut out = anstream::StripStream::new(Vec::new());
    render::page(&mut out, &page(name), columns).unwrap();
    String::from_utf8(out.into_inner()).unwrap()
}

#[test]
fn every_page_has_what_a_manual_page_has() {
    for (name, page) in pages() {
        for heading in [
            "NAME",
            "SYNOPSIS",
            "DESCRIPTION",
            "OPTIONS",
            "FORMATS",
            "EXIT STATUS",
            "ENVIRONMENT",
            "EXAMPLES",
        ] {
            assert!(!page.section(heading).is_empty(), "{name:?}: {heading}");
        }
        assert!(page.sections.iter().all(|section| !section.heading.starts_with('@')));
        let shared = |item: &page::Item<'_>| matches!(&item.content, Content::Paragraph(text) if text.starts_with('@'));
        assert!(!page.sections.iter().flat_map(|section| &section.items).any(shared), "{name:?}");
    }
}

#[test]
fn a_page_explains_the_options_its_command_has_and_no_other() {
    for (name, page) in pages() {
        let term = |item: &page::Item<'static>| match item.content {
            Content::Term(term) => Some(term),
            _ => None,
        };
        let terms = page.section("OPTIONS").iter().filter_map(term);
        let mut explained: Vec<&str> =
            terms.map(|term| term.split_once("--").unwrap().1.split(' ').next().unwrap()).collect();
        let own = name.map_or(&[][..], Name::own_options);
        let common = name.map_or(&COMMON_OPTIONS[..], Name::common_options);
        let mut there: Vec<&str> = common.iter().chain(own).copied().collect();
        explained.sort_unstable();
        there.sort_unstable();
        assert_eq!(explained, there, "{name:?}");
    }
}

#[test]
fn what_can_be_given_is_listed() {
    let page = full(None, 1_000);
    let codes = Language::ALL.map(Language::code);
    let (last, rest) = codes.split_last().unwrap();
    assert!(page.contains(&format!("{}, or {last} for any other", rest.join(", "))));
    for (name, _) in Format::NAMES {
        assert!(page.contains(&format!("\n    {name}\n")), "{name}");
    }
    for (name, _) in crate::terms::KEYS {
        assert!(full(Some(Name::Terms), 200).contains(&format!("\n    {name} ")), "{name}");
    }
}

#[test]
fn filled_to_the_width() {
    for (name, page) in pages() {
        for columns in 40..=100 {
            let full = full(name, columns);
            let mut short = anstream::StripStream::new(Vec::new());
            summary::write(&mut short, &page, columns).unwrap();
            let short = String::from_utf8(short.into_inner()).unwrap();
            for line in full.lines().chain(short.lines()) {
                assert!(line.chars().count() <= columns, "{name:?} at {columns}: {line}");
                assert_eq!(line, line.trim_end());
            }
            // Words are moved, never broken: `--stop-words` is one.
            assert!(full.split_whitespace().eq(self::full(name, 1_000).split_whitespace()));
            // Filled, not only cut: some line comes near the end.
            assert!(full.lines().any(|line| line.chars().count() > columns - 5), "{columns}");
        }
    }
}
