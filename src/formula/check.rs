//! Resolves the names of a formula and checks that types and units fit.

use super::syntax::{Syntax, SyntaxKind, parse};
use super::{Aggregate, Comparison, Expression, Function, Operator, Quantity, Type};
use crate::document::{Diagnostic, Place, Spot};
use crate::values::{DayClass, Locale, Number, Text, Unit, did_you_mean, text};

/// What a name stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Meaning {
    Input(usize),
    Parameter(usize),
    Value(usize),
    Classification(usize),
    Table(usize),
    /// A column of a table, by table and index.
    Column(usize, usize),
    /// A value of each row of a table, by table and index.
    RowValue(usize, usize),
    /// An item whose own mistake has been reported.
    Mistaken,
}

/// A part of a formula that is looked at again once the policy is whole.
#[derive(Debug, Clone)]
pub(crate) struct Part {
    pub(crate) place: Place,
    /// The table in whose rows it is meant.
    pub(crate) table: Option<usize>,
    pub(crate) expression: Expression,
}

/// The names that a formula may use.
pub(crate) trait Scope {
    fn resolve(&self, name: &str) -> Option<Meaning>;
    /// What a name stands for in the rows of a table.
    fn resolve_in_row(&self, table: usize, name: &str) -> Option<Meaning>;
    /// All names, those in the rows of `table` included, for suggestions.
    fn names(&self, table: Option<usize>) -> Vec<String>;
    /// The type of what a name stands for; `None` where that is itself mistaken, which has been reported.
    fn type_of(&mut self, meaning: Meaning, at: &Place) -> Option<Type>;
    /// The choice of a set with this name.
    fn choice(&self, set: usize, name: &str) -> Option<usize>;
    fn choice_names(&self, set: usize) -> Vec<String>;
    /// Whether any set has a choice with this name.
    fn is_choice(&self, name: &str) -> bool;
    /// The choice of a set with this id.
    fn choice_with_id(&self, set: usize, id: &str) -> Option<usize>;
    /// Whether an item may be left unanswered.
    fn is_optional(&self, meaning: Meaning) -> bool;
    /// Whether a parameter is one figure that does not change.
    fn is_constant(&self, parameter: usize) -> bool;
    /// The place of an input among a classification's indicators.
    fn indicator(&self, classification: usize, input: usize) -> Option<usize>;
    fn report(&mut self, diagnostic: Diagnostic);
    /// Takes a part that can turn out to decide nothing, or to have no value. Inner parts come first.
    fn keep(&mut self, part: Part);
}

type Checked = Option<(Expression, Type)>;

/// Checks one formula.
pub(crate) struct Checker<'a, S: Scope> {
    scope: &'a mut S,
    formula: &'a Spot<'a>,
    /// The table in whose rows the formula is meant.
    table: Option<usize>,
}

impl<'a, S: Scope> Checker<'a, S> {
    pub(crate) fn new(scope: &'a mut S, formula: &'a Spot<'a>) -> Checker<'a, S> {
        Checker { scope, formula, table: None }
    }

    /// The formula is about a row of this table.
    pub(crate) fn in_table(self, table: Option<usize>) -> Checker<'a, S> {
        Checker { table, ..self }
    }

    fn resolve(&self, name: &str) -> Option<Meaning> {
        self.table
            .and_then(|table| self.scope.resolve_in_row(table, name))
            .or_else(|| self.scope.resolve(name))
    }

