//! Topics' own pages and the map of topics, on the documents the page ships with.
#![cfg(not(target_arch = "wasm32"))]
// By hand: another logarithm than the engine's is the point.
#![allow(clippy::disallowed_methods)]

mod common;

use common::study;
use engine::explore::{topic_map, topic_sections};
use topic_explorer::state::{Action, Session, Stops, reduce};
use topic_explorer::study::Study;
use topic_explorer::topic_chart::{WIDTH, chart, unit};
use topic_explorer::topic_page::{
    TERMS, excerpts, is_joined, nearest, only_document, partners, terms,
};

/// Tokens of a term in a topic, counted one by one.
fn count(study: &Study, topic: u32, term: u32) -> u32 {
    let mut found = 0;
    for judged in study.analysis.sections.iter().filter(|section| section.topic == topic) {
        let tokens = study.counts.documents[judged.document as usize].of_blocks(judged.blocks());
        found += tokens.filter(|token| token.term() == term).count() as u32;
    }
    found
}

#[test]
fn the_terms_of_a_topic_are_counted_and_ranked_by_relevance() {
    let study = study();
    for topic in 0..study.analysis.topics.len() as u32 {
        let words = f64::from(study.analysis.topics[topic as usize].words);
        let all = study.figures.words as f64;
        for lambda in [0, 60, 100] {
            let rows = terms(&study, topic, lambda, &Stops::default());
            assert!(!rows.is_empty() && rows.len() <= TERMS);
            assert!(rows.windows(2).all(|pair| pair[0].relevance >= pair[1].relevance));
            for row in &rows {
                assert_eq!(row.count, count(&study, topic, row.term));
                // Sievert and Shirley: λ ln p(w|t) + (1 − λ) ln (p(w|t) / p(w)).
                let (inside, overall) = (f64::from(row.count) / words, f64::from(row.total) / all);
                let weight = f64::from(lambda) / 100.0;
                let by_hand = weight * inside.ln() + (1.0 - weight) * (inside / overall).ln();
                assert!(
                    (row.relevance - by_hand).abs() < 1e-9,
                    "{} is not {by_hand}",
                    row.relevance
                );
            }
        }
    }
}

#[test]
fn a_term_on_the_stop_list_is_none_of_a_topic() {
    let study = study();
    let first = terms(&study, 0, 60, &Stops::default())[0].term;
    let mut stops = Stops::default();
    stops.add(study.term_name(first));
    assert!(terms(&study, 0, 60, &stops).iter().all(|row| row.term != first));
}

#[test]
fn a_topic_is_joined_with_those_of_its_side_and_taken_apart() {
    let start = Session::new("", &study());
    let topics = start.study.analysis.topics.len() as u32;
    for topic in 0..topics {
        let others = partners(&start.study, topic);
        assert!(!others.contains(&topic) && !is_joined(&start.study, topic));
        assert!(
            others.iter().all(|other| {
                start.study.is_off_topic(*other) == start.study.is_off_topic(topic)
            })
        );
    }
    let other = partners(&start.study, 0)[0];
    let opened = reduce(&start, Action::OpenTopic(Some(other)));
    let joined = reduce(&opened, Action::Merge(other, 0));
    let page = joined.view.topics_view.page.expect("the page stays open");
    assert!(is_joined(&joined.study, page));
    let size = |session: &Session, topic: u32| {
        session.study.analysis.topics[topic as usize].sections.len()
    };
    assert_eq!(size(&joined, page), size(&start, 0) + size(&start, other));
    let apart = reduce(&joined, Action::Part(page));
    assert_eq!(apart.study.analysis, start.study.analysis);
    assert!((0..topics).all(|topic| !is_joined(&apart.study, topic)));
}

