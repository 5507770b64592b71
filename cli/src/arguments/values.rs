//! Values of options, with errors that name the option, what was typed and what can be.

use engine::language::Language;
use lexopt::prelude::*;

/// One of a list of names.
pub(super) fn one_of<T: Copy>(
    option: &str,
    parser: &mut lexopt::Parser,
    names: &[(&str, T)],
) -> Result<T, lexopt::Error> {
    let typed = parser.value()?.string()?;
    let found = names.iter().find(|(name, _)| *name == typed);
    found.map(|(_, value)| *value).ok_or_else(|| {
        let names: Vec<&str> = names.iter().map(|(name, _)| *name).collect();
        format!("--{option} {typed}: not one of {}", names.join(", ")).into()
    })
}

/// A number that can be compared with.
pub(super) fn number(option: &str, parser: &mut lexopt::Parser) -> Result<f64, lexopt::Error> {
    let typed = parser.value()?.string()?;
    let number = typed.parse().ok().filter(|number: &f64| number.is_finite());
    number.ok_or_else(|| format!("--{option} {typed}: not a finite number").into())
}

/// How many.
pub(super) fn count(option: &str, parser: &mut lexopt::Parser) -> Result<usize, lexopt::Error> {
    let typed = parser.value()?.string()?;
    typed.parse().map_err(|_| format!("--{option} {typed}: not a whole number from 0 up").into())
}

/// A language the engine knows.
pub(super) fn language(
    option: &str,
    parser: &mut lexopt::Parser,
) -> Result<Language, lexopt::Error> {
    let typed = parser.value()?.string()?;
    Language::from_code(&typed).ok_or_else(|| {
        let codes = Language::ALL.map(Language::code).join(", ");
        format!("--{option} {typed}: unknown language; known are {codes}").into()
    })
}

/// What may have been meant by a name that is none; empty where nothing is near.
pub(super) fn meant<'a>(prefix: &str, typed: &str, names: impl Iterator<Item = &'a str>) -> String {
    let near = names.map(|name| (strsim::damerau_levenshtein(typed, name), name)).min();
    match near {
        // One slip in a short word, two in a longer one.
        Some((slips, name)) if slips <= 2 && 3 * slips <= name.len() => {
            format!("; did you mean {prefix}{name}?")
        }
        _ => String::new(),
    }
}
