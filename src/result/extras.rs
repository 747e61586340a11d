//! What only some policies have: other readings of the notice, and schedules.

use super::describe::Describer;
use crate::policy::{Alternative, Table};
#[cfg(feature = "analysis")]
use crate::policy::{Answering, Item, Kind};
use crate::values::{Data, RARE};

impl<'p> Describer<'p> {
    /// Nothing is said of what a policy has not, so that it need not be read.
    pub(super) fn extras(self, data: &mut Data<'p>) {
        let policy = self.policy;
        if !policy.readings.is_empty() {
            data.set_objects("readings", &policy.readings, |data, reading| {
                self.reading(data, reading);
            });
        }
        let mut schedules =
            policy.tables.iter().filter(|table| table.schedule.is_some()).peekable();
        if RARE && schedules.peek().is_some() {
            data.set_objects("schedules", schedules, |data, table| self.schedule(data, table));
        }
    }

    /// What answers common questions, where anything does: in which list of the description it stands, and where there.
    #[cfg(feature = "analysis")]
    pub(super) fn faq(self, data: &mut Data<'p>) {
        let policy = self.policy;
        if policy.faq.is_empty() {
            return;
        }
        data.set_objects("faq", &policy.faq, |data, Answering { question, item }| {
            data.set("question", question.as_str());
            let asks_rows = |input: usize| matches!(policy.inputs[input].kind, Kind::Table(_));
            let among = |input: usize| {
                let alike = |other: &usize| asks_rows(*other) == asks_rows(input);
                (0..input).filter(alike).count()
            };
            let (list, index) = match *item {
                Item::Parameter(index) => ("parameters", index),
                Item::Input(input) if asks_rows(input) => ("tables", among(input)),
                Item::Input(input) => ("inputs", among(input)),
                Item::Column { input, .. } => ("tables", among(input)),
                Item::Value(index) => ("values", index),
                Item::Condition(index) => ("conditions", index),
                Item::Amount => ("amount", 0),
                Item::Deadline(index) => ("deadlines", index),
                Item::Schedule(index) => ("schedules", index),
                Item::Reading(index) => ("readings", index),
                Item::Warning(index) => ("warnings", index),
                Item::Hint(index) => ("hints", index),
                Item::Procedure(index) => ("procedure", index),
                Item::Contact(index) => ("contacts", index),
                Item::Note(index) => ("notes", index),
                Item::Exclusion(index) => ("exclusions", index),
                Item::Unexpressed(index) => ("unexpressed", index),
            };
            data.set("list", list);
            data.set("index", index);
            if let Item::Column { column, .. } = item {
                data.set("column", *column);
            }
        });
    }

    fn reading(self, data: &mut Data<'p>, alternative: &'p Alternative) {
        let policy = self.policy;
        let Alternative { label, text, reading, definitions, source } = alternative;
        self.label(data, label);
        self.set_text(data, "text", text.as_ref());
        data.set_objects("values", &reading.values, |data, (index, formula)| {
            self.label(data, &policy.values[*index].label);
            data.set("formula", self.formula(formula));
        });
        data.set_objects("parameters", &reading.parameters, |data, (index, setting)| {
            let parameter = &policy.parameters[*index];
            self.label(data, &parameter.label);
            self.setting(data, parameter, Some(*setting));
        });
        data.set_objects("definitions", definitions, |data, (index, text)| {
            self.label(data, &policy.inputs[*index].label);
            data.set("text", text.get(self.locale));
        });
        self.cite(data, source.as_ref());
    }

    fn schedule(self, data: &mut Data<'p>, table: &'p Table) {
        let Some(schedule) = &table.schedule else { return };
        self.label(data, &schedule.label);
        data.set("first", self.formula(&schedule.first));
        data.set("count", self.formula(&schedule.count));
        data.set_objects("columns", &table.columns, |data, column| {
            self.label(data, &column.label);
        });
        data.set_objects("values", &table.values, |data, value| self.value(data, value));
        data.set_some("rowAmount", table.amount.as_ref().map(|amount| self.formula(amount)));
        self.cite(data, schedule.source.as_ref());
    }
}
