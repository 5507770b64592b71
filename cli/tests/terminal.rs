//! What a person at a terminal sees.
#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod common;

use std::fs::File;
use std::io::Read;
use std::process::Command;

use common::{command, out, repository, topics_in};
use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};
use rustix::termios::{Winsize, tcsetwinsize};

/// What appears on a terminal of that many columns, with `\n` for its line ends.
fn on_terminal(columns: u16, environment: &[(&str, &str)], arguments: &[&str]) -> String {
    let master = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY).unwrap();
    grantpt(&master).unwrap();
    unlockpt(&master).unwrap();
    let size = Winsize { ws_row: 50, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0 };
    let name = ptsname(&master, Vec::new()).unwrap();
    let open = File::options().read(true).write(true).open(name.to_str().unwrap()).unwrap();
    tcsetwinsize(&open, size).unwrap();
    let mut command: Command = command(arguments);
    command.env("TERM", "xterm-256color").envs(environment.iter().copied());
    let mut child = command.stdout(open).spawn().unwrap();
    // It holds the terminal open, which would never be at its end.
    drop(command);
    let mut seen = Vec::new();
    // On Linux the end is an error, not nothing more to read.
    let _ = File::from(master).read_to_end(&mut seen);
    assert!(child.wait().unwrap().success());
    String::from_utf8(seen).unwrap().replace("\r\n", "\n")
}

#[test]
fn a_coloured_table_of_its_width() {
    let corpus = repository("corpus");
    for (columns, told) in [(60, "60"), (132, "132")] {
        let always = ["separate", &corpus, "--format", "table", "--color", "always"];
        let same = topics_in(&[("COLUMNS", told)], &always).out;
        assert_eq!(on_terminal(columns, &[], &["separate", &corpus]), same);
        let terms = ["terms", &corpus, "--top", "5", "--format", "table", "--color", "always"];
        let same = topics_in(&[("COLUMNS", told)], &terms).out;
        assert_eq!(on_terminal(columns, &[], &["terms", &corpus, "--top", "5"]), same);
    }
}

#[test]
fn a_terminal_that_does_not_tell_its_width_has_eighty_columns() {
    let corpus = repository("corpus");
    let arguments = ["separate", &corpus, "--format", "table", "--color", "always"];
    let same = topics_in(&[("COLUMNS", "80")], &arguments).out;
    assert_eq!(on_terminal(0, &[], &["separate", &corpus]), same);
}

#[test]
fn columns_goes_before_the_width_of_the_terminal() {
    let corpus = repository("corpus");
    let seen = on_terminal(60, &[("COLUMNS", "100")], &["separate", &corpus]);
    assert_eq!(seen, on_terminal(100, &[], &["separate", &corpus]));
    assert_ne!(seen, on_terminal(60, &[], &["separate", &corpus]));
}

#[test]
fn no_colour_where_it_is_not_wanted() {
    let corpus = repository("corpus");
    let arguments = ["separate", &corpus];
    let table = ["separate", &corpus, "--format", "table"];
    let plain = topics_in(&[("COLUMNS", "90")], &table).out;
    assert!(!plain.contains('\u{1b}'));
    for environment in [("NO_COLOR", "1"), ("CLICOLOR", "0"), ("TERM", "dumb")] {
        assert_eq!(on_terminal(90, &[environment], &arguments), plain, "{environment:?}");
    }
    assert_eq!(on_terminal(90, &[], &["separate", &corpus, "--color", "never"]), plain);
    assert_ne!(on_terminal(90, &[], &arguments), plain);
}

#[test]
fn another_format_is_the_same_everywhere() {
    let corpus = repository("corpus");
    for format in ["tsv", "json", "jsonl"] {
        let arguments = ["separate", &corpus, "--format", format];
        assert_eq!(on_terminal(40, &[], &arguments), out(&arguments), "{format}");
    }
}

#[test]
fn help_is_as_wide_as_the_terminal_but_not_too_wide_to_read() {
    for arguments in [&["--help"][..], &["terms", "-h"]] {
        let told = |columns: &str| topics_in(&[("COLUMNS", columns)], arguments).out;
        let seen = |columns: u16| on_terminal(columns, &[("NO_COLOR", "1")], arguments);
        assert_eq!(seen(50), told("50"));
        assert_eq!(seen(250), told("100"));
        assert_eq!(out(arguments), told("80"));
        let coloured = on_terminal(50, &[], arguments);
        assert_ne!(coloured, told("50"));
        assert_eq!(anstream::adapter::strip_str(&coloured).to_string(), told("50"));
    }
}
