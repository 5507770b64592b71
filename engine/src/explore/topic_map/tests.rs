use super::super::fixture::study;
use super::*;
use crate::separate::Topic;

#[test]
fn two_topics_without_a_word_in_common_are_at_the_ends() {
    let (_, counts, analysis) = study();
    let map = topic_map(&counts, &analysis);
    assert_eq!(map.distance(0, 1), Some(1.0));
    assert_eq!(map.distance(1, 0), Some(1.0));
    assert_eq!((map.distance(0, 0), map.distance(0, 7)), (Some(0.0), None));
    assert_eq!(map.nearest(1), Some((0, 1.0)));
    assert_eq!(map.points.iter().map(|point| point.topic).collect::<Vec<_>>(), [0, 1]);
    assert!((map.points[0].x - map.points[1].x).abs() > 0.999_999);
    assert!(map.points.iter().all(|point| (point.y - 0.5).abs() < 1e-9));
    assert!((map.shown - 1.0).abs() < 1e-9);
}

#[test]
fn no_topic_one_topic_and_twins() {
    let (_, counts, mut analysis) = study();
    analysis.topics.truncate(1);
    let map = topic_map(&counts, &analysis);
    assert_eq!((map.points[0].x, map.points[0].y, map.nearest(0)), (0.5, 0.5, None));
    let twin = analysis.topics[0].clone();
    analysis.topics.extend([twin.clone(), twin]);
    let map = topic_map(&counts, &analysis);
    assert_eq!(map.distance(0, 2), Some(0.0));
    assert!(map.points.iter().all(|point| (point.x, point.y) == (0.5, 0.5)));
    analysis.topics.clear();
    assert_eq!(topic_map(&counts, &analysis).points, []);
}

#[test]
fn no_more_than_the_largest_and_always_the_same() {
    let (_, counts, mut analysis) = study();
    let topic = |at: u32| Topic {
        label: Vec::new(),
        off_topic: false,
        sections: (0..5).filter(|section| (at + 1) >> section & 1 == 1).collect(),
        words: at,
        terms: Vec::new(),
    };
    analysis.topics = (0..MOST_MAPPED as u32 + 3).map(topic).collect();
    let map = topic_map(&counts, &analysis);
    let topics: Vec<TopicId> = map.points.iter().map(|point| point.topic).collect();
    assert_eq!(topics, (3..MOST_MAPPED as u32 + 3).collect::<Vec<_>>());
    assert!(map.points.iter().all(|p| (0.0..=1.0).contains(&p.x) && (0.0..=1.0).contains(&p.y)));
    assert!((0.0..=1.0).contains(&map.shown));
    assert_eq!(topic_map(&counts, &analysis), map);
}
