//! Formulas that would have no value: days without a figure, divisors that can be zero.

use super::all_answers;
use crate::checking::load::{EARLIEST, LATEST};
use crate::document::Diagnostic;
use crate::evaluation::{Spreading, Value};
use crate::explanation::{Style, render};
use crate::formula::{Expression, Operator, Part, Type};
use crate::policy::{Input, Policy};
use crate::values::{Calendar, Date, Locale, Text, text};

/// Parameters that have no figure on some of the days for which they are asked.
pub(crate) fn gaps(policy: &Policy, calendar: &Calendar, parts: &[Part]) -> Vec<Diagnostic> {
    let spreading = all_answers(policy, calendar);
    let mut found = Vec::new();
    for part in parts {
        let Expression::ParameterOn(index, operand) = &part.expression else { continue };
        let parameter = &policy.parameters[*index];
        let (from, to) = days(policy, &spreading, operand);
        let first = parameter.history.first().and_then(|figure| figure.from);
        let early = from.zip(first).filter(|(from, first)| from < first);
        let late = to.zip(parameter.until).filter(|(to, until)| to > until);
        let name = &parameter.label.name;
        let message = if let Some((from, first)) = early {
            text!(
                "“{name}”从 {first} 起才有数值，而这里最早可以用到 {from}",
                "“{name}” has figures from {first} on, but is asked for days from {from} on"
            )
        } else if let Some((to, until)) = late {
            text!(
                "“{name}”的数值到 {until} 为止，而这里最晚可以用到 {to}",
                "“{name}” has figures up to {until}, but is asked for days up to {to}"
            )
        } else {
            continue;
        };
        found.push(Diagnostic::new(&part.place, message).help(text!(
            "请补上这段时间的数值，或用上下限把可填的日期、年份限制在有数值的期间",
            "add the figures for that time, or bound the dates or years that can be filled in"
        )));
    }
    found
}

/// The first and the last day that an operand can give. Where it is open, the period of the policy counts.
fn days(
    policy: &Policy,
    spreading: &Spreading<'_>,
    operand: &Expression,
) -> (Option<Date>, Option<Date>) {
    let spread = spreading.spread(operand);
    let day = |value: &Value| match value {
        Value::Date(date) => Some(*date),
        Value::Number(year) => Date::new(i32::try_from(year.as_integer()?).ok()?, 1, 1),
        _ => None,
    };
    let ends = spread.ends();
    let from = ends.and_then(|ends| day(ends.0)).filter(|from| Some(*from) > EARLIEST);
    let to = ends.and_then(|ends| day(ends.1)).filter(|to| Some(*to) < LATEST);
    (from.or(policy.from), to.or(policy.to))
}

/// Divisors that are zero where an input is, with no 如果 around them that looks at it.
pub(crate) fn zero_divisors(policy: &Policy, parts: &[Part]) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for part in parts {
        let Expression::Arithmetic(Operator::Divide, _, divisor) = &part.expression else {
            continue;
        };
        let Some(zero) = zero_input(policy, divisor) else { continue };
        let guarded = parts.iter().any(|outer| match &outer.expression {
            Expression::If(condition, ..) => {
                outer.place.contains(&part.place) && mentions(policy, condition, &zero)
            }
            _ => false,
        });
        if guarded {
            continue;
        }
        let shown = |locale| render(policy, &zero, Style::Names, locale, None);
        let (chinese, english) = (shown(Locale::Chinese), shown(Locale::English));
        let message = Text::new(
            format!("“{chinese}”可以填 0，而 0 不能作除数"),
            format!("“{english}” can be 0, by which nothing can be divided"),
        );
        found.push(Diagnostic::new(&part.place, message).help(text!(
            "请给它写明下限（min = \"1人\" 或 above = \"0\"），或先用“如果”分开 0 的情形",
            "give it a lower bound (min = \"1人\" or above = \"0\"), or set the case of 0 apart with 如果"
        )));
    }
    found
}

/// The input or column that alone makes the divisor zero.
fn zero_input(policy: &Policy, divisor: &Expression) -> Option<Expression> {
    let allows_zero = |input: &Input| {
        let zero_is_least = input.min.is_zero() && !input.above_min;
        matches!(input.result_type(), Type::Number(_)) && (zero_is_least || input.min.is_negative())
    };
    match divisor {
        Expression::Input(index) if allows_zero(&policy.inputs[*index]) => Some(divisor.clone()),
        Expression::Column(table, index) if allows_zero(&policy.tables[*table].columns[*index]) => {
            Some(divisor.clone())
        }
        Expression::Value(index) => zero_input(policy, &policy.values[*index].formula.expression),
        Expression::RowValue(table, index) => {
            zero_input(policy, &policy.tables[*table].values[*index].formula.expression)
        }
        Expression::Group(operand) | Expression::Rescale(_, operand) => zero_input(policy, operand),
        Expression::If(condition, met, unmet) => [met, unmet]
            .into_iter()
            .find_map(|branch| zero_input(policy, branch))
            .filter(|zero| !mentions(policy, condition, zero)),
        _ => None,
    }
}

/// Whether an expression looks at an input or a column.
fn mentions(policy: &Policy, expression: &Expression, wanted: &Expression) -> bool {
    expression == wanted
        || match expression {
            Expression::Value(index) => {
                mentions(policy, &policy.values[*index].formula.expression, wanted)
            }
            Expression::RowValue(table, index) => {
                let value = &policy.tables[*table].values[*index];
                mentions(policy, &value.formula.expression, wanted)
            }
            _ => expression.operands().into_iter().any(|operand| mentions(policy, operand, wanted)),
        }
}
