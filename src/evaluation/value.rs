//! What a formula comes to, and why it may come to nothing.

use std::rc::Rc;

use crate::values::{Date, Number, Overflow, Rare, Selection, digits};

/// A known value.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Value {
    /// Yes or no.
    Boolean(bool),
    /// A number.
    Number(Number),
    /// A day.
    Date(Date),
    /// Text.
    Text(String),
    /// Index of a choice in its set.
    Choice(usize),
    /// Which choices of a set are chosen.
    Choices(Rare<Selection>),
    /// The rows of a table.
    Rows(Rc<[Row]>),
}

impl Value {
    pub(super) fn as_number(&self) -> Option<Number> {
        if let Value::Number(number) = self { Some(*number) } else { None }
    }

    pub(super) fn as_truth(&self) -> Option<bool> {
        if let Value::Boolean(truth) = self { Some(*truth) } else { None }
    }
}

/// The cells of a row, by column.
pub(crate) type Row = Vec<Option<Value>>;

/// How a row fares.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Judgement {
    /// Indexes of the checks that it fails.
    pub(crate) reasons: Vec<usize>,
}

impl Judgement {
    pub(crate) fn is_accepted(&self) -> bool {
        self.reasons.is_empty()
    }
}

/// A cell as text that is equal where the cells are equal; dates in their order.
pub(crate) fn key(value: &Value) -> String {
    match value {
        Value::Text(text) => text.clone(),
        Value::Date(date) => date.to_string(),
        Value::Number(number) => number.as_decimal().map(digits::plain).unwrap_or_default(),
        Value::Boolean(value) => value.to_string(),
        Value::Choice(index) => digits::count(*index),
        Value::Choices(_) | Value::Rows(_) => String::new(),
    }
}

/// Why an expression has no value although everything it needs is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Failure {
    /// A number too large to be exact.
    TooLarge,
    /// A divisor of zero.
    DivisionByZero,
    /// A date outside the years that can be handled.
    DateOutOfRange,
    /// A day for which a parameter (by index) has no figure.
    NoFigure(usize, Date),
    /// A day of a year whose holidays have not been announced.
    NoCalendar(Date),
    /// An amount below zero: no formula that passed its checks comes to one.
    NegativeAmount,
}

impl From<Overflow> for Failure {
    fn from(_: Overflow) -> Failure {
        Failure::TooLarge
    }
}

/// A value, or `None` while an input that decides it is missing.
pub(crate) type Evaluated = Result<Option<Value>, Failure>;
