//! A policy applied to answers: three-valued, lazy and exact.

mod evaluate;
mod functions;
mod groups;
#[cfg(feature = "analysis")]
mod known;
mod missing;
mod parameters;
mod peers;
mod rows;
#[cfg(feature = "analysis")]
mod schedule;
mod situation;
#[cfg(feature = "analysis")]
mod spread;
mod value;
mod verdict;

pub(crate) use evaluate::compare;
pub(crate) use situation::Situation;
#[cfg(feature = "analysis")]
pub(crate) use spread::{Spread, Spreading};
pub(crate) use value::{Failure, Row, Value};
pub use verdict::Eligibility;
#[cfg(feature = "analysis")]
pub(crate) use verdict::amount_in_fen;
pub(crate) use verdict::{MONEY_PLACES, eligibility, rounded_amount, rounded_parts};
