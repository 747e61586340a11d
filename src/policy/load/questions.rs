//! Checks of the questions as a whole: none depends on itself, none is asked in vain.

use super::inputs::Question;
use super::{Loader, State};
use crate::formula::{Expression, Meaning};
use crate::locale::text;
use crate::policy::{Input, Kind};

impl Loader<'_> {
    /// Whether an input is asked depends on other answers only; how rows are judged, on other things than the rows.
    pub(super) fn check_asking_order(&self, question: &Question<'_>) {
        let name = &self.inputs[question.index].label.name;
        if let (Some(formula), Some(when)) = (&self.inputs[question.index].when, &question.when) {
            let mut seen = vec![false; self.inputs.len()];
            self.collect_inputs(&formula.expression, &mut seen);
            if seen[question.index] {
                self.report_at(
                    &when.place,
                    text!(
                        "“{name}”的提问条件取决于它自己",
                        "whether “{name}” is asked depends on itself"
                    ),
                    None,
                );
            }
        }
        if let Some(rows) = &question.rows {
            let mut seen = vec![false; self.inputs.len()];
            for expression in self.tables[rows.table].formulas() {
                self.collect_inputs(expression, &mut seen);
            }
            if seen[question.index] {
                self.report_at(
                    &rows.place,
                    text!(
                        "“{name}”各行的公式又取决于“{name}”整张表",
                        "formulas about rows of “{name}” depend on “{name}” as a whole"
                    ),
                    None,
                );
            }
        }
    }

    /// Marks the inputs that an expression needs, those that decide whether they are asked included.
    fn collect_inputs(&self, expression: &Expression, seen: &mut [bool]) {
        match expression {
            Expression::Input(index) => self.collect_input(*index, seen),
            Expression::Value(index) => {
                if let State::Checked(Some(formula)) = &self.drafts[*index].state {
                    self.collect_inputs(&formula.expression, seen);
                }
            }
            Expression::Grade(index) => {
                let classification = &self.classifications[*index];
                self.collect_input(classification.by, seen);
                for indicator in &classification.indicators {
                    self.collect_input(*indicator, seen);
                }
            }
            Expression::Listed(index, _) => {
                self.collect_input(self.classifications[*index].by, seen);
            }
            Expression::Aggregate(_, table, operands) => {
                let asks = |input: &Input| input.kind == Kind::Table(*table);
                let Some(input) = self.inputs.iter().position(asks) else { return };
                let formulas =
                    if seen[input] { Vec::new() } else { self.tables[*table].formulas().collect() };
                self.collect_input(input, seen);
                for operand in operands.iter().chain(formulas) {
                    self.collect_inputs(operand, seen);
                }
            }
            _ => {
                for operand in expression.operands() {
                    self.collect_inputs(operand, seen);
                }
            }
        }
    }

    fn collect_input(&self, index: usize, seen: &mut [bool]) {
        if core::mem::replace(&mut seen[index], true) {
            return;
        }
        if let Some(when) = &self.inputs[index].when {
            self.collect_inputs(&when.expression, seen);
        }
    }

    /// A question or a figure that nothing uses is a mistake: of the formula, more often than of the list.
    pub(super) fn report_unused(&self) {
        let used = self.used.borrow();
        for (name, meaning, place) in &self.names {
            if !used.contains(meaning) && !matches!(meaning, Meaning::Value(_)) {
                self.report_at(
                    place,
                    text!("“{name}”没有被任何公式用到", "no formula uses “{name}”"),
                    Some(text!("请检查公式，或删去这一项", "check the formulas, or delete it")),
                );
            }
        }
    }
}
