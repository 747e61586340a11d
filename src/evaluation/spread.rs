//! What an expression can come to while answers run through intervals: certain where every case agrees.

use core::cell::RefCell;
use core::cmp::Ordering;

use super::evaluate::{arithmetic, compare};
use super::known::Bound;
use super::situation::Situation;
use super::value::Value;
use crate::formula::{Aggregate, Comparison, Expression, Function, Operator, Quantity};
use crate::policy::{Formula, Input, Kind, Policy, Setting};
use crate::values::{Number, Selection};

/// What an expression can come to.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Spread {
    /// Nothing: it waits for an answer that does not run, or that is not asked for.
    Missing,
    /// Always this.
    Point(Value),
    /// A number or a day from one to the other, both included.
    Between(Value, Value),
    /// Yes or no.
    Either,
    /// Any choices that may be chosen together.
    Chosen,
    /// Anything, or nothing.
    Open,
}

impl Spread {
    pub(crate) fn numbers(from: Number, to: Number) -> Spread {
        Spread::between(Value::Number(from), Value::Number(to))
    }

    pub(super) fn between(from: Value, to: Value) -> Spread {
        if from == to { Spread::Point(from) } else { Spread::Between(from, to) }
    }

    fn truth(&self) -> Option<bool> {
        match self {
            Spread::Point(Value::Boolean(truth)) => Some(*truth),
            _ => None,
        }
    }

    /// The least and the greatest, of what has an order.
    pub(crate) fn ends(&self) -> Option<(&Value, &Value)> {
        match self {
            Spread::Point(value @ (Value::Number(_) | Value::Date(_))) => Some((value, value)),
            Spread::Between(from, to) => Some((from, to)),
            _ => None,
        }
    }

    pub(crate) fn number_ends(&self) -> Option<(Number, Number)> {
        match self.ends()? {
            (Value::Number(from), Value::Number(to)) => Some((*from, *to)),
            _ => None,
        }
    }

    /// What comes from this or the other.
    pub(crate) fn or(self, other: &Spread) -> Spread {
        if self == *other {
            return self;
        }
        if let (Some(mine), Some(theirs)) = (self.ends(), other.ends()) {
            let from = better(mine.0, theirs.0, Ordering::Less);
            let to = better(mine.1, theirs.1, Ordering::Greater);
            return from
                .zip(to)
                .map_or(Spread::Open, |(from, to)| Spread::between(from.clone(), to.clone()));
        }
        let boolean = |spread: &Spread| *spread == Spread::Either || spread.truth().is_some();
        if boolean(&self) && boolean(other) { Spread::Either } else { Spread::Open }
    }
}

impl Input {
    /// What may be filled in.
    pub(crate) fn spread(&self) -> Spread {
        match self.kind {
            _ if self.optional => Spread::Open,
            Kind::Count | Kind::Money | Kind::Number | Kind::Percentage => {
                Spread::numbers(self.min, self.max)
            }
            Kind::Date => Spread::between(Value::Date(self.earliest), Value::Date(self.latest)),
            Kind::Boolean => Spread::Either,
            Kind::Choices(_) => Spread::Chosen,
            _ => Spread::Open,
        }
    }
}

impl Policy {
    /// All that can be chosen for an input, if it is a matter of choices and these are no more than `most` ways.
    pub(crate) fn ways_to_choose(&self, input: &Input, most: usize) -> Vec<Value> {
        match input.kind {
            Kind::Choice(set) => {
                let count = self.choice_sets[set].choices.len();
                if count > most { Vec::new() } else { (0..count).map(Value::Choice).collect() }
            }
            Kind::Choices(set) => {
                let all = Selection::all(self.choice_sets[*set].choices.len(), most).into_iter();
                let allowed = all.filter(|selection| input.allows(*selection));
                allowed.map(|selection| Value::Choices(selection.into())).collect()
            }
            _ => Vec::new(),
        }
    }
}

/// A situation in which some answers run.
pub(crate) struct Spreading<'p> {
    /// The answers that stand.
    pub(crate) situation: Situation<'p>,
    /// For each input what its answer runs through; `None` where it stands.
    pub(crate) running: Vec<Option<Spread>>,
    /// What comparisons around the expression at hand say; `None` where that is left out of account.
    pub(super) known: Option<RefCell<Vec<Bound>>>,
}

