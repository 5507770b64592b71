//! PDF: pages of letters at places, from which lines and paragraphs are found out again.
//!
//! The objects of a file and its fonts are read by a library that gives errors and draws nothing; [`guard`] holds against limits
//! what it takes on trust. [`content`] reads the letters of a page, [`lines`] and [`paragraphs`] put them together.

mod content;
mod fonts;
mod glyphs;
mod guard;
mod lines;
mod paragraphs;
mod running;
mod title;
mod words;

use hayro_syntax::object::dict::keys::LANG;
use hayro_syntax::object::{Dict, String as Text};
use hayro_syntax::{DecryptionError, LoadPdfError, Pdf};

use self::fonts::Fonts;
use self::guard::Budget;
use crate::html::{self, Page};
use crate::{Limits, Reason, Remark};

/// Bytes in front of a PDF that other programs put there and all readers pass over.
const HEAD: usize = 1024;

/// Whether bytes are a PDF, which may have something in front.
pub(crate) fn is_pdf(bytes: &[u8]) -> bool {
    guard::find(&bytes[..bytes.len().min(HEAD)], b"%PDF-").is_some()
}

/// Reads the text of all pages, and says what of them is no text.
pub(crate) fn read(bytes: Vec<u8>, limits: &Limits) -> Result<(Page, Vec<Remark>), Reason> {
    let mut budget = Budget::new(bytes.len(), limits);
    Budget::new(bytes.len(), limits).allows(&bytes)?;
    let pdf = Pdf::new(bytes).map_err(|error| match error {
        LoadPdfError::Decryption(DecryptionError::InvalidEncryption) | LoadPdfError::Invalid => {
            Reason::NoPages
        }
        LoadPdfError::Decryption(_) => Reason::Encrypted,
    })?;
    if pdf.pages().is_empty() {
        return Err(Reason::NoPages);
    }
    let mut fonts = Fonts::new();
    let (mut pages, mut known, mut unknown, mut pictures) = (Vec::new(), 0, 0, 0);
    for page in pdf.pages().iter() {
        let letters = content::letters(page, &mut fonts, &mut budget)?;
        known += letters.all.len();
        unknown += letters.unknown;
        let lines = lines::lines(&letters);
        pictures += usize::from(lines.is_empty() && letters.pictures > 0);
        pages.push(lines);
    }
    if unknown > known {
        return Err(Reason::NoCharacters);
    }
    if pages.iter().all(Vec::is_empty) {
        return Err(if pictures > 0 { Reason::OnlyPictures } else { Reason::Empty });
    }
    let sheet = paragraphs::sheet(pages);
    if sheet.text.len() as u64 > limits.file {
        return Err(Reason::TooLarge(sheet.text.len() as u64, limits.file));
    }
    let title = pdf.metadata().title.as_deref().and_then(title::title);
    let language = html::language(stated_language(&pdf).as_deref(), &sheet.text);
    let pictures = (pictures > 0).then_some(Remark::Pictures(pictures));
    let unknown = (unknown > known / 50).then_some(Remark::NoCharacters(unknown));
    let page = Page { title, language, text: sheet.text, hints: sheet.hints };
    Ok((page, pictures.into_iter().chain(unknown).collect()))
}

/// The language the document says it is in.
fn stated_language(pdf: &Pdf) -> Option<String> {
    let catalogue = pdf.xref().get::<Dict<'_>>(pdf.xref().root_id())?;
    Some(title::characters(&catalogue.get::<Text<'_>>(LANG)?))
}

#[cfg(test)]
mod tests;
