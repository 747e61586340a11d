//! The engine of 稳岗计算器.
//!
//! A [`Policy`] is read from a policy document ([`Node`]), checked, and from then on evaluated: [`evaluate`] gives an
//! [`Assessment`] with the amount, every condition and every step. Arithmetic is exact ([`Number`]); money is rounded
//! once, at the end. The engine knows no policy: names, formulas, figures and texts all come from the document.
//!
//! It does no input or output and reads no clock; with the feature `authoring` it also reads policy files as their
//! authors write them.

mod assessment;
#[cfg(feature = "authoring")]
pub mod authoring;
mod date;
mod describe;
mod diagnostic;
mod document;
mod evaluate;
mod example;
mod formula;
mod input;
mod locale;
mod number;
mod policy;
mod ranges;
mod unit;

pub use assessment::{
    Assessment, ConditionResult, Deadline, Eligibility, Plain, Step, WarningResult, asked, evaluate,
};
pub use date::Date;
pub use describe::{Description, Source, Summary, describe, summarise};
use diagnostic::nearest;
pub use diagnostic::{Diagnostic, Place};
pub use document::{Content, Node};
pub use example::Example;
pub use input::{Problem, ProblemCode, Raw};
pub use locale::{Locale, Text};
pub use number::{Number, Overflow};
pub use policy::{
    Amount, Audience, Citation, Classification, Computed, Contact, Input, Kind, Note, Parameter,
    Policy, Reliability, SourceDocument, Status, Warning,
};
pub use ranges::eligible_ranges;
pub use unit::Unit;
