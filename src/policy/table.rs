//! Rows that an applicant lists, and what has to hold for them.

use super::formula::{Computed, Formula};
use super::input::Input;
use super::source::Citation;
use crate::formula::Expression;
use crate::values::Text;

/// Rows that an applicant lists: people hired, trainings, hours of overtime.
#[derive(Debug, Clone)]
pub struct Table {
    pub(crate) columns: Vec<Input>,
    /// Of each of these groups of optional columns, a row fills in at least one.
    pub(crate) any_of: Vec<Vec<usize>>,
    /// Values computed for each row.
    pub(crate) values: Vec<Computed>,
    /// Columns by which rows are taken in turn; then the order given.
    pub(crate) order: Vec<usize>,
    pub(crate) checks: Vec<RowCheck>,
    /// What an accepted row is worth.
    pub(crate) amount: Option<Formula>,
    pub(crate) max_rows: usize,
}

impl Table {
    /// Every formula about its rows.
    #[cfg(feature = "analysis")]
    pub(crate) fn formulas(&self) -> impl Iterator<Item = &Expression> {
        let values = self.values.iter().map(|value| &value.formula.expression);
        let whens =
            self.columns.iter().filter_map(|column| Some(&column.when.as_ref()?.expression));
        let checks = self.checks.iter().filter_map(|check| check.rule.expression());
        values
            .chain(whens)
            .chain(checks)
            .chain(self.amount.as_ref().map(|amount| &amount.expression))
    }
}

/// A reason to turn a row down.
#[derive(Debug, Clone)]
pub(crate) struct RowCheck {
    pub(crate) code: String,
    pub(crate) message: Text,
    pub(crate) rule: RowRule,
    pub(crate) source: Option<Citation>,
}

/// What has to hold for a row to be accepted. Group rules look at the rows accepted before it.
#[derive(Debug, Clone)]
pub(crate) enum RowRule {
    /// A formula about the row itself.
    Formula(Formula),
    /// No accepted row has the same values in these columns.
    Distinct(Vec<usize>),
    /// It starts on a day after the last accepted row with the same values in `by` ended.
    After { by: Vec<usize>, start: usize, end: usize },
    /// Fewer than `count` accepted rows have the same values in `by`.
    AtMost { by: Vec<usize>, count: Expression },
}

impl RowRule {
    /// The formula that it looks at, if any.
    pub(crate) fn expression(&self) -> Option<&Expression> {
        match self {
            RowRule::Formula(formula) => Some(&formula.expression),
            RowRule::AtMost { count, .. } => Some(count),
            RowRule::Distinct(_) | RowRule::After { .. } => None,
        }
    }
}
