//! The links in the page that Trunk wrote.

use std::ops::Range;

/// A `<link>`.
#[derive(Debug, PartialEq)]
pub(crate) struct Link<'a> {
    /// Where it stands.
    pub(crate) at: Range<usize>,
    /// Its attributes, as they stand.
    text: &'a str,
}

impl<'a> Link<'a> {
    /// The value of an attribute, with quotation marks or without.
    pub(crate) fn attribute(&self, name: &str) -> Option<&'a str> {
        let start = format!(" {name}=");
        let value = &self.text[self.text.find(&start)? + start.len()..];
        let (value, end) = match value.strip_prefix('"') {
            Some(quoted) => (quoted, quoted.find('"')?),
            None => (value, value.find([' ', '>']).unwrap_or(value.len())),
        };
        Some(&value[..end])
    }

    /// The file it names, in the page's own folder.
    pub(crate) fn file(&self) -> Option<&'a str> {
        let address = self.attribute("href")?;
        Some(address.strip_prefix("./").unwrap_or(address))
    }
}

/// The links of a kind, in order.
pub(crate) fn links<'a>(html: &'a str, rel: &str) -> Vec<Link<'a>> {
    let starts = html.match_indices("<link ");
    let all = starts.filter_map(|(start, _)| {
        let length = html[start..].find('>')? + 1;
        Some(Link { at: start..start + length, text: &html[start..start + length] })
    });
    all.filter(|link| link.attribute("rel") == Some(rel)).collect()
}

#[cfg(test)]
mod tests {
    use super::links;

    #[test]
    fn links_are_found_with_quotation_marks_and_without() {
        let html = "<head><link href=./a-1.css rel=stylesheet><link rel=\"icon\" href=\"data:x\">\
                    <link rel=\"stylesheet\" href=\"./b-2.css\" /></head>";
        let found = links(html, "stylesheet");
        let files: Vec<_> = found.iter().filter_map(|link| link.file()).collect();
        assert_eq!(files, ["a-1.css", "b-2.css"]);
        assert_eq!(&html[found[0].at.clone()], "<link href=./a-1.css rel=stylesheet>");
        assert!(links(html, "preload").is_empty());
    }
}
