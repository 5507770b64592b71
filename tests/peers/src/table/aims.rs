//! What was aimed at, and whether this run reached it.

use crate::measured::{Measured, Program};

/// Megabytes a second that are to be tokenised and counted in WebAssembly on one core.
const RATE: f64 = 100.0;

/// The share of scikit-learn's time that the whole analysis may take.
const SHARE: f64 = 1.0 / 3.0;

/// How many times the native engine's time it may take in WebAssembly.
const SLOWDOWN: f64 = 1.5;

/// A line for each aim, and for what of it could not be measured.
pub(crate) fn lines(run: &Measured) -> Vec<String> {
    let (wasm, native, scikit) = (run.of("wasm"), run.of("native"), run.of("scikit"));
    let ratio =
        |one: Option<&Program>, other: Option<&Program>| Some(one?.whole()? / other?.whole()?);
    let rate = wasm.and_then(|wasm| run.rate(wasm));
    vec![
        aim(
            "tokenising and counting in WebAssembly",
            rate.map(|rate| (format!("{rate:.1} MB/s"), rate >= RATE)),
            &format!("at least {RATE:.0} MB/s"),
        ),
        aim(
            "the whole analysis in WebAssembly beside scikit-learn's",
            ratio(wasm, scikit).map(|share| (times(share), share <= SHARE)),
            "at most a third of its time",
        ),
        aim(
            "the same natively",
            ratio(native, scikit).map(|share| (times(share), share <= SHARE)),
            "at most a third of its time",
        ),
        aim(
            "WebAssembly beside native",
            ratio(wasm, native).map(|ratio| (times(ratio), ratio <= SLOWDOWN)),
            &format!("at most {SLOWDOWN} times its time"),
        ),
    ]
}

fn times(ratio: f64) -> String {
    format!("{ratio:.2} times its time")
}

fn aim(what: &str, found: Option<(String, bool)>, aimed: &str) -> String {
    match found {
        None => format!("{what}: not measured (aim: {aimed})"),
        Some((found, reached)) => {
            let verdict = if reached { "reached" } else { "NOT REACHED" };
            format!("{what}: {found} (aim: {aimed}): {verdict}")
        }
    }
}

/// Whether the engine found the same natively and in WebAssembly, where both ran.
///
/// # Errors
///
/// That it did not, or that one does not say what it found.
pub(crate) fn same_work(run: &Measured) -> Result<(), String> {
    let (Some(wasm), Some(native)) = (run.of("wasm"), run.of("native")) else { return Ok(()) };
    let said = native.digest.as_ref().is_some_and(|digest| !digest.is_empty());
    if said && wasm.digest == native.digest {
        return Ok(());
    }
    Err("the engine did not find the same natively and in WebAssembly".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measured::tests::RUN;

    fn run(text: &str) -> Measured {
        Measured::read(text).expect("it is well formed")
    }

    #[test]
    fn an_aim_is_reached_or_not() {
        let lines = lines(&run(RUN));
        assert!(lines[0].contains("75.0 MB/s") && lines[0].ends_with("NOT REACHED"), "{lines:?}");
        assert!(lines[1].contains("0.29") && lines[1].ends_with(": reached"), "{lines:?}");
        assert!(lines[2].contains("0.23") && lines[2].ends_with(": reached"), "{lines:?}");
        assert!(lines[3].contains("1.25") && lines[3].ends_with(": reached"), "{lines:?}");
    }

    #[test]
    fn what_did_not_run_is_no_success() {
        let (head, _) = RUN.split_once('\n').expect("it has lines");
        assert!(lines(&run(head)).iter().all(|line| line.contains("not measured")));
        assert_eq!(same_work(&run(head)), Ok(()));
    }

    #[test]
    fn different_findings_are_an_error() {
        assert_eq!(same_work(&run(RUN)), Ok(()));
        assert!(same_work(&run(&RUN.replacen("a1", "b2", 1))).is_err());
        assert!(same_work(&run(&RUN.replace("a1", ""))).is_err());
    }
}
