//! Answers as they arrive.

use std::borrow::Cow;

use super::rare::Rare;

/// An answer as it arrived.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Raw {
    /// Nothing yet.
    Missing,
    /// true or false.
    Boolean(bool),
    /// A number in the shortest decimal notation that denotes it, perhaps with an exponent; or `NaN`, `Infinity`.
    Number(String),
    /// Text as programs send it: numbers without units, days as `YYYY-MM-DD`, choices by their ids, percentages as fractions.
    Text(String),
    /// Text as a person wrote it, in a file or a cell. A bare percentage is still a fraction: `5.5%` or `0.055`.
    Written(String),
    /// Text as a person typed it in a field with the unit beside it, so that a bare percentage is per cent: `5.5`.
    Typed(String),
    /// Rows of a table; `None` for a row that is no row.
    Table(Vec<Option<RawRow>>),
    /// Texts, one after another, whoever wrote them.
    Texts(Rare<Vec<String>>),
    /// Something that no field takes, as a reader would name it.
    Other(String),
    /// The beginning of a text that is too long to be an answer.
    LongText(String),
    /// So many rows that they have not been looked at.
    LongTable(usize),
}

impl Raw {
    /// A list that is no row of a table: of texts, which are at hand where all its items are, or else of rows that are none.
    pub fn list(texts: &[Option<&str>]) -> Raw {
        #[cfg(feature = "rare")]
        if !texts.is_empty() && texts.iter().all(Option::is_some) {
            let texts: Vec<_> = texts.iter().flatten().map(|text| (*text).to_owned()).collect();
            return Raw::Texts(texts.into());
        }
        Raw::Table(vec![None; texts.len()])
    }

    /// The rows, where it is a list.
    pub(crate) fn rows(&self) -> Option<Cow<'_, [Option<RawRow>]>> {
        match self {
            Raw::Table(rows) => Some(Cow::Borrowed(rows)),
            Raw::Texts(texts) => Some(Cow::Owned(vec![None; texts.len()])),
            _ => None,
        }
    }

    /// Takes texts, in rows too, for what a person typed.
    pub fn take_as_typed(&mut self) {
        match self {
            Raw::Text(text) => *self = Raw::Typed(core::mem::take(text)),
            Raw::Table(rows) => {
                for (_, cell) in rows.iter_mut().flatten().flatten() {
                    cell.take_as_typed();
                }
            }
            _ => {}
        }
    }
}

/// The cells of a row: column id and answer.
pub type RawRow = Vec<(String, Raw)>;
