//! Figures and days that stand in formulas.

use super::mutants::ROUNDINGS;
use super::syntax::{Syntax, SyntaxKind, parse};
use crate::values::{Date, Number};

/// What a notice sets: a number or a day.
#[derive(Clone, Copy)]
pub(crate) enum Figure {
    Number(Number),
    Day(Date),
}

/// A figure, and the bytes of the formula that it covers.
pub(crate) struct Literal {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) is: Figure,
}

/// What a formula takes from the notice: all but none, one, years of the calendar and the step that something is rounded to,
/// of which notices do not speak in figures. None of a formula that cannot be read.
pub(crate) fn literals(formula: &str) -> Vec<Literal> {
    let mut found = Vec::new();
    if let Ok(syntax) = parse(formula) {
        visit(&syntax, &mut found);
    }
    found
}

fn visit(syntax: &Syntax, found: &mut Vec<Literal>) {
    let Syntax { kind, start, end } = syntax;
    let (start, end) = (*start, *end);
    match kind {
        SyntaxKind::Number(decimal, quantity) => {
            let number = Number::from(*decimal);
            if number != Number::ZERO && number != Number::from(1) && !quantity.names_a_year(number)
            {
                found.push(Literal { start, end, is: Figure::Number(number) });
            }
        }
        SyntaxKind::Date(day) => found.push(Literal { start, end, is: Figure::Day(*day) }),
        SyntaxKind::Call(name, operands) if ROUNDINGS.contains(&name.as_str()) => {
            operands.iter().take(1).for_each(|operand| visit(operand, found));
        }
        _ => syntax.parts().into_iter().for_each(|part| visit(part, found)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_notice_says_in_figures_is_found() {
        let written = |formula: &str| {
            let found = literals(formula);
            found
                .iter()
                .map(|literal| formula[literal.start..literal.end].to_owned())
                .collect::<Vec<_>>()
        };
        assert_eq!(written("如果 人数 ≤ 30人 则 20% 否则 5.5%"), ["30人", "20%", "5.5%"]);
        assert_eq!(written("四舍五入（1 - 减少人数 / 12月，0.01元）"), ["12月"]);
        assert_eq!(written("加月（发证日期，12月） ≥ 2024-12-31"), ["12月", "2024-12-31"]);
        assert_eq!(written("方案年度 < 2024年 或 工龄 ≥ 30年"), ["30年"]);
        assert_eq!(written("一 则 二"), [""; 0]);
    }
}
