//! Schedules: their months do not depend on themselves, and how many there are is always a number of months.

use core::cmp::Ordering;

use super::all_answers;
use super::wholes::{is_whole, rounding_help};
use crate::checking::load::ScheduleDraft;
use crate::document::Diagnostic;
use crate::formula::Expression;
use crate::policy::{Policy, Schedule};
use crate::values::{Calendar, Number, text};

/// Schedules whose first month, number of months or values depend on the schedule as a whole.
pub(crate) fn in_circles(policy: &Policy, schedules: &[ScheduleDraft<'_>]) -> Vec<Diagnostic> {
    let mut circles = Vec::new();
    for draft in schedules {
        let mut search = Search {
            policy,
            wanted: draft.table,
            values: vec![false; policy.values.len()],
            inputs: vec![false; policy.inputs.len()],
            tables: vec![false; policy.tables.len()],
        };
        let depends = |formula| search.depends(formula);
        if policy.tables[draft.table].formulas().any(depends) {
            let name = &policy.table_label(draft.table).0.name;
            let message = text!(
                "“{name}”有几个月、各月怎样算，取决于“{name}”自己",
                "the months of “{name}”, or what is worked out for them, depend on “{name}” as a whole"
            );
            circles.push(Diagnostic::new(draft.count(), message));
        }
    }
    circles
}

/// Looks for what depends on all rows of a table; everything is gone through once.
struct Search<'p> {
    policy: &'p Policy,
    wanted: usize,
    values: Vec<bool>,
    inputs: Vec<bool>,
    tables: Vec<bool>,
}

impl Search<'_> {
    fn depends(&mut self, expression: &Expression) -> bool {
        let policy = self.policy;
        let seen = |seen: &mut Vec<bool>, index: usize| core::mem::replace(&mut seen[index], true);
        let further = match expression {
            Expression::Aggregate(_, table, _) if *table == self.wanted => return true,
            Expression::Aggregate(_, table, _) if !seen(&mut self.tables, *table) => {
                let asked = policy.table_input(*table).is_some_and(|input| {
                    let when = policy.inputs[input].when.as_ref();
                    when.is_some_and(|when| self.depends(&when.expression))
                });
                asked || policy.tables[*table].formulas().any(|formula| self.depends(formula))
            }
            Expression::Value(index) if !seen(&mut self.values, *index) => {
                self.depends(&policy.values[*index].formula.expression)
            }
            Expression::Input(index) if !seen(&mut self.inputs, *index) => {
                let when = policy.inputs[*index].when.as_ref();
                when.is_some_and(|when| self.depends(&when.expression))
            }
            _ => false,
        };
        further || expression.operands().into_iter().any(|operand| self.depends(operand))
    }
}

/// Numbers of months that may be no whole number, below zero, or more than there can be.
pub(crate) fn unproved(
    policy: &Policy,
    calendar: &Calendar,
    schedules: &[ScheduleDraft<'_>],
) -> Vec<Diagnostic> {
    let spreading = all_answers(policy, calendar).with_comparisons();
    let mut found = Vec::new();
    for draft in schedules {
        let Some(schedule) = &policy.tables[draft.table].schedule else { continue };
        let count = &schedule.count.expression;
        let most = Number::from(i64::from(Schedule::MOST_MONTHS));
        let name = &schedule.label.name;
        if !is_whole(policy, count) {
            let message = text!(
                "“{name}”的月数不一定是整数",
                "the number of months of “{name}” may be no whole number"
            );
            found.push(Diagnostic::new(draft.count(), message).help(rounding_help("1个月")));
        }
        let within = spreading.spread(count).number_ends().is_some_and(|(fewest, largest)| {
            !fewest.is_negative() && largest.compare(most).is_ok_and(Ordering::is_le)
        });
        if !within {
            let limit = Schedule::MOST_MONTHS;
            let message = text!(
                "“{name}”的月数可能小于零，或没有上限",
                "the number of months of “{name}” may be below zero, or has no upper bound"
            );
            found.push(Diagnostic::new(draft.count(), message).help(text!(
                "请用“取大（…，0个月）”“取小（…，24个月）”或所填项目的上下限限制在 0 至 {limit} 个月",
                "keep it within 0 and {limit} by 取大（…，0个月）, 取小（…，24个月） or the bounds of what is filled in"
            )));
        }
    }
    found
}
