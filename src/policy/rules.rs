//! The subsidy itself, and what is said beside it.

use super::formula::Formula;
use super::label::Label;
use super::model::Policy;
use super::parameter::Setting;
use super::source::Citation;
use crate::formula::Expression;
use crate::values::Text;

/// The subsidy itself.
#[derive(Debug, Clone)]
pub struct Amount {
    pub(crate) label: Label,
    pub(crate) formula: Formula,
    /// Money that an applicant is paid, as against pay or a cost that is only worked out.
    pub(crate) is_subsidy: bool,
    pub(crate) source: Option<Citation>,
    /// What it is the sum of, in the order in which they are taken; empty where it is no sum of several amounts.
    pub(crate) parts: Vec<AmountPart>,
    /// What they come to at most, all together: each has what those before it have left.
    pub(crate) limit: Option<Expression>,
}

/// One of several amounts that make one: a question or a value, by index.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum AmountPart {
    Input(usize),
    Value(usize),
}

impl AmountPart {
    pub(crate) fn expression(self) -> Expression {
        match self {
            AmountPart::Input(index) => Expression::Input(index),
            AmountPart::Value(index) => Expression::Value(index),
        }
    }

    pub(crate) fn label(self, policy: &Policy) -> &Label {
        match self {
            AmountPart::Input(index) => &policy.inputs[index].label,
            AmountPart::Value(index) => &policy.values[index].label,
        }
    }
}

/// When a warning is given.
#[derive(Debug, Clone)]
pub(crate) enum Trigger {
    /// Where the formula holds.
    Formula(Formula),
    /// Where the eligibility would be another one by this reading.
    OtherReading(Reading),
}

/// What is worked out otherwise where a rule can be read in two ways.
#[derive(Debug, Clone)]
pub(crate) struct Reading {
    /// Values (by index), and what they are computed by then.
    pub(crate) values: Vec<(usize, Formula)>,
    /// Parameters (by index) of one figure, and the other one.
    pub(crate) parameters: Vec<(usize, Setting)>,
}

/// Another way to read the notice, with what it comes to.
#[derive(Debug, Clone)]
pub(crate) struct Alternative {
    pub(crate) label: Label,
    /// Why it can be read so.
    pub(crate) text: Option<Text>,
    pub(crate) reading: Reading,
    /// Questions (by index), and what is to be filled in then.
    pub(crate) definitions: Vec<(usize, Text)>,
    pub(crate) source: Option<Citation>,
}

/// Something the reader should know about a result.
#[derive(Debug, Clone)]
pub struct Warning {
    pub(crate) code: String,
    pub(crate) message: Text,
    pub(crate) fields: Vec<usize>,
    pub(crate) trigger: Trigger,
}

/// Answers that are allowed but hardly ever right together: asked about, and without effect on the result.
#[derive(Debug, Clone)]
pub struct Hint {
    pub(crate) code: String,
    pub(crate) message: Text,
    pub(crate) fields: Vec<usize>,
    /// Where this holds.
    pub(crate) when: Formula,
}
