//! The shape of a line: its words with everything that changes from one copy to the next masked.

/// Folds a line and masks numbers as `#`, dates as `@` and internet domains as `~`; runs of one mask become one.
pub(super) fn mask(text: &str) -> String {
    let mut shape = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        let folded = fold(word);
        let bare = folded.trim_matches(|c: char| !c.is_alphanumeric());
        let masked = if super::super::lines::domain(word).is_some() {
            "~".to_owned()
        } else if super::dates::is_date_word(bare) {
            "@".to_owned()
        } else if folded.chars().any(|c| c.is_ascii_digit()) {
            digits(&folded)
        } else {
            folded
        };
        // "# @ #" and "@ #" are both dates: one mask is enough.
        let same = shape.ends_with(masked.as_str()) && matches!(masked.as_str(), "#" | "@" | "~");
        if !same {
            if !shape.is_empty() {
                shape.push(' ');
            }
            shape.push_str(&masked);
        }
    }
    shape
}

/// Lower case, straight apostrophes.
pub(super) fn fold(text: &str) -> String {
    text.chars()
        .flat_map(char::to_lowercase)
        .map(|c| if matches!(c, '’' | '‘') { '\'' } else { c })
        .collect()
}

/// Each run of digits, with the stops and commas inside it, as one `#`.
fn digits(word: &str) -> String {
    let mut masked = String::with_capacity(word.len());
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
    masked
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
