//! What formulas can say, one small policy file at a time.

mod boundaries;
mod days;
mod identifiers;
mod rounding;
mod rows;
mod slips;
mod support;
mod unreadable;
