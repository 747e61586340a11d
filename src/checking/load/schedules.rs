//! Schedules: a row for each month, from a first one on, with its values and what it is worth.

use super::draft::RowValueDraft;
use super::inputs::{EARLIEST, LATEST};
use super::keys::label;
use super::loader::Loader;
use crate::document::{Place, Section, Spot};
use crate::formula::{Expression, Meaning, Quantity, Type};
use crate::policy::{Formula, Input, Item, Kind, Label, Schedule, Table};
use crate::values::{Number, Text, Unit};

/// A schedule whose formulas are for later.
pub(crate) struct ScheduleDraft<'a> {
    pub(crate) table: usize,
    place: Place,
    first: Option<Spot<'a>>,
    count: Option<Spot<'a>>,
    pub(super) values: Vec<RowValueDraft<'a>>,
    amount: Option<Spot<'a>>,
}

impl ScheduleDraft<'_> {
    /// Where it says how many months there are.
    pub(crate) fn count(&self) -> &Place {
        self.count.as_ref().map_or(&self.place, |count| &count.place)
    }

    /// Where it says what a month is worth.
    pub(crate) fn row_amount(&self) -> Option<(usize, Place)> {
        Some((self.table, self.amount.as_ref()?.place.clone()))
    }
}

impl<'a> Loader<'a> {
    pub(super) fn read_schedule(&mut self, section: &Section<'a>) -> Option<ScheduleDraft<'a>> {
        let label = label(section, None);
        let table = self.tables.len();
        let schedules = self.tables.iter().filter(|table| table.schedule.is_some()).count();
        self.read_faq(section, Item::Schedule(schedules));
        let draft = ScheduleDraft {
            table,
            place: section.place().clone(),
            first: section.text("first"),
            count: section.text("count"),
            values: RowValueDraft::all(section),
            amount: section.optional_text("row_amount"),
        };
        let source = self.citation(section, true);
        section.finish();
        let Some(label) = label else {
            self.leave_out(section);
            return None;
        };
        self.declare(section, &label, Meaning::Table(table));
        let columns = vec![
            column("月份", "month", Text::new("月份", "Month"), Kind::Date)?,
            column("序号", "number", Text::new("序号", "No."), Kind::Count)?,
        ];
        let formula = |kind| Formula::new(Expression::Boolean(false), kind);
        let schedule = Schedule {
            label,
            quantity: Quantity::of(Unit::parse("月")?),
            // Until their names are known.
            first: formula(Type::Date),
            count: formula(Type::Number(Quantity::PLAIN)),
            source,
        };
        self.tables.push(Table {
            schedule: Some(schedule.into()),
            columns,
            max_rows: usize::try_from(Schedule::MOST_MONTHS).unwrap_or_default(),
            ..Table::default()
        });
        Some(draft)
    }

    pub(super) fn finish_schedule(&mut self, draft: &ScheduleDraft<'a>) {
        let table = draft.table;
        self.read_row_values(table, &draft.values);
        let months = self.tables[table].schedule.as_ref().map(|made| Type::Number(made.quantity));
        let first = draft.first.as_ref().and_then(|spot| self.formula(spot, Some(Type::Date)));
        let count = draft.count.as_ref().and_then(|spot| self.formula(spot, months));
        if let Some(schedule) = &mut self.tables[table].schedule {
            schedule.first = first.unwrap_or(schedule.first.clone());
            schedule.count = count.unwrap_or(schedule.count.clone());
        }
        self.read_row_amount(table, draft.amount.as_ref());
    }
}

/// What every schedule has: the first day of the month, and which month it is.
fn column(name: &str, id: &str, text: Text, kind: Kind) -> Option<Input> {
    let term = Text::new(name, id);
    let label = Label { name: name.to_owned(), id: id.to_owned(), text, term };
    Some(Input {
        label,
        also: Vec::new(),
        help: None,
        kind,
        quantity: Quantity::PLAIN,
        min: Number::from(1),
        max: Number::from(i64::from(Schedule::MOST_MONTHS)),
        has_own_max: true,
        above_min: false,
        decimals: 0,
        earliest: EARLIEST?,
        latest: LATEST?,
        when: None,
        optional: false,
        helper: None,
        months: None,
        yes: None,
        no: None,
        pattern: None,
        limit: None,
        source: None,
    })
}
