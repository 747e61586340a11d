//! Comparisons without an example exactly at their boundary, where notices are most often read wrongly.

use crate::document::Diagnostic;
use crate::evaluation::{Situation, Value};
use crate::explanation::{Style, render};
use crate::formula::{Comparison, Expression, Part};
use crate::input;
use crate::policy::Policy;
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
            || situations.iter().any(|situation| is_at_boundary(situation, part.table, left, right))
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

/// Whether two sides are equal in a situation; in that of some row where they are about rows.
fn is_at_boundary(
    situation: &Situation<'_>,
    table: Option<usize>,
    left: &Expression,
    right: &Expression,
) -> bool {
    let equal = || match (situation.evaluate(left), situation.evaluate(right)) {
        (Ok(Some(Value::Number(left))), Ok(Some(Value::Number(right)))) => left == right,
        (Ok(Some(Value::Date(left))), Ok(Some(Value::Date(right)))) => left == right,
        _ => false,
    };
    let Some(table) = table else { return equal() };
    let rows = situation.rows(table).ok().flatten();
    (0..rows.map_or(0, |rows| rows.len())).any(|row| {
        situation.row[table].set(row);
        equal()
    })
}
