//! Days, months and years that are added have to be whole, whatever is filled in.

use super::divisors::plain;
use crate::document::Diagnostic;
use crate::explanation::{Style, render};
use crate::formula::{Aggregate, Expression, Function, Operator, Part};
use crate::policy::{Input, Kind, Parameter, Policy};
use crate::values::{Locale, Number, Rounding, Text, text};

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
    grain(policy, expression).is_some_and(is_integer)
}

/// The largest number that it is certainly a multiple of, in every case; it is above zero.
fn grain(policy: &Policy, expression: &Expression) -> Option<Number> {
    let all =
        |operands: &[&Expression]| common(operands.iter().map(|operand| grain(policy, operand)));
    match expression {
        Expression::Number(number, _) => Some(of_figure(*number)),
        Expression::Input(index) => of_answer(&policy.inputs[*index]),
        Expression::Column(table, index) => of_answer(&policy.tables[*table].columns[*index]),
        Expression::Parameter(index)
        | Expression::ParameterOn(index, _)
        | Expression::ParameterBy(index, _) => of_parameter(&policy.parameters[*index]),
        Expression::Slices(index, operands) => {
            let parameter = &policy.parameters[*index];
            let limits = parameter.history.iter().flat_map(|figure| &figure.limits);
            let limits = common(limits.map(|limit| Some(of_figure(limit.at))));
            let number = grain(policy, operands.first()?)?;
            product(of_parameter(parameter)?, common([limits, Some(number)].into_iter())?)
        }
        Expression::Value(index) => grain(policy, &policy.values[*index].formula.expression),
        Expression::RowValue(table, index) => {
            grain(policy, &policy.tables[*table].values[*index].formula.expression)
        }
        Expression::Group(operand) | Expression::Negate(operand) => grain(policy, operand),
        Expression::Rescale(power, operand) => {
            product(grain(policy, operand)?, Number::power_of_ten(*power))
        }
        Expression::Arithmetic(operator, left, right) => match operator {
            Operator::Add | Operator::Subtract => all(&[left, right]),
            Operator::Multiply => product(grain(policy, left)?, grain(policy, right)?),
            Operator::Divide => {
                let divisor = figure(policy, right).filter(|divisor| !divisor.is_zero())?;
                Some(of_figure(grain(policy, left)?.over(divisor).ok()??))
            }
        },
        Expression::If(_, met, unmet) => all(&[met, unmet]),
        Expression::Aggregate(Aggregate::Count | Aggregate::Distinct, ..)
        | Expression::HowMany(_) => Some(one()),
        Expression::Aggregate(Aggregate::Least | Aggregate::Greatest, _, operands) => {
            all(&operands.iter().collect::<Vec<_>>())
        }
        Expression::Aggregate(Aggregate::Sum | Aggregate::LargestSum, _, operands) => {
            grain(policy, operands.last()?)
        }
        Expression::Peers(peers, _, operands, _) => {
            let own = operands.len() - peers.own_operands();
            match &operands[own..] {
                // They are counted.
                [] => Some(one()),
                numbers => all(&numbers.iter().collect::<Vec<_>>()),
            }
        }
        Expression::Call(function, operands) => match function {
            Function::Minimum | Function::Maximum => all(&operands.iter().collect::<Vec<_>>()),
            // To a multiple of the step.
            Function::RoundHalfUp | Function::RoundDown | Function::RoundUp => {
                figure(policy, operands.last()?).map(of_figure)
            }
            Function::YearOf => Some(one()),
            _ => function.is_time_between().then(one),
        },
        _ => None,
    }
}

/// What stands for itself; zero is a multiple of anything.
fn of_figure(figure: Number) -> Number {
    match figure {
        zero if zero.is_zero() => Number::ZERO,
        negative if negative.is_negative() => negative.negate(),
        positive => positive,
    }
}

fn of_parameter(parameter: &Parameter) -> Option<Number> {
    common(parameter.settings().map(|setting| setting.number().map(of_figure)))
}

fn of_answer(input: &Input) -> Option<Number> {
    match input.kind {
        Kind::Count | Kind::Number | Kind::Money | Kind::Percentage => {
            Some(Number::power_of_ten(-i8::try_from(input.decimals).ok()?))
        }
        _ => None,
    }
}

/// A figure that is the same in every situation.
fn figure(policy: &Policy, expression: &Expression) -> Option<Number> {
    match plain(policy, expression) {
        Expression::Number(number, _) => Some(*number),
        Expression::Parameter(index) => policy.parameters[*index].constant()?.number(),
        _ => None,
    }
}

/// What all are multiples of; none that is zero says anything.
fn common(mut grains: impl Iterator<Item = Option<Number>>) -> Option<Number> {
    grains.try_fold(Number::ZERO, |known, grain| {
        let (mut larger, mut smaller) = (known, grain?);
        while !smaller.is_zero() {
            let multiple = larger.to_multiple(smaller, Rounding::Down).ok()??;
            (larger, smaller) = (smaller, larger.minus(multiple).ok()?);
        }
        Some(larger)
    })
}

/// Of whole numbers a product is one, however large.
fn product(left: Number, right: Number) -> Option<Number> {
    let whole = || (is_integer(left) && is_integer(right)).then(one);
    left.times(right).ok().or_else(whole)
}

fn one() -> Number {
    Number::from(1)
}

fn is_integer(number: Number) -> bool {
    number.as_integer().is_some()
}
