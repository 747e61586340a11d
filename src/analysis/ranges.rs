//! For which values of one count is the result still eligible? Found by halving intervals of values on which every
//! condition is certain, so that a hundred million values take some hundred evaluations and none is skipped.

use crate::evaluation::{
    Eligibility, Failure, Situation, Spread, Spreading, Value, eligibility, rounded_amount,
};
use crate::formula::Expression;
use crate::input::{self, Problem, ProblemCode};
use crate::pack::sound;
use crate::policy::{Kind, Policy};
use crate::values::{Calendar, Number, Raw, text};

/// Evaluations after which a policy is too involved to be searched.
const EFFORT: usize = 100_000;

/// No policy so far has so many terms. An evaluation of one that has more counts for several, as it takes longer: a pack
/// that was made to harm has no more than seconds.
const TERMS: usize = 3_000;

/// The values of the count `field` for which the result is eligible, all else equal: closed ranges, in order; `None`
/// where a range goes on beyond the general bound. A value for which the amount fails, so that there is no result, is in
/// none. Of a field that is not asked all values are, or none is.
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
    let weight = 1 + (sound::terms(policy) / TERMS).pow(2);
    let mut search = Search { situation, index, weight, effort: 0, found: Vec::new() };
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
    /// What an evaluation counts for.
    weight: usize,
    effort: usize,
    found: Vec<(i64, i64)>,
}

impl Search<'_> {
    fn halve(&mut self, from: i64, to: i64) -> Result<(), Stop> {
        self.effort += self.weight;
        if self.effort > EFFORT {
            return Err(Stop::Effort);
        }
        let certain = if from == to {
            let point = self.at(from);
            let allowed = policy_limits(&point).all(|limit| point.truth(limit) != Ok(Some(false)));
            let is_eligible = eligibility(&point)? == Eligibility::Eligible;
            Some(allowed && is_eligible && has_result(&point))
        } else {
            self.certain_between(from, to)
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

    fn at(&self, count: i64) -> Situation<'_> {
        self.situation.with_answer(self.index, Some(Value::Number(Number::from(count))))
    }

    /// Whether the result is eligible for all values of an interval, or for none; `None` where that is not certain.
    fn certain_between(&self, from: i64, to: i64) -> Option<bool> {
        let policy = self.situation.policy;
        let mut running = vec![None; policy.inputs.len()];
        running[self.index] = Some(Spread::numbers(Number::from(from), Number::from(to)));
        let spreading = Spreading::new(self.situation.with_answer(self.index, None), running);
        let mut all = Some(!policy.conditions.is_empty());
        for condition in &policy.conditions {
            match spreading.spread(&condition.formula.expression) {
                Spread::Point(Value::Boolean(true)) => {}
                // A condition that waits for another answer is met by no value of this one.
                Spread::Point(_) | Spread::Missing => return Some(false),
                _ => all = None,
            }
        }
        for limit in policy_limits(&self.situation) {
            match spreading.spread(limit) {
                // A limit on an answer that is missing or not asked limits nothing.
                Spread::Point(Value::Boolean(true)) | Spread::Missing => {}
                Spread::Point(_) => return Some(false),
                _ => all = None,
            }
        }
        // What the amount runs through is known, or it waits for another answer; otherwise its ends have to do.
        match policy.amount.as_ref().map(|amount| spreading.spread(&amount.formula.expression)) {
            Some(Spread::Open | Spread::Either) => {
                match (has_result(&self.at(from)), has_result(&self.at(to))) {
                    (true, true) => all,
                    (false, false) => Some(false),
                    _ => None,
                }
            }
            _ => all,
        }
    }
}

/// Whether the amount, if it is known, is one.
fn has_result(point: &Situation<'_>) -> bool {
    rounded_amount(point, Eligibility::Eligible).is_ok()
}

/// What answers allow each other.
fn policy_limits<'a>(situation: &Situation<'a>) -> impl Iterator<Item = &'a Expression> {
    situation.policy.inputs.iter().filter_map(|input| input.limit.as_ref())
}
