//! The documents the page was built with.

use engine::Corpus;
use engine::count::CorpusFrequencies;
use serde::Deserialize;

/// What the build script wrote.
#[derive(Debug, Deserialize)]
pub struct Bundle {
    /// The documents.
    pub corpus: Corpus,
    /// One title a document; empty where the document's own is to be shown.
    pub titles: Vec<String>,
    /// How common their words are in their language.
    pub frequencies: CorpusFrequencies,
}

static EMBEDDED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/corpus.postcard"));

/// Unpacks the embedded documents. The error is a sentence for people.
pub fn embedded() -> Result<Bundle, String> {
    decode(EMBEDDED)
}

fn decode(bytes: &[u8]) -> Result<Bundle, String> {
    let bundle: Bundle = postcard::from_bytes(bytes).map_err(|error| {
        format!("The documents inside this page could not be unpacked: {error}.")
    })?;
    if bundle.corpus.documents.is_empty() {
        return Err("This page was built without any documents.".to_owned());
    }
    Ok(bundle)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_embedded_documents_unpack() {
        let bundle = embedded().expect("the build script wrote them");
        assert_eq!(bundle.titles.len(), bundle.corpus.documents.len());
    }

    #[test]
    fn damaged_bytes_give_a_sentence() {
        let error = decode(&EMBEDDED[..EMBEDDED.len() / 2]).expect_err("half of it is missing");
        assert!(error.ends_with('.'), "{error}");
        assert!(decode(&[]).is_err());
    }
}
