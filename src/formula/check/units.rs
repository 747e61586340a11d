//! Whether types fit, and numbers of one unit in another power of ten.

use super::Checker;
use super::scope::Scope;
use crate::document::{Diagnostic, Edit};
use crate::formula::syntax::{Syntax, SyntaxKind};
use crate::formula::{Expression, Quantity, Type};
use crate::values::{Locale, Text, Unit, text};

impl<S: Scope> Checker<'_, S> {
    /// The expression as one of type `expected`, rescaled where only the power of ten differs.
    pub(super) fn fit(
        &mut self,
        expression: Expression,
        found: Type,
        expected: Type,
        syntax: &Syntax,
    ) -> Option<Expression> {
        match (found, expected) {
            (Type::Number(_), Type::Number(_)) if is_zero(&expression) => Some(expression),
            (Type::Number(found), Type::Number(expected))
                if found.unit.is_comparable(expected.unit) =>
            {
                let power = found.unit.power_of_ten() - expected.unit.power_of_ten();
                Some(rescale(expression, power))
            }
            (found, expected) if found == expected => Some(expression),
            _ => {
                self.mismatch(syntax, found, expected);
                None
            }
        }
    }

    fn mismatch(&mut self, syntax: &Syntax, found: Type, expected: Type) {
        let help = meant(found, expected);
        let (found, expected) = (self.describe(found), self.describe(expected));
        self.report_with(
            syntax,
            Text::new(
                format!("这里应是{}，写的却是{}", expected.chinese, found.chinese),
                format!("{} is expected here, but this is {}", expected.english, found.english),
            ),
            help,
        );
    }

    pub(super) fn describe(&self, kind: Type) -> Text {
        match kind {
            Type::Boolean => Text::new("“是”或“否”的判断", "yes or no"),
            Type::Date => Text::new("日期", "a date"),
            Type::Text => Text::new("文字", "text"),
            Type::Choice(set) => {
                let names = self.scope.choice_names(set).join("、");
                text!("选项（{names}）", "one of the choices {names}")
            }
            Type::Choices(set) => {
                let names = self.scope.choice_names(*set).join("、");
                text!("可以同时选几项的选项（{names}）", "several of the choices {names}")
            }
            Type::Number(quantity) if quantity.unit == Unit::NONE => {
                Text::new("不带单位的数", "a number without a unit")
            }
            Type::Number(quantity) => {
                let (chinese, english) =
                    (quantity.unit.label(Locale::Chinese), quantity.unit.label(Locale::English));
                text!("以“{chinese}”计的数", "a number of {english} ({chinese})")
            }
        }
    }

    /// Reports a figure whose unit has been forgotten beside a number that has one. Whether that is it.
    fn report_without_unit(&mut self, whole: &Syntax, first: Unit, other: Unit) -> bool {
        let unit = if first == Unit::NONE { other } else { first };
        let parts: Vec<&Syntax> = match &whole.kind {
            SyntaxKind::Compare(_, left, right) | SyntaxKind::Arithmetic(_, left, right) => {
                vec![left, right]
            }
            SyntaxKind::Call(_, operands) => operands.iter().collect(),
            _ => return false,
        };
        let is_plain = |part: &&Syntax| matches!(part.kind, SyntaxKind::Number(_, quantity) if quantity == Quantity::PLAIN);
        let unit = unit.label(Locale::Chinese);
        let plain = parts.into_iter().find(is_plain);
        let Some(part) = plain.filter(|_| Unit::parse(&unit).is_some()) else { return false };
        let figure = &self.formula.text[part.start..part.end];
        let right = format!("{figure}{unit}");
        let mistake = self.mistake(
            part,
            text!("“{figure}”后面要写单位：{right}", "“{figure}” lacks its unit: {right}"),
        );
        let edit =
            mistake.place.span.map(|span| Edit::Replace { span, wrong: figure.to_owned(), right });
        self.scope.report(Diagnostic { edit, ..mistake });
        true
    }

    /// Brings expressions to one type: numbers to one unit.
    pub(super) fn unify(
        &mut self,
        whole: &Syntax,
        parts: Vec<(Expression, Type)>,
    ) -> Option<(Vec<Expression>, Type)> {
        let leading = parts.iter().find(|part| !is_zero(&part.0)).or(parts.first())?.1;
        let Type::Number(first) = leading else {
            if let Some(other) = parts.iter().find(|part| part.1 != leading) {
                let help = meant(other.1, leading);
                let (first, second) = (self.describe(leading), self.describe(other.1));
                self.report_with(
                    whole,
                    Text::new(
                        format!("前后种类不同：{}与{}", first.chinese, second.chinese),
                        format!("the two sides differ: {} and {}", first.english, second.english),
                    ),
                    help,
                );
                return None;
            }
            return Some((parts.into_iter().map(|part| part.0).collect(), leading));
        };
        let mut quantity = first;
        for (expression, kind) in &parts {
            let Type::Number(other) = kind else {
                self.mismatch(whole, *kind, leading);
                return None;
            };
            quantity.percent |= other.percent;
            if is_zero(expression) || other.unit == first.unit {
                continue;
            }
            if !other.unit.is_comparable(first.unit) {
                if self.report_without_unit(whole, first.unit, other.unit) {
                    return None;
                }
                let (first, second) = (self.describe(leading), self.describe(*kind));
                self.report_with(
                    whole,
                    Text::new(
                        format!("单位不一致：{}与{}", first.chinese, second.chinese),
                        format!("units differ: {} and {}", first.english, second.english),
                    ),
                    Some(text!(
                        "同一种单位才能相加、相减或比较",
                        "only numbers of one unit can be added, subtracted or compared"
                    )),
                );
                return None;
            }
            quantity.unit = first.unit.base();
        }
        let expressions = parts
            .into_iter()
            .map(|(expression, kind)| {
                let Type::Number(own) = kind else {
                    return expression;
                };
                rescale(expression, own.unit.power_of_ten() - quantity.unit.power_of_ten())
            })
            .collect();
        Some((expressions, Type::Number(quantity)))
    }
}

