//! Parameters with what tells their figures apart.

use super::render::{Renderer, spaced};
use super::style::Style;
use super::values::write_number;
use crate::formula::{Expression, Quantity};
use crate::values::Unit;

impl Renderer<'_, '_> {
    pub(super) fn parameter_by(
        &self,
        to: &mut String,
        expression: &Expression,
        index: usize,
        operands: &[Expression],
    ) {
        let parameter = &self.policy.parameters[index];
        if self.is_decided(expression) {
            return self.reference(to, expression, &parameter.label, parameter.kind());
        }
        self.term(to, &parameter.label);
        self.bracketed(to, |to| self.series(to, operands, self.locale.pick("，", ", ")));
    }

    /// By name the sum of slices; worked out, each slice with its figure.
    pub(super) fn slices(
        &self,
        to: &mut String,
        index: usize,
        operands: &[Expression],
        is_operand: bool,
    ) {
        let parameter = &self.policy.parameters[index];
        let scale = parameter.scale.unwrap_or(Quantity::PLAIN);
        let slices = match self.situation {
            Some(situation) if self.style == Style::Numbers => situation.slices(index, operands),
            _ => Ok(None),
        };
        let slices = slices.ok().flatten().filter(|slices| !slices.is_empty());
        let Some(slices) = slices else {
            to.push_str(self.locale.pick("累进", "sum by steps"));
            return self.bracketed(to, |to| {
                self.term(to, &parameter.label);
                to.push_str(self.locale.pick("，", ", "));
                self.series(to, operands, self.locale.pick("，", ", "));
            });
        };
        let in_brackets = is_operand && slices.len() > 1;
        to.push_str(if in_brackets { self.locale.pick("（", "(") } else { "" });
        for (place, (size, rate)) in slices.into_iter().enumerate() {
            if place > 0 {
                spaced(to, "+");
            }
            write_number(to, size, scale, self.locale, self.places);
            spaced(to, "×");
            write_number(to, rate, parameter.quantity, self.locale, self.places);
        }
        to.push_str(if in_brackets { self.locale.pick("）", ")") } else { "" });
    }

    /// What the sum of slices is measured in.
    pub(super) fn unit_of_slices(&self, index: usize) -> Unit {
        let parameter = &self.policy.parameters[index];
        parameter.quantity.unit.multiply(parameter.scale.unwrap_or(Quantity::PLAIN).unit)
    }
}
