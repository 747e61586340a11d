//! Whether each part of a policy is one that the checks let pass.

use super::requirement::{NUMBER, Sound, only_if, plain};
use super::texts::{LONGEST_TERM, answers, distinct, is_address, is_id, label, term};
use crate::formula::Type;
use crate::policy::{
    Answering, Citation, Classification, Computed, Helper, Input, Item, Kind, Parameter, Policy,
    ProcedureStep, Reading, RowRule, Schedule, Table, Trigger,
};
use crate::values::{Number, Selection};

/// Choices, each as often as a question offers them.
const MOST_CHOICES: usize = 20_000;

/// Other names of a question, each compared with each.
const MOST_NAMES: usize = 100;

/// Figures of one parameter.
const MOST_SETTINGS: usize = 2_000;

const MOST_ROWS: usize = 100_000;

const MOST_DECIMALS: u32 = 18;

const LARGEST_BOUND: i64 = 1_000_000_000_000_000;

pub(super) struct Checker<'p> {
    pub(super) policy: &'p Policy,
}

impl Checker<'_> {
    pub(super) fn check(&self) -> Sound {
        let policy = self.policy;
        for id in [&policy.id, &policy.scheme, &policy.version] {
            only_if(is_id(id))?;
        }
        let years = policy.locals.iter().filter_map(|local| local.year).chain(policy.claim_year);
        only_if(years.into_iter().all(|year| (1..10_000).contains(&year)))?;
        for set in &policy.choice_sets {
            only_if(!set.choices.is_empty())?;
            set.choices.iter().try_for_each(label)?;
            distinct(set.choices.iter().map(|choice| &*choice.id))?;
        }
        let portal = policy.apply.iter().map(|portal| &portal.url);
        let urls = policy.sources.iter().filter_map(|source| source.url.as_ref());
        only_if(urls.chain(portal).all(|url| is_address(url)))?;

        policy.inputs.iter().try_for_each(|input| self.input(input, None))?;
        for (index, table) in policy.tables.iter().enumerate() {
            self.table(index, table)?;
        }
        for parameter in &policy.parameters {
            self.parameter(parameter)?;
        }
        policy.classifications.iter().try_for_each(|item| self.classification(item))?;
        policy.values.iter().try_for_each(|value| self.computed(value, None, None))?;
        let boolean = Some(Type::Boolean);
        policy.conditions.iter().try_for_each(|item| self.computed(item, None, boolean))?;
        policy.deadlines.iter().try_for_each(|item| self.computed(item, None, Some(Type::Date)))?;
        if let Some(amount) = &policy.amount {
            label(&amount.label)?;
            self.formula(&amount.formula, None, NUMBER)?;
            self.cites(amount.source.as_ref())?;
            for part in &amount.parts {
                only_if(self.kind(&part.expression(), &[])? == NUMBER)?;
            }
            if let Some(limit) = &amount.limit {
                only_if(self.kind(limit, &[])? == NUMBER)?;
            }
        }
        for warning in &policy.warnings {
            self.fields(&warning.fields)?;
            match &warning.trigger {
                Trigger::Formula(formula) => self.formula(formula, None, Type::Boolean)?,
                Trigger::OtherReading(reading) => self.reading(reading)?,
            }
        }
        for alternative in &policy.readings {
            label(&alternative.label)?;
            self.reading(&alternative.reading)?;
            let questions: Vec<_> = alternative.definitions.iter().map(|entry| entry.0).collect();
            self.fields(&questions)?;
            self.cites(alternative.source.as_ref())?;
        }
        for hint in &policy.hints {
            self.fields(&hint.fields)?;
            self.formula(&hint.when, None, Type::Boolean)?;
        }
        for ProcedureStep { note, when, by, .. } in &policy.procedure {
            self.cites(note.source.as_ref())?;
            when.iter().try_for_each(|when| self.formula(when, None, Type::Boolean))?;
            only_if(by.is_none_or(|by| by < policy.deadlines.len()))?;
        }
        policy.notes.iter().try_for_each(|note| self.cites(note.source.as_ref()))?;
        policy.exclusions.iter().try_for_each(|item| self.cites(item.source.as_ref()))?;
        policy.unexpressed.iter().try_for_each(|item| self.cites(item.source.as_ref()))?;
        for local in &policy.locals {
            self.cites(local.source.as_ref())?;
            answers(&local.inputs)?;
            let named = local.when.iter().map(|entry| &entry.0);
            only_if(named.chain(local.same.iter().map(|entry| &entry.0)).all(|id| is_id(id)))?;
        }
        policy.faq.iter().try_for_each(|answer| self.answering(answer))?;
        for example in &policy.examples {
            answers(&example.inputs)?;
            self.cites(example.source.as_ref())?;
        }

        let labels = policy.inputs.iter().map(|input| &input.label);
        let labels = labels.chain(policy.parameters.iter().map(|parameter| &parameter.label));
        let labels = labels.chain(policy.values.iter().map(|value| &value.label));
        let schedules = policy.tables.iter().filter_map(|table| table.schedule.as_ref());
        let labels = labels.chain(schedules.map(|schedule| &schedule.label));
        distinct(labels.map(|label| &*label.id))?;
        let columns = policy.tables.iter().flat_map(|table| &table.columns);
        let asked = policy.inputs.iter().chain(columns).map(Input::result_type);
        let kinds = asked.chain(policy.values.iter().map(|value| value.formula.kind));
        let choices = kinds.map(|kind| match kind {
            Type::Choice(set) => policy.choice_sets.get(set).map_or(0, |set| set.choices.len()),
            Type::Choices(set) => policy.choice_sets.get(*set).map_or(0, |set| set.choices.len()),
            _ => 0,
        });
        only_if(choices.sum::<usize>() <= MOST_CHOICES)
    }

    fn answering(&self, Answering { question, item }: &Answering) -> Sound {
        let policy = self.policy;
        let (index, length) = match *item {
            Item::Parameter(index) => (index, policy.parameters.len()),
            Item::Input(index) => (index, policy.inputs.len()),
            Item::Column { input, column } => {
                let Kind::Table(table) = policy.inputs.get(input)?.kind else { return None };
                (column, policy.tables.get(table)?.columns.len())
            }
            Item::Value(index) => (index, policy.values.len()),
            Item::Condition(index) => (index, policy.conditions.len()),
            Item::Amount => (0, policy.amount.iter().count()),
            Item::Deadline(index) => (index, policy.deadlines.len()),
            Item::Schedule(index) => {
                let schedules = policy.tables.iter().filter(|table| table.schedule.is_some());
                (index, schedules.count())
            }
            Item::Reading(index) => (index, policy.readings.len()),
            Item::Warning(index) => (index, policy.warnings.len()),
            Item::Hint(index) => (index, policy.hints.len()),
            Item::Procedure(index) => (index, policy.procedure.len()),
            Item::Contact(index) => (index, policy.contacts.len()),
            Item::Note(index) => (index, policy.notes.len()),
            Item::Exclusion(index) => (index, policy.exclusions.len()),
            Item::Unexpressed(index) => (index, policy.unexpressed.len()),
        };
        only_if(is_id(question) && index < length)
    }

    fn reading(&self, reading: &Reading) -> Sound {
        for (value, formula) in &reading.values {
            let kind = self.policy.values.get(*value)?.formula.kind;
            self.formula(formula, None, plain(kind))?;
        }
        for (parameter, setting) in &reading.parameters {
            let known = self.policy.parameters.get(*parameter)?.constant()?;
            only_if(known.number().is_some() == setting.number().is_some())?;
        }
        Some(())
    }

    fn cited(&self, citation: &Citation) -> Sound {
        only_if(citation.document < self.policy.sources.len())
    }

    fn cites(&self, citation: Option<&Citation>) -> Sound {
        citation.map_or(Some(()), |citation| self.cited(citation))
    }

    fn fields(&self, fields: &[usize]) -> Sound {
        only_if(fields.iter().all(|field| *field < self.policy.inputs.len()))
    }

    /// A question, or a column of a table.
    fn input(&self, input: &Input, table: Option<usize>) -> Sound {
        label(&input.label)?;
        only_if(input.also.len() <= MOST_NAMES)?;
        only_if(input.pattern.as_ref().is_none_or(|pattern| pattern.len() <= LONGEST_TERM))?;
        for statement in [&input.yes, &input.no].into_iter().flatten() {
            term(statement)?;
        }
        match input.kind {
            Kind::Choice(set) => only_if(set < self.policy.choice_sets.len())?,
            Kind::Choices(set) => {
                let choices = &self.policy.choice_sets.get(*set)?.choices;
                only_if(table.is_none() && choices.len() <= Selection::MOST)?;
            }
            Kind::Table(rows) => only_if(table.is_none() && rows < self.policy.tables.len())?,
            Kind::Count => {
                only_if(input.min.as_integer().is_some() && input.max.as_integer().is_some())?;
            }
            _ => {}
        }
        let largest = Number::from(LARGEST_BOUND);
        let bounds = [largest.negate(), input.min, input.max, largest];
        only_if(bounds.is_sorted_by(|lower, upper| {
            lower.compare(*upper).is_ok_and(core::cmp::Ordering::is_le)
        }))?;
        only_if(!input.above_min || input.min != input.max)?;
        only_if(input.earliest <= input.latest && input.decimals <= MOST_DECIMALS)?;
        if let Some(Helper::Policy { inputs, .. }) = &input.helper {
            answers(inputs)?;
        }
        if let Some(when) = &input.when {
            self.formula(when, table, Type::Boolean)?;
        }
        if let Some(limit) = &input.limit {
            only_if(self.kind(limit, table.as_slice())? == Type::Boolean)?;
        }
        self.cites(input.source.as_ref())
    }

    /// A figure for each combination of choices, or for each step; all numbers, or all days.
    fn parameter(&self, parameter: &Parameter) -> Sound {
        label(&parameter.label)?;
        let mut count = 1_usize;
        for key in &parameter.by {
            label(&key.label)?;
            let choices = &self.policy.choice_sets.get(key.choices)?.choices;
            count = count.checked_mul(choices.len())?;
        }
        only_if(parameter.scale.is_none() || parameter.by.is_empty())?;
        only_if(!parameter.history.is_empty())?;
        for figure in &parameter.history {
            let steps = figure.limits.len();
            only_if((steps > 0) == parameter.scale.is_some())?;
            only_if(
                figure.settings.len() == count + steps && figure.settings.len() <= MOST_SETTINGS,
            )?;
            self.cited(&figure.source)?;
        }
        let mut numbers = parameter.settings().map(|setting| setting.number().is_some());
        let first = numbers.next();
        only_if(numbers.all(|number| Some(number) == first))
    }

    fn table(&self, index: usize, table: &Table) -> Sound {
        let columns = &table.columns;
        let are_columns = |list: &[usize]| list.iter().all(|column| *column < columns.len());
        let are_places =
            |list: &[usize]| list.iter().all(|place| *place < columns.len() + table.values.len());
        // How many rows there may be is said without the row, or with it.
        let counts = |count| {
            self.kind(count, &[]) == Some(NUMBER) || self.kind(count, &[index]) == Some(NUMBER)
        };
        match (&table.schedule, self.policy.table_input(index)) {
            (None, Some(_)) => {}
            (Some(schedule), None) => self.schedule(schedule, table)?,
            _ => return None,
        }
        only_if(table.max_rows <= MOST_ROWS && are_columns(&table.order))?;
        only_if(table.any_of.iter().all(|group| !group.is_empty() && are_columns(group)))?;
        columns.iter().try_for_each(|column| self.input(column, Some(index)))?;
        table.values.iter().try_for_each(|value| self.computed(value, Some(index), None))?;
        for check in &table.checks {
            match &check.rule {
                RowRule::Formula(formula) => self.formula(formula, Some(index), Type::Boolean)?,
                RowRule::Distinct(by) => only_if(are_places(by))?,
                RowRule::After { by, start, end } => {
                    only_if(are_places(by) && are_columns(&[*start, *end]))?;
                }
                RowRule::AtMost { by, count } => {
                    only_if(are_places(by) && counts(count))?;
                }
            }
            self.cites(check.source.as_ref())?;
        }
        if let Some(amount) = &table.amount {
            self.formula(amount, Some(index), NUMBER)?;
        }
        let ids = columns.iter().map(|column| &column.label);
        let ids = ids.chain(table.values.iter().map(|value| &value.label));
        distinct(ids.map(|label| &*label.id).chain(["accepted", "reasons", "amount"]))
    }

    /// Made of a day and a number; no row of it is turned down.
    fn schedule(&self, schedule: &Schedule, table: &Table) -> Sound {
        label(&schedule.label)?;
        self.formula(&schedule.first, None, Type::Date)?;
        self.formula(&schedule.count, None, NUMBER)?;
        self.cites(schedule.source.as_ref())?;
        let kinds: Vec<_> = table.columns.iter().map(|column| column.kind).collect();
        only_if(kinds == [Kind::Date, Kind::Count])?;
        only_if(table.columns.iter().all(|column| column.when.is_none()))?;
        only_if(table.order.is_empty() && table.any_of.is_empty() && table.checks.is_empty())
    }

    /// A row for each choice of what picks it, a bound for each grade but the last.
    fn classification(&self, item: &Classification) -> Sound {
        let Classification { name, by, indicators, choices, grades, rows } = item;
        let policy = self.policy;
        let of = |set: &usize| policy.choice_sets.get(*set).map(|set| set.choices.len());
        let Kind::Choice(picking) = policy.inputs.get(*by)?.kind else { return None };
        let most = of(choices)?;
        only_if(name.len() <= LONGEST_TERM && of(&picking)? == rows.len())?;
        only_if(!grades.is_empty() && grades.iter().all(|grade| *grade < most))?;
        for input in indicators {
            only_if(plain(policy.inputs.get(*input)?.result_type()) == NUMBER)?;
        }
        only_if(rows.iter().all(|row| {
            let mut bounds = row.iter().flatten();
            row.len() == indicators.len() && bounds.all(|bounds| bounds.len() + 1 == grades.len())
        }))
    }

    fn computed(&self, item: &Computed, table: Option<usize>, kind: Option<Type>) -> Sound {
        label(&item.label)?;
        self.formula(&item.formula, table, kind.unwrap_or(plain(item.formula.kind)))?;
        self.cites(item.source.as_ref())
    }
}
