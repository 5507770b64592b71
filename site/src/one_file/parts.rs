//! What Trunk built, taken apart.

use serde::{Deserialize, Serialize};

use crate::markup::{Tag, tags};
use crate::sections::without_custom;
use crate::{Error, Result, Shell, styles};

/// The parts of a page that was built as one module.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Parts {
    /// All style sheets as one.
    pub style: String,
    /// The module's glue, an ECMAScript module.
    pub glue: String,
    /// The module.
    pub module: Vec<u8>,
    /// The glue of the worker that reads files, a classic script.
    pub worker_glue: String,
    /// Its module.
    pub worker_module: Vec<u8>,
    /// The tag of the icon, which is a data address.
    pub icon: String,
    /// What is between the tags of the body.
    pub body: String,
}

impl Parts {
    /// Takes apart what Trunk built, before anything else is made of it.
    ///
    /// # Errors
    ///
    /// A part is not there, or not text where it should be.
    pub fn of(mut shell: Shell) -> Result<Self> {
        styles::join(&mut shell)?;
        let links = shell.tags("link");
        let linked = |rel: &str, what: &str| {
            let found = links.iter().find(|tag| tag.get("rel") == Some(rel));
            found.ok_or_else(|| Error::Shell(format!("no link of {what}")))
        };
        let is_module = |tag: &&Tag| tag.get("type") == Some("application/wasm");
        let module = links.iter().find(is_module);
        let module = module.ok_or_else(|| Error::Shell("no link of a module".to_owned()))?;
        Ok(Self {
            style: text(&shell, href(linked("stylesheet", "a style sheet")?))?,
            glue: text(&shell, href(linked("modulepreload", "the glue")?))?,
            module: lean(bytes(&shell, href(module))?),
            worker_glue: text(&shell, crate::reader::GLUE)?,
            worker_module: lean(bytes(&shell, crate::reader::MODULE)?),
            icon: linked("icon", "an icon")?.text("link"),
            body: body(shell.html())?.to_owned(),
        })
    }
}

/// A module without names of functions and the like, which nobody runs.
fn lean(module: &[u8]) -> Vec<u8> {
    without_custom(module).unwrap_or_else(|| module.to_vec())
}

fn body(html: &str) -> Result<&str> {
    let start = tags(html, "body").first().map(|tag| tag.place.end);
    let end = html.rfind("</body>");
    let found = start.zip(end).and_then(|(start, end)| html.get(start..end));
    found.ok_or_else(|| Error::Shell("no body".to_owned()))
}

fn href(tag: &Tag) -> &str {
    tag.get("href").unwrap_or_default()
}

fn bytes<'a>(shell: &'a Shell, link: &str) -> Result<&'a [u8]> {
    shell.file(link).ok_or_else(|| Error::Shell(format!("{link} is not there")))
}

fn text(shell: &Shell, link: &str) -> Result<String> {
    let bytes = bytes(shell, link)?.to_vec();
    String::from_utf8(bytes).map_err(|_| Error::Shell(format!("{link} is not text")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shell(html: &str) -> Shell {
        let files = [
            ("index.html", html),
            ("b.css", "@layer a;\n"),
            ("a.css", "p{}"),
            ("page.js", "glue"),
            ("page.wasm", "\0asm"),
            ("topic-worker.js", "worker"),
            ("topic-worker_bg.wasm", "\0asm"),
        ];
        Shell::of(files.map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec())).into())
            .unwrap()
    }

    #[test]
    fn a_page_is_taken_apart() {
        let shell = shell(
            "<head><link rel=stylesheet href=./b.css><link rel=icon href=data:,><link href=./a.css rel=stylesheet>\
             <link rel=modulepreload href=./page.js><link rel=preload href=./page.wasm type=application/wasm></head>\
             <body class=a><p>Text</body>",
        );
        let parts = Parts::of(shell).unwrap();
        assert_eq!(parts.style, "@layer a;\np{}\n");
        assert_eq!((parts.glue.as_str(), parts.worker_glue.as_str()), ("glue", "worker"));
        assert_eq!(parts.module, b"\0asm");
        assert_eq!(parts.body, "<p>Text");
        assert_eq!(parts.icon, "<link rel=\"icon\" href=\"data:,\">");
    }

    #[test]
    fn what_is_missing_is_named() {
        let shell = shell("<head></head><body></body>");
        let error = Parts::of(shell).expect_err("nothing is linked");
        assert!(error.to_string().contains("module"), "{error}");
    }
}
