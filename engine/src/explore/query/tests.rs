use proptest::prelude::*;

use super::super::fixture::study;
use super::*;
use crate::count::count;
use crate::language::Language;
use crate::parse::parse;

const TITLES: [&str; 2] = ["Crying during therapy", "What it is"];
const TOPICS: [&str; 2] = ["Talk and tears", "Height of boys"];

fn owned(names: [&str; 2]) -> [String; 2] {
    names.map(str::to_owned)
}

fn query(text: &str) -> Query {
    let (corpus, counts, analysis) = study();
    let (titles, topics) = (owned(TITLES), owned(TOPICS));
    let groups = groups();
    let names = Names { titles: &titles, topics: &topics, groups: Some(&groups) };
    Query::new(text, &corpus, &counts, &analysis, &names, false)
}

fn found(text: &str) -> Vec<usize> {
    let query = query(text);
    assert_eq!(query.problems(), [], "{text}");
    query.sections().iter().collect()
}

/// What is found, and the first problem with what it points at.
fn told(text: &str) -> (Vec<usize>, String, String) {
    let query = query(text);
    let problem = query.problems().first().unwrap_or_else(|| panic!("no problem in {text}"));
    (query.sections().iter().collect(), problem.span.of(text).to_owned(), problem.text.clone())
}

fn groups() -> Groups {
    Groups::new(&["men", "women in tears"].map(|name| Some(name.to_owned())))
}

const ALL: [usize; 5] = [0, 1, 2, 3, 4];

#[test]
fn words_in_any_form_and_order() {
    assert_eq!(found("cries"), [0, 1, 4]);
    assert_eq!(found("THERAPISTS crying"), [1]);
    assert_eq!(found("therapist AND cry"), [1]);
    assert_eq!(found("zebra"), [0_usize; 0]);
    for nothing in ["", "  ", "?! -", "()"] {
        assert!(query(nothing).is_empty(), "{nothing}");
        assert_eq!(query(nothing).sections().len(), 5);
    }
    assert!(!query("zebra").is_empty());
}

#[test]
fn figures_are_found_however_they_are_written() {
    for text in ["172 cm", "172cm", "\"172 cm tall\"", "172 cm tall boys"] {
        assert_eq!(found(text), [2], "{text}");
    }
    assert_eq!(found("cm"), [0_usize; 0]);
}

#[test]
fn beginnings_of_words_as_they_stand() {
    assert_eq!(found("thera*"), [0, 1, 3]);
    assert_eq!(found("therapi*"), [1, 3]);
    assert_eq!(found("Cri*"), [1]);
    assert_eq!(found("17*"), [2]);
    assert_eq!(found("-thera* cry"), [4]);
}

#[test]
fn an_equals_sign_asks_for_the_very_form() {
    // "cry" in the sections 0, 1 and 4, "cried" in 1 alone.
    assert_eq!(found("=cried"), [1]);
    assert_eq!(found("=CRY"), [0, 1, 4]);
    assert_eq!(found("=cries"), [0_usize; 0]);
    assert_eq!(found("cry -=cried"), [0, 4]);
    assert_eq!(found("\"=therapist =cried\""), [1]);
    assert_eq!(found("\"therapist =cry\""), [1]);
    assert_eq!(found("\"=therapist =cry\""), [0_usize; 0]);
    // Between two words it is a sign like others, and a star leaves the form open.
    assert_eq!(found("some=cried"), [4]);
    assert_eq!(found("is=cry"), [0_usize; 0]);
    assert_eq!(found("=cri*"), [1]);
    let (corpus, counts, _) = study();
    let hits = |text: &str| {
        let pattern = query(text).pattern().clone();
        pattern.hits(&corpus.documents[0], &counts.documents[0], 0..3).len()
    };
    assert_eq!((hits("=cry"), hits("=cried"), hits("cry")), (2, 1, 3));
}

#[test]
fn a_form_that_is_still_typed_is_a_beginning() {
    let (corpus, counts, analysis) = study();
    let growing = |text: &str| {
        let query = Query::new(text, &corpus, &counts, &analysis, &Names::default(), true);
        query.sections().iter().collect::<Vec<_>>()
    };
    assert_eq!(growing("=cri"), [1]);
    assert_eq!(growing("=cr"), [0, 1, 4]);
}

