//! The edge: whatever a form sends becomes either a value within bounds or a problem that names the field.

mod form;
pub(crate) mod written;

pub use form::{Problem, ProblemCode, Raw, RawRow};
pub(crate) use form::{ReadRows, Reading, plain, read, read_form, read_leniently};
#[cfg(feature = "analysis")]
pub(crate) use form::{Rejection, amount, answer, check_limits, unknown_field};
