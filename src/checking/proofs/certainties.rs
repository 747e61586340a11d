//! Comparisons that always hold, or never do, whatever is filled in: of a wrong figure, unit or direction.

use crate::document::Diagnostic;
use crate::evaluation::{Situation, Spread, Spreading, Value};
use crate::explanation::{Style, render};
use crate::formula::{Expression, Part};
use crate::policy::{Input, Kind, Policy};
use crate::values::{Calendar, Locale, Text, text};

/// Combinations of choices and yes-or-no answers that are gone through one by one; beyond, they count as open.
const CASES: usize = 1024;

/// The innermost parts of formulas that decide nothing.
pub(crate) fn find(policy: &Policy, calendar: &Calendar, parts: &[Part]) -> Vec<Diagnostic> {
    let mut found: Vec<Diagnostic> = Vec::new();
    for part in parts {
        let known = found.iter().any(|inner| part.place.contains(&inner.place));
        let Some(truth) = certain(policy, calendar, &part.expression).filter(|_| !known) else {
            continue;
        };
        let shown = |locale| render(policy, &part.expression, Style::Names, locale, None);
        let (chinese, english) = (shown(Locale::Chinese), shown(Locale::English));
        let message = if truth {
            Text::new(
                format!("无论怎样填写，“{chinese}”总是成立"),
                format!("“{english}” always holds, whatever is filled in"),
            )
        } else {
            Text::new(
                format!("无论怎样填写，“{chinese}”都不成立"),
                format!("“{english}” never holds, whatever is filled in"),
            )
        };
        found.push(Diagnostic::new(&part.place, message).help(text!(
            "请核对数值、单位和比较的方向，以及所填项目的上下限",
            "check the figure, its unit, the direction of the comparison and the bounds of what is filled in"
        )));
    }
    found
}

/// What a judgement comes to in all cases; `None` where it can come out both ways, or is no judgement.
pub(super) fn certain(
    policy: &Policy,
    calendar: &Calendar,
    expression: &Expression,
) -> Option<bool> {
    let mut outcome = None;
    for answers in cases(policy, &[expression]) {
        let running = policy.inputs.iter().zip(&answers);
        let running = running.map(|(input, answer)| answer.is_none().then(|| input.spread()));
        let running = running.collect();
        let situation = Situation::new(policy, calendar, answers);
        match (Spreading::new(situation, running).spread(expression), outcome) {
            // It is not asked for in this case.
            (Spread::Missing, _) => {}
            (Spread::Point(Value::Boolean(truth)), known)
                if known.is_none_or(|known| known == truth) =>
            {
                outcome = Some(truth);
            }
            _ => return None,
        }
    }
    outcome
}

/// The combinations of the choices and yes-or-no answers that expressions need.
pub(crate) fn cases(policy: &Policy, expressions: &[&Expression]) -> Vec<Vec<Option<Value>>> {
    let mut needed = vec![false; policy.inputs.len()];
    for expression in expressions {
        policy.mark_inputs(expression, &mut needed);
    }
    let mut cases = vec![vec![None; policy.inputs.len()]];
    for (index, input) in policy.inputs.iter().enumerate().filter(|entry| needed[entry.0]) {
        let most = CASES / cases.len();
        let answers = answers(policy, input, most);
        if answers.is_empty() || answers.len() > most {
            continue;
        }
        let with = |case: &Vec<Option<Value>>, answer: &Value| {
            let mut case = case.clone();
            case[index] = Some(answer.clone());
            case
        };
        cases = cases
            .iter()
            .flat_map(|case| answers.iter().map(move |answer| with(case, answer)))
            .collect();
    }
    cases
}

/// All answers to a question that has few and must be answered.
fn answers(policy: &Policy, input: &Input, most: usize) -> Vec<Value> {
    match input.kind {
        _ if input.optional => Vec::new(),
        Kind::Boolean => vec![Value::Boolean(false), Value::Boolean(true)],
        _ => policy.ways_to_choose(input, most),
    }
}
