//! A small corpus with hand-made verdicts, for tests.

use crate::Corpus;
use crate::count::{Background, Counts, count};
use crate::language::Language;
use crate::parse::{Document, parse};
use crate::separate::{Analysis, JudgedSection, Reason, Topic, TopicId, Verdict};

/// Two documents of five sections, one line each; the third is off topic, the last unsure.
pub(super) fn study() -> (Corpus, Counts, Analysis) {
    let document = |name: &str, lines: &[&str]| document(name, lines);
    let documents = vec![
        document(
            "a",
            &[
                "Therapy helps, she says, and those who cry say so too.",
                "The therapist cried; therapists cry often in a session.",
                "Boys are 172 cm tall on average, girls 160cm.",
            ],
        ),
        document("b", &["Therapy is a talk with a therapist.", "Some cry."]),
    ];
    let corpus = Corpus { name: "fixture".into(), documents };
    let counts = count(&corpus, &Background::none());
    let judged = [
        (0, 0, 0, Verdict::OnTopic),
        (0, 1, 0, Verdict::OnTopic),
        (0, 2, 1, Verdict::OffTopic),
        (1, 0, 0, Verdict::OnTopic),
        (1, 1, 0, Verdict::Unsure),
    ];
    let sections = judged.map(|(document, block, topic, verdict)| {
        let blocks = block as usize..block as usize + 1;
        let words = counts.documents[document as usize].range(blocks).len() as u32;
        section(document, block, topic, verdict, words)
    });
    let topic = |off_topic: bool, sections: &[u32]| Topic {
        label: vec!["label".into()],
        off_topic,
        sections: sections.to_vec(),
        words: 0,
        terms: Vec::new(),
    };
    let topics = vec![topic(false, &[0, 1, 3, 4]), topic(true, &[2])];
    (corpus, counts, Analysis { sections: sections.to_vec(), topics })
}

fn document(name: &str, lines: &[&str]) -> Document {
    let mut document = parse(name, String::new(), Some(Language::English));
    document.blocks.clear();
    for line in lines {
        let start = document.text.len();
        document.text.push_str(line);
        let span = crate::Span::new(start, document.text.len());
        let kind = crate::parse::BlockKind::Paragraph;
        document.blocks.push(crate::parse::Block { span, kind });
        document.text.push('\n');
    }
    document
}

pub(super) fn section(
    document: u32,
    block: u32,
    topic: TopicId,
    verdict: Verdict,
    words: u32,
) -> JudgedSection {
    JudgedSection {
        document,
        section: block,
        first_block: block,
        end_block: block + 1,
        topic,
        verdict,
        score: 0.0,
        words,
        reason: Reason::default(),
    }
}
