//! Evaluation: three-valued, lazy and exact. What is not known stays unknown; what does not matter is not looked at.

use core::cell::{Cell, OnceCell};
use core::cmp::Ordering;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::rc::Rc;

use super::rows::{self, Judgement, Row};
use crate::formula::{Aggregate, Comparison, Expression, Function, Operator};
use crate::policy::{Formula, Policy, Trigger};
use crate::values::{Calendar, Date, DayClass, Number, Overflow};

/// A known value.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Value {
    /// Yes or no.
    Boolean(bool),
    /// A number.
    Number(Number),
    /// A day.
    Date(Date),
    /// Text.
    Text(String),
    /// Index of a choice in its set.
    Choice(usize),
    /// The rows of a table.
    Rows(Rc<[Row]>),
}

impl Value {
    fn as_number(&self) -> Option<Number> {
        if let Value::Number(number) = self { Some(*number) } else { None }
    }

    fn as_truth(&self) -> Option<bool> {
        if let Value::Boolean(truth) = self { Some(*truth) } else { None }
    }
}

/// Why an expression has no value although everything it needs is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Failure {
    /// A number too large to be exact.
    TooLarge,
    /// A divisor of zero.
    DivisionByZero,
    /// A date outside the years that can be handled.
    DateOutOfRange,
    /// A day for which a parameter (by index) has no figure.
    NoFigure(usize, Date),
    /// A day of a year whose holidays have not been announced.
    NoCalendar(Date),
    /// An amount below zero: no formula that passed its checks comes to one.
    NegativeAmount,
}

impl From<Overflow> for Failure {
    fn from(_: Overflow) -> Failure {
        Failure::TooLarge
    }
}

/// A value, or `None` while an input that decides it is missing.
pub(crate) type Evaluated = Result<Option<Value>, Failure>;

/// A policy applied to a set of answers.
pub(crate) struct Situation<'p> {
    pub(crate) policy: &'p Policy,
    pub(crate) calendar: &'p Calendar,
    answers: Vec<Option<Value>>,
    /// Each value, once it has been asked for; likewise whether each input is asked.
    values: Vec<OnceCell<Evaluated>>,
    asked: Vec<OnceCell<Option<bool>>>,
    /// Each table's rows, judged; `None` while the table is not given or a check is open.
    judged: Vec<OnceCell<Result<Option<Vec<Judgement>>, Failure>>>,
    /// The row at hand, by table.
    pub(crate) row: Vec<Cell<usize>>,
    /// A value computed by another formula than its own.
    other_reading: Option<(usize, &'p Formula)>,
}

