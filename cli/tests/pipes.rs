//! Readers that go away and disks that are full.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod common;

use std::io::Write;
use std::process::Stdio;

use common::{command, folder, repository, seen};

#[test]
fn a_reader_that_has_seen_enough_is_no_mistake() {
    for arguments in [
        &["separate", "-", "--format", "table"][..],
        &["separate", "-"],
        &["separate", "-", "--format", "json"],
        &["separate", "-", "--format", "jsonl"],
        &["terms", "-"],
        &["terms", "-", "--format", "json"],
        &["evaluate", &repository("tests/corpora/compost-maison"), "--predicted", "-", "-v"],
    ] {
        let mut child = command(arguments).stdin(Stdio::piped()).spawn().unwrap();
        // The reader is gone before the input ends, and so before anything is written.
        drop(child.stdout.take());
        let labels = include_bytes!("predicted/compost-maison.tsv");
        child.stdin.take().unwrap().write_all(labels).unwrap();
        let seen = seen(child.wait_with_output().unwrap());
        assert_eq!((seen.status, seen.err.as_str()), (0, ""), "{arguments:?}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn output_that_cannot_be_written_is_a_mistake() {
    for arguments in [&["--help"][..], &["terms", &repository("corpus")]] {
        let full = std::fs::File::options().write(true).open("/dev/full").unwrap();
        let seen = seen(command(arguments).stdout(full).output().unwrap());
        assert_eq!(seen.status, 2);
        assert_eq!(
            seen.err, "topics: standard output: No space left on device (os error 28)\n",
            "{arguments:?}"
        );
    }
}

#[cfg(unix)]
#[test]
fn documents_come_out_while_others_are_still_to_come() {
    use std::io::{BufRead, BufReader};
    use std::process::Command;

    let folder = folder("still-to-come");
    let (first, second) = (folder.join("first.txt"), folder.join("second.txt"));
    std::fs::write(&first, "Tears.\n").unwrap();
    assert!(Command::new("mkfifo").arg(&second).status().unwrap().success());
    let [one, other] = [&first, &second].map(|path| path.to_str().unwrap());
    for (format, lines) in [("jsonl", 1), ("tsv", 2)] {
        let mut child = command(&["text", one, other, "--format", format]).spawn().unwrap();
        let mut out = BufReader::new(child.stdout.take().unwrap());
        let mut line = String::new();
        for _ in 0..lines {
            line.clear();
            out.read_line(&mut line).unwrap();
        }
        assert!(line.contains("Tears."), "{line}");
        // Only now does anybody write the second.
        std::fs::write(&second, "Boys.\n").unwrap();
        line.clear();
        out.read_line(&mut line).unwrap();
        assert!(line.contains("second.txt") && line.contains("Boys."), "{line}");
        assert!(child.wait().unwrap().success());
    }
}
