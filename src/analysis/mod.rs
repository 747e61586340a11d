//! What comes after a first result: for which counts it holds, how much is still open, many rows, many policies.

mod columns;
mod portfolio;
mod ranges;
mod reach;

pub use columns::{Column, Columns, RowOutcome};
pub use portfolio::{Combination, LeftOut, Portfolio, assess, combine};
pub use ranges::eligible_ranges;
pub use reach::{AmountRange, amount_range};
