//! Resolves the names of a formula and checks that types and units fit.

use super::syntax::{Syntax, SyntaxKind, parse};
use super::{Comparison, Expression, Function, Operator, Quantity, Type};
use crate::diagnostic::{Diagnostic, Place};
use crate::document::Spot;
use crate::locale::text;
use crate::nearest;
use crate::{Locale, Number, Text, Unit};

/// What a name stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Meaning {
    Input(usize),
    Parameter(usize),
    Value(usize),
    Classification(usize),
    /// An item whose own mistake has been reported.
    Mistaken,
}

/// The names that a formula may use.
pub(crate) trait Scope {
    fn resolve(&self, name: &str) -> Option<Meaning>;
    /// All names, for suggestions.
    fn names(&self) -> Vec<String>;
    /// The type of what a name stands for; `None` where that is itself mistaken, which has been reported.
    fn type_of(&mut self, meaning: Meaning, at: &Place) -> Option<Type>;
    /// The choice of a set with this name.
    fn choice(&self, set: usize, name: &str) -> Option<usize>;
    fn choice_names(&self, set: usize) -> Vec<String>;
    /// The place of an input among a classification's indicators.
    fn indicator(&self, classification: usize, input: usize) -> Option<usize>;
    fn report(&mut self, diagnostic: Diagnostic);
}

type Checked = Option<(Expression, Type)>;

/// Checks one formula.
pub(crate) struct Checker<'a, S: Scope> {
    scope: &'a mut S,
    formula: &'a Spot<'a>,
}

