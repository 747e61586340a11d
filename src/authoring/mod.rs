//! Policy files as their authors write them: TOML with positions, worked examples run, mistakes shown in place.

mod calendar;
mod check;
mod library;
mod mistake;
mod mutants;
mod parse;
mod unreadable;
mod wording;

pub use calendar::calendar;
pub use check::{OPEN, check};
pub use library::{PolicyFile, load, load_library, policy_files, review};
pub use mistake::{Lines, Mistake};
pub use mutants::Mutants;
pub use parse::parse;
