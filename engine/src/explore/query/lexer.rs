//! The pieces of a text: words, quotations, keys and what joins them.

use super::Problem;
use super::keys::Key;
use crate::Span;

/// What a piece is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Lexeme {
    /// `(`
    Open,
    /// `)`
    Close,
    /// `OR` or `|`
    Or,
    /// `-` or `NOT`
    Not,
    /// Words side by side.
    Run,
    /// Words in quotation marks.
    Phrase,
    /// A key, a colon and a value; `None` for a key there is not.
    Key(Option<Key>),
}

/// A piece of a text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Piece {
    pub(super) lexeme: Lexeme,
    /// All of it.
    pub(super) span: Span,
    /// The words, or the value of a key, without quotation marks.
    pub(super) value: Span,
}

/// Cuts a text into pieces. Time grows with the text.
pub(super) fn lex(text: &str, problems: &mut Vec<Problem>) -> Vec<Piece> {
    let mut lexer = Lexer { text, at: 0, pieces: Vec::new(), open_run: false, problems };
    while let Some(c) = lexer.rest().chars().next() {
        let next = lexer.rest().chars().nth(1);
        match c {
            '(' => lexer.take(Lexeme::Open, 1),
            ')' => lexer.take(Lexeme::Close, 1),
            '|' => lexer.take(Lexeme::Or, 1),
            '-' if next.is_some_and(negated) => lexer.take(Lexeme::Not, 1),
            c if is_quote(c) => {
                let start = lexer.at;
                let value = lexer.quoted();
                lexer.push(Lexeme::Phrase, Span::new(start, lexer.at), value);
            }
            c if c.is_whitespace() => lexer.at += c.len_utf8(),
            _ => lexer.chunk(),
        }
    }
    lexer.pieces
}

/// Straight and curly quotation marks; any of them closes what another opened.
pub(super) fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„')
}

/// Whether a minus sign before this character leaves something out; otherwise it is a dash.
fn negated(next: char) -> bool {
    !next.is_whitespace() && !matches!(next, '-' | ')' | '|')
}

/// Where words of one chunk end. A quotation mark inside is none: `64.5"` is a length.
fn parts(c: char) -> bool {
    c.is_whitespace() || matches!(c, '(' | ')' | '|')
}

struct Lexer<'a> {
    text: &'a str,
    at: usize,
    pieces: Vec<Piece>,
    /// Whether the last piece is a run that further words belong to: `172 cm` is one figure.
    open_run: bool,
    problems: &'a mut Vec<Problem>,
}

impl<'a> Lexer<'a> {
    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or("")
    }

    fn push(&mut self, lexeme: Lexeme, span: Span, value: Span) {
        self.open_run = false;
        self.pieces.push(Piece { lexeme, span, value });
    }

    /// Takes a piece of so many bytes that has no value.
    fn take(&mut self, lexeme: Lexeme, length: usize) {
        let span = Span::new(self.at, self.at + length);
        self.at += length;
        self.push(lexeme, span, span);
    }

    /// Takes what stands in quotation marks, of which the first is next, and gives the words inside.
    fn quoted(&mut self) -> Span {
        let first = self.rest().chars().next().map_or(0, char::len_utf8);
        let start = self.at + first;
        let inside = self.text.get(start..).unwrap_or("");
        if let Some((length, close)) = inside.char_indices().find(|(_, c)| is_quote(*c)) {
            self.at = start + length + close.len_utf8();
            return Span::new(start, start + length);
        }
        let mark = Span::new(self.at, start);
        self.problems.push(Problem::unfinished(mark, "This quotation mark is not closed."));
        self.at = self.text.len();
        Span::new(start, self.at)
    }

    /// Takes what stands up to the next blank, parenthesis or bar.
    fn chunk(&mut self) {
        let rest = self.rest();
        let length = rest.find(parts).unwrap_or(rest.len());
        let chunk = &rest[..length];
        match chunk {
            "OR" => return self.take(Lexeme::Or, length),
            "NOT" => return self.take(Lexeme::Not, length),
            "AND" => {
                // What stands side by side is wanted together anyway.
                self.open_run = false;
                self.at += length;
                return;
            }
            _ => {}
        }
        let start = self.at;
        if let Some((key, head)) = key(chunk) {
            self.at += head;
            let value = if self.rest().starts_with(is_quote) {
                self.quoted()
            } else {
                self.at = start + length;
                Span::new(start + head, self.at)
            };
            return self.push(Lexeme::Key(key), Span::new(start, self.at), value);
        }
        self.at += length;
        let end = self.at as u32;
        let negated = self.pieces.last().is_some_and(|piece| piece.lexeme == Lexeme::Not);
        match self.pieces.last_mut() {
            Some(run) if self.open_run => (run.span.end, run.value.end) = (end, end),
            _ => {
                let span = Span::new(start, self.at);
                self.push(Lexeme::Run, span, span);
                self.open_run = !negated;
            }
        }
    }
}

/// The key a chunk begins with, and its length with the colon. Neither an address nor a word before a colon is one.
fn key(chunk: &str) -> Option<(Option<Key>, usize)> {
    let (head, value) = chunk.split_once(':')?;
    let word = !head.is_empty() && head.bytes().all(|byte| byte.is_ascii_alphabetic());
    let valued = value.starts_with(|c: char| c.is_alphanumeric() || is_quote(c));
    let key = Key::named(head);
    (word && (valued || key.is_some())).then_some((key, head.len() + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> String {
        let pieces = lex(text, &mut Vec::new());
        let shown = |piece: &Piece| match piece.lexeme {
            Lexeme::Open => "(".to_owned(),
            Lexeme::Close => ")".to_owned(),
            Lexeme::Or => "or".to_owned(),
            Lexeme::Not => "not".to_owned(),
            Lexeme::Run => format!("[{}]", piece.value.of(text)),
            Lexeme::Phrase => format!("<{}>", piece.value.of(text)),
            Lexeme::Key(key) => format!("{key:?}={}", piece.value.of(text)),
        };
        pieces.iter().map(shown).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn words_side_by_side_are_one_run() {
        assert_eq!(shown("172 cm  tall"), "[172 cm  tall]");
        assert_eq!(shown("-a b c"), "not [a] [b c]");
        assert_eq!(shown("a OR b|c AND d"), "[a] or [b] or [c] [d]");
        assert_eq!(shown("or and not"), "[or and not]");
    }

    #[test]
    fn quotation_marks_dashes_and_inches() {
        assert_eq!(shown("\"a b\" “c d”x"), "<a b> <c d> [x]");
        assert_eq!(shown("he - 64.5\" -\"a b\""), "[he - 64.5\"] not <a b>");
        assert_eq!(shown("-(a) well-being --x"), "not ( [a] ) [well-being --x]");
    }

    #[test]
    fn keys_and_what_only_looks_like_one() {
        assert_eq!(shown("topic:3 IS:off"), "Some(Topic)=3 Some(Is)=off");
        assert_eq!(shown("doc:\"a b\"c"), "Some(Document)=a b [c]");
        assert_eq!(shown("colour:red"), "None=red");
        assert_eq!(
            shown("https://a.org Question: 10:30 :-)"),
            "[https://a.org Question: 10:30 :-] )"
        );
        assert_eq!(shown("topic:"), "Some(Topic)=");
    }

    #[test]
    fn an_open_quotation_mark_is_told() {
        let mut problems = Vec::new();
        assert_eq!(lex("a “b c", &mut problems).len(), 2);
        assert_eq!(problems[0].span.of("a “b c"), "“");
        assert!(problems[0].unfinished);
    }
}
