//! Set-up, serve, test, dist, measure and evaluate: what the README's commands call.
//!
//! Needs nothing but Rust itself to build; everything else that a task uses, it finds or installs.

mod chrome;
mod dist;
mod error;
mod evaluate;
mod json;
mod kit;
mod measure;
mod node;
mod one_file;
mod peers;
mod project;
mod python;
mod run;
mod scale;
mod serve;
mod suites;
mod system;
mod tools;

use std::process::ExitCode;

use error::{Error, Result};
use suites::Suite;

/// What the tasks are.
const USAGE: &str = "\
usage: cargo xtask TASK

  serve [--port N] [--no-open] [--debug]   build the page, serve it on this machine, rebuild on change
  test [lint|native|browser|e2e]...        run every check, or only these
  dist [--corpus DIR] [--title T] [--url URL]
                                           make the folder `dist`, ready for any static server, of the shipped documents or
                                           those in DIR, called T; link previews elsewhere need URL, where it will be
  dist --single-file [--corpus DIR] [--title T]
                                           make `dist/topic-explorer.html`, the whole page in one file
  topics                                   build the command line tool with the page inside, for `topics site`
  measure [--loads N]                      sizes of dist, and times in the browser beside a bare Yew page's
  measure smooth                           what a click costs with 10 000 sections beside 100, in the browser
  measure own                              what opening 20 and 100 MB of one's own files costs in the browser: time, memory, long tasks
  measure lighthouse                       what Lighthouse says of dist: performance, accessibility, best practices, search engines
  measure peers                            what the engine takes for 20 MB of text, in WebAssembly and natively, beside other tools
  evaluate [--markdown] [--record]         how well off-topic text is found, beside other methods; fails below the recorded floor";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match perform(&words.iter().map(String::as_str).collect::<Vec<_>>()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(Error::ChecksFailed) => ExitCode::FAILURE,
        Err(error @ Error::Usage(_)) => {
            eprintln!("{error}");
            ExitCode::from(2)
        }
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn perform(words: &[&str]) -> Result<()> {
    match words {
        ["serve", options @ ..] => serve::serve(&serve_options(options)?),
        ["test", names @ ..] => suites::run(&chosen_suites(names)?),
        ["dist", "--single-file", options @ ..] => one_file::dist(&single_file_options(options)?),
        ["dist", options @ ..] => {
            let folder = dist::dist(&dist_options(options)?)?;
            println!("The page is in {}", folder.display());
            Ok(())
        }
        ["topics"] => topics(),
        ["measure"] => measure::measure(measure::LOADS),
        ["measure", "smooth"] => measure::smooth(),
        ["measure", "own"] => measure::own(),
        ["measure", "lighthouse"] => measure::lighthouse(),
        ["measure", "peers"] => peers::measure(),
        ["measure", "--loads", number] => measure::measure(parse(number, "a number of loads")?),
        ["evaluate", options @ ..] => evaluate::evaluate(options),
        ["help" | "-h" | "--help"] => {
            println!("{USAGE}");
            Ok(())
        }
        [] => Err(Error::Usage("no task given".to_owned())),
        _ => Err(Error::Usage(format!("no such task: {}", words.join(" ")))),
    }
}

fn serve_options(words: &[&str]) -> Result<serve::Options> {
    let mut options = serve::Options::default();
    let mut words = words.iter();
    while let Some(word) = words.next() {
        match *word {
            "--no-open" => options.no_open = true,
            "--debug" => options.debug = true,
            "--port" => {
                let number = words.next().copied().unwrap_or_default();
                options.port = Some(parse(number, "a port")?);
            }
            other => return Err(Error::Usage(format!("serve has no option {other}"))),
        }
    }
    Ok(options)
}

fn topics() -> Result<()> {
    let tool = kit::topics(&tools::Tools::ready()?, kit::Profile::Release)?;
    println!("The tool is {}", tool.display());
    Ok(())
}

fn dist_options(words: &[&str]) -> Result<dist::Site> {
    let mut site = dist::Site::default();
    let mut words = words.iter();
    while let Some(word) = words.next() {
        let mut value =
            || words.next().ok_or_else(|| Error::Usage(format!("{word} needs a value after it")));
        match *word {
            "--corpus" => site.documents = Some(value()?.into()),
            "--title" => site.title = Some((*value()?).to_owned()),
            "--url" => site.address = Some((*value()?).to_owned()),
            other => return Err(Error::Usage(format!("dist has no option {other}"))),
        }
    }
    Ok(site)
}

fn single_file_options(words: &[&str]) -> Result<dist::Site> {
    let site = dist_options(words)?;
    match site.address {
        Some(_) => Err(Error::Usage("a single file has no --url".to_owned())),
        None => Ok(site),
    }
}

fn chosen_suites(names: &[&str]) -> Result<Vec<Suite>> {
    if names.is_empty() {
        return Ok(Suite::ALL.to_vec());
    }
    let suite = |name: &&str| {
        Suite::named(name).ok_or_else(|| Error::Usage(format!("no suite is called {name}")))
    };
    names.iter().map(suite).collect()
}

fn parse<T: std::str::FromStr>(word: &str, what: &str) -> Result<T> {
    word.parse().map_err(|_| Error::Usage(format!("`{word}` is not {what}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn options_of_serve() {
        let options = serve_options(&["--port", "9000", "--no-open"]).expect("both exist");
        assert_eq!(options, serve::Options { port: Some(9000), no_open: true, debug: false });
        assert!(serve_options(&["--port", "many"]).is_err());
        assert!(serve_options(&["--port"]).is_err());
        assert!(serve_options(&["--loud"]).is_err());
    }

    #[test]
    fn options_of_dist() {
        assert_eq!(dist_options(&[]).expect("none needed"), dist::Site::default());
        let site = dist_options(&["--corpus", "a b", "--title", "Ours"]).expect("both exist");
        assert_eq!(site.documents.as_deref(), Some(std::path::Path::new("a b")));
        assert_eq!((site.title.as_deref(), site.address), (Some("Ours"), None));
        assert!(dist_options(&["--corpus"]).is_err());
        assert!(dist_options(&["corpus"]).is_err());
        assert!(single_file_options(&["--corpus", "a"]).is_ok());
        assert!(single_file_options(&["--url", "https://example.org"]).is_err());
    }

    #[test]
    fn all_suites_unless_some_are_named() {
        assert_eq!(chosen_suites(&[]).expect("all"), Suite::ALL);
        assert_eq!(chosen_suites(&["e2e"]).expect("it exists"), [Suite::EndToEnd]);
        assert!(chosen_suites(&["everything"]).is_err());
    }
}