/// What helps where something of one kind stands for another.
pub(super) fn meant(found: Type, expected: Type) -> Option<Text> {
    match (found, expected) {
        (Type::Date, Type::Number(_)) => Some(text!(
            "日期不能加减：前后几天、几个月写“加天（日期，10天）”“加月（日期，-3个月）”，相差多少写“天数（前一日，后一日）”“满月数（前一日，后一日）”",
            "days are not added or subtracted: write 加天（日期，10天） or 加月（日期，-3个月）, and 天数（前一日，后一日） or 满月数（前一日，后一日） for what lies between"
        )),
        (Type::Number(_), Type::Date) => Some(text!(
            "日期写成 2024-01-01 或 2024年1月1日；只比年份的写“年份（日期）”",
            "a day is written 2024-01-01 or 2024年1月1日; for its year write 年份（日期）"
        )),
        (Type::Number(Quantity::PLAIN), Type::Boolean) => Some(text!(
            "“是”或“否”直接写“甲”“非 甲”，或“甲 = 是”，不写 1 和 0",
            "yes or no is written 甲, 非 甲 or 甲 = 是, not 1 and 0"
        )),
        _ => None,
    }
}

/// Zero is zero in every unit.
fn is_zero(expression: &Expression) -> bool {
    match expression {
        Expression::Number(number, quantity) => number.is_zero() && quantity.unit == Unit::NONE,
        Expression::Group(inner) => is_zero(inner),
        _ => false,
    }
}

pub(super) fn rescale(expression: Expression, power: i8) -> Expression {
    if power == 0 || is_zero(&expression) {
        expression
    } else {
        Expression::Rescale(power, Box::new(expression))
    }
}
