//! The worker that reads a person's own files: its parts and the word frequencies under names of their content, and a starter that
//! knows these names.

use std::fmt::Write;

use engine::language::{Language, frequency_list};

use crate::Shell;
use crate::hash::named;
use crate::sections::without_custom;

/// What Trunk calls the parts.
pub(crate) const GLUE: &str = "topic-worker.js";
pub(crate) const MODULE: &str = "topic-worker_bg.wasm";

/// What the names of word frequencies begin with.
pub(crate) const WORDS: &str = "words-";

/// Names the parts of the worker after what is in them, puts the word frequencies beside them, and says in the page's head where
/// the worker starts. A page that was built without a worker stays without.
pub(crate) fn place(shell: &mut Shell) {
    let (Some(glue), Some(module)) = (shell.remove(GLUE), shell.remove(MODULE)) else { return };
    // Names of functions and the like: most of the file, and nothing that runs.
    let module = without_custom(&module).unwrap_or(module);
    let glue_name = put(shell, "reader", "js", glue);
    let module_name = put(shell, "reader", "wasm", module);
    let mut lists = String::new();
    for language in Language::ALL {
        let Some(list) = frequency_list(language).filter(|list| !list.is_empty()) else { continue };
        let code = language.code();
        let name = put(shell, &format!("{WORDS}{code}"), "txt", list.as_bytes().to_vec());
        // Writing to a string does not fail.
        let _ = write!(lists, "{code}:\"./{name}\",");
    }
    let starter = format!(
        "self.words={{{lists}}};importScripts(\"./{glue_name}\");\
         wasm_bindgen({{module_or_path:\"./{module_name}\"}});\n"
    );
    let name = put(shell, "reader-start", "js", starter.into_bytes());
    shell.add_to_head(&format!("<meta name=\"worker\" content=\"./{name}\">"));
}

fn put(shell: &mut Shell, stem: &str, ending: &str, bytes: Vec<u8>) -> String {
    let name = named(stem, ending, &bytes);
    shell.put(&name, bytes);
    name
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shell::Files;

    fn shell(files: &[(&str, &str)]) -> Shell {
        let page = ("index.html", "<head></head>");
        let all = files.iter().chain([&page]);
        let files: Files =
            all.map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec())).collect();
        Shell::of(files).unwrap()
    }

    #[test]
    fn the_starter_knows_the_parts_by_their_names() {
        let mut shell = shell(&[(GLUE, "let wasm_bindgen;"), (MODULE, "\0asm")]);
        place(&mut shell);
        let (_, rest) = shell.html().split_once("content=\"./").unwrap();
        let starter = shell.file(&rest[..rest.find('"').unwrap()]).unwrap();
        let starter = String::from_utf8(starter.to_vec()).unwrap();
        let names = starter.split("\"./").skip(1).filter_map(|part| part.split('"').next());
        let names: Vec<&str> = names.collect();
        assert!(names.len() > 30, "glue, module and lists: {starter}");
        for name in names {
            assert!(shell.file(name).is_some(), "{name}");
        }
        assert!(shell.file(GLUE).is_none());
    }

    #[test]
    fn a_page_without_a_worker_stays_without() {
        let mut shell = shell(&[]);
        place(&mut shell);
        assert_eq!(shell.html(), "<head></head>");
    }
}
