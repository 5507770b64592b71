//! The page inside the program, where it was built with one: `cargo xtask topics` does.

use super::Written;
use crate::arguments::SiteArguments;
use crate::problems::Problems;

/// The page, as bytes of a [`site::Kit`]; empty where this program was built without.
#[cfg(feature = "site")]
const KIT: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/kit"));

#[cfg(not(feature = "site"))]
const KIT: &[u8] = &[];

/// Makes the site and writes it. The error is a message for people.
pub(super) fn make(
    arguments: &SiteArguments,
    problems: &mut Problems,
) -> Result<Vec<Written>, String> {
    if KIT.is_empty() {
        return Err("site: this program was built without the page; \
                    cargo xtask topics builds one that has it inside"
            .to_owned());
    }
    made(arguments, problems)
}

#[cfg(not(feature = "site"))]
fn made(_: &SiteArguments, _: &mut Problems) -> Result<Vec<Written>, String> {
    Ok(Vec::new())
}

#[cfg(feature = "site")]
fn made(arguments: &SiteArguments, problems: &mut Problems) -> Result<Vec<Written>, String> {
    use site::{Content, Kit, Options, form, is_free, languages, one_file, site, write};

    let place = super::place(arguments);
    // Looked at before anything is read: a pile of documents takes its time.
    if !arguments.single_file && !is_free(&place).map_err(|error| error.to_string())? {
        return Err(format!(
            "{}: there is something in this folder, and no site; --out names another",
            place.display()
        ));
    }
    let packed = folder::pack(&arguments.folder, arguments.title.as_deref());
    let packed = packed.map_err(|error| error.to_string())?;
    packed.remarks.iter().for_each(|remark| problems.note(remark));
    let bytes = packed.pack.to_bytes().map_err(|error| error.to_string())?;
    let corpus = &packed.pack.corpus;
    let all = || -> site::Result<Vec<Written>> {
        let kit = Kit::from_bytes(KIT)?;
        let languages = languages(corpus);
        if arguments.single_file {
            let title = format!("{} · Topic Explorer", corpus.name);
            let content = Content { pack: Some(&bytes), title: &title, languages: &languages };
            let html = one_file(&kit.parts, &content)?;
            std::fs::write(&place, &html)
                .map_err(|error| site::Error::File(place.clone(), error))?;
            return Ok(vec![Written::new(&place, html.len())]);
        }
        let form = form(&kit.parts, &languages)?;
        let address = arguments.url.as_deref();
        let options = Options { address, draft: false, form: Some(&form) };
        let files = site(kit.shell()?, &bytes, options)?;
        write(&files, &place)?;
        let written =
            |(name, bytes): (&String, &Vec<u8>)| Written::new(&place.join(name), bytes.len());
        Ok(files.iter().map(written).collect())
    };
    all().map_err(|error| error.to_string())
}
