//! For which values of one count is the result still eligible? Found by halving intervals of values on which every
//! condition is certain, so that a hundred million values take some hundred evaluations and none is skipped.

use core::cmp::Ordering;

use crate::assessment::{Eligibility, eligibility};
use crate::evaluate::{Failure, Situation, Value, arithmetic};
use crate::formula::{Comparison, Expression, Function, Operator};
use crate::input::{self, Problem, ProblemCode, Raw};
use crate::locale::text;
use crate::policy::{Kind, Policy};
use crate::{Calendar, Number};

/// Evaluations after which a policy is too involved to be searched.
const EFFORT: u32 = 100_000;

/// The values of the count `field` for which the result is eligible, all else equal: closed ranges, in order; `None`
/// where a range goes on beyond the general bound.
///
/// # Errors
/// All problems of bad input; `field` has to be a count. What the fields say of `field` itself does not matter.
pub fn eligible_ranges(
    policy: &Policy,
    calendar: &Calendar,
    fields: &[(String, Raw)],
    field: &str,
) -> Result<Vec<(i64, Option<i64>)>, Vec<Problem>> {
    let problem = |code, message| Err(vec![Problem::new(field, code, message)]);
    let Some(index) = policy.input(field) else {
        let message = text!("没有名为“{field}”的字段", "there is no field “{field}”");
        return problem(ProblemCode::UnknownField, message);
    };
    let input = &policy.inputs[index];
    if input.kind != Kind::Count {
        let message = text!("“{field}”不是人数、次数一类的整数", "“{field}” is not a count");
        return problem(ProblemCode::WrongType, message);
    }
    let others: Vec<_> = fields.iter().filter(|entry| entry.0 != field).cloned().collect();
    let situation = input::read(policy, calendar, &others)?;
    let from = input.min.as_integer().unwrap_or(0) + i64::from(input.above_min);
    let to = input.max.as_integer().unwrap_or(i64::from(u32::MAX));
    let mut search = Search { situation, index, effort: 0, found: Vec::new() };
    match search.halve(from, to) {
        Ok(()) => {}
        Err(Stop::Failure) => {
            let message =
                text!("数字过大，无法精确计算", "the numbers are too large to be computed exactly");
            return problem(ProblemCode::OutOfRange, message);
        }
        Err(Stop::Effort) => {
            let message = text!(
                "条件过于复杂，无法求出范围",
                "the conditions are too involved to be searched"
            );
            return problem(ProblemCode::OutOfRange, message);
        }
    }
    let open_end = |end: i64| (end < to || input.has_own_max).then_some(end);
    Ok(search.found.iter().map(|&(start, end)| (start, open_end(end))).collect())
}

enum Stop {
    Failure,
    Effort,
}

impl From<Failure> for Stop {
    fn from(_: Failure) -> Stop {
        Stop::Failure
    }
}

struct Search<'p> {
    situation: Situation<'p>,
    index: usize,
    effort: u32,
    found: Vec<(i64, i64)>,
}

impl Search<'_> {
    fn halve(&mut self, from: i64, to: i64) -> Result<(), Stop> {
        self.effort += 1;
        if self.effort > EFFORT {
            return Err(Stop::Effort);
        }
        let certain = if from == to {
            let answer = Value::Number(Number::from(from));
            let point = self.situation.with_answer(self.index, Some(answer));
            let allowed = policy_limits(&point).all(|limit| point.truth(limit) != Ok(Some(false)));
            Some(allowed && eligibility(&point)? == Eligibility::Eligible)
        } else {
            let low =
                self.situation.with_answer(self.index, Some(Value::Number(Number::from(from))));
            let spread = Spreading { low, index: self.index, to: Number::from(to) };
            spread.all_conditions()
        };
        match certain {
            Some(false) => {}
            Some(true) => match self.found.last_mut() {
                Some(last) if last.1 + 1 == from => last.1 = to,
                _ => self.found.push((from, to)),
            },
            None => {
                let middle = from + (to - from) / 2;
                self.halve(from, middle)?;
                self.halve(middle + 1, to)?;
            }
        }
        Ok(())
    }
}

