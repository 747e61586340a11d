//! Amounts that would be below zero.

use super::all_answers;
use crate::checking::load::{Question, ScheduleDraft};
use crate::document::{Diagnostic, Place, Section};
use crate::evaluation::Spreading;
use crate::explanation::{Style, render};
use crate::formula::{Aggregate, Comparison, Expression, Function, Operator};
use crate::policy::{Input, Policy, RowRule, Setting};
use crate::values::{Calendar, Locale, Text, text};

/// Where the formulas stand that a result rests on.
pub(crate) struct Places {
    pub(crate) amount: Option<Place>,
    pub(crate) conditions: Vec<Place>,
    /// Of what a row is worth, by table.
    pub(crate) rows: Vec<(usize, Place)>,
}

impl Places {
    /// Those of a policy with these questions.
    pub(crate) fn of(
        root: &Section<'_>,
        questions: &[Question<'_>],
        schedules: &[ScheduleDraft<'_>],
    ) -> Places {
        let of_schedules = schedules.iter().filter_map(ScheduleDraft::row_amount);
        let place_in = |section: &Section<'_>| Some(section.optional_text("formula")?.place);
        Places {
            amount: root.section("amount").as_ref().and_then(place_of_amount),
            conditions: root.sections("condition").iter().filter_map(place_in).collect(),
            rows: questions.iter().filter_map(Question::row_amount).chain(of_schedules).collect(),
        }
    }
}

/// Its formula, or the list of its parts.
fn place_of_amount(section: &Section<'_>) -> Option<Place> {
    let key = if section.node("parts").is_some() { "parts" } else { "formula" };
    section.node(key).map(|found| found.1)
}

/// Amounts that nothing keeps from being below zero.
pub(crate) fn below_zero(policy: &Policy, calendar: &Calendar, places: &Places) -> Vec<Diagnostic> {
    let amount = policy.amount.as_ref().map(|amount| &amount.formula).zip(places.amount.as_ref());
    let rows = places.rows.iter().filter_map(|(table, place)| {
        Some((Some(*table), policy.tables[*table].amount.as_ref()?, place))
    });
    let amounts = amount.map(|(formula, place)| (None, formula, place)).into_iter().chain(rows);
    let signs = Signs { policy, spreading: all_answers(policy, calendar).with_comparisons() };
    let mut found = Vec::new();
    for (table, formula, place) in amounts {
        let Err(culprit) = signs.not_negative(&formula.expression, &signs.known_of(table)) else {
            continue;
        };
        let shown = |locale| render(policy, &culprit, Style::Names, locale, None);
        let (chinese, english) = (shown(Locale::Chinese), shown(Locale::English));
        let message = Text::new(
            format!("金额可能小于零：“{chinese}”没有下限"),
            format!("the amount can be below zero: “{english}” has no lower bound"),
        );
        let help = text!(
            "请写成“取大（…，0）”，或用 at_most 写明减去的一项不能大于另一项",
            "write 取大（…，0）, or say by at_most that what is subtracted is no larger than the rest"
        );
        found.push(Diagnostic::new(place, message).help(help));
    }
    found
}

/// That the first is not smaller than the second.
type Fact = (Expression, Expression);

/// What is certain of the signs of expressions.
struct Signs<'p> {
    policy: &'p Policy,
    /// All answers run through all that may be filled in.
    spreading: Spreading<'p>,
}

impl Signs<'_> {
    /// What holds wherever there is an amount: all conditions, and what answers allow each other; of a row, its checks.
    fn known_of(&self, table: Option<usize>) -> Vec<Fact> {
        let conditions = self.policy.conditions.iter().map(|rule| &rule.formula.expression);
        let limits = self.policy.inputs.iter().filter_map(|input| input.limit.as_ref());
        let mut facts = Vec::new();
        conditions.chain(limits).for_each(|fact| self.learn(fact, true, &mut facts));
        if let Some(table) = table {
            self.learn_of_rows(table, &mut facts);
        }
        facts
    }

    fn learn_of_rows(&self, table: usize, facts: &mut Vec<Fact>) {
        for check in &self.policy.tables[table].checks {
            if let RowRule::Formula(formula) = &check.rule {
                self.learn(&formula.expression, true, facts);
            }
        }
    }

    fn learn(&self, expression: &Expression, holds: bool, facts: &mut Vec<Fact>) {
        match self.plain(expression) {
            Expression::Not(operand) => self.learn(operand, !holds, facts),
            Expression::And(left, right) if holds => {
                self.learn(left, holds, facts);
                self.learn(right, holds, facts);
            }
            Expression::Or(left, right) if !holds => {
                self.learn(left, holds, facts);
                self.learn(right, holds, facts);
            }
            Expression::Compare(comparison, left, right) => {
                let comparison = if holds { *comparison } else { comparison.opposite() };
                let (left, right) = ((**left).clone(), (**right).clone());
                match comparison {
                    Comparison::AtLeast | Comparison::Greater => facts.push((left, right)),
                    Comparison::AtMost | Comparison::Less => facts.push((right, left)),
                    Comparison::Equal => {
                        facts.push((left.clone(), right.clone()));
                        facts.push((right, left));
                    }
                    Comparison::Unequal => {}
                }
            }
            _ => {}
        }
    }

