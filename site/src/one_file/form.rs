//! The form of one file beside the page, for those who save the page with their documents.

use std::path::Path;

use engine::language::Language;

use super::{Content, Parts, one_file};
use crate::hash::named;
use crate::{Result, Shell};

impl Shell {
    /// Puts the form beside the page and says in its head where it is. `whole` is the folder of the page built as one module.
    ///
    /// # Errors
    ///
    /// A part of that page is missing, or the file cannot be written.
    pub fn place_form(&mut self, whole: &Path, languages: &[Language]) -> Result<()> {
        let content = Content { pack: None, title: "Topic Explorer", languages };
        let form = one_file(&Parts::read(whole)?, &content)?;
        let name = named("page", "html", form.as_bytes());
        self.write(&name, form.as_bytes())?;
        self.add_to_head(&format!("<meta name=\"page\" content=\"./{name}\">"));
        Ok(())
    }
}
