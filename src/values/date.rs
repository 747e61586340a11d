//! Civil dates.

use core::fmt;

use chrono::{Datelike as _, Months, NaiveDate};

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

    /// The same day of a later month; a day that does not exist becomes the last of that month.
    pub fn add_months(self, months: u32) -> Option<Date> {
        self.0.checked_add_months(Months::new(months)).map(Date)
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
}
