//! The engine as a stopwatch needs it: one call a phase, over documents that are in memory already.
//!
//! Node.js drives it compiled to WebAssembly (`engine.mjs`), a program of this package natively (`native.rs`): the same source,
//! profile and work, so that the two times can be compared.

use engine::Corpus;
use engine::count::{
    Background, CorpusFrequencies, Counts, DocumentTokens, WordFrequencies, count,
};
use engine::language::Language;
use engine::parse::{BlockKind, parse};
use engine::separate::{Analysis, Settings, separate};
use wasm_bindgen::prelude::wasm_bindgen;

/// Documents on their way through the phases.
#[wasm_bindgen]
pub struct Session {
    texts: Vec<(String, String)>,
    background: Background,
    /// What [`Self::parse`] takes: it keeps the texts it is given.
    waiting: Vec<(String, String)>,
    corpus: Corpus,
    counts: Counts,
    analysis: Analysis,
}

#[wasm_bindgen]
impl Session {
    /// A session without documents. `words` is the list of English word frequencies, as in `engine/data/frequencies`; with
    /// one that cannot be read, all words are equally common, which takes as long.
    #[wasm_bindgen(constructor)]
    pub fn new(words: &str) -> Self {
        let lists = WordFrequencies::parse(Language::English, words).into_iter().collect();
        Self {
            texts: Vec::new(),
            background: Background::Lists(CorpusFrequencies { lists }),
            waiting: Vec::new(),
            corpus: Corpus::default(),
            counts: Counts::default(),
            analysis: Analysis::default(),
        }
    }

    /// Adds a document.
    pub fn add(&mut self, name: String, text: String) {
        self.texts.push((name, text));
    }

    /// Forgets what was found and gets the texts ready for another round: not part of what is timed.
    pub fn begin(&mut self) {
        self.corpus = Corpus::default();
        self.counts = Counts::default();
        self.analysis = Analysis::default();
        self.waiting = self.texts.clone();
    }

    /// Parses the documents; their languages are found.
    pub fn parse(&mut self) {
        let texts = std::mem::take(&mut self.waiting);
        self.corpus.documents =
            texts.into_iter().map(|(name, text)| parse(&name, text, None)).collect();
    }

    /// Tokenises and counts them.
    pub fn count(&mut self) {
        self.counts = count(&self.corpus, &self.background);
    }

    /// Judges their sections and groups them into topics.
    pub fn separate(&mut self) {
        self.analysis = separate(&self.corpus, &self.counts, &Settings::default());
    }

    /// What was found, as JSON: numbers of bytes, of those that were tokenised, documents, tokens, terms, sections and
    /// topics, and a digest of everything, which is the same for two builds only if they found the same to the last bit.
    pub fn found(&self) -> String {
        let documents = &self.corpus.documents;
        let bytes: usize = documents.iter().map(|document| document.text.len()).sum();
        let tokens: usize = self.counts.documents.iter().map(DocumentTokens::len).sum();
        format!(
            "{{\"bytes\":{bytes},\"tokenised\":{},\"documents\":{},\"tokens\":{tokens},\"terms\":{},\
             \"sections\":{},\"topics\":{},\"digest\":\"{}\"}}",
            bytes - self.furniture(),
            documents.len(),
            self.counts.vocabulary.terms.len(),
            self.analysis.sections.len(),
            self.analysis.topics.len(),
            self.digest().unwrap_or_default(),
        )
    }

    /// Bytes of page furniture, which is not counted.
    fn furniture(&self) -> usize {
        let blocks = self.corpus.documents.iter().flat_map(|document| &document.blocks);
        let aside = blocks.filter(|block| matches!(block.kind, BlockKind::Boilerplate(_)));
        aside.map(|block| block.span.len()).sum()
    }

    /// 64-bit FNV-1a over the counts and the analysis as bytes. `None` where they cannot be written.
    fn digest(&self) -> Option<String> {
        let bytes = postcard::to_allocvec(&(&self.counts, &self.analysis)).ok()?;
        let hash = bytes.iter().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
        });
        Some(format!("{hash:016x}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(texts: &[&str]) -> serde_json::Value {
        let mut session = Session::new("127 the\n400 cry\n");
        for (at, text) in texts.iter().enumerate() {
            session.add(format!("{at}.txt"), (*text).to_owned());
        }
        for _ in 0..2 {
            session.begin();
            session.parse();
            session.count();
            session.separate();
        }
        serde_json::from_str(&session.found()).expect("it is JSON")
    }

    #[test]
    fn every_phase_is_run_and_told_of() {
        let text =
            "The therapist cries\n\nWhy does the therapist cry? She cries because the boy does.";
        let found = found(&[text, "The boy cries."]);
        assert_eq!(found["bytes"], text.len() + 14);
        assert_eq!(found["documents"], 2);
        assert_eq!(found["tokens"], 17);
        assert_eq!(found["tokenised"], found["bytes"]);
        assert!(found["sections"].as_u64() > Some(0) && found["topics"].as_u64() > Some(0));
    }

    #[test]
    fn furniture_is_not_among_what_is_tokenised() {
        let found = found(&["Why do they cry?\n\nThey cry because they may.\n\nShare this page\n"]);
        assert!(found["tokenised"].as_u64() < found["bytes"].as_u64(), "{found}");
    }

    #[test]
    fn the_digest_tells_one_word_from_another() {
        let digest = |text: &str| found(&[text])["digest"].clone();
        assert_eq!(digest("They cry there."), digest("They cry there."));
        assert_ne!(digest("They cry there."), digest("They weep there."));
    }
}
