//! A policy: what one notice says, checked and ready to be evaluated.

#[cfg(feature = "analysis")]
mod dependencies;
mod formula;
mod guidance;
mod heading;
mod input;
mod label;
mod model;
mod parameter;
mod rules;
mod source;
mod table;

pub use formula::Computed;
pub(crate) use formula::{ByName, Formula};
pub(crate) use guidance::{
    Answering, Check, Duty, Item, Local, Material, ProcedureStep, Unexpressed,
};
pub use guidance::{Change, Contact, Example, Exclusion, Note, Portal};
pub use heading::{Audience, Status, Topic};
pub(crate) use input::{Helper, Months};
pub use input::{Input, Kind};
pub(crate) use label::{ChoiceSet, Label};
#[cfg(feature = "checking")]
pub(crate) use model::DRAFT;
pub use model::Policy;
pub use parameter::{Classification, Parameter};
pub(crate) use parameter::{Figure, Key, Limit, Setting};
pub(crate) use rules::{Alternative, AmountPart, Reading, Trigger};
pub use rules::{Amount, Hint, Warning};
pub use source::{Citation, Reliability, SourceDocument};
pub use table::Table;
pub(crate) use table::{RowCheck, RowRule, Schedule};
