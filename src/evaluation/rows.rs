//! Rows of tables: each is taken in turn and accepted, or turned down for all its reasons.

use std::collections::BTreeMap;

use super::situation::Situation;
use super::value::{Failure, Judgement, Row, Value, key};
use crate::formula::Expression;
use crate::policy::RowRule;
use crate::values::{Date, Number};

impl Situation<'_> {
    /// How each row of a table fares; `None` while that is open.
    pub(crate) fn judged(&self, table: usize) -> Result<Option<&[Judgement]>, Failure> {
        let judged = self.judged[table].get_or_init(|| judge(self, table));
        judged.as_ref().map(Option::as_deref).map_err(|failure| *failure)
    }
}

/// Rows in the order in which they are taken: by the days in some columns, then as given.
pub(super) fn turns(rows: &[Row], order: &[usize]) -> Vec<usize> {
    let mut turns: BTreeMap<Vec<Option<String>>, Vec<usize>> = BTreeMap::new();
    for (place, row) in rows.iter().enumerate() {
        let days = order.iter().map(|column| row[*column].as_ref().map(key)).collect();
        turns.entry(days).or_default().push(place);
    }
    turns.into_values().flatten().collect()
}

/// What a row has in these columns and, behind the columns, values of the row; `None` while one of these is open.
fn cells(
    situation: &Situation<'_>,
    table: usize,
    row: usize,
    by: &[usize],
) -> Result<Option<Vec<Option<String>>>, Failure> {
    let Some(rows) = situation.rows(table)? else { return Ok(None) };
    let columns = rows[row].len();
    let mut cells = Vec::new();
    for place in by {
        if let Some(cell) = rows[row].get(*place) {
            cells.push(cell.as_ref().map(key));
            continue;
        }
        match situation.evaluate(&Expression::RowValue(table, place - columns))? {
            Some(value) => cells.push(Some(key(&value))),
            None => return Ok(None),
        }
    }
    Ok(Some(cells))
}

/// The rows that have the same cells in some columns.
#[derive(Default)]
struct Group {
    /// What a group rule remembers of those that were accepted.
    accepted: i64,
    last_end: Option<Date>,
}

/// Groups by the cells in some columns, dates in their order.
type Groups = BTreeMap<Vec<Option<String>>, Group>;

/// Judges the rows of a table, in its order of turns; the answer is in the order given. `None` while a check is open.
pub(crate) fn judge(
    situation: &Situation<'_>,
    table: usize,
) -> Result<Option<Vec<Judgement>>, Failure> {
    let rules = &situation.policy.tables[table];
    let Some(rows) = situation.rows(table)? else { return Ok(None) };
    let mut groups: Vec<Groups> = Vec::new();
    groups.resize_with(rules.checks.len(), BTreeMap::new);
    let mut judgements = vec![Judgement::default(); rows.len()];
    for row in turns(rows, &rules.order) {
        situation.row[table].set(row);
        // Of values of the row, one that is open leaves the judgement open.
        let mut keys = Vec::new();
        for check in &rules.checks {
            match cells(situation, table, row, check.rule.by())? {
                Some(cells) => keys.push(cells),
                None => return Ok(None),
            }
        }
        let date = |column: usize| match &rows[row][column] {
            Some(Value::Date(date)) => Some(*date),
            _ => None,
        };
        let mut reasons = Vec::new();
        for (index, check) in rules.checks.iter().enumerate() {
            let passes = match &check.rule {
                RowRule::Formula(formula) => match situation.truth(&formula.expression)? {
                    Some(passes) => passes,
                    None => return Ok(None),
                },
                RowRule::Distinct(_) => !groups[index].contains_key(&keys[index]),
                RowRule::After { start, .. } => match groups[index].get(&keys[index]) {
                    Some(group) => date(*start) > group.last_end,
                    None => true,
                },
                RowRule::AtMost { count, .. } => {
                    let Some(limit) = situation.number(count)? else { return Ok(None) };
                    let accepted =
                        groups[index].get(&keys[index]).map_or(0, |group| group.accepted);
                    Number::from(accepted).compare(limit)?.is_lt()
                }
            };
            if !passes {
                reasons.push(index);
            }
        }
        if reasons.is_empty() {
            for (index, (check, keys)) in rules.checks.iter().zip(keys).enumerate() {
                let end = match &check.rule {
                    RowRule::Formula(_) => continue,
                    RowRule::Distinct(_) | RowRule::AtMost { .. } => None,
                    RowRule::After { end, .. } => date(*end),
                };
                let group = groups[index].entry(keys).or_default();
                group.accepted += 1;
                group.last_end = end;
            }
        }
        judgements[row] = Judgement { reasons };
    }
    Ok(Some(judgements))
}
