//! The page with its documents as one file: a form, in which some places are filled.

use super::origin::stem;
use crate::state::{ViewState, write};
use crate::study::Study;

/// What ends a block of data in the form.
const BLOCK_END: &str = "</script>";

/// The file that opens on a view. `form` is the file without documents that the build makes, `pack` the documents'
/// [`Study::pack`], compressed by gzip. `None` where it is no such form.
pub fn page(form: &str, study: &Study, view: &ViewState, pack: &[u8]) -> Option<String> {
    // The untouched page keeps a bare address.
    let untouched = *view == ViewState::default();
    let link = if untouched { String::new() } else { write(view, study.fingerprint) };
    let title = format!("{} · Topic Explorer", study.corpus.name);
    let places = [
        ("<title>", "</title>", escaped(&title)),
        ("<script type=\"text/plain\" id=\"link\">", BLOCK_END, escaped_link(&link)),
        ("<script type=\"text/plain\" id=\"pack\">", BLOCK_END, base64(pack)),
    ];
    let mut file = String::with_capacity(form.len() + pack.len() * 2);
    let mut rest = form;
    for (start, end, content) in places {
        // In this order in the form. What is filled in is never searched.
        let (before, after) = rest.split_once(start)?;
        let (_, after) = after.split_once(end)?;
        for part in [before, start, &content, end] {
            file.push_str(part);
        }
        rest = after;
    }
    file.push_str(rest);
    Some(file)
}

/// A name for the file.
pub fn page_name(study: &Study) -> String {
    stem(study) + ".html"
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

/// A link as a block of data may hold it: nothing in there is an entity, and nothing may end the block.
fn escaped_link(link: &str) -> String {
    link.replace('<', "%3C")
}

/// Base64 as in RFC 4648, section 4.
fn base64(bytes: &[u8]) -> String {
    const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for three in bytes.chunks(3) {
        let at = |index: usize| u32::from(three.get(index).copied().unwrap_or(0));
        let bits = at(0) << 16 | at(1) << 8 | at(2);
        for sign in 0..4 {
            let index = bits >> (18 - 6 * sign) & 63;
            text.push(if sign > three.len() { '=' } else { char::from(SIGNS[index as usize]) });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus;
    use crate::state::Pane;
    use engine::pack::Pack;

    const FORM: &str = "<head><title>A</title></head><script type=\"text/plain\" id=\"link\"></script>\
                        <script type=\"text/plain\" id=\"pack\">old</script><script>x</script>";

    #[test]
    fn the_form_is_filled_in_its_places() {
        let study = corpus::open(corpus::shipped(), "").unwrap();
        let view =
            ViewState { pane: Pane::Terms, find: "</script>".to_owned(), ..ViewState::default() };
        let file = page(FORM, &study, &view, b"pack").unwrap();
        let link = write(&view, study.fingerprint);
        let expected = format!(
            "<head><title>{} · Topic Explorer</title></head><script type=\"text/plain\" id=\"link\">{link}</script>\
             <script type=\"text/plain\" id=\"pack\">cGFjaw==</script><script>x</script>",
            study.corpus.name,
        );
        assert_eq!(file, expected);
        assert!(!link.contains('<'), "{link}");
        // A page that was saved is a form again.
        let again = page(&file, &study, &ViewState::default(), b"pack").unwrap();
        assert!(again.contains("id=\"link\"></script>"), "{again}");
        assert_eq!(page("<title></title>", &study, &view, b""), None);
    }

    #[test]
    fn base64_is_that_of_the_standard() {
        // RFC 4648, section 10.
        let known =
            [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg==")];
        for (plain, coded) in known {
            assert_eq!(base64(plain.as_bytes()), coded);
        }
        assert_eq!(base64(&[0xfb, 0xff]), "+/8=");
    }

    #[test]
    fn documents_saved_are_the_documents_opened() {
        let study = corpus::open(corpus::shipped(), "thr=-2").unwrap();
        let bytes = study.pack().to_bytes().unwrap();
        let opened = corpus::open(&bytes, "thr=-2").unwrap();
        assert_eq!(
            (&opened.corpus, &opened.counts.vocabulary),
            (&study.corpus, &study.counts.vocabulary)
        );
        assert_eq!(opened.analysis, study.analysis);
        assert_eq!(opened.titles(), study.titles());
        assert_eq!(opened.fingerprint, study.fingerprint);
        let mut twice = Pack::from_bytes(&bytes).unwrap();
        let counts = twice.counted();
        assert!(counts.term_of_surface("crying").is_some());
    }
}
