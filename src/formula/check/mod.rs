//! Resolves the names of a formula and checks that types and units fit.

mod aggregates;
mod calls;
mod choices;
mod operators;
mod parameters;
mod scope;
mod units;

use super::slips::{self, Explained, Mended, Words};
use super::syntax::{Syntax, SyntaxKind, parse};
use super::{Comparison, Expression, Quantity, Type};
use crate::document::{Diagnostic, Edit, Spot};
use crate::values::{Number, Text, text};
pub(crate) use scope::{Keys, Meaning, Part, Scope, Wanted};

type Checked = Option<(Expression, Type)>;

/// Checks one formula.
pub(crate) struct Checker<'a, S: Scope> {
    scope: &'a mut S,
    formula: &'a Spot<'a>,
    /// The tables in whose rows the formula is meant, outermost first: a formula of rows can look at those of another table.
    tables: Vec<usize>,
    /// The formula without slips, once that has been asked for, as it is meant in the rows of a table.
    mended: Option<(Option<usize>, Mended)>,
}

impl<'a, S: Scope> Checker<'a, S> {
    pub(crate) fn new(scope: &'a mut S, formula: &'a Spot<'a>) -> Checker<'a, S> {
        Checker { scope, formula, tables: Vec::new(), mended: None }
    }

    /// The formula is about a row of this table.
    pub(crate) fn in_table(self, table: Option<usize>) -> Checker<'a, S> {
        Checker { tables: table.into_iter().collect(), ..self }
    }

    /// The table whose rows names stand for.
    fn table(&self) -> Option<usize> {
        self.tables.last().copied()
    }

    fn resolve(&self, name: &str) -> Option<Meaning> {
        self.table()
            .and_then(|table| self.scope.resolve_in_row(table, name))
            .or_else(|| self.scope.resolve(name))
    }

    /// Reads and checks the formula. Mistakes are reported to the scope.
    pub(crate) fn run(mut self, expected: Option<Type>) -> Checked {
        let syntax = match parse(self.formula.text) {
            Ok(syntax) => syntax,
            Err(mistake) if self.scope.has_many_mistakes() => {
                self.report_mistake(mistake.into());
                return None;
            }
            Err(mistake) => {
                let words = self.words();
                for mistake in slips::explain(self.formula.text, &words, mistake) {
                    self.report_mistake(mistake);
                }
                return None;
            }
        };
        if let Some(mistake) = slips::misread(self.formula.text) {
            self.report_mistake(mistake);
            return None;
        }
        let (expression, found) = self.check(&syntax, expected)?;
        let Some(expected) = expected else {
            return Some((expression, found));
        };
        let expression = self.fit(expression, found, expected, &syntax)?;
        Some((expression, expected))
    }

    fn words(&self) -> Words {
        let table = self.table();
        let conditions = self.scope.names(table, Wanted::of(Type::Boolean));
        Words { names: self.scope.vocabulary(table), conditions }
    }

    fn report_mistake(&mut self, Explained { mistake, mended }: Explained) {
        let place = self.formula.place.within(self.formula.text, mistake.start, mistake.end);
        let formula = self.formula.text;
        let edit = mended.zip(self.formula.place.span).map(|(right, span)| Edit::Replace {
            span,
            wrong: formula.to_owned(),
            right,
        });
        let found = Diagnostic::new(&place, mistake.message);
        self.scope.report(Diagnostic { help: mistake.help, edit, ..found });
    }

    /// Reports that an unknown name is several words, or a word for a sign. Whether it is.
    fn report_slip(&mut self, syntax: &Syntax, name: &str) -> bool {
        if self.scope.has_many_mistakes() {
            return false;
        }
        let (formula, table) = (self.formula.text, self.table());
        let end = syntax.start + name.len();
        // Once for all the names in it, as far as they are meant in the same rows.
        let known = self.mended.take().filter(|known| known.0 == table);
        let mended = known.map_or_else(
            || Mended::of(formula, &self.words()).unwrap_or_default(),
            |known| known.1,
        );
        let slip = slips::explain_name(&mended, syntax.start, end);
        self.mended = Some((table, mended));
        let is_slip = slip.is_some();
        if let Some(slip) = slip {
            self.report_mistake(slip);
        }
        is_slip
    }

    /// Reports 且 and 或 side by side: notices are read either way, so brackets have to say which. Whether they are.
    fn report_mixed(&mut self, syntax: &Syntax) -> bool {
        let mut parts = Vec::new();
        alternatives(syntax, &mut parts);
        let is_and = |part: &Syntax| matches!(part.kind, SyntaxKind::And(..));
        if !parts.iter().any(|part| is_and(part)) {
            return false;
        }
        let written = |part: &&Syntax| {
            let text = &self.formula.text[part.start..part.end];
            if is_and(part) { format!("（{text}）") } else { text.to_owned() }
        };
        let right: Vec<_> = parts.iter().map(written).collect();
        let right = right.join(" 或 ");
        self.report_with(
            syntax,
            text!(
                "“且”和“或”一起用，要用括号写明哪些在一起",
                "且 and 或 stand side by side; brackets have to say what belongs together"
            ),
            Some(text!(
                "请写：{right}；或照通知的意思另加括号",
                "write: {right}; or put the brackets as the notice means it"
            )),
        );
        true
    }

