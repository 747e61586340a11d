//! What a result still waits for.

use super::assessment::WarningResult;
use crate::evaluation::{Eligibility, Situation};
use crate::formula::Expression;
use crate::policy::{Input, Policy};
use crate::values::Locale;

/// Whether an answer is still to come.
pub(super) fn is_open(policy: &Policy, eligibility: Eligibility, has_amount: bool) -> bool {
    match eligibility {
        Eligibility::Ineligible => false,
        Eligibility::Undetermined => true,
        Eligibility::Eligible | Eligibility::NotAssessed => policy.amount.is_some() && !has_amount,
    }
}

/// What is said where an answer is still to come and nothing is left to ask.
pub(super) fn dead_end<'p>(locale: Locale) -> WarningResult<'p> {
    let message = locale.pick(
        "已经没有要填的项目，但按现有的规则算不出结果。",
        "There is nothing left to fill in, but by the rules as they stand no result can be computed.",
    );
    WarningResult { code: "no-result", message: message.into(), fields: Vec::new() }
}

/// Ids of the inputs that could still change the result, in the order to ask them. One that may be left out for good is
/// among them where there is no result without it.
pub(crate) fn missing<'p>(
    situation: &Situation<'p>,
    eligibility: Eligibility,
    has_amount: bool,
) -> Vec<&'p str> {
    let policy = situation.policy;
    if eligibility == Eligibility::Ineligible {
        return Vec::new();
    }
    let mut missing = vec![false; policy.inputs.len()];
    let mut mark = |formula: &Expression| situation.mark_missing(formula, &mut missing);
    policy.conditions.iter().for_each(|condition| mark(&condition.formula.expression));
    match &policy.amount {
        Some(amount) => mark(&amount.formula.expression),
        None => (0..policy.values.len()).for_each(|value| mark(&Expression::Value(value))),
    }
    let (optional, needed): (Vec<_>, Vec<_>) = policy
        .inputs
        .iter()
        .zip(missing)
        .filter(|(_, missing)| *missing)
        .map(|(input, _)| input)
        .partition(|input| input.optional);
    let is_dead_end = needed.is_empty() && is_open(policy, eligibility, has_amount);
    if is_dead_end { optional } else { needed }.into_iter().map(Input::id).collect()
}
