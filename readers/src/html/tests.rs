use engine::parse::BoilerplateCode::{Navigation, Widget};
use engine::parse::LineKind::{self, *};

use super::*;

/// The lines of a page that are not blank, with what is said of them.
fn lines(html: &str) -> Vec<(String, Option<LineKind>)> {
    let page = read(html).unwrap();
    let kind = |line| page.hints.iter().find(|hint| hint.line == line).map(|hint| hint.kind);
    let lines = page.text.lines().zip(0..).map(|(text, line)| (text.to_owned(), kind(line)));
    lines.filter(|(text, _)| !text.is_empty()).collect()
}

fn line(text: &str, kind: impl Into<Option<LineKind>>) -> (String, Option<LineKind>) {
    (text.to_owned(), kind.into())
}

#[test]
fn structure_is_kept() {
    let found = lines(
        "<!doctype html><title>A page</title><body><h1>Tea <em>now</em> <a href=#x>¶</a></h1>
         <p>One\n  line&nbsp;of <b>te&shy;xt</b>.<br>Another.</p>
         <ul><li>green<ul><li>steamed</ul><li>black</ul><ol start=3><li>three<li>four</ol>
         <blockquote><p>What others said.</p></blockquote><pre>x = 1\n  y</pre>
         <table><caption>Prices</caption><tr><th>Leaf<th>Price<tr><td>Green<td>4|5</table>
         <div>Loose text<div>in blocks</div>after</div>",
    );
    let want = [
        line("Tea now", Heading(1)),
        line("One line\u{a0}of text.", Text),
        line("Another.", Text),
        line("• green", ListItem),
        line("  • steamed", ListItem),
        line("• black", ListItem),
        line("3. three", ListItem),
        line("4. four", ListItem),
        line("What others said.", Quotation),
        line("x = 1", Code),
        line("  y", Code),
        line("Prices", None),
        line("Leaf | Price", TableRow),
        line("Green | 4/5", TableRow),
        line("Loose text", None),
        line("in blocks", None),
        line("after", None),
    ];
    assert_eq!(found, want);
}

#[test]
fn what_no_reader_sees_is_no_text() {
    let found = lines(
        "<script>if (a < b) { alert('<p>no</p>') }</script><style>p { color: red }</style>
         <noscript>Turn it on</noscript><template><p>no</p></template><p hidden>no</p>
         <p style='display: none'>no</p><p aria-hidden=true>no</p><svg><title>no</title><text>no</text></svg>
         <iframe src=x>no</iframe><select><option>no</select><textarea>no</textarea><!-- no -->
         <p>yes<script>no()</script></p><dialog>no</dialog>",
    );
    assert_eq!(found, [line("yes", Text)]);
}

const PROSE: &str = "<p>A paragraph stands here and says something at length about the matter, as paragraphs do.</p>";

#[test]
fn furniture_is_told_by_name_role_class_and_links() {
    let menu = "<a href=/>Home</a> <a href=/n>News</a> <a href=/s>Sport</a>";
    let page = format!(
        "<body><header><h1>Tea at night</h1><nav>{menu}</nav></header>
         <div role=search>Find it</div><div class='site-footer x'>Imprint</div><div>{menu}</div>
         <main><h2>Black</h2>{PROSE}{PROSE}<aside>A remark in the text</aside>
         <footer>Written by Ann</footer></main><aside>Other pages</aside><footer>All rights</footer>"
    );
    let found: Vec<_> = lines(&page).into_iter().filter(|(_, kind)| *kind != Some(Text)).collect();
    let want = [
        line("Tea at night", Heading(1)),
        line("Home   News   Sport", Furniture(Navigation)),
        line("Find it", Furniture(Widget)),
        line("Imprint", Furniture(Navigation)),
        line("Home   News   Sport", Furniture(Navigation)),
        line("Black", Heading(2)),
        line("A remark in the text", None),
        line("Written by Ann", None),
        line("Other pages", Furniture(Widget)),
        line("All rights", Furniture(Navigation)),
    ];
    assert_eq!(found, want);
}

