//! What servers show where there is no file: `404.html`, a page by itself, since it may be shown below any path.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use crate::markup::escaped;

/// The file's name, which servers look for.
pub(crate) const NOT_FOUND: &str = "404.html";

const STYLE: &str = "html{background:Canvas;color:CanvasText}a{color:inherit}body{font:1rem/1.5 system-ui,sans-serif;margin:15vh auto;max-width:36rem;padding:0 1rem}";

/// The page. Without an `address` its way back is the folder it is in, which is right for all that is missing beside the page itself.
pub(crate) fn not_found(address: Option<&str>) -> String {
    let hash = format!("sha256-{}", STANDARD.encode(Sha256::digest(STYLE)));
    include_str!("not-found.html")
        .replace("%STYLE%", STYLE)
        .replace("%STYLE_HASH%", &hash)
        .replace("%HOME%", &escaped(address.unwrap_or("./")))
}

#[cfg(test)]
mod tests {
    use super::not_found;

    #[test]
    fn the_way_back_is_where_the_site_is() {
        assert!(not_found(None).contains("href=\"./\""));
        let page = not_found(Some("https://a.example/\"b"));
        assert!(page.contains("href=\"https://a.example/&quot;b\""), "{page}");
        assert!(!page.contains('%'), "nothing is left open");
    }
}