    /// What stands behind a name, without the author's parentheses.
    fn plain<'e>(&'e self, expression: &'e Expression) -> &'e Expression {
        match expression {
            Expression::Group(operand) => self.plain(operand),
            Expression::Value(index) => self.plain(&self.policy.values[*index].formula.expression),
            Expression::RowValue(table, index) => {
                self.plain(&self.policy.tables[*table].values[*index].formula.expression)
            }
            _ => expression,
        }
    }

    /// Whether it is one of the facts that the first is not smaller than the second.
    fn is_among(&self, facts: &[Fact], larger: &Expression, smaller: &Expression) -> bool {
        let same = |one: &Expression, other| self.plain(one) == self.plain(other);
        facts.iter().any(|fact| same(&fact.0, larger) && same(&fact.1, smaller))
    }

    /// Or else the innermost part that can be below zero.
    fn not_negative(&self, expression: &Expression, facts: &[Fact]) -> Result<(), Expression> {
        let certain = self.certainly_not_negative(expression, facts);
        let ends = || self.spreading.spread(expression).number_ends();
        if certain.is_err() && ends().is_some_and(|(from, _)| !from.is_negative()) {
            return Ok(());
        }
        certain
    }

    fn certainly_not_negative(
        &self,
        expression: &Expression,
        facts: &[Fact],
    ) -> Result<(), Expression> {
        let policy = self.policy;
        let filled_in = |input: &Input| !input.min.is_negative();
        let rates_are_not_negative = |index: usize| {
            let rates = policy.parameters[index].settings().filter_map(Setting::number);
            rates.into_iter().all(|rate| !rate.is_negative())
        };
        let certain = match expression {
            Expression::Number(number, _) => !number.is_negative(),
            Expression::Parameter(index)
            | Expression::ParameterOn(index, _)
            | Expression::ParameterBy(index, _) => rates_are_not_negative(*index),
            Expression::Slices(index, operands) if rates_are_not_negative(*index) => {
                return operands.first().map_or(Ok(()), |number| self.not_negative(number, facts));
            }
            Expression::Input(index) => filled_in(&policy.inputs[*index]),
            Expression::Column(table, index) => filled_in(&policy.tables[*table].columns[*index]),
            Expression::Value(_) | Expression::RowValue(..) | Expression::Group(_) => {
                return self.not_negative(self.plain(expression), facts);
            }
            Expression::Rescale(_, operand) => return self.not_negative(operand, facts),
            Expression::Arithmetic(Operator::Subtract, left, right) => {
                self.is_among(facts, left, right)
            }
            Expression::Arithmetic(_, left, right) => {
                self.not_negative(left, facts)?;
                return self.not_negative(right, facts);
            }
            Expression::If(condition, met, unmet) => {
                for (branch, holds) in [(met, true), (unmet, false)] {
                    let mut facts = facts.to_vec();
                    self.learn(condition, holds, &mut facts);
                    self.spreading
                        .knowing(condition, holds, || self.not_negative(branch, &facts))?;
                }
                true
            }
            Expression::Call(Function::Maximum, operands) => {
                operands.iter().any(|operand| self.not_negative(operand, facts).is_ok())
            }
            Expression::Call(Function::Minimum, operands) => {
                operands.iter().try_for_each(|operand| self.not_negative(operand, facts))?;
                true
            }
            Expression::HowMany(_)
            | Expression::Call(Function::YearOf, _)
            | Expression::Aggregate(Aggregate::Count | Aggregate::Distinct, ..) => true,
            Expression::Call(
                Function::RoundHalfUp | Function::RoundDown | Function::RoundUp,
                operands,
            ) => return operands.first().map_or(Ok(()), |first| self.not_negative(first, facts)),
            // From an earlier day to a later one; an age needs a day more.
            Expression::Call(function, operands)
                if function.is_time_between() && *function != Function::Age =>
            {
                let [from, to] = operands.as_slice() else { return Err(expression.clone()) };
                self.is_among(facts, to, from)
            }
            // What is known of accepted rows is not known of all.
            Expression::Peers(peers, _, operands, _) => {
                let own = operands.len() - peers.own_operands();
                return operands[own..]
                    .iter()
                    .try_for_each(|number| self.not_negative(number, &[]));
            }
            Expression::Aggregate(aggregate, table, operands) => {
                let mut facts = facts.to_vec();
                self.learn_of_rows(*table, &mut facts);
                let numbers =
                    if aggregate.is_of_rows() { 0 } else { operands.len().saturating_sub(1) };
                return operands[numbers..]
                    .iter()
                    .try_for_each(|number| self.not_negative(number, &facts));
            }
            _ => false,
        };
        if certain { Ok(()) } else { Err(expression.clone()) }
    }
}
