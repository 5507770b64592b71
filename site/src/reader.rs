//! The worker that reads a person's own files: its parts and the word frequencies under names of their content, and a starter that
//! knows these names.

use std::fmt::Write;

use engine::language::{Language, frequency_list};

use crate::hash::named;
use crate::{Result, Shell};

/// What Trunk calls the parts.
pub(crate) const GLUE: &str = "topic-worker.js";
pub(crate) const MODULE: &str = "topic-worker_bg.wasm";

impl Shell {
    /// Names the parts of the worker after what is in them, puts the word frequencies beside them, and says in the page's head
    /// where the worker starts. A page that was built without a worker stays without.
    ///
    /// # Errors
    ///
    /// A file cannot be read or written.
    pub fn place_reader(&mut self) -> Result<()> {
        let (Some(glue), Some(module)) = (self.take(GLUE)?, self.take(MODULE)?) else {
            return Ok(());
        };
        let glue_name = named("reader", "js", &glue);
        let module_name = named("reader", "wasm", &module);
        self.write(&glue_name, &glue)?;
        self.write(&module_name, &module)?;
        let mut lists = String::new();
        for language in Language::ALL {
            let Some(list) = frequency_list(language).filter(|list| !list.is_empty()) else {
                continue;
            };
            let (code, bytes) = (language.code(), list.as_bytes());
            let name = named(&format!("words-{code}"), "txt", bytes);
            self.write(&name, bytes)?;
            // Writing to a string does not fail.
            let _ = write!(lists, "{code}:\"./{name}\",");
        }
        let starter = format!(
            "self.words={{{lists}}};importScripts(\"./{glue_name}\");\
             wasm_bindgen({{module_or_path:\"./{module_name}\"}});\n"
        );
        let name = named("reader-start", "js", starter.as_bytes());
        self.write(&name, starter.as_bytes())?;
        self.add_to_head(&format!("<meta name=\"worker\" content=\"./{name}\">"));
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn the_starter_knows_the_parts_by_their_names() {
        let folder = tempfile::tempdir().unwrap();
        let page = folder.path().join("index.html");
        fs::write(&page, "<head></head>").unwrap();
        fs::write(folder.path().join(GLUE), "let wasm_bindgen;").unwrap();
        fs::write(folder.path().join(MODULE), "\0asm").unwrap();
        let mut shell = Shell::read(folder.path()).unwrap();
        shell.place_reader().unwrap();
        shell.save().unwrap();
        let html = fs::read_to_string(page).unwrap();
        let (_, rest) = html.split_once("content=\"./").unwrap();
        let starter =
            fs::read_to_string(folder.path().join(&rest[..rest.find('"').unwrap()])).unwrap();
        let names: Vec<&str> =
            starter.split("\"./").skip(1).filter_map(|part| part.split('"').next()).collect();
        assert!(names.len() > 30, "glue, module and lists: {starter}");
        for name in names {
            assert!(folder.path().join(name).is_file(), "{name}");
        }
        assert!(!folder.path().join(GLUE).exists());
    }

    #[test]
    fn a_page_without_a_worker_stays_without() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("index.html"), "<head></head>").unwrap();
        let mut shell = Shell::read(folder.path()).unwrap();
        shell.place_reader().unwrap();
        shell.save().unwrap();
        assert_eq!(fs::read_to_string(folder.path().join("index.html")).unwrap(), "<head></head>");
    }
}
