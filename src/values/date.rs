//! Civil dates.

use core::fmt;

use chrono::{Datelike as _, Months, NaiveDate, TimeDelta};

use super::digits;

/// A day of the Gregorian calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(NaiveDate);

impl Date {
    /// The day, if it exists.
    pub const fn new(year: i32, month: u32, day: u32) -> Option<Date> {
        match NaiveDate::from_ymd_opt(year, month, day) {
            Some(date) => Some(Date(date)),
            None => None,
        }
    }

    /// Reads exactly `YYYY-MM-DD`.
    pub fn parse(text: &str) -> Option<Date> {
        let mut parts = text.split('-');
        let mut number = |length: usize| {
            let part = parts.next()?;
            let digits = part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit());
            digits.then(|| part.parse::<u32>().ok())?
        };
        let (year, month, day) = (number(4)?, number(2)?, number(2)?);
        if parts.next().is_some() {
            return None;
        }
        Date::new(i32::try_from(year).ok()?, month, day)
    }

    /// The day of birth in the number of a citizen: the seventh to the fourteenth digit.
    pub(crate) fn of_birth(number: &str) -> Option<Date> {
        let mut digits = number.bytes().skip(6);
        let mut part = |length: usize| {
            digits.by_ref().take(length).try_fold(0, |part, digit| {
                digit.is_ascii_digit().then(|| part * 10 + u32::from(digit - b'0'))
            })
        };
        let (year, month, day) = (part(4)?, part(2)?, part(2)?);
        Date::new(year.cast_signed(), month, day)
    }

    /// The year.
    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// The month, from 1 to 12.
    pub fn month(self) -> u32 {
        self.0.month()
    }

    /// The day of the week, from 1 for Monday to 7.
    pub(crate) fn weekday(self) -> u32 {
        self.0.weekday().number_from_monday()
    }

    /// Whether it is a Saturday or a Sunday.
    pub fn is_weekend(self) -> bool {
        self.weekday() > 5
    }

    /// The day after.
    pub fn next(self) -> Option<Date> {
        self.0.succ_opt().map(Date)
    }

    /// The same day of a later month, or of an earlier one; a day that does not exist becomes the last of that month.
    pub fn add_months(self, months: i32) -> Option<Date> {
        let count = Months::new(months.unsigned_abs());
        let date = if months < 0 {
            self.0.checked_sub_months(count)
        } else {
            self.0.checked_add_months(count)
        };
        date.map(Date)
    }

    /// So many days later, or earlier.
    pub fn add_days(self, days: i32) -> Option<Date> {
        self.0.checked_add_signed(TimeDelta::days(days.into())).map(Date)
    }

    /// The last day of its month.
    pub(crate) fn last_of_month(self) -> Option<Date> {
        Date::new(self.year(), self.month(), 1)?.add_months(1)?.add_days(-1)
    }

    /// Days from this one to another, negative where that is earlier.
    pub(crate) fn days_until(self, other: Date) -> i64 {
        other.0.signed_duration_since(self.0).num_days()
    }

    /// Whole months until another day: as many as can be added without passing it.
    pub(crate) fn months_until(self, other: Date) -> Option<i32> {
        let years = other.year().checked_sub(self.year())?;
        let months = i32::try_from(other.month()).ok()? - i32::try_from(self.month()).ok()?;
        let months = years.checked_mul(12)?.checked_add(months)?;
        Some(if self.add_months(months)? > other { months - 1 } else { months })
    }
}

/// Days as numbers, for packs.
impl Date {
    /// Counted from the first day of the first year.
    pub(crate) fn days(self) -> i32 {
        self.0.num_days_from_ce()
    }

    /// Of the years that can be written with four digits.
    pub(crate) fn from_days(days: i32) -> Option<Date> {
        let date = NaiveDate::from_num_days_from_ce_opt(days);
        date.filter(|date| date.year() < 10_000).map(Date)
    }

    /// One that stands for none.
    pub(crate) fn any() -> Date {
        Date(NaiveDate::default())
    }
}

impl Date {
    /// Adds it to a text, as `YYYY-MM-DD`.
    pub(crate) fn write(self, to: &mut String) {
        // Formulas can come to years that no input allows.
        match u32::try_from(self.year()) {
            Ok(year @ ..10_000) => digits::write_padded(to, year, 4),
            _ => to.extend([format!("{:04}", self.year())]),
        }
        for part in [self.month(), self.0.day()] {
            to.push('-');
            digits::write_padded(to, part, 2);
        }
    }
}

impl fmt::Display for Date {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = String::new();
        self.write(&mut text);
        formatter.write_str(&text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_real_days_in_one_form_are_dates() {
        assert_eq!(Date::parse("2024-02-29"), Date::new(2024, 2, 29));
        for wrong in ["2023-02-29", "2024-2-29", "24-02-29", "2024-02-29x", "2024/02/29", ""] {
            assert_eq!(Date::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn years_beyond_four_digits_are_written_too() {
        for (year, text) in [(7, "0007-01-05"), (12_345, "12345-01-05"), (-5, "-005-01-05")] {
            assert_eq!(Date::new(year, 1, 5).unwrap().to_string(), text);
        }
    }

    #[test]
    fn three_months_after_the_last_of_november_is_the_last_of_february() {
        let filed = Date::parse("2022-11-30").unwrap();
        assert_eq!(filed.add_months(3).unwrap().to_string(), "2023-02-28");
    }

    #[test]
    fn months_can_be_taken_off_too_and_a_missing_day_becomes_the_last() {
        let date = Date::parse("2024-03-31").unwrap();
        assert_eq!(date.add_months(-1).unwrap().to_string(), "2024-02-29");
        assert_eq!(date.add_days(-31).unwrap().to_string(), "2024-02-29");
        assert_eq!(date.add_months(-1).unwrap().last_of_month().unwrap().to_string(), "2024-02-29");
    }

    #[test]
    fn a_month_is_whole_on_the_same_day_of_the_next_or_on_its_last() {
        for (from, to, months) in [
            ("2024-01-15", "2024-02-14", 0),
            ("2024-01-15", "2024-02-15", 1),
            ("2024-01-31", "2024-02-28", 0),
            ("2024-01-31", "2024-02-29", 1),
            ("2023-12-01", "2024-12-01", 12),
            ("2024-02-15", "2024-01-15", -1),
            ("2024-02-15", "2024-01-16", -1),
            ("2024-02-15", "2024-02-14", -1),
        ] {
            let [from, to] = [from, to].map(|text| Date::parse(text).unwrap());
            assert_eq!(from.months_until(to), Some(months), "{from} {to}");
        }
    }
}
