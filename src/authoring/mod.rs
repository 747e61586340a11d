//! Policy files as their authors write them: TOML with positions, worked examples run, mistakes shown in place.

mod calendar;
mod check;
mod library;
mod mistake;
mod mutants;
mod parse;
mod unreadable;

pub use calendar::calendar;
pub use check::{OPEN, check};
pub use library::{PolicyFile, load, load_library, one_sided, policy_files};
pub use mistake::{Lines, Mistake};
pub use mutants::Mutants;
pub use parse::parse;
