//! A policy: what one notice says, checked and ready to be evaluated.

mod load;
mod model;

pub use model::{
    Amount, Audience, Citation, Classification, Computed, Contact, Input, Kind, Note, Parameter,
    Policy, Reliability, SourceDocument, Status, Warning,
};
pub(crate) use model::{ChoiceSet, Formula, Label, Trigger};
