//! The whole page in one file that opens from a disk: styles, scripts, module, worker and documents stand in it.
//!
//! What is large is compressed and written as Base64 in blocks that browsers take for data; scripts stand as they are, so that
//! the content security policy can name them by their hashes. A file without documents is the form that "Save as page" fills:
//! it puts a pack, a link and a title where [`PACK`], [`LINK`] and the title stand.

mod form;
mod parts;

use std::io::Write as _;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use engine::Corpus;
use engine::language::{Language, frequency_list};
use flate2::{Compression, GzBuilder};
use sha2::{Digest, Sha256};

pub use self::form::form;
pub(crate) use self::form::{FORM, place};
pub use self::parts::Parts;
use crate::markup::escaped;
use crate::{Error, Result};

/// The block of the documents. The page knows this name too.
pub const PACK: &str = "pack";
/// The block of the link that the page opens with where its address has none. The page knows this name too.
pub const LINK: &str = "link";

const THEME: &str = include_str!("theme.js");
const BOOT: &str = include_str!("boot.js");
const WORKER: &str = include_str!("worker.js");

/// What is put into a file.
#[derive(Clone, Copy, Debug)]
pub struct Content<'a> {
    /// The documents, as bytes of a pack; none for the form.
    pub pack: Option<&'a [u8]>,
    /// What they are called.
    pub title: &'a str,
    /// Languages in which somebody may open files of their own; English always.
    pub languages: &'a [Language],
}

/// The languages of a corpus, in the order of its documents.
pub fn languages(corpus: &Corpus) -> Vec<Language> {
    corpus.documents.iter().map(|document| document.language).collect()
}

/// The file.
///
/// # Errors
///
/// A script that cannot stand in a page.
pub fn one_file(parts: &Parts, content: &Content<'_>) -> Result<String> {
    let script = format!("{}\n{BOOT}", parts.glue);
    let worker_start = format!("{}\n{WORKER}", parts.worker_glue);
    for text in [&script, &worker_start] {
        // Either would change where the browser takes the script to end.
        if text.contains("</script") || text.contains("<!--") {
            return Err(Error::Shell("a script holds the end of a script".to_owned()));
        }
    }
    let mut file = String::from("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">");
    file.push_str(&policy(&parts.style, [THEME, &script]));
    file.push_str(
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <meta name=\"color-scheme\" content=\"light dark\">",
    );
    file.push_str(&format!("<title>{}</title>{}", escaped(content.title), parts.icon));
    file.push_str(&format!("<script>{THEME}</script><style>{}</style></head>", parts.style));
    file.push_str(&format!("<body>{}", parts.body));
    block(&mut file, LINK, "");
    block(&mut file, PACK, &content.pack.map_or(String::new(), packed));
    block(&mut file, "module", &packed(&parts.module));
    block(&mut file, "reader-lists", &lists(content.languages));
    let module = packed(&parts.worker_module);
    block(&mut file, "reader-parts", &format!("const parts=\"{module}\";\n"));
    block(&mut file, "reader-start", &worker_start);
    file.push_str(&format!("<script type=\"module\">{script}</script></body></html>\n"));
    Ok(file)
}

/// The policy as the page has it beside its files, with what stands in it named by its hash. Blobs are the worker, its word
/// lists and this file's own text.
fn policy(style: &str, scripts: [&str; 2]) -> String {
    let [theme, page] = scripts.map(hash);
    let style = hash(style);
    format!(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src {theme} {page} 'wasm-unsafe-eval'; \
         style-src {style}; img-src data:; connect-src blob:; worker-src blob:; base-uri 'none'; form-action 'none'\">"
    )
}

/// A hash as a policy has it (Content Security Policy Level 3, section 2.3.1).
fn hash(text: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)))
}

/// A block of data. Its text holds no `<`.
fn block(file: &mut String, name: &str, text: &str) {
    file.push_str(&format!("<script type=\"text/plain\" id=\"{name}\">{text}</script>"));
}

