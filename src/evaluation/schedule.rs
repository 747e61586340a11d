//! What a schedule can come to: its months, their number, and what is summed over them.

use super::spread::{Spread, Spreading};
use super::value::Value;
use crate::formula::{Aggregate, Expression};
use crate::policy::Schedule;
use crate::values::{Date, Number};

impl Spreading<'_> {
    /// What a column of a schedule runs through, from its first row to its last.
    pub(super) fn spread_made(&self, table: usize, column: usize) -> Option<Spread> {
        let (first, count) = self.spread_schedule(table)?;
        if column == Schedule::NUMBER {
            return Some(Spread::numbers(Number::from(1), count.number_ends()?.1));
        }
        let (Value::Date(from), Value::Date(to)) = first.ends()? else { return None };
        let months = i32::try_from(count.number_ends()?.1.as_integer()?).ok()?;
        let month = |day: &Date| Date::new(day.year(), day.month(), 1);
        let last = month(to)?.add_months((months - 1).max(0))?;
        Some(Spread::Between(Value::Date(month(from)?), Value::Date(last)))
    }

    /// The first day and the number of months; `None` where either is not within what is known.
    fn spread_schedule(&self, table: usize) -> Option<(Spread, Spread)> {
        let schedule = self.situation.policy.tables[table].schedule.as_ref()?;
        let [first, count] = schedule.formulas().map(|formula| self.spread(formula));
        Some((first, count))
    }

    pub(super) fn spread_of_made(
        &self,
        aggregate: Aggregate,
        table: usize,
        operands: &[Expression],
    ) -> Option<Spread> {
        let (first, count) = self.spread_schedule(table)?;
        if first == Spread::Missing || count == Spread::Missing {
            return Some(Spread::Missing);
        }
        match (aggregate, operands) {
            (Aggregate::Count, []) => Some(count),
            // So many times the least, to so many times the most.
            (Aggregate::Sum, [number]) => {
                let (fewest, most) = count.number_ends()?;
                let (least, greatest) = match self.spread(number) {
                    Spread::Missing => return Some(Spread::Missing),
                    spread => spread.number_ends()?,
                };
                let from = if least.is_negative() { most } else { fewest };
                let to = if greatest.is_negative() { fewest } else { most };
                Some(Spread::numbers(least.times(from).ok()?, greatest.times(to).ok()?))
            }
            _ => None,
        }
    }
}
