//! What stands after the end of the text: short lines among the furniture, and the site's name.

use super::super::BoilerplateCode::{self, *};
use super::super::lines::list_marker;
use super::View;
use super::line::EDGE;
use super::zones::first_prose;

/// Words a line of the foot may have.
const SHORT: usize = 14;

/// Marks the foot of the page.
pub(super) fn mark(view: &View<'_, '_>, codes: &mut [Option<BoilerplateCode>]) {
    let site = site(view, codes);
    let named = |at: usize| site.is_some_and(|site| starts_with(view.lines[at].text, site));
    let opens = |at: usize| {
        matches!(codes[at], Some(Navigation | Widget | Legal | Advertisement | AboutSite))
    };
    let foot = |at: usize| {
        let line = &view.lines[at];
        let short = line.words <= SHORT
            && !(line.ends_sentence() && !line.text.ends_with('!')
                || line.after_blank && line.words <= 2)
            && !view.is_set(at)
            && list_marker(line.text).is_none();
        opens(at) || codes[at].is_none() && (short || named(at) && line.words <= 2 * SHORT)
    };
    let len = view.lines.len();
    let lowest = (len / 2).max(len.saturating_sub(EDGE));
    let start = (lowest..len).rev().take_while(|at| foot(*at)).last().unwrap_or(len);
    // Above the first line known for furniture the text may still go on.
    let open = (start..len).find(|at| opens(*at)).unwrap_or(len);
    let marked: Vec<usize> =
        (start..len).filter(|at| codes[*at].is_none() && (*at > open || named(*at))).collect();
    for at in marked {
        codes[at] = Some(AboutSite);
    }
    opening(view, codes);
}

/// The name of the site: the first part of the first line of the page, where that is furniture.
fn site<'t>(view: &View<'_, 't>, codes: &[Option<BoilerplateCode>]) -> Option<&'t str> {
    let at = (0..view.lines.len().min(3)).find(|at| codes[*at] == Some(Navigation))?;
    Some(lead(view.lines[at].text)).filter(|lead| !lead.is_empty())
}

/// The words before the first mark or gap.
pub(super) fn lead(text: &str) -> &str {
    let end = text.find([':', '|', '·', '›', '»', '>', ',', '–', '—']).unwrap_or(text.len());
    let end = text[..end].find("  ").unwrap_or(end);
    text[..end].trim()
}

/// Whether a text starts with a name of its own, capitals aside.
fn starts_with(text: &str, name: &str) -> bool {
    let (text, name) = (super::fold(text), super::fold(name));
    name.chars().count() > 3
        && text
            .strip_prefix(&name)
            .is_some_and(|rest| rest.starts_with(|c: char| !c.is_alphanumeric()))
}

/// A site that closes the page with its name opened it with the same: the line above the title.
fn opening(view: &View<'_, '_>, codes: &mut [Option<BoilerplateCode>]) {
    let first = first_prose(view, codes).unwrap_or(0);
    let len = view.lines.len();
    for at in 0..first.min(3) {
        let lead = lead(view.lines[at].text);
        let titled = (at + 1..first).any(|below| codes[below].is_none());
        let closes = |below: usize| {
            let text = view.lines[below].text;
            view.lines[below].words <= 2 * SHORT
                && starts_with(text.trim_start_matches(['©', ' ']), lead)
        };
        if codes[at].is_none() && titled && lead.contains(' ') {
            let below = (len.saturating_sub(3).max(first + 1)..len).find(|below| closes(*below));
            if let Some(below) = below {
                codes[at] = Some(Navigation);
                codes[below] = codes[below].or(Some(AboutSite));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::codes_of;
    use super::*;

    const TEXT: &str = "The last paragraph is a long one and it goes on for a good number of words, so that it is prose.";

    #[test]
    fn short_lines_among_the_furniture_at_the_end() {
        let page = format!(
            "A title of the page\n{TEXT}\n{TEXT}\nThe last word\nShare this: email\nPrinted since 2016\n© The Hills"
        );
        let found = codes_of(&page);
        assert_eq!(found[3..], [None, Some(Widget), Some(AboutSite), Some(Legal)]);
        // What follows the furniture in sentences is text.
        let page = format!(
            "A title of the page\n{TEXT}\n{TEXT}\nShare this: email\nA heading\nIt was so."
        );
        assert_eq!(codes_of(&page)[4..], [None, None]);
    }

    #[test]
    fn the_name_of_the_site_opens_and_closes_the_page() {
        let page = format!(
            "Slack Dough: talks with bakers\nForty loaves and one fridge\n{TEXT}\n{TEXT}\nSlack Dough is made by two people and a dishwasher."
        );
        let found = codes_of(&page);
        assert_eq!(found, [Some(Navigation), None, None, None, Some(AboutSite)]);
    }

    #[test]
    fn leads_of_mastheads() {
        assert_eq!(lead("SHORE & FELL  >  Tested  >  Winter"), "SHORE & FELL");
        assert_eq!(lead("Muck & Magic, the newsletter"), "Muck & Magic");
    }
}
