//! What files have to be for a browser to use them.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha384};

use crate::Shell;

/// A file's hash as the `integrity` attribute has it (Subresource Integrity, section 3.1): SHA-384 in Base64.
pub fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(bytes)))
}

/// Says for every script, style sheet and preloaded module of the page what its file has to be. Not for what is preloaded to be
/// fetched: browsers do not heed it there, and say so on the console.
pub(crate) fn protect(shell: &mut Shell) {
    let page = shell.clone();
    let with_hash = |element: &'static str, link: &'static str| {
        let page = &page;
        move |mut tag: crate::markup::Tag| {
            if element == "script" || matches!(tag.get("rel"), Some("stylesheet" | "modulepreload"))
            {
                let file = tag.get(link).and_then(|link| page.file(link));
                if let Some(bytes) = file {
                    tag.set("integrity", integrity(bytes));
                }
            }
            Some(tag.text(element))
        }
    };
    shell.rewrite("script", with_hash("script", "src"));
    shell.rewrite("link", with_hash("link", "href"));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shell::{Files, PAGE};

    #[test]
    fn a_hash_is_that_of_the_standard() {
        // The example of the recommendation: `echo -n "alert('Hello, world.');" | openssl dgst -sha384 -binary | base64`.
        assert_eq!(
            integrity(b"alert('Hello, world.');"),
            "sha384-H8BRh8j48O9oYatfu5AZzq6A9RINhZO5H16dQZngK7T62em8MUt1FLm52t+eX6xO"
        );
    }

    #[test]
    fn what_browsers_check_is_protected_and_nothing_else() {
        let html = "<head><link rel=stylesheet href=./a.css><link rel=modulepreload href=./b.js>\
                    <link rel=preload as=fetch href=./c.wasm><script src=./b.js></script></head>";
        let mut files = Files::new();
        files.insert(PAGE.to_owned(), html.as_bytes().to_vec());
        for name in ["a.css", "b.js", "c.wasm"] {
            files.insert(name.to_owned(), name.as_bytes().to_vec());
        }
        let mut shell = Shell::of(files).unwrap();
        protect(&mut shell);
        assert_eq!(shell.html().matches(&integrity(b"a.css")).count(), 1);
        assert_eq!(shell.html().matches(&integrity(b"b.js")).count(), 2);
        assert_eq!(shell.html().matches(&integrity(b"c.wasm")).count(), 0);
    }
}