#[test]
fn the_nearest_come_first_and_are_as_near_as_the_map_says() {
    let study = study();
    let map = topic_map(&study.counts, &study.analysis);
    for (index, point) in map.points.iter().enumerate() {
        let near = nearest(&map, point.topic, 3);
        assert_eq!(near.len(), 3.min(map.points.len() - 1));
        let (closest, distance) = map.nearest(index).expect("there are others");
        assert_eq!(near[0], (map.points[closest].topic, distance));
        let farther = (0..map.points.len()).filter(|other| *other != index).filter(|other| {
            map.distance(index, *other).is_some_and(|one| one >= near[near.len() - 1].1)
        });
        assert!(farther.count() >= map.points.len() - near.len());
        assert!(near.windows(2).all(|pair| pair[0].1 <= pair[1].1));
    }
    assert_eq!(nearest(&map, 999, 3), []);
}

#[test]
fn the_weights_of_the_sections_add_up_to_what_sets_the_topic_apart() {
    let study = study();
    let rows = topic_sections(&study.counts, &study.analysis, 0);
    assert_eq!(rows.len(), study.analysis.topics[0].sections.len());
    assert!(rows.iter().map(|row| row.weight).sum::<f64>() > 0.0);
}

#[test]
fn circles_have_areas_by_words_and_names_touch_nothing() {
    let study = study();
    let map = topic_map(&study.counts, &study.analysis);
    let drawing = chart(&map, study.topic_names());
    assert_eq!(drawing.circles.len(), study.analysis.topics.len());
    let words = |topic: u32| f64::from(study.analysis.topics[topic as usize].words);
    let first = &drawing.circles[0];
    for circle in &drawing.circles {
        let area = circle.radius * circle.radius / (first.radius * first.radius);
        assert!((area - words(circle.topic) / words(first.topic)).abs() < 1e-9);
        assert!(circle.x - circle.radius >= 0.0 && circle.x + circle.radius <= WIDTH);
        assert!(circle.y - circle.radius >= 0.0 && circle.y + circle.radius <= drawing.height);
    }
    let labels: Vec<_> = drawing.circles.iter().filter_map(|one| one.label.as_ref()).collect();
    assert!(labels.len() > 1);
    for (index, one) in labels.iter().enumerate() {
        assert!(one.x >= 0.0 && one.x + one.width <= WIDTH);
        for other in &labels[..index] {
            let beside = one.x >= other.x + other.width || other.x >= one.x + one.width;
            assert!(beside || (one.y - other.y).abs() >= 15.0, "{one:?} touches {other:?}");
        }
    }
}

#[test]
fn a_map_of_one_topic_and_of_none() {
    let study = study();
    let mut analysis = (*study.analysis).clone();
    analysis.topics.truncate(1);
    let drawing = chart(&topic_map(&study.counts, &analysis), study.topic_names());
    assert_eq!(drawing.circles.len(), 1);
    assert!((drawing.circles[0].x - WIDTH / 2.0).abs() < 1e-9);
    analysis.topics.clear();
    assert_eq!(chart(&topic_map(&study.counts, &analysis), &[]).circles, []);
    assert_eq!(
        (unit(12.345), unit(-0.01), unit(-7.25)),
        ("12.3".into(), "0.0".into(), "-7.3".into())
    );
}

#[test]
fn a_topic_is_quoted_from_its_own_sections() {
    let study = study();
    let off = study.analysis.topics.iter().position(|topic| topic.off_topic).expect("one") as u32;
    for topic in 0..study.analysis.topics.len() as u32 {
        let weighed = engine::explore::topic_sections(&study.counts, &study.analysis, topic);
        let quoted = excerpts(&study, &weighed);
        assert!(!quoted.is_empty() && quoted.len() <= 3);
        for (section, text) in quoted {
            let (judged, document) = study.judged(section).expect("a section");
            assert_eq!(judged.topic, topic);
            let text = text.trim_end_matches(" …");
            let flat: Vec<&str> = document.text.split_whitespace().collect();
            assert!(flat.join(" ").contains(text), "{text}");
        }
    }
    assert_eq!(only_document(&study, off), Some(0), "the height block ends the first document");
}
