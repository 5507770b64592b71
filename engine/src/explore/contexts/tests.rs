use proptest::prelude::*;

use super::super::fixture::study;
use super::super::query::{Names, Query};
use super::*;
use crate::parse::BlockKind;

fn concordance(text: &str, sort: ContextSort, span: usize) -> (Vec<String>, usize) {
    let (corpus, counts, analysis) = study();
    let all = Selection::everything(&analysis);
    let query = Query::new(text, &corpus, &counts, &analysis, &Names::default(), false);
    let options = ContextOptions { span, sort };
    let found = contexts(&corpus, &counts, &analysis, &all, query.pattern(), &options);
    let shown = |line: &ContextLine| {
        let text = corpus.documents[line.document as usize].text.as_str();
        format!("{}[{}]{}", line.left.of(text), line.node.of(text), line.right.of(text))
    };
    (found.lines.iter().map(shown).collect(), found.off_topic)
}

#[test]
fn words_each_side_with_the_node_in_the_middle() {
    let (lines, off) = concordance("cry", ContextSort::Place, 2);
    assert_eq!(
        lines,
        [
            "those who [cry] say so",
            "The therapist [cried]; therapists cry",
            "cried; therapists [cry] often in",
            "Some [cry]."
        ]
    );
    assert_eq!(off, 0);
}

#[test]
fn off_topic_lines_are_counted_apart() {
    let (lines, off) = concordance("boys OR girls OR talk", ContextSort::Place, 1);
    assert_eq!(lines, ["[Boys] are", "average, [girls] 160cm.", "a [talk] with"]);
    assert_eq!(off, 2);
}

#[test]
fn sorted_outward_from_the_node() {
    let (lines, _) = concordance("cry", ContextSort::Left, 2);
    // some; therapist the; therapists cried; who those
    let lefts: Vec<_> = lines.iter().map(|line| line.split('[').next().unwrap()).collect();
    assert_eq!(lefts, ["Some ", "The therapist ", "cried; therapists ", "those who "]);
    let (lines, _) = concordance("cry", ContextSort::Right, 2);
    let rights: Vec<_> = lines.iter().map(|line| line.split(']').nth(1).unwrap()).collect();
    assert_eq!(rights, [".", " often in", " say so", "; therapists cry"]);
    let (lines, _) = concordance("cry", ContextSort::Node, 2);
    assert!(lines[0].contains("[cried]"));
    assert_eq!(lines[1], "Some [cry].");
}

/// The first two blocks of the fixture as one section, of the kinds given.
fn two_blocks(first: BlockKind, second: BlockKind, text: &str) -> Vec<String> {
    let (mut corpus, mut counts, mut analysis) = study();
    if matches!(first, BlockKind::Boilerplate(_)) {
        let counted = std::mem::take(&mut counts.documents[0]);
        for block in 0..counted.blocks() {
            let own = counted.of_blocks(block..block + 1).filter(|_| block > 0);
            own.for_each(|token| counts.documents[0].push(token));
            counts.documents[0].end_block();
        }
    }
    corpus.documents[0].blocks[0].kind = first;
    corpus.documents[0].blocks[1].kind = second;
    analysis.sections[0].end_block = 2;
    analysis.sections.remove(1);
    let all = Selection::everything(&analysis);
    let query = Query::new(text, &corpus, &counts, &analysis, &Names::default(), false);
    let options = ContextOptions { span: 3, ..ContextOptions::default() };
    let found = contexts(&corpus, &counts, &analysis, &all, query.pattern(), &options);
    let shown = |line: &ContextLine| {
        let text = corpus.documents[line.document as usize].text.as_str();
        let text = |span: Span| span.of(text).replace('\n', "/");
        format!("{}[{}]{}", text(line.left), text(line.node), text(line.right))
    };
    found.lines.iter().map(shown).collect()
}

#[test]
fn prose_stands_alone_and_headings_read_on() {
    let list = || BlockKind::List { ordered: false, items: Box::default() };
    let prose = BlockKind::Paragraph;
    assert_eq!(two_blocks(prose.clone(), prose.clone(), "too"), ["cry say so [too]."]);
    let on = ["cry say so [too]./The therapist cried"];
    assert_eq!(two_blocks(BlockKind::Heading, prose.clone(), "too"), on);
    // From prose nobody reads back into the heading; from a list one does.
    assert_eq!(two_blocks(BlockKind::Heading, prose.clone(), "session"), ["often in a [session]."]);
    assert_eq!(
        two_blocks(BlockKind::Heading, prose, "cried")[1],
        "The therapist [cried]; therapists cry often"
    );
    let back = "so too./The therapist [cried]; therapists cry often";
    assert_eq!(two_blocks(BlockKind::Heading, list(), "cried")[1], back[3..]);
    assert_eq!(
        two_blocks(list(), list(), "therapist")[0],
        "so too./The [therapist] cried; therapists cry"
    );
    let furniture = BlockKind::Boilerplate(crate::parse::BoilerplateCode::Widget);
    assert_eq!(
        two_blocks(furniture, list(), "therapist")[0],
        "The [therapist] cried; therapists cry"
    );
}

#[test]
fn a_line_opens_to_its_paragraph() {
    let (corpus, counts, analysis) = study();
    let all = Selection::everything(&analysis);
    let pattern = Pattern::of_words("talk", &corpus, &counts, false);
    let options = ContextOptions::default();
    let found = contexts(&corpus, &counts, &analysis, &all, &pattern, &options);
    let paragraph = found.lines[0].paragraph(&corpus);
    assert_eq!(paragraph.of(&corpus.documents[1].text), "Therapy is a talk with a therapist.");
    let none = contexts(&corpus, &counts, &analysis, &Selection::default(), &pattern, &options);
    assert_eq!(none, Contexts::default());
}

proptest! {
    #[test]
    fn spans_adjoin_and_slice(
        text in "(cry|t\\*|s\\*|\"a \\*t\"|a|is|\"so too\"| OR ){1,6}",
        span in 0_usize..70,
        sort in proptest::sample::select(vec![ContextSort::Place, ContextSort::Left, ContextSort::Node, ContextSort::Right]),
    ) {
        let (corpus, counts, analysis) = study();
        let all = Selection::everything(&analysis);
        let query = Query::new(&text, &corpus, &counts, &analysis, &Names::default(), false);
        let options = ContextOptions { span, sort };
        let found = contexts(&corpus, &counts, &analysis, &all, query.pattern(), &options);
        let place = ContextOptions { span, sort: ContextSort::Place };
        let other = contexts(&corpus, &counts, &analysis, &all, query.pattern(), &place);
        prop_assert_eq!(found.lines.len(), other.lines.len());
        for line in &found.lines {
            prop_assert!(other.lines.contains(line));
            prop_assert_eq!(line.left.end, line.node.start);
            prop_assert_eq!(line.node.end, line.right.start);
            let text = &corpus.documents[line.document as usize].text;
            for part in [line.left, line.node, line.right] {
                prop_assert!(text.get(part.start as usize..part.end as usize).is_some());
            }
            prop_assert!(line.paragraph(&corpus).contains(line.node));
        }
    }
}
