//! Rows that an applicant lists, and what has to hold for them.

use super::formula::{Computed, Formula};
use super::input::Input;
use super::label::Label;
use super::source::Citation;
use crate::formula::{Expression, Quantity};
use crate::values::{Rare, Text};

/// Rows that an applicant lists: people hired, trainings, hours of overtime; or those of a schedule.
#[derive(Debug, Clone, Default)]
pub struct Table {
    /// Of rows that nobody lists, how they are made.
    pub(crate) schedule: Option<Rare<Schedule>>,
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
    pub(crate) min_rows: usize,
}

/// Rows of one month each, from a first one on. Their columns are the first day of the month, and which month it is.
#[derive(Debug, Clone)]
pub(crate) struct Schedule {
    pub(crate) label: Label,
    /// What the rows are counted in.
    pub(crate) quantity: Quantity,
    /// A day of the first month.
    pub(crate) first: Formula,
    /// How many months there are.
    pub(crate) count: Formula,
    pub(crate) source: Option<Citation>,
}

impl Schedule {
    /// So many months at most: a century.
    pub(crate) const MOST_MONTHS: i32 = 1200;

    /// The column that says which month it is; the first is the month itself.
    #[cfg(feature = "analysis")]
    pub(crate) const NUMBER: usize = 1;

    pub(crate) fn formulas(&self) -> [&Expression; 2] {
        [&self.first.expression, &self.count.expression]
    }
}

impl Table {
    /// So many pairs of rows at most where a formula of rows looks at those of another table.
    #[cfg(feature = "analysis")]
    const MOST_PAIRS: usize = 1_000_000;

    /// Whether formulas of its rows can look at all rows of another table without taking too long.
    #[cfg(feature = "analysis")]
    pub(crate) fn has_few_pairs(&self, other: &Table) -> bool {
        self.max_rows.saturating_mul(other.max_rows) <= Table::MOST_PAIRS
    }

    /// Whether a formula of its rows looks at those of another table.
    #[cfg(feature = "analysis")]
    pub(crate) fn looks_at_rows(&self) -> bool {
        fn looks(expression: &Expression) -> bool {
            matches!(expression, Expression::Aggregate(..))
                || expression.operands().into_iter().any(looks)
        }
        self.row_formulas().any(looks)
    }

    /// Every formula about its rows, or on which they hang.
    #[cfg(feature = "analysis")]
    pub(crate) fn formulas(&self) -> impl Iterator<Item = &Expression> {
        self.row_formulas().chain(self.schedule.iter().flat_map(|made| made.formulas()))
    }

    #[cfg(feature = "analysis")]
    fn row_formulas(&self) -> impl Iterator<Item = &Expression> {
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

/// What has to hold for a row to be accepted. Group rules look at the rows accepted before it. `by` has columns and, counted on
/// behind all columns, values of the row.
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
    /// What rows of a group agree in.
    pub(crate) fn by(&self) -> &[usize] {
        match self {
            RowRule::Formula(_) => &[],
            RowRule::Distinct(by) | RowRule::After { by, .. } | RowRule::AtMost { by, .. } => by,
        }
    }

    /// The formula that it looks at, if any.
    pub(crate) fn expression(&self) -> Option<&Expression> {
        match self {
            RowRule::Formula(formula) => Some(&formula.expression),
            RowRule::AtMost { count, .. } => Some(count),
            RowRule::Distinct(_) | RowRule::After { .. } => None,
        }
    }
}
