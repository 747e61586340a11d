//! Days, months and years that are added have to be whole, whatever is filled in.

use crate::document::Diagnostic;
use crate::explanation::{Style, render};
use crate::formula::{Aggregate, Expression, Function, Operator, Part};
use crate::policy::{Input, Kind, Parameter, Policy};
use crate::values::{Locale, Number, Text, text};

/// Calls that add what may be no whole number.
pub(crate) fn unproved(policy: &Policy, parts: &[Part]) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for part in parts {
        let Expression::Call(function, operands) = &part.expression else { continue };
        let step = match function {
            Function::AddDays | Function::AddWorkingDays => "1天",
            Function::AddMonths => "1个月",
            Function::AddYears => "1年",
            _ => continue,
        };
        let Some(count) = operands.last().filter(|count| !is_whole(policy, count)) else {
            continue;
        };
        let shown = |locale| render(policy, count, Style::Names, locale, None);
        let (chinese, english) = (shown(Locale::Chinese), shown(Locale::English));
        let message = Text::new(
            format!("“{chinese}”不一定是整数"),
            format!("“{english}” may be no whole number"),
        );
        found.push(Diagnostic::new(&part.place, message).help(rounding_help(step)));
    }
    found
}

/// How to make a number one of whole steps.
pub(super) fn rounding_help(step: &str) -> Text {
    text!(
        "请写明怎样取整：只舍不入（…，{step}）、只入不舍（…，{step}）或四舍五入（…，{step}）",
        "say how it is rounded: 只舍不入（…，{step}）, 只入不舍（…，{step}） or 四舍五入（…，{step}）"
    )
}

/// Whether a number is whole in every case.
pub(super) fn is_whole(policy: &Policy, expression: &Expression) -> bool {
    let all = |operands: &[&Expression]| operands.iter().all(|operand| is_whole(policy, operand));
    match expression {
        Expression::Number(number, _) => is_integer(*number),
        Expression::Input(index) => is_filled_in_whole(&policy.inputs[*index]),
        Expression::Column(table, index) => {
            is_filled_in_whole(&policy.tables[*table].columns[*index])
        }
        Expression::Parameter(index)
        | Expression::ParameterOn(index, _)
        | Expression::ParameterBy(index, _) => are_whole(&policy.parameters[*index]),
        Expression::Slices(index, operands) => {
            let parameter = &policy.parameters[*index];
            let mut limits = parameter.history.iter().flat_map(|figure| &figure.limits);
            are_whole(parameter)
                && limits.all(|limit| is_integer(limit.at))
                && operands.first().is_some_and(|number| is_whole(policy, number))
        }
        Expression::Value(index) => is_whole(policy, &policy.values[*index].formula.expression),
        Expression::RowValue(table, index) => {
            is_whole(policy, &policy.tables[*table].values[*index].formula.expression)
        }
        Expression::Group(operand) | Expression::Negate(operand) => all(&[operand]),
        // The smaller unit is the whole one: 万元 read as 元.
        Expression::Rescale(power, operand) => *power >= 0 && all(&[operand]),
        Expression::Arithmetic(operator, left, right) => {
            *operator != Operator::Divide && all(&[left, right])
        }
        Expression::If(_, met, unmet) => all(&[met, unmet]),
        Expression::Aggregate(Aggregate::Count | Aggregate::Distinct, ..) => true,
        Expression::Aggregate(Aggregate::Least | Aggregate::Greatest, _, operands) => {
            operands.iter().all(|operand| is_whole(policy, operand))
        }
        Expression::Aggregate(Aggregate::Sum | Aggregate::LargestSum, _, operands) => {
            operands.last().is_some_and(|number| is_whole(policy, number))
        }
        Expression::Peers(peers, _, operands, _) => {
            let own = operands.len() - peers.own_operands();
            operands[own..].iter().all(|number| is_whole(policy, number))
        }
        Expression::Call(function, operands) => match function {
            Function::Minimum | Function::Maximum => {
                operands.iter().all(|operand| is_whole(policy, operand))
            }
            // To a multiple of the step.
            Function::RoundHalfUp | Function::RoundDown | Function::RoundUp => {
                operands.last().is_some_and(|step| is_whole(policy, step))
            }
            Function::YearOf => true,
            _ => function.is_time_between(),
        },
        _ => false,
    }
}

fn are_whole(parameter: &Parameter) -> bool {
    parameter.settings().all(|setting| setting.number().is_some_and(is_integer))
}

fn is_integer(number: Number) -> bool {
    number.as_integer().is_some()
}

fn is_filled_in_whole(input: &Input) -> bool {
    input.kind == Kind::Count || (input.kind == Kind::Number && input.decimals == 0)
}