/// Bytes compressed by gzip, as Base64.
fn packed(bytes: &[u8]) -> String {
    // No name and no time in it: the same bytes give the same text.
    let mut gzip = GzBuilder::new().write(Vec::new(), Compression::best());
    // Writing to memory does not fail.
    let written = gzip.write_all(bytes).and_then(|()| gzip.finish());
    STANDARD.encode(written.unwrap_or_default())
}

/// The word frequencies for the worker, as a script that names them by language.
fn lists(languages: &[Language]) -> String {
    let mut text = String::from("const lists={");
    for language in Language::ALL {
        let wanted = language == Language::English || languages.contains(&language);
        if let Some(list) = frequency_list(language).filter(|list| wanted && !list.is_empty()) {
            text.push_str(&format!("{}:\"{}\",", language.code(), packed(list.as_bytes())));
        }
    }
    text + "};\n"
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use super::*;

    fn parts() -> Parts {
        Parts {
            style: "p{color:red}".to_owned(),
            glue: "const __wbg_init = () => {};".to_owned(),
            module: b"\0asm".repeat(99),
            worker_glue: "let wasm_bindgen;".to_owned(),
            worker_module: b"\0asm2".to_vec(),
            icon: "<link rel=\"icon\" href=\"data:,\">".to_owned(),
            body: "<div id=app></div>".to_owned(),
        }
    }

    fn content(title: &str) -> Content<'_> {
        Content { pack: Some(b"topics"), title, languages: &[Language::Czech] }
    }

    fn inside<'a>(file: &'a str, before: &str) -> &'a str {
        file.split_once(before).unwrap().1.split_once("</script>").unwrap().0
    }

    fn unpacked(base64: &str) -> Vec<u8> {
        let bytes = STANDARD.decode(base64).unwrap();
        let mut out = Vec::new();
        flate2::read::GzDecoder::new(&*bytes).read_to_end(&mut out).unwrap();
        out
    }

    #[test]
    fn everything_is_in_the_file_and_nothing_beside_it() {
        let file = one_file(&parts(), &content("Tears & <more>")).unwrap();
        assert!(file.contains("<title>Tears &amp; &lt;more&gt;</title>"));
        assert_eq!(unpacked(inside(&file, "id=\"pack\">")), b"topics");
        assert_eq!(unpacked(inside(&file, "id=\"module\">")), b"\0asm".repeat(99));
        assert!(!file.contains("src=\"") && !file.contains("href=\"./"), "{file}");
        let lists = inside(&file, "id=\"reader-lists\">");
        assert!(lists.contains("en:\"") && lists.contains("cs:\"") && !lists.contains("de:\""));
    }

    #[test]
    fn the_policy_names_the_very_scripts() {
        let file = one_file(&parts(), &content("A")).unwrap();
        for before in ["<script>", "<script type=\"module\">"] {
            assert!(file.contains(&hash(inside(&file, before))), "{before}");
        }
        let (_, style) = file.split_once("<style>").unwrap();
        assert!(file.contains(&hash(style.split_once("</style>").unwrap().0)));
        assert!(!file.contains("unsafe-inline"));
    }

    #[test]
    fn a_hash_is_that_of_the_standard() {
        // The example of the recommendation, section 2.3.1: `alert('Hello, world.');`.
        let expected = "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='";
        assert_eq!(hash("alert('Hello, world.');"), expected);
    }

    #[test]
    fn a_form_has_room_for_what_is_to_come() {
        let form = one_file(&parts(), &Content { pack: None, ..content("A") }).unwrap();
        for name in [PACK, LINK] {
            let empty = format!("<script type=\"text/plain\" id=\"{name}\"></script>");
            assert_eq!(form.matches(&empty).count(), 1, "{name}");
        }
    }

    #[test]
    fn a_script_that_would_end_early_is_refused() {
        let glue = "const a = '</script>';".to_owned();
        assert!(one_file(&Parts { glue, ..parts() }, &content("A")).is_err());
    }
}