    /// Reports 或 between choices, which 属于 takes in its brackets. Whether it stands there.
    fn report_choices(&mut self, operand: &Syntax, choices: &[Syntax]) -> bool {
        let mut parts = Vec::new();
        for choice in choices {
            alternatives(choice, &mut parts);
        }
        if parts.len() == choices.len() {
            return false;
        }
        let written = |part: &Syntax| &self.formula.text[part.start..part.end];
        let names = parts.iter().map(|part| written(part)).collect::<Vec<_>>().join("、");
        let of = written(operand);
        self.report_with(
            &choices[0],
            text!(
                "“属于”的括号里用“、”隔开，不用“或”",
                "choices behind 属于 are parted by “、”, not by 或"
            ),
            Some(text!("请写：{of} 属于（{names}）", "write: {of} 属于（{names}）")),
        );
        true
    }

    /// Reports `甲 = 乙 或 丙`, where 丙 is another choice. Whether it is.
    fn report_choices_of_or(&mut self, syntax: &Syntax) -> bool {
        let mut parts = Vec::new();
        alternatives(syntax, &mut parts);
        let SyntaxKind::Compare(Comparison::Equal, of, first) = &parts[0].kind else {
            return false;
        };
        let is_choice = |part: &&&Syntax| match &part.kind {
            SyntaxKind::Name(name) => self.resolve(name).is_none() && self.scope.is_choice(name),
            _ => false,
        };
        if parts[1..].iter().filter(is_choice).count() < parts.len() - 1 {
            return false;
        }
        let written = |part: &Syntax| &self.formula.text[part.start..part.end];
        let choices: Vec<_> = parts[1..].iter().map(|part| written(part)).collect();
        let (of, first, others) = (written(of), written(first), choices.join("、"));
        self.report_with(
            syntax,
            text!("一个“=”只比一个选项", "= compares with one choice"),
            Some(text!(
                "几个选项用“属于”：{of} 属于（{first}、{others}）",
                "for several choices use 属于: {of} 属于（{first}、{others}）"
            )),
        );
        true
    }

    fn report(&mut self, syntax: &Syntax, message: Text) {
        self.report_with(syntax, message, None);
    }

    fn report_with(&mut self, syntax: &Syntax, message: Text, help: Option<Text>) {
        let found = self.mistake(syntax, message);
        self.scope.report(Diagnostic { help, ..found });
    }

    fn mistake(&self, syntax: &Syntax, message: Text) -> Diagnostic {
        let place = self.formula.place.within(self.formula.text, syntax.start, syntax.end);
        Diagnostic::new(&place, message)
    }

    fn boolean(&mut self, syntax: &Syntax) -> Option<Box<Expression>> {
        let (expression, kind) = self.check(syntax, Some(Type::Boolean))?;
        self.fit(expression, kind, Type::Boolean, syntax).map(Box::new)
    }

    fn number(&mut self, syntax: &Syntax) -> Option<(Expression, Quantity)> {
        let checked = self.number_or_other(syntax)?;
        self.as_number(syntax, checked)
    }

    fn as_number(
        &mut self,
        syntax: &Syntax,
        checked: (Expression, Type),
    ) -> Option<(Expression, Quantity)> {
        match checked {
            (expression, Type::Number(quantity)) => Some((expression, quantity)),
            (_, other) => {
                let found = self.describe(other);
                self.report_with(
                    syntax,
                    Text::new(
                        format!("这里应是一个数，写的却是{}", found.chinese),
                        format!("a number is expected here, but this is {}", found.english),
                    ),
                    units::meant(other, Type::Number(Quantity::PLAIN)),
                );
                None
            }
        }
    }

    /// What is most likely a number.
    fn number_or_other(&mut self, syntax: &Syntax) -> Checked {
        match &syntax.kind {
            SyntaxKind::Name(name) => self.name(syntax, name, None, Wanted::Number),
            _ => self.check(syntax, None),
        }
    }

    fn check(&mut self, syntax: &Syntax, expected: Option<Type>) -> Checked {
        let (expression, kind) = self.check_kind(syntax, expected)?;
        if let Expression::Compare(..)
        | Expression::OneOf(..)
        | Expression::Includes(..)
        | Expression::And(..)
        | Expression::Or(..)
        | Expression::Not(..)
        | Expression::If(..)
        | Expression::Arithmetic(..)
        | Expression::ParameterOn(..)
        | Expression::ParameterBy(..)
        | Expression::Slices(..)
        | Expression::DayClass { .. }
        | Expression::Call(..) = expression
        {
            let place = self.formula.place.within(self.formula.text, syntax.start, syntax.end);
            let (tables, expression) = (self.tables.clone(), expression.clone());
            self.scope.keep(Part { place, tables, expression });
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
            SyntaxKind::Name(name) => {
                let wanted = expected.map_or(Wanted::Any, Wanted::of);
                self.name(syntax, name, expected, wanted)
            }
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
                if self.report_mixed(syntax) || self.report_choices_of_or(syntax) {
                    return None;
                }
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
                if self.report_choices(operand, choices) {
                    return None;
                }
                for choice in choices {
                    let (item, found) = self.check(choice, Some(kind))?;
                    list.push(self.fit(item, found, kind, choice)?);
                }
                Some((Expression::OneOf(Box::new(expression), list), Type::Boolean))
            }
            SyntaxKind::Includes(chosen, choice) => self.includes(chosen, choice),
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
}

/// The parts that 或 joins.
fn alternatives<'s>(syntax: &'s Syntax, parts: &mut Vec<&'s Syntax>) {
    match &syntax.kind {
        SyntaxKind::Or(left, right) => {
            alternatives(left, parts);
            alternatives(right, parts);
        }
        _ => parts.push(syntax),
    }
}
