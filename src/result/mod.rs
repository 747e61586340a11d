//! What is said of a policy: the assessment of a situation, and what it consists of.

mod assessment;
mod describe;
mod form;

pub use assessment::{
    Assessment, ConditionResult, Deadline, Eligibility, Plain, Reason, RowResult, Step,
    WarningResult, asked, evaluate,
};
#[cfg(feature = "analysis")]
pub(crate) use assessment::{
    MONEY_PLACES, amount_in_fen, assess, eligibility, failed, missing, plain, rounded_amount,
};
#[cfg(feature = "authoring")]
pub use describe::terms;
pub use describe::{Source, Summary, describe};
pub use form::{Form, situation};
