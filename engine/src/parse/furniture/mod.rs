//! Page furniture: which lines are no part of what a page says, and by what they were known.
//!
//! Every rule looks at form: separators, shapes that come again, place on the page, and the general wording of menus,
//! forums and newsletters. A line that no rule knows is content.

mod chunks;
mod dates;
mod head;
mod headers;
mod line;
mod mask;
mod names;
mod phrases;
mod reactions;
mod repeated;
mod tail;
mod thread;
mod wording;
mod zones;

pub(super) use self::thread::{is_above_post, is_around_post};
use super::BoilerplateCode;
use super::hints::Hints;
use super::lines::{Line, is_table_rule, pipes};
use super::signs::{DIGIT, PIPE};
use chunks::Chunks;
use dates::{Stamp, stamp};
use mask::{fold, mask};

/// What the rules look at, worked out once for each line.
pub(super) struct View<'a, 't> {
    /// The lines.
    pub(super) lines: &'a [Line<'t>],
    /// Each line folded and masked; empty for lines too long to be furniture.
    shapes: Vec<String>,
    /// Each line cut at its separators.
    chunks: Vec<Chunks<'t>>,
    /// What each line says that only says when.
    stamps: Vec<Option<Stamp>>,
    /// Whether a line is a row of a table.
    pub(super) in_table: Vec<bool>,
    /// Whether a line is code or a log.
    pub(super) in_code: &'a [bool],
}

/// Words a line of furniture may have; whole sentences of a site about itself are longer than menus.
const LONGEST: usize = 30;

impl<'a, 't> View<'a, 't> {
    fn new(lines: &'a [Line<'t>], in_code: &'a [bool], hints: &Hints) -> Self {
        let short = |line: &Line<'_>| line.words <= LONGEST;
        let shapes = lines
            .iter()
            .map(|line| if short(line) { mask(line.text) } else { String::new() })
            .collect();
        let chunks = lines.iter().map(|line| Chunks::of_line(line, short(line))).collect();
        let stamps = lines
            .iter()
            .map(|line| if line.signs.has(DIGIT) { stamp(line.text) } else { None })
            .collect();
        let mut in_table = tables(lines);
        hints.mark_rows(&mut in_table);
        Self { lines, shapes, chunks, stamps, in_table, in_code }
    }

    /// Whether a line is a row of a table, code or a log: never furniture by its shape.
    fn is_set(&self, at: usize) -> bool {
        self.in_table[at] || self.in_code[at]
    }
}