/// What answers allow each other.
fn policy_limits<'a>(situation: &Situation<'a>) -> impl Iterator<Item = &'a Expression> {
    situation.policy.inputs.iter().filter_map(|input| input.limit.as_ref())
}

/// What an expression can come to while the count runs through an interval.
enum Spread {
    /// Always this.
    Point(Value),
    /// A number from one to the other, both included.
    Numbers(Number, Number),
    /// Anything, or unknown.
    Open,
}

/// The situation with the count at the lower end of an interval, and its upper end.
struct Spreading<'p> {
    low: Situation<'p>,
    index: usize,
    to: Number,
}

impl Spreading<'_> {
    /// Whether all conditions hold (or one does not) throughout the interval; `None` where that is not certain.
    fn all_conditions(&self) -> Option<bool> {
        let conditions = &self.low.policy.conditions;
        if conditions.is_empty() {
            return Some(false);
        }
        let mut all = Some(true);
        let formulas = conditions.iter().map(|condition| &condition.formula.expression);
        for formula in formulas.chain(policy_limits(&self.low)) {
            // A limit on an answer that is missing or not asked limits nothing.
            match self.truth(formula) {
                Some(true) => {}
                Some(false) => return Some(false),
                None => all = None,
            }
        }
        all
    }

    /// Whether the expression involves the count at all.
    fn depends(&self, expression: &Expression) -> bool {
        let policy = self.low.policy;
        match expression {
            Expression::Input(index) => {
                *index == self.index
                    || policy.inputs[*index]
                        .when
                        .as_ref()
                        .is_some_and(|when| self.depends(&when.expression))
            }
            Expression::Value(index) => self.depends(&policy.values[*index].formula.expression),
            Expression::Grade(index) | Expression::Listed(index, _) => {
                let classification = &policy.classifications[*index];
                let inputs = classification.indicators.iter().chain([&classification.by]);
                inputs.copied().any(|input| self.depends(&Expression::Input(input)))
            }
            Expression::Aggregate(_, table, operands) => {
                self.depends(&Expression::Input(policy.table_input(*table)))
                    || operands.iter().any(|operand| self.depends(operand))
            }
            _ => expression.operands().into_iter().any(|operand| self.depends(operand)),
        }
    }

    fn truth(&self, expression: &Expression) -> Option<bool> {
        match self.spread(expression) {
            Spread::Point(Value::Boolean(truth)) => Some(truth),
            _ => None,
        }
    }

    fn numbers(&self, expression: &Expression) -> Option<(Number, Number)> {
        match self.spread(expression) {
            Spread::Point(Value::Number(number)) => Some((number, number)),
            Spread::Numbers(low, high) => Some((low, high)),
            _ => None,
        }
    }

    fn spread(&self, expression: &Expression) -> Spread {
        if !self.depends(expression) {
            return match self.low.evaluate(expression) {
                Ok(Some(value)) => Spread::Point(value),
                _ => Spread::Open,
            };
        }
        self.varying(expression).unwrap_or(Spread::Open)
    }

    fn varying(&self, expression: &Expression) -> Option<Spread> {
        let truth = |value: bool| Some(Spread::Point(Value::Boolean(value)));
        match expression {
            Expression::Input(index) if *index == self.index => {
                if self.low.policy.inputs[*index].when.is_some()
                    && self.low.is_asked(*index) != Some(true)
                {
                    return None;
                }
                match self.low.answer(*index) {
                    Some(Value::Number(low)) => Some(Spread::Numbers(*low, self.to)),
                    _ => None,
                }
            }
            Expression::Value(index) => {
                Some(self.spread(&self.low.policy.values[*index].formula.expression))
            }
            Expression::Group(operand) => Some(self.spread(operand)),
            Expression::Negate(operand) => {
                let (low, high) = self.numbers(operand)?;
                Some(Spread::Numbers(high.negate(), low.negate()))
            }
            Expression::Rescale(power, operand) => {
                let (low, high) = self.numbers(operand)?;
                let factor = Number::power_of_ten(*power);
                Some(Spread::Numbers(low.times(factor).ok()?, high.times(factor).ok()?))
            }
            Expression::Arithmetic(operator, left, right) => {
                spread_arithmetic(*operator, self.numbers(left)?, self.numbers(right)?)
            }
            Expression::Call(function @ (Function::Minimum | Function::Maximum), arguments) => {
                let mut ends: Option<(Number, Number)> = None;
                let wanted = match function {
                    Function::Minimum => Ordering::Less,
                    _ => Ordering::Greater,
                };
                for argument in arguments {
                    let (low, high) = self.numbers(argument)?;
                    ends = Some(match ends {
                        None => (low, high),
                        Some(ends) => (better(ends.0, low, wanted)?, better(ends.1, high, wanted)?),
                    });
                }
                ends.map(|(low, high)| Spread::Numbers(low, high))
            }
            Expression::If(condition, met, unmet) => match self.truth(condition) {
                Some(true) => Some(self.spread(met)),
                Some(false) => Some(self.spread(unmet)),
                None => {
                    let (met, unmet) = (self.numbers(met)?, self.numbers(unmet)?);
                    Some(Spread::Numbers(
                        better(met.0, unmet.0, Ordering::Less)?,
                        better(met.1, unmet.1, Ordering::Greater)?,
                    ))
                }
            },
            Expression::Not(operand) => truth(!self.truth(operand)?),
            Expression::And(left, right) => self.decide(left, right, false),
            Expression::Or(left, right) => self.decide(left, right, true),
            Expression::Compare(comparison, left, right) => {
                truth(compare(*comparison, self.numbers(left)?, self.numbers(right)?)?)
            }
            _ => None,
        }
    }

    fn decide(&self, left: &Expression, right: &Expression, decisive: bool) -> Option<Spread> {
        let (left, right) = (self.truth(left), self.truth(right));
        let value = if left == Some(decisive) || right == Some(decisive) {
            decisive
        } else if left.is_some() && right.is_some() {
            !decisive
        } else {
            return None;
        };
        Some(Spread::Point(Value::Boolean(value)))
    }
}

