//! Web and mail addresses.

use super::packed;

/// Longest mail name looked at, so that a long chain of hyphens is not read again from each of its words.
const LONGEST_NAME: usize = 64;

/// Whether a text may hold an address at all, which has one of `@`, `/` and `ww`: most have none, and need not be looked at word
/// by word.
pub(super) fn may_hold_links(text: &str) -> bool {
    let mut rest = text.as_bytes();
    // Whether the byte before is a `w`.
    let mut after_w = 0;
    while let Some((eight, more)) = rest.split_first_chunk() {
        let bytes = u64::from_le_bytes(*eight);
        let w = packed::equal(bytes, b'w') | packed::equal(bytes, b'W');
        let twice = w & ((w << 8) | after_w);
        if (twice | packed::equal(bytes, b'@') | packed::equal(bytes, b'/')) != 0 {
            return true;
        }
        (rest, after_w) = (more, w >> 56);
    }
    let mut after_w = after_w != 0;
    rest.iter().any(|byte| {
        let w = byte.eq_ignore_ascii_case(&b'w');
        matches!(byte, b'@' | b'/') || (std::mem::replace(&mut after_w, w) && w)
    })
}

/// One past the last byte of the address that starts at `start`; `None` where none does.
pub(super) fn link_end(text: &str, start: usize) -> Option<usize> {
    let rest = text.get(start..)?;
    let begins = |prefix: &str| {
        rest.get(..prefix.len()).is_some_and(|head| head.eq_ignore_ascii_case(prefix))
    };
    if begins("http://") || begins("https://") || begins("www.") {
        let stops = |c: char| c.is_whitespace() || c.is_control() || "<>\"|\\^`{}“”«»".contains(c);
        let whole = &rest[..rest.find(stops).unwrap_or(rest.len())];
        // What a sentence puts after an address is not part of it.
        let link = whole.trim_end_matches(|c: char| ".,;:!?)]'’…*_".contains(c));
        let named = host(link).contains(char::is_alphanumeric) && host(link) != "www";
        return named.then_some(start + link.len());
    }
    mail_end(rest).map(|length| start + length)
}

/// Length of the mail address at the start of `rest`.
fn mail_end(rest: &str) -> Option<usize> {
    let in_name = |byte: &u8| byte.is_ascii_alphanumeric() || b"._%+-".contains(byte);
    let name = rest.bytes().take(LONGEST_NAME).take_while(in_name).count();
    let domain = rest.get(name..)?.strip_prefix('@')?;
    let in_domain = |byte: &u8| byte.is_ascii_alphanumeric() || b".-".contains(byte);
    let length = domain.bytes().take_while(in_domain).count();
    let domain = domain[..length].trim_end_matches(['.', '-']);
    (name > 0 && domain.contains('.')).then_some(name + 1 + domain.len())
}

/// What a link is counted by: the host of a web address, without `www.`; the whole of a mail address.
pub(super) fn host(link: &str) -> &str {
    let bare = link.split_once("://").map_or(link, |(_, rest)| rest);
    let host = bare.split(['/', '?', '#', ':']).next().unwrap_or(bare);
    match host.strip_prefix("www.").unwrap_or(host) {
        "" => bare,
        host => host,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn link(text: &str) -> Option<&str> {
        link_end(text, 0).map(|end| &text[..end])
    }

    #[test]
    fn addresses_end_where_the_sentence_goes_on() {
        assert_eq!(link("https://example.org/a_b?c=d), then"), Some("https://example.org/a_b?c=d"));
        assert_eq!(link("www.example.org."), Some("www.example.org"));
        assert_eq!(link("HTTP://EXAMPLE.ORG|x"), Some("HTTP://EXAMPLE.ORG"));
        assert_eq!(link("a.b+c@example.co.uk. Yes"), Some("a.b+c@example.co.uk"));
    }

    #[test]
    fn what_only_looks_like_one() {
        for text in ["https is safe", "http://", "www. ", "a@b", "@name", "word"] {
            assert_eq!(link(text), None, "{text}");
        }
    }

    #[test]
    fn where_an_address_may_stand() {
        for at in 0..20 {
            let text = "w/o ".replace('/', "") + &"a w ".repeat(5);
            assert!(!may_hold_links(&text) && !may_hold_links(&text[..at]), "{text}");
            for sign in ["@", "/", "www", "WWW", "wW"] {
                let text = format!("{}{sign}{}", &text[..at], &text[at..]);
                assert!(may_hold_links(&text), "{text}");
                assert!(may_hold_links(text.trim_end()), "{text}");
            }
        }
    }

    proptest! {
        #[test]
        fn no_address_is_overlooked(text in "([wW]{1,3}|[a@/.: é]){0,30}") {
            let found = (0..text.len()).any(|at| link_end(&text, at).is_some());
            prop_assert!(may_hold_links(&text) || !found);
        }
    }

    #[test]
    fn counted_by_host() {
        assert_eq!(host("https://www.example.org/a"), "example.org");
        assert_eq!(host("www.example.org"), "example.org");
        assert_eq!(host("http://example.org:8080"), "example.org");
        assert_eq!(host("a@example.org"), "a@example.org");
    }
}
