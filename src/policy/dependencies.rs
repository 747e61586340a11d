//! Which answers a formula hangs on.

use super::input::Kind;
use super::model::Policy;
use crate::formula::Expression;

impl Policy {
    /// Marks the inputs that an expression needs, with those that decide whether they are asked. A table is needed by
    /// what looks at it as a whole, not by formulas about one of its rows.
    pub(crate) fn mark_inputs(&self, expression: &Expression, seen: &mut [bool]) {
        match expression {
            Expression::Input(index) => self.mark_input(*index, seen),
            Expression::Value(index) => {
                self.mark_inputs(&self.values[*index].formula.expression, seen);
            }
            Expression::RowValue(table, index) => {
                self.mark_inputs(&self.tables[*table].values[*index].formula.expression, seen);
            }
            Expression::Grade(index) => {
                let classification = &self.classifications[*index];
                self.mark_input(classification.by, seen);
                for indicator in &classification.indicators {
                    self.mark_input(*indicator, seen);
                }
            }
            Expression::Listed(index, _) => self.mark_input(self.classifications[*index].by, seen),
            Expression::Aggregate(_, table, operands) => {
                match self.table_input(*table) {
                    Some(input) => self.mark_input(input, seen),
                    None => self.tables[*table].formulas().for_each(|formula| {
                        self.mark_inputs(formula, seen);
                    }),
                }
                for operand in operands {
                    self.mark_inputs(operand, seen);
                }
            }
            _ => {
                for operand in expression.operands() {
                    self.mark_inputs(operand, seen);
                }
            }
        }
    }

    /// Likewise one input; of a table, with what its rows are judged by.
    fn mark_input(&self, index: usize, seen: &mut [bool]) {
        if core::mem::replace(&mut seen[index], true) {
            return;
        }
        let input = &self.inputs[index];
        if let Some(when) = &input.when {
            self.mark_inputs(&when.expression, seen);
        }
        if let Kind::Table(table) = input.kind {
            for formula in self.tables[table].formulas() {
                self.mark_inputs(formula, seen);
            }
        }
    }
}
