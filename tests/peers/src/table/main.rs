//! Prints what all programs measured as one table, and beside it what was aimed at.
//!
//! `peers-table FILE`: a line of JSON a program, as each printed it, and one that says what the text is.

mod aims;
mod measured;
mod print;

use std::error::Error;
use std::fs;

use measured::Measured;

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args().nth(1).ok_or("usage: peers-table FILE")?;
    let measured = Measured::read(&fs::read_to_string(path)?)?;
    print!("{}", print::table(&measured));
    println!();
    for line in aims::lines(&measured) {
        println!("- {line}");
    }
    // Two builds that differ were not timed at the same work.
    aims::same_work(&measured).map_err(Into::into)
}