impl<'p> Spreading<'p> {
    pub(crate) fn new(situation: Situation<'p>, running: Vec<Option<Spread>>) -> Spreading<'p> {
        Spreading { situation, running, known: None }
    }

    pub(crate) fn spread(&self, expression: &Expression) -> Spread {
        if !self.runs(expression) {
            return match self.situation.evaluate(expression) {
                Ok(Some(value)) => Spread::Point(value),
                Ok(None) => Spread::Missing,
                Err(_) => Spread::Open,
            };
        }
        let spread = self.spread_running(expression).unwrap_or(Spread::Open);
        self.within_known(expression, spread)
    }

    /// Whether the expression hangs on an answer that runs.
    pub(super) fn runs(&self, expression: &Expression) -> bool {
        let mut needed = vec![false; self.running.len()];
        let definition = |index| self.situation.definition(index);
        self.situation.policy.mark_inputs_by(expression, &definition, &mut needed);
        needed.iter().zip(&self.running).any(|(needed, running)| *needed && running.is_some())
            || self.reads_running_row(expression, None)
    }

    /// Whether it reads the row at hand of a table that runs, other than the one whose rows are all looked at.
    fn reads_running_row(&self, expression: &Expression, looked_at: Option<usize>) -> bool {
        let of_operands = |looked_at| {
            let mut operands = expression.operands().into_iter();
            operands.any(|operand| self.reads_running_row(operand, looked_at))
        };
        match expression {
            Expression::Column(table, _) | Expression::RowValue(table, _)
                if looked_at == Some(*table) =>
            {
                false
            }
            Expression::Column(table, _) | Expression::RowValue(table, _) => {
                let input = self.situation.policy.table_input(*table);
                // Of a schedule, no row is at hand but all are meant.
                input.is_none_or(|input| self.running[input].is_some())
            }
            Expression::Aggregate(_, table, _) => of_operands(Some(*table)),
            _ => of_operands(looked_at),
        }
    }

    /// `None` stands for an open spread.
    fn spread_running(&self, expression: &Expression) -> Option<Spread> {
        let policy = self.situation.policy;
        Some(match expression {
            Expression::Input(index) => self.asked(policy.inputs[*index].when.as_ref(), || {
                let answer = || self.situation.answer(*index).cloned();
                let standing = || answer().map_or(Spread::Missing, Spread::Point);
                self.running[*index].clone().unwrap_or_else(standing)
            }),
            Expression::Column(table, index) if policy.tables[*table].schedule.is_some() => {
                self.spread_made(*table, *index)?
            }
            Expression::Column(table, index) => {
                let column = &policy.tables[*table].columns[*index];
                self.asked(column.when.as_ref(), || column.spread())
            }
            Expression::Value(index) => self.spread(&self.situation.definition(*index).expression),
            Expression::RowValue(table, index) => {
                self.spread(&policy.tables[*table].values[*index].formula.expression)
            }
            Expression::Group(operand) => self.spread(operand),
            Expression::Not(operand) => match self.spread(operand) {
                Spread::Point(Value::Boolean(truth)) => Spread::Point(Value::Boolean(!truth)),
                other => other,
            },
            Expression::And(left, right) => self.decide(left, right, false),
            Expression::Or(left, right) => self.decide(left, right, true),
            Expression::Compare(comparison, left, right) => {
                spread_comparison(*comparison, &self.spread(left), &self.spread(right))?
            }
            Expression::If(condition, met, unmet) => match self.spread(condition) {
                Spread::Point(Value::Boolean(true)) => self.spread(met),
                Spread::Point(Value::Boolean(false)) => self.spread(unmet),
                Spread::Either => {
                    let unmet = self.knowing(condition, false, || self.spread(unmet));
                    self.knowing(condition, true, || self.spread(met)).or(&unmet)
                }
                // As in an evaluation, the condition does not matter where both branches agree.
                open => match (self.spread(met), self.spread(unmet)) {
                    (Spread::Point(met), Spread::Point(unmet)) if met == unmet => {
                        Spread::Point(met)
                    }
                    (Spread::Missing, _) | (_, Spread::Missing) => open,
                    _ => Spread::Open,
                },
            },
            Expression::Negate(operand) => {
                self.each_end(&[operand.as_ref()], |ends| Some(ends[0].negate()))?
            }
            Expression::Rescale(power, operand) => {
                let factor = Number::power_of_ten(*power);
                self.each_end(&[operand.as_ref()], |ends| ends[0].times(factor).ok())?
            }
            Expression::Arithmetic(operator, left, right) => {
                let operands = [left.as_ref(), right.as_ref()];
                match self
                    .each_end(&operands, |ends| arithmetic(*operator, ends[0], ends[1]).ok())?
                {
                    // A divisor that can be zero lets the quotient go anywhere.
                    Spread::Point(_) | Spread::Between(..)
                        if *operator == Operator::Divide && self.can_be_zero(right) =>
                    {
                        Spread::Open
                    }
                    result => result,
                }
            }
            Expression::Includes(chosen, _) => self.spread_of_chosen(expression, chosen),
            Expression::HowMany(chosen) => self.spread_of_chosen(expression, chosen),
            Expression::Call(function, arguments) => self.spread_call(*function, arguments)?,
            Expression::ParameterOn(index, _) | Expression::ParameterBy(index, _) => {
                let points = policy.parameters[*index].settings().map(Value::from);
                points.map(Spread::Point).reduce(|known, point| known.or(&point))?
            }
            Expression::Slices(index, operands) => self.spread_slices(*index, operands)?,
            Expression::Aggregate(aggregate, table, operands)
                if policy.tables[*table].schedule.is_some() =>
            {
                self.spread_of_made(*aggregate, *table, operands)?
            }
            Expression::Aggregate(aggregate, table, _) => {
                let input = policy.table_input(*table)?;
                self.asked(policy.inputs[input].when.as_ref(), || match aggregate {
                    Aggregate::Count | Aggregate::Distinct if self.running[input].is_some() => {
                        let most = i64::try_from(policy.tables[*table].max_rows);
                        let most = Number::from(most.unwrap_or(i64::MAX));
                        Spread::numbers(Number::ZERO, most)
                    }
                    _ => Spread::Open,
                })
            }
            _ => return None,
        })
    }

    /// Whether a choice is among those chosen, or how many there are.
    fn spread_of_chosen(&self, expression: &Expression, chosen: &Expression) -> Spread {
        match (self.spread(chosen), expression, self.behind(chosen)) {
            (Spread::Missing, ..) => Spread::Missing,
            (Spread::Chosen, Expression::HowMany(_), Expression::Input(index)) => {
                let input = &self.situation.policy.inputs[*index];
                Spread::numbers(input.min, input.max)
            }
            (Spread::Chosen, Expression::Includes(_, choice), _) if !self.runs(choice) => {
                Spread::Either
            }
            _ => Spread::Open,
        }
    }

    /// What is filled in where `when` holds.
    fn asked(&self, when: Option<&Formula>, answer: impl Fn() -> Spread) -> Spread {
        match when.map(|when| self.spread(&when.expression)) {
            None | Some(Spread::Point(Value::Boolean(true))) => answer(),
            Some(Spread::Point(_) | Spread::Missing) => Spread::Missing,
            Some(_) => Spread::Open,
        }
    }

    /// Whether a divisor can be zero, as far as its ends tell.
    fn can_be_zero(&self, divisor: &Expression) -> bool {
        self.spread(divisor)
            .number_ends()
            .is_none_or(|(from, to)| (from.is_negative() || from.is_zero()) && !to.is_negative())
    }

    /// 且 (decided by `false`) and 或 (decided by `true`).
    fn decide(&self, left: &Expression, right: &Expression, decisive: bool) -> Spread {
        let (left, right) = (self.spread(left), self.spread(right));
        let point = |truth| Spread::Point(Value::Boolean(truth));
        if left.truth() == Some(decisive) || right.truth() == Some(decisive) {
            return point(decisive);
        }
        match (left, right) {
            (Spread::Point(_), other) | (other, Spread::Point(_)) => other,
            (Spread::Missing, Spread::Missing) => Spread::Missing,
            (Spread::Either, Spread::Either) => Spread::Either,
            _ => Spread::Open,
        }
    }

    /// An operation whose extremes lie where its operands' do.
    fn each_end(
        &self,
        operands: &[&Expression],
        operation: impl Fn(&[Number]) -> Option<Number>,
    ) -> Option<Spread> {
        let mut corners = vec![Vec::new()];
        for operand in operands {
            let spread = self.spread(operand);
            if spread == Spread::Missing {
                return Some(Spread::Missing);
            }
            let (from, to) = spread.number_ends()?;
            corners = corners
                .into_iter()
                .flat_map(|corner: Vec<Number>| {
                    [from, to].map(|end| corner.iter().copied().chain([end]).collect())
                })
                .collect();
        }
        let results = corners
            .iter()
            .map(|corner| operation(corner).map(|number| Spread::Point(Value::Number(number))));
        results.collect::<Option<Vec<_>>>()?.into_iter().reduce(|known, point| known.or(&point))
    }

    /// Grows with the number, where no figure is below zero; on days that run, the figures may be any.
    fn spread_slices(&self, index: usize, operands: &[Expression]) -> Option<Spread> {
        let (number, day) = operands.split_first()?;
        let grows = |setting: Setting| setting.number().is_some_and(|rate| !rate.is_negative());
        if !self.situation.policy.parameters[index].settings().all(grows)
            || day.iter().any(|day| self.runs(day))
        {
            return None;
        }
        let spread = self.spread(number);
        if spread == Spread::Missing {
            return Some(Spread::Missing);
        }
        let (from, to) = spread.ends()?;
        let sum = |end: &Value| {
            let operands: Vec<_> =
                core::iter::once(constant(end)?).chain(day.iter().cloned()).collect();
            self.situation.evaluate(&Expression::Slices(index, operands.into())).ok()?
        };
        Some(Spread::between(sum(from)?, sum(to)?))
    }

    /// All functions grow with each of their arguments, but for the time between two days, which shrinks as the first gets later.
    fn spread_call(&self, function: Function, arguments: &[Expression]) -> Option<Spread> {
        let mut ends = (Vec::new(), Vec::new());
        for argument in arguments {
            let spread = self.spread(argument);
            if spread == Spread::Missing {
                return Some(Spread::Missing);
            }
            let (from, to) = spread.ends()?;
            let shrinks = function.is_time_between() && ends.0.is_empty();
            let (least, most) = if shrinks { (to, from) } else { (from, to) };
            ends.0.push(constant(least)?);
            ends.1.push(constant(most)?);
        }
        let call = |arguments| self.situation.evaluate(&Expression::Call(function, arguments));
        Some(Spread::between(call(ends.0).ok()??, call(ends.1).ok()??))
    }
}

/// The value as a formula would write it.
fn constant(value: &Value) -> Option<Expression> {
    match value {
        Value::Number(number) => Some(Expression::Number(*number, Quantity::PLAIN)),
        Value::Date(date) => Some(Expression::Date(*date)),
        _ => None,
    }
}

/// Whether a comparison holds for all pairs of two spreads, or for none.
fn spread_comparison(comparison: Comparison, left: &Spread, right: &Spread) -> Option<Spread> {
    let point = |truth| Some(Spread::Point(Value::Boolean(truth)));
    match (left, right) {
        (Spread::Missing, _) | (_, Spread::Missing) => return Some(Spread::Missing),
        (Spread::Point(left), Spread::Point(right)) => {
            return point(compare(comparison, left, right).ok()?);
        }
        (Spread::Either, _) | (_, Spread::Either) => return Some(Spread::Either),
        _ => {}
    }
    let (left, right) = (left.ends()?, right.ends()?);
    // The orders that any pair can have lie between these two.
    let (least, greatest) = (order(left.0, right.1)?, order(left.1, right.0)?);
    let mut outcomes = [Ordering::Less, Ordering::Equal, Ordering::Greater]
        .into_iter()
        .filter(|order| least <= *order && *order <= greatest)
        .map(|order| comparison.holds(order));
    let first = outcomes.next()?;
    if outcomes.all(|outcome| outcome == first) { point(first) } else { Some(Spread::Either) }
}

fn order(left: &Value, right: &Value) -> Option<Ordering> {
    match (left, right) {
        (Value::Number(left), Value::Number(right)) => left.compare(*right).ok(),
        (Value::Date(left), Value::Date(right)) => Some(left.cmp(right)),
        _ => None,
    }
}

pub(super) fn better<'v>(left: &'v Value, right: &'v Value, wanted: Ordering) -> Option<&'v Value> {
    Some(if order(right, left)? == wanted { right } else { left })
}