#[test]
fn a_beginning_is_folded_as_a_word_is() {
    use super::word::begins;
    for (word, prefix) in
        [("Été", "ét"), ("e\u{301}te", "ét"), ("ﬁrst", "fir"), ("Co\u{ad}op", "coo")]
    {
        assert!(begins(word, prefix), "{word} {prefix}");
    }
    for (word, prefix) in [("e\u{301}te", "e"), ("été", "e"), ("cry", "cryi"), ("", "a")] {
        assert!(!begins(word, prefix), "{word} {prefix}");
    }
}

#[test]
fn phrases_follow_each_other() {
    assert_eq!(found("\"some cry\""), [4]);
    assert_eq!(found("\"cry some\""), [0_usize; 0]);
    assert_eq!(found("“therapists cries”"), [1]);
    assert_eq!(found("\"ther* cry oft*\""), [1]);
    assert_eq!(found("\"a session\" OR \"some cry\""), [1, 4]);
}

#[test]
fn a_phrase_never_leaves_its_block() {
    let (corpus, counts, mut analysis) = study();
    // One section of the first two blocks: "… say so too." and "The therapist cried; …".
    analysis.sections[0].end_block = 2;
    analysis.sections.remove(1);
    let found = |text: &str| {
        let query = Query::new(text, &corpus, &counts, &analysis, &Names::default(), false);
        (query.matches(0), query.pattern().hits(&corpus.documents[0], &counts.documents[0], 0..2))
    };
    assert_eq!(found("\"too the\""), (false, vec![]));
    assert_eq!(found("\"so too\"").1, [Hit { block: 0, first: 9, end: 11 }]);
    assert!(found("too session").0);
}

#[test]
fn nothing_else_than_what_is_left_out() {
    assert_eq!(found("-cry"), [2, 3]);
    assert_eq!(found("therapist -cry"), [3]);
    assert_eq!(found("-(cry OR boys)"), [3]);
    assert_eq!(found("NOT cry NOT boys"), [3]);
    assert_eq!(found("-\"some cry\" cry"), [0, 1]);
    assert_eq!(found("-(-cry)"), [0, 1, 4]);
    assert_eq!(found("NOT NOT cry"), [0, 1, 4]);
}

#[test]
fn either_or_binds_looser_than_side_by_side() {
    assert_eq!(found("boys OR some"), [2, 4]);
    assert_eq!(found("boys|some"), [2, 4]);
    assert_eq!(found("therapist session OR boys"), [1, 2]);
    assert_eq!(found("therapist (session OR talk)"), [1, 3]);
    assert_eq!(found("boys OR some OR talk"), [2, 3, 4]);
    assert_eq!(found("((((cry))))"), [0, 1, 4]);
    assert_eq!(found("or"), [0_usize; 0]);
}

#[test]
fn topics_documents_and_verdicts() {
    assert_eq!(found("topic:2"), [2]);
    assert_eq!(found("topic:height"), [2]);
    assert_eq!(found("TOPIC:\"boys height\""), [2]);
    assert_eq!(found("doc:2"), [3, 4]);
    assert_eq!(found("doc:\"crying during\" -is:off"), [0, 1]);
    assert_eq!(found("doc:b"), [3, 4]);
    assert_eq!(found("is:off"), [2]);
    assert_eq!(found("is:on"), [0, 1, 3]);
    assert_eq!(found("is:unsure OR is:off"), [2, 4]);
    assert_eq!(found("is:kept cry doc:1"), [0, 1]);
    assert_eq!(found("-topic:2"), [0, 1, 3, 4]);
}

#[test]
fn groups_by_name_number_or_a_word_of_the_name() {
    assert_eq!(found("group:1"), [0, 1, 2]);
    // No part of a longer name, where it is one itself.
    assert_eq!(found("group:men"), [0, 1, 2]);
    assert_eq!(found("group:tears"), [3, 4]);
    assert_eq!(found("GROUP:\"women in tears\" cry"), [4]);
    assert_eq!(found("-group:2"), [0, 1, 2]);
    assert_eq!(told("group:3").2, "There is no group 3.");
    let (corpus, counts, analysis) = study();
    let asked =
        |text: &str, names: &Names<'_>| Query::new(text, &corpus, &counts, &analysis, names, false);
    assert_eq!(asked("group:1", &Names::default()).problems()[0].text, "There are no groups.");
    let years = Groups::new(&["2024", "1"].map(|name| Some(name.to_owned())));
    let names = Names { groups: Some(&years), ..Names::default() };
    let found = |text: &str| asked(text, &names).sections().iter().collect::<Vec<_>>();
    assert_eq!(found("group:2024"), [0, 1, 2]);
    assert_eq!(found("group:1"), [3, 4], "what is called 1 is not the first");
    assert_eq!(found("group:2"), [0, 1, 2], "2024 comes after 1");
}

