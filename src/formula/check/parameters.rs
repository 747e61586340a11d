//! Parameters with brackets: by choices, by a number on a scale, by the day.

use super::scope::{Keys, Meaning, Scope};
use super::units::rescale;
use super::{Checked, Checker};
use crate::formula::syntax::{Syntax, SyntaxKind};
use crate::formula::{Expression, Quantity, Type};
use crate::values::{Unit, text};

impl<S: Scope> Checker<'_, S> {
    pub(super) fn report_without_keys(&mut self, syntax: &Syntax, name: &str, keys: &Keys) {
        let (chinese, english) = keys.brackets();
        self.report(
            syntax,
            if keys.choices.is_empty() && keys.scale.is_none() {
                text!(
                    "“{name}”随时间而变，请写明按哪一天或哪一年：{name}（日期）",
                    "“{name}” changes over time; say as of which day or year: {name}（date）"
                )
            } else {
                text!(
                    "“{name}”不止一个数，请写明是哪一个：{name}（{chinese}）",
                    "“{name}” is more than one figure; say which: {name}（{english}）"
                )
            },
        );
    }

    /// A parameter with what its figures are told apart by.
    pub(super) fn parameter_by(
        &mut self,
        syntax: &Syntax,
        name: &str,
        index: usize,
        arguments: &[Syntax],
    ) -> Checked {
        let place = self.formula.place.clone();
        let kind = self.scope.type_of(Meaning::Parameter(index), &place)?;
        let keys = self.scope.keys(index);
        let count = keys.choices.len() + usize::from(keys.scale.is_some());
        if count == 0 {
            let [day] = arguments else {
                self.report(
                    syntax,
                    text!("请写：{name}（日期或年份）", "write {name}（a date or a year）"),
                );
                return None;
            };
            let day = self.day(day)?;
            return Some((Expression::ParameterOn(index, Box::new(day)), kind));
        }
        if arguments.len() != count + usize::from(keys.changes) {
            let (chinese, english) = keys.brackets();
            self.report(syntax, text!("请写：{name}（{chinese}）", "write {name}（{english}）"));
            return None;
        }
        let mut operands = Vec::new();
        for (argument, (set, _)) in arguments.iter().zip(&keys.choices) {
            let wanted = Type::Choice(*set);
            let (expression, found) = self.check(argument, Some(wanted))?;
            operands.push(self.fit(expression, found, wanted, argument)?);
        }
        if let Some(scale) = keys.scale {
            operands.push(self.measured(&arguments[0], scale)?);
        }
        if keys.changes {
            operands.push(self.day(&arguments[count])?);
        }
        Some((Expression::ParameterBy(index, operands.into()), kind))
    }

    /// 累进（参数，数）, with the day behind them where the parameter changes.
    pub(super) fn slices(&mut self, syntax: &Syntax, arguments: &[Syntax]) -> Checked {
        let parameter = match arguments.first().map(|first| &first.kind) {
            Some(SyntaxKind::Name(name)) => match self.resolve(name) {
                Some(Meaning::Mistaken) => return None,
                Some(Meaning::Parameter(index)) => Some((index, self.scope.keys(index))),
                _ => None,
            },
            _ => None,
        };
        if let Some((index, keys)) = parameter
            && let Some(scale) = keys.scale
            && arguments.len() == 2 + usize::from(keys.changes)
        {
            let place = self.formula.place.clone();
            let Type::Number(rate) = self.scope.type_of(Meaning::Parameter(index), &place)? else {
                return None;
            };
            let mut operands = vec![self.measured(&arguments[1], scale)?];
            if let Some(day) = arguments.get(2) {
                operands.push(self.day(day)?);
            }
            // As all products, in base units.
            let unit = rate.unit.base().multiply(scale.unit.base());
            let power = rate.unit.power_of_ten() + scale.unit.power_of_ten();
            let sum = rescale(Expression::Slices(index, operands.into()), power);
            return Some((sum, Type::Number(Quantity::of(unit))));
        }
        self.report(
            syntax,
            text!(
                "请写：累进（分档的参数，数）；参数随时间而变的，再加日期",
                "write 累进（a parameter with steps，number）, with the date behind them where the parameter changes"
            ),
        );
        None
    }

    /// A number in the unit of a scale.
    fn measured(&mut self, syntax: &Syntax, scale: Quantity) -> Option<Expression> {
        let (expression, quantity) = self.number(syntax)?;
        self.fit(expression, Type::Number(quantity), Type::Number(scale), syntax)
    }

    /// A date, or a year.
    fn day(&mut self, syntax: &Syntax) -> Option<Expression> {
        let (expression, found) = self.check(syntax, None)?;
        let year = Type::Number(Quantity::of(Unit::parse("年")?));
        match found {
            Type::Date => Some(expression),
            _ => self.fit(expression, found, year, syntax),
        }
    }
}
