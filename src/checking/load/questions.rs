//! Checks of the questions as a whole: none depends on itself, none is asked in vain.

use super::draft::Question;
use super::loader::Loader;
use super::schedules::ScheduleDraft;
use crate::document::{Diagnostic, Place, Section};
use crate::formula::Meaning;
use crate::policy::Policy;
use crate::values::text;

/// Whether an input is asked depends on other answers only; how rows are judged, on other things than the rows.
pub(crate) fn in_circles(policy: &Policy, questions: &[Question<'_>]) -> Vec<Diagnostic> {
    let mut circles = Vec::new();
    for question in questions {
        let input = &policy.inputs[question.index];
        let name = &input.label.name;
        if let (Some(formula), Some(when)) = (&input.when, &question.when) {
            let mut needed = vec![false; policy.inputs.len()];
            policy.mark_inputs(&formula.expression, &mut needed);
            if needed[question.index] {
                let message = text!(
                    "“{name}”的提问条件取决于它自己",
                    "whether “{name}” is asked depends on itself"
                );
                circles.push(Diagnostic::new(&when.place, message));
            }
        }
        if let Some(rows) = &question.rows {
            let mut needed = vec![false; policy.inputs.len()];
            for formula in policy.tables[rows.table].formulas() {
                policy.mark_inputs(formula, &mut needed);
            }
            if needed[question.index] {
                let message = text!(
                    "“{name}”各行的公式又取决于“{name}”整张表",
                    "formulas about rows of “{name}” depend on “{name}” as a whole"
                );
                circles.push(Diagnostic::new(&rows.place, message));
            }
        }
    }
    circles
}

impl<'a> Loader<'a> {
    /// Everything that has a name; what depends on others comes after all that it may name.
    pub(super) fn read_names(
        &mut self,
        root: &Section<'a>,
    ) -> (Vec<Question<'a>>, Vec<ScheduleDraft<'a>>) {
        let parameters = root.sections("parameter").into_iter();
        let parameters: Vec<_> =
            parameters.filter_map(|section| self.read_parameter(section)).collect();
        let mut questions: Vec<_> = root
            .sections("input")
            .iter()
            .filter_map(|section| self.read_question(section))
            .collect();
        let schedules = root.sections("schedule");
        let mut schedules: Vec<_> =
            schedules.iter().filter_map(|section| self.read_schedule(section)).collect();
        for section in root.sections("value") {
            self.read_value(&section);
        }
        for section in root.sections("classification") {
            self.read_classification(&section);
        }
        for question in &mut questions {
            if let Some(rows) = &mut question.rows {
                self.name_row_values(&mut rows.values);
            }
        }
        for schedule in &mut schedules {
            self.name_row_values(&mut schedule.values);
        }
        for parameter in parameters {
            self.finish_parameter(parameter);
        }
        for question in &questions {
            self.finish_question(question);
        }
        for schedule in &schedules {
            self.finish_schedule(schedule);
        }
        (questions, schedules)
    }

    /// A question or a figure that nothing uses is a mistake: of the formula, more often than of the list.
    pub(super) fn unused(&self) -> Vec<Diagnostic> {
        let used = self.used.borrow();
        let idle = self.names.iter().filter(|(_, meaning, _)| {
            !used.contains(meaning) && !matches!(meaning, Meaning::Value(_))
        });
        let report = |(name, _, place): &(String, Meaning, Place)| {
            Diagnostic::new(place, text!("“{name}”没有被任何公式用到", "no formula uses “{name}”"))
                .help(text!("请检查公式，或删去这一项", "check the formulas, or delete it"))
        };
        idle.map(report).collect()
    }
}
