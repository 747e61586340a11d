//! Checked formulas: every name is resolved, every operation fits its operands.

use crate::values::{Date, Number, Rare, Unit};

/// What a number measures and how it is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Quantity {
    pub(crate) unit: Unit,
    /// A share that readers know as a percentage.
    pub(crate) percent: bool,
}

impl Quantity {
    pub(crate) const PLAIN: Quantity = Quantity { unit: Unit::NONE, percent: false };
    #[cfg(feature = "checking")]
    pub(crate) const PERCENT: Quantity = Quantity { unit: Unit::NONE, percent: true };

    pub(crate) fn of(unit: Unit) -> Quantity {
        Quantity { unit, percent: false }
    }

    /// Whether a number of it is a year of the calendar, a name more than a number; others count years.
    pub(crate) fn names_a_year(self, number: Number) -> bool {
        self.unit == Unit::YEAR && number.as_integer() > Some(1900)
    }
}

/// The type of an expression.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Type {
    Boolean,
    Number(Quantity),
    Date,
    Text,
    /// One of the choices of the policy's choice set with this index.
    Choice(usize),
    /// Several of them.
    Choices(Rare<usize>),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Operator {
    Add,
    Subtract,
    Multiply,
    Divide,
}

impl Operator {
    pub(crate) fn sign(self) -> &'static str {
        match self {
            Operator::Add => "+",
            Operator::Subtract => "−",
            Operator::Multiply => "×",
            Operator::Divide => "÷",
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Comparison {
    AtMost,
    AtLeast,
    Less,
    Greater,
    Equal,
    Unequal,
}

impl Comparison {
    pub(crate) fn sign(self) -> &'static str {
        match self {
            Comparison::AtMost => "≤",
            Comparison::AtLeast => "≥",
            Comparison::Less => "<",
            Comparison::Greater => ">",
            Comparison::Equal => "=",
            Comparison::Unequal => "≠",
        }
    }

    /// The comparison with its sides exchanged.
    #[cfg(feature = "analysis")]
    pub(crate) fn turned(self) -> Comparison {
        match self {
            Comparison::AtMost => Comparison::AtLeast,
            Comparison::AtLeast => Comparison::AtMost,
            Comparison::Less => Comparison::Greater,
            Comparison::Greater => Comparison::Less,
            Comparison::Equal | Comparison::Unequal => self,
        }
    }

    /// The comparison that holds exactly where this one does not.
    pub(crate) fn opposite(self) -> Comparison {
        match self {
            Comparison::AtMost => Comparison::Greater,
            Comparison::AtLeast => Comparison::Less,
            Comparison::Less => Comparison::AtLeast,
            Comparison::Greater => Comparison::AtMost,
            Comparison::Equal => Comparison::Unequal,
            Comparison::Unequal => Comparison::Equal,
        }
    }

    pub(crate) fn holds(self, order: core::cmp::Ordering) -> bool {
        match self {
            Comparison::AtMost => order.is_le(),
            Comparison::AtLeast => order.is_ge(),
            Comparison::Less => order.is_lt(),
            Comparison::Greater => order.is_gt(),
            Comparison::Equal => order.is_eq(),
            Comparison::Unequal => order.is_ne(),
        }
    }
}

/// Functions of the formula language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Function {
    Minimum,
    Maximum,
    AddMonths,
    AddWorkingDays,
    YearOf,
    MonthOf,
    FirstOfMonth,
    /// To a multiple of the second, as all rounding: a tie away from zero.
    RoundHalfUp,
    /// Towards zero.
    RoundDown,
    /// Away from zero.
    RoundUp,
    AddDays,
    AddYears,
    /// From the first day to the second, as all that follow.
    Days,
    /// Whole months: as many as can be added to the first day without passing the second.
    WholeMonths,
    WholeYears,
    /// In years, which are full on the day after the birthday.
    Age,
    LastOfMonth,
    /// The day itself, or else the next working day.
    WorkingDayFrom,
    /// The day in the number of a citizen.
    BirthDate,
}

