//! A whole form: answers, tables, and what they allow each other.

use super::answer::answer;
use super::limits::check_limits;
use super::problem::{Problem, ProblemCode};
use super::table::{GivenRows, check_rows, read_rows, too_many};
use super::unknown::unknown_field;
use crate::evaluation::{Row, Situation, Value};
use crate::policy::{Kind, Policy};
use crate::values::{Calendar, Raw};

/// Reads the fields of a form. Answers to questions that are not asked are left alone, right or wrong.
///
/// # Errors
/// All problems, in the order of the fields given.
pub(crate) fn read<'p>(
    policy: &'p Policy,
    calendar: &'p Calendar,
    fields: &[(String, Raw)],
) -> Result<Situation<'p>, Vec<Problem>> {
    let (situation, problems) = read_leniently(policy, calendar, fields);
    if problems.is_empty() { Ok(situation) } else { Err(problems) }
}

/// As [`read`], with bad answers, and bad rows, counting as not given.
pub(crate) fn read_leniently<'p>(
    policy: &'p Policy,
    calendar: &'p Calendar,
    fields: &[(String, Raw)],
) -> (Situation<'p>, Vec<Problem>) {
    let Reading { situation, problems, .. } = read_form(policy, calendar, fields);
    (situation, problems)
}

/// What could be read of a form.
pub(crate) struct Reading<'p> {
    /// Good answers and good rows.
    pub(crate) situation: Situation<'p>,
    /// What is wrong with the others.
    pub(crate) problems: Vec<Problem>,
    /// The rows of tables, good or bad.
    pub(crate) tables: Vec<ReadRows>,
}

/// The rows of a table as read.
pub(crate) struct ReadRows {
    /// Which input the table is.
    pub(crate) input: usize,
    /// Cells by column, empty where one is bad, of each row that is one.
    pub(crate) rows: Vec<Row>,
    /// The place at which each of these was given.
    pub(crate) places: Vec<usize>,
    /// The places of the good ones.
    pub(crate) good: Vec<usize>,
}

/// As [`read_leniently`], with what could be read of bad rows.
pub(crate) fn read_form<'p>(
    policy: &'p Policy,
    calendar: &'p Calendar,
    fields: &[(String, Raw)],
) -> Reading<'p> {
    let mut answers = vec![None; policy.inputs.len()];
    let mut problems = Vec::new();
    // Tables whose rows are still to be looked at.
    let mut given = Vec::new();
    for (id, raw) in fields {
        let Some(index) = policy.input(id) else {
            let message = unknown_field(id, policy.inputs.iter(), problems.len());
            problems.push((None, Problem::new(id, ProblemCode::UnknownField, message)));
            continue;
        };
        let input = &policy.inputs[index];
        if let (Kind::Table(table), Some(rows)) = (input.kind, raw.rows()) {
            match read_rows(policy, input, &policy.tables[table], &rows) {
                Ok(rows) => {
                    answers[index] = Some(Value::Rows(rows.cells.clone().into()));
                    given.push((index, table, rows));
                }
                Err(problem) => problems.push((Some(index), problem)),
            }
            continue;
        }
        if let (Kind::Table(table), Raw::LongTable(count)) = (input.kind, raw) {
            problems.push((Some(index), too_many(input, &policy.tables[table], *count)));
            continue;
        }
        match answer(policy, input, raw) {
            Ok(answer) => answers[index] = answer,
            Err((code, message)) => {
                problems.push((Some(index), Problem::new(id, code, message)));
            }
        }
    }
    let mut situation = Situation::new(policy, calendar, answers);
    let mut beyond = Vec::new();
    check_limits(&mut situation, &mut beyond);
    problems.extend(beyond.into_iter().map(|(index, problem)| (Some(index), problem)));
    let mut tables = Vec::new();
    for (index, table, rows) in given {
        let mistakes = check_rows(&situation, index, table, &rows);
        let mut bad = vec![false; rows.given];
        mistakes.iter().filter_map(|mistake| mistake.row).for_each(|place| bad[place] = true);
        let GivenRows { cells: rows, places, .. } = rows;
        let good: Vec<usize> = places.iter().copied().filter(|place| !bad[*place]).collect();
        if !mistakes.is_empty() {
            let kept = rows.iter().zip(&places).filter(|(_, place)| !bad[**place]);
            let kept: Vec<Row> = kept.map(|(cells, _)| cells.clone()).collect();
            // A table without one good row is not given, rather than an answer of "none".
            let kept = (!kept.is_empty()).then(|| Value::Rows(kept.into()));
            situation = situation.with_answer(index, kept);
        }
        tables.push(ReadRows { input: index, rows, places, good });
        problems.extend(mistakes.into_iter().map(|problem| (Some(index), problem)));
    }
    let (rows, problems): (Vec<_>, Vec<_>) =
        problems.into_iter().partition(|(_, problem)| problem.row.is_some());
    let problems = problems
        .into_iter()
        .chain(rows)
        .filter(|(index, _)| index.is_none_or(|index| situation.is_asked(index) != Some(false)))
        .map(|(_, problem)| problem)
        .collect();
    Reading { situation, problems, tables }
}
