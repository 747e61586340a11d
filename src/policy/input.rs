//! Questions.

use core::cmp::Ordering;

use super::formula::Formula;
use super::label::Label;
use super::source::Citation;
use crate::formula::{Expression, Quantity, Type};
use crate::values::{Date, Locale, Number, Rare, Raw, Selection, Text, Unit};

/// What kind of answer an input takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A whole number.
    Count,
    /// An amount of money.
    Money,
    /// Any decimal number.
    Number,
    /// A share, given as a fraction.
    Percentage,
    /// A day.
    Date,
    /// Free text.
    Text,
    /// One of the choices of a set.
    Choice(usize),
    /// Yes or no.
    Boolean,
    /// As many of the choices of a set as hold, from `min` to `max` of them.
    Choices(Rare<usize>),
    /// Rows of the table with this index.
    Table(usize),
    /// Text that is the same whatever its width, case and spaces.
    Identifier,
    /// Such a text that is the number of a citizen.
    IdentityNumber,
    /// Such a text that is the code of an organisation.
    CreditCode,
}

impl Kind {
    /// Whether it is the same whatever its width, case and spaces.
    pub(crate) fn is_identifier(self) -> bool {
        matches!(self, Kind::Identifier | Kind::IdentityNumber | Kind::CreditCode)
    }
}

/// How an answer can be worked out where it is not known.
#[derive(Debug, Clone)]
pub(crate) enum Helper {
    /// A value (or `amount`) of another policy, some of whose inputs are answered already.
    Policy { policy: String, value: String, inputs: Vec<(String, Raw)> },
    /// The mean of the figures of some months.
    MonthlyAverage,
}

/// What of the months of one year an answer is. Those in the same unit, all but sums, are of one series.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Months {
    /// December of the year before.
    Before,
    /// January.
    First,
    /// December.
    Last,
    /// The mean of the twelve.
    Average,
    /// What all twelve come to, in a series of its own.
    Sum,
}

impl Months {
    /// Each with its word in policy files and descriptions.
    pub(crate) const WORDS: [(&'static str, Months); 5] = [
        ("before", Months::Before),
        ("first", Months::First),
        ("last", Months::Last),
        ("average", Months::Average),
        ("sum", Months::Sum),
    ];

    pub(crate) fn word(self) -> &'static str {
        Months::WORDS.iter().find(|entry| entry.1 == self).map_or("", |entry| entry.0)
    }
}

/// A question.
#[derive(Debug, Clone)]
pub struct Input {
    pub(crate) label: Label,
    /// Other names that a column goes by in tables people keep.
    pub(crate) also: Vec<String>,
    pub(crate) help: Option<Text>,
    /// What kind of answer it takes.
    pub kind: Kind,
    pub(crate) quantity: Quantity,
    /// The smallest number allowed.
    pub min: Number,
    /// The largest number allowed.
    pub max: Number,
    /// Whether the policy itself sets the largest number; otherwise it is the general bound.
    pub(crate) has_own_max: bool,
    /// Whether `min` itself is not allowed.
    pub(crate) above_min: bool,
    /// Decimal places allowed.
    pub(crate) decimals: u32,
    pub(crate) earliest: Date,
    pub(crate) latest: Date,
    /// Asked only where this holds.
    pub(crate) when: Option<Formula>,
    /// May be left unanswered for good.
    pub(crate) optional: bool,
    pub(crate) helper: Option<Helper>,
    pub(crate) months: Option<Months>,
    /// What a yes says as a statement, and what a no says: “没有被列为严重失信”.
    pub(crate) yes: Option<Text>,
    pub(crate) no: Option<Text>,
    /// The form of a text: # for a digit, @ for a letter.
    pub(crate) pattern: Option<String>,
    /// What another answer allows at most: a comparison that has to hold.
    pub(crate) limit: Option<Expression>,
    pub(crate) source: Option<Citation>,
}

impl Input {
    /// The id by which programs know it.
    pub fn id(&self) -> &str {
        &self.label.id
    }

    /// What it is called, in both languages: its label, its name in formulas, and what else people's own tables call it.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.label.names().chain(self.also.iter().map(String::as_str))
    }

    /// What readers know it by.
    pub fn label(&self, locale: Locale) -> &str {
        self.label.text.get(locale)
    }

    /// What its answer is measured in.
    pub fn unit(&self) -> Unit {
        self.quantity.unit
    }

    /// Whether its answer may be given as the quotient that a mean is.
    pub(crate) fn is_mean(&self) -> bool {
        let is_average = self.months == Some(Months::Average);
        self.kind == Kind::Number
            && (is_average || matches!(self.helper, Some(Helper::MonthlyAverage)))
    }

    /// Whether so many choices may be chosen together.
    pub(crate) fn allows(&self, selection: Selection) -> bool {
        let count = Number::from(i64::from(selection.count()));
        let is_at_most = |least: Number, most| least.compare(most).is_ok_and(Ordering::is_le);
        is_at_most(self.min, count) && is_at_most(count, self.max)
    }

    /// The type of its answer in formulas; rows have none.
    pub(crate) fn result_type(&self) -> Type {
        match self.kind {
            Kind::Count | Kind::Money | Kind::Number | Kind::Percentage => {
                Type::Number(self.quantity)
            }
            Kind::Date => Type::Date,
            Kind::Text
            | Kind::Identifier
            | Kind::IdentityNumber
            | Kind::CreditCode
            | Kind::Table(_) => Type::Text,
            Kind::Choice(set) => Type::Choice(set),
            Kind::Choices(set) => Type::Choices(set),
            Kind::Boolean => Type::Boolean,
        }
    }
}
