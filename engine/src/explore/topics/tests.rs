use super::super::fixture::study;
use super::*;

fn shown(counts: &Counts, rows: &[TopicTerm]) -> Vec<String> {
    let name = |row: &TopicTerm| counts.vocabulary.terms[row.term as usize].display.clone();
    rows.iter().map(name).collect()
}

#[test]
fn relevance_by_hand() {
    let (corpus, counts, analysis) = study();
    let all = TermOptions { stop_words: true, ..TermOptions::default() };
    // Topic 1 is `Boys are 172 cm tall on average, girls 160cm.`: 8 words of 37.
    let words: u32 = analysis.sections.iter().map(|section| section.words).sum();
    assert_eq!((analysis.sections[2].words, words), (8, 37));
    let rows = topic_terms(&corpus, &counts, &analysis, 1, 0.6, &all);
    assert_eq!(rows.len(), 8);
    for row in &rows {
        assert_eq!((row.count, row.total), (1, 1));
        // .6 ln(1 / 8) + .4 ln((1 / 8) / (1 / 37))
        assert!(
            (row.relevance - (0.6 * libm::log(1.0 / 8.0) + 0.4 * libm::log(37.0 / 8.0))).abs()
                < 1e-12
        );
    }
    let content = topic_terms(&corpus, &counts, &analysis, 1, 0.6, &TermOptions::default());
    assert_eq!(shown(&counts, &content), ["160cm", "172 cm", "average", "boys", "girls", "tall"]);
}

#[test]
fn lambda_one_is_the_count_and_out_of_bounds_is_the_bound() {
    let (corpus, counts, analysis) = study();
    let with =
        |lambda: f64| topic_terms(&corpus, &counts, &analysis, 0, lambda, &TermOptions::default());
    let rows = with(1.0);
    let counted: Vec<u32> = rows.iter().map(|row| row.count).collect();
    assert!(counted.is_sorted_by(|x, y| x >= y));
    assert_eq!(shown(&counts, &rows)[..2], ["cry", "therapist"]);
    assert_eq!(with(7.0), rows);
    assert_eq!(with(-1.0), with(0.0));
    assert_eq!(with(f64::NAN), with(0.0));
    assert_eq!(topic_terms(&corpus, &counts, &analysis, 77, 0.6, &TermOptions::default()), []);
}

#[test]
fn weights_add_up_to_how_far_the_topic_is_from_the_corpus() {
    let (_, counts, analysis) = study();
    let content = |topic: Option<TopicId>| -> Vec<TermId> {
        let sections = analysis.sections.iter().filter(|s| topic.is_none_or(|t| s.topic == t));
        let terms = sections.flat_map(|section| tokens(&counts, section)).map(|token| token.term());
        terms.filter(|term| counts.vocabulary.terms[*term as usize].is_content()).collect()
    };
    let all = content(None);
    for topic in [0, 1] {
        let inside = content(Some(topic));
        let rate = |terms: &[TermId], term: TermId| {
            terms.iter().filter(|other| **other == term).count() as f64 / terms.len() as f64
        };
        let lift = |term: &TermId| libm::log(rate(&inside, *term) / rate(&all, *term));
        let want: f64 = inside.iter().map(lift).sum();
        let rows = topic_sections(&counts, &analysis, topic);
        assert!((rows.iter().map(|row| row.weight).sum::<f64>() - want).abs() < 1e-9);
        assert!(rows.is_sorted_by(|x, y| x.weight >= y.weight));
        let mut listed: Vec<u32> = rows.iter().map(|row| row.section).collect();
        listed.sort_unstable();
        assert_eq!(listed, analysis.topics[topic as usize].sections);
    }
    assert_eq!(topic_sections(&counts, &analysis, 77), []);
}

#[test]
fn one_topic_alone_has_no_weight_and_the_longest_section_first() {
    let (_, counts, mut analysis) = study();
    for section in &mut analysis.sections {
        section.topic = 0;
    }
    let rows = topic_sections(&counts, &analysis, 0);
    assert!(rows.iter().all(|row| row.weight == 0.0));
    assert!(rows.is_sorted_by(|x, y| x.words >= y.words));
}

#[test]
fn where_a_topic_lives() {
    let (_, _, analysis) = study();
    let rows = topic_documents(&analysis, 0);
    let words = |at: usize| f64::from(analysis.sections[at].words);
    assert_eq!(
        rows.iter().map(|row| (row.document, row.sections)).collect::<Vec<_>>(),
        [(0, 2), (1, 2)]
    );
    let first = words(0) + words(1);
    assert_eq!(f64::from(rows[0].words), first);
    assert!((rows[0].of_document - first / (first + words(2))).abs() < 1e-12);
    assert_eq!(rows[1].of_document, 1.0);
    assert!((rows[0].of_topic - first / (first + words(3) + words(4))).abs() < 1e-12);
    assert!((rows.iter().map(|row| row.of_topic).sum::<f64>() - 1.0).abs() < 1e-12);
    assert_eq!(topic_documents(&analysis, 1).len(), 1);
    assert_eq!(topic_documents(&analysis, 77), []);
}
