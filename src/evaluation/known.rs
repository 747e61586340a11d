//! What a comparison says of the numbers and days in the branch of a 如果 that it leads to, or beside it.

use core::cell::RefCell;
use core::cmp::Ordering;

use super::spread::{Spread, Spreading, better};
use super::value::Value;
use crate::formula::{Comparison, Expression};
use crate::policy::Input;
use crate::values::Number;

/// How low and how high an expression can be.
pub(crate) struct Bound {
    of: Expression,
    from: Option<Value>,
    to: Option<Value>,
}

impl Spreading<'_> {
    /// Comparisons count in what they lead to. That proves more, so it is for what must be proved, not for finding what is idle.
    #[cfg(feature = "checking")]
    pub(crate) fn with_comparisons(self) -> Self {
        Spreading { known: Some(RefCell::default()), ..self }
    }

    /// Looks where a judgement comes out so.
    pub(crate) fn knowing<T>(
        &self,
        judgement: &Expression,
        truth: bool,
        look: impl FnOnce() -> T,
    ) -> T {
        let Some(known) = &self.known else { return look() };
        let before = known.borrow().len();
        self.learn(judgement, truth, known);
        let result = look();
        known.borrow_mut().truncate(before);
        result
    }

    /// Goes to all parts of a formula, with what is known where each of them is looked at.
    #[cfg(feature = "checking")]
    pub(crate) fn visit(&self, expression: &Expression, look: &mut dyn FnMut(&Expression)) {
        look(expression);
        match expression {
            Expression::If(condition, met, unmet) => {
                self.visit(condition, look);
                self.knowing(condition, true, || self.visit(met, look));
                self.knowing(condition, false, || self.visit(unmet, look));
            }
            // Where the left side decides, the right one does not matter; nor the other way round.
            Expression::And(left, right) => {
                self.knowing(right, true, || self.visit(left, look));
                self.knowing(left, true, || self.visit(right, look));
            }
            Expression::Or(left, right) => {
                self.knowing(right, false, || self.visit(left, look));
                self.knowing(left, false, || self.visit(right, look));
            }
            _ => expression.operands().into_iter().for_each(|operand| self.visit(operand, look)),
        }
    }

    fn learn(&self, judgement: &Expression, truth: bool, known: &RefCell<Vec<Bound>>) {
        match self.behind(judgement) {
            Expression::Not(operand) => self.learn(operand, !truth, known),
            Expression::And(left, right) if truth => {
                self.learn(left, truth, known);
                self.learn(right, truth, known);
            }
            Expression::Or(left, right) if !truth => {
                self.learn(left, truth, known);
                self.learn(right, truth, known);
            }
            Expression::Compare(comparison, left, right) => {
                let comparison = if truth { *comparison } else { comparison.opposite() };
                let bounds = [
                    self.bound(left, comparison, right),
                    self.bound(right, comparison.turned(), left),
                ];
                known.borrow_mut().extend(bounds.into_iter().flatten());
            }
            _ => {}
        }
    }

    fn bound(&self, of: &Expression, comparison: Comparison, other: &Expression) -> Option<Bound> {
        if !self.runs(of) {
            return None;
        }
        let of = self.behind(of);
        let other = self.spread(other);
        let (least, most) = other.ends()?;
        let (least, most) = (least.clone(), most.clone());
        let (from, to) = match comparison {
            Comparison::AtLeast => (Some(least), None),
            Comparison::Greater => (Some(self.beside(of, least, true)), None),
            Comparison::AtMost => (None, Some(most)),
            Comparison::Less => (None, Some(self.beside(of, most, false))),
            Comparison::Equal => (Some(least), Some(most)),
            Comparison::Unequal => return None,
        };
        Some(Bound { of: of.clone(), from, to })
    }

    /// What stands behind a name, without the author's parentheses.
    pub(super) fn behind<'e>(&'e self, expression: &'e Expression) -> &'e Expression {
        let policy = self.situation.policy;
        match expression {
            Expression::Group(operand) => self.behind(operand),
            Expression::Value(index) => self.behind(&self.situation.definition(*index).expression),
            Expression::RowValue(table, index) => {
                self.behind(&policy.tables[*table].values[*index].formula.expression)
            }
            _ => expression,
        }
    }

    /// What is next to a limit that does not count; where that cannot be told, the limit itself.
    fn beside(&self, of: &Expression, limit: Value, above: bool) -> Value {
        let next = match &limit {
            Value::Number(number) => {
                let input = self.answered_by(of);
                input.and_then(|input| next_number(input, *number, above)).map(Value::Number)
            }
            Value::Date(day) => day.add_days(if above { 1 } else { -1 }).map(Value::Date),
            _ => None,
        };
        next.unwrap_or(limit)
    }

    /// The question that an expression is the answer to.
    fn answered_by(&self, of: &Expression) -> Option<&Input> {
        let policy = self.situation.policy;
        match of {
            Expression::Input(index) => Some(&policy.inputs[*index]),
            Expression::Column(table, index) if policy.tables[*table].schedule.is_none() => {
                Some(&policy.tables[*table].columns[*index])
            }
            _ => None,
        }
    }

    /// What is left of a spread by what is known.
    pub(super) fn within_known(&self, expression: &Expression, spread: Spread) -> Spread {
        let Some(known) = &self.known else { return spread };
        known.borrow().iter().filter(|bound| bound.of == *expression).fold(spread, Bound::narrow)
    }
}

fn next_number(input: &Input, limit: Number, above: bool) -> Option<Number> {
    if !limit.has_places(input.decimals) {
        return None;
    }
    let step = Number::power_of_ten(-i8::try_from(input.decimals).ok()?);
    limit.plus(if above { step } else { step.negate() }).ok()
}

impl Bound {
    fn narrow(spread: Spread, bound: &Bound) -> Spread {
        let Some((least, most)) = spread.ends() else { return spread };
        let from =
            bound.from.as_ref().map_or(Some(least), |from| better(least, from, Ordering::Greater));
        let to = bound.to.as_ref().map_or(Some(most), |to| better(most, to, Ordering::Less));
        // Where nothing is left, nobody comes, or it could not be told.
        match from
            .zip(to)
            .and_then(|(from, to)| Some((from, to, better(from, to, Ordering::Less)?)))
        {
            Some((from, to, less)) if less == from => Spread::between(from.clone(), to.clone()),
            _ => spread,
        }
    }
}
