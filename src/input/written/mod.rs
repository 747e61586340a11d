//! How people write answers: in a field, a cell, a file, a link, in whatever they paste. There is this one reader of it.
//!
//! It takes the forms that leave no doubt what is meant and refuses all others. A figure is read by its digits alone:
//! the point is moved in the text, and no digit is ever changed.
//
// Every page carries this. Searching text for sets of characters or for other text costs a kilobyte a kind; single
// characters and beginnings cost next to nothing.

mod choice;
mod day;
mod figure;
mod folding;

#[cfg(feature = "checking")]
pub(crate) use choice::is_none;
pub(crate) use choice::{Unread, choice, selection, truth};
pub use day::date;
#[cfg(feature = "authoring")]
pub(crate) use figure::MULTIPLES;
#[cfg(feature = "analysis")]
pub(crate) use figure::displayed;
pub use figure::number;
pub(crate) use figure::{is_per_cent, percentage, quotient};
pub use folding::narrow;
pub(crate) use folding::{split, trim};
