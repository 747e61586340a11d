//! What is said of a policy: the assessment of a situation, and what it consists of.

mod assess;
mod assessment;
mod deadlines;
mod describe;
mod extras;
mod failure;
mod form;
mod open;
mod parameters;
mod rows;
mod source;
mod steps;
mod summary;
#[cfg(feature = "authoring")]
mod terms;

pub use assess::{asked, evaluate};
#[cfg(feature = "analysis")]
pub(crate) use assess::{assess, assessment};
pub use assessment::{
    Assessment, ConditionResult, Deadline, PartResult, Plain, ReadingResult, Reason, RowResult,
    Step, WarningResult,
};
pub use describe::describe;
#[cfg(feature = "analysis")]
pub(crate) use failure::failed;
pub use form::{Form, situation};
#[cfg(feature = "analysis")]
pub(crate) use open::missing;
pub use source::Source;
#[cfg(feature = "analysis")]
pub(crate) use source::{cite, source};
#[cfg(feature = "analysis")]
pub(crate) use steps::plain;
pub use summary::Summary;
#[cfg(feature = "authoring")]
pub use terms::terms;
