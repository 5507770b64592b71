use engine::explore::Verdicts;

use super::*;

fn parsed(line: &str) -> Result<Invocation, String> {
    parse(line.split_whitespace().map(OsString::from))
}

fn command(line: &str) -> Command {
    parsed(line).map_or_else(|error| panic!("{line}: {error}"), |invocation| invocation.command)
}

#[test]
fn options_in_any_order() {
    let reading = readers::Settings { text_column: Some("b".to_owned()), ..Default::default() };
    let options = Options { threshold: Some(-1.5), language: Some(Language::French), reading };
    let inputs = vec![Input::Path("a".into()), Input::Stdin];
    let want = Command::Separate { inputs, format: Some(Format::Json), options };
    let line = "--color never separate a --threshold=-1.5 - --format json --language fr-CA --text-column b";
    assert_eq!(parsed(line), Ok(Invocation { command: want, color: ColorChoice::Never }));
    let Command::Terms { terms, format, .. } = command("terms --sort g2 --top 5 --all a") else {
        panic!("terms");
    };
    assert_eq!((terms.sort, terms.top, format), (SortKey::Keyness, Some(5), None));
    assert_eq!(terms.filter.verdicts, Verdicts::ALL);
}

#[test]
fn a_site_has_a_folder_and_a_place() {
    let line = "site --title Letters a --out b --url https://example.org";
    let site = SiteArguments {
        folder: "a".into(),
        out: Some("b".into()),
        title: Some("Letters".to_owned()),
        url: Some("https://example.org".to_owned()),
        single_file: false,
    };
    assert_eq!(command(line), Command::Site { format: None, site });
    let Command::Site { site, .. } = command("site --single-file a") else { panic!("site") };
    assert!(site.single_file);
}

#[test]
fn help_of_the_command_named_before_it() {
    for (line, want) in [
        ("--help", Command::Help(None, Length::Full)),
        ("-h separate", Command::Help(None, Length::Short)),
        ("separate -h", Command::Help(Some(Name::Separate), Length::Short)),
        ("terms a --top 3 --help --nonsense", Command::Help(Some(Name::Terms), Length::Full)),
        ("help", Command::Help(None, Length::Full)),
        ("help --help", Command::Help(None, Length::Full)),
        ("help evaluate", Command::Help(Some(Name::Evaluate), Length::Full)),
        ("separate -V", Command::Version),
    ] {
        assert_eq!(command(line), want, "{line}");
    }
}

#[test]
fn after_two_dashes_everything_is_a_path() {
    let Command::Separate { inputs, .. } = command("separate -- --top -h ./-") else {
        panic!("separate");
    };
    assert_eq!(inputs, ["--top", "-h", "./-"].map(|path| Input::Path(path.into())));
}

#[test]
fn what_is_wrong_is_named() {
    for (line, error) in [
        ("", "no command: separate, terms, text, site, evaluate or help"),
        ("judge a", "judge: no such command"),
        ("seperate a", "seperate: no such command; did you mean separate?"),
        ("help judge", "judge: no such command"),
        ("judge --help", "judge: no such command"),
        ("help terms separate", "help: more than one command given"),
        ("separate", "separate: no path given"),
        ("separate a --format xml", "--format xml: not one of table, tsv, json, jsonl"),
        ("separate a --color red", "--color red: not one of auto, always, never"),
        ("separate a --threshold many", "--threshold many: not a finite number"),
        ("separate a --threshold NaN", "--threshold NaN: not a finite number"),
        ("separate a --threshold=-inf", "--threshold -inf: not a finite number"),
        ("separate a --threshold 1e999", "--threshold 1e999: not a finite number"),
        (
            "separate a --language tlh",
            "--language tlh: unknown language; known are en, de, fr, es, it, pt, nl, sv, no, da, fi, hu, ro, ru, tr, pl, \
             cs, uk, el, ar, ca, id, lt, hi, sh, fa, ta, eu, ga, hy, et, eo, ne, yi, \
             bg, sk, sl, lv, he, vi, ms, mk, bn, is, ur, fil, und",
        ),
        ("separate a --loud", "--loud: no such option"),
        ("separate a --fromat tsv", "--fromat: no such option; did you mean --format?"),
        ("separate a -x", "-x: no such option"),
        ("separate a --format", "missing argument for option '--format'"),
        ("separate a --top 3", "separate has no --top"),
        ("terms a -v", "terms has no --verbose"),
        ("separate - a -", "separate: - is given more than once"),
        ("terms a --top -3", "--top -3: not a whole number from 0 up"),
        (
            "terms a --sort size",
            "--sort size: not one of term, count, before, per_thousand, per_thousand_before, \
             documents, sections, g2, log_ratio, dispersion",
        ),
        ("site a --threshold 1", "site has no --threshold"),
        ("site a --sort g2", "site has no --sort"),
        ("site a b", "site: one folder at a time"),
        ("site a --single-file --url b", "site: a single file has no --url"),
        ("terms a --out b", "terms has no --out"),
        ("evaluate a b --predicted c", "evaluate: --gold and --predicted are for one folder"),
        (
            "evaluate a --gold - --predicted -",
            "evaluate: --gold and --predicted are both standard input",
        ),
    ] {
        assert_eq!(parsed(line), Err(error.to_owned()), "{line}");
    }
}
