//! Lines above posts and comments: a name and a time, on one line or two, and whose words are quoted.

use rustc_hash::FxHashSet;

use super::super::BoilerplateCode::{self, *};
use super::super::lines::Line;
use super::View;
use super::dates::Stamp;
use super::names::{in_header, in_saying, is_handle, is_poster};

/// Words by which a line above comments is known, as they begin in several languages.
const COMMENTS: &[&str] =
    &["comment", "kommenta", "coment", "avis", "review", "reacti", "recens", "opinion", "bewert"];

/// Words that make a line text.
const LONG: usize = 16;

/// Marks the heads of posts and comments.
pub(super) fn mark(view: &View<'_, '_>, codes: &mut [Option<BoilerplateCode>]) {
    let heads = heads(view, codes);
    if is_thread(codes, &heads) {
        let first = view.lines.iter().position(|line| line.words >= LONG).unwrap_or(0);
        for head in heads.iter().filter(|head| !is_byline(first, &heads, head)) {
            codes[head.name] = Some(PosterName);
            if let Some(time) = head.time {
                codes[time] = Some(Byline);
            }
        }
        beside(view, codes, &heads);
    }
    comments(view, codes);
    marks_in_transcripts(view, codes);
}

/// Lines known by the heads of posts: what comes again just above them or at the end is the foot of a post, and a poster's
/// name with a date above the first is who began the thread.
fn beside(view: &View<'_, '_>, codes: &mut [Option<BoilerplateCode>], heads: &[Head<'_>]) {
    let above = |at: usize| codes.get(at + 1).is_none_or(|next| *next == Some(PosterName));
    let feet: Vec<usize> =
        (0..codes.len()).filter(|at| codes[*at] == Some(RepeatedLine) && above(*at)).collect();
    for at in feet {
        codes[at] = Some(Reactions);
    }
    let posts = heads.iter().filter(|head| codes[head.name] == Some(PosterName));
    let first = posts.map(|head| head.name).min().unwrap_or(0);
    let began = |at: &usize| {
        let line = &view.lines[*at];
        let poster = |word: &str| heads.iter().any(|head| head.poster == word);
        codes[*at].is_none()
            && line.words <= 14
            && view.shapes[*at].contains(['#', '@'])
            && line.text.split([' ', ',']).any(poster)
    };
    let lines: Vec<usize> = (first.saturating_sub(3)..first).filter(began).collect();
    for at in lines {
        codes[at] = Some(Byline);
    }
}

/// Whether a name beside a date is the author of the page: above all text, once, and in no form of a handle.
///
/// `first` is the first line of text.
fn is_byline(first: usize, heads: &[Head<'_>], head: &Head<'_>) -> bool {
    let times = || heads.iter().filter(|other| other.poster == head.poster).count();
    head.name < first && !is_handle(head.poster) && head.time.is_none() && times() == 1
}

/// A name above a text, with the line of the time where that stands apart.
struct Head<'t> {
    name: usize,
    time: Option<usize>,
    poster: &'t str,
}

/// The name in a line of a name and a time; a time has a number.
fn named_with_time<'t>(line: &Line<'t>) -> Option<&'t str> {
    if line.signs.has_number() { in_header(line.text) } else { None }
}

fn heads<'t>(view: &View<'_, 't>, codes: &[Option<BoilerplateCode>]) -> Vec<Head<'t>> {
    let open = |at: usize| {
        codes[at].is_none_or(|code| {
            matches!(code, RepeatedLine | Counter | PosterName | Byline | MemberCard)
        })
    };
    let mut heads: Vec<Head<'t>> = Vec::new();
    for (at, line) in view.lines.iter().enumerate().filter(|(at, _)| *at > 0) {
        if view.is_set(at) {
            continue;
        }
        if view.stamps[at].is_some_and(|stamp| stamp.date) {
            // The name, over details of the member.
            let details = |at: &usize| {
                codes[*at].is_some_and(|code| matches!(code, MemberCard | Counter | RepeatedLine))
            };
            let card = |at: usize| codes[at] == Some(MemberCard);
            let named = |at: usize| is_poster(view.lines[at].text) && !card(at);
            let name = (0..at).rev().take(4).find(|above| !details(above) || named(*above));
            if let Some(name) = name.filter(|name| open(*name) && named(*name)) {
                heads.push(Head { name, time: Some(at), poster: view.lines[name].text });
            }
        } else if let Some(poster) = named_with_time(line).filter(|_| open(at)) {
            heads.push(Head { name: at, time: None, poster });
        }
    }
    heads
}

