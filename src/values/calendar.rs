//! Working days, rest days and statutory holidays, by the announced arrangements.

use super::Date;

/// What kind of day it is for working time and overtime pay.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayClass {
    /// An ordinary working day, weekends that were made working days included.
    Workday,
    /// A weekend, or a day off that is not a statutory holiday.
    RestDay,
    /// A statutory holiday.
    StatutoryHoliday,
}

impl DayClass {
    /// All classes, with the ids that policies give them.
    pub(crate) const ALL: [(&'static str, DayClass); 3] = [
        ("workday", DayClass::Workday),
        ("restDay", DayClass::RestDay),
        ("statutoryHoliday", DayClass::StatutoryHoliday),
    ];
}

/// The announced arrangement of one year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalendarYear {
    /// The year.
    pub year: i32,
    /// Days off that are no weekend.
    pub holidays: Vec<Date>,
    /// Weekends that are working days.
    pub workdays: Vec<Date>,
    /// Statutory holidays, on weekends too.
    pub statutory: Vec<Date>,
}

/// The official calendar. It knows the years that have been announced and no others.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Calendar {
    pub(crate) years: Vec<CalendarYear>,
}

impl Calendar {
    /// A calendar of these years.
    pub fn new(years: Vec<CalendarYear>) -> Calendar {
        Calendar { years }
    }

    /// What kind of day it is; `None` for a year that has not been announced.
    pub fn class(&self, date: Date) -> Option<DayClass> {
        let year = self.years.iter().find(|year| year.year == date.year())?;
        Some(if year.statutory.contains(&date) {
            DayClass::StatutoryHoliday
        } else if year.holidays.contains(&date)
            || (date.is_weekend() && !year.workdays.contains(&date))
        {
            DayClass::RestDay
        } else {
            DayClass::Workday
        })
    }

    /// The day itself where it is a working day, or else the next; `None` where that leads beyond the calendar.
    pub(crate) fn working_day_from(&self, date: Date) -> Option<Date> {
        let mut day = date;
        while self.class(day)? != DayClass::Workday {
            day = day.next()?;
        }
        Some(day)
    }

    /// The working day that is `count` working days after `date`; `None` where that leads beyond the calendar.
    pub fn add_working_days(&self, date: Date, count: u32) -> Option<Date> {
        let mut day = date;
        let mut left = count;
        while left > 0 {
            day = day.next()?;
            left -= u32::from(self.class(day)? == DayClass::Workday);
        }
        Some(day)
    }
}
