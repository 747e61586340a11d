//! What parameters are: by choices, by steps of a scale, by the day.

use super::situation::Situation;
use super::value::{Failure, Value};
use crate::formula::Expression;
use crate::policy::{Figure, Setting};
use crate::values::{Date, Number};

impl From<Setting> for Value {
    fn from(setting: Setting) -> Value {
        match setting {
            Setting::Number(number) => Value::Number(number),
            Setting::Day(day) => Value::Date(day),
        }
    }
}

impl Situation<'_> {
    /// A parameter of one figure.
    pub(super) fn constant(&self, index: usize) -> Option<Setting> {
        let replaced = self.readings.iter().flat_map(|reading| &reading.parameters);
        let mut replaced = replaced.filter(|entry| entry.0 == index);
        match replaced.next() {
            Some((_, setting)) => Some(*setting),
            None => self.policy.parameters[index].constant(),
        }
    }

    /// What a parameter is, by what its operands come to: a choice for each key, or the number on its scale; then the day.
    pub(super) fn setting(
        &self,
        index: usize,
        operands: &[Expression],
    ) -> Result<Option<Setting>, Failure> {
        let parameter = &self.policy.parameters[index];
        let mut place = 0;
        for (key, operand) in parameter.by.iter().zip(operands) {
            let Some(Value::Choice(choice)) = self.evaluate(operand)? else { return Ok(None) };
            place = place * self.policy.choice_sets[key.choices].choices.len() + choice;
        }
        let Some(figure) = self.figure(index, operands)? else { return Ok(None) };
        if parameter.scale.is_some() {
            let Some(number) = self.number(&operands[0])? else { return Ok(None) };
            while let Some(limit) = figure.limits.get(place) {
                let order = number.compare(limit.at)?;
                if order.is_lt() || (order.is_eq() && limit.included) {
                    break;
                }
                place += 1;
            }
        }
        Ok(figure.settings.get(place).copied())
    }

    /// The slices into which a scale cuts a number, and the figure of each. `None` while something is open.
    pub(crate) fn slices(
        &self,
        index: usize,
        operands: &[Expression],
    ) -> Result<Option<Vec<(Number, Number)>>, Failure> {
        let (Some(figure), Some(number)) =
            (self.figure(index, operands)?, self.number(&operands[0])?)
        else {
            return Ok(None);
        };
        let mut slices = Vec::new();
        let mut from = Number::ZERO;
        for (step, setting) in figure.settings.iter().enumerate() {
            let to = match figure.limits.get(step) {
                Some(limit) if number.compare(limit.at)?.is_gt() => limit.at,
                _ => number,
            };
            if !to.compare(from)?.is_gt() {
                break;
            }
            let size = to.minus(from)?;
            slices.extend(setting.number().map(|rate| (size, rate)));
            from = to;
        }
        Ok(Some(slices))
    }

    pub(super) fn sum_of_slices(
        &self,
        index: usize,
        operands: &[Expression],
    ) -> Result<Option<Number>, Failure> {
        let Some(slices) = self.slices(index, operands)? else { return Ok(None) };
        let mut sum = Number::ZERO;
        for (size, rate) in slices {
            sum = sum.plus(size.times(rate)?)?;
        }
        Ok(Some(sum))
    }

    /// What holds on the day that stands behind the keys, or throughout.
    pub(super) fn figure(
        &self,
        index: usize,
        operands: &[Expression],
    ) -> Result<Option<&Figure>, Failure> {
        let parameter = &self.policy.parameters[index];
        let Some(operand) = operands.get(parameter.keys()) else {
            return Ok(parameter.figure(None));
        };
        let Some(day) = self.day(operand)? else { return Ok(None) };
        parameter.figure(Some(day)).map(Some).ok_or(Failure::NoFigure(index, day))
    }

    /// The day that an operand gives: a date, or the first day of a year.
    fn day(&self, operand: &Expression) -> Result<Option<Date>, Failure> {
        Ok(match self.evaluate(operand)? {
            Some(Value::Date(date)) => Some(date),
            Some(Value::Number(year)) => {
                let first = year.as_integer().and_then(|year| i32::try_from(year).ok());
                let first = first.and_then(|year| Date::new(year, 1, 1));
                Some(first.ok_or(Failure::DateOutOfRange)?)
            }
            _ => None,
        })
    }
}
