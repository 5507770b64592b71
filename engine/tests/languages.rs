//! Text in languages we know nothing of is cut, counted and separated without falling apart.

use engine::Corpus;
use engine::count::{Background, count};
use engine::language::Language;
use engine::parse::{BlockKind, parse};
use engine::separate::{Settings, Verdict, separate};

/// Paragraphs in languages that are none of ours: Welsh, Swahili, Georgian, Chinese, Japanese, Thai, Korean.
fn unknown() -> Vec<&'static str> {
    let lines = include_str!("languages/paragraphs.tsv").lines();
    lines.filter_map(|line| line.strip_prefix("und\t")).collect()
}

#[test]
fn an_unknown_language_has_words_and_verdicts_and_no_alarm() {
    let texts = unknown();
    assert_eq!(texts.len(), 7);
    for text in texts {
        let document = parse("a.txt", format!("{text}\n"), None);
        assert_eq!(document.language, Language::Other, "{text}");
        let is_furniture = |kind: &BlockKind| matches!(kind, BlockKind::Boilerplate(_));
        assert!(!document.blocks.iter().any(|block| is_furniture(&block.kind)), "{text}");
        let corpus = Corpus { name: "test".into(), documents: vec![document] };
        let counts = count(&corpus, &Background::BuiltIn);
        let tokens = &counts.documents[0];
        assert!(tokens.len() > 8, "{text}: {}", tokens.len());
        let longest = tokens.iter().map(|token| token.span().of(text).chars().count()).max();
        assert!(longest.is_some_and(|longest| longest < 20), "{text}: {longest:?}");
        let analysis = separate(&corpus, &counts, &Settings::default());
        assert!(!analysis.sections.is_empty(), "{text}");
        assert!(
            analysis.sections.iter().all(|section| section.verdict != Verdict::OffTopic),
            "{text}"
        );
    }
}