/// Whether names beside times head posts here, and are not the titles of events: feet of posts stand between them, one
/// name comes again, or two are handles.
fn is_thread(codes: &[Option<BoilerplateCode>], heads: &[Head<'_>]) -> bool {
    let mut posters: FxHashSet<&str> = FxHashSet::default();
    let again = heads.iter().filter(|head| !posters.insert(head.poster)).count();
    let handles = posters.iter().filter(|poster| is_handle(poster)).count();
    let feet = codes.iter().filter(|code| **code == Some(Reactions)).count();
    let apart = heads
        .windows(2)
        .filter(|pair| pair[1].name > pair[0].time.unwrap_or(pair[0].name) + 1)
        .count();
    apart >= 1 && (again >= 1 || handles >= 2 || feet >= 2)
}

/// Names above comments: below the line that counts or invites comments, each with a text under it.
fn comments(view: &View<'_, '_>, codes: &mut [Option<BoilerplateCode>]) {
    let announces = |at: &usize| {
        matches!(codes[*at], Some(Counter | Widget | Reactions))
            && super::fold(view.lines[*at].text)
                .split(|c: char| !c.is_alphabetic())
                .any(|word| COMMENTS.iter().any(|stem| word.starts_with(stem)))
    };
    // Above the text the number of comments stands in the byline.
    let from = view.lines.iter().position(|line| line.words >= LONG).unwrap_or(view.lines.len());
    let Some(first) = (from..view.lines.len()).find(announces) else { return };
    let mut above = true;
    for at in first + 1..view.lines.len() {
        let line = &view.lines[at];
        let text_below = view.lines.get(at + 1).is_some_and(|next| {
            codes[at + 1].is_none() && (next.words > 4 || next.ends_sentence())
        });
        let named = || {
            in_saying(line.text).is_some()
                || named_with_time(line).is_some()
                || above
                    && is_poster(line.text)
                    && (line.text.starts_with(char::is_uppercase) || is_handle(line.text))
        };
        let free = codes[at].is_none() || codes[at] == Some(RepeatedLine);
        let name = free && text_below && !view.is_set(at) && named();
        if name {
            codes[at] = Some(PosterName);
        }
        // A name stands below a text or the line above the comments, never below a name.
        above = !name;
    }
}

/// Times in a transcript: alone on their line, to the second, or each over a line that begins with who speaks.
fn marks_in_transcripts(view: &View<'_, '_>, codes: &mut [Option<BoilerplateCode>]) {
    let times: Vec<usize> = (0..view.lines.len())
        .filter(|at| {
            codes[*at].is_none() && view.stamps[*at] == Some(Stamp { date: false, clock: true })
        })
        .filter(|at| view.lines[*at].words == 1)
        .collect();
    let speaks = |at: &&usize| {
        let next = view.lines.get(**at + 1).and_then(|next| next.text.split_once(": "));
        next.is_some_and(|(who, _)| is_poster(who) && who.starts_with(char::is_uppercase))
    };
    let seconds = |at: &&usize| view.lines[**at].text.matches(':').count() == 2;
    let most = |count: usize| count * 3 >= times.len() * 2;
    if times.len() >= 3
        && (most(times.iter().filter(speaks).count()) || most(times.iter().filter(seconds).count()))
    {
        for at in times {
            codes[at] = Some(Widget);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::codes_of;
    use super::*;

    const TEXT: &str = "A post of some length stands here, and it says what somebody thinks about the whole matter.";

    #[test]
    fn names_over_times_are_heads_of_posts_even_once() {
        let page = format!(
            "What is it?\nann_b\n14 Jan, 22:41\n{TEXT}\nSaoirse at the Quay\n15 Jan, 06:15\n{TEXT}\nben71\n\
             Rank · 12 posts\n2 Feb, 21:04\n{TEXT}"
        );
        let found = codes_of(&page);
        assert_eq!(found[..3], [None, Some(PosterName), Some(Byline)]);
        assert_eq!(found[3..6], [None, Some(PosterName), Some(Byline)]);
        assert_eq!((found[7], found[9], found[10]), (Some(PosterName), Some(Byline), None));
    }

    #[test]
    fn names_beside_times_are_heads_of_posts() {
        let page = format!(
            "What is it?\nann_b  —  03 Nov 2023, 03:04\n{TEXT}\nMags Hill  —  03 Nov 2023, 04:11   Posts: 6\n{TEXT}\n\
             ann_b  —  04 Nov 2023, 03:04\n{TEXT}"
        );
        let found = codes_of(&page);
        assert_eq!([found[1], found[3], found[5]], [Some(PosterName); 3]);
    }

    #[test]
    fn heads_of_posts_tell_feet_and_who_began() {
        let page = format!(
            "What is it?\nStartet av ann_b, 3. mai\nann_b — 3 mai 2023, 19:12\n{TEXT}\nAbc   Def\nben_71 — 3 mai 2023, 20:01\n{TEXT}\n\
             Abc   Def\nann_b — 4 mai 2023, 07:30\n{TEXT}\nAbc   Def"
        );
        let found = codes_of(&page);
        assert_eq!(found[1], Some(Byline));
        assert_eq!([found[4], found[7], found[10]], [Some(Reactions); 3]);
    }

    #[test]
    fn dates_of_events_and_diaries_are_content() {
        let page = format!(
            "Quiz Night\nFri 14 March, 19:30\n{TEXT}\nOpen Day\nSat 15 March, 10:00\n{TEXT}"
        );
        assert!(codes_of(&page)[3..].iter().all(Option::is_none));
        let page =
            format!("A garden diary\n{TEXT}\n14 March\n{TEXT}\n15 March\n{TEXT}\n16 March\n{TEXT}");
        assert_eq!(codes_of(&page), [None; 8]);
    }

    #[test]
    fn whose_words_follow_is_no_content() {
        let page = format!(
            "What is it?\nann_b\n14 Jan, 22:41\n{TEXT}\nben71\n15 Jan, 06:15\nann_b wrote:\n{TEXT}\nMy doctor said:\n{TEXT}\nann_b\n16 Jan, 06:15\n{TEXT}"
        );
        let found = codes_of(&page);
        assert_eq!((found[6], found[8]), (Some(Attribution), None));
    }

    #[test]
    fn names_over_comments() {
        let page = format!(
            "A title of the page\n{TEXT}\n3 comments\nHjördis\nLovely.\nMrs T. Abara\nIs it?\nDes says:\nPowder coat."
        );
        let name = Some(PosterName);
        assert_eq!(codes_of(&page)[2..], [Some(Counter), name, None, name, None, name, None]);
    }

    #[test]
    fn times_of_a_transcript_and_not_of_a_log() {
        let page = format!("A talk\n00:52\nAnn: {TEXT}\n01:20\nBen: {TEXT}\n02:31\nAnn: {TEXT}");
        let found = codes_of(&page);
        assert_eq!([found[1], found[3], found[5]], [Some(Widget); 3]);
        let page = format!("A talk\n00:00:52\n{TEXT}\n00:01:20\n{TEXT}\n00:02:31\n{TEXT}");
        assert_eq!(codes_of(&page)[1], Some(Widget));
        let page = format!("A night\n19:42\n{TEXT}\n21:15\n{TEXT}\n22:04\n{TEXT}");
        assert_eq!(codes_of(&page), [None; 7]);
    }

    #[test]
    fn a_byline_over_comments_with_dates_is_no_poster() {
        let page = format!(
            "A title of the page\nTest de Rémi Hill | photos : Lou | 19 mai\n{TEXT}\n3 comments\nodile70 – le 22/09\nFine.\n\
             kilu_k – le 25/09\nNot so fine."
        );
        let found = codes_of(&page);
        assert_ne!(found[1], Some(PosterName));
        assert_eq!((found[4], found[6]), (Some(PosterName), Some(PosterName)));
    }
}
