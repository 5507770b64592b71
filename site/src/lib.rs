//! From what Trunk built to a site: the documents beside the page, the first view in it, and all that a static server can do for
//! it.
//!
//! | module | does |
//! |---|---|
//! | `shell` | the page without documents, in memory, and files in a folder |
//! | `prerender` | the topic view in the page before its module |
//! | `head`, `preview` | title, description, link previews, icons |
//! | `styles` | one style sheet |
//! | `integrity` | what files have to be |
//! | `reader` | the worker that reads a person's own files |
//! | `worker` | opening without a network |
//! | `not_found` | what servers show where there is no file |
//! | `compress` | files compressed beforehand |
//! | `kit` | the page as bytes, for programs that make sites where nothing can be built |
//! | `one_file` | the whole page in one file, and the form for saving it so |
//!
//! Everything works on a [`Shell`] and gives [`Files`]; only [`Shell::read`] and [`write`] touch the disk.

mod compress;
mod error;
mod hash;
mod head;
mod integrity;
mod kit;
mod markup;
mod not_found;
mod one_file;
mod prerender;
mod preview;
mod reader;
mod sections;
mod shell;
mod styles;
mod worker;

use topic_explorer::corpus;

pub use self::error::{Error, Result};
pub use self::hash::named;
pub use self::integrity::integrity;
pub use self::kit::Kit;
pub use self::one_file::{Content, LINK, PACK, Parts, form, languages, one_file};
pub use self::sections::without_custom;
pub use self::shell::{Files, Shell, is_free, write};

/// How a site is made.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Options<'a> {
    /// Where the site will be, so that previews in other places find its picture.
    pub address: Option<&'a str>,
    /// Whether its files will change all the time: then nothing keeps them, and none is compressed beforehand.
    pub draft: bool,
    /// What [`form`] makes: the page as one file, for those who save it with their documents. Without it, the page says that it
    /// cannot be saved.
    pub form: Option<&'a str>,
}

/// The site of a pack: its documents, its first view, one style sheet, and all of it compressed as well.
///
/// # Errors
///
/// A pack that does not open, or a page that is not as Trunk writes it.
pub fn site(mut shell: Shell, pack: &[u8], options: Options<'_>) -> Result<Files> {
    let study = corpus::open(pack, "").map_err(Error::Shell)?;
    styles::join(&mut shell)?;
    prerender::draw(&mut shell, &study)?;
    head::describe(&mut shell, &study, options.address)?;
    if !options.draft {
        worker::announce(&mut shell);
    }
    if let Some(form) = options.form {
        one_file::place(&mut shell, form);
    }
    let mut files = plain(shell, pack).into_files();
    let missing = not_found::not_found(options.address);
    files.insert(not_found::NOT_FOUND.to_owned(), missing.into_bytes());
    if !options.draft {
        let worker = worker::worker(&files);
        files.insert(worker::WORKER.to_owned(), worker.into_bytes());
        compress::compress(&mut files)?;
    }
    Ok(files)
}

/// The page with its documents and nothing more, for a quick look while working on it.
pub fn plain(mut shell: Shell, pack: &[u8]) -> Shell {
    let name = named("corpus", "pack", pack);
    shell.put(&name, pack.to_vec());
    shell.add_to_head(&format!(
        "<link rel=\"preload\" href=\"./{name}\" as=\"fetch\" type=\"application/octet-stream\" crossorigin=\"anonymous\">"
    ));
    move_starter(&mut shell);
    reader::place(&mut shell);
    integrity::protect(&mut shell);
    shell
}

/// Puts the script that starts the page at the end of its head: it runs at once, and looks for what is linked before it.
fn move_starter(shell: &mut Shell) {
    let scripts: String =
        shell.tags("script").iter().map(|tag| tag.text("script") + "</script>").collect();
    shell.rewrite("script", |_| None);
    // What is left of scripts without text between their tags.
    while shell.replace("</script>", "").is_ok() {}
    shell.add_to_head(&scripts);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shell() -> Shell {
        let html = "<!doctype html><head><title>A</title><link rel=stylesheet href=./a.css>\
                    <script src=./boot-1.js></script><link rel=modulepreload href=./page-2.js></head>\
                    <body><div id=app></div></body>";
        let files =
            [("index.html", html), ("a.css", "p{}"), ("boot-1.js", "1"), ("page-2.js", "2")];
        Shell::of(files.map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec())).into())
            .unwrap()
    }

    fn text(files: &Files, name: &str) -> String {
        String::from_utf8(files[name].clone()).unwrap()
    }

    #[test]
    fn a_site_is_the_page_with_all_that_belongs_to_it() {
        let files = site(shell(), corpus::shipped(), Options::default()).unwrap();
        let html = text(&files, "index.html");
        let pack = named("corpus", "pack", corpus::shipped());
        assert_eq!(files[&pack], corpus::shipped());
        assert!(html.contains(&format!("href=\"./{pack}\"")), "{html}");
        let script = html.find("data-worker=\"./sw.js\"").unwrap();
        assert!(html.find(&pack).unwrap() < script, "the starter finds what it looks for");
        let worker = text(&files, "sw.js");
        assert!(worker.contains(&integrity(html.as_bytes())), "the page as it is at last");
        for name in ["404.html", "index.html.br", "sw.js.gz"] {
            assert!(files.contains_key(name), "{name}");
        }
        assert!(!files.contains_key("a.css"));
    }

    #[test]
    fn a_draft_is_kept_by_nothing() {
        let options = Options { draft: true, ..Options::default() };
        let files = site(shell(), corpus::shipped(), options).unwrap();
        assert!(!files.contains_key("sw.js") && !files.contains_key("index.html.br"));
        assert!(!text(&files, "index.html").contains("data-worker"));
    }

    #[test]
    fn a_damaged_pack_makes_no_site() {
        assert!(site(shell(), b"nothing", Options::default()).is_err());
    }
}