impl<'a, S: Scope> Checker<'a, S> {
    pub(crate) fn new(scope: &'a mut S, formula: &'a Spot<'a>) -> Checker<'a, S> {
        Checker { scope, formula }
    }

    /// Reads and checks the formula. Mistakes are reported to the scope.
    pub(crate) fn run(mut self, expected: Option<Type>) -> Checked {
        let syntax = match parse(self.formula.text) {
            Ok(syntax) => syntax,
            Err(mistake) => {
                let place =
                    self.formula.place.within(self.formula.text, mistake.start, mistake.end);
                let diagnostic = Diagnostic { place, message: mistake.message, help: mistake.help };
                self.scope.report(diagnostic);
                return None;
            }
        };
        let (expression, found) = self.check(&syntax, expected)?;
        let Some(expected) = expected else {
            return Some((expression, found));
        };
        let expression = self.fit(expression, found, expected, &syntax)?;
        Some((expression, expected))
    }

    fn report(&mut self, syntax: &Syntax, message: Text) {
        self.report_with(syntax, message, None);
    }

    fn report_with(&mut self, syntax: &Syntax, message: Text, help: Option<Text>) {
        let place = self.formula.place.within(self.formula.text, syntax.start, syntax.end);
        self.scope.report(Diagnostic { place, message, help });
    }

    /// The expression as one of type `expected`, rescaled where only the power of ten differs.
    fn fit(
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
        let (found, expected) = (self.describe(found), self.describe(expected));
        self.report(
            syntax,
            Text::new(
                format!("这里应是{}，写的却是{}", expected.chinese, found.chinese),
                format!("{} is expected here, but this is {}", expected.english, found.english),
            ),
        );
    }

    fn describe(&self, kind: Type) -> Text {
        match kind {
            Type::Boolean => Text::new("“是”或“否”的判断", "yes or no"),
            Type::Date => Text::new("日期", "a date"),
            Type::Text => Text::new("文字", "text"),
            Type::Choice(set) => {
                let names = self.scope.choice_names(set).join("、");
                text!("选项（{names}）", "one of the choices {names}")
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

    fn boolean(&mut self, syntax: &Syntax) -> Option<Box<Expression>> {
        let (expression, kind) = self.check(syntax, Some(Type::Boolean))?;
        self.fit(expression, kind, Type::Boolean, syntax).map(Box::new)
    }

    fn number(&mut self, syntax: &Syntax) -> Option<(Expression, Quantity)> {
        match self.check(syntax, None)? {
            (expression, Type::Number(quantity)) => Some((expression, quantity)),
            (_, other) => {
                let found = self.describe(other);
                self.report(
                    syntax,
                    Text::new(
                        format!("这里应是一个数，写的却是{}", found.chinese),
                        format!("a number is expected here, but this is {}", found.english),
                    ),
                );
                None
            }
        }
    }

    /// Brings expressions to one type: numbers to one unit.
    fn unify(
        &mut self,
        whole: &Syntax,
        parts: Vec<(Expression, Type)>,
    ) -> Option<(Vec<Expression>, Type)> {
        let leading = parts.iter().find(|part| !is_zero(&part.0)).or(parts.first())?.1;
        let Type::Number(first) = leading else {
            if let Some(other) = parts.iter().find(|part| part.1 != leading) {
                let (first, second) = (self.describe(leading), self.describe(other.1));
                self.report(
                    whole,
                    Text::new(
                        format!("前后种类不同：{}与{}", first.chinese, second.chinese),
                        format!("the two sides differ: {} and {}", first.english, second.english),
                    ),
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

    fn check(&mut self, syntax: &Syntax, expected: Option<Type>) -> Checked {
        match &syntax.kind {
            SyntaxKind::Number(decimal, quantity) => Some((
                Expression::Number(Number::from(*decimal), *quantity),
                Type::Number(*quantity),
            )),
            SyntaxKind::Date(date) => Some((Expression::Date(*date), Type::Date)),
            SyntaxKind::Boolean(value) => Some((Expression::Boolean(*value), Type::Boolean)),
            SyntaxKind::Name(name) => self.name(syntax, name, expected),
            SyntaxKind::Call(name, arguments) => self.call(syntax, name, arguments),
            SyntaxKind::Group(inner) => {
                let (expression, kind) = self.check(inner, expected)?;
                Some((Expression::Group(Box::new(expression)), kind))
            }
            SyntaxKind::Negate(operand) => {
                let (expression, quantity) = self.number(operand)?;
                Some((Expression::Negate(Box::new(expression)), Type::Number(quantity)))
            }
            SyntaxKind::Not(operand) => {
                Some((Expression::Not(self.boolean(operand)?), Type::Boolean))
            }
            SyntaxKind::And(left, right) => {
                let (left, right) = (self.boolean(left), self.boolean(right));
                Some((Expression::And(left?, right?), Type::Boolean))
            }
            SyntaxKind::Or(left, right) => {
                let (left, right) = (self.boolean(left), self.boolean(right));
                Some((Expression::Or(left?, right?), Type::Boolean))
            }
            SyntaxKind::Arithmetic(operator, left, right) => {
                self.arithmetic(syntax, *operator, left, right)
            }
            SyntaxKind::Compare(comparison, left, right) => {
                self.compare(syntax, *comparison, left, right)
            }
            SyntaxKind::OneOf(operand, choices) => {
                let (expression, kind) = self.check(operand, None)?;
                let mut list = Vec::new();
                for choice in choices {
                    let (item, found) = self.check(choice, Some(kind))?;
                    list.push(self.fit(item, found, kind, choice)?);
                }
                Some((Expression::OneOf(Box::new(expression), list), Type::Boolean))
            }
            SyntaxKind::If(condition, met, unmet) => {
                let condition = self.boolean(condition);
                let (met, unmet) = (self.check(met, expected), self.check(unmet, expected));
                let (condition, met, unmet) = (condition?, met?, unmet?);
                let (mut branches, kind) = self.unify(syntax, vec![met, unmet])?;
                let (unmet, met) = (branches.pop()?, branches.pop()?);
                Some((Expression::If(condition, Box::new(met), Box::new(unmet)), kind))
            }
        }
    }

    fn name(&mut self, syntax: &Syntax, name: &str, expected: Option<Type>) -> Checked {
        // Where a choice is expected, its name comes first: choices are known only there.
        if let Some(Type::Choice(set)) = expected
            && let Some(index) = self.scope.choice(set, name)
        {
            return Some((Expression::Choice { set, index }, Type::Choice(set)));
        }
        let Some(meaning) = self.scope.resolve(name) else {
            let known = match expected {
                Some(Type::Choice(set)) => self.scope.choice_names(set),
                _ => self.scope.names(),
            };
            let help = nearest(name, known.iter().map(String::as_str))
                .map(|similar| text!("是否想写“{similar}”？", "did you mean “{similar}”?"));
            self.report_with(
                syntax,
                text!("没有名为“{name}”的项目", "nothing is called “{name}”"),
                help,
            );
            return None;
        };
        let place = self.formula.place.within(self.formula.text, syntax.start, syntax.end);
        let kind = self.scope.type_of(meaning, &place)?;
        let expression = match meaning {
            Meaning::Input(index) => Expression::Input(index),
            Meaning::Parameter(index) => Expression::Parameter(index),
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

    fn arithmetic(
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

    fn compare(
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

    fn call(&mut self, syntax: &Syntax, name: &str, arguments: &[Syntax]) -> Checked {
        match name {
            "分档" => return self.grade(syntax, arguments),
            "列有" => return self.listed(syntax, arguments),
            _ => {}
        }
        let Some(&(_, _, function)) = Function::ALL.iter().find(|entry| entry.0 == name) else {
            let known = Function::ALL.iter().map(|entry| entry.0).chain(["分档", "列有"]);
            let help = nearest(name, known)
                .map(|similar| text!("是否想写“{similar}”？", "did you mean “{similar}”?"));
            self.report_with(
                syntax,
                text!("没有名为“{name}”的函数", "there is no function “{name}”"),
                help,
            );
            return None;
        };
        match function {
            Function::Minimum | Function::Maximum => {
                let mut parts = Vec::new();
                for argument in arguments {
                    let (expression, quantity) = self.number(argument)?;
                    parts.push((expression, Type::Number(quantity)));
                }
                let (parts, kind) = self.unify(syntax, parts)?;
                Some((Expression::Call(function, parts), kind))
            }
            Function::AddMonths => {
                let [date, months] = arguments else {
                    self.report(
                        syntax,
                        text!(
                            "{name}（日期，几个月）要写两项",
                            "{name} takes a date and a number of months"
                        ),
                    );
                    return None;
                };
                let month = Type::Number(Quantity::of(Unit::parse("月")?));
                let (first, kind) = self.check(date, Some(Type::Date))?;
                let first = self.fit(first, kind, Type::Date, date)?;
                let (second, kind) = self.check(months, Some(month))?;
                let second = self.fit(second, kind, month, months)?;
                Some((Expression::Call(function, vec![first, second]), Type::Date))
            }
        }
    }

    fn classification(&mut self, syntax: &Syntax) -> Option<usize> {
        if let SyntaxKind::Name(name) = &syntax.kind
            && let Some(Meaning::Classification(index)) = self.scope.resolve(name)
        {
            return Some(index);
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
        if let SyntaxKind::Name(name) = &indicator.kind
            && let Some(Meaning::Input(input)) = self.scope.resolve(name)
            && let Some(position) = self.scope.indicator(index, input)
        {
            return Some((Expression::Listed(index, position), Type::Boolean));
        }
        self.report(
            indicator,
            text!("这不是该划分标准的指标", "this is not an indicator of the classification"),
        );
        None
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

fn rescale(expression: Expression, power: i8) -> Expression {
    if power == 0 || is_zero(&expression) {
        expression
    } else {
        Expression::Rescale(power, Box::new(expression))
    }
}
