//! Limits that nothing ever reaches: 取小（甲，乙） where 甲 is never above 乙.

use super::certainties::certain;
use crate::document::Diagnostic;
use crate::explanation::{Style, render};
use crate::formula::{Comparison, Expression, Function, Part};
use crate::policy::Policy;
use crate::values::{Calendar, Locale, Text, text};

/// The items of 取小 and 取大 that are never what these come to, because another one always is.
pub(crate) fn never_reached(
    policy: &Policy,
    calendar: &Calendar,
    parts: &[Part],
) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for part in parts {
        let (comparison, operands) = match &part.expression {
            Expression::Call(Function::Minimum, operands) => (Comparison::AtLeast, operands),
            Expression::Call(Function::Maximum, operands) => (Comparison::AtMost, operands),
            _ => continue,
        };
        let is_beyond = |limit: &Expression, other: &Expression| {
            let (limit, other) = (Box::new(limit.clone()), Box::new(other.clone()));
            certain(policy, calendar, &Expression::Compare(comparison, limit, other)) == Some(true)
        };
        let is_idle = |(index, limit): &(usize, &Expression)| {
            operands.iter().enumerate().any(|(other, operand)| {
                // Of two that are always equal, one has to stay.
                other != *index
                    && is_beyond(limit, operand)
                    && (other < *index || !is_beyond(operand, limit))
            })
        };
        let Some((_, limit)) = operands.iter().enumerate().find(is_idle) else { continue };
        let shown = |locale| render(policy, limit, Style::Names, locale, None);
        let (chinese, english) = (shown(Locale::Chinese), shown(Locale::English));
        let message = Text::new(
            format!("“{chinese}”在这里从来不起作用：另一项总是先到"),
            format!("“{english}” never limits anything here: another item always comes first"),
        );
        found.push(Diagnostic::new(&part.place, message).help(text!(
            "请核对数值、单位，取小还是取大，以及所填项目的上下限；确实多余就删去",
            "check the figure, its unit, whether 取小 or 取大 is meant, and the bounds of what is filled in; or delete what is idle"
        )));
    }
    found
}
