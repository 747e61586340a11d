//! Conditions, branches and alternatives that the examples show from one side only.

use crate::document::{Diagnostic, Place};
use crate::evaluation::{Situation, Value};
use crate::explanation::{Style, render};
use crate::formula::{Expression, Part};
use crate::input;
use crate::policy::{Label, Policy};
use crate::values::{Calendar, Locale, Text, text};

/// Every condition wants an example that meets it and one that does not, every branch of 如果 one that takes it, and
/// every side of 或 one where it holds.
pub(crate) fn without_example(
    policy: &Policy,
    calendar: &Calendar,
    parts: &[Part],
    conditions: &[Place],
) -> Vec<Diagnostic> {
    let examples = policy.examples.iter();
    let situations: Vec<_> = examples
        .filter_map(|example| input::read(policy, calendar, &example.inputs).ok())
        .collect();
    let occurs = |expression: &Expression, tables: &[usize], wanted| {
        situations.iter().any(|situation| comes_out(situation, tables, expression, wanted))
    };
    let mut found = Vec::new();
    for (rule, place) in policy.conditions.iter().zip(conditions) {
        for holds in [true, false] {
            if !occurs(&rule.formula.expression, &[], holds) {
                found.push(unmet(&rule.label, holds, place));
            }
        }
    }
    for Part { place, tables, expression } in parts {
        let wanted: &[(&Expression, bool)] = match expression {
            Expression::If(condition, ..) => &[(condition, true), (condition, false)],
            Expression::Or(left, right) => &[(left, true), (right, true)],
            _ => &[],
        };
        for (part, holds) in wanted {
            if !occurs(part, tables, *holds) {
                found.push(untaken(policy, part, *holds, place));
            }
        }
    }
    found
}

/// Whether a judgement comes out as wanted; in some row where it is about rows.
fn comes_out(
    situation: &Situation<'_>,
    tables: &[usize],
    expression: &Expression,
    wanted: bool,
) -> bool {
    let is_wanted = || situation.evaluate(expression) == Ok(Some(Value::Boolean(wanted)));
    situation.in_some_row(tables, &is_wanted)
}

fn unmet(label: &Label, holds: bool, place: &Place) -> Diagnostic {
    let (name, english) = (&label.name, &label.term.english);
    let (message, help) = if holds {
        (
            text!("没有算例符合条件“{name}”", "no example meets the condition “{english}”"),
            text!("请加一个符合的算例", "add an example that meets it"),
        )
    } else {
        (
            text!("没有算例不符合条件“{name}”", "no example fails the condition “{english}”"),
            text!(
                "请加一个只差一点、因而不符合的算例，写 eligibility = \"ineligible\"",
                "add an example that just fails it, with eligibility = \"ineligible\""
            ),
        )
    };
    Diagnostic::new(place, message).help(help)
}

fn untaken(policy: &Policy, part: &Expression, holds: bool, place: &Place) -> Diagnostic {
    let shown = |locale| render(policy, part, Style::Names, locale, None);
    let (chinese, english) = (shown(Locale::Chinese), shown(Locale::English));
    let message = if holds {
        Text::new(format!("没有算例使“{chinese}”成立"), format!("“{english}” holds in no example"))
    } else {
        Text::new(
            format!("没有算例走到“{chinese}”的“否则”"),
            format!("no example comes to the 否则 of “{english}”"),
        )
    };
    let help = text!(
        "请加一个走到这里的算例，结果照通知算",
        "add an example that comes this way, worked out from the notice"
    );
    Diagnostic::new(place, message).help(help)
}
