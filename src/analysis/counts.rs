//! Is the result eligible for all values of some counts within intervals, or for none? By intervals of what the conditions can
//! come to, so that no value is skipped.

use crate::evaluation::{
    Eligibility, Failure, Situation, Spread, Spreading, Value, eligibility, rounded_amount,
};
use crate::formula::Expression;
use crate::input::{self, Problem, ProblemCode};
use crate::pack::sound;
use crate::policy::{Kind, Policy};
use crate::values::{Calendar, Number, Raw, Text, text};

/// Evaluations after which a policy is too involved to be searched.
const EFFORT: usize = 100_000;

/// No policy so far has so many terms. An evaluation of one that has more counts for several, as it takes longer: a pack
/// that was made to harm has no more than seconds.
const TERMS: usize = 3_000;

/// A count, and the first and the last of its values.
pub(super) type Interval = (usize, i64, i64);

pub(super) enum Stop {
    Failure,
    Effort,
}

impl From<Failure> for Stop {
    fn from(_: Failure) -> Stop {
        Stop::Failure
    }
}

impl Stop {
    pub(super) fn problem(self, field: &str) -> Vec<Problem> {
        let message = match self {
            Stop::Failure => {
                text!("数字过大，无法精确计算", "the numbers are too large to be computed exactly")
            }
            Stop::Effort => text!(
                "条件过于复杂，无法求出范围",
                "the conditions are too involved to be searched"
            ),
        };
        vec![Problem::new(field, ProblemCode::OutOfRange, message)]
    }
}

/// A search among the values of some counts, all else equal.
pub(super) struct Search<'p> {
    situation: Situation<'p>,
    /// What an evaluation counts for.
    weight: usize,
    effort: usize,
}

impl<'p> Search<'p> {
    /// The search, and what each of the counts may be, whatever the fields say of them.
    pub(super) fn new(
        policy: &'p Policy,
        calendar: &'p Calendar,
        fields: &[(String, Raw)],
        counts: &[&str],
    ) -> Result<(Search<'p>, Vec<Interval>), Vec<Problem>> {
        let intervals =
            counts.iter().map(|field| interval(policy, field)).collect::<Result<_, _>>()?;
        let others: Vec<_> =
            fields.iter().filter(|entry| !counts.contains(&&*entry.0)).cloned().collect();
        let situation = input::read(policy, calendar, &others)?;
        let weight = 1 + (sound::terms(policy) / TERMS).pow(2);
        Ok((Search { situation, weight, effort: 0 }, intervals))
    }

    pub(super) fn spend(&mut self, effort: usize) -> Result<(), Stop> {
        self.effort += effort;
        if self.effort > EFFORT { Err(Stop::Effort) } else { Ok(()) }
    }

    /// Whether the result is eligible for all values of intervals, or for none; `None` where that is not certain.
    pub(super) fn judge(&mut self, intervals: &[Interval]) -> Result<Option<bool>, Stop> {
        self.spend(self.weight)?;
        if intervals.iter().any(|(_, from, to)| from < to) {
            return Ok(self.certain_within(intervals));
        }
        let point = self.at(intervals.iter().map(|(index, from, _)| (*index, *from)));
        let allowed = policy_limits(&point).all(|limit| point.truth(limit) != Ok(Some(false)));
        let is_eligible = eligibility(&point)? == Eligibility::Eligible;
        Ok(Some(allowed && is_eligible && has_result(&point)))
    }

    fn at(&self, counts: impl Iterator<Item = (usize, i64)>) -> Situation<'p> {
        let answer = |count| Some(Value::Number(Number::from(count)));
        self.situation.with_each(counts.map(|(index, count)| (index, answer(count))))
    }

    fn certain_within(&self, intervals: &[Interval]) -> Option<bool> {
        let policy = self.situation.policy;
        let mut running = vec![None; policy.inputs.len()];
        for (index, from, to) in intervals {
            running[*index] = Some(Spread::numbers(Number::from(*from), Number::from(*to)));
        }
        let nothing = intervals.iter().map(|(index, _, _)| (*index, None));
        let spreading = Spreading::new(self.situation.with_each(nothing), running);
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
                let mut corners =
                    self.corners(intervals).iter().map(has_result).collect::<Vec<_>>();
                corners.dedup();
                match corners[..] {
                    [true] => all,
                    [false] => Some(false),
                    _ => None,
                }
            }
            _ => all,
        }
    }

    fn corners(&self, intervals: &[Interval]) -> Vec<Situation<'p>> {
        let none = vec![Vec::new()];
        let corners = intervals.iter().fold(none, |corners, &(index, from, to)| {
            let with = |corner: &Vec<(usize, i64)>, end| [&corner[..], &[(index, end)]].concat();
            corners.iter().flat_map(|corner| [with(corner, from), with(corner, to)]).collect()
        });
        corners.into_iter().map(|corner| self.at(corner.into_iter())).collect()
    }
}

/// What a count may be; up to the general bound where the policy sets none.
fn interval(policy: &Policy, field: &str) -> Result<Interval, Vec<Problem>> {
    let problem = |code, message: Text| Err(vec![Problem::new(field, code, message)]);
    let Some(index) = policy.input(field) else {
        let message = text!("没有名为“{field}”的字段", "there is no field “{field}”");
        return problem(ProblemCode::UnknownField, message);
    };
    let input = &policy.inputs[index];
    if input.kind != Kind::Count {
        let message = text!("“{field}”不是人数、次数一类的整数", "“{field}” is not a count");
        return problem(ProblemCode::WrongType, message);
    }
    let from = input.min.as_integer().unwrap_or(0) + i64::from(input.above_min);
    Ok((index, from, input.max.as_integer().unwrap_or(i64::from(u32::MAX))))
}

/// Whether the amount, if it is known, is one.
fn has_result(point: &Situation<'_>) -> bool {
    rounded_amount(point, Eligibility::Eligible).is_ok()
}

/// What answers allow each other.
fn policy_limits<'a>(situation: &Situation<'a>) -> impl Iterator<Item = &'a Expression> {
    situation.policy.inputs.iter().filter_map(|input| input.limit.as_ref())
}

/// The last value of a range, unless it is but the general bound.
pub(super) fn open_end(policy: &Policy, (index, _, most): Interval, end: i64) -> Option<i64> {
    (end < most || policy.inputs[index].has_own_max).then_some(end)
}
