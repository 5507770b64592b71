//! What the page says of itself in its head: to tabs, to search engines, to those who are sent its link.

use topic_explorer::shared::Shared;
use topic_explorer::study::Study;

use crate::hash::named;
use crate::markup::escaped;
use crate::preview::{self, HEIGHT, WIDTH};
use crate::{Result, Shell};

/// Topics that the description names at the most.
const NAMED: usize = 4;

/// Names the page, describes it, and gives it its pictures. `address` is where the site will be, with which other places find the
/// preview.
pub(crate) fn describe(
    shell: &mut Shell,
    study: &Shared<Study>,
    address: Option<&str>,
) -> Result<()> {
    let title = format!("{} · Topic Explorer", study.corpus.name);
    let description = description(study);
    let preview = preview::preview(study)?;
    let touch = preview::touch_icon()?;
    let preview_name = named("preview", "png", &preview);
    let touch_name = named("touch-icon", "png", &touch);
    shell.put(&preview_name, preview);
    shell.put(&touch_name, touch);
    let old = shell.html().split_once("<title>").and_then(|(_, rest)| rest.split_once("</title>"));
    if let Some((old, _)) = old {
        let old = format!("<title>{old}</title>");
        shell.replace(&old, &format!("<title>{}</title>", escaped(&title)))?;
    }
    shell.rewrite("meta", |mut tag| {
        if tag.get("name") == Some("description") {
            tag.set("content", description.clone());
        }
        Some(tag.text("meta"))
    });
    let base = address.map_or_else(|| "./".to_owned(), |address| format!("{}/", trimmed(address)));
    let image = format!("{base}{preview_name}");
    let (width, height) = (WIDTH.to_string(), HEIGHT.to_string());
    let mut facts = vec![
        ("property", "og:type", "website"),
        ("property", "og:site_name", "Topic Explorer"),
        ("property", "og:title", &study.corpus.name),
        ("property", "og:description", &description),
        ("property", "og:image", &image),
        ("property", "og:image:type", "image/png"),
        ("property", "og:image:width", &width),
        ("property", "og:image:height", &height),
        ("property", "og:image:alt", "A strip for each document, its off-topic stretches hatched."),
        ("name", "twitter:card", "summary_large_image"),
    ];
    if address.is_some() {
        facts.push(("property", "og:url", &base));
    }
    let mut head = format!("<link rel=\"apple-touch-icon\" href=\"./{touch_name}\">");
    for (kind, name, value) in facts {
        head.push_str(&format!("<meta {kind}=\"{name}\" content=\"{}\">", escaped(value)));
    }
    shell.add_to_head(&head);
    Ok(())
}

/// An address without what stands after its last folder.
fn trimmed(address: &str) -> &str {
    address.trim_end_matches("index.html").trim_end_matches('/')
}

/// What it is, how much of it, and what it is about.
fn description(study: &Study) -> String {
    let topics: Vec<String> = (0..)
        .zip(&study.analysis.topics)
        .filter(|(_, topic)| !topic.off_topic)
        .map(|(number, _)| study.topic_name(number))
        .take(NAMED)
        .collect();
    let figures = topic_explorer::prerender::figures(study);
    format!("{figures}. What they are about: {}.", topics.join("; "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shell::{Files, PAGE};
    use topic_explorer::corpus;

    fn described(address: Option<&str>) -> (Shell, Shared<Study>) {
        let page = "<head><title>Topic Explorer</title><meta content=old name=description></head>";
        let mut shell =
            Shell::of(Files::from([(PAGE.to_owned(), page.as_bytes().to_vec())])).unwrap();
        let study = corpus::open(corpus::shipped(), "").unwrap();
        describe(&mut shell, &study, address).unwrap();
        (shell, study)
    }

    #[test]
    fn the_head_says_what_the_documents_are() {
        let (shell, study) = described(None);
        let html = shell.html();
        assert!(html.contains(&format!("<title>{} · ", escaped(&study.corpus.name))), "{html}");
        let description = escaped(&description(&study));
        assert_eq!(html.matches(&format!("content=\"{description}\"")).count(), 2, "{html}");
        assert!(!html.contains("old"));
        let image = html.split("og:image\" content=\"./").nth(1).unwrap();
        let image = image.split('"').next().unwrap();
        assert!(shell.file(image).is_some_and(|bytes| bytes.starts_with(b"\x89PNG")), "{image}");
        assert!(!html.contains("og:url"), "nobody said where it will be");
    }

    #[test]
    fn an_address_makes_the_preview_findable() {
        for address in
            ["https://a.example/b", "https://a.example/b/", "https://a.example/b/index.html"]
        {
            let (shell, _) = described(Some(address));
            assert!(shell.html().contains("og:image\" content=\"https://a.example/b/preview-"));
            assert!(shell.html().contains("og:url\" content=\"https://a.example/b/\""));
        }
    }
}
