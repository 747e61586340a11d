//! Comparisons without an example exactly at their boundary, where notices are most often read wrongly.

use super::all_answers;
use super::certainties::certain;
use crate::document::Diagnostic;
use crate::evaluation::{Situation, Spread, Value};
use crate::explanation::{Style, render};
use crate::formula::{Comparison, Expression, Part};
use crate::input;
use crate::policy::{Input, Policy};
use crate::values::{Calendar, Locale, Text};

/// The comparisons whose two sides are equal in none of the policy's examples.
pub(crate) fn without_example(
    policy: &Policy,
    calendar: &Calendar,
    parts: &[Part],
) -> Vec<Diagnostic> {
    let examples = policy.examples.iter();
    let situations: Vec<_> = examples
        .filter_map(|example| input::read(policy, calendar, &example.inputs).ok())
        .collect();
    let mut found = Vec::new();
    for part in parts {
        let Expression::Compare(comparison, left, right) = &part.expression else { continue };
        if matches!(comparison, Comparison::Equal | Comparison::Unequal)
            || situations
                .iter()
                .any(|situation| is_at_boundary(situation, &part.tables, left, right))
            || !can_be_equal(policy, calendar, left, right)
        {
            continue;
        }
        let shown = |expression, locale| render(policy, expression, Style::Names, locale, None);
        let (chinese, english) = (Locale::Chinese, Locale::English);
        let message = Text::new(
            format!("没有例子恰好落在“{}”的分界上", shown(&part.expression, chinese)),
            format!(
                "no example is exactly at the boundary of “{}”",
                shown(&part.expression, english)
            ),
        );
        let help = Text::new(
            format!(
                "请加一个例子，使“{}”正好等于“{}”",
                shown(left, chinese),
                shown(right, chinese)
            ),
            format!(
                "add an example in which “{}” equals “{}”",
                shown(left, english),
                shown(right, english)
            ),
        );
        found.push(Diagnostic::new(&part.place, message).help(help));
    }
    found
}

/// Whether answers within their bounds and decimals can make two sides equal, as far as that is easily told.
fn can_be_equal(
    policy: &Policy,
    calendar: &Calendar,
    left: &Expression,
    right: &Expression,
) -> bool {
    let (first, second) = (Box::new(left.clone()), Box::new(right.clone()));
    let equal = Expression::Compare(Comparison::Equal, first, second);
    certain(policy, calendar, &equal) != Some(false)
        && [(left, right), (right, left)]
            .into_iter()
            .all(|(asked, other)| can_be_filled_in(policy, calendar, asked, other))
}

/// Whether an answer can be what a constant is; `true` of all that is no answer beside a constant.
fn can_be_filled_in(
    policy: &Policy,
    calendar: &Calendar,
    asked: &Expression,
    constant: &Expression,
) -> bool {
    let input: &Input = match asked {
        Expression::Input(index) => &policy.inputs[*index],
        Expression::Column(table, index) => &policy.tables[*table].columns[*index],
        _ => return true,
    };
    match all_answers(policy, calendar).spread(constant) {
        Spread::Point(Value::Number(number)) => {
            number.has_places(input.decimals) && !(input.above_min && number == input.min)
        }
        _ => true,
    }
}

/// Whether two sides are equal in a situation; in that of some row where they are about rows.
fn is_at_boundary(
    situation: &Situation<'_>,
    tables: &[usize],
    left: &Expression,
    right: &Expression,
) -> bool {
    let equal = || match (situation.evaluate(left), situation.evaluate(right)) {
        (Ok(Some(Value::Number(left))), Ok(Some(Value::Number(right)))) => left == right,
        (Ok(Some(Value::Date(left))), Ok(Some(Value::Date(right)))) => left == right,
        _ => false,
    };
    situation.in_some_row(tables, &equal)
}
