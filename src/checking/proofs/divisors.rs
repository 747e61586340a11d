//! Divisors that can be zero: answers, differences and counts of rows.

use super::all_answers;
use crate::document::Diagnostic;
use crate::evaluation::Spreading;
use crate::explanation::{Style, render};
use crate::formula::{Aggregate, Expression, Function, Operator, Part, Type};
use crate::policy::{Input, Policy, RowRule};
use crate::values::{Calendar, Locale, Text, text};

/// Divisors that are zero where an input is, with no 如果 around them that looks at it.
pub(crate) fn zero(policy: &Policy, calendar: &Calendar, parts: &[Part]) -> Vec<Diagnostic> {
    let zeros = Zeros { policy, spreading: all_answers(policy, calendar) };
    let mut found = Vec::new();
    for part in parts {
        let Expression::Arithmetic(Operator::Divide, _, divisor) = &part.expression else {
            continue;
        };
        let (zero, guards) = match zero_input(policy, divisor) {
            Some(zero) => (zero.clone(), vec![zero]),
            None if zeros.reaches(divisor) && !is_conditional(policy, divisor) => {
                (divisor.as_ref().clone(), leaves(policy, divisor))
            }
            None => continue,
        };
        let guarded = parts.iter().any(|outer| match &outer.expression {
            Expression::If(condition, ..) => {
                let looks_at = |zero: &Expression| mentions(policy, condition, zero);
                outer.place.contains(&part.place) && guards.iter().any(looks_at)
            }
            _ => false,
        });
        if guarded {
            continue;
        }
        let shown = |locale| render(policy, &zero, Style::Names, locale, None);
        let (chinese, english) = (shown(Locale::Chinese), shown(Locale::English));
        let message = |verb: &str| {
            Text::new(
                format!("“{chinese}”可以{verb} 0，而 0 不能作除数"),
                format!("“{english}” can be 0, by which nothing can be divided"),
            )
        };
        let (message, help) = if is_answer(&zero) {
            (
                message("填"),
                text!(
                    "请给它写明下限（min = \"1人\" 或 above = \"0\"），或先用“如果”分开 0 的情形",
                    "give it a lower bound (min = \"1人\" or above = \"0\"), or set the case of 0 apart with 如果"
                ),
            )
        } else {
            (message("为"), text!("请先用“如果”分开 0 的情形", "set the case of 0 apart with 如果"))
        };
        found.push(Diagnostic::new(&part.place, message).help(help));
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
pub(super) fn mentions(policy: &Policy, expression: &Expression, wanted: &Expression) -> bool {
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

/// What can come to zero although no single answer makes it so.
struct Zeros<'p> {
    policy: &'p Policy,
    /// All answers run through all that may be filled in.
    spreading: Spreading<'p>,
}

impl Zeros<'_> {
    /// Whether an expression is zero for some answers, as far as that can be shown.
    fn reaches(&self, expression: &Expression) -> bool {
        let whole = plain(self.policy, expression);
        match whole {
            // A table may be empty.
            Expression::Aggregate(aggregate, ..) => {
                aggregate.is_count() || matches!(aggregate, Aggregate::Sum | Aggregate::LargestSum)
            }
            Expression::Arithmetic(Operator::Add | Operator::Subtract, left, right) => {
                [left, right].iter().all(|side| is_answer(plain(self.policy, side)))
                    && left != right
                    && self.spans_zero(whole)
            }
            Expression::Arithmetic(Operator::Multiply, left, right) => {
                self.reaches(left) || self.reaches(right)
            }
            Expression::HowMany(_) => self.spans_zero(whole),
            Expression::Arithmetic(Operator::Divide, left, _) => self.reaches(left),
            Expression::Call(Function::Days, days) => {
                days.iter().all(is_answer) && self.spans_zero(whole)
            }
            Expression::Call(Function::Maximum, items) => {
                items.iter().any(|item| is_zero(item) || self.reaches(item))
                    && items.iter().all(|item| {
                        let ends = self.spreading.spread(item).number_ends();
                        ends.is_some_and(|(from, _)| from.is_negative() || from.is_zero())
                    })
            }
            _ => false,
        }
    }

    fn spans_zero(&self, expression: &Expression) -> bool {
        let ends = self.spreading.spread(expression).number_ends();
        ends.is_some_and(|(from, to)| (from.is_negative() || from.is_zero()) && !to.is_negative())
    }
}

/// Whether there is only an amount, or a row only counts, where a condition has looked at what makes the divisor zero.
fn is_conditional(policy: &Policy, divisor: &Expression) -> bool {
    let conditions = policy.conditions.iter().map(|rule| &rule.formula.expression);
    let checks = policy.tables.iter().flat_map(|table| &table.checks).filter_map(|check| {
        if let RowRule::Formula(formula) = &check.rule { Some(&formula.expression) } else { None }
    });
    let limits = policy.inputs.iter().filter_map(|input| input.limit.as_ref());
    let leaves = leaves(policy, divisor);
    conditions
        .chain(checks)
        .chain(limits)
        .any(|condition| leaves.iter().any(|leaf| mentions(policy, condition, leaf)))
}

/// The answers, and looks at tables, that an expression is made of.
pub(super) fn leaves(policy: &Policy, expression: &Expression) -> Vec<Expression> {
    match plain(policy, expression) {
        leaf @ (Expression::Input(_) | Expression::Column(..) | Expression::Aggregate(..)) => {
            vec![leaf.clone()]
        }
        other => other.operands().into_iter().flat_map(|part| leaves(policy, part)).collect(),
    }
}

/// What stands behind a name, without the author's parentheses.
pub(super) fn plain<'e>(policy: &'e Policy, expression: &'e Expression) -> &'e Expression {
    match expression {
        Expression::Group(operand) => plain(policy, operand),
        Expression::Value(index) => plain(policy, &policy.values[*index].formula.expression),
        Expression::RowValue(table, index) => {
            plain(policy, &policy.tables[*table].values[*index].formula.expression)
        }
        _ => expression,
    }
}

fn is_answer(expression: &Expression) -> bool {
    matches!(expression, Expression::Input(_) | Expression::Column(..))
}

fn is_zero(expression: &Expression) -> bool {
    matches!(expression, Expression::Number(number, _) if number.is_zero())
}
