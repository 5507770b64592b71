//! What a suite's own closing lines say: how many checks passed and how many failed.

use std::ops::AddAssign;
use std::process::ExitStatus;

/// Checks that passed and checks that failed.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Tally {
    /// How many passed.
    pub(crate) passed: u64,
    /// How many failed.
    pub(crate) failed: u64,
}

impl Tally {
    /// One check, passed or failed.
    pub(crate) fn one(passed: bool) -> Self {
        Self { passed: u64::from(passed), failed: u64::from(!passed) }
    }

    /// The sum of the `test result:` lines of Cargo's and wasm-bindgen's test runners.
    pub(crate) fn of_cargo(output: &str) -> Self {
        let mut sum = Self::default();
        for line in output.lines() {
            let Some((_, counts)) = line.split_once("test result: ") else { continue };
            sum += Self {
                passed: number_before(counts, "passed"),
                failed: number_before(counts, "failed"),
            };
        }
        sum
    }

    /// The closing lines of Node's test runner. A test that was cancelled has failed.
    pub(crate) fn of_node(output: &str) -> Self {
        let mut sum = Self::default();
        for line in output.lines() {
            // "ℹ pass 5" for people, "# pass 5" for programs.
            let mut words = line.split_whitespace().skip_while(|word| matches!(*word, "ℹ" | "#"));
            let (Some(name), Some(Ok(number)), None) =
                (words.next(), words.next().map(str::parse::<u64>), words.next())
            else {
                continue;
            };
            match name {
                "pass" => sum.passed += number,
                "fail" | "cancelled" => sum.failed += number,
                _ => {}
            }
        }
        sum
    }

    /// The same, with one failure more where the program failed without saying which check did, and where nothing
    /// ran at all: a suite that stopped running must not look like one that passes.
    pub(crate) fn checked(self, status: ExitStatus) -> Self {
        let silent = self.failed == 0 && (!status.success() || self.passed == 0);
        Self { failed: self.failed + u64::from(silent), ..self }
    }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

/// The number in `3 passed;`, zero where there is none.
fn number_before(counts: &str, word: &str) -> u64 {
    let words: Vec<&str> = counts.split([' ', ';', '.']).filter(|word| !word.is_empty()).collect();
    let number = words.windows(2).find(|pair| pair[1] == word).map(|pair| pair[0].parse());
    number.and_then(Result::ok).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cargo_lines_are_summed() {
        let output = "running 3 tests\n\
            test result: FAILED. 2 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.0s\n\
            test result: ok. 4 passed; 0 failed; 0 ignored; 0 filtered out; finished in 0.01s\n";
        assert_eq!(Tally::of_cargo(output), Tally { passed: 6, failed: 1 });
    }

    #[test]
    fn node_lines_are_read_in_both_forms() {
        let people =
            "✔ opens (12ms)\nℹ tests 5\nℹ pass 3\nℹ fail 1\nℹ cancelled 1\nℹ duration_ms 12.5\n";
        assert_eq!(Tally::of_node(people), Tally { passed: 3, failed: 2 });
        assert_eq!(
            Tally::of_node("# tests 2\n# pass 2\n# fail 0\n"),
            Tally { passed: 2, failed: 0 }
        );
    }

    #[cfg(unix)]
    #[test]
    fn silence_is_a_failure() {
        use std::os::unix::process::ExitStatusExt;
        let (good, bad) = (ExitStatus::from_raw(0), ExitStatus::from_raw(256));
        assert_eq!(Tally::default().checked(good), Tally { passed: 0, failed: 1 });
        assert_eq!(Tally::one(true).checked(good), Tally { passed: 1, failed: 0 });
        assert_eq!(Tally::one(true).checked(bad), Tally { passed: 1, failed: 1 });
        assert_eq!(Tally::one(false).checked(bad), Tally { passed: 0, failed: 1 });
    }
}
