//! The answers that a policy is applied to, and what has followed from them so far.

use core::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;

use super::peers::Groups;
use super::value::{Evaluated, Failure, Judgement, Row, Value};
use crate::policy::{Formula, Policy, Reading, Schedule};
use crate::values::{Calendar, Date, Number};

/// The rows of a schedule; `None` while what makes them is open.
type Made = Result<Option<Rc<[Row]>>, Failure>;

/// A policy applied to a set of answers.
pub(crate) struct Situation<'p> {
    pub(crate) policy: &'p Policy,
    pub(crate) calendar: &'p Calendar,
    pub(super) answers: Vec<Option<Value>>,
    /// Each value, once it has been asked for; likewise whether each input is asked.
    values: Vec<OnceCell<Evaluated>>,
    asked: Vec<OnceCell<Option<bool>>>,
    /// Each table's rows, judged; `None` while the table is not given or a check is open.
    pub(super) judged: Vec<OnceCell<Result<Option<Vec<Judgement>>, Failure>>>,
    /// The rows of each schedule, once they have been asked for.
    made: Vec<OnceCell<Made>>,
    /// Rows by what they agree in, for each expression that has been asked for.
    pub(super) groups: RefCell<Vec<(usize, Rc<Groups>)>>,
    /// The row at hand, by table.
    pub(crate) row: Vec<Cell<usize>>,
    /// What is worked out otherwise, by other readings of the notice. The one taken last comes first, and counts.
    pub(super) readings: Vec<&'p Reading>,
}

