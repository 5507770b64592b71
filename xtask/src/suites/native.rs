//! Unit, property and documentation tests on this machine, and the benchmark against its floor.

use super::tally::Tally;
use crate::error::Result;
use crate::evaluate::evaluate;
use crate::project::cargo;
use crate::run::{step, tee};

pub(super) fn run() -> Result<Tally> {
    step("Running the native tests");
    let (output, status) =
        tee(cargo().args(["test", "--quiet", "--locked", "--workspace", "--no-fail-fast"]))?;
    let mut sum = Tally::of_cargo(&output).checked(status);
    step("Evaluating separation");
    let holds = evaluate(&[]);
    if let Err(error) = &holds {
        eprintln!("error: {error}");
    }
    sum += Tally::one(holds.is_ok());
    Ok(sum)
}