#[test]
fn a_group_is_asked_for_by_a_text_that_finds_it() {
    let names = ["men", "women in tears", "a \"b\"", "3", "c-d", "ü:ö", "x y"];
    let (corpus, counts, analysis) = study();
    for (first, name) in names.iter().enumerate() {
        let mut given: Vec<Option<String>> = names.map(|name| Some(name.to_owned())).to_vec();
        // Two documents: of this group, and of the next.
        given.rotate_left(first);
        let groups = Groups::new(&given);
        let index = groups.of(0).expect("it is in one");
        let text = group_query(name, index);
        let called = Names { groups: Some(&groups), ..Names::default() };
        let query = Query::new(&text, &corpus, &counts, &analysis, &called, false);
        assert_eq!(query.problems(), [], "{text}");
        let found: Vec<usize> = query.sections().iter().collect();
        assert_eq!(found, [0, 1, 2], "{text}");
    }
}

#[test]
fn what_cannot_be_heeded_is_told_and_the_rest_counts() {
    let told_in = |text, found: &[usize], span, sentence: &str| {
        assert_eq!(told(text), (found.to_vec(), String::from(span), sentence.to_owned()), "{text}");
    };
    let cry = [0, 1, 4];
    told_in("cry topic:9", &cry, "topic:9", "There is no topic 9.");
    told_in("topic:0", &ALL, "topic:0", "There is no topic 0.");
    told_in(
        "doc:99999999999999999999 cry",
        &cry,
        "doc:99999999999999999999",
        "There is no document 99999999999999999999.",
    );
    told_in("topic:Zebra cry", &cry, "topic:Zebra", "No topic is called “Zebra”.");
    told_in("is:odd cry", &cry, "is:odd", "After is: comes on, off, unsure or kept.");
    told_in(
        "colour:red cry",
        &cry,
        "colour:red",
        "Only topic:, doc:, group: and is: may stand before a value.",
    );
    told_in("topic: cry", &cry, "topic:", "Say which topic, by its number or a word of its name.");
    told_in("(cry", &cry, "(", "This parenthesis is not closed.");
    told_in("cry)", &cry, ")", "No parenthesis is open that this one could close.");
    told_in("cry \"some", &[4], "\"", "This quotation mark is not closed.");
    told_in("cry OR", &cry, "OR", "Nothing stands after this OR.");
    told_in("OR cry", &cry, "OR", "Nothing stands before this OR.");
    told_in("cry NOT", &cry, "NOT", "Nothing follows here that could be left out.");
    told_in("(cry OR) boys", &[0; 0], "OR", "Nothing stands after this OR.");
}

#[test]
fn one_problem_is_told_once() {
    let sentences = |text: &str| query(text).problems().len();
    assert_eq!(sentences("topic:9 OR cry"), 1);
    assert_eq!(sentences("cry OR topic:9"), 1);
    assert_eq!(sentences(&"cry ".repeat(200)), 1);
    assert_eq!(sentences(&format!("{}cry", "(".repeat(400))), 2);
    assert_eq!(sentences(&")".repeat(400)), 1);
    assert_eq!(sentences(&"topic:7 is:x ) ".repeat(30)), MOST_PROBLEMS);
}

#[test]
fn what_is_too_long_or_too_deep_is_cut_not_refused() {
    let long = format!("cry {}", "ü".repeat(LONGEST_QUERY));
    let query = query(&long);
    assert_eq!(query.problems()[0].text, "This search is too long: only its beginning counts.");
    let deep = format!("{}cry{}", "(".repeat(300), ")".repeat(300));
    assert_eq!(told(&deep).0, [0, 1, 4]);
}

#[test]
fn a_growing_word_is_a_beginning_too() {
    let (corpus, counts, analysis) = study();
    let grown = |text: &str| {
        let query = Query::new(text, &corpus, &counts, &analysis, &Names::default(), true);
        query.sections().iter().collect::<Vec<_>>()
    };
    assert_eq!(grown("ther"), [0, 1, 3]);
    assert_eq!(grown("ther "), [0_usize; 0]);
    assert_eq!(grown("\"the ther"), [1]);
    assert_eq!(grown("ther cry"), [0_usize; 0]);
    assert_eq!(found("ther"), [0_usize; 0]);
}

