//! Which answers a formula hangs on.

use super::formula::Formula;
use super::input::Kind;
use super::model::Policy;
use crate::formula::Expression;

impl Policy {
    /// Marks the inputs that an expression needs, with those that decide whether they are asked. A table is needed by
    /// what looks at it as a whole, not by formulas about one of its rows.
    #[cfg(feature = "checking")]
    pub(crate) fn mark_inputs(&self, expression: &Expression, seen: &mut [bool]) {
        self.mark_inputs_by(expression, &|index| &self.values[index].formula, seen);
    }

    /// Likewise where values are computed by these definitions.
    pub(crate) fn mark_inputs_by<'p>(
        &'p self,
        expression: &Expression,
        definition: &dyn Fn(usize) -> &'p Formula,
        seen: &mut [bool],
    ) {
        match expression {
            Expression::Input(index) => self.mark_input(*index, definition, seen),
            Expression::Value(index) => {
                self.mark_inputs_by(&definition(*index).expression, definition, seen);
            }
            Expression::RowValue(table, index) => {
                self.mark_inputs_by(
                    &self.tables[*table].values[*index].formula.expression,
                    definition,
                    seen,
                );
            }
            Expression::Grade(index) => {
                let classification = &self.classifications[*index];
                self.mark_input(classification.by, definition, seen);
                for indicator in &classification.indicators {
                    self.mark_input(*indicator, definition, seen);
                }
            }
            Expression::Listed(index, _) => {
                self.mark_input(self.classifications[*index].by, definition, seen);
            }
            Expression::Aggregate(_, table, operands) => {
                match self.table_input(*table) {
                    Some(input) => self.mark_input(input, definition, seen),
                    None => self.tables[*table].formulas().for_each(|formula| {
                        self.mark_inputs_by(formula, definition, seen);
                    }),
                }
                for operand in operands {
                    self.mark_inputs_by(operand, definition, seen);
                }
            }
            _ => {
                for operand in expression.operands() {
                    self.mark_inputs_by(operand, definition, seen);
                }
            }
        }
    }

    /// Likewise one input; of a table, with what its rows are judged by.
    fn mark_input<'p>(
        &'p self,
        index: usize,
        definition: &dyn Fn(usize) -> &'p Formula,
        seen: &mut [bool],
    ) {
        if core::mem::replace(&mut seen[index], true) {
            return;
        }
        let input = &self.inputs[index];
        if let Some(when) = &input.when {
            self.mark_inputs_by(&when.expression, definition, seen);
        }
        if let Kind::Table(table) = input.kind {
            for formula in self.tables[table].formulas() {
                self.mark_inputs_by(formula, definition, seen);
            }
        }
    }
}
