//! Checked formulas, and what is computed by one.

use std::borrow::Cow;
use std::sync::OnceLock;

use super::label::Label;
use super::source::Citation;
use crate::formula::{Expression, Type};
use crate::values::{Locale, Unit};

/// A checked formula with the type of its result.
#[derive(Debug, Clone)]
pub(crate) struct Formula {
    pub(crate) expression: Expression,
    pub(crate) kind: Type,
    pub(crate) by_name: ByName,
}

/// A formula as readers know it, in each language, once it has been written.
#[derive(Debug, Clone, Default)]
pub(crate) struct ByName {
    pub(crate) chinese: OnceLock<String>,
    pub(crate) english: OnceLock<String>,
}

impl Formula {
    #[cfg(feature = "checking")]
    pub(crate) fn new(expression: Expression, kind: Type) -> Formula {
        Formula { expression, kind, by_name: ByName::default() }
    }

    /// The unit that a number of this type is given in, as a word; `None` for percentages, which are fractions.
    pub(crate) fn unit_word(&self, locale: Locale) -> Option<Cow<'static, str>> {
        match self.kind {
            Type::Number(quantity) if quantity.unit != Unit::NONE => {
                Some(quantity.unit.label(locale))
            }
            _ => None,
        }
    }
}

/// A value computed on the way: layoff rate, limit, rate of refund.
#[derive(Debug, Clone)]
pub struct Computed {
    pub(crate) label: Label,
    pub(crate) formula: Formula,
    pub(crate) source: Option<Citation>,
}
