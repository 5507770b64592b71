//! Unit, property and documentation tests on this machine.

use super::tally::Tally;
use crate::error::Result;
use crate::project::cargo;
use crate::run::{step, tee};

pub(super) fn run() -> Result<Tally> {
    step("Running the native tests");
    let (output, status) =
        tee(cargo().args(["test", "--quiet", "--locked", "--workspace", "--no-fail-fast"]))?;
    Ok(Tally::of_cargo(&output).checked(status))
}
