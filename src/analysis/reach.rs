//! Between what an amount can still lie while answers are missing.

use crate::evaluation::{
    Eligibility, MONEY_PLACES, Situation, Spread, Spreading, Value, eligibility,
};
use crate::input::{self, Problem};
use crate::policy::{Input, Policy};
use crate::values::{Calendar, Data, Number, Raw, digits};

/// Choices that are open can be taken together in so many ways at most.
const MOST_WAYS: usize = 256;

/// The least and the most that an amount can come to, in yuan; `None` where that cannot be told, or has no bound but the general ones.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AmountRange {
    /// No answer makes it less.
    pub least: Option<String>,
    /// No answer makes it more.
    pub most: Option<String>,
}

impl AmountRange {
    /// As it crosses to JavaScript.
    pub fn to_data(&self) -> Data<'static> {
        Data::object(|data| {
            data.set("least", self.least.as_ref());
            data.set("most", self.most.as_ref());
        })
    }
}

/// What the amount can come to, whatever the answers that are missing will be. Optional ones count as not given.
///
/// # Errors
/// All problems of bad input.
pub fn amount_range(
    policy: &Policy,
    calendar: &Calendar,
    fields: &[(String, Raw)],
) -> Result<AmountRange, Vec<Problem>> {
    let situation = input::read(policy, calendar, fields)?;
    let ways = ways(situation);
    let amount = |halved| {
        let amounts = ways.iter().map(|way| reach(way, halved));
        amounts.reduce(|known, other| known.or(&other)).unwrap_or(Spread::Open)
    };
    // A bound that moves with the general ones is none.
    let (whole, half) = (amount(false).number_ends(), amount(true).number_ends());
    let (Some(whole), Some(half)) = (whole, half) else { return Ok(AmountRange::default()) };
    let yuan = |number: Number, other| {
        let rounded = (number == other).then(|| number.round_half_up(MONEY_PLACES).ok()).flatten();
        rounded.map(digits::plain)
    };
    Ok(AmountRange { least: yuan(whole.0, half.0), most: yuan(whole.1, half.1) })
}

/// The situation with each of its open choices taken in every way; as it is, where there would be too many.
fn ways(situation: Situation<'_>) -> Vec<Situation<'_>> {
    let policy = situation.policy;
    let mut ways = vec![situation];
    for (index, input) in policy.inputs.iter().enumerate() {
        if input.optional || ways[0].answer(index).is_some() {
            continue;
        }
        let answers = policy.ways_to_choose(input, MOST_WAYS / ways.len());
        if answers.is_empty() {
            continue;
        }
        ways = ways
            .iter()
            .flat_map(|way| {
                answers.iter().map(|answer| way.with_answer(index, Some(answer.clone())))
            })
            .collect();
    }
    ways
}

/// What the amount can come to in one way, the general bounds being halved or not.
fn reach(situation: &Situation<'_>, halved: bool) -> Spread {
    let policy = situation.policy;
    let Some(amount) = &policy.amount else { return Spread::Open };
    let nothing = Spread::Point(Value::Number(Number::ZERO));
    if eligibility(situation) == Ok(Eligibility::Ineligible) {
        return nothing;
    }
    let running = policy.inputs.iter().enumerate().map(|(index, input)| {
        let open = situation.answer(index).is_none() && !input.optional;
        open.then(|| within(input, halved))
    });
    let running = running.collect();
    let spreading = Spreading::new(situation.copy(), running);
    let conditions = policy.conditions.iter();
    let mut held = conditions.map(|condition| spreading.spread(&condition.formula.expression));
    let reached = spreading.spread(&amount.formula.expression);
    if held.all(|condition| condition == Spread::Point(Value::Boolean(true))) {
        reached
    } else {
        reached.or(&nothing)
    }
}

fn within(input: &Input, halved: bool) -> Spread {
    match input.spread() {
        Spread::Between(from @ Value::Number(_), Value::Number(to))
            if halved && !input.has_own_max =>
        {
            let half = to.over(Number::from(2)).ok().flatten().unwrap_or(to);
            Spread::Between(from, Value::Number(half))
        }
        other => other,
    }
}
