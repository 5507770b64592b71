#![no_main]

use engine::parse::{LineHint, LineKind, parse_with};

// The first bytes are hints, the rest is text.
libfuzzer_sys::fuzz_target!(|input: (Vec<(u8, u8)>, String)| {
    let (hints, text) = input;
    let hints: Vec<LineHint> = hints
        .into_iter()
        .map(|(line, kind)| LineHint { line: line.into(), kind: kind_of(kind) })
        .collect();
    topic_fuzz::check(&parse_with("a", text, None, &hints));
});

fn kind_of(number: u8) -> LineKind {
    match number % 12 {
        level @ 1..=6 => LineKind::Heading(level),
        7 => LineKind::ListItem,
        8 => LineKind::TableRow,
        9 => LineKind::Quotation,
        10 => LineKind::Code,
        11 => LineKind::Furniture(engine::parse::BoilerplateCode::Navigation),
        _ => LineKind::Text,
    }
}
