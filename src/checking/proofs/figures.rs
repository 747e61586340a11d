//! Formulas that would have no value: days without a figure, or beyond the calendar.

use super::all_answers;
use crate::checking::load::{EARLIEST, LATEST};
use crate::document::Diagnostic;
use crate::evaluation::{Spreading, Value};
use crate::formula::{Expression, Function, Part};
use crate::policy::Policy;
use crate::values::{Calendar, Date, text};

/// Parameters that have no figure on some of the days for which they are asked.
pub(crate) fn gaps(policy: &Policy, calendar: &Calendar, parts: &[Part]) -> Vec<Diagnostic> {
    let days = Days::of(policy, calendar, parts);
    let mut found = Vec::new();
    for part in parts {
        let (index, day) = match &part.expression {
            Expression::ParameterOn(index, day) => (*index, Some(&**day)),
            Expression::ParameterBy(index, operands) | Expression::Slices(index, operands) => {
                (*index, operands.get(policy.parameters[*index].keys()))
            }
            _ => continue,
        };
        let Some(operand) = day else { continue };
        let parameter = &policy.parameters[index];
        let first = parameter.history.first().and_then(|figure| figure.from);
        let name = &parameter.label.name;
        let outside = |(from, to): (Option<Date>, Option<Date>)| {
            let early = from.zip(first).filter(|(from, first)| from < first);
            let late = to.zip(parameter.until).filter(|(to, until)| to > until);
            match (early, late) {
                (Some((from, first)), _) => Some(text!(
                    "“{name}”从 {first} 起才有数值，而这里最早可以用到 {from}",
                    "“{name}” has figures from {first} on, but is asked for days from {from} on"
                )),
                (None, Some((to, until))) => Some(text!(
                    "“{name}”的数值到 {until} 为止，而这里最晚可以用到 {to}",
                    "“{name}” has figures up to {until}, but is asked for days up to {to}"
                )),
                (None, None) => None,
            }
        };
        let Some(message) = days.problem(part, operand, outside) else { continue };
        found.push(Diagnostic::new(&part.place, message).help(text!(
            "请补上这段时间的数值，或用上下限把可填的日期、年份限制在有数值的期间",
            "add the figures for that time, or bound the dates or years that can be filled in"
        )));
    }
    found
}

/// The days that operands can give.
struct Days<'p> {
    policy: &'p Policy,
    parts: &'p [Part],
    all: Spreading<'p>,
    /// Only those to which the comparisons around an operand lead.
    led_to: Spreading<'p>,
}

impl<'p> Days<'p> {
    fn of(policy: &'p Policy, calendar: &'p Calendar, parts: &'p [Part]) -> Days<'p> {
        let led_to = all_answers(policy, calendar).with_comparisons();
        Days { policy, parts, all: all_answers(policy, calendar), led_to }
    }

    /// What is wrong with the first and the last day of an operand in this part of a formula, unless the comparisons around
    /// the part keep such days out.
    fn problem<T>(
        &self,
        part: &Part,
        operand: &Expression,
        wrong: impl Fn((Option<Date>, Option<Date>)) -> Option<T>,
    ) -> Option<T> {
        let problem = wrong(self.ends(&self.all, operand))?;
        let mut around = self.parts.iter().rev();
        let formula = around.find(|outer| outer.place.contains(&part.place))?;
        let mut is_kept_out = true;
        self.led_to.visit(&formula.expression, &mut |inner| {
            if *inner == part.expression {
                is_kept_out &= wrong(self.ends(&self.led_to, operand)).is_none();
            }
        });
        (!is_kept_out).then_some(problem)
    }

    /// Where an operand is open, the period of the policy counts.
    fn ends(
        &self,
        spreading: &Spreading<'_>,
        operand: &Expression,
    ) -> (Option<Date>, Option<Date>) {
        let spread = spreading.spread(operand);
        let day = |value: &Value| match value {
            Value::Date(date) => Some(*date),
            Value::Number(year) => Date::new(i32::try_from(year.as_integer()?).ok()?, 1, 1),
            _ => None,
        };
        let ends = spread.ends();
        let from = ends.and_then(|ends| day(ends.0)).filter(|from| Some(*from) > EARLIEST);
        let to = ends.and_then(|ends| day(ends.1)).filter(|to| Some(*to) < LATEST);
        (from.or(self.policy.from), to.or(self.policy.to))
    }
}

/// Days looked up in the calendar that it does not have. A deadline that cannot be told is only left out.
pub(crate) fn beyond_calendar(
    policy: &Policy,
    calendar: &Calendar,
    parts: &[Part],
) -> Vec<Diagnostic> {
    let years = || calendar.years.iter().map(|year| year.year);
    let (Some(first), Some(last)) = (years().min(), years().max()) else { return Vec::new() };
    let days = Days::of(policy, calendar, parts);
    let mut found = Vec::new();
    for part in parts.iter().filter(|part| !part.place.path.starts_with("deadline")) {
        let day = match &part.expression {
            Expression::Call(Function::AddWorkingDays | Function::WorkingDayFrom, operands) => {
                operands.first()
            }
            Expression::DayClass { date, .. } => Some(date.as_ref()),
            _ => None,
        };
        let Some(operand) = day else { continue };
        let beyond = |day: &Date| !(first..=last).contains(&day.year());
        let outside = |(from, to): (Option<Date>, Option<Date>)| {
            from.filter(beyond).or_else(|| to.filter(beyond))
        };
        let Some(day) = days.problem(part, operand, outside) else { continue };
        let message = text!(
            "放假安排收录了{first}年至{last}年，而这里可以用到 {day}",
            "the calendar has the holidays of {first} to {last}, but is asked for {day}"
        );
        found.push(Diagnostic::new(&part.place, message).help(text!(
            "请用 earliest、latest 把可填的日期限制在这些年内，或补上放假安排",
            "bound the dates that can be filled in by earliest and latest, or add the holidays"
        )));
    }
    found
}
