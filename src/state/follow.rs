//! The same text under two analyses. Topics and sections are numbered anew whenever a verdict changes; what a person
//! pointed at stays pointed at.

use engine::explore::topic_numbers;

use super::correction::Correction;
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

/// Sections that changed sides from one analysis to another, by their new numbers: most of their words did.
pub(super) fn moved(from: &Study, to: &Study) -> Vec<u32> {
    let sections = (0..).zip(&to.analysis.sections);
    let moved = sections.filter(|(_, section)| {
        let mut balance = 0_i64;
        for block in section.first_block..section.end_block {
            let before = from.section_at(section.document, block);
            let kept = before
                .and_then(|before| from.judged(before))
                .is_none_or(|(before, _)| before.verdict.is_kept());
            let words = i64::from(to.words_of(section.document, block));
            balance += if kept == section.verdict.is_kept() { -words } else { words };
        }
        balance > 0
    });
    moved.map(|(index, _)| index).collect()
}