#[test]
fn what_stands_beside_the_main_part_is_furniture() {
    let page = format!(
        "<div><h1>The name of the site</h1><div><main><h1>Tea</h1>{PROSE}{PROSE}</main></div><p>Beside it</p></div>"
    );
    let found = lines(&page);
    assert_eq!(found[0].1, Some(Furniture(Navigation)));
    assert_eq!(found[1], line("Tea", Heading(1)));
    assert_eq!(found.last(), Some(&line("Beside it", Furniture(Navigation))));
    // A main part with next to nothing in it says nothing of the rest.
    let found = lines(&format!("<h1>Tea</h1>{PROSE}<main><p>x</main>"));
    assert_eq!(found[0], line("Tea", Heading(1)));
}

#[test]
fn what_holds_most_of_the_text_is_no_furniture() {
    let found = lines(&format!("<body><div class=sidebar><h2>Tea</h2>{PROSE}</div><p>x</p>"));
    assert_eq!(found[0], line("Tea", Heading(2)));
    assert_eq!(found[1].1, Some(Text));
    // Links that are sentences are no menu.
    let long = "<li><a href=/x>Why the kettle in the kitchen of the school never boils</a>";
    let found = lines(&format!("<ul>{long}{long}{long}{long}</ul>{PROSE}{PROSE}{PROSE}"));
    assert_eq!(found[0].1, Some(ListItem));
}

#[test]
fn buttons_are_text_only_as_headings_and_questions() {
    let found = lines(&format!(
        "<h2>Vec <button>Copy path</button></h2>{PROSE}<h3><button>How long?</button></h3>{PROSE}
         <button>Does it keep overnight?</button><button>Menu</button>"
    ));
    let found: Vec<_> = found.into_iter().filter(|(_, kind)| *kind != Some(Text)).collect();
    let want = [
        line("Vec", Heading(2)),
        line("How long?", Heading(3)),
        line("Does it keep overnight?", None),
        line("Menu", Furniture(Widget)),
    ];
    assert_eq!(found, want);
}

#[test]
fn tables_that_lay_out_a_page_are_none() {
    let found = lines(&format!("<table><tr><td><h2>Tea</h2>{PROSE}<td>x</table>"));
    assert_eq!(found[0], line("Tea", Heading(2)));
    assert_eq!(found[1].1, Some(Text));
}

#[test]
fn items_with_headings_are_no_list() {
    let found =
        lines(&format!("<ul><li><h3>One</h3>{PROSE}</li><li><h3>Two</h3>{PROSE}</li></ul>"));
    let kinds: Vec<_> = found.iter().map(|(_, kind)| *kind).collect();
    assert_eq!(kinds, [Some(Heading(3)), Some(Text), Some(Heading(3)), Some(Text)]);
}

#[test]
fn title_and_language_are_those_the_page_states() {
    let page =
        read("<html lang=de-AT><meta property=og:title content=Tee><title>Tee - Ort</title><p>x")
            .unwrap();
    assert_eq!((page.title.as_deref(), page.language), (Some("Tee"), Some(Language::German)));
    let english =
        "The tea that we had in the house was not as good as it should have been. ".repeat(10);
    let page = read(&format!("<html lang=de><p>{english}")).unwrap();
    assert_eq!(page.language, None);
    let page = read(&format!("<html lang=en-GB><title>\n Tea  now</title><p>{english}")).unwrap();
    assert_eq!((page.title.as_deref(), page.language), (Some("Tea now"), Some(Language::English)));
}

#[test]
fn elements_without_end_are_refused_in_time() {
    assert_eq!(read(&"<div>".repeat(100_000)).unwrap_err(), Reason::TooDeep);
    // Formatting that is opened again in every paragraph.
    let many: String = (0..20_000).map(|at| format!("<font color={at}><p>")).collect();
    assert_eq!(read(&many).unwrap_err(), Reason::TooDeep);
    // Large and harmless.
    assert!(read(&"<p>".repeat(100_000)).is_ok());
    assert!(read(&"<b><p>".repeat(50_000)).is_ok());
    assert!(read(&format!("<div>{}", "<a href=x>y".repeat(50_000))).is_ok());
}
