//! Lines of code, configuration and logs: never a heading, never page furniture.

use super::lines::Line;
use super::signs::{BRACE, COLON, DASH, DIGIT, EQUALS, GAP, HASH, SLASH, Signs};

/// Which lines are code: by their own form, or as a short line that code stands around.
pub(super) fn mark(lines: &[Line<'_>]) -> Vec<bool> {
    let own: Vec<bool> = lines.iter().map(|line| is_code(line.text, line.signs)).collect();
    let joined = |at: usize| at < lines.len() && !lines[at].after_blank;
    (0..lines.len())
        .map(|at| {
            let above = at > 0 && own[at - 1] && joined(at);
            let below = joined(at + 1) && own[at + 1];
            let header = below && lines[at].text.starts_with('[') && lines[at].text.ends_with(']');
            own[at] || header || above && below && lines[at].words <= 6
        })
        .collect()
}

/// Whether a line has the form of code: brackets, paths, options and assignments, settings, stamped or in columns.
fn is_code(text: &str, signs: Signs) -> bool {
    if text.starts_with("#!") || text.starts_with("$ ") || matches!(text, "{" | "}" | "};") {
        return true;
    }
    // Without any of these no form below fits: nearly all lines of prose end here.
    let columns = signs.has(GAP) && signs.has(DIGIT);
    let signed = signs.has(DASH | SLASH | EQUALS | BRACE | HASH | COLON);
    if !signed && !columns && signs.words != 2 {
        return false;
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    let plain = !text.ends_with(['.', '?', '!', ':']);
    let first = words.first().copied().unwrap_or("");
    let command = plain
        && signs.has(DASH | SLASH)
        && first.starts_with(|c: char| c.is_ascii_lowercase())
        && words.iter().skip(1).any(|word| is_option(word) || is_path(word));
    command
        || plain && text.ends_with(" {")
        || first.starts_with('#') && words.len() > 1 && first.len() == 1
        || signs.has(EQUALS)
            && (words.iter().any(|word| is_assignment(word)) || words.get(1) == Some(&"=") && plain)
        || is_setting(&words)
        || signs.has(COLON) && is_logged(&words)
        || columns && is_columns(text)
}

/// `-x`, `--name`.
fn is_option(word: &str) -> bool {
    let name = word.trim_start_matches('-');
    (1..=2).contains(&(word.len() - name.len()))
        && name.starts_with(|c: char| c.is_ascii_alphabetic())
}

/// `/srv/dumps`, `~/x`.
fn is_path(word: &str) -> bool {
    let path = word.strip_prefix('~').unwrap_or(word);
    path.starts_with('/') && (path.len() < word.len() || path[1..].contains('/'))
}

/// `KEY=value`, and no address of a page.
fn is_assignment(word: &str) -> bool {
    word.split_once('=').is_some_and(|(key, _)| {
        key.len() > 1
            && key.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-' | b'.'))
            && key.bytes().any(|b| b.is_ascii_alphabetic())
    })
}

/// `PermitRootLogin no`: a name of joined words and a value.
fn is_setting(words: &[&str]) -> bool {
    let [name, value] = words else { return false };
    let joints = name.chars().zip(name.chars().skip(1));
    joints.into_iter().any(|(a, b)| a.is_lowercase() && b.is_uppercase())
        && (matches!(*value, "yes" | "no" | "on" | "off" | "true" | "false" | "none")
            || value.bytes().all(|b| b.is_ascii_digit()))
}

/// A time to the second among the first words and a message behind it.
fn is_logged(words: &[&str]) -> bool {
    let time = |word: &&str| {
        let word = word.trim_matches(|c: char| !c.is_ascii_alphanumeric());
        word.len() >= 8
            && word.split(':').count() == 3
            && word.bytes().all(|b| b.is_ascii_digit() || matches!(b, b':' | b'.' | b'T' | b'-'))
    };
    words.iter().take(4).position(time).is_some_and(|at| words.len() > at + 3)
}

/// Three gaps or more between columns, two of them of figures.
fn is_columns(text: &str) -> bool {
    let parts: Vec<&str> =
        text.split("  ").map(str::trim).filter(|part| !part.is_empty()).collect();
    let figures = parts.iter().skip(1).filter(|part| {
        part.starts_with(|c: char| c.is_ascii_digit())
            && part.bytes().all(|b| b.is_ascii_hexdigit() || matches!(b, b'x' | b'.' | b',' | b'%'))
    });
    parts.len() >= 4 && figures.count() >= 2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commands_settings_logs_and_columns_are_code() {
        for text in [
            "#!/bin/sh -e",
            "smartctl -a /dev/sdd",
            "export HOME_DIR=/srv/home",
            "HandleLidSwitch=ignore",
            "PublicKey = see card",
            "PermitRootLogin no",
            "reverse_proxy example {",
            "Nov  3 02:47:19 loft kernel: ata4: hard reset",
            "mirror-1                  DEGRADED     0     0     0",
            "197 Current_Pending   0x0032   100   100   0",
        ] {
            assert!(is_code(text, Signs::of(text)), "{text}");
        }
    }

    #[test]
    fn prose_headings_and_rows_of_links_are_not() {
        for text in [
            "Is it worth it?",
            "Step 2 - the brakes",
            "He ran and/or walked - slowly",
            "Home   News   Sport   Letters",
            "Eau verte = trop de lumière",
            "Joined: May 2021   Posts: 58",
            "McDonald farms",
            "Reply   Quote   +2",
            "ann · 3 March 2022, 10:15:22",
            "https://a.example/x?y=z",
        ] {
            assert!(!is_code(text, Signs::of(text)), "{text}");
        }
    }

    #[test]
    fn what_stands_between_code_is_code() {
        let found = mark(&super::super::lines::lines(
            "[Peer]\nKey = x\nanything here\nAb=c\nA line of text.",
        ));
        assert_eq!(found, [true, true, true, true, false]);
    }
}