impl Function {
    /// Name, and name for English readers.
    pub(crate) const ALL: [(&'static str, &'static str, Function); 19] = [
        ("取小", "min", Function::Minimum),
        ("取大", "max", Function::Maximum),
        ("加月", "add months", Function::AddMonths),
        ("加工作日", "add working days", Function::AddWorkingDays),
        ("年份", "year of", Function::YearOf),
        ("所在月", "month of", Function::MonthOf),
        ("某月", "the month", Function::FirstOfMonth),
        ("四舍五入", "round half up", Function::RoundHalfUp),
        ("只舍不入", "round down", Function::RoundDown),
        ("只入不舍", "round up", Function::RoundUp),
        ("加天", "add days", Function::AddDays),
        ("加年", "add years", Function::AddYears),
        ("天数", "days between", Function::Days),
        ("满月数", "whole months between", Function::WholeMonths),
        ("满年数", "whole years between", Function::WholeYears),
        ("周岁", "age", Function::Age),
        ("月末", "last day of the month", Function::LastOfMonth),
        ("顺延", "working day from", Function::WorkingDayFrom),
        ("出生日期", "date of birth", Function::BirthDate),
    ];

    pub(crate) fn names(self) -> (&'static str, &'static str) {
        Function::ALL
            .iter()
            .find(|entry| entry.2 == self)
            .map_or(("", ""), |entry| (entry.0, entry.1))
    }

    /// Whether the result is in the unit of the operands.
    pub(crate) fn keeps_unit(self) -> bool {
        matches!(
            self,
            Function::Minimum
                | Function::Maximum
                | Function::RoundHalfUp
                | Function::RoundDown
                | Function::RoundUp
        )
    }

    /// Whether the result is a day, whatever the operands are.
    pub(crate) fn gives_a_day(self) -> bool {
        matches!(
            self,
            Function::AddMonths
                | Function::AddWorkingDays
                | Function::MonthOf
                | Function::FirstOfMonth
                | Function::AddDays
                | Function::AddYears
                | Function::LastOfMonth
                | Function::WorkingDayFrom
                | Function::BirthDate
        )
    }

    /// Whether it is the time from its first operand, a day, to its second: the later the first, the less.
    #[cfg(feature = "analysis")]
    pub(crate) fn is_time_between(self) -> bool {
        matches!(
            self,
            Function::Days | Function::WholeMonths | Function::WholeYears | Function::Age
        )
    }
}

/// Ways to look at the accepted rows of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Aggregate {
    /// How many there are, or how many for which the condition holds.
    Count,
    /// The sum of a number over them.
    Sum,
    /// Whether the condition holds for one of them.
    Any,
    /// The largest sum of a number, the last operand, over rows that agree in all others.
    LargestSum,
    /// How many rows there are of which no two agree in all operands.
    Distinct,
    /// The mean of a number over them, or else, where there are none, the second operand; so with all that follow.
    Mean,
    /// The least number, or the earliest day.
    Least,
    /// The greatest number, or the latest day.
    Greatest,
}

impl Aggregate {
    pub(crate) const ALL: [(&'static str, &'static str, Aggregate); 8] = [
        ("计数", "count", Aggregate::Count),
        ("合计", "sum", Aggregate::Sum),
        ("存在", "any", Aggregate::Any),
        ("分组最大", "largest sum by group", Aggregate::LargestSum),
        ("去重计数", "distinct count", Aggregate::Distinct),
        ("平均", "mean", Aggregate::Mean),
        ("最小", "least", Aggregate::Least),
        ("最大", "greatest", Aggregate::Greatest),
    ];

    /// Whether it counts rows, in the unit of the table.
    pub(crate) fn is_count(self) -> bool {
        matches!(self, Aggregate::Count | Aggregate::Distinct)
    }

    /// Whether it is of the rows' own kind, with a second operand for where there are none.
    pub(crate) fn is_of_rows(self) -> bool {
        matches!(self, Aggregate::Mean | Aggregate::Least | Aggregate::Greatest)
    }

    pub(crate) fn names(self) -> (&'static str, &'static str) {
        let entry = Aggregate::ALL.iter().find(|entry| entry.2 == self);
        entry.map_or(("", ""), |entry| (entry.0, entry.1))
    }
}

/// Ways to look from a row at those of its table that agree with it in something. All rows given count, accepted or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Peers {
    /// How many there are, the row itself included.
    Count,
    /// The sum of a number, the last operand, over them.
    Sum,
    /// What the one before it in the order of turns has (last but one), or what there is without one (last).
    Previous,
}

impl Peers {
    pub(crate) const ALL: [(&'static str, &'static str, Peers); 3] = [
        ("同组计数", "count in the group", Peers::Count),
        ("同组合计", "sum in the group", Peers::Sum),
        ("上一行", "of the row before", Peers::Previous),
    ];

