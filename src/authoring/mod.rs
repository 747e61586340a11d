//! Policy files as their authors write them: TOML with positions, worked examples run, mistakes shown in place.

mod calendar;
mod check;
mod encoding;
mod library;
mod mistake;
mod parse;
mod shared;
mod source;
mod unreadable;

pub use calendar::calendar;
pub use check::{OPEN, check};
pub use library::{PolicyFile, load, load_library, policy_files};
pub use mistake::{Lines, Mistake};
pub use parse::parse;
pub use source::{Source, english_file};
