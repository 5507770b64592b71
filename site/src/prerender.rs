//! The first view, in the page before its module.

use topic_explorer::prerender::prerender;
use topic_explorer::shared::Shared;
use topic_explorer::study::Study;

use crate::markup::tags;
use crate::{Error, Result, Shell};

/// Puts the topic view before what the page shows while it opens. The styles show one of the two: this one, unless a link asks for
/// another view.
pub(crate) fn draw(shell: &mut Shell, study: &Shared<Study>) -> Result<()> {
    let app = tags(shell.html(), "div").into_iter().find(|tag| tag.get("id") == Some("app"));
    let app = app.ok_or_else(|| Error::Shell("there is nothing with the id `app`".to_owned()))?;
    let tag = shell.html()[app.place].to_owned();
    let view = prerender(study);
    shell.replace(&tag, &format!("{tag}<div id=\"still\">{view}</div>"))?;
    // Painted when all of it is there: what arrives bit by bit would push what was painted before.
    shell.add_to_head("<link rel=\"expect\" href=\"#boot\" blocking=\"render\">");
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shell::{Files, PAGE};
    use topic_explorer::corpus;

    #[test]
    fn the_view_stands_before_what_opens() {
        let page = b"<head></head><body><div id=app><p id=boot>Opening</p></div></body>".to_vec();
        let mut shell = Shell::of(Files::from([(PAGE.to_owned(), page)])).unwrap();
        let study = corpus::open(corpus::shipped(), "").unwrap();
        draw(&mut shell, &study).unwrap();
        let html = shell.html();
        assert!(html.contains("</head><body><div id=app><div id=\"still\"><div "), "{html}");
        assert!(html.starts_with("<head><link rel=\"expect\" href=\"#boot\""), "{html}");
        assert!(html.ends_with("</div></div><p id=boot>Opening</p></div></body>"), "{html}");
        assert!(html.contains(&study.topic_name(0)));
    }
}