    pub(crate) fn names(self) -> (&'static str, &'static str) {
        let entry = Peers::ALL.iter().find(|entry| entry.2 == self);
        entry.map_or(("", ""), |entry| (entry.0, entry.1))
    }

    /// How many operands there are behind those that rows agree in.
    pub(crate) fn own_operands(self) -> usize {
        match self {
            Peers::Count => 0,
            Peers::Sum => 1,
            Peers::Previous => 2,
        }
    }
}

/// A checked expression. Indexes point into the policy's lists.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(not(feature = "rare"), expect(dead_code, reason = "what is rare cannot be"))]
pub(crate) enum Expression {
    Number(Number, Quantity),
    Boolean(bool),
    Date(Date),
    Choice {
        set: usize,
        index: usize,
    },
    Input(usize),
    Parameter(usize),
    /// A parameter on the day, or in the year, that the operand gives.
    ParameterOn(usize, Box<Expression>),
    /// A parameter by what tells its figures apart: a choice for each key, or the number on its scale; then the day, where
    /// it changes.
    ParameterBy(usize, Rare<Vec<Expression>>),
    /// Each slice of a number at the figure of its step on the scale of a parameter; then the day, where that changes.
    Slices(usize, Rare<Vec<Expression>>),
    Value(usize),
    /// A column of the row at hand.
    Column(usize, usize),
    /// A value of the row at hand, by table and index.
    RowValue(usize, usize),
    /// Whether an optional input, or an optional column, has been filled in.
    Answered(Box<Expression>),
    /// The class of a day: for each of the three classes the choice that stands for it.
    DayClass {
        set: usize,
        choices: [usize; 3],
        date: Box<Expression>,
    },
    Aggregate(Aggregate, usize, Vec<Expression>),
    /// Of the table's rows that agree with the row at hand; the last number tells it from all others of the policy.
    Peers(Peers, usize, Rare<Vec<Expression>>, usize),
    Negate(Box<Expression>),
    Not(Box<Expression>),
    Arithmetic(Operator, Box<Expression>, Box<Expression>),
    Compare(Comparison, Box<Expression>, Box<Expression>),
    And(Box<Expression>, Box<Expression>),
    Or(Box<Expression>, Box<Expression>),
    OneOf(Box<Expression>, Vec<Expression>),
    /// Whether a choice is among those chosen.
    Includes(Box<Expression>, Rare<Box<Expression>>),
    /// How many are chosen.
    HowMany(Rare<Box<Expression>>),
    If(Box<Expression>, Box<Expression>, Box<Expression>),
    Call(Function, Vec<Expression>),
    /// The operand times ten to the power: 万元 read as 元. Not shown to readers.
    Rescale(i8, Box<Expression>),
    /// The grade that a classification gives.
    Grade(usize),
    /// Whether a classification looks at its indicator (second) in the situation given.
    Listed(usize, usize),
    /// Parentheses of the author, kept for the reader.
    Group(Box<Expression>),
}

impl Expression {
    /// The operands, in order.
    pub(crate) fn operands(&self) -> Vec<&Expression> {
        match self {
            Expression::Number(..)
            | Expression::Boolean(_)
            | Expression::Date(_)
            | Expression::Choice { .. }
            | Expression::Input(_)
            | Expression::Parameter(_)
            | Expression::Value(_)
            | Expression::Column(..)
            | Expression::RowValue(..)
            | Expression::Grade(_)
            | Expression::Listed(..) => Vec::new(),
            Expression::ParameterOn(_, operand)
            | Expression::Answered(operand)
            | Expression::DayClass { date: operand, .. }
            | Expression::Negate(operand)
            | Expression::Not(operand)
            | Expression::Rescale(_, operand)
            | Expression::Group(operand) => vec![operand],
            Expression::Arithmetic(_, left, right)
            | Expression::Compare(_, left, right)
            | Expression::And(left, right)
            | Expression::Or(left, right) => vec![left, right],
            Expression::Includes(chosen, choice) => vec![chosen, choice],
            Expression::HowMany(chosen) => vec![chosen],
            Expression::If(condition, met, unmet) => vec![condition, met, unmet],
            Expression::OneOf(operand, choices) => {
                core::iter::once(operand.as_ref()).chain(choices).collect()
            }
            Expression::Call(_, operands) | Expression::Aggregate(_, _, operands) => {
                operands.iter().collect()
            }
            Expression::Peers(_, _, operands, _)
            | Expression::ParameterBy(_, operands)
            | Expression::Slices(_, operands) => operands.iter().collect(),
        }
    }
}
