//! A policy: what one notice says, checked and ready to be evaluated.

#[cfg(feature = "checking")]
mod load;
mod model;

#[cfg(feature = "checking")]
pub(crate) use model::ChoiceSet;
pub use model::{
    Amount, Audience, Citation, Classification, Computed, Contact, Example, Input, Kind, Note,
    Parameter, Policy, Reliability, SourceDocument, Status, Warning,
};
pub(crate) use model::{Formula, Label, Trigger};