#[test]
fn the_pattern_holds_what_is_asked_for() {
    let (corpus, counts, _) = study();
    let shown = |text: &str| {
        let query = query(text);
        let hits = |document: usize| {
            let counted = &counts.documents[document];
            let all = 0..corpus.documents[document].blocks.len();
            let hits = query.pattern().hits(&corpus.documents[document], counted, all);
            let text = corpus.documents[document].text.as_str();
            hits.into_iter().map(|hit| hit.span(counted).of(text)).collect::<Vec<_>>().join("|")
        };
        format!("{} / {}", hits(0), hits(1))
    };
    assert_eq!(shown("cry"), "cry|cried|cry / cry");
    assert_eq!(shown("cry -some is:on"), "cry|cried|cry / cry");
    assert_eq!(shown("-(cry) (boys OR -(-172cm))"), "Boys|172 cm / ");
    // The longest where several begin at one word, and none inside another.
    assert_eq!(
        shown("\"therapist cry\" OR therapist OR cry*"),
        "cry|therapist cried|therapists cry / therapist|cry"
    );
    assert!(query("is:off -cry").pattern().is_empty());
}

fn corpus(texts: &[(&str, Language)]) -> Corpus {
    let documents =
        texts.iter().map(|(text, language)| parse("a", (*text).into(), Some(*language)));
    Corpus { name: "test".into(), documents: documents.collect() }
}

#[cfg(feature = "all-languages")]
#[test]
fn each_document_is_searched_in_its_own_language() {
    let corpus = corpus(&[
        ("Those who cried and wept.", Language::English),
        ("Die Tränen der Therapeutinnen, well-being.", Language::German),
        ("L’histoire d’une larme.", Language::French),
    ]);
    let counts = count(&corpus, &crate::count::Background::none());
    let spans = |text: &str| {
        let (_, _, analysis) = study();
        let query = Query::new(text, &corpus, &counts, &analysis, &Names::default(), false);
        let hits =
            |(document, counted): (&crate::parse::Document, &crate::count::DocumentTokens)| {
                let all = 0..document.blocks.len();
                let hits = query.pattern().hits(document, counted, all);
                let shown: Vec<_> =
                    hits.iter().map(|hit| hit.span(counted).of(&document.text)).collect();
                shown.join("|")
            };
        corpus.documents.iter().zip(&counts.documents).map(hits).collect::<Vec<_>>().join("/")
    };
    assert_eq!(spans("crying"), "cried//");
    assert_eq!(spans("träne"), "/Tränen/");
    assert_eq!(spans("TRÄ*"), "/Tränen/");
    assert_eq!(spans("histoires"), "//histoire");
    assert_eq!(spans("l'histoire"), "//L’histoire");
    assert_eq!(spans("well-being"), "/well-being/");
}

proptest! {
    /// Every token is asked by itself: those of a hit stand for the word or begin so, the others do neither.
    #[test]
    fn hits_are_all_there_are(
        word in proptest::sample::select(vec!["cry", "THERAPISTS", "a", "boy", "172cm", "zebra"]),
        begin in proptest::sample::select(vec!["t", "th", "Therap", "cri", "16", "s"]),
    ) {
        let (corpus, counts, _) = study();
        let query = query(&format!("{word} OR {begin}*"));
        let form = crate::tokenise::forms(word, Language::English);
        for (document, counted) in corpus.documents.iter().zip(&counts.documents) {
            let hits = query.pattern().hits(document, counted, 0..document.blocks.len());
            let hit = |at: usize| hits.iter().any(|hit| hit.tokens().contains(&at));
            for (at, token) in counted.iter().enumerate() {
                let surface = token.span().of(&document.text);
                let wanted = crate::tokenise::forms(surface, Language::English) == form
                    || surface.to_lowercase().starts_with(&begin.to_lowercase());
                prop_assert_eq!(hit(at), wanted, "{}", surface);
            }
        }
    }
}

fn typed() -> impl Strategy<Value = String> {
    let piece = "(cry|cried|therap\\*|\"|“|”|\\(|\\)|-|\\||OR|NOT|AND|topic:|topic:2|topic:77|doc:\"|is:|is:off|a:b|172 cm|5'8\"|ü\\*|\\*|:|\\PC{1,4})";
    proptest::collection::vec(piece, 0..40).prop_map(|pieces| pieces.join(" ").replace(": ", ":"))
}