    /// Reads and checks the formula. Mistakes are reported to the scope.
    pub(crate) fn run(mut self, expected: Option<Type>) -> Checked {
        let syntax = match parse(self.formula.text) {
            Ok(syntax) => syntax,
            Err(mistake) => {
                let place =
                    self.formula.place.within(self.formula.text, mistake.start, mistake.end);
                let diagnostic =
                    Diagnostic { help: mistake.help, ..Diagnostic::new(&place, mistake.message) };
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
        self.scope.report(Diagnostic { help, ..Diagnostic::new(&place, message) });
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
        let (expression, kind) = self.check_kind(syntax, expected)?;
        if let Expression::Compare(..)
        | Expression::OneOf(..)
        | Expression::And(..)
        | Expression::Or(..)
        | Expression::Not(..)
        | Expression::If(..)
        | Expression::Arithmetic(Operator::Divide, ..)
        | Expression::ParameterOn(..) = expression
        {
            let place = self.formula.place.within(self.formula.text, syntax.start, syntax.end);
            let (table, expression) = (self.table, expression.clone());
            self.scope.keep(Part { place, table, expression });
        }
        Some((expression, kind))
    }

    fn check_kind(&mut self, syntax: &Syntax, expected: Option<Type>) -> Checked {
        match &syntax.kind {
            SyntaxKind::Number(decimal, quantity) => Some((
                Expression::Number(Number::from(*decimal), *quantity),
                Type::Number(*quantity),
            )),
            SyntaxKind::Date(date) => Some((Expression::Date(*date), Type::Date)),
            SyntaxKind::Boolean(value) => Some((Expression::Boolean(*value), Type::Boolean)),
            SyntaxKind::Name(name) => self.name(syntax, name, expected),
            SyntaxKind::Call(name, arguments) => self.call(syntax, name, arguments, expected),
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
        let Some(meaning) = self.resolve(name) else {
            let known = match expected {
                Some(Type::Choice(set)) => self.scope.choice_names(set),
                _ => self.scope.names(self.table),
            };
            let help = if self.scope.is_choice(name) {
                Some(text!(
                    "“{name}”是选项，要写在“=”或“属于”的右边",
                    "“{name}” is a choice and stands to the right of = or 属于"
                ))
            } else {
                did_you_mean(name, known.iter().map(String::as_str))
            };
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
            Meaning::Parameter(index) if self.scope.is_constant(index) => {
                Expression::Parameter(index)
            }
            Meaning::Parameter(_) => {
                self.report(
                    syntax,
                    text!(
                        "“{name}”随时间而变，请写明按哪一天或哪一年：{name}（日期）",
                        "“{name}” changes over time; say as of which day or year: {name}（date）"
                    ),
                );
                return None;
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

    fn call(
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
            _ => {}
        }
        if let Some(Meaning::Parameter(index)) = self.resolve(name) {
            return self.parameter_on(syntax, name, index, arguments);
        }
        if let Some(&(_, _, aggregate)) = Aggregate::ALL.iter().find(|entry| entry.0 == name) {
            return self.aggregate(syntax, aggregate, arguments);
        }
        let Some(&(_, _, function)) = Function::ALL.iter().find(|entry| entry.0 == name) else {
            let known = (Function::ALL.iter().map(|entry| entry.0))
                .chain(Aggregate::ALL.iter().map(|entry| entry.0))
                .chain(["分档", "列有", "已填", "日类别"]);
            let help = did_you_mean(name, known);
            self.report_with(
                syntax,
                text!("没有名为“{name}”的函数", "there is no function “{name}”"),
                help,
            );
            return None;
        };
        let plain = |unit: &str| Type::Number(Quantity::of(Unit::parse(unit).unwrap_or_default()));
        let (kinds, result) = match function {
            Function::Minimum | Function::Maximum => {
                let mut parts = Vec::new();
                for argument in arguments {
                    let (expression, quantity) = self.number(argument)?;
                    parts.push((expression, Type::Number(quantity)));
                }
                let (parts, kind) = self.unify(syntax, parts)?;
                return Some((Expression::Call(function, parts), kind));
            }
            Function::AddMonths => (vec![Type::Date, plain("月")], Type::Date),
            Function::AddWorkingDays => (vec![Type::Date, plain("天")], Type::Date),
            Function::YearOf => (vec![Type::Date], plain("年")),
            Function::MonthOf => (vec![Type::Date], Type::Date),
            Function::FirstOfMonth => (vec![plain("年"), plain("月")], Type::Date),
        };
        let arguments = self.arguments(syntax, name, arguments, &kinds)?;
        Some((Expression::Call(function, arguments), result))
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

    /// A parameter on a day or in a year.
    fn parameter_on(
        &mut self,
        syntax: &Syntax,
        name: &str,
        index: usize,
        arguments: &[Syntax],
    ) -> Checked {
        let place = self.formula.place.clone();
        let kind = self.scope.type_of(Meaning::Parameter(index), &place)?;
        let [day] = arguments else {
            self.report(
                syntax,
                text!("请写：{name}（日期或年份）", "write {name}（a date or a year）"),
            );
            return None;
        };
        let (expression, found) = self.check(day, None)?;
        let year = Type::Number(Quantity::of(Unit::parse("年")?));
        let expression = match found {
            Type::Date => expression,
            _ => self.fit(expression, found, year, day)?,
        };
        Some((Expression::ParameterOn(index, Box::new(expression)), kind))
    }

    fn answered(&mut self, syntax: &Syntax, arguments: &[Syntax]) -> Checked {
        if let [Syntax { kind: SyntaxKind::Name(name), .. }] = arguments
            && let Some(meaning) = self.resolve(name)
            && self.scope.is_optional(meaning)
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

    /// 计数（表），计数（表，条件），合计（表，数），存在（表，条件），分组最大（表，分组……，数）.
    fn aggregate(
        &mut self,
        syntax: &Syntax,
        aggregate: Aggregate,
        arguments: &[Syntax],
    ) -> Checked {
        let table = match arguments.first().map(|first| &first.kind) {
            Some(SyntaxKind::Name(name)) => match self.resolve(name) {
                Some(Meaning::Table(table)) if self.table.is_none() => Some(table),
                _ => None,
            },
            _ => None,
        };
        let counts = match aggregate {
            Aggregate::Count => arguments.len() == 1 || arguments.len() == 2,
            Aggregate::Sum | Aggregate::Any => arguments.len() == 2,
            Aggregate::LargestSum => arguments.len() >= 3,
        };
        let (Some(table), true) = (table, counts) else {
            self.report(
                syntax,
                text!(
                    "请写：计数（表）、计数（表，条件）、合计（表，数）、存在（表，条件）或分组最大（表，分组，数）",
                    "write 计数（table）, 计数（table，condition）, 合计（table，number）, 存在（table，condition） or 分组最大（table，group，number）"
                ),
            );
            return None;
        };
        self.table = Some(table);
        let checked = self.aggregated(aggregate, &arguments[1..]);
        self.table = None;
        let (operands, kind) = checked?;
        Some((Expression::Aggregate(aggregate, table, operands), kind))
    }

    fn aggregated(
        &mut self,
        aggregate: Aggregate,
        arguments: &[Syntax],
    ) -> Option<(Vec<Expression>, Type)> {
        Some(match (aggregate, arguments) {
            (Aggregate::Any, [condition]) => (vec![*self.boolean(condition)?], Type::Boolean),
            (Aggregate::Sum, [number]) => {
                let (expression, quantity) = self.number(number)?;
                (vec![expression], Type::Number(quantity))
            }
            (Aggregate::LargestSum, [groups @ .., number]) => {
                let groups: Option<Vec<_>> =
                    groups.iter().map(|group| Some(self.check(group, None)?.0)).collect();
                let (expression, quantity) = self.number(number)?;
                let mut operands = groups?;
                operands.push(expression);
                (operands, Type::Number(quantity))
            }
            (_, conditions) => {
                let operands: Option<Vec<_>> =
                    conditions.iter().map(|condition| Some(*self.boolean(condition)?)).collect();
                let place = self.formula.place.clone();
                let table = self.table?;
                (operands?, self.scope.type_of(Meaning::Table(table), &place)?)
            }
        })
    }

    fn classification(&mut self, syntax: &Syntax) -> Option<usize> {
        if let SyntaxKind::Name(name) = &syntax.kind
            && let Some(Meaning::Classification(index)) = self.resolve(name)
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
            && let Some(Meaning::Input(input)) = self.resolve(name)
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
