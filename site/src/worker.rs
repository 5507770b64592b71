//! The service worker: what opens the site without a network.

use std::fmt::Write as _;

use crate::Shell;
use crate::hash::digest;
use crate::integrity::integrity;
use crate::one_file::FORM;
use crate::reader::WORDS;
use crate::shell::Files;

/// The worker's file. Its name stays: browsers ask for it again to learn of a new version.
pub(crate) const WORKER: &str = "sw.js";

/// What no page of the site asks for.
const OUTSIDE: [&str; 2] = ["preview-", "touch-icon-"];
/// Too much to be fetched before anybody needs it: kept when it is first asked for.
const LATER: [&str; 2] = [WORDS, FORM];

/// The worker before the files are known.
const SOURCE: &str = include_str!("worker.js");

/// Whether a service worker is one that this crate wrote.
pub(crate) fn is_ours(text: &str) -> bool {
    text.lines().next() == SOURCE.lines().next()
}

/// The worker, with the names and hashes of exactly these files.
pub(crate) fn worker(files: &Files) -> String {
    let mut list = String::new();
    for (name, bytes) in files {
        let name = match name.as_str() {
            // By the site's own address: servers send the other one elsewhere.
            crate::shell::PAGE => "./",
            "404.html" => continue,
            name if OUTSIDE.iter().chain(&LATER).any(|start| name.starts_with(start)) => continue,
            name => name,
        };
        // Writing to a string does not fail.
        let _ = writeln!(list, "  [{name:?}, \"{}\"],", integrity(bytes));
    }
    let version = format!("{:016x}", digest(list.as_bytes()));
    SOURCE
        .replace("%LATER%", &LATER.map(|start| format!("{:?}", format!("./{start}"))).join(", "))
        .replace("%VERSION%", &version)
        .replace("  // %FILES%\n", &list)
}

/// Tells the page's starter where its worker is.
pub(crate) fn announce(shell: &mut Shell) {
    shell.rewrite("script", |mut tag| {
        tag.set("data-worker", format!("./{WORKER}"));
        Some(tag.text("script"))
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(of: &[(&str, &str)]) -> Files {
        of.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec())).collect()
    }

    #[test]
    fn the_worker_keeps_what_the_page_asks_for() {
        let site = files(&[
            ("404.html", "no"),
            ("a-1.js", "1"),
            ("index.html", "2"),
            ("page-4.html", "no"),
            ("preview-3.png", "no"),
        ]);
        let worker = worker(&site);
        assert!(worker.contains(&format!("  [\"./\", \"{}\"],\n", integrity(b"2"))), "{worker}");
        assert!(worker.contains(&format!("  [\"a-1.js\", \"{}\"],\n", integrity(b"1"))));
        assert_eq!(worker.matches("sha384-").count(), 2, "and nothing else");
        assert!(!worker.contains('%'), "nothing is left open");
    }

    #[test]
    fn another_file_is_another_version() {
        let line = |of: &[(&str, &str)]| {
            let worker = worker(&files(of));
            worker.lines().find(|line| line.starts_with("const VERSION")).map(str::to_owned)
        };
        assert_eq!(line(&[("a-1.js", "1")]), line(&[("a-1.js", "1")]));
        assert_ne!(line(&[("a-1.js", "1")]), line(&[("a-1.js", "2")]));
        assert_ne!(line(&[("a-1.js", "1")]), line(&[("a-2.js", "1")]));
    }
}