proptest! {
    #[test]
    fn anything_typed_gives_an_answer(text in typed(), growing in any::<bool>()) {
        let (corpus, counts, analysis) = study();
        let query = Query::new(&text, &corpus, &counts, &analysis, &Names::default(), growing);
        for problem in query.problems() {
            prop_assert!(text.get(problem.span.start as usize..problem.span.end as usize).is_some());
            prop_assert!(!problem.text.is_empty());
        }
        prop_assert!(!query.is_empty() || query.sections().len() == 5);
        let mut last = 0;
        let text = corpus.documents[0].text.as_str();
        for hit in query.pattern().hits(&corpus.documents[0], &counts.documents[0], 0..3) {
            prop_assert!(hit.first >= last && hit.end > hit.first);
            last = hit.end;
            let block = corpus.documents[0].blocks[hit.block as usize].span;
            prop_assert!(block.contains(hit.span(&counts.documents[0])));
            prop_assert!(!hit.span(&counts.documents[0]).of(text).is_empty());
        }
    }

    #[test]
    fn leaving_out_is_the_rest(text in "(cry|boys|thera\\*|\"some cry\"|is:on|topic:1)( OR )(talk|session|is:off)") {
        let asked = found(&text);
        let rest = found(&format!("-({text})"));
        let want: Vec<usize> = ALL.into_iter().filter(|index| !asked.contains(index)).collect();
        prop_assert_eq!(rest, want);
    }

    #[test]
    fn suggestions_of_anything(text in typed(), limit in 0_usize..9) {
        let (corpus, counts, _) = study();
        let (titles, topics) = (owned(TITLES), owned(TOPICS));
        let groups = groups();
        let names = Names { titles: &titles, topics: &topics, groups: Some(&groups) };
        let all = suggestions(&text, &corpus, &counts, &names, limit);
        prop_assert!(all.len() <= limit);
        for one in all {
            prop_assert!(text.get(one.replaces.start as usize..).is_some());
            prop_assert_eq!(one.replaces.end as usize, text.len());
        }
    }
}

fn suggested(text: &str) -> Vec<String> {
    let (corpus, counts, _) = study();
    let (titles, topics) = (owned(TITLES), owned(TOPICS));
    let groups = groups();
    let names = Names { titles: &titles, topics: &topics, groups: Some(&groups) };
    let with = |one: &Suggestion| {
        let mut whole = text.to_owned();
        whole.replace_range(one.replaces.start as usize.., &one.text);
        whole
    };
    suggestions(text, &corpus, &counts, &names, 8).iter().map(with).collect()
}

#[test]
fn suggestions_go_on_where_the_text_ends() {
    assert_eq!(suggested("th"), ["therapist", "therapy", "the", "those", "doc:1"]);
    assert_eq!(suggested("cry -ta"), ["cry -talk", "cry -tall", "cry -topic:1"]);
    assert_eq!(suggested("(t").last().map(String::as_str), Some("(topic:"));
    assert_eq!(suggested("17"), ["\"172 cm\""]);
    assert_eq!(suggested("cry topic:boy"), ["cry topic:2"]);
    assert_eq!(suggested("doc:\"crying du"), ["doc:1"]);
    assert_eq!(suggested("is:o"), ["is:on", "is:off"]);
    assert_eq!(suggested("topic:"), ["topic:1", "topic:2"]);
    assert_eq!(suggested("=cr"), ["=cry", "=cried"]);
    assert_eq!(suggested("tears -=CRI"), ["tears -=cried"]);
    assert_eq!(suggested("="), [""; 0]);
    assert_eq!(suggested("cry "), [""; 0]);
    assert_eq!(suggested(""), [""; 0]);
}

#[test]
fn topics_named_by_number_are_found_and_nothing_else() {
    let numbers = |text: &str| -> Vec<(u32, String)> {
        let found = topic_numbers(text);
        found.iter().map(|span| (span.start, span.of(text).to_owned())).collect()
    };
    let one = |start: u32, digits: &str| (start, digits.to_owned());
    assert_eq!(numbers("topic:3"), [one(6, "3")]);
    assert_eq!(numbers("-TOPIC:12 OR (topic:1|cry)"), [one(7, "12"), one(20, "1")]);
    assert_eq!(numbers("topic:\" 7 \" topic:“8”"), [one(8, "7"), one(21, "8")]);
    assert_eq!(numbers("\"topic:3\" topic:height doc:2 topic: topic:3a xtopic:4"), []);
    assert_eq!(numbers(""), []);
}
