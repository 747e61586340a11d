//! Rows of tables: each is taken in turn and accepted, or turned down for all its reasons.

use super::groups::{Places, add_to_key, turns};
use super::situation::Situation;
use super::value::{Failure, Judgement, Row, Value};
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

/// What a group rule remembers of the rows that have been accepted in a group.
#[derive(Clone, Default)]
struct Group {
    accepted: i64,
    last_end: Option<Date>,
}

/// What a row has in columns and, counted on behind them, values of the row; `None` while one of these is open.
fn group_of(
    situation: &Situation<'_>,
    table: usize,
    cells: &Row,
    by: &[usize],
) -> Result<Option<String>, Failure> {
    let mut group = String::new();
    for place in by {
        if let Some(cell) = cells.get(*place) {
            add_to_key(&mut group, cell.as_ref());
            continue;
        }
        match situation.evaluate(&Expression::RowValue(table, place - cells.len()))? {
            Some(value) => add_to_key(&mut group, Some(&value)),
            None => return Ok(None),
        }
    }
    Ok(Some(group))
}

/// Judges the rows of a table, in its order of turns; the answer is in the order given. `None` while a check is open.
pub(crate) fn judge(
    situation: &Situation<'_>,
    table: usize,
) -> Result<Option<Vec<Judgement>>, Failure> {
    let rules = &situation.policy.tables[table];
    let Some(rows) = situation.rows(table)? else { return Ok(None) };
    let mut places: Vec<Places> = Vec::new();
    places.resize_with(rules.checks.len(), Places::default);
    let mut groups: Vec<Vec<Group>> = vec![Vec::new(); rules.checks.len()];
    let mut judgements = vec![Judgement::default(); rows.len()];
    for row in turns(rows, &rules.order) {
        situation.row[table].set(row);
        let date = |column: usize| match &rows[row][column] {
            Some(Value::Date(date)) => Some(*date),
            _ => None,
        };
        let mut reasons = Vec::new();
        // The group of the row, by each check that looks at groups.
        let mut own = Vec::new();
        for (index, check) in rules.checks.iter().enumerate() {
            let passes = match &check.rule {
                RowRule::Formula(formula) => match situation.truth(&formula.expression)? {
                    Some(passes) => passes,
                    None => return Ok(None),
                },
                rule => {
                    let Some(key) = group_of(situation, table, &rows[row], rule.by())? else {
                        return Ok(None);
                    };
                    let place = places[index].of(key);
                    groups[index].resize(places[index].len(), Group::default());
                    own.push((index, place));
                    let group = &groups[index][place];
                    match rule {
                        RowRule::After { start, .. } => {
                            group.accepted == 0 || date(*start) > group.last_end
                        }
                        RowRule::AtMost { count, .. } => {
                            let Some(limit) = situation.number(count)? else { return Ok(None) };
                            Number::from(group.accepted).compare(limit)?.is_lt()
                        }
                        _ => group.accepted == 0,
                    }
                }
            };
            if !passes {
                reasons.push(index);
            }
        }
        if reasons.is_empty() {
            for (index, place) in own {
                let group = &mut groups[index][place];
                group.accepted += 1;
                group.last_end = match &rules.checks[index].rule {
                    RowRule::After { end, .. } => date(*end),
                    _ => None,
                };
            }
        }
        judgements[row] = Judgement { reasons };
    }
    Ok(Some(judgements))
}
