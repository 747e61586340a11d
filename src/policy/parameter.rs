//! Figures that the notice sets, and tables of grades.

use super::label::Label;
use super::source::Citation;
use crate::formula::Quantity;
use crate::values::{Date, Number};

/// A figure that the notice sets.
#[derive(Debug, Clone)]
pub struct Parameter {
    pub(crate) label: Label,
    pub(crate) quantity: Quantity,
    /// The figure, or the figures from the day on which each holds, earliest first.
    pub(crate) history: Vec<Figure>,
    /// The last day that the figures cover.
    pub(crate) until: Option<Date>,
}

/// What a parameter is from a day on.
#[derive(Debug, Clone)]
pub(crate) struct Figure {
    /// `None` for a figure that holds throughout.
    pub(crate) from: Option<Date>,
    pub(crate) value: Number,
    pub(crate) source: Citation,
}

impl Parameter {
    /// The figure on a day; `None` where the parameter does not say.
    pub(crate) fn on(&self, day: Date) -> Option<Number> {
        if self.until.is_some_and(|until| day > until) {
            return None;
        }
        let held =
            self.history.iter().rev().find(|figure| figure.from.is_none_or(|from| from <= day));
        held.map(|figure| figure.value)
    }

    /// The one figure of a parameter that does not change.
    pub(crate) fn constant(&self) -> Option<Number> {
        match self.history.as_slice() {
            [Figure { from: None, value, .. }] => Some(*value),
            _ => None,
        }
    }
}

/// A table of grades: the first grade whose lower bounds are all reached.
#[derive(Debug, Clone)]
pub struct Classification {
    pub(crate) name: String,
    /// The input whose choice picks the row.
    pub(crate) by: usize,
    /// The inputs that are compared.
    pub(crate) indicators: Vec<usize>,
    pub(crate) choices: usize,
    /// Choices from the highest grade down; the last is what remains.
    pub(crate) grades: Vec<usize>,
    /// A row for each choice of `by`: for each indicator the lower bounds of all grades but the last.
    pub(crate) rows: Vec<Vec<Option<Vec<Number>>>>,
}
