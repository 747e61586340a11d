//! A policy: what one notice says, checked and ready to be evaluated.

#[cfg(feature = "checking")]
mod load;
mod model;

pub use model::{
    Amount, Audience, Change, Citation, Classification, Computed, Contact, Example, Exclusion,
    Input, Kind, Note, Parameter, Policy, Reliability, SourceDocument, Status, Table, Warning,
};
pub(crate) use model::{ChoiceSet, Figure, Formula, Label, RowCheck, RowRule, Trigger};
