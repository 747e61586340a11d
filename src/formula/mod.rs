//! Formulas: small expressions in the notice's own words, typed and unit-checked before they are ever evaluated.

mod check;
mod expression;
mod lexer;
mod render;
mod syntax;

pub(crate) use check::{Checker, Meaning, Scope};
pub(crate) use expression::{Comparison, Expression, Function, Operator, Quantity, Type};
pub(crate) use render::{Style, display, group_thousands, render, unit_word};
