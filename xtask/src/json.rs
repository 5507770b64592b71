//! The little JSON that is written here.

/// A JSON string.
pub(crate) fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str(r"\\"),
            // No other character need be written in numbers.
            '\0'..='\x1f' => out.push_str(&format!("\\u{:04x}", u32::from(c))),
            _ => out.push(c),
        }
    }
    out + "\""
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn paths_of_every_system_are_quoted() {
        assert_eq!(quoted("/usr/bin/chromium"), r#""/usr/bin/chromium""#);
        assert_eq!(quoted(r"C:\chrome.exe"), r#""C:\\chrome.exe""#);
    }

    #[test]
    fn what_programs_say_is_one_line() {
        assert_eq!(quoted("it said\n\t\"no\" – twice"), r#""it said\u000a\u0009\"no\" – twice""#);
    }
}