impl<'p> Situation<'p> {
    /// `answers` has an entry for each input; `None` where it is not given.
    pub(crate) fn new(
        policy: &'p Policy,
        calendar: &'p Calendar,
        answers: Vec<Option<Value>>,
    ) -> Situation<'p> {
        Situation {
            values: vec![OnceCell::new(); policy.values.len()],
            asked: vec![OnceCell::new(); policy.inputs.len()],
            judged: vec![OnceCell::new(); policy.tables.len()],
            row: vec![Cell::new(0); policy.tables.len()],
            policy,
            calendar,
            answers,
            other_reading: None,
        }
    }

    pub(crate) fn answer(&self, input: usize) -> Option<&Value> {
        self.answers[input].as_ref()
    }

    /// Whether nothing is answered.
    pub(crate) fn is_empty(&self) -> bool {
        self.answers.iter().all(Option::is_none)
    }

    /// The answers, to be given anew: everything that followed from those before is forgotten.
    pub(crate) fn answers_anew(&mut self) -> &mut [Option<Value>] {
        self.values.iter_mut().for_each(|value| *value = OnceCell::new());
        self.asked.iter_mut().for_each(|asked| *asked = OnceCell::new());
        self.judged.iter_mut().for_each(|judged| *judged = OnceCell::new());
        &mut self.answers
    }

    /// The same answers, of which nothing has followed yet.
    #[cfg(feature = "analysis")]
    pub(crate) fn copy(&self) -> Situation<'p> {
        let answers = self.answers.clone();
        Situation {
            other_reading: self.other_reading,
            ..Situation::new(self.policy, self.calendar, answers)
        }
    }

    /// The same situation with one answer changed.
    pub(crate) fn with_answer(&self, input: usize, answer: Option<Value>) -> Situation<'p> {
        let mut answers = self.answers.clone();
        answers[input] = answer;
        Situation {
            other_reading: self.other_reading,
            ..Situation::new(self.policy, self.calendar, answers)
        }
    }

    /// Whether an input is asked; `None` while that is open.
    pub(crate) fn is_asked(&self, input: usize) -> Option<bool> {
        let Some(formula) = &self.policy.inputs[input].when else {
            return Some(true);
        };
        // A failure leaves the question open: the input is neither ignored nor called for.
        *self.asked[input].get_or_init(|| self.truth(&formula.expression).unwrap_or(None))
    }

    /// An answer that counts: an input that is not asked has none, whatever was given for it.
    fn given(&self, input: usize) -> Option<&Value> {
        let answer = self.answers[input].as_ref()?;
        if self.is_asked(input) == Some(true) { Some(answer) } else { None }
    }

    pub(crate) fn value(&self, index: usize) -> Result<Option<&Value>, Failure> {
        let evaluate = || {
            let formula = match self.other_reading {
                Some((replaced, formula)) if replaced == index => formula,
                _ => &self.policy.values[index].formula,
            };
            self.evaluate(&formula.expression)
        };
        self.values[index]
            .get_or_init(evaluate)
            .as_ref()
            .map(Option::as_ref)
            .map_err(|failure| *failure)
    }

    pub(crate) fn evaluate(&self, expression: &Expression) -> Evaluated {
        Ok(match expression {
            Expression::Number(..)
            | Expression::Parameter(_)
            | Expression::ParameterOn(..)
            | Expression::Negate(_)
            | Expression::Arithmetic(..)
            | Expression::Rescale(..) => self.number(expression)?.map(Value::Number),
            Expression::Boolean(_)
            | Expression::Answered(_)
            | Expression::Not(_)
            | Expression::And(..)
            | Expression::Or(..)
            | Expression::Compare(..)
            | Expression::OneOf(..)
            | Expression::Listed(..) => self.truth(expression)?.map(Value::Boolean),
            Expression::Date(date) => Some(Value::Date(*date)),
            Expression::Choice { index, .. } => Some(Value::Choice(*index)),
            Expression::Input(index) => self.given(*index).cloned(),
            Expression::Value(index) => self.value(*index)?.cloned(),
            Expression::Column(table, column) => self.cell(*table, *column),
            Expression::RowValue(table, index) => {
                self.evaluate(&self.policy.tables[*table].values[*index].formula.expression)?
            }
            Expression::DayClass { choices, date, .. } => match self.evaluate(date)? {
                Some(Value::Date(date)) => {
                    let class = self.calendar.class(date).ok_or(Failure::NoCalendar(date))?;
                    let position = DayClass::ALL.iter().position(|known| known.1 == class);
                    position.map(|position| Value::Choice(choices[position]))
                }
                _ => None,
            },
            Expression::Aggregate(aggregate, table, operands) => {
                self.aggregate(*aggregate, *table, operands)?
            }
            Expression::Group(operand) => self.evaluate(operand)?,
            Expression::If(condition, met, unmet) => {
                self.branch(condition, || self.evaluate(met), || self.evaluate(unmet))?
            }
            Expression::Call(function, arguments) => self.call(*function, arguments)?,
            Expression::Grade(index) => self.grade(*index)?.map(Value::Choice),
        })
    }

    /// As [`Situation::evaluate`], without a copy of what is at hand.
    fn view(&self, expression: &Expression) -> Result<Option<Cow<'_, Value>>, Failure> {
        Ok(match expression {
            Expression::Input(index) => self.given(*index).map(Cow::Borrowed),
            Expression::Value(index) => self.value(*index)?.map(Cow::Borrowed),
            _ => self.evaluate(expression)?.map(Cow::Owned),
        })
    }

    /// An expression that is a number.
    pub(crate) fn number(&self, expression: &Expression) -> Result<Option<Number>, Failure> {
        Ok(match expression {
            Expression::Number(number, _) => Some(*number),
            Expression::Parameter(index) => self.policy.parameters[*index].constant(),
            Expression::ParameterOn(index, operand) => {
                let Some(day) = self.day(operand)? else { return Ok(None) };
                let figure = self.policy.parameters[*index].on(day);
                Some(figure.ok_or(Failure::NoFigure(*index, day))?)
            }
            Expression::Negate(operand) => self.number(operand)?.map(Number::negate),
            Expression::Arithmetic(operator, left, right) => {
                match (self.number(left)?, self.number(right)?) {
                    (Some(left), Some(right)) => Some(arithmetic(*operator, left, right)?),
                    _ => None,
                }
            }
            Expression::Rescale(power, operand) => match self.number(operand)? {
                Some(number) => Some(number.times(Number::power_of_ten(*power))?),
                None => None,
            },
            Expression::Input(index) => self.given(*index).and_then(Value::as_number),
            Expression::Value(index) => self.value(*index)?.and_then(Value::as_number),
            Expression::Group(operand) => self.number(operand)?,
            Expression::If(condition, met, unmet) => {
                self.branch(condition, || self.number(met), || self.number(unmet))?
            }
            _ => self.evaluate(expression)?.as_ref().and_then(Value::as_number),
        })
    }

    /// An expression that is true or false.
    pub(crate) fn truth(&self, expression: &Expression) -> Result<Option<bool>, Failure> {
        Ok(match expression {
            Expression::Boolean(truth) => Some(*truth),
            Expression::Answered(operand) => Some(self.evaluate(operand)?.is_some()),
            Expression::Not(operand) => self.truth(operand)?.map(|truth| !truth),
            Expression::And(left, right) => self.decide(left, right, false)?,
            Expression::Or(left, right) => self.decide(left, right, true)?,
            Expression::Compare(comparison, left, right) => {
                self.order(left, right)?.map(|order| comparison.holds(order))
            }
            Expression::OneOf(operand, choices) => self.one_of(operand, choices)?,
            Expression::Listed(index, indicator) => self.classification_row(*index).map(|row| {
                let rows = &self.policy.classifications[*index].rows;
                rows[row][*indicator].is_some()
            }),
            Expression::Input(index) => self.given(*index).and_then(Value::as_truth),
            Expression::Value(index) => self.value(*index)?.and_then(Value::as_truth),
            Expression::Group(operand) => self.truth(operand)?,
            Expression::If(condition, met, unmet) => {
                self.branch(condition, || self.truth(met), || self.truth(unmet))?
            }
            _ => self.evaluate(expression)?.as_ref().and_then(Value::as_truth),
        })
    }

    /// 如果: where both branches agree, an open condition does not matter.
    fn branch<T: PartialEq>(
        &self,
        condition: &Expression,
        met: impl FnOnce() -> Result<Option<T>, Failure>,
        unmet: impl FnOnce() -> Result<Option<T>, Failure>,
    ) -> Result<Option<T>, Failure> {
        match self.truth(condition)? {
            Some(true) => met(),
            Some(false) => unmet(),
            None => Ok(match (met()?, unmet()?) {
                (Some(met), Some(unmet)) if met == unmet => Some(met),
                _ => None,
            }),
        }
    }

    /// How two values compare. What is neither number nor date is only ever equal or not: the checker sees to it.
    fn order(&self, left: &Expression, right: &Expression) -> Result<Option<Ordering>, Failure> {
        let left = self.view(left)?;
        if let Some(Value::Number(left)) = left.as_deref() {
            return Ok(match self.number(right)? {
                Some(right) => Some(left.compare(right)?),
                None => None,
            });
        }
        Ok(match (left.as_deref(), self.view(right)?.as_deref()) {
            (Some(Value::Date(left)), Some(Value::Date(right))) => Some(left.cmp(right)),
            (Some(left), Some(right)) if left == right => Some(Ordering::Equal),
            (Some(_), Some(_)) => Some(Ordering::Less),
            _ => None,
        })
    }

    /// 且 (decided by `false`) and 或 (decided by `true`): one side may decide alone.
    fn decide(
        &self,
        left: &Expression,
        right: &Expression,
        decisive: bool,
    ) -> Result<Option<bool>, Failure> {
        let left = self.truth(left)?;
        if left == Some(decisive) {
            return Ok(left);
        }
        let right = self.truth(right)?;
        // Neither side decides: the other one counts, unless it is open.
        Ok(if right == Some(decisive) || left.is_some() { right } else { None })
    }

    fn one_of(
        &self,
        operand: &Expression,
        choices: &[Expression],
    ) -> Result<Option<bool>, Failure> {
        let Some(value) = self.evaluate(operand)? else {
            return Ok(None);
        };
        let mut open = false;
        for choice in choices {
            match self.evaluate(choice)? {
                Some(choice) if choice == value => return Ok(Some(true)),
                Some(_) => {}
                None => open = true,
            }
        }
        Ok((!open).then_some(false))
    }

    fn call(&self, function: Function, arguments: &[Expression]) -> Evaluated {
        match function {
            Function::Minimum | Function::Maximum => {
                let wanted =
                    if function == Function::Minimum { Ordering::Less } else { Ordering::Greater };
                let mut best: Option<Number> = None;
                for argument in arguments {
                    let Some(number) = self.number(argument)? else {
                        return Ok(None);
                    };
                    best = match best {
                        Some(best) if number.compare(best)? != wanted => Some(best),
                        _ => Some(number),
                    };
                }
                Ok(best.map(Value::Number))
            }
            Function::AddMonths | Function::AddWorkingDays => {
                let (Some(Value::Date(date)), Some(count)) =
                    (self.evaluate(&arguments[0])?, self.number(&arguments[1])?)
                else {
                    return Ok(None);
                };
                let count = count.as_integer().and_then(|count| u32::try_from(count).ok());
                let count = count.ok_or(Failure::DateOutOfRange)?;
                let later = if function == Function::AddMonths {
                    date.add_months(count).ok_or(Failure::DateOutOfRange)?
                } else {
                    let day = self.calendar.add_working_days(date, count);
                    day.ok_or(Failure::NoCalendar(date))?
                };
                Ok(Some(Value::Date(later)))
            }
            Function::YearOf | Function::MonthOf => match self.evaluate(&arguments[0])? {
                Some(Value::Date(date)) if function == Function::YearOf => {
                    Ok(Some(Value::Number(Number::from(i64::from(date.year())))))
                }
                Some(Value::Date(date)) => {
                    Ok(Date::new(date.year(), date.month(), 1).map(Value::Date))
                }
                _ => Ok(None),
            },
            Function::FirstOfMonth => {
                let (Some(year), Some(month)) =
                    (self.number(&arguments[0])?, self.number(&arguments[1])?)
                else {
                    return Ok(None);
                };
                let year = year.as_integer().and_then(|year| i32::try_from(year).ok());
                let month = month.as_integer().and_then(|month| u32::try_from(month).ok());
                let date = year.zip(month).and_then(|(year, month)| Date::new(year, month, 1));
                Ok(Some(Value::Date(date.ok_or(Failure::DateOutOfRange)?)))
            }
        }
    }

    /// The day that an operand gives: a date, or the first day of a year.
    fn day(&self, operand: &Expression) -> Result<Option<Date>, Failure> {
        Ok(match self.evaluate(operand)? {
            Some(Value::Date(date)) => Some(date),
            Some(Value::Number(year)) => {
                let year = year.as_integer().and_then(|year| i32::try_from(year).ok());
                let first = year.and_then(|year| Date::new(year, 1, 1));
                Some(first.ok_or(Failure::DateOutOfRange)?)
            }
            _ => None,
        })
    }

    /// The rows of a table; `None` while it is not given.
    pub(crate) fn rows(&self, table: usize) -> Option<&Rc<[Row]>> {
        let input = self.policy.table_input(table);
        match &self.answers[input] {
            Some(Value::Rows(rows)) if self.is_asked(input) == Some(true) => Some(rows),
            _ => None,
        }
    }

    /// A cell of the row at hand. A cell that is not asked for in this row is empty, whatever stands there.
    fn cell(&self, table: usize, column: usize) -> Option<Value> {
        let rows = self.rows(table)?;
        let cell = rows[self.row[table].get()][column].clone()?;
        match &self.policy.tables[table].columns[column].when {
            Some(when) if self.truth(&when.expression) != Ok(Some(true)) => None,
            _ => Some(cell),
        }
    }

    /// How each row of a table fares; `None` while that is open.
    pub(crate) fn judged(&self, table: usize) -> Result<Option<&[Judgement]>, Failure> {
        let judged = self.judged[table].get_or_init(|| rows::judge(self, table));
        judged.as_ref().map(Option::as_deref).map_err(|failure| *failure)
    }

    fn aggregate(&self, aggregate: Aggregate, table: usize, operands: &[Expression]) -> Evaluated {
        let Some(judged) = self.judged(table)? else { return Ok(None) };
        let mut count = 0_i64;
        let mut sum = Number::ZERO;
        let mut groups: BTreeMap<String, Number> = BTreeMap::new();
        let before = self.row[table].get();
        for row in (0..judged.len()).filter(|row| judged[*row].is_accepted()) {
            self.row[table].set(row);
            match aggregate {
                Aggregate::Count | Aggregate::Any => {
                    let counts = match operands {
                        [condition] => self.truth(condition)?,
                        _ => Some(true),
                    };
                    let Some(counts) = counts else { return Ok(None) };
                    count += i64::from(counts);
                }
                Aggregate::Sum => {
                    let Some(number) = self.number(&operands[0])? else { return Ok(None) };
                    sum = sum.plus(number)?;
                }
                Aggregate::LargestSum => {
                    let Some((number, by)) = operands.split_last() else { return Ok(None) };
                    let (Some(group), Some(number)) = (self.group(by)?, self.number(number)?)
                    else {
                        return Ok(None);
                    };
                    let sum = groups.entry(group).or_insert(Number::ZERO);
                    *sum = sum.plus(number)?;
                }
            }
        }
        self.row[table].set(before);
        Ok(Some(match aggregate {
            Aggregate::Count => Value::Number(Number::from(count)),
            Aggregate::Any => Value::Boolean(count > 0),
            Aggregate::Sum => Value::Number(sum),
            Aggregate::LargestSum => {
                let mut largest = Number::ZERO;
                for number in groups.into_values() {
                    if number.compare(largest)?.is_gt() {
                        largest = number;
                    }
                }
                Value::Number(largest)
            }
        }))
    }

    /// What rows of one group have in common. Cells that are empty, or not asked, are alike.
    fn group(&self, by: &[Expression]) -> Result<Option<String>, Failure> {
        let mut group = String::new();
        for part in by {
            let key = match (self.evaluate(part)?, part) {
                (Some(value), _) => rows::key(&value),
                (None, Expression::Column(..)) => String::new(),
                (None, _) => return Ok(None),
            };
            // With its length, so that no text passes for two.
            group = format!("{group}{}:{key}", key.len());
        }
        Ok(Some(group))
    }

    pub(crate) fn classification_row(&self, index: usize) -> Option<usize> {
        let by = Expression::Input(self.policy.classifications[index].by);
        match self.evaluate(&by) {
            Ok(Some(Value::Choice(row))) => Some(row),
            _ => None,
        }
    }

    /// The first grade whose lower bounds are all reached; an open bound leaves the grade open unless another one fails.
    fn grade(&self, index: usize) -> Result<Option<usize>, Failure> {
        let classification = &self.policy.classifications[index];
        let Some(row) = self.classification_row(index) else {
            return Ok(None);
        };
        let (last, grades) = match classification.grades.split_last() {
            Some((last, grades)) => (*last, grades),
            None => return Ok(None),
        };
        for (position, grade) in grades.iter().enumerate() {
            let mut reached = Some(true);
            for (input, bounds) in classification.indicators.iter().zip(&classification.rows[row]) {
                let Some(bounds) = bounds else { continue };
                match self.number(&Expression::Input(*input))? {
                    Some(number) if number.compare(bounds[position])?.is_lt() => {
                        reached = Some(false);
                        break;
                    }
                    Some(_) => {}
                    None => reached = None,
                }
            }
            match reached {
                Some(true) => return Ok(Some(*grade)),
                Some(false) => {}
                None => return Ok(None),
            }
        }
        Ok(Some(last))
    }

    /// The inputs that an expression still waits for, marked in `missing`.
    pub(crate) fn mark_missing(&self, expression: &Expression, missing: &mut [bool]) {
        if !matches!(self.evaluate(expression), Ok(None)) {
            return;
        }
        match expression {
            Expression::Input(index) => self.mark_input(*index, missing),
            Expression::Value(index) => {
                self.mark_missing(&self.policy.values[*index].formula.expression, missing);
            }
            Expression::Grade(index) => {
                let classification = &self.policy.classifications[*index];
                match self.classification_row(*index) {
                    None => self.mark_input(classification.by, missing),
                    Some(row) => {
                        for (input, bounds) in
                            classification.indicators.iter().zip(&classification.rows[row])
                        {
                            if bounds.is_some() {
                                self.mark_input(*input, missing);
                            }
                        }
                    }
                }
            }
            Expression::Listed(index, _) => {
                self.mark_input(self.policy.classifications[*index].by, missing);
            }
            Expression::Aggregate(_, table, operands) => {
                self.mark_input(self.policy.table_input(*table), missing);
                // Rows, given or not, may wait for an answer outside the table.
                let checks = self.policy.tables[*table].checks.iter();
                let rules = checks.filter_map(|check| check.rule.expression());
                let formulas: Vec<_> = operands.iter().chain(rules).collect();
                for row in 0..self.rows(*table).map_or(1, |rows| rows.len()) {
                    self.row[*table].set(row);
                    for formula in &formulas {
                        self.mark_missing(formula, missing);
                    }
                }
            }
            Expression::RowValue(table, index) => {
                let value = &self.policy.tables[*table].values[*index];
                self.mark_missing(&value.formula.expression, missing);
            }
            Expression::If(condition, met, unmet) => match self.truth(condition) {
                Ok(Some(true)) => self.mark_missing(met, missing),
                Ok(Some(false)) => self.mark_missing(unmet, missing),
                _ => {
                    for operand in expression.operands() {
                        self.mark_missing(operand, missing);
                    }
                }
            },
            _ => {
                for operand in expression.operands() {
                    self.mark_missing(operand, missing);
                }
            }
        }
    }

    fn mark_input(&self, index: usize, missing: &mut [bool]) {
        match self.is_asked(index) {
            Some(true) => missing[index] |= self.answers[index].is_none(),
            Some(false) => {}
            // First the answer that decides whether this one is asked.
            None => {
                if let Some(when) = &self.policy.inputs[index].when {
                    self.mark_missing(&when.expression, missing);
                }
            }
        }
    }

    /// Whether all conditions hold: `Some(false)` as soon as one does not, `None` while one is open.
    pub(crate) fn conditions_hold(&self) -> Result<Option<bool>, Failure> {
        let mut all = Some(true);
        for condition in &self.policy.conditions {
            match self.truth(&condition.formula.expression)? {
                Some(true) => {}
                Some(false) => return Ok(Some(false)),
                None => all = None,
            }
        }
        Ok(all)
    }

    /// Whether a warning applies.
    pub(crate) fn warns(&self, trigger: &'p Trigger) -> Result<bool, Failure> {
        match trigger {
            Trigger::Formula(formula) => Ok(self.truth(&formula.expression)? == Some(true)),
            Trigger::OtherReading(value, formula) => {
                let other = Situation {
                    other_reading: Some((*value, formula)),
                    ..Situation::new(self.policy, self.calendar, self.answers.clone())
                };
                Ok(self.conditions_hold()? != other.conditions_hold()?)
            }
        }
    }
}

pub(crate) fn arithmetic(
    operator: Operator,
    left: Number,
    right: Number,
) -> Result<Number, Failure> {
    Ok(match operator {
        Operator::Add => left.plus(right)?,
        Operator::Subtract => left.minus(right)?,
        Operator::Multiply => left.times(right)?,
        Operator::Divide => left.over(right)?.ok_or(Failure::DivisionByZero)?,
    })
}

/// Whether a comparison holds. What is neither number nor date is only ever equal or not: the checker sees to it.
pub(crate) fn compare(
    comparison: Comparison,
    left: &Value,
    right: &Value,
) -> Result<bool, Failure> {
    let order = match (left, right) {
        (Value::Number(left), Value::Number(right)) => left.compare(*right)?,
        (Value::Date(left), Value::Date(right)) => left.cmp(right),
        (left, right) if left == right => Ordering::Equal,
        _ => Ordering::Less,
    };
    Ok(comparison.holds(order))
}
