//! Figures that the notice sets, and tables of grades.

use super::label::Label;
use super::source::Citation;
use crate::formula::{Quantity, Type};
use crate::values::{Date, Number};

/// A figure that the notice sets, or figures that it tells apart: by choices, by steps of a scale, by the day from which they hold.
#[derive(Debug, Clone)]
pub struct Parameter {
    pub(crate) label: Label,
    pub(crate) quantity: Quantity,
    /// The figures from the day on which each holds, earliest first.
    pub(crate) history: Vec<Figure>,
    /// The last day that the figures cover.
    pub(crate) until: Option<Date>,
    /// What choices tell the figures apart by; empty for one figure and for a scale.
    pub(crate) by: Vec<Key>,
    /// What the number is measured in that a scale tells the figures apart by.
    pub(crate) scale: Option<Quantity>,
}

/// Choices by which figures are told apart.
#[derive(Debug, Clone)]
pub(crate) struct Key {
    /// The choice set.
    pub(crate) choices: usize,
    /// What the author calls it: the input, column or value that has these choices.
    pub(crate) label: Label,
}

/// What a parameter is from a day on.
#[derive(Debug, Clone)]
pub(crate) struct Figure {
    /// `None` for what holds throughout.
    pub(crate) from: Option<Date>,
    /// For each choice, that of the last key changing fastest; or for each step of a scale; or the one.
    pub(crate) settings: Vec<Setting>,
    /// Up to where each step of a scale but the last goes.
    pub(crate) limits: Vec<Limit>,
    pub(crate) source: Citation,
}

/// One figure.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Setting {
    Number(Number),
    Day(Date),
}

/// Where a step of a scale ends.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Limit {
    pub(crate) at: Number,
    /// Whether the limit itself still belongs to the step.
    pub(crate) included: bool,
}

impl Setting {
    pub(crate) fn number(self) -> Option<Number> {
        match self {
            Setting::Number(number) => Some(number),
            Setting::Day(_) => None,
        }
    }
}

impl Parameter {
    /// What it is on a day, or throughout; `None` where the parameter does not say.
    pub(crate) fn figure(&self, day: Option<Date>) -> Option<&Figure> {
        let Some(day) = day else {
            return self.history.first().filter(|figure| figure.from.is_none());
        };
        if self.until.is_some_and(|until| day > until) {
            return None;
        }
        self.history.iter().rev().find(|figure| figure.from.is_none_or(|from| from <= day))
    }

    /// The one figure of a parameter whose figures nothing but the day tells apart.
    pub(crate) fn on(&self, day: Date) -> Option<Setting> {
        self.figure(Some(day))?.only()
    }

    /// The one figure of a parameter that does not change.
    pub(crate) fn constant(&self) -> Option<Setting> {
        self.figure(None)?.only()
    }

    /// All figures there are.
    pub(crate) fn settings(&self) -> impl Iterator<Item = Setting> {
        self.history.iter().flat_map(|figure| figure.settings.iter().copied())
    }

    /// By how many things, the day aside, its figures are told apart.
    pub(crate) fn keys(&self) -> usize {
        self.by.len() + usize::from(self.scale.is_some())
    }

    pub(crate) fn kind(&self) -> Type {
        match self.settings().next() {
            Some(Setting::Day(_)) => Type::Date,
            _ => Type::Number(self.quantity),
        }
    }
}

impl Figure {
    /// The one that it is, where nothing but the day tells figures apart.
    pub(crate) fn only(&self) -> Option<Setting> {
        match self.settings.as_slice() {
            [setting] => Some(*setting),
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
