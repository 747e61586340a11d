//! Names, and the signs between them.

use super::scope::{Meaning, Scope, Wanted};
use super::units::rescale;
use super::{Checked, Checker};
use crate::formula::slips;
use crate::formula::syntax::Syntax;
use crate::formula::{Comparison, Expression, Operator, Quantity, Type};
use crate::values::{Text, text};

impl<S: Scope> Checker<'_, S> {
    pub(super) fn name(
        &mut self,
        syntax: &Syntax,
        name: &str,
        expected: Option<Type>,
        wanted: Wanted,
    ) -> Checked {
        // Where a choice is expected, its name comes first: choices are known only there.
        if let Some(Type::Choice(set)) = expected
            && let Some(index) = self.scope.choice(set, name)
        {
            return Some((Expression::Choice { set, index }, Type::Choice(set)));
        }
        let Some(meaning) = self.resolve(name) else {
            self.report_unknown(syntax, name, expected, wanted);
            return None;
        };
        let place = self.formula.place.within(self.formula.text, syntax.start, syntax.end);
        let kind = self.scope.type_of(meaning, &place)?;
        if let Type::Choices(_) = kind {
            self.report(
                syntax,
                text!(
                    "“{name}”可以同时选几项，公式里写“{name} 包含 …”或“个数（{name}）”",
                    "several choices of “{name}” may hold; write {name} 包含 … or 个数（{name}）"
                ),
            );
            return None;
        }
        let expression = match meaning {
            Meaning::Input(index) => Expression::Input(index),
            Meaning::Parameter(index) => {
                let keys = self.scope.keys(index);
                if !keys.is_empty() {
                    self.report_without_keys(syntax, name, &keys);
                    return None;
                }
                Expression::Parameter(index)
            }
            Meaning::Column(table, index) => Expression::Column(table, index),
            Meaning::RowValue(table, index) => Expression::RowValue(table, index),
            Meaning::Table(_) => {
                self.report(
                    syntax,
                    text!(
                        "“{name}”是表格，请用“计数（{name}）”或“合计（{name}，…）”",
                        "“{name}” is a table; use 计数（{name}） or 合计（{name}，…）"
                    ),
                );
                return None;
            }
            Meaning::Value(index) => Expression::Value(index),
            Meaning::Mistaken => return None,
            Meaning::Classification(_) => {
                self.report(
                    syntax,
                    text!(
                        "“{name}”是划分标准，请写“分档（{name}）”",
                        "“{name}” is a classification; write 分档（{name}）"
                    ),
                );
                return None;
            }
        };
        Some((expression, kind))
    }

    fn report_unknown(
        &mut self,
        syntax: &Syntax,
        name: &str,
        expected: Option<Type>,
        wanted: Wanted,
    ) {
        if let Some(Type::Choice(set)) = expected
            && name.contains('或')
            && name.split('或').all(|part| self.scope.choice(set, part).is_some())
        {
            let choices = name.replace('或', "、");
            self.report_with(
                syntax,
                text!("一个“=”只比一个选项", "= compares with one choice"),
                Some(text!(
                    "几个选项用“属于”：属于（{choices}）",
                    "for several choices use 属于: 属于（{choices}）"
                )),
            );
            return;
        }
        if self.report_slip(syntax, name) {
            return;
        }
        let known = match expected {
            Some(Type::Choice(set)) => self.scope.choice_names(set),
            _ => self.scope.names(self.table(), wanted),
        };
        let mistake =
            self.mistake(syntax, text!("没有名为“{name}”的项目", "nothing is called “{name}”"));
        self.scope.report(if slips::functions().any(|function| function == name) {
            mistake.help(text!(
                "“{name}”是函数，后面要写括号：{name}（…）",
                "“{name}” is a function, with brackets behind it: {name}（…）"
            ))
        } else if self.is_of_own_row(name) {
            mistake.help(text!(
                "另一张表的括号里，本行的列写成：本行（{name}）",
                "where rows of another table are meant, the own row’s is: 本行（{name}）"
            ))
        } else if let Some(Type::Choice(set)) = expected
            && let Some(index) = self.scope.choice_with_id(set, name)
        {
            let right = &self.scope.choice_names(set)[index];
            mistake.help(text!(
                "公式里的选项写名称：{right}",
                "a formula has the choice’s name: {right}"
            ))
        } else if self.scope.is_choice(name) {
            mistake.help(text!(
                "“{name}”是选项，要写在“=”或“属于”的右边",
                "“{name}” is a choice and stands to the right of = or 属于"
            ))
        } else if self.scope.has_many_mistakes() {
            mistake
        } else {
            mistake.meaning(name, known.iter().map(String::as_str))
        });
    }

    pub(super) fn arithmetic(
        &mut self,
        syntax: &Syntax,
        operator: Operator,
        left: &Syntax,
        right: &Syntax,
    ) -> Checked {
        let (left, right) = (self.number(left), self.number(right));
        let ((left, first), (right, second)) = (left?, right?);
        let (left, right, quantity) = match operator {
            Operator::Add | Operator::Subtract => {
                let parts = vec![(left, Type::Number(first)), (right, Type::Number(second))];
                let (mut parts, kind) = self.unify(syntax, parts)?;
                let (right, left) = (parts.pop()?, parts.pop()?);
                let kind =
                    (Expression::Arithmetic(operator, Box::new(left), Box::new(right)), kind);
                return Some(kind);
            }
            // Products and quotients are always in base units, so that 万元 ÷ 元 is a plain number.
            Operator::Multiply => (left, right, first.unit.base().multiply(second.unit.base())),
            Operator::Divide => (left, right, first.unit.base().divide(second.unit.base())),
        };
        let left = rescale(left, first.unit.power_of_ten());
        let right = rescale(right, second.unit.power_of_ten());
        let expression = Expression::Arithmetic(operator, Box::new(left), Box::new(right));
        Some((expression, Type::Number(Quantity::of(quantity))))
    }

    pub(super) fn compare(
        &mut self,
        syntax: &Syntax,
        comparison: Comparison,
        left: &Syntax,
        right: &Syntax,
    ) -> Checked {
        let (first, kind) = self.check(left, None)?;
        let (second, other) = self.check(right, Some(kind))?;
        let ordered = matches!(kind, Type::Number(_) | Type::Date);
        if !ordered && !matches!(comparison, Comparison::Equal | Comparison::Unequal) {
            let found = self.describe(kind);
            self.report(
                left,
                Text::new(
                    format!("{}不能比较大小，只能用 = 或 ≠", found.chinese),
                    format!("{} has no order; only = and ≠ work", found.english),
                ),
            );
            return None;
        }
        let (mut sides, _) = self.unify(syntax, vec![(first, kind), (second, other)])?;
        let (second, first) = (sides.pop()?, sides.pop()?);
        Some((Expression::Compare(comparison, Box::new(first), Box::new(second)), Type::Boolean))
    }
}
