//! Evaluation: three-valued, lazy and exact. What is not known stays unknown; what does not matter is not looked at.

use core::cmp::Ordering;
use std::borrow::Cow;

use super::situation::Situation;
use super::value::{Evaluated, Failure, Value};
use crate::formula::{Comparison, Expression, Operator};
use crate::policy::{Figure, Setting};
use crate::values::{DayClass, Number};

impl Situation<'_> {
    pub(crate) fn evaluate(&self, expression: &Expression) -> Evaluated {
        Ok(match expression {
            Expression::Number(..)
            | Expression::Slices(..)
            | Expression::Negate(_)
            | Expression::Arithmetic(..)
            | Expression::HowMany(_)
            | Expression::Rescale(..) => self.number(expression)?.map(Value::Number),
            Expression::Boolean(_)
            | Expression::Answered(_)
            | Expression::Not(_)
            | Expression::And(..)
            | Expression::Or(..)
            | Expression::Compare(..)
            | Expression::OneOf(..)
            | Expression::Includes(..)
            | Expression::Listed(..) => self.truth(expression)?.map(Value::Boolean),
            Expression::Parameter(index) => self.constant(*index).map(Value::from),
            Expression::ParameterOn(index, day) => {
                let figure = self.figure(*index, core::slice::from_ref(day))?;
                figure.and_then(Figure::only).map(Value::from)
            }
            Expression::ParameterBy(index, operands) => {
                self.setting(*index, operands)?.map(Value::from)
            }
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
            Expression::Peers(peers, table, operands, slot) => {
                self.peers(*peers, *table, operands, *slot)?
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
            Expression::Parameter(index) => self.constant(*index).and_then(Setting::number),
            Expression::Slices(index, operands) => self.sum_of_slices(*index, operands)?,
            Expression::HowMany(chosen) => match self.evaluate(chosen)? {
                Some(Value::Choices(chosen)) => Some(Number::from(i64::from(chosen.count()))),
                _ => None,
            },
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
            Expression::Includes(chosen, choice) => {
                match (self.evaluate(chosen)?, self.evaluate(choice)?) {
                    (Some(Value::Choices(chosen)), Some(Value::Choice(choice))) => {
                        Some(chosen.has(choice))
                    }
                    _ => None,
                }
            }
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
