//! A policy applied to answers: three-valued, lazy and exact.

mod evaluate;
mod rows;
#[cfg(feature = "analysis")]
mod spread;

pub(crate) use evaluate::{Failure, Situation, Value, compare};
pub(crate) use rows::Row;
#[cfg(feature = "analysis")]
pub(crate) use spread::{Spread, Spreading};
