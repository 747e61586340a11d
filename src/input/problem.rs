//! What can be wrong with an answer.

use crate::values::{Data, Locale, Text};

/// What is wrong with an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProblemCode {
    /// No such field.
    UnknownField,
    /// Another type of value is needed.
    WrongType,
    /// Text that is no number.
    NotANumber,
    /// A whole number is needed.
    NotAnInteger,
    /// Too small or too large, too early or too late.
    OutOfRange,
    /// More decimal places than allowed.
    TooManyDecimals,
    /// No such choice.
    UnknownChoice,
    /// A choice that is given twice.
    RepeatedChoice,
    /// No such day, or not written YYYY-MM-DD.
    InvalidDate,
    /// More rows than a table may have.
    TooManyRows,
    /// A cell that a row needs is empty.
    Required,
}

impl ProblemCode {
    /// The code as programs know it.
    pub fn id(self) -> &'static str {
        match self {
            ProblemCode::UnknownField => "unknown-field",
            ProblemCode::WrongType => "wrong-type",
            ProblemCode::NotANumber => "not-a-number",
            ProblemCode::NotAnInteger => "not-an-integer",
            ProblemCode::OutOfRange => "out-of-range",
            ProblemCode::TooManyDecimals => "too-many-decimals",
            ProblemCode::UnknownChoice => "unknown-choice",
            ProblemCode::RepeatedChoice => "repeated-choice",
            ProblemCode::InvalidDate => "invalid-date",
            ProblemCode::TooManyRows => "too-many-rows",
            ProblemCode::Required => "required",
        }
    }
}

/// One thing wrong with the input.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Id of the field; empty where the input as a whole is meant.
    pub field: String,
    /// Index of the row in a table, from 0.
    pub row: Option<usize>,
    /// Id of the column in a table.
    pub column: Option<String>,
    /// What is wrong.
    pub code: ProblemCode,
    /// The field, what was given and what is allowed, in words.
    pub message: Text,
}

impl Problem {
    /// As plain data, all of it written for this result.
    pub fn to_data(&self, locale: Locale) -> Data<'static> {
        Data::object(|data| {
            data.set("field", &self.field);
            data.set_some("row", self.row);
            data.set_some("column", self.column.as_ref());
            data.set("code", self.code.id());
            data.set("message", self.message.get(locale).to_owned());
        })
    }

    /// Whether it says the same of the same answer.
    #[cfg(feature = "analysis")]
    pub(crate) fn is_same_as(&self, other: &Problem) -> bool {
        (&self.field, self.row, &self.column, self.code)
            == (&other.field, other.row, &other.column, other.code)
    }

    /// A problem of a field as a whole.
    pub fn new(field: &str, code: ProblemCode, message: Text) -> Problem {
        Problem { field: field.to_owned(), row: None, column: None, code, message }
    }
}

pub(crate) type Rejection = (ProblemCode, Text);

/// The beginning of a text, with a mark where it goes on.
pub(crate) fn shortened(text: &str, most: usize) -> String {
    let mut short: String = text.chars().take(most).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}
