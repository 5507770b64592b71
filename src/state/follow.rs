//! The same text under two analyses. Topics and sections are numbered anew whenever a verdict changes; what a person
//! pointed at stays pointed at.

use engine::explore::topic_numbers;
use engine::separate::Analysis;

use super::correction::Correction;
use super::names::Place;
use super::numbers::Numbers;
use super::panes::{CompareView, TopicsView};
use super::view::ViewState;
use crate::study::Study;

/// The section that now holds the start of what was a section.
pub(super) fn section(section: u32, from: &Study, to: &Study) -> Option<u32> {
    let (judged, _) = from.judged(section)?;
    to.section_at(judged.document, judged.first_block)
}

/// The topic that now holds most words of what was a topic, among those that are off topic as asked, if it is asked.
pub(super) fn topic(topic: u32, from: &Study, to: &Study, off: Option<bool>) -> Option<u32> {
    let mut words = vec![0; to.analysis.topics.len()];
    for section in &from.analysis.topics.get(topic as usize)?.sections {
        let Some((judged, _)) = from.judged(*section) else { continue };
        for block in judged.first_block..judged.end_block {
            let there = to.section_at(judged.document, block);
            if let Some((there, _)) = there.and_then(|section| to.judged(section))
                && off.is_none_or(|off| off == to.is_off_topic(there.topic))
            {
                words[there.topic as usize] += to.words_of(judged.document, block);
            }
        }
    }
    let most = words.iter().copied().max().filter(|most| *most > 0)?;
    words.iter().position(|words| *words == most).map(|topic| topic as u32)
}

/// A search that means the same topics where it names them by number. A number that names none stays as it is.
fn search(text: &str, from: &Study, to: &Study) -> String {
    let mut moved = text.to_owned();
    // From the end: what stands before keeps its place.
    for span in topic_numbers(text).into_iter().rev() {
        let number = span.of(text).parse::<u32>().ok().and_then(|number| number.checked_sub(1));
        if let Some(now) = number.and_then(|number| topic(number, from, to, None)) {
            moved.replace_range(span.start as usize..span.end as usize, &(now + 1).to_string());
        }
    }
    moved
}

/// A view under another correction, pointing at the same text.
pub(super) fn view(
    view: &ViewState,
    correction: &Correction,
    from: &Study,
    to: &Study,
) -> ViewState {
    let topics = |set: &Numbers, off: Option<bool>| {
        set.iter().filter_map(|one| topic(one, from, to, off)).collect()
    };
    ViewState {
        search: search(&view.search, from, to),
        topics: topics(&view.topics, None),
        hidden: topics(&view.hidden, Some(false)),
        shown: topics(&view.shown, Some(true)),
        reasons: view.reasons.iter().filter_map(|one| section(one, from, to)).collect(),
        at: view.at.and_then(|at| section(at, from, to)),
        compare: CompareView {
            a: search(&view.compare.a, from, to),
            b: search(&view.compare.b, from, to),
            ..view.compare
        },
        topics_view: TopicsView {
            page: view.topics_view.page.and_then(|page| topic(page, from, to, None)),
            ..view.topics_view
        },
        correction: correction.clone(),
        ..view.clone()
    }
}

/// Where sections changed sides from one analysis to another: the first block that did of each section as it was, most of whose
/// words did; and of each as it is now that holds no such place. A small section that is part of a larger one now is told of, and
/// so is one that was part of a larger one.
pub(super) fn moved(from: &Study, to: &Study) -> Vec<Place> {
    let before: Vec<Place> = turned(&from.analysis, from, to).map(|(place, _)| place).collect();
    let mut places = before.clone();
    for (place, end) in turned(&to.analysis, from, to) {
        // In the order of the text, as sections are.
        let next = before.get(before.partition_point(|one| *one < place));
        let end = Place { block: end, ..place };
        if next.is_none_or(|next| *next >= end) {
            places.push(place);
        }
    }
    places.sort_unstable();
    places
}

/// The sections of an analysis most of whose words changed sides: the first block that did, and the end.
fn turned<'a>(
    analysis: &'a Analysis,
    from: &'a Study,
    to: &'a Study,
) -> impl Iterator<Item = (Place, u32)> + 'a {
    analysis.sections.iter().filter_map(|section| {
        let (mut balance, mut first) = (0_i64, None);
        for block in section.first_block..section.end_block {
            let place = Place { document: section.document, block };
            let words = i64::from(to.words_of(place.document, block));
            let turned = is_kept(from, place) != is_kept(to, place);
            balance += if turned { words } else { -words };
            if turned && words > 0 {
                first.get_or_insert(place);
            }
        }
        first.filter(|_| balance > 0).map(|place| (place, section.end_block))
    })
}

/// Whether what stands at a place is kept.
fn is_kept(study: &Study, place: Place) -> bool {
    let judged = study.section_at(place.document, place.block).and_then(|one| study.judged(one));
    judged.is_none_or(|(judged, _)| judged.verdict.is_kept())
}
