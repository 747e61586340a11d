//! What only some policies have: other readings of the notice, and schedules.

use super::describe::Describer;
use crate::policy::{Alternative, Table};
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
