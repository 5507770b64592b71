//! One style sheet instead of many: one request, and the words they share are compressed once.

use crate::hash::named;
use crate::{Error, Result, Shell};

/// Joins the page's style sheets in their order and links the one that comes of it where the first was.
pub(crate) fn join(shell: &mut Shell) -> Result<()> {
    let is_sheet = |tag: &crate::markup::Tag| tag.get("rel") == Some("stylesheet");
    let mut joined = Vec::new();
    for tag in shell.tags("link").into_iter().filter(is_sheet) {
        let link = tag.get("href").unwrap_or_default().to_owned();
        let sheet =
            shell.remove(&link).ok_or_else(|| Error::Shell(format!("{link} is not there")))?;
        // A sheet that ends in a remark or without its last bracket's line would run into the next.
        joined.extend_from_slice(sheet.trim_ascii_end());
        joined.push(b'\n');
    }
    if joined.is_empty() {
        return Ok(());
    }
    let name = named("style", "css", &joined);
    let first = shell.tags("link").into_iter().find(is_sheet).map(|tag| tag.place);
    shell.rewrite("link", |tag| match is_sheet(&tag) {
        true if Some(&tag.place) == first.as_ref() => {
            Some(format!("<link rel=\"stylesheet\" href=\"./{name}\">"))
        }
        true => None,
        false => Some(tag.text("link")),
    });
    shell.put(&name, joined);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shell::{Files, PAGE};

    #[test]
    fn sheets_are_joined_in_their_order() {
        let html = "<head><link rel=stylesheet href=./b.css integrity=x><link rel=icon href=data:,>\
                    <link rel=stylesheet href=./a.css></head>";
        let mut files = Files::new();
        files.insert(PAGE.to_owned(), html.as_bytes().to_vec());
        files.insert("b.css".to_owned(), b"@layer x,y;\n".to_vec());
        files.insert("a.css".to_owned(), b"@layer x{}".to_vec());
        let mut shell = Shell::of(files).unwrap();
        join(&mut shell).unwrap();
        let names: Vec<_> = shell.files().keys().cloned().collect();
        assert_eq!(names.len(), 1);
        assert_eq!(shell.files()[&names[0]], b"@layer x,y;\n@layer x{}\n");
        let sheet = shell.html().find("rel=\"stylesheet\"").unwrap();
        assert!(sheet < shell.html().find("rel=\"icon\"").unwrap(), "where the first was");
        assert_eq!(shell.html().matches("stylesheet").count(), 1);
        assert!(!shell.html().contains("integrity"), "of a sheet that is gone");
    }

    #[test]
    fn a_sheet_that_is_not_there_is_named() {
        let page = b"<head><link rel=stylesheet href=./a.css></head>".to_vec();
        let mut shell = Shell::of(Files::from([(PAGE.to_owned(), page)])).unwrap();
        let error = join(&mut shell).expect_err("there is none");
        assert!(error.to_string().contains("a.css"), "{error}");
    }
}
