use std::io::{Cursor, Write};

use engine::parse::LineKind::{self, *};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::*;

const STYLES: &str = r#"<w:styles xmlns:w="w"><w:style w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>
<w:style w:styleId="Eigen"><w:name w:val="Mine"/><w:basedOn w:val="berschrift1"/></w:style>
<w:style w:styleId="Titel"><w:name w:val="Title"/></w:style>
<w:style w:styleId="Zitat"><w:name w:val="Quote"/></w:style>
<w:style w:styleId="Ring"><w:name w:val="Ring"/><w:basedOn w:val="Ring"/></w:style></w:styles>"#;

const NUMBERING: &str = r#"<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl>
<w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="0"/></w:num></w:numbering>"#;

fn document(body: &str) -> Archive {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let body = format!(
        r#"<?xml version="1.0"?><w:document xmlns:w="w"><w:body>{body}</w:body></w:document>"#
    );
    let core = r#"<cp:p xmlns:dc="d"><dc:title>Stated &amp; kept</dc:title></cp:p>"#;
    for (name, text) in [
        ("[Content_Types].xml", ""),
        ("word/document.xml", body.as_str()),
        ("word/styles.xml", STYLES),
        ("word/numbering.xml", NUMBERING),
        ("docProps/core.xml", core),
    ] {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    crate::archive::open(zip.finish().unwrap().into_inner()).unwrap()
}

fn paragraph(properties: &str, text: &str) -> String {
    format!("<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>")
}

fn lines(body: &str) -> Vec<(String, Option<LineKind>)> {
    let page = read(&mut document(body), &Limits::default()).unwrap();
    let kind = |line| page.hints.iter().find(|hint| hint.line == line).map(|hint| hint.kind);
    let lines = page.text.lines().zip(0..).map(|(text, line)| (text.to_owned(), kind(line)));
    lines.filter(|(text, _)| !text.is_empty()).collect()
}

#[test]
fn headings_lists_tables_and_quotations() {
    let style = |id: &str| format!("<w:pStyle w:val=\"{id}\"/>");
    let item =
        |level: u8| format!("<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"7\"/></w:numPr>");
    let long = "A paragraph of some length that is running text and stands on a line of its own, as it should.";
    let cell = |text: &str| format!("<w:tc>{}</w:tc>", paragraph("", text));
    let body = [
        paragraph(&style("Titel"), "Tea"),
        paragraph(&style("berschrift1"), "Green &amp; black"),
        paragraph("", long),
        paragraph(&item(0), "one"),
        paragraph(&item(1), "deep"),
        paragraph(&item(0), "two"),
        paragraph(&style("Eigen"), "Mine"),
        paragraph(&style("Zitat"), "What others said"),
        format!(
            "<w:tbl><w:tr>{}{}</w:tr><w:tr>{}{}</w:tr></w:tbl>",
            cell("Leaf"),
            cell("Price"),
            cell("Green"),
            cell("4|5")
        ),
        paragraph(&style("Ring"), "Set by hand"),
    ]
    .concat();
    let line = |text: &str, kind: Option<LineKind>| (text.to_owned(), kind);
    assert_eq!(
        lines(&body),
        [
            line("Tea", Some(Heading(1))),
            line("Green & black", Some(Heading(1))),
            line(long, Some(Text)),
            line("1. one", Some(ListItem)),
            line("  • deep", Some(ListItem)),
            line("2. two", Some(ListItem)),
            line("Mine", Some(Heading(1))),
            line("What others said", Some(Quotation)),
            line("Leaf | Price", Some(TableRow)),
            line("Green | 4/5", Some(TableRow)),
            line("Set by hand", None),
        ]
    );
}

#[test]
fn what_was_deleted_and_what_is_drawn_twice_is_left_out() {
    let body = "<w:p><w:r><w:t>One</w:t></w:r><w:del><w:r><w:delText>no</w:delText><w:t>no</w:t></w:r></w:del>\
                <w:ins><w:r><w:tab/><w:t xml:space=\"preserve\"> two</w:t><w:br/><w:t>three</w:t></w:r></w:ins></w:p>\
                <w:p><w:r><mc:AlternateContent xmlns:mc=\"m\"><mc:Choice><w:t>box</w:t></mc:Choice><mc:Fallback><w:t>box</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>";
    let texts: Vec<String> = lines(body).into_iter().map(|(text, _)| text).collect();
    assert_eq!(texts, ["One\t two", "three", "box"]);
}

#[test]
fn the_title_is_the_paragraph_of_that_style_or_what_is_stated() {
    let page = read(&mut document(&paragraph("", "x")), &Limits::default()).unwrap();
    assert_eq!(page.title.as_deref(), Some("Stated & kept"));
    let styled = paragraph("<w:pStyle w:val=\"Titel\"/>", "Tea");
    let page = read(&mut document(&styled), &Limits::default()).unwrap();
    assert_eq!(page.title.as_deref(), Some("Tea"));
}

#[test]
fn broken_markup_is_damage() {
    let found = read(&mut document("<w:p><w:t>x</w:r>"), &Limits::default());
    assert_eq!(found.unwrap_err(), Reason::Damaged);
}
