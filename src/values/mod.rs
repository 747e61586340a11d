//! What everything else is made of: numbers, units, days, texts in two languages, and how results are written down.

mod calendar;
mod data;
mod date;
pub(crate) mod digits;
mod locale;
mod nearest;
mod number;
mod rare;
mod raw;
mod selection;
pub(crate) mod sha256;
mod unit;

pub use calendar::{Calendar, CalendarYear, DayClass};
pub use data::{Data, Token};
pub use date::Date;
pub(crate) use locale::text;
pub use locale::{Locale, Text};
pub(crate) use nearest::nearest;
pub use number::{Number, Overflow};
pub(crate) use number::{Rounding, shortest};
pub(crate) use rare::{RARE, Rare};
pub use raw::{Raw, RawRow};
pub(crate) use selection::Selection;
pub use unit::Unit;
