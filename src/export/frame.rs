//! One view as a frame in somebody's page.

use crate::state::{Embed, ViewState, write};
use crate::study::Study;

/// Markup that shows the open pane of a view; `base` is the page's address without what stands after `#`.
pub fn frame(study: &Study, view: &ViewState, base: &str) -> String {
    let view = ViewState { embed: Some(Embed::Pane), ..view.clone() };
    let address = escaped(&format!("{base}#{}", write(&view, study.fingerprint)));
    let title = escaped(&format!("{}: {}", study.corpus.name, view.pane.key()));
    format!(
        "<iframe src=\"{address}\" title=\"{title}\" width=\"100%\" height=\"600\" loading=\"lazy\"></iframe>"
    )
}

/// Text as an attribute may hold it.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus;
    use crate::state::Pane;

    #[test]
    fn a_frame_holds_the_view_alone() {
        let study = corpus::open(corpus::shipped(), "").unwrap();
        let view = ViewState { pane: Pane::Terms, ..ViewState::default() };
        let short = format!("{:08x}", study.fingerprint >> 32);
        assert_eq!(
            frame(&study, &view, "https://example.org/a\"b/"),
            format!(
                "<iframe src=\"https://example.org/a&quot;b/#v=1&amp;view=terms&amp;embed=1&amp;fp={short}\" \
                 title=\"{}: terms\" width=\"100%\" height=\"600\" loading=\"lazy\"></iframe>",
                study.corpus.name
            )
        );
    }
}
