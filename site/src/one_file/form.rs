//! The form of one file beside the page, for those who save the page with their documents.

use engine::language::Language;

use super::{Content, Parts, one_file};
use crate::hash::named;
use crate::{Result, Shell};

/// What the form's name begins with.
pub(crate) const FORM: &str = "page-";

/// The file without documents, with the word frequencies of these languages.
///
/// # Errors
///
/// Those of [`one_file`].
pub fn form(parts: &Parts, languages: &[Language]) -> Result<String> {
    one_file(parts, &Content { pack: None, title: "Topic Explorer", languages })
}

/// Puts the form beside the page and says in its head where it is.
pub(crate) fn place(shell: &mut Shell, form: &str) {
    let name = named(FORM.trim_end_matches('-'), "html", form.as_bytes());
    shell.put(&name, form.as_bytes().to_vec());
    shell.add_to_head(&format!("<meta name=\"page\" content=\"./{name}\">"));
}
