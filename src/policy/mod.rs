//! A policy: what one notice says, checked and ready to be evaluated.

#[cfg(feature = "analysis")]
mod dependencies;
mod model;

pub use model::{
    Amount, Audience, Change, Citation, Classification, Computed, Contact, Example, Exclusion,
    Hint, Input, Kind, Note, Parameter, Policy, Portal, Reliability, SourceDocument, Status, Table,
    Topic, Warning,
};
pub(crate) use model::{
    Check, ChoiceSet, Figure, Formula, Helper, Label, Local, RowCheck, RowRule, Trigger,
};
