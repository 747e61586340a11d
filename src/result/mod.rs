//! What is said of a policy: the assessment of a situation, and what it consists of.

mod assessment;
mod describe;
mod form;

pub use assessment::{
    Assessment, ConditionResult, Deadline, Plain, Reason, RowResult, Step, WarningResult, asked,
    evaluate,
};
#[cfg(feature = "analysis")]
pub(crate) use assessment::{assess, failed, missing, plain};
#[cfg(feature = "authoring")]
pub use describe::terms;
pub use describe::{Source, Summary, describe};
pub use form::{Form, situation};
