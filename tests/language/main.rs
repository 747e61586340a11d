//! What formulas can say, one small policy file at a time.

mod days;
mod figures;
mod identifiers;
mod parts;
mod readings;
mod rounding;
mod rows;
mod schedules;
mod slips;
mod support;
mod unreadable;
