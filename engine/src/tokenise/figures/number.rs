//! The number of a figure: digits, decimals, thousands, fractions, clock times.

/// One past the last byte of the number whose first digit stands at `start`.
///
/// Decimals and thousands may be parted by a point or a comma, thousands also by an apostrophe or a no-break blank,
/// but by a plain blank, which parts two numbers more often than not, only before `000`.
pub(super) fn number_end(text: &str, start: usize) -> Option<usize> {
    let first = digits(text, start);
    if first == 0 {
        return None;
    }
    let mut end = start + first;
    while let Some(separator) = text.get(end..).and_then(|rest| rest.chars().next()) {
        let after = end + separator.len_utf8();
        let count = digits(text, after);
        let joins = match separator {
            '.' | ',' => count > 0,
            '\'' | '\u{2019}' | '\u{a0}' | '\u{202f}' | '\u{2009}' => count == 3 && first <= 3,
            ' ' => count == 3 && first <= 3 && text[after..].starts_with("000"),
            ':' => count == 2 && end - start <= 5 && first <= 2,
            '/' => {
                (1..=2).contains(&count)
                    && end == start + first
                    && first <= 2
                    && !text[after + count..].starts_with('/')
                    && !text[..start].ends_with('/')
            }
            _ => false,
        };
        if !joins {
            break;
        }
        end = after + count;
    }
    let is_fraction = |c: &char| ('\u{bc}'..='\u{be}').contains(c) || ('⅐'..='⅞').contains(c);
    let spaced = text[end..].strip_prefix(' ').and_then(|rest| rest.chars().next());
    if let Some(fraction) = text[end..].chars().next().filter(is_fraction) {
        end += fraction.len_utf8();
    } else if let Some(fraction) = spaced.filter(is_fraction) {
        end += 1 + fraction.len_utf8();
    }
    Some(end)
}

fn digits(text: &str, at: usize) -> usize {
    text.as_bytes()[at..].iter().take_while(|byte| byte.is_ascii_digit()).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> &str {
        &text[..number_end(text, 0).unwrap_or(0)]
    }

    #[test]
    fn separators() {
        assert_eq!(number("1,234.5 kg"), "1,234.5");
        assert_eq!(number("1.234,5"), "1.234,5");
        assert_eq!(number("1'234'567"), "1'234'567");
        assert_eq!(number("5'7"), "5");
        assert_eq!(number("12 500"), "12");
        assert_eq!(number("384 000 km"), "384 000");
        assert_eq!(number("12."), "12");
        assert_eq!(number("2024-05"), "2024");
    }

    #[test]
    fn fractions_and_times() {
        assert_eq!(number("2 ½ cups"), "2 ½");
        assert_eq!(number("1/2"), "1/2");
        assert_eq!(number("1/2/2020"), "1");
        assert_eq!(number("10:30:15"), "10:30:15");
        assert_eq!(number("16:9"), "16");
        assert_eq!(number("x"), "");
    }
}
