//! Why a run is labelled as it is, in words.

use engine::count::{Counts, Term, TermId};
use engine::parse::BoilerplateCode;
use engine::separate::{Contribution, JudgedSection, Reason, Verdict};
use evaluation::{Source, Study};

/// The words a topic goes by, on one line.
pub(crate) fn topic_label(study: &Study, section: &JudgedSection) -> String {
    let topic = study.analysis.topics.get(section.topic as usize);
    topic.map_or_else(String::new, |topic| topic.label.join(", "))
}

/// Why a run is labelled as it is, on one line.
pub(crate) fn reason(study: &Study, source: Source) -> String {
    match source {
        Source::Boilerplate(code) => code_name(code),
        Source::Section(_) => {
            source.section(&study.analysis).map_or_else(String::new, |s| explain(&study.counts, s))
        }
    }
}

fn explain(counts: &Counts, section: &JudgedSection) -> String {
    let mut parts = Vec::new();
    let reason = &section.reason;
    if was_compared(reason) {
        parts.push(format!("{} shared, {} usual", percent(reason.shared), percent(reason.usual)));
    }
    if reason.around.is_inset() {
        parts.push("word for word in other documents".to_owned());
    }
    for (name, list) in [("foreign", &reason.foreign), ("ties", &reason.ties)] {
        if !list.is_empty() {
            parts.push(format!("{name}: {}", terms(counts, list)));
        }
    }
    parts.join("; ")
}

/// The share of its words that a run has in common with the main subject; empty where it was compared with nothing.
pub(crate) fn shared(study: &Study, source: Source) -> String {
    let section = source.section(&study.analysis).filter(|section| was_compared(&section.reason));
    section.map_or_else(String::new, |section| percent(section.reason.shared))
}

/// The reason in few words: those that speak for the label before those that speak against it.
pub(crate) fn short_reason(study: &Study, source: Source) -> String {
    let Some(section) = source.section(&study.analysis) else { return reason(study, source) };
    let Reason { ties, foreign, .. } = &section.reason;
    let lists = match section.verdict {
        Verdict::OnTopic => [ties, foreign],
        Verdict::OffTopic | Verdict::Unsure => [foreign, ties],
    };
    let lists = lists.into_iter().filter(|list| !list.is_empty());
    lists.map(|list| terms(&study.counts, list)).collect::<Vec<_>>().join("; ")
}

fn was_compared(reason: &Reason) -> bool {
    reason.shared > 0.0 || reason.usual > 0.0
}

fn percent(share: f64) -> String {
    format!("{:.0} %", 100.0 * share)
}

fn terms(counts: &Counts, contributions: &[Contribution]) -> String {
    let shown = |c: &Contribution| format!("{} {:+.2}", display(counts, c.term), c.weight);
    contributions.iter().take(5).map(shown).collect::<Vec<_>>().join(", ")
}

/// What a term is shown as.
pub(crate) fn display(counts: &Counts, term: TermId) -> &str {
    counts.vocabulary.terms.get(term as usize).map_or("", |term: &Term| &term.display)
}

/// `RepeatedLine` as `repeated line`: the code's own name, so that a new code needs nothing here.
pub(crate) fn code_name(code: BoilerplateCode) -> String {
    let mut name = String::new();
    for c in format!("{code:?}").chars() {
        if c.is_ascii_uppercase() && !name.is_empty() {
            name.push(' ');
        }
        name.push(c.to_ascii_lowercase());
    }
    name
}
