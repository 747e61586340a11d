//! What is computed from tables: aggregates over rows, grades of a classification.

use super::render::Renderer;
use super::style::Style;
use super::values::write_value;
use crate::evaluation::Value;
use crate::formula::{Aggregate, Comparison, Expression, Quantity, Type};
use crate::values::{Locale, Text};

impl Renderer<'_, '_> {
    /// An aggregate; worked out, its result, as rows are shown on their own.
    pub(super) fn aggregate(
        &self,
        to: &mut String,
        expression: &Expression,
        aggregate: Aggregate,
        table: usize,
        operands: &[Expression],
    ) {
        let (label, quantity) = self.policy.table_label(table);
        let names = Renderer { style: Style::Names, looked_at: Some(table), ..*self };
        if let (Some(Value::Boolean(found)), [condition]) = (self.known(expression), operands) {
            self.term(to, label);
            let (some, none) =
                (("里有一行“", " has a row with “"), ("里没有一行“", " has no row with “"));
            let (chinese, english) = if found { some } else { none };
            to.push_str(self.locale.pick(chinese, english));
            names.write(to, condition);
            return to.push('”');
        }
        if let Some(value) = self.known(expression) {
            let kind = match aggregate {
                _ if aggregate.is_count() => Type::Number(quantity),
                _ if aggregate.is_of_rows() => Type::Number(
                    operands.first().map_or(Quantity::PLAIN, |first| self.quantity(first)),
                ),
                _ => Type::Number(
                    operands.last().map_or(Quantity::PLAIN, |last| self.quantity(last)),
                ),
            };
            return write_value(to, self.policy, &value, kind, self.locale, self.places);
        }
        let (chinese, english) = aggregate.names();
        to.push_str(self.locale.pick(chinese, english));
        self.bracketed(to, |to| {
            self.term(to, label);
            for operand in operands {
                to.push_str(self.locale.pick("，", ", "));
                names.write(to, operand);
            }
        });
    }

    /// Something of a row; of the one from which another table is looked at, it is said so.
    pub(super) fn of_row(&self, to: &mut String, table: usize, text: &Text) {
        if self.looked_at.is_none_or(|looked_at| looked_at == table) {
            return self.text(to, text);
        }
        to.push_str(self.locale.pick("本行", "this row’s "));
        if self.locale == Locale::Chinese {
            return self.bracketed(to, |to| self.text(to, text));
        }
        self.text(to, text);
    }

    pub(super) fn grade(&self, to: &mut String, index: usize) {
        let classification = &self.policy.classifications[index];
        let grade = self.known(&Expression::Grade(index));
        let row = self.situation.and_then(|situation| situation.classification_row(index));
        let (Some(Value::Choice(grade)), Some(row)) = (grade, row) else {
            if self.locale == Locale::Chinese {
                to.push_str("按《");
                to.push_str(&classification.name);
                to.push_str("》由");
            } else {
                to.push_str("grade by ");
            }
            self.term(to, &self.policy.inputs[classification.by].label);
            to.push_str(
                self.locale.pick("和指标下限分档", " and the lower bounds of its indicators"),
            );
            return;
        };
        let position = classification.grades.iter().position(|choice| *choice == grade);
        let position = position.unwrap_or(classification.grades.len() - 1);
        let is_last = position == classification.grades.len() - 1;
        if !is_last {
            self.bounds(to, index, row, position, true);
        }
        if position > 0 {
            if !is_last {
                to.push_str(self.locale.pick("；", "; "));
            }
            self.bounds(to, index, row, position - 1, false);
        }
    }

    /// How the indicators compare with the lower bounds of one grade.
    fn bounds(&self, to: &mut String, index: usize, row: usize, position: usize, reached: bool) {
        let classification = &self.policy.classifications[index];
        let reasons = Renderer { style: Style::Reasons, ..*self };
        let mut is_first = true;
        for (input, bounds) in classification.indicators.iter().zip(&classification.rows[row]) {
            let Some(bounds) = bounds else { continue };
            if !is_first {
                to.push_str(self.locale.pick("，", ", "));
            }
            is_first = false;
            let quantity = self.policy.inputs[*input].quantity;
            let bound = Expression::Number(bounds[position], quantity);
            reasons.compare(to, Comparison::AtLeast, &Expression::Input(*input), &bound);
        }
        let grade = classification.grades[position];
        to.push_str(if reached {
            self.locale.pick("，达到", ": reaches the lower bounds of “")
        } else {
            self.locale.pick("，未同时达到", ": does not reach all lower bounds of “")
        });
        to.push_str(self.policy.choice(classification.choices, grade, self.locale));
        to.push_str(self.locale.pick("的下限", "”"));
    }
}
