//! The ways in which a formula can be written.

/// How references appear.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Style {
    /// By name: the formula as the notice has it.
    Names,
    /// By name, in words where there are any: what has to hold.
    Statements,
    /// By number, others by name and value: the formula worked out.
    Numbers,
    /// By name and value, in words where there are any: the formula as a reason.
    Reasons,
}

impl Style {
    /// Whether values are shown, rather than names alone.
    pub(super) fn shows_values(self) -> bool {
        matches!(self, Style::Numbers | Style::Reasons)
    }

    /// Whether words stand for the signs of what is no number.
    pub(super) fn is_in_words(self) -> bool {
        matches!(self, Style::Statements | Style::Reasons)
    }
}
