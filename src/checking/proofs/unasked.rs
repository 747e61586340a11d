//! Answers that a result waits for in situations in which nobody is asked for them.

use super::Places;
use super::certainties::certain;
use super::known::Known;
use crate::document::{Diagnostic, Place};
use crate::explanation::{Style, render};
use crate::formula::Expression;
use crate::policy::{Input, Policy};
use crate::values::{Calendar, Locale, Text, text};

/// Conditions and the amount, where they use an answer that is not asked for, or a cell that may stay empty, with nothing
/// said of when it is.
pub(crate) fn needed(policy: &Policy, calendar: &Calendar, places: &Places) -> Vec<Diagnostic> {
    let conditions: Vec<_> =
        policy.conditions.iter().map(|rule| &rule.formula.expression).collect();
    let mut found: Vec<Diagnostic> = Vec::new();
    let formulas = conditions.iter().copied().zip(&places.conditions);
    let amount = policy.amount.as_ref().map(|amount| &amount.formula.expression);
    for (formula, place) in formulas.chain(amount.zip(places.amount.as_ref())) {
        let mut known = Known::of(policy);
        // Where another condition fails, that settles it.
        for condition in conditions.iter().filter(|condition| **condition != formula) {
            known.learn(condition, true);
        }
        known.answers(formula, &mut |known, answer| {
            let (input, is_column) = match answer {
                Expression::Input(index) => (&policy.inputs[*index], false),
                Expression::Column(table, index) => (&policy.tables[*table].columns[*index], true),
                _ => return,
            };
            if let Some(diagnostic) = unasked(policy, calendar, known, input, place)
                .or_else(|| is_column.then(|| left_out(policy, known, answer, input, place))?)
                && !found.contains(&diagnostic)
            {
                found.push(diagnostic);
            }
        });
    }
    found
}

/// It is not asked for where its `when` does not hold, and nothing around it says that it does.
fn unasked(
    policy: &Policy,
    calendar: &Calendar,
    known: &Known<'_>,
    input: &Input,
    place: &Place,
) -> Option<Diagnostic> {
    let when = &input.when.as_ref()?.expression;
    let is_open = match known.judge(when) {
        Some(truth) => !truth,
        // What is known may say more than is understood here.
        None => !known.touches(when) && certain(policy, calendar, when).is_none(),
    };
    if !is_open {
        return None;
    }
    let shown = |locale| render(policy, when, Style::Names, locale, None);
    let (name, english) = (&input.label.name, &input.label.term.english);
    let message = Text::new(
        format!("“{name}”只在“{}”时才问，这里别的时候也用到它", shown(Locale::Chinese)),
        format!(
            "“{english}” is only asked for where “{}”, but used here in other situations too",
            shown(Locale::English)
        ),
    );
    Some(Diagnostic::new(place, message).help(text!(
        "那时算不出结果，也没有要填的项目；请用“如果”分开，或核对它的 when",
        "then there is no result and nothing left to ask: set the case apart with 如果, or check its “when”"
    )))
}

/// A cell may stay empty, and nothing around says that it is filled in.
fn left_out(
    policy: &Policy,
    known: &Known<'_>,
    answer: &Expression,
    input: &Input,
    place: &Place,
) -> Option<Diagnostic> {
    let answered = Expression::Answered(Box::new(answer.clone()));
    let is_open = input.optional && known.judge(&answered).is_none_or(|truth| !truth);
    let Expression::Column(table, index) = answer else { return None };
    // Of several columns one may have to be filled in.
    let is_one_of_several = policy.tables[*table].any_of.iter().any(|group| group.contains(index));
    if !is_open || is_one_of_several {
        return None;
    }
    let (name, english) = (&input.label.name, &input.label.term.english);
    let message = text!(
        "“{name}”可以不填，而不填的行这里就算不出结果",
        "“{english}” may stay empty, and a row without it leaves this without a result"
    );
    Some(Diagnostic::new(place, message).help(text!(
        "请先问填了没有：如果 已填（{name}） 则 … 否则 …",
        "ask first whether it is filled in: 如果 已填（{name}） 则 … 否则 …"
    )))
}
