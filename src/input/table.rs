//! The rows of tables, cell by cell.

use super::answer::answer;
use super::problem::{Problem, ProblemCode};
use super::unknown::{COLUMN, unknown};
use crate::evaluation::{Row, Situation};
use crate::policy::{Input, Policy, Table};
use crate::values::{Locale, RawRow, Text, text};

/// The rows of a table as given.
pub(super) struct GivenRows {
    /// How many there are.
    pub(super) given: usize,
    /// Cells by column, empty where one is bad.
    pub(super) cells: Vec<Row>,
    /// The place at which each of these rows was given.
    pub(super) places: Vec<usize>,
    /// What is wrong with cells of each of these rows, by column.
    bad_cells: Vec<Vec<(usize, Problem)>>,
    /// What is wrong with rows as a whole.
    problems: Vec<Problem>,
}

/// Everything that is wrong with the rows of a table. A cell that is not asked for in its row is left alone.
pub(super) fn check_rows(
    situation: &Situation<'_>,
    index: usize,
    table: usize,
    rows: &GivenRows,
) -> Vec<Problem> {
    let input = &situation.policy.inputs[index];
    let rules = &situation.policy.tables[table];
    let mut problems = Vec::new();
    let mut whole = rows.problems.iter().peekable();
    for (row, cells) in rows.cells.iter().enumerate() {
        while let Some(problem) = whole.next_if(|problem| problem.row <= Some(rows.places[row])) {
            problems.push(problem.clone());
        }
        situation.row[table].set(row);
        let bad = |column: usize| {
            rows.bad_cells[row].iter().find(|bad| bad.0 == column).map(|bad| &bad.1)
        };
        for (position, column) in rules.columns.iter().enumerate() {
            let asked = match &column.when {
                None => Some(true),
                Some(when) => situation.truth(&when.expression).unwrap_or(None),
            };
            match bad(position) {
                Some(problem) if asked != Some(false) => problems.push(problem.clone()),
                None if cells[position].is_none() && asked == Some(true) && !column.optional => {
                    problems.push(unfilled(input, column, rows.places[row]));
                }
                _ => {}
            }
        }
        for group in &rules.any_of {
            if group.iter().all(|column| cells[*column].is_none() && bad(*column).is_none()) {
                problems.push(all_unfilled(input, rules, group, rows.places[row]));
            }
        }
    }
    problems.extend(whole.cloned());
    if rows.given < rules.min_rows {
        problems.push(too_few(input, rules, rows.given));
    }
    problems
}

fn all_unfilled(input: &Input, rules: &Table, group: &[usize], row: usize) -> Problem {
    let names = |locale: Locale| {
        let labels = group.iter().map(|column| rules.columns[*column].label.text.get(locale));
        labels.collect::<Vec<_>>().join(locale.pick("、", ", "))
    };
    let message = Text::new(
        format!("至少填一项：{}", names(Locale::Chinese)),
        format!("fill in at least one of: {}", names(Locale::English)),
    );
    Problem {
        row: Some(row),
        column: Some(rules.columns[group[0]].id().to_owned()),
        ..Problem::new(input.id(), ProblemCode::Required, message)
    }
}

fn unfilled(input: &Input, column: &Input, row: usize) -> Problem {
    let label = &column.label.text;
    let message = Text::new(
        format!("“{}”还没有填", label.chinese),
        format!("“{}” is not filled in", label.english),
    );
    Problem {
        row: Some(row),
        column: Some(column.id().to_owned()),
        ..Problem::new(input.id(), ProblemCode::Required, message)
    }
}

pub(super) fn too_many(input: &Input, table: &Table, count: usize) -> Problem {
    let most = table.max_rows;
    let message = text!("最多 {most} 行；填写了 {count} 行", "at most {most} rows; given: {count}");
    Problem::new(input.id(), ProblemCode::TooManyRows, message)
}

fn too_few(input: &Input, table: &Table, count: usize) -> Problem {
    let least = table.min_rows;
    let message =
        text!("至少 {least} 行；填写了 {count} 行", "at least {least} rows; given: {count}");
    Problem::new(input.id(), ProblemCode::Required, message)
}

/// Reads the rows of a table, cell by cell.
pub(super) fn read_rows(
    policy: &Policy,
    input: &Input,
    table: &Table,
    given: &[Option<RawRow>],
) -> Result<GivenRows, Problem> {
    if given.len() > table.max_rows {
        return Err(too_many(input, table, given.len()));
    }
    let mut rows = GivenRows {
        given: given.len(),
        cells: Vec::new(),
        places: Vec::new(),
        bad_cells: Vec::new(),
        problems: Vec::new(),
    };
    for (place, raw) in given.iter().enumerate() {
        let problem = |column: Option<&str>, code, message| Problem {
            row: Some(place),
            column: column.map(str::to_owned),
            ..Problem::new(input.id(), code, message)
        };
        let Some(raw) = raw else {
            let message =
                text!("这一行应是列编号和内容", "a row is an object of column ids and cells");
            rows.problems.push(problem(None, ProblemCode::WrongType, message));
            continue;
        };
        let mut cells: Row = vec![None; table.columns.len()];
        let mut bad_cells = Vec::new();
        for (id, cell) in raw {
            let Some(column) = table.columns.iter().position(|column| column.id() == id) else {
                let columns = table.columns.iter().map(Input::id);
                let message = unknown(id, columns, COLUMN, rows.problems.len());
                rows.problems.push(problem(Some(id), ProblemCode::UnknownField, message));
                continue;
            };
            match answer(policy, &table.columns[column], cell) {
                Ok(value) => cells[column] = value,
                Err((code, message)) => {
                    bad_cells.push((column, problem(Some(id), code, message)));
                }
            }
        }
        rows.cells.push(cells);
        rows.bad_cells.push(bad_cells);
        rows.places.push(place);
    }
    Ok(rows)
}