impl<'p> Situation<'p> {
    /// `answers` has an entry for each input; `None` where it is not given.
    pub(crate) fn new(
        policy: &'p Policy,
        calendar: &'p Calendar,
        answers: Vec<Option<Value>>,
    ) -> Situation<'p> {
        Situation {
            values: vec![OnceCell::new(); policy.values.len()],
            asked: vec![OnceCell::new(); policy.inputs.len()],
            judged: vec![OnceCell::new(); policy.tables.len()],
            made: vec![OnceCell::new(); policy.tables.len()],
            groups: RefCell::default(),
            row: vec![Cell::new(0); policy.tables.len()],
            policy,
            calendar,
            answers,
            readings: Vec::new(),
        }
    }

    pub(crate) fn answer(&self, input: usize) -> Option<&Value> {
        self.answers[input].as_ref()
    }

    /// Whether nothing is answered.
    pub(crate) fn is_empty(&self) -> bool {
        self.answers.iter().all(Option::is_none)
    }

    /// The answers, to be given anew: everything that followed from those before is forgotten.
    pub(crate) fn answers_anew(&mut self) -> &mut [Option<Value>] {
        self.values.iter_mut().for_each(|value| *value = OnceCell::new());
        self.asked.iter_mut().for_each(|asked| *asked = OnceCell::new());
        self.judged.iter_mut().for_each(|judged| *judged = OnceCell::new());
        self.groups.get_mut().clear();
        self.made.iter_mut().for_each(|made| *made = OnceCell::new());
        &mut self.answers
    }

    /// The same answers, of which nothing has followed yet.
    #[cfg(feature = "analysis")]
    pub(crate) fn copy(&self) -> Situation<'p> {
        self.with_answers(self.answers.clone())
    }

    /// The same situation with one answer changed.
    pub(crate) fn with_answer(&self, input: usize, answer: Option<Value>) -> Situation<'p> {
        self.with_each([(input, answer)])
    }

    /// The same situation with some answers changed.
    pub(crate) fn with_each(
        &self,
        changes: impl IntoIterator<Item = (usize, Option<Value>)>,
    ) -> Situation<'p> {
        let mut answers = self.answers.clone();
        for (input, answer) in changes {
            answers[input] = answer;
        }
        self.with_answers(answers)
    }

    fn with_answers(&self, answers: Vec<Option<Value>>) -> Situation<'p> {
        let readings = self.readings.clone();
        Situation { readings, ..Situation::new(self.policy, self.calendar, answers) }
    }

    /// The same situation by another reading of the notice.
    pub(crate) fn with_reading(&self, reading: &'p Reading) -> Situation<'p> {
        let mut other = self.with_answers(self.answers.clone());
        other.readings.insert(0, reading);
        other
    }

    /// Whether the notice is read as the policy has it.
    pub(crate) fn is_by_rule(&self) -> bool {
        self.readings.is_empty()
    }

    /// Whether an input is asked; `None` while that is open.
    pub(crate) fn is_asked(&self, input: usize) -> Option<bool> {
        let Some(formula) = &self.policy.inputs[input].when else {
            return Some(true);
        };
        // A failure leaves the question open: the input is neither ignored nor called for.
        *self.asked[input].get_or_init(|| self.truth(&formula.expression).unwrap_or(None))
    }

    /// An answer that counts: an input that is not asked has none, whatever was given for it.
    pub(super) fn given(&self, input: usize) -> Option<&Value> {
        let answer = self.answers[input].as_ref()?;
        if self.is_asked(input) == Some(true) { Some(answer) } else { None }
    }

    /// What a value is computed by, as the notice is read here.
    pub(crate) fn definition(&self, index: usize) -> &'p Formula {
        let replaced = self.readings.iter().flat_map(|reading| &reading.values);
        let mut replaced = replaced.filter(|entry| entry.0 == index);
        replaced.next().map_or(&self.policy.values[index].formula, |entry| &entry.1)
    }

    pub(crate) fn value(&self, index: usize) -> Result<Option<&Value>, Failure> {
        self.values[index]
            .get_or_init(|| self.evaluate(&self.definition(index).expression))
            .as_ref()
            .map(Option::as_ref)
            .map_err(|failure| *failure)
    }

    /// The rows of a table; `None` while it is not given, or what makes them is open.
    pub(crate) fn rows(&self, table: usize) -> Result<Option<&Rc<[Row]>>, Failure> {
        if let Some(schedule) = &self.policy.tables[table].schedule {
            let made = self.made[table].get_or_init(|| self.make_rows(schedule));
            return made.as_ref().map(Option::as_ref).map_err(|failure| *failure);
        }
        let Some(input) = self.policy.table_input(table) else { return Ok(None) };
        Ok(match &self.answers[input] {
            Some(Value::Rows(rows)) if self.is_asked(input) == Some(true) => Some(rows),
            _ => None,
        })
    }

    /// Whether something holds in some row of the first table and, for each of these, in some row of the next.
    #[cfg(feature = "checking")]
    pub(crate) fn in_some_row(&self, tables: &[usize], holds: &dyn Fn() -> bool) -> bool {
        let Some((&table, inner)) = tables.split_first() else { return holds() };
        let rows = self.rows(table).ok().flatten();
        (0..rows.map_or(0, |rows| rows.len())).any(|row| {
            self.row[table].set(row);
            self.in_some_row(inner, holds)
        })
    }

    /// A row for each month from the first on.
    fn make_rows(&self, schedule: &Schedule) -> Made {
        let [first, count] = schedule.formulas();
        let (Some(Value::Date(first)), Some(count)) = (self.evaluate(first)?, self.number(count)?)
        else {
            return Ok(None);
        };
        let count = count.as_integer().and_then(|count| i32::try_from(count).ok());
        let count = count.filter(|count| (0..=Schedule::MOST_MONTHS).contains(count));
        let first = Date::new(first.year(), first.month(), 1);
        let row = |month: i32| {
            let day = first.and_then(|first| first.add_months(month))?;
            let number = Number::from(i64::from(month) + 1);
            Some(vec![Some(Value::Date(day)), Some(Value::Number(number))])
        };
        let rows: Option<Rc<[Row]>> = count.and_then(|count| (0..count).map(row).collect());
        rows.map(Some).ok_or(Failure::DateOutOfRange)
    }

    /// A cell of the row at hand. A cell that is not asked for in this row is empty, whatever stands there.
    pub(super) fn cell(&self, table: usize, column: usize) -> Option<Value> {
        let rows = self.rows(table).ok()??;
        let cell = rows[self.row[table].get()][column].clone()?;
        match &self.policy.tables[table].columns[column].when {
            Some(when) if self.truth(&when.expression) != Ok(Some(true)) => None,
            _ => Some(cell),
        }
    }
}
