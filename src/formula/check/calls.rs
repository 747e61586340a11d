//! What is written as a word with parentheses: functions, parameters by date, grades.

use rust_decimal::Decimal;

use super::choices::HOW_MANY;
use super::scope::{Meaning, Scope};
use super::{Checked, Checker};
use crate::formula::slips::{self, OWN_ROW};
use crate::formula::syntax::{Syntax, SyntaxKind};
use crate::formula::{Aggregate, Expression, Function, Peers, Quantity, Type};
use crate::values::{DayClass, Unit, text};

impl<S: Scope> Checker<'_, S> {
    pub(super) fn call(
        &mut self,
        syntax: &Syntax,
        name: &str,
        arguments: &[Syntax],
        expected: Option<Type>,
    ) -> Checked {
        match name {
            "分档" => return self.grade(syntax, arguments),
            "列有" => return self.listed(syntax, arguments),
            "已填" => return self.answered(syntax, arguments),
            "日类别" => return self.day_class(syntax, arguments, expected),
            "累进" => return self.slices(syntax, arguments),
            _ => {}
        }
        let meaning = self.resolve(name);
        match meaning {
            Some(Meaning::Parameter(index)) => {
                return self.parameter_by(syntax, name, index, arguments);
            }
            Some(Meaning::Mistaken) => return None,
            _ => {}
        }
        if name == HOW_MANY {
            return self.how_many(syntax, arguments);
        }
        if name == OWN_ROW {
            return self.own_row(syntax, arguments);
        }
        if let Some(&(_, _, aggregate)) = Aggregate::ALL.iter().find(|entry| entry.0 == name) {
            return self.aggregate(syntax, aggregate, arguments);
        }
        if let Some(&(_, _, peers)) = Peers::ALL.iter().find(|entry| entry.0 == name) {
            return self.peers(syntax, peers, arguments);
        }
        let Some(&(_, _, function)) = Function::ALL.iter().find(|entry| entry.0 == name) else {
            if meaning.is_some() {
                self.report(
                    syntax,
                    text!(
                        "“{name}”不是函数，后面不写括号；相乘要写“×”",
                        "“{name}” is no function and takes no brackets; a product is written ×"
                    ),
                );
                return None;
            }
            let mistake = self
                .mistake(syntax, text!("没有名为“{name}”的函数", "there is no function “{name}”"));
            let mistake = match slips::function_meant(name) {
                Some((right, example)) => {
                    mistake.help(text!("请用“{right}”：{example}", "use “{right}”: {example}"))
                }
                None if self.report_slip(syntax, name) => return None,
                None => mistake.meaning(name, slips::functions()),
            };
            self.scope.report(mistake);
            return None;
        };
        let plain = |unit: &str| Type::Number(Quantity::of(Unit::parse(unit).unwrap_or_default()));
        let (kinds, result) = match function {
            Function::Minimum | Function::Maximum => {
                return self.extreme(syntax, function, arguments);
            }
            Function::RoundHalfUp | Function::RoundDown | Function::RoundUp => {
                return self.rounded(syntax, function, arguments);
            }
            Function::BirthDate => return self.birth_date(syntax, arguments),
            Function::AddMonths => (vec![Type::Date, plain("月")], Type::Date),
            Function::AddDays | Function::AddWorkingDays => {
                (vec![Type::Date, plain("天")], Type::Date)
            }
            Function::AddYears => (vec![Type::Date, plain("年")], Type::Date),
            Function::YearOf => (vec![Type::Date], plain("年")),
            Function::MonthOf | Function::LastOfMonth | Function::WorkingDayFrom => {
                (vec![Type::Date], Type::Date)
            }
            Function::FirstOfMonth => (vec![plain("年"), plain("月")], Type::Date),
            Function::Days => (vec![Type::Date, Type::Date], plain("天")),
            Function::WholeMonths => (vec![Type::Date, Type::Date], plain("月")),
            Function::WholeYears => (vec![Type::Date, Type::Date], plain("年")),
            Function::Age => (vec![Type::Date, Type::Date], plain("岁")),
        };
        let arguments = self.arguments(syntax, name, arguments, &kinds)?;
        Some((Expression::Call(function, arguments), result))
    }

    /// Numbers of one unit; or days, of which the least is the first.
    fn extreme(&mut self, syntax: &Syntax, function: Function, arguments: &[Syntax]) -> Checked {
        let mut parts = Vec::new();
        for argument in arguments {
            parts.push(match self.number_or_other(argument)? {
                day @ (_, Type::Date) => day,
                other => {
                    let (expression, quantity) = self.as_number(argument, other)?;
                    (expression, Type::Number(quantity))
                }
            });
        }
        let (parts, kind) = self.unify(syntax, parts)?;
        Some((Expression::Call(function, parts), kind))
    }

    /// A number, and the step to whose multiple it is rounded: a figure that is written there.
    fn rounded(&mut self, syntax: &Syntax, function: Function, arguments: &[Syntax]) -> Checked {
        let (name, _) = function.names();
        if let [number, step] = arguments
            && let SyntaxKind::Number(figure, _) = step.kind
            && figure > Decimal::ZERO
        {
            let mut parts = Vec::new();
            for part in [number, step] {
                let (expression, quantity) = self.number(part)?;
                parts.push((expression, Type::Number(quantity)));
            }
            // Not how many decimals, but the step itself.
            let [number, step] = [&parts[0].1, &parts[1].1];
            if number == step || *step != Type::Number(Quantity::PLAIN) {
                let (parts, kind) = self.unify(syntax, parts)?;
                return Some((Expression::Call(function, parts), kind));
            }
        }
        self.report(
            syntax,
            text!(
                "请写明取到哪一位：{name}（数，1元）、{name}（数，0.01元）、{name}（数，1个月）",
                "say to which step: {name}（number，1元）, {name}（number，0.01元） or {name}（number，1个月）"
            ),
        );
        None
    }

    /// Of an answer that is the number of a citizen.
    fn birth_date(&mut self, syntax: &Syntax, arguments: &[Syntax]) -> Checked {
        if let [number] = arguments {
            let (number, _) = self.check(number, Some(Type::Text))?;
            if self.scope.is_identity_number(&number) {
                return Some((Expression::Call(Function::BirthDate, vec![number]), Type::Date));
            }
        }
        self.report(
            syntax,
            text!(
                "请写：出生日期（身份证号），括号里是 type = \"identity-number\" 的问题或列",
                "write 出生日期（an input or a column of the type identity-number）"
            ),
        );
        None
    }

    /// Arguments of exactly these types.
    fn arguments(
        &mut self,
        syntax: &Syntax,
        name: &str,
        arguments: &[Syntax],
        kinds: &[Type],
    ) -> Option<Vec<Expression>> {
        if arguments.len() != kinds.len() {
            let wanted: Vec<_> = kinds.iter().map(|kind| self.describe(*kind)).collect();
            let chinese: Vec<_> = wanted.iter().map(|text| text.chinese.as_str()).collect();
            let english: Vec<_> = wanted.iter().map(|text| text.english.as_str()).collect();
            let (chinese, english) = (chinese.join("，"), english.join(", "));
            self.report(
                syntax,
                text!("“{name}”的括号里应是：{chinese}", "“{name}” takes: {english}"),
            );
            return None;
        }
        let mut checked = Vec::new();
        for (argument, kind) in arguments.iter().zip(kinds) {
            let (expression, found) = self.check(argument, Some(*kind))?;
            checked.push(self.fit(expression, found, *kind, argument)?);
        }
        Some(checked)
    }

    fn day_class(
        &mut self,
        syntax: &Syntax,
        arguments: &[Syntax],
        expected: Option<Type>,
    ) -> Checked {
        let arguments = self.arguments(syntax, "日类别", arguments, &[Type::Date])?;
        let choices = match expected {
            Some(Type::Choice(set)) => DayClass::ALL
                .iter()
                .map(|(id, _)| self.scope.choice_with_id(set, id))
                .collect::<Option<Vec<_>>>()
                .and_then(|choices| Some((set, choices.try_into().ok()?))),
            _ => None,
        };
        let (Some((set, choices)), Some(date)) = (choices, arguments.into_iter().next()) else {
            self.report(
                syntax,
                text!(
                    "“日类别”只能用在选项编号含 workday、restDay、statutoryHoliday 的项目里",
                    "日类别 needs a value with the choices workday, restDay and statutoryHoliday"
                ),
            );
            return None;
        };
        Some((Expression::DayClass { set, choices, date: Box::new(date) }, Type::Choice(set)))
    }

    fn answered(&mut self, syntax: &Syntax, arguments: &[Syntax]) -> Checked {
        if let [Syntax { kind: SyntaxKind::Name(name), .. }] = arguments
            && let Some(meaning) = self.resolve(name)
            && (self.scope.is_optional(meaning) || meaning == Meaning::Mistaken)
        {
            let operand = match meaning {
                Meaning::Column(table, index) => Expression::Column(table, index),
                Meaning::Input(index) => Expression::Input(index),
                _ => return None,
            };
            return Some((Expression::Answered(Box::new(operand)), Type::Boolean));
        }
        self.report(
            syntax,
            text!(
                "请写：已填（一个可以不填的项目）",
                "write 已填（an input or a column that is optional）"
            ),
        );
        None
    }

    fn classification(&mut self, syntax: &Syntax) -> Option<usize> {
        if let SyntaxKind::Name(name) = &syntax.kind {
            match self.resolve(name) {
                Some(Meaning::Classification(index)) => return Some(index),
                Some(Meaning::Mistaken) => return None,
                _ => {}
            }
        }
        self.report(
            syntax,
            text!("这里应写划分标准的名称", "the name of a classification is expected here"),
        );
        None
    }

    fn grade(&mut self, syntax: &Syntax, arguments: &[Syntax]) -> Checked {
        let [classification] = arguments else {
            self.report(syntax, text!("请写：分档（划分标准）", "write 分档（classification）"));
            return None;
        };
        let index = self.classification(classification)?;
        let place = self.formula.place.clone();
        let kind = self.scope.type_of(Meaning::Classification(index), &place)?;
        Some((Expression::Grade(index), kind))
    }

    fn listed(&mut self, syntax: &Syntax, arguments: &[Syntax]) -> Checked {
        let [classification, indicator] = arguments else {
            self.report(
                syntax,
                text!("请写：列有（划分标准，指标）", "write 列有（classification，indicator）"),
            );
            return None;
        };
        let index = self.classification(classification)?;
        if let SyntaxKind::Name(name) = &indicator.kind {
            match self.resolve(name) {
                Some(Meaning::Input(input)) => {
                    if let Some(position) = self.scope.indicator(index, input) {
                        return Some((Expression::Listed(index, position), Type::Boolean));
                    }
                }
                Some(Meaning::Mistaken) => return None,
                _ => {}
            }
        }
        self.report(
            indicator,
            text!("这不是该划分标准的指标", "this is not an indicator of the classification"),
        );
        None
    }
}
