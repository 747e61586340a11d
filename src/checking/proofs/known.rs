//! What is already known where a part of a formula is looked at: the 如果 around it, and what stands beside it.

use core::cmp::Ordering;

use super::divisors::{leaves, mentions};
use super::idle::{alike, bare};
use crate::formula::{Comparison, Expression};
use crate::policy::{Policy, RowRule, Setting};
use crate::values::Number;

/// So many facts, times answers, are looked into.
const MOST_LOOKED_INTO: usize = 256;

/// Judgements, and whether they hold.
pub(super) struct Known<'p> {
    policy: &'p Policy,
    facts: Vec<(&'p Expression, bool)>,
}

impl<'p> Known<'p> {
    pub(super) fn of(policy: &'p Policy) -> Known<'p> {
        Known { policy, facts: Vec::new() }
    }

    /// Judgements within an expression that can only come out one way where they are looked at.
    pub(super) fn decided(
        &mut self,
        expression: &'p Expression,
        found: &mut Vec<(&'p Expression, bool)>,
    ) {
        match bare(expression) {
            Expression::If(condition, met, unmet) => {
                self.look_at(condition, found);
                for (branch, truth) in [(met, true), (unmet, false)] {
                    self.with(condition, truth, |known| known.decided(branch, found));
                }
            }
            Expression::And(left, right) => self.beside(left, right, true, found),
            Expression::Or(left, right) => self.beside(left, right, false, found),
            other => {
                for operand in other.operands() {
                    self.decided(operand, found);
                }
            }
        }
    }

    /// Goes to all answers that an expression uses, with what is known where it uses them.
    pub(super) fn answers(
        &mut self,
        expression: &'p Expression,
        look: &mut dyn FnMut(&Known<'p>, &'p Expression),
    ) {
        let policy = self.policy;
        match bare(expression) {
            answer @ (Expression::Input(_) | Expression::Column(..)) => look(self, answer),
            // Whether it is filled in is known in any case.
            Expression::Answered(_) => {}
            Expression::Value(index) => {
                self.answers(&policy.values[*index].formula.expression, look);
            }
            Expression::RowValue(table, index) => {
                self.answers(&policy.tables[*table].values[*index].formula.expression, look);
            }
            Expression::If(condition, met, unmet) => {
                self.answers(condition, look);
                self.with(condition, true, |known| known.answers(met, look));
                self.with(condition, false, |known| known.answers(unmet, look));
            }
            Expression::And(left, right) => {
                self.with(right, true, |known| known.answers(left, look));
                self.with(left, true, |known| known.answers(right, look));
            }
            Expression::Or(left, right) => {
                self.with(right, false, |known| known.answers(left, look));
                self.with(left, false, |known| known.answers(right, look));
            }
            // Of accepted rows.
            Expression::Aggregate(_, table, operands) => {
                let before = self.facts.len();
                for check in &policy.tables[*table].checks {
                    if let RowRule::Formula(formula) = &check.rule {
                        self.learn(&formula.expression, true);
                    }
                }
                for operand in operands {
                    self.answers(operand, look);
                }
                self.facts.truncate(before);
            }
            other => other.operands().into_iter().for_each(|part| self.answers(part, look)),
        }
    }

    /// Whether anything is known of what a judgement is about; of very many facts, that is taken for granted.
    pub(super) fn touches(&self, judgement: &Expression) -> bool {
        let mut answers = leaves(self.policy, judgement);
        answers.dedup();
        if self.facts.len() * answers.len() > MOST_LOOKED_INTO {
            return true;
        }
        self.facts
            .iter()
            .any(|(fact, _)| answers.iter().any(|answer| mentions(self.policy, fact, answer)))
    }

    /// Each side is only looked at where the other leaves it open.
    fn beside(
        &mut self,
        left: &'p Expression,
        right: &'p Expression,
        truth: bool,
        found: &mut Vec<(&'p Expression, bool)>,
    ) {
        let before = found.len();
        self.look_at(left, found);
        self.with(left, truth, |known| known.look_at(right, found));
        if found.len() == before {
            let judged = self.with(right, truth, |known| known.judge(left));
            found.extend(judged.map(|truth| (left, truth)));
        }
    }

    fn look_at(&mut self, judgement: &'p Expression, found: &mut Vec<(&'p Expression, bool)>) {
        match self.judge(judgement) {
            Some(truth) => found.push((bare(judgement), truth)),
            None => self.decided(judgement, found),
        }
    }

    fn with<T>(
        &mut self,
        judgement: &'p Expression,
        truth: bool,
        look: impl FnOnce(&mut Known<'p>) -> T,
    ) -> T {
        let before = self.facts.len();
        self.learn(judgement, truth);
        let result = look(self);
        self.facts.truncate(before);
        result
    }

    pub(super) fn learn(&mut self, judgement: &'p Expression, truth: bool) {
        match bare(judgement) {
            Expression::Not(operand) => self.learn(operand, !truth),
            Expression::And(left, right) if truth => {
                self.learn(left, truth);
                self.learn(right, truth);
            }
            Expression::Or(left, right) if !truth => {
                self.learn(left, truth);
                self.learn(right, truth);
            }
            fact => self.facts.push((fact, truth)),
        }
    }

    /// Whether a judgement holds, where that is known.
    pub(super) fn judge(&self, judgement: &Expression) -> Option<bool> {
        let judgement = bare(judgement);
        if let Some((_, truth)) = self.facts.iter().find(|fact| fact.0 == judgement) {
            return Some(*truth);
        }
        match judgement {
            Expression::Boolean(truth) => Some(*truth),
            Expression::Not(operand) => self.judge(operand).map(|truth| !truth),
            Expression::And(left, right) => match (self.judge(left), self.judge(right)) {
                (Some(false), _) | (_, Some(false)) => Some(false),
                (Some(true), Some(true)) => Some(true),
                _ => None,
            },
            Expression::Or(left, right) => match (self.judge(left), self.judge(right)) {
                (Some(true), _) | (_, Some(true)) => Some(true),
                (Some(false), Some(false)) => Some(false),
                _ => None,
            },
            Expression::Compare(comparison, left, right) => {
                if let Some(choice) = choice(right) {
                    let is_it = self.chosen(left)? == choice;
                    return Some(is_it == (*comparison == Comparison::Equal));
                }
                self.compare(*comparison, left, self.figure(right)?)
            }
            Expression::OneOf(operand, choices) => {
                let chosen = self.chosen(operand)?;
                Some(choices.iter().any(|listed| choice(listed) == Some(chosen)))
            }
            _ => None,
        }
    }

    /// The choice that is known to be made.
    fn chosen(&self, operand: &Expression) -> Option<(usize, usize)> {
        self.facts.iter().find_map(|(fact, truth)| match fact {
            Expression::Compare(comparison, left, right)
                if alike(left, operand) && *truth == (*comparison == Comparison::Equal) =>
            {
                choice(right)
            }
            _ => None,
        })
    }

    /// A figure that is the same in every situation.
    fn figure(&self, expression: &Expression) -> Option<Number> {
        match bare(expression) {
            Expression::Number(number, _) => Some(*number),
            Expression::Parameter(index) => {
                self.policy.parameters[*index].constant().and_then(Setting::number)
            }
            _ => None,
        }
    }

    /// Whether a number compares so with a figure, by what is known of it and of other figures.
    fn compare(&self, wanted: Comparison, operand: &Expression, figure: Number) -> Option<bool> {
        self.facts.iter().find_map(|(fact, truth)| {
            let Expression::Compare(comparison, left, right) = fact else { return None };
            if !alike(left, operand) {
                return None;
            }
            let comparison = if *truth { *comparison } else { comparison.opposite() };
            // Of all numbers, those below both figures, at them, between and above them stand for all.
            let order = self.figure(right)?.compare(figure).ok()?;
            let cases = cases(order);
            let mut outcomes = cases
                .into_iter()
                .filter(|(of_known, _)| comparison.holds(*of_known))
                .map(|(_, of_wanted)| wanted.holds(of_wanted));
            let first = outcomes.next()?;
            outcomes.all(|outcome| outcome == first).then_some(first)
        })
    }
}

/// How a number can lie to one figure and to another, which come in this order.
fn cases(order: Ordering) -> Vec<(Ordering, Ordering)> {
    use Ordering::{Equal, Greater, Less};
    let between = match order {
        Less => vec![(Equal, Less), (Greater, Less), (Greater, Equal)],
        Equal => vec![(Equal, Equal)],
        Greater => vec![(Less, Equal), (Less, Greater), (Equal, Greater)],
    };
    [vec![(Less, Less)], between, vec![(Greater, Greater)]].concat()
}

fn choice(expression: &Expression) -> Option<(usize, usize)> {
    match bare(expression) {
        Expression::Choice { set, index } => Some((*set, *index)),
        _ => None,
    }
}
