//! Rows of tables: each is taken in turn and accepted, or turned down for all its reasons.

use std::collections::BTreeMap;

use super::situation::Situation;
use super::value::{Failure, Judgement, Value, key};
use crate::policy::RowRule;
use crate::values::{Date, Number};

impl Situation<'_> {
    /// How each row of a table fares; `None` while that is open.
    pub(crate) fn judged(&self, table: usize) -> Result<Option<&[Judgement]>, Failure> {
        let judged = self.judged[table].get_or_init(|| judge(self, table));
        judged.as_ref().map(Option::as_deref).map_err(|failure| *failure)
    }
}

/// The rows that have the same cells in some columns.
#[derive(Default)]
struct Group {
    /// All of them, where they are to be taken in turn.
    rows: Vec<usize>,
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
    let cells = |row: usize, columns: &[usize]| -> Vec<Option<String>> {
        columns.iter().map(|column| rows[row][*column].as_ref().map(key)).collect()
    };
    let mut turns = Groups::new();
    for row in 0..rows.len() {
        turns.entry(cells(row, &rules.order)).or_default().rows.push(row);
    }
    let mut groups: Vec<Groups> = Vec::new();
    groups.resize_with(rules.checks.len(), BTreeMap::new);
    let mut judgements = vec![Judgement::default(); rows.len()];
    for row in turns.into_values().flat_map(|group| group.rows) {
        situation.row[table].set(row);
        let values = |columns: &[usize]| cells(row, columns);
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
                RowRule::Distinct(columns) => !groups[index].contains_key(&values(columns)),
                RowRule::After { by, start, .. } => match groups[index].get(&values(by)) {
                    Some(group) => date(*start) > group.last_end,
                    None => true,
                },
                RowRule::AtMost { by, count } => {
                    let Some(limit) = situation.number(count)? else { return Ok(None) };
                    let accepted = groups[index].get(&values(by)).map_or(0, |group| group.accepted);
                    Number::from(accepted).compare(limit)?.is_lt()
                }
            };
            if !passes {
                reasons.push(index);
            }
        }
        if reasons.is_empty() {
            for (index, check) in rules.checks.iter().enumerate() {
                let (by, end) = match &check.rule {
                    RowRule::Formula(_) => continue,
                    RowRule::Distinct(by) | RowRule::AtMost { by, .. } => (by, None),
                    RowRule::After { by, end, .. } => (by, date(*end)),
                };
                let group = groups[index].entry(values(by)).or_default();
                group.accepted += 1;
                group.last_end = end;
            }
        }
        judgements[row] = Judgement { reasons };
    }
    Ok(Some(judgements))
}
