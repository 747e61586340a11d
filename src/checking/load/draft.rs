//! Items whose formulas wait until every name is known.

use super::usual::Usual;
use crate::document::{Place, Section, Spot};
use crate::formula::{Quantity, Type};
use crate::policy::{Citation, Computed, Formula, Label};

/// A value whose formula is checked when its type is first needed.
pub(super) struct Draft<'a> {
    pub(super) label: Label,
    pub(super) formula: Option<Spot<'a>>,
    pub(super) quantity: Option<(Quantity, Place)>,
    pub(super) choices: Option<usize>,
    pub(super) boolean: bool,
    pub(super) source: Option<Citation>,
    pub(super) state: State,
}

impl Draft<'_> {
    /// The type, as far as it has been written down or found out.
    pub(super) fn known_type(&self) -> Option<Type> {
        match (&self.state, self.choices, &self.quantity, self.boolean) {
            (State::Checked(Some(formula)), ..) => Some(formula.kind),
            (_, Some(set), ..) => Some(Type::Choice(set)),
            (_, None, Some((quantity, _)), _) => Some(Type::Number(*quantity)),
            (_, None, None, true) => Some(Type::Boolean),
            (_, None, None, false) => None,
        }
    }

    pub(super) fn finish(self) -> Option<Computed> {
        match self.state {
            State::Checked(formula) => {
                Some(Computed { label: self.label, formula: formula?, source: self.source })
            }
            State::Unchecked | State::Checking => None,
        }
    }
}

pub(super) enum State {
    Unchecked,
    /// Being checked: meeting it again is a cycle.
    Checking,
    Checked(Option<Formula>),
}

/// The formulas of an input, or of a column, that wait until every name is known.
pub(crate) struct Question<'a> {
    pub(super) index: usize,
    pub(super) when: Option<Spot<'a>>,
    pub(super) bound: Option<Spot<'a>>,
    pub(super) rows: Option<TableDraft<'a>>,
    pub(super) usual: Option<Usual>,
}

impl Question<'_> {
    /// The table, and where the formula of what its rows are worth stands.
    pub(crate) fn row_amount(&self) -> Option<(usize, Place)> {
        let rows = self.rows.as_ref()?;
        Some((rows.table, rows.amount.as_ref()?.place.clone()))
    }
}

/// A value of each row, whose formula is for later; its name and choices are read before figures are told apart by them.
pub(crate) struct RowValueDraft<'a> {
    pub(super) section: Section<'a>,
    pub(super) label: Option<Label>,
    pub(super) choices: Option<usize>,
}

impl<'a> RowValueDraft<'a> {
    pub(super) fn all(of: &Section<'a>) -> Vec<RowValueDraft<'a>> {
        let draft = |section| RowValueDraft { section, label: None, choices: None };
        of.sections("value").into_iter().map(draft).collect()
    }
}

/// A table whose formulas are for later.
pub(crate) struct TableDraft<'a> {
    pub(super) table: usize,
    pub(super) place: Place,
    pub(super) columns: Vec<Question<'a>>,
    pub(super) values: Vec<RowValueDraft<'a>>,
    pub(super) checks: Vec<Section<'a>>,
    pub(super) amount: Option<Spot<'a>>,
}
