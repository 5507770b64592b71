//! One style sheet instead of many: compressed together they are a third smaller, and they are asked for once.

use std::path::Path;

use crate::hash::named;
use crate::html::links;
use crate::{Result, read, remove, write};

/// Writes all style sheets of a page as one, in their order, which is the order of their layers. Gives the page that
/// links to it.
pub(crate) fn join(html: &str, folder: &Path) -> Result<String> {
    let sheets = links(html, "stylesheet");
    let Some(first) = sheets.first() else { return Ok(html.to_owned()) };
    let mut joined = Vec::new();
    for sheet in &sheets {
        let file = folder.join(sheet.file().ok_or("a style sheet without an address")?);
        joined.extend(read(&file)?);
        joined.push(b'\n');
        remove(&file)?;
    }
    let name = named("style", "css", &joined);
    write(&folder.join(&name), &joined)?;
    let mut page = html[..first.at.start].to_owned();
    page.push_str(&format!("<link rel=\"stylesheet\" href=\"./{name}\">"));
    let mut from = first.at.end;
    for sheet in &sheets[1..] {
        page.push_str(&html[from..sheet.at.start]);
        from = sheet.at.end;
    }
    Ok(page + &html[from..])
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::join;

    #[test]
    fn sheets_are_joined_in_order() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = |name: &str| folder.path().join(name);
        fs::write(file("b.css"), "@layer x, y;").expect("written");
        fs::write(file("a.css"), "p {}").expect("written");
        let html = "<p><link rel=stylesheet href=./b.css><i><link rel=stylesheet href=./a.css></p>";
        let page = join(html, folder.path()).expect("both are there");
        let name = page.strip_prefix("<p><link rel=\"stylesheet\" href=\"./").expect("linked");
        let (name, rest) = name.split_once("\">").expect("it ends");
        assert_eq!(rest, "<i></p>");
        assert_eq!(fs::read_to_string(file(name)).expect("there"), "@layer x, y;\np {}\n");
        assert!(!file("a.css").exists() && !file("b.css").exists());
    }

    #[test]
    fn a_sheet_that_is_not_there_is_named() {
        let folder = tempfile::tempdir().expect("a folder");
        let error = join("<link rel=stylesheet href=./no.css>", folder.path());
        assert!(error.expect_err("not there").contains("no.css"));
    }
}
