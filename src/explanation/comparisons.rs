//! Comparisons, with the sign that in fact holds.

use super::render::{Renderer, since, spaced};
use super::values::{MANY_PLACES, quantity_of};
use crate::evaluation::{Value, compare};
use crate::formula::{Comparison, Expression, Operator, Peers, Quantity};
use crate::policy::{Input, Kind, Setting};
use crate::values::Unit;

impl Renderer<'_, '_> {
    /// A comparison; worked out, with the sign that in fact holds, and with enough digits to see it.
    pub(super) fn compare(
        &self,
        to: &mut String,
        comparison: Comparison,
        left: &Expression,
        right: &Expression,
    ) {
        if let Expression::Boolean(answer) = right {
            // Worked out, the operand shows itself what it is.
            let holds = (comparison == Comparison::Equal) == *answer;
            return if holds || self.is_decided(left) {
                self.write(to, left);
            } else {
                self.opposite(to, left);
            };
        }
        let Some((left_value, right_value)) = self.known(left).zip(self.known(right)) else {
            self.write(to, left);
            self.sign(to, comparison, right);
            return self.write(to, right);
        };
        if self.fact(to, left) {
            if left_value != right_value {
                to.push_str(self.locale.pick("，不是", ", not "));
                self.write(to, right);
            }
            return;
        }
        let holds = compare(comparison, &left_value, &right_value) == Ok(true);
        let comparison = if holds { comparison } else { comparison.opposite() };
        let start = to.len();
        self.write(to, left);
        let end = to.len();
        self.sign(to, comparison, right);
        let second = to.len();
        self.write(to, right);
        if let (Value::Number(left_value), Value::Number(right_value)) = (&left_value, &right_value)
            && left_value != right_value
            && ending(to.get(start..end).unwrap_or_default()) == ending(since(to, second))
        {
            to.truncate(start);
            let closer = Renderer { places: MANY_PLACES, ..*self };
            closer.write(to, left);
            self.sign(to, comparison, right);
            closer.write(to, right);
        }
    }

    /// The sign of a comparison with `limit`; in words, that of days, years and choices, which are no numbers to a reader.
    fn sign(&self, to: &mut String, comparison: Comparison, limit: &Expression) {
        let in_words = self.style.is_in_words()
            && (self.is_day(limit) || matches!(limit, Expression::Choice { .. }));
        if !in_words {
            return spaced(to, comparison.sign());
        }
        to.push_str(match comparison {
            Comparison::Equal => self.locale.pick("为", " is "),
            Comparison::Unequal => self.locale.pick("不是", " is not "),
            Comparison::Less => self.locale.pick("早于", " is before "),
            Comparison::AtMost => self.locale.pick("不晚于", " is no later than "),
            Comparison::Greater => self.locale.pick("晚于", " is after "),
            Comparison::AtLeast => self.locale.pick("不早于", " is no earlier than "),
        });
    }

    /// Whether something is a day or a year of the calendar.
    fn is_day(&self, expression: &Expression) -> bool {
        let names_one =
            |input: &Input| input.kind == Kind::Date || input.quantity.names_a_year(input.min);
        match expression {
            Expression::Date(_) => true,
            Expression::Number(number, quantity) => quantity.names_a_year(*number),
            Expression::Call(function, _) => function.gives_a_day(),
            Expression::Input(index) => names_one(&self.policy.inputs[*index]),
            Expression::Column(table, index) => {
                names_one(&self.policy.tables[*table].columns[*index])
            }
            Expression::Parameter(index) => {
                let parameter = &self.policy.parameters[*index];
                parameter.history.iter().flat_map(|figure| &figure.settings).any(|setting| {
                    match setting {
                        Setting::Day(_) => true,
                        Setting::Number(number) => parameter.quantity.names_a_year(*number),
                    }
                })
            }
            Expression::Value(index) => self.is_day(&self.policy.values[*index].formula.expression),
            Expression::RowValue(table, index) => {
                self.is_day(&self.policy.tables[*table].values[*index].formula.expression)
            }
            Expression::Group(operand)
            | Expression::Arithmetic(_, operand, _)
            | Expression::If(_, operand, _) => self.is_day(operand),
            _ => false,
        }
    }

    /// What a numeric expression is measured in, as far as readers see it.
    pub(super) fn quantity(&self, expression: &Expression) -> Quantity {
        let unit = |expression| self.quantity(expression).unit;
        match expression {
            Expression::Number(_, quantity) => *quantity,
            Expression::Input(index) => self.policy.inputs[*index].quantity,
            Expression::Parameter(index)
            | Expression::ParameterOn(index, _)
            | Expression::ParameterBy(index, _) => self.policy.parameters[*index].quantity,
            Expression::Slices(index, _) => Quantity::of(self.unit_of_slices(*index)),
            Expression::Column(table, index) => self.policy.tables[*table].columns[*index].quantity,
            Expression::Value(index) => quantity_of(self.policy.values[*index].formula.kind),
            Expression::RowValue(table, index) => {
                quantity_of(self.policy.tables[*table].values[*index].formula.kind)
            }
            Expression::Group(operand) | Expression::Negate(operand) => self.quantity(operand),
            Expression::HowMany(chosen) => self.quantity(chosen),
            Expression::Rescale(_, operand) => {
                Quantity { unit: unit(operand).base(), ..self.quantity(operand) }
            }
            Expression::Arithmetic(Operator::Multiply, left, right) => {
                Quantity { unit: unit(left).multiply(unit(right)), percent: false }
            }
            Expression::Arithmetic(Operator::Divide, left, right) => {
                Quantity { unit: unit(left).divide(unit(right)), percent: false }
            }
            // Branches and summands have one unit; a bare zero has none.
            Expression::Arithmetic(_, left, right) | Expression::If(_, left, right) => {
                let left = self.quantity(left);
                if left.unit == Unit::NONE { self.quantity(right) } else { left }
            }
            Expression::Peers(Peers::Count, table, ..) => self.policy.table_label(*table).1,
            Expression::Peers(_, _, operands, _) => {
                operands.last().map_or(Quantity::PLAIN, |last| self.quantity(last))
            }
            Expression::Call(function, operands) if function.keeps_unit() => {
                operands.first().map_or(Quantity::PLAIN, |first| self.quantity(first))
            }
            _ => Quantity::PLAIN,
        }
    }
}

/// What a rendered operand ends with: its number, without the name before it.
fn ending(operand: &str) -> &str {
    let operand = operand.trim_end_matches(['）', ')']);
    let start = operand.rfind(['（', '(']).map_or(0, |index| index);
    since(operand, start).trim_start_matches(['（', '(', '≈'])
}
