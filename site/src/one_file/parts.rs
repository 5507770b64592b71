//! What Trunk built, taken apart.

use std::fs;
use std::path::Path;

use crate::markup::{Tag, tags};
use crate::{Error, Result};

/// The parts of a page that was built as one module.
#[derive(Clone, Debug)]
pub struct Parts {
    /// All style sheets, in their order.
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
    /// Reads what Trunk built in a folder, before anything is made of it.
    ///
    /// # Errors
    ///
    /// A part is not there, or not text where it should be.
    pub fn read(folder: &Path) -> Result<Self> {
        let html = text(folder, "index.html")?;
        let links = tags(&html, "link");
        let with_rel = |rel: &'static str| {
            links.iter().filter(move |tag| tag.get("rel") == Some(rel)).collect::<Vec<_>>()
        };
        let mut style = String::new();
        for sheet in with_rel("stylesheet") {
            // A sheet that ends in a remark would run into the next.
            style.push_str(text(folder, href(sheet))?.trim_end());
            style.push('\n');
        }
        let one = |rel: &'static str, what: &str| {
            with_rel(rel)
                .into_iter()
                .next()
                .ok_or_else(|| Error::Shell(format!("no link of {what}")))
        };
        let is_module = |tag: &&Tag| tag.get("type") == Some("application/wasm");
        let module = links.iter().find(is_module);
        let module = module.ok_or_else(|| Error::Shell("no link of a module".to_owned()))?;
        Ok(Self {
            style,
            glue: text(folder, href(one("modulepreload", "the glue")?))?,
            module: bytes(folder, href(module))?,
            worker_glue: text(folder, crate::reader::GLUE)?,
            worker_module: bytes(folder, crate::reader::MODULE)?,
            icon: one("icon", "an icon")?.text("link"),
            body: body(&html)?.to_owned(),
        })
    }
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

fn bytes(folder: &Path, link: &str) -> Result<Vec<u8>> {
    let path = folder.join(link.strip_prefix("./").unwrap_or(link));
    fs::read(&path).map_err(Error::file(&path))
}

fn text(folder: &Path, link: &str) -> Result<String> {
    String::from_utf8(bytes(folder, link)?).map_err(|_| Error::Shell(format!("{link} is not text")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(html: &str) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        let files = [
            ("index.html", html),
            ("b.css", "@layer a;\n"),
            ("a.css", "p{}"),
            ("page.js", "glue"),
            ("page.wasm", "\0asm"),
            ("topic-worker.js", "worker"),
            ("topic-worker_bg.wasm", "\0asm"),
        ];
        for (name, content) in files {
            fs::write(folder.path().join(name), content).unwrap();
        }
        folder
    }

    #[test]
    fn a_page_is_taken_apart() {
        let folder = folder(
            "<head><link rel=stylesheet href=./b.css><link rel=icon href=data:,><link href=./a.css rel=stylesheet>\
             <link rel=modulepreload href=./page.js><link rel=preload href=./page.wasm type=application/wasm></head>\
             <body class=a><p>Text</body>",
        );
        let parts = Parts::read(folder.path()).unwrap();
        assert_eq!(parts.style, "@layer a;\np{}\n");
        assert_eq!((parts.glue.as_str(), parts.worker_glue.as_str()), ("glue", "worker"));
        assert_eq!(parts.module, b"\0asm");
        assert_eq!(parts.body, "<p>Text");
        assert_eq!(parts.icon, "<link rel=\"icon\" href=\"data:,\">");
    }

    #[test]
    fn what_is_missing_is_named() {
        let folder = folder("<head></head><body></body>");
        let error = Parts::read(folder.path()).expect_err("nothing is linked");
        assert!(error.to_string().contains("module"), "{error}");
    }
}
