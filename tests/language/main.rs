//! What formulas can say, one small policy file at a time.

mod boundaries;
mod chinese;
mod choices;
mod clauses;
mod days;
mod figures;
mod files;
mod identifiers;
mod known;
mod looks;
mod parts;
mod procedure;
mod readings;
mod rounding;
mod rows;
mod schedules;
mod slips;
mod support;
mod unreadable;
mod usual;
