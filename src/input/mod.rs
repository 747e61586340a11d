//! The edge: whatever a form sends becomes either a value within bounds or a problem that names the field.

mod answer;
mod chosen;
mod form;
mod identifier;
mod limits;
mod number;
mod pattern;
mod problem;
mod table;
mod unknown;
pub(crate) mod written;

#[cfg(feature = "checking")]
pub(crate) use written::is_none as says_none;

#[cfg(feature = "analysis")]
pub(crate) use answer::answer;
pub(crate) use form::{ReadRows, Reading, read, read_form, read_leniently};
#[cfg(feature = "checking")]
pub(crate) use identifier::folded;
#[cfg(feature = "analysis")]
pub(crate) use limits::check_limits;
pub(crate) use number::plain;
#[cfg(feature = "analysis")]
pub(crate) use number::{amount, displayed};
#[cfg(feature = "checking")]
pub(crate) use pattern::{DIGIT, LETTER};
pub use problem::{Problem, ProblemCode};
#[cfg(feature = "analysis")]
pub(crate) use problem::{Rejection, shortened};
#[cfg(feature = "analysis")]
pub(crate) use unknown::unknown_field;