/// The numbers that an operation can come to when its operands run through two intervals.
fn spread_arithmetic(
    operator: Operator,
    left: (Number, Number),
    right: (Number, Number),
) -> Option<Spread> {
    // A divisor that can be zero lets the quotient go anywhere.
    if operator == Operator::Divide {
        let below = right.0.is_negative() && right.1.is_negative();
        let above = !right.0.is_negative() && !right.0.is_zero();
        if !below && !above {
            return None;
        }
    }
    let mut corners = Vec::with_capacity(4);
    for first in [left.0, left.1] {
        for second in [right.0, right.1] {
            corners.push(arithmetic(operator, first, second).ok()?);
        }
    }
    let mut ends = (corners[0], corners[0]);
    for corner in corners {
        ends.0 = better(ends.0, corner, Ordering::Less)?;
        ends.1 = better(ends.1, corner, Ordering::Greater)?;
    }
    Some(Spread::Numbers(ends.0, ends.1))
}

fn better(left: Number, right: Number, wanted: Ordering) -> Option<Number> {
    Some(if right.compare(left).ok()? == wanted { right } else { left })
}

/// Whether a comparison holds for all pairs of numbers of two intervals, or for none.
fn compare(
    comparison: Comparison,
    left: (Number, Number),
    right: (Number, Number),
) -> Option<bool> {
    // The orders that any pair can have lie between these two.
    let least = left.0.compare(right.1).ok()?;
    let greatest = left.1.compare(right.0).ok()?;
    let possible = [Ordering::Less, Ordering::Equal, Ordering::Greater]
        .into_iter()
        .filter(|order| least <= *order && *order <= greatest);
    let mut outcomes = possible.map(|order| comparison.holds(order));
    let first = outcomes.next()?;
    outcomes.all(|outcome| outcome == first).then_some(first)
}
