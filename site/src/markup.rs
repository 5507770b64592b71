//! Tags in a page that Trunk wrote: found, read and replaced. Not for pages from elsewhere.

use std::ops::Range;

/// A start tag.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Tag {
    /// Its bytes in the page, angle brackets included.
    pub(crate) place: Range<usize>,
    /// Names and values in their order; a value is empty where there is none.
    attributes: Vec<(String, String)>,
}

impl Tag {
    /// An attribute's value.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.as_str())
    }

    /// The tag as text, for an element of that name.
    pub(crate) fn text(&self, element: &str) -> String {
        let mut text = format!("<{element}");
        for (name, value) in &self.attributes {
            text.push(' ');
            text.push_str(name);
            if !value.is_empty() {
                text.push_str("=\"");
                text.push_str(&escaped(value));
                text.push('"');
            }
        }
        text.push('>');
        text
    }
}

/// Every start tag of an element, from the top.
pub(crate) fn tags(html: &str, element: &str) -> Vec<Tag> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(start) = next(html, element, from) {
        let (attributes, end) = attributes(html, start + 1 + element.len());
        found.push(Tag { place: start..end, attributes });
        from = end;
    }
    found
}

/// Where the next tag of that name starts.
fn next(html: &str, element: &str, mut from: usize) -> Option<usize> {
    loop {
        let start = from + html.get(from..)?.find('<')?;
        let rest = &html[start + 1..];
        if rest.starts_with("!--") {
            from = start + rest.find("-->")?;
            continue;
        }
        let name = rest.get(..element.len()).is_some_and(|name| name.eq_ignore_ascii_case(element));
        let after = rest.as_bytes().get(element.len());
        if name && after.is_some_and(|byte| byte.is_ascii_whitespace() || b"/>".contains(byte)) {
            return Some(start);
        }
        from = start + 1;
    }
}

/// The attributes from a place inside a tag on, and where the tag ends.
fn attributes(html: &str, from: usize) -> (Vec<(String, String)>, usize) {
    let bytes = html.as_bytes();
    let blank = |at: usize| bytes.get(at).is_some_and(|byte| byte.is_ascii_whitespace());
    let mut found = Vec::new();
    let mut at = from;
    loop {
        while blank(at) || bytes.get(at) == Some(&b'/') {
            at += 1;
        }
        match bytes.get(at) {
            None => return (found, at),
            Some(b'>') => return (found, at + 1),
            Some(_) => {}
        }
        let name_end =
            until(bytes, at, |byte| byte.is_ascii_whitespace() || b"=>/".contains(&byte));
        // A lone `=` is no name: step over it.
        let name = html[at..name_end].to_owned();
        at = name_end.max(at + usize::from(name.is_empty()));
        let mut value = String::new();
        if bytes.get(at) == Some(&b'=') && !name.is_empty() {
            let quote = bytes.get(at + 1).copied().filter(|byte| b"\"'".contains(byte));
            let start = at + 1 + usize::from(quote.is_some());
            let end = until(bytes, start, |byte| match quote {
                Some(quote) => byte == quote,
                None => byte.is_ascii_whitespace() || byte == b'>',
            });
            value = html[start..end].replace("&quot;", "\"").replace("&amp;", "&");
            at = (end + usize::from(quote.is_some())).min(bytes.len());
        }
        if !name.is_empty() {
            found.push((name, value));
        }
    }
}

fn until(bytes: &[u8], from: usize, stop: impl Fn(u8) -> bool) -> usize {
    let length = bytes.get(from..).unwrap_or(&[]).iter().take_while(|byte| !stop(**byte)).count();
    (from + length).min(bytes.len())
}

/// Text as it may stand in an attribute or between tags.
pub(crate) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_read_with_and_without_quotes() {
        let html = "<!-- <link href=no> --><linked><link crossorigin href=./a.js rel=preload>\
                    <LINK rel=\"icon\" href='data:a>b' /><p>";
        let found = tags(html, "link");
        let read: Vec<_> = found.iter().map(|tag| (tag.get("href"), tag.get("rel"))).collect();
        assert_eq!(read, [(Some("./a.js"), Some("preload")), (Some("data:a>b"), Some("icon"))]);
        assert_eq!(found[0].get("crossorigin"), Some(""));
        assert_eq!(&html[found[0].place.clone()], "<link crossorigin href=./a.js rel=preload>");
    }

    #[test]
    fn a_tag_is_written_as_it_was_read() {
        let tag = tags("<script src=./a.js title='\"&amp;'>", "script").remove(0);
        assert_eq!(tag.text("script"), "<script src=\"./a.js\" title=\"&quot;&amp;\">");
        assert_eq!(tags(&tag.text("script"), "script")[0].get("title"), Some("\"&"));
    }

    #[test]
    fn a_page_that_breaks_off_is_no_trouble() {
        for html in ["<link", "<link ", "<link href", "<link href=", "<link href=\"a", "<link =a"] {
            assert!(tags(html, "link").len() <= 1, "{html}");
        }
    }
}
