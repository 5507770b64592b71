//! Keys: what can be asked of a section besides its words.

use super::Names;
use super::evaluate::Atom;
use crate::Corpus;
use crate::separate::{Analysis, Verdict};
use crate::tokenise::fold;

/// What stands before a colon.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Key {
    /// `topic:`
    Topic,
    /// `doc:`
    Document,
    /// `group:`
    Group,
    /// `is:`
    Is,
}

/// What `is:` takes.
pub(super) const VERDICTS: [(&str, &[Verdict]); 4] = [
    ("on", &[Verdict::OnTopic]),
    ("off", &[Verdict::OffTopic]),
    ("unsure", &[Verdict::Unsure]),
    ("kept", &[Verdict::OnTopic, Verdict::Unsure]),
];

impl Key {
    /// The key of a name, in capitals or not.
    pub(super) fn named(name: &str) -> Option<Self> {
        let named = |(known, key): (&str, Self)| name.eq_ignore_ascii_case(known).then_some(key);
        let keys = [
            ("topic", Self::Topic),
            ("doc", Self::Document),
            ("group", Self::Group),
            ("is", Self::Is),
        ];
        keys.into_iter().find_map(named)
    }
}

/// What a key and its value ask.
///
/// # Errors
///
/// A sentence that says why they ask nothing.
pub(super) fn atom(
    key: Option<Key>,
    value: &str,
    corpus: &Corpus,
    analysis: &Analysis,
    names: &Names<'_>,
) -> Result<Atom, String> {
    let value = value.trim();
    match key {
        None => Err("Only topic:, doc:, group: and is: may stand before a value.".to_owned()),
        Some(Key::Is) => VERDICTS
            .iter()
            .find(|(name, _)| value.eq_ignore_ascii_case(name))
            .map(|(_, verdicts)| Atom::Verdicts(verdicts))
            .ok_or_else(|| "After is: comes on, off, unsure or kept.".to_owned()),
        Some(Key::Topic) => {
            let name = |index: usize| names.topics.get(index).map_or("", String::as_str);
            chosen(value, analysis.topics.len(), "topic", &|index| vec![name(index)])
                .map(Atom::Topics)
        }
        Some(Key::Document) => {
            let called = |index: usize| {
                let title = names.titles.get(index).map_or("", String::as_str);
                vec![title, corpus.documents.get(index).map_or("", |document| &document.name)]
            };
            chosen(value, corpus.documents.len(), "document", &called).map(Atom::Documents)
        }
        Some(Key::Group) => {
            let Some(groups) = names.groups else { return Err("There are no groups.".to_owned()) };
            let name = |index: usize| groups.names().get(index).map_or("", String::as_str);
            // Groups may well be called by a year: a name goes before a number.
            let named = groups.names().iter().position(|name| name == value);
            let found = match named {
                Some(index) => vec![index as u32],
                None => chosen(value, groups.names().len(), "group", &|index| vec![name(index)])?,
            };
            let is_in = |document: &u32| groups.of(*document).is_some_and(|it| found.contains(&it));
            Ok(Atom::Documents((0..corpus.documents.len() as u32).filter(is_in).collect()))
        }
    }
}

/// Which of so many things a value chooses: by number from 1, or by words that one of their names holds.
fn chosen<'a>(
    value: &str,
    many: usize,
    what: &str,
    names: &dyn Fn(usize) -> Vec<&'a str>,
) -> Result<Vec<u32>, String> {
    if value.is_empty() {
        return Err(format!("Say which {what}, by its number or a word of its name."));
    }
    if value.bytes().all(|byte| byte.is_ascii_digit()) {
        let number = value.parse().ok().filter(|number| (1..=many).contains(number));
        return match number {
            Some(number) => Ok(vec![number as u32 - 1]),
            None => Err(format!("There is no {what} {value}.")),
        };
    }
    let folded = fold(value);
    let holds = |name: &str| {
        let name = fold(name);
        folded.split_whitespace().all(|word| name.contains(word))
    };
    let found: Vec<u32> = (0..many)
        .filter(|index| names(*index).into_iter().any(holds))
        .map(|index| index as u32)
        .collect();
    if found.is_empty() { Err(format!("No {what} is called “{value}”.")) } else { Ok(found) }
}
