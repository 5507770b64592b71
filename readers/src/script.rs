//! Scripts whose words are not set apart by blanks: Unicode's word boundaries do not find their words.

/// The script most letters of a text are in, if its words are not set apart.
pub(crate) fn unsegmented(text: &str) -> Option<&'static str> {
    let (mut letters, mut counts) = (0_usize, [0_usize; NAMES.len()]);
    // Nearly all text has no letter from there on, and bytes are quicker than characters.
    if !text.bytes().any(|byte| matches!(byte, 0xe0 | 0xe1 | 0xe3..=0xe9 | 0xf0)) {
        return None;
    }
    for c in text.chars() {
        if let Some(script) = script(c) {
            counts[script] += 1;
            letters += 1;
        } else if c.is_alphabetic() {
            letters += 1;
        }
    }
    let all: usize = counts.iter().sum();
    let most = (0..NAMES.len()).max_by_key(|at| (counts[*at], NAMES.len() - at))?;
    // Japanese is written with Chinese characters too: some kana tell it.
    let most = if most == 0 && counts[1] * 20 > counts[0] { 1 } else { most };
    (all * 2 > letters).then(|| NAMES[most])
}

const NAMES: [&str; 6] = ["Chinese", "Japanese", "Thai", "Lao", "Burmese", "Khmer"];

fn script(c: char) -> Option<usize> {
    match c {
        '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}' => Some(0),
        '\u{3041}'..='\u{30ff}' | '\u{31f0}'..='\u{31ff}' => Some(1),
        '\u{e01}'..='\u{e5b}' => Some(2),
        '\u{e81}'..='\u{edf}' => Some(3),
        '\u{1000}'..='\u{109f}' => Some(4),
        '\u{1780}'..='\u{17ff}' => Some(5),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn told_by_most_letters() {
        assert_eq!(unsegmented("面包师早上开店的时候，街道还在睡觉。"), Some("Chinese"));
        assert_eq!(unsegmented("朝、パン屋が店を開けるとき"), Some("Japanese"));
        assert_eq!(unsegmented("ถนนยังหลับอยู่"), Some("Thai"));
        assert_eq!(unsegmented("The sign says 面包师."), None);
        assert_eq!(unsegmented("한국어 띄어쓰기 있습니다"), None);
        assert_eq!(unsegmented("नमस्ते दुनिया"), None);
    }
}
