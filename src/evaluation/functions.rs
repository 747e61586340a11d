//! What formulas compute by a word: functions, aggregates over rows, grades of a classification.

use super::evaluate::compare;
use super::groups::{Places, add_to_key};
use super::situation::Situation;
use super::value::{Evaluated, Failure, Value};
use crate::formula::{Aggregate, Comparison, Expression, Function};
use crate::values::{Date, Number, RARE, Rounding};

impl Situation<'_> {
    pub(super) fn call(&self, function: Function, arguments: &[Expression]) -> Evaluated {
        match function {
            Function::Minimum => self.extreme(arguments, Comparison::Less),
            Function::Maximum => self.extreme(arguments, Comparison::Greater),
            Function::RoundHalfUp => self.rounded(arguments, Rounding::HalfUp),
            Function::RoundDown => self.rounded(arguments, Rounding::Down),
            Function::RoundUp => self.rounded(arguments, Rounding::Up),
            Function::BirthDate if RARE => Ok(match self.evaluate(&arguments[0])? {
                Some(Value::Text(number)) => Date::of_birth(&number).map(Value::Date),
                _ => None,
            }),
            Function::FirstOfMonth => {
                let (Some(year), Some(month)) =
                    (self.number(&arguments[0])?, self.number(&arguments[1])?)
                else {
                    return Ok(None);
                };
                let date = integer(year)
                    .zip(integer(month).and_then(|month| u32::try_from(month).ok()))
                    .and_then(|(year, month)| Date::new(year, month, 1));
                in_range(date)
            }
            _ => {
                let Some(Value::Date(date)) = self.evaluate(&arguments[0])? else {
                    return Ok(None);
                };
                match arguments.get(1).map(|second| self.evaluate(second)).transpose()? {
                    Some(None) => Ok(None),
                    Some(Some(Value::Number(count))) => self.later(function, date, count),
                    Some(Some(Value::Date(other))) => between(function, date, other),
                    _ => self.of_day(function, date),
                }
            }
        }
    }

    /// The least or the greatest number, the first or the last day.
    fn extreme(&self, arguments: &[Expression], wanted: Comparison) -> Evaluated {
        let mut best: Option<Value> = None;
        for argument in arguments {
            let Some(value) = self.evaluate(argument)? else {
                return Ok(None);
            };
            best = match best {
                Some(best) if !compare(wanted, &value, &best)? => Some(best),
                _ => Some(value),
            };
        }
        Ok(best)
    }

    fn rounded(&self, arguments: &[Expression], rounding: Rounding) -> Evaluated {
        let (Some(number), Some(step)) = (self.number(&arguments[0])?, self.number(&arguments[1])?)
        else {
            return Ok(None);
        };
        let rounded = number.to_multiple(step, rounding)?.ok_or(Failure::DivisionByZero)?;
        Ok(Some(Value::Number(rounded)))
    }

    /// The day so much later.
    fn later(&self, function: Function, date: Date, count: Number) -> Evaluated {
        let count = integer(count).ok_or(Failure::DateOutOfRange)?;
        if function == Function::AddWorkingDays {
            let count = u32::try_from(count).map_err(|_| Failure::DateOutOfRange)?;
            let day = self.calendar.add_working_days(date, count);
            return day.map(|day| Some(Value::Date(day))).ok_or(Failure::NoCalendar(date));
        }
        in_range(match function {
            Function::AddDays => date.add_days(count),
            Function::AddYears => count.checked_mul(12).and_then(|months| date.add_months(months)),
            _ => date.add_months(count),
        })
    }

    /// What there is to say of one day.
    fn of_day(&self, function: Function, date: Date) -> Evaluated {
        match function {
            Function::YearOf => Ok(Some(Value::Number(Number::from(i64::from(date.year()))))),
            Function::WorkingDayFrom => {
                let day = self.calendar.working_day_from(date);
                day.map(|day| Some(Value::Date(day))).ok_or(Failure::NoCalendar(date))
            }
            Function::LastOfMonth => in_range(date.last_of_month()),
            _ => in_range(Date::new(date.year(), date.month(), 1)),
        }
    }

    pub(super) fn aggregate(
        &self,
        aggregate: Aggregate,
        table: usize,
        operands: &[Expression],
    ) -> Evaluated {
        let Some(judged) = self.judged(table)? else { return Ok(None) };
        let mut count = 0_i64;
        let mut sum = Number::ZERO;
        let mut groups = Places::default();
        let mut sums: Vec<Number> = Vec::new();
        let mut best: Option<Value> = None;
        let before = self.row[table].get();
        for row in (0..judged.len()).filter(|row| judged[*row].is_accepted()) {
            self.row[table].set(row);
            match aggregate {
                Aggregate::Count | Aggregate::Any => {
                    let counts = match operands {
                        [condition] => self.truth(condition)?,
                        _ => Some(true),
                    };
                    let Some(counts) = counts else { return Ok(None) };
                    count += i64::from(counts);
                }
                Aggregate::Sum | Aggregate::Mean => {
                    let Some(number) = self.number(&operands[0])? else { return Ok(None) };
                    sum = sum.plus(number)?;
                    count += 1;
                }
                Aggregate::LargestSum => {
                    let Some((number, by)) = operands.split_last() else { return Ok(None) };
                    let (Some(group), Some(number)) = (self.group(by)?, self.number(number)?)
                    else {
                        return Ok(None);
                    };
                    let place = groups.of(group);
                    sums.resize(groups.len(), Number::ZERO);
                    sums[place] = sums[place].plus(number)?;
                }
                Aggregate::Distinct => {
                    let Some(group) = self.group(operands)? else { return Ok(None) };
                    groups.of(group);
                }
                Aggregate::Least | Aggregate::Greatest => {
                    let Some(value) = self.evaluate(&operands[0])? else { return Ok(None) };
                    let is_better = match &best {
                        None => true,
                        Some(best) if aggregate == Aggregate::Least => {
                            compare(Comparison::Less, &value, best)?
                        }
                        Some(best) => compare(Comparison::Greater, &value, best)?,
                    };
                    best = if is_better { Some(value) } else { best };
                }
            }
        }
        self.row[table].set(before);
        Ok(Some(match aggregate {
            Aggregate::Count => Value::Number(Number::from(count)),
            Aggregate::Distinct => {
                Value::Number(Number::from(i64::try_from(groups.len()).unwrap_or(i64::MAX)))
            }
            Aggregate::Any => Value::Boolean(count > 0),
            Aggregate::Sum => Value::Number(sum),
            Aggregate::LargestSum => {
                let mut largest = Number::ZERO;
                for number in sums {
                    if number.compare(largest)?.is_gt() {
                        largest = number;
                    }
                }
                Value::Number(largest)
            }
            Aggregate::Mean => match sum.over(Number::from(count))? {
                Some(mean) => Value::Number(mean),
                None => return self.evaluate(&operands[1]),
            },
            Aggregate::Least | Aggregate::Greatest => match best {
                Some(best) => best,
                None => return self.evaluate(&operands[1]),
            },
        }))
    }

    /// What rows of one group have in common. Cells that are empty, or not asked, are alike.
    pub(super) fn group(&self, by: &[Expression]) -> Result<Option<String>, Failure> {
        let mut group = String::new();
        for part in by {
            let value = self.evaluate(part)?;
            if value.is_none() && !matches!(part, Expression::Column(..)) {
                return Ok(None);
            }
            add_to_key(&mut group, value.as_ref());
        }
        Ok(Some(group))
    }

    pub(crate) fn classification_row(&self, index: usize) -> Option<usize> {
        let by = Expression::Input(self.policy.classifications[index].by);
        match self.evaluate(&by) {
            Ok(Some(Value::Choice(row))) => Some(row),
            _ => None,
        }
    }

    /// The first grade whose lower bounds are all reached; an open bound leaves the grade open unless another one fails.
    pub(super) fn grade(&self, index: usize) -> Result<Option<usize>, Failure> {
        let classification = &self.policy.classifications[index];
        let Some(row) = self.classification_row(index) else {
            return Ok(None);
        };
        let (last, grades) = match classification.grades.split_last() {
            Some((last, grades)) => (*last, grades),
            None => return Ok(None),
        };
        for (position, grade) in grades.iter().enumerate() {
            let mut reached = Some(true);
            for (input, bounds) in classification.indicators.iter().zip(&classification.rows[row]) {
                let Some(bounds) = bounds else { continue };
                match self.number(&Expression::Input(*input))? {
                    Some(number) if number.compare(bounds[position])?.is_lt() => {
                        reached = Some(false);
                        break;
                    }
                    Some(_) => {}
                    None => reached = None,
                }
            }
            match reached {
                Some(true) => return Ok(Some(*grade)),
                Some(false) => {}
                None => return Ok(None),
            }
        }
        Ok(Some(last))
    }
}

fn integer(number: Number) -> Option<i32> {
    number.as_integer().and_then(|number| i32::try_from(number).ok())
}

fn in_range(date: Option<Date>) -> Evaluated {
    date.map(|date| Some(Value::Date(date))).ok_or(Failure::DateOutOfRange)
}

/// The time from one day to another.
fn between(function: Function, from: Date, to: Date) -> Evaluated {
    let months = |to: Option<Date>| to.and_then(|to| from.months_until(to)).map(i64::from);
    let time = match function {
        Function::Days => Some(from.days_until(to)),
        Function::WholeMonths => months(Some(to)),
        Function::WholeYears => months(Some(to)).map(|months| months.div_euclid(12)),
        // A year of one's life is full when the birthday has passed.
        _ => months(to.add_days(-1)).map(|months| months.div_euclid(12)),
    };
    time.map(|time| Some(Value::Number(Number::from(time)))).ok_or(Failure::DateOutOfRange)
}
