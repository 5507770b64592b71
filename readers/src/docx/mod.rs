//! Word documents: paragraphs, headings, lists and tables.
//!
//! The elements are those of ECMA-376, part 1, chapter 17; the prefix of their names is not looked at.

mod body;
mod styles;
mod xml;

use self::styles::Styles;
use crate::archive::{Archive, unpack};
use crate::html::{Page, one_line};
use crate::{Limits, Reason};

/// Reads the text of a document, then its footnotes; what stands in the margins of pages is left out.
pub(crate) fn read(archive: &mut Archive, limits: &Limits) -> Result<Page, Reason> {
    let main = part(archive, "word/document.xml", limits)?.ok_or(Reason::Damaged)?;
    let styles = part(archive, "word/styles.xml", limits)?.unwrap_or_default();
    let numbering = part(archive, "word/numbering.xml", limits)?.unwrap_or_default();
    let styles = Styles::of(&styles, &numbering);
    let mut body = body::Body::new(&styles);
    body.read(&main)?;
    for name in ["word/footnotes.xml", "word/endnotes.xml"] {
        if let Some(notes) = part(archive, name, limits)? {
            body.read(&notes)?;
        }
    }
    let core = part(archive, "docProps/core.xml", limits)?.unwrap_or_default();
    let stated =
        xml::text_of(&core, "title").map(|title| one_line(&title)).filter(|it| !it.is_empty());
    let (sheet, title) = body.end();
    Ok(Page { title: title.or(stated), language: None, text: sheet.text, hints: sheet.hints })
}

/// A part of the document, as text.
fn part(archive: &mut Archive, name: &str, limits: &Limits) -> Result<Option<String>, Reason> {
    let Some(at) = archive.index_for_name(name) else { return Ok(None) };
    let packed = archive.by_index_raw(at).map(|file| file.compressed_size()).unwrap_or(0);
    let ratio = packed.saturating_mul(limits.ratio).saturating_add(1 << 20);
    let bytes = unpack(archive, at, ratio.min(limits.file)).map_err(|reason| match reason {
        Reason::TooLarge(..) if ratio < limits.file => Reason::Bomb(limits.ratio),
        other => other,
    })?;
    crate::encoding::decode(bytes, None).map(|decoded| Some(decoded.text))
}

#[cfg(test)]
mod tests;
