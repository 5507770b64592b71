//! Statistics on counts, one file a family.
//!
//! | file | what it measures |
//! |---|---|
//! | `keyness.rs` | rates, G², log ratio: a term in a target against a reference |
//! | `collocation.rs` | how strongly two words go together |
//! | `log_odds.rs` | two texts compared with what is known of both |
//! | `dispersion.rs` | how evenly a term is spread |
//! | `divergence.rs` | how far apart two distributions of terms are |
//!
//! Shapes and units: `a` of `c` tokens in the target are the term, `b` of `d` in the reference. Counts are whole numbers
//! handed over as `f64`, since weighted counts fit the same formulas. Nothing here returns NaN or an infinity for counts
//! that are finite, not negative, and no larger than their totals.

mod collocation;
mod dispersion;
mod divergence;
mod keyness;
mod log_odds;

pub use self::collocation::{collocation_g2, log_dice, mutual_information};
pub use self::dispersion::{deviation_of_proportions, normalised_deviation};
pub use self::divergence::{jensen_shannon, relevance};
pub use self::keyness::{expected, g2, g2_two_term, log_ratio, per_thousand};
pub use self::log_odds::{LogOdds, log_odds};

/// Fails where a value is not the wanted one to so many decimal places.
#[cfg(test)]
#[track_caller]
fn near(got: f64, want: f64, digits: i32) {
    assert!((got - want).abs() <= 0.5 * 10_f64.powi(-digits) + 1e-12, "{got} is not {want}");
}
