//! Readers that go away and disks that are full.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod common;

use std::io::Write;
use std::process::Stdio;

use common::{command, repository, seen};

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
