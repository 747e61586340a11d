//! Which answers a result still waits for. What cannot change it any more is not among them.

use super::situation::Situation;
use crate::formula::Expression;

impl Situation<'_> {
    /// The inputs that an expression still waits for, marked in `missing`.
    pub(crate) fn mark_missing(&self, expression: &Expression, missing: &mut [bool]) {
        if !matches!(self.evaluate(expression), Ok(None)) {
            return;
        }
        match expression {
            Expression::Input(index) => self.mark_input(*index, missing),
            Expression::Value(index) => {
                self.mark_missing(&self.definition(*index).expression, missing);
            }
            Expression::Grade(index) => {
                let classification = &self.policy.classifications[*index];
                match self.classification_row(*index) {
                    None => self.mark_input(classification.by, missing),
                    Some(row) => {
                        for (input, bounds) in
                            classification.indicators.iter().zip(&classification.rows[row])
                        {
                            if bounds.is_some() {
                                self.mark_input(*input, missing);
                            }
                        }
                    }
                }
            }
            Expression::Listed(index, _) => {
                self.mark_input(self.policy.classifications[*index].by, missing);
            }
            Expression::Aggregate(_, table, operands) => {
                match (self.policy.table_input(*table), &self.policy.tables[*table].schedule) {
                    (Some(input), _) => self.mark_input(input, missing),
                    (None, Some(schedule)) => {
                        for formula in schedule.formulas() {
                            self.mark_missing(formula, missing);
                        }
                    }
                    (None, None) => {}
                }
                // Rows, given or not, may wait for an answer outside the table.
                let checks = self.policy.tables[*table].checks.iter();
                let rules = checks.filter_map(|check| check.rule.expression());
                let formulas: Vec<_> = operands.iter().chain(rules).collect();
                let rows = self.rows(*table).ok().flatten();
                for row in 0..rows.map_or(1, |rows| rows.len()) {
                    self.row[*table].set(row);
                    for formula in &formulas {
                        self.mark_missing(formula, missing);
                    }
                }
            }
            Expression::RowValue(table, index) => {
                let value = &self.policy.tables[*table].values[*index];
                self.mark_missing(&value.formula.expression, missing);
            }
            Expression::If(condition, met, unmet) => match self.truth(condition) {
                Ok(Some(true)) => self.mark_missing(met, missing),
                Ok(Some(false)) => self.mark_missing(unmet, missing),
                _ => {
                    for operand in expression.operands() {
                        self.mark_missing(operand, missing);
                    }
                }
            },
            _ => {
                for operand in expression.operands() {
                    self.mark_missing(operand, missing);
                }
            }
        }
    }

    fn mark_input(&self, index: usize, missing: &mut [bool]) {
        match self.is_asked(index) {
            Some(true) => missing[index] |= self.answers[index].is_none(),
            Some(false) => {}
            // First the answer that decides whether this one is asked.
            None => {
                if let Some(when) = &self.policy.inputs[index].when {
                    self.mark_missing(&when.expression, missing);
                }
            }
        }
    }
}
