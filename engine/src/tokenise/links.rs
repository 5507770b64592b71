//! Web and mail addresses.

/// Longest mail name looked at, so that a long chain of hyphens is not read again from each of its words.
const LONGEST_NAME: usize = 64;

/// Whether a text may hold an address at all: most do not, and need not be looked at word by word.
pub(super) fn may_hold_links(text: &str) -> bool {
    let bytes = text.as_bytes();
    // Of any three bytes on end one stands at every third place.
    let thrice = |at: usize| {
        let around = &bytes[at.saturating_sub(2)..bytes.len().min(at + 3)];
        around.windows(3).any(|three| three == b"www" || three == b"WWW")
    };
    bytes.contains(&b'@')
        || bytes.contains(&b'/')
        || (2..bytes.len()).step_by(3).any(|at| matches!(bytes[at], b'w' | b'W') && thrice(at))
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
    fn counted_by_host() {
        assert_eq!(host("https://www.example.org/a"), "example.org");
        assert_eq!(host("www.example.org"), "example.org");
        assert_eq!(host("http://example.org:8080"), "example.org");
        assert_eq!(host("a@example.org"), "a@example.org");
    }
}
