//! The names of a policy, as its formulas see them.

use super::loader::Loader;
use crate::document::{Diagnostic, Place};
use crate::formula::{Keys, Meaning, Part, Quantity, Scope, Type, Wanted};
use crate::policy::{Input, Kind};

/// As many as anybody reads.
const MANY_MISTAKES: usize = 100;

impl Scope for Loader<'_> {
    fn resolve(&self, name: &str) -> Option<Meaning> {
        let Some(&(_, meaning, _)) = self.names.iter().find(|entry| entry.0 == name) else {
            let is_mistaken = self.mistaken.iter().any(|known| known == name);
            return is_mistaken.then_some(Meaning::Mistaken);
        };
        self.used.borrow_mut().push(meaning);
        Some(meaning)
    }

    fn resolve_in_row(&self, table: usize, name: &str) -> Option<Meaning> {
        let table_items = &self.tables[table];
        let column = table_items.columns.iter().position(|column| column.label.name == name);
        let value = table_items.values.iter().position(|value| value.label.name == name);
        let meaning = (column.map(|column| Meaning::Column(table, column)))
            .or(value.map(|value| Meaning::RowValue(table, value)))?;
        self.used.borrow_mut().push(meaning);
        Some(meaning)
    }

    fn names(&self, table: Option<usize>, wanted: Wanted) -> Vec<String> {
        let in_rows = table.into_iter().flat_map(|table| {
            let items = &self.tables[table];
            let columns =
                items.columns.iter().map(|column| (&column.label.name, column.result_type()));
            columns.chain(items.values.iter().map(|value| (&value.label.name, value.formula.kind)))
        });
        let in_rows = in_rows.filter(|(_, kind)| wanted.takes(*kind)).map(|(name, _)| name);
        let fits = |meaning: &Meaning| match *meaning {
            Meaning::Input(index) => wanted.takes(self.inputs[index].result_type()),
            Meaning::Parameter(index) => wanted.takes(self.parameters[index].kind()),
            Meaning::Value(index) => {
                self.drafts[index].known_type().is_none_or(|kind| wanted.takes(kind))
            }
            _ => false,
        };
        let names = self.names.iter().filter(|entry| fits(&entry.1)).map(|entry| &entry.0);
        names.chain(in_rows).cloned().collect()
    }

    fn vocabulary(&self, table: Option<usize>) -> Vec<String> {
        let in_rows = table.into_iter().flat_map(|table| {
            let items = &self.tables[table];
            let columns = items.columns.iter().map(|column| &column.label.name);
            columns.chain(items.values.iter().map(|value| &value.label.name))
        });
        let names = self.names.iter().map(|entry| &entry.0).chain(&self.mistaken);
        let choices = self.choice_sets.iter().flat_map(|set| &set.choices);
        names.chain(in_rows).chain(choices.map(|choice| &choice.name)).cloned().collect()
    }

    fn type_of(&mut self, meaning: Meaning, at: &Place) -> Option<Type> {
        match meaning {
            Meaning::Input(index) => Some(self.inputs[index].result_type()),
            Meaning::Parameter(index) => Some(self.parameters[index].kind()),
            Meaning::Classification(index) => {
                Some(Type::Choice(self.classifications[index].choices))
            }
            Meaning::Value(index) => self.check_value(index, at),
            Meaning::Table(index) => {
                let asks = |input: &&Input| input.kind == Kind::Table(index);
                let asked = self.inputs.iter().find(asks).map(|input| input.quantity);
                let made = self.tables[index].schedule.as_ref().map(|made| made.quantity);
                Some(Type::Number(asked.or(made).unwrap_or(Quantity::PLAIN)))
            }
            Meaning::Column(table, index) => Some(self.tables[table].columns[index].result_type()),
            Meaning::RowValue(table, index) => Some(self.tables[table].values[index].formula.kind),
            Meaning::Mistaken => None,
        }
    }

    fn choice(&self, set: usize, name: &str) -> Option<usize> {
        self.choice_sets[set].choices.iter().position(|choice| choice.name == name)
    }

    fn choice_names(&self, set: usize) -> Vec<String> {
        self.choice_sets[set].choices.iter().map(|choice| choice.name.clone()).collect()
    }

    fn is_choice(&self, name: &str) -> bool {
        (0..self.choice_sets.len()).any(|set| self.choice(set, name).is_some())
    }

    fn choice_with_id(&self, set: usize, id: &str) -> Option<usize> {
        self.choice_sets[set].choices.iter().position(|choice| choice.id == id)
    }

    fn is_optional(&self, meaning: Meaning) -> bool {
        match meaning {
            Meaning::Input(index) => self.inputs[index].optional,
            Meaning::Column(table, index) => self.tables[table].columns[index].optional,
            _ => false,
        }
    }

    fn keys(&self, parameter: usize) -> Keys {
        let parameter = &self.parameters[parameter];
        let choices = parameter.by.iter().map(|key| (key.choices, key.label.name.clone()));
        Keys {
            choices: choices.collect(),
            scale: parameter.scale,
            changes: parameter.history.iter().any(|figure| figure.from.is_some()),
        }
    }

    fn next_slot(&mut self) -> usize {
        self.slots += 1;
        self.slots
    }

    fn indicator(&self, classification: usize, input: usize) -> Option<usize> {
        self.classifications[classification].indicators.iter().position(|known| *known == input)
    }

    fn report(&mut self, diagnostic: Diagnostic) {
        self.log.borrow_mut().push(diagnostic);
    }

    fn has_many_mistakes(&self) -> bool {
        self.log.borrow().len() > MANY_MISTAKES
    }

    fn keep(&mut self, part: Part) {
        self.parts.push(part);
    }
}
