//! The calendar that policies share.

use crate::values::{Calendar, CalendarYear, Date};

/// Public holidays, which policies share.
const CALENDAR: &str = include_str!("../../policies/calendar.toml");

/// The official calendar, from `policies/calendar.toml`.
///
/// # Panics
/// Where that file does not hold years with lists of dates.
pub fn calendar() -> Calendar {
    #[derive(serde::Deserialize)]
    struct File {
        year: Vec<Year>,
    }
    #[derive(serde::Deserialize)]
    #[allow(clippy::struct_field_names, reason = "the keys of the file")]
    struct Year {
        year: i32,
        holidays: Vec<toml::value::Datetime>,
        workdays: Vec<toml::value::Datetime>,
        statutory: Vec<toml::value::Datetime>,
    }
    let file: File = toml::from_str(CALENDAR).expect("the calendar holds years");
    let dates = |list: Vec<toml::value::Datetime>| {
        let dates = list.iter().map(|date| Date::parse(&date.to_string()));
        dates.collect::<Option<Vec<_>>>().expect("the calendar holds dates")
    };
    let years = file.year.into_iter().map(|year| CalendarYear {
        year: year.year,
        holidays: dates(year.holidays),
        workdays: dates(year.workdays),
        statutory: dates(year.statutory),
    });
    Calendar::new(years.collect())
}
