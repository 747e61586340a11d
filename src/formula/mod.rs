//! Formulas: small expressions in the notice's own words, typed and unit-checked before they are ever evaluated.

#[cfg(feature = "checking")]
mod check;
mod expression;
#[cfg(feature = "checking")]
mod lexer;
#[cfg(feature = "authoring")]
mod literals;
#[cfg(feature = "authoring")]
mod mutants;
#[cfg(feature = "checking")]
mod slips;
#[cfg(feature = "checking")]
mod syntax;

#[cfg(feature = "checking")]
pub(crate) use check::{Checker, Keys, Meaning, Part, Scope, Wanted};
pub(crate) use expression::{
    Aggregate, Comparison, Expression, Function, Operator, Peers, Quantity, Type,
};
#[cfg(feature = "authoring")]
pub(crate) use literals::{Figure, Literal, literals};
#[cfg(feature = "authoring")]
pub(crate) use mutants::{Mutant, mutants, stepped};
#[cfg(feature = "authoring")]
pub(crate) use slips::functions;
#[cfg(feature = "checking")]
pub(crate) use slips::reserved;
