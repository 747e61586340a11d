//! Policy files as their authors write them: TOML with positions, worked examples run, mistakes shown in place.

mod agreement;
mod calendar;
mod check;
mod citations;
mod code;
mod completion;
mod encoding;
mod freshness;
mod idle_keys;
mod layout;
mod library;
mod mistake;
mod mutants;
mod nodes;
mod parse;
mod quotes;
mod repeated;
mod review;
mod shared;
mod source;
mod unreadable;
mod upgrade;
mod wording;

pub use calendar::calendar;
pub use check::{OPEN, check};
pub use completion::completions;
pub use freshness::{Concern, concerns, last_compared};
pub use layout::format;
pub use library::{Disk, Files, PolicyFile, load, load_library, policy_files, proofread, unproved};
pub use mistake::{Lines, Mistake};
pub use mutants::Mutants;
pub use parse::parse;
pub use review::{examples, review};
pub use source::{Given, Source, english_file};
pub use upgrade::upgrade;
