//! The names of a policy, as its formulas see them.

use super::loader::Loader;
use crate::document::{Diagnostic, Place};
use crate::formula::{Expression, Keys, Meaning, Part, Quantity, Scope, Type, Wanted};
use crate::policy::{Input, Kind};
use crate::values::{Text, text};

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

    fn several(&self, input: usize) -> Option<(usize, Quantity)> {
        let input = &self.inputs[input];
        if let Kind::Choices(set) = input.kind { Some((*set, input.quantity)) } else { None }
    }

    fn is_identity_number(&self, answer: &Expression) -> bool {
        let asked = match answer {
            Expression::Input(index) => &self.inputs[*index],
            Expression::Column(table, index) => &self.tables[*table].columns[*index],
            _ => return false,
        };
        asked.kind == Kind::IdentityNumber
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

    fn refuse_look(&self, of: usize, table: usize) -> Option<(Text, Text)> {
        if table > of {
            return Some((
                text!(
                    "各行的公式只能统计写在前面的表",
                    "a formula of rows counts or adds up only tables that stand before its own"
                ),
                text!("请把要看的表写在前面", "move the table that is looked at to the front"),
            ));
        }
        let (own, other) = (&self.tables[of], &self.tables[table]);
        if other.looks_at_rows() {
            return Some((
                text!(
                    "这张表各行的公式又看另一张表，不能再从各行里统计它",
                    "formulas about rows of this table look at another one, so that rows cannot look at it in turn"
                ),
                text!(
                    "请让这里直接看那另一张表",
                    "let this formula look at that other table itself"
                ),
            ));
        }
        if !own.has_few_pairs(other) {
            return Some((
                text!(
                    "逐行去看另一张表，行数太多：两张表的“max_rows”相乘不能超过 1000000",
                    "too many rows to look at for each row: “max_rows” of both tables, multiplied, is at most 1000000"
                ),
                text!(
                    "统计一次就够的，写成表外的计算项（[[value]]）；要逐行看的，给两张表写 max_rows，如 max_rows = 1000",
                    "what can be worked out once is a [[value]] outside of the table; for what each row looks at, write max_rows for both tables, such as max_rows = 1000"
                ),
            ));
        }
        None
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
