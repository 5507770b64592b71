//! The shape of a line: its words with everything that changes from one copy to the next masked.

use super::super::lines::domain;
use super::dates::is_date_word;

/// Folds a line and masks numbers as `#`, dates as `@` and internet domains as `~`; runs of one mask become one.
pub(super) fn mask(text: &str) -> String {
    let mut shape = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        let end = shape.len();
        if end > 0 {
            shape.push(' ');
        }
        let start = shape.len();
        mask_word(word, &mut shape);
        // "# @ #" and "@ #" are both dates: one mask is enough.
        let masked = &shape[start..];
        if matches!(masked, "#" | "@" | "~") && shape[..end].ends_with(masked) {
            shape.truncate(end);
        }
    }
    shape
}

/// Adds one word, folded and masked.
fn mask_word(word: &str, shape: &mut String) {
    if word.as_bytes().contains(&b'.') && domain(word).is_some() {
        shape.push('~');
        return;
    }
    let start = shape.len();
    fold_into(word, shape);
    let folded = &shape[start..];
    if is_date_word(bare(folded)) {
        shape.truncate(start);
        shape.push('@');
    } else if folded.bytes().any(|byte| byte.is_ascii_digit()) {
        let folded = shape.split_off(start);
        digits_into(&folded, shape);
    }
}

/// A word without the marks around it.
fn bare(word: &str) -> &str {
    match word.as_bytes() {
        [b'a'..=b'z'] | [b'a'..=b'z', .., b'a'..=b'z'] => word,
        _ => word.trim_matches(|c: char| !c.is_alphanumeric()),
    }
}

/// Lower case, straight apostrophes.
pub(super) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    fold_into(text, &mut folded);
    folded
}

/// Adds a text, folded.
fn fold_into(text: &str, folded: &mut String) {
    if text.is_ascii() {
        let start = folded.len();
        folded.push_str(text);
        folded[start..].make_ascii_lowercase();
    } else {
        let straight = |c| if matches!(c, '’' | '‘') { '\'' } else { c };
        folded.extend(text.chars().flat_map(char::to_lowercase).map(straight));
    }
}

/// Adds a word, each run of digits, with the stops and commas inside it, as one `#`.
fn digits_into(word: &str, masked: &mut String) {
    let mut in_number = false;
    for c in word.chars() {
        if c.is_ascii_digit() {
            if !in_number {
                masked.push('#');
            }
            in_number = true;
        } else if !(in_number && matches!(c, '.' | ',')) {
            masked.push(c);
            in_number = false;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_changes_is_masked() {
        assert_eq!(mask("Answer on a-b.com"), mask("Answer on other.co.uk"));
        assert_eq!(mask("Posts: 4,118"), mask("Posts: 3"));
        assert_eq!(mask("» Mon Feb 06, 2023 9:12 pm"), mask("» Tue Mar 18, 2023 10:05 am"));
        assert_ne!(mask("first line"), mask("second line"));
    }
}