/// Gives each line its code; `None` is content.
pub(super) fn codes(
    lines: &[Line<'_>],
    in_code: &[bool],
    hints: &Hints,
) -> (Vec<Option<BoilerplateCode>>, Vec<bool>) {
    let view = View::new(lines, in_code, hints);
    let mut codes: Vec<Option<BoilerplateCode>> =
        (0..lines.len()).map(|at| hints.first_code(at, line::code(&view, at))).collect();
    repeated::mark(&view, &mut codes);
    headers::mark(&view, &mut codes);
    thread::mark(&view, &mut codes);
    zones::mark(&view, &mut codes);
    head::mark(&view, &mut codes);
    tail::mark(&view, &mut codes);
    hints.correct(&mut codes);
    (codes, view.in_table)
}

/// Finds rows of pipe tables: neighbours with the same number of pipes, three of them or two with a rule of dashes.
fn tables(lines: &[Line<'_>]) -> Vec<bool> {
    let mut rows = vec![false; lines.len()];
    let mut start = 0;
    while start < lines.len() {
        let piped = lines[start].signs.has(PIPE);
        let count = if piped { pipes(lines[start].text) } else { 0 };
        let mut end = start + 1;
        if count > 0 {
            while end < lines.len() && !lines[end].after_blank && pipes(lines[end].text) == count {
                end += 1;
            }
            let ruled = lines[start..end].iter().any(|line| is_table_rule(line.text));
            if end - start >= 3 || ruled {
                rows[start..end].fill(true);
            }
        }
        start = end;
    }
    rows
}

#[cfg(test)]
pub(super) mod tests {
    use super::super::BoilerplateCode::*;
    use super::*;

    /// The codes of a page's lines.
    pub(super) fn codes_of(text: &str) -> Vec<Option<BoilerplateCode>> {
        let lines = super::super::lines::lines(text);
        codes(&lines, &super::super::code::mark(&lines), &Hints::default()).0
    }

    #[test]
    fn table_rows_are_content() {
        let text = "Band | Day | Night\n2–4 | £11 | free\n5–6 | £19 | £4\nA sentence stands below the table here.";
        assert_eq!(codes_of(text), [None; 4]);
    }

    #[test]
    fn attributions_come_again() {
        let text = "Why is it so?\n\nBecause it is, as everybody has always known.\n\nReport   |   More on salty-tears.org\n\n\
                    How is that?\n\nNobody has ever found out how that is done.\n\nReport   |   More on b-c.com";
        let codes = codes_of(text);
        assert_eq!(codes, [None, None, Some(Attribution), None, None, Some(Attribution)]);
    }

    #[test]
    fn menus_at_the_top() {
        let text = "The Courier\nHome   News   Sport   Letters\nA title of some length here\nBy Ann Lee   ·   4 min read\n\
                    The first paragraph is a long one and it goes on for a good number of words, so that it is prose.";
        let codes = codes_of(text);
        assert_eq!(codes, [Some(Navigation), Some(Navigation), None, Some(Byline), None]);
    }

    #[test]
    fn ordinary_headings_are_content() {
        for text in [
            "Save the seeds for spring",
            "By the end of the week",
            "In terms of cost",
            "Von der Aussaat bis zur Ernte",
            "Por qué lloran los terapeutas",
            "Share the load",
            "Next steps",
            "Top tips for beginners",
        ] {
            let text = format!(
                "{text}\nA paragraph stands under the heading and says something about it at length."
            );
            assert_eq!(codes_of(&text), [None, None], "{text}");
        }
    }

    const TEXT: &str = "A paragraph stands here and says something at length about the matter, as paragraphs always do.";

    #[test]
    fn code_and_logs_are_content() {
        let text = format!(
            "A night with a disk\n{TEXT}\nmirror-1     DEGRADED     0     0     0\nata-4     ONLINE     0     0     0\n{TEXT}\n\
             PermitRootLogin no\nHandleLidSwitch=ignore\n{TEXT}\ncurl https://a-b.example/ping > /dev/null\n{TEXT}\n[Peer]\nKey = x\n{TEXT}"
        );
        assert!(codes_of(&text).iter().all(Option::is_none));
    }

    #[test]
    fn rows_of_buttons_come_again_with_other_words() {
        let foot = "Zitieren · Gefällt 4 Mitgliedern";
        let text = format!("Was ist das?\n{TEXT}\n{foot}\n{TEXT}\n{foot}\n{TEXT}\n{foot}");
        let codes = codes_of(&text);
        assert_eq!([codes[2], codes[4], codes[6]], [Some(Reactions); 3]);
    }

    #[test]
    fn stars_behind_a_name_head_a_review() {
        let text = format!("Lardy cake\n{TEXT}\nDot, Malmesbury   ★★★★★\nMy nan used a brick.");
        assert_eq!(codes_of(&text)[2], Some(PosterName));
    }

    #[test]
    fn quoted_words_are_no_path_and_captions_no_credit() {
        let text = format!(
            "Composteur d’appartement « Tour », 3 plateaux\n{TEXT}\n{TEXT}\n{TEXT}\n{TEXT}\n{TEXT}\n{TEXT}\n{TEXT}\n\
                            Picture: the line, with boots\nPicture: Ann Hill\n{TEXT}\n{TEXT}\n{TEXT}\n{TEXT}\n{TEXT}\n{TEXT}\n{TEXT}\n{TEXT}"
        );
        let codes = codes_of(&text);
        assert_eq!((codes[0], codes[8], codes[9]), (None, None, Some(Byline)));
    }

    #[test]
    fn a_long_title_stands_under_the_name_of_the_site() {
        let title = "Six pairs of gloves and one pair of quite ordinary ones: which of them let you undo your shoes?";
        let text = format!(
            "Recipes by Night\nFor those who eat at two in the morning.\nSoups   Stews   Breads   Search\n{title}\n{TEXT}"
        );
        let codes = codes_of(&text);
        assert_eq!(codes, [Some(Navigation), Some(Navigation), Some(Navigation), None, None]);
    }

    #[test]
    fn phrases_of_the_edge_are_content_elsewhere() {
        let line = "Open the page in your browser";
        let middle = [TEXT; 9].join("\n");
        let codes =
            codes_of(&format!("{line}\nA title of some length\n{middle}\n{line}\n{middle}"));
        assert_eq!((codes[0], codes[11]), (Some(Navigation), None));
    }
}
