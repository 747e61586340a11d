//! Answers as they arrive.

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
    /// Something that no field takes, as a reader would name it.
    Other(String),
    /// The beginning of a text that is too long to be an answer.
    LongText(String),
    /// So many rows that they have not been looked at.
    LongTable(usize),
}

impl Raw {
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
