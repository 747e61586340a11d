//! What comes after a first result: for which counts it holds, how much is still open, why an authority comes to another
//! one, many rows, many policies.

mod columns;
mod counts;
mod portfolio;
mod ranges;
mod reach;
mod reconciliation;
mod region;

pub use columns::{Column, Columns, RowOutcome};
pub use portfolio::{Combination, LeftOut, Portfolio, assess, combine};
pub use ranges::eligible_ranges;
pub use reach::{AmountRange, amount_range};
pub use reconciliation::{
    Account, Change as AnswerChange, Definition, FigureResult, How, ReadAs, Reconciliation,
    Written, reconcile,
};
pub use region::{Strip, eligible_region};
