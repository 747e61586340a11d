//! What formulas can say, one small policy file at a time.

mod chinese;
mod clauses;
mod days;
mod files;
mod identifiers;
mod rounding;
mod rows;
mod slips;
mod support;
mod unreadable;
mod usual;
