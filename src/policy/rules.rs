//! The subsidy itself, and what is said beside it.

use super::formula::Formula;
use super::label::Label;
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
    /// The values that it is the sum of, in the order in which they are taken; empty where it is no sum of several amounts.
    pub(crate) parts: Vec<usize>,
    /// What they come to at most, all together: each has what those before it have left.
    pub(crate) limit: Option<Expression>,
}

/// When a warning is given.
#[derive(Debug, Clone)]
pub(crate) enum Trigger {
    /// Where the formula holds.
    Formula(Formula),
    /// Where the eligibility would be another one if the value (by index) were computed by this formula:
    /// for a rule that can be read in two ways.
    OtherReading(usize, Formula),
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
