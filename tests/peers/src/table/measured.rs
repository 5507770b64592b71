//! What the programs printed.

use serde::Deserialize;

/// The lines of a run.
pub(crate) struct Measured {
    /// What the text is.
    pub(crate) text: Text,
    /// A line a program.
    pub(crate) programs: Vec<Program>,
}

/// What everybody was given.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Text {
    /// Its bytes.
    pub(crate) bytes: u64,
    /// Documents it is in.
    pub(crate) documents: u64,
    /// Units of about 100 words it was cut into for the peers.
    pub(crate) units: u64,
}

/// What one program did.
#[derive(Clone, Debug, Default, Deserialize)]
pub(crate) struct Program {
    /// Which it is: one of [`crate::print::NAMES`].
    pub(crate) id: String,
    /// Its version, or that of what ran it.
    #[serde(default)]
    pub(crate) version: String,
    /// Why it did not run.
    pub(crate) missing: Option<String>,
    /// Seconds of each phase, a round each.
    #[serde(default)]
    pub(crate) rounds: Vec<Round>,
    /// Bytes that it tokenised, where that is not all of the text.
    pub(crate) tokenised: Option<u64>,
    /// Tokens it found.
    pub(crate) tokens: Option<u64>,
    /// Different ones, as it counts them.
    pub(crate) terms: Option<u64>,
    /// Stands for all that our engine found.
    pub(crate) digest: Option<String>,
}

/// Seconds of each phase. What a program does not do is not there.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
pub(crate) struct Round {
    /// Finding structure and furniture.
    pub(crate) parse: Option<f64>,
    /// Tokenising and counting.
    pub(crate) count: Option<f64>,
    /// Finding topics.
    pub(crate) topics: Option<f64>,
}

impl Measured {
    /// Reads the lines of a run, the text's first.
    ///
    /// # Errors
    ///
    /// The first line that is not such JSON, and no line at all.
    pub(crate) fn read(lines: &str) -> Result<Self, Box<dyn std::error::Error>> {
        let mut lines = lines.lines();
        let text = serde_json::from_str(lines.next().ok_or("nothing was measured")?)?;
        let programs = lines.map(serde_json::from_str).collect::<Result<_, _>>()?;
        Ok(Self { text, programs })
    }

    /// What a program did, if it ran.
    pub(crate) fn of(&self, id: &str) -> Option<&Program> {
        self.programs.iter().find(|program| program.id == id && !program.rounds.is_empty())
    }

    /// Megabytes a second that a program tokenised.
    pub(crate) fn rate(&self, program: &Program) -> Option<f64> {
        let bytes = program.tokenised.unwrap_or(self.text.bytes);
        Some(bytes as f64 / 1e6 / program.median(|round| round.count)?)
    }
}

impl Program {
    /// Seconds of a phase at the median of the rounds. `None` where a round did not have it.
    pub(crate) fn median(&self, phase: impl Fn(&Round) -> Option<f64>) -> Option<f64> {
        let mut times = self.rounds.iter().map(phase).collect::<Option<Vec<f64>>>()?;
        times.sort_by(f64::total_cmp);
        let middle = times.len() / 2;
        match (times.len() % 2, times.get(middle)) {
            (0, Some(upper)) => Some(f64::midpoint(*times.get(middle - 1)?, *upper)),
            (_, found) => found.copied(),
        }
    }

    /// Seconds of all phases together; `None` of a program that ends with counting.
    pub(crate) fn whole(&self) -> Option<f64> {
        self.median(|round| Some(round.parse.unwrap_or(0.0) + round.count? + round.topics?))
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// A run with the native engine, WebAssembly at 1.2 times its time, scikit-learn, and without wink-nlp.
    pub(crate) const RUN: &str = r#"{"bytes":20000000,"documents":1800,"units":27000}
{"id":"wasm","version":"Node.js 20","rounds":[{"parse":0.6,"count":0.25,"topics":0.8},{"parse":0.6,"count":0.24,"topics":0.6},{"parse":0.7,"count":0.2,"topics":0.6}],"tokenised":18000000,"tokens":3000000,"terms":20000,"topics":9,"digest":"a1"}
{"id":"native","version":"0.1.0","rounds":[{"parse":0.5,"count":0.2,"topics":0.5}],"tokenised":18000000,"tokens":3000000,"terms":20000,"topics":9,"digest":"a1"}
{"id":"scikit","version":"1.9.1","rounds":[{"count":1.0,"topics":4.2}],"tokens":3100000,"terms":30000,"topics":20}
{"id":"wink","missing":"Node.js is missing: install it"}
"#;

    #[test]
    fn medians_are_of_rounds_and_of_their_sums() {
        let run = Measured::read(RUN).expect("it is well formed");
        let wasm = run.of("wasm").expect("it ran");
        assert_eq!(wasm.median(|round| round.count), Some(0.24));
        assert_eq!(wasm.whole(), Some(1.5));
        let two = Program { rounds: wasm.rounds[..2].to_vec(), ..Program::default() };
        assert!((two.median(|round| round.topics).expect("timed") - 0.7).abs() < 1e-9);
        assert_eq!(Program::default().whole(), None);
    }

    #[test]
    fn the_rate_is_of_what_was_tokenised() {
        let run = Measured::read(RUN).expect("it is well formed");
        assert_eq!(run.rate(run.of("wasm").expect("it ran")), Some(75.0));
        assert_eq!(run.rate(run.of("scikit").expect("it ran")), Some(20.0));
        assert!(run.of("wink").is_none());
    }

    #[test]
    fn what_is_no_run_is_refused() {
        assert!(Measured::read("").is_err());
        assert!(Measured::read("{\"bytes\":1,\"documents\":1,\"units\":1}\nnot JSON\n").is_err());
    }
}
