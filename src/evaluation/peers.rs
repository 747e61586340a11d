//! What a row has to do with those of its table that agree with it: how many there are, their sum, the one before.

use std::rc::Rc;

use super::groups::{Places, turns};
use super::situation::Situation;
use super::value::{Evaluated, Failure, Value};
use crate::formula::{Expression, Peers};
use crate::values::Number;

/// The rows of a table, by what they agree in. Worked out once for all rows.
#[derive(Debug, Default)]
pub(super) struct Groups {
    /// The group of each row.
    of: Vec<usize>,
    /// The row before it in its group, in the order of turns.
    before: Vec<Option<usize>>,
    counts: Vec<i64>,
    sums: Vec<Number>,
}

impl Situation<'_> {
    pub(super) fn peers(
        &self,
        peers: Peers,
        table: usize,
        operands: &[Expression],
        slot: usize,
    ) -> Evaluated {
        let row = self.row[table].get();
        let of_slot = |known: &&(usize, Rc<Groups>)| known.0 == slot;
        let mut known = self.groups.borrow().iter().find(of_slot).map(|known| Rc::clone(&known.1));
        if known.is_none() {
            let groups = self.grouped(peers, table, operands);
            self.row[table].set(row);
            known = groups?.map(Rc::new);
            self.groups.borrow_mut().extend(known.clone().map(|groups| (slot, groups)));
        }
        let Some(groups) = known else { return Ok(None) };
        let group = groups.of[row];
        match (peers, operands) {
            (Peers::Count, _) => Ok(Some(Value::Number(Number::from(groups.counts[group])))),
            (Peers::Sum, _) => Ok(Some(Value::Number(groups.sums[group]))),
            (Peers::Previous, [.., value, otherwise]) => match groups.before[row] {
                Some(before) => {
                    self.row[table].set(before);
                    let value = self.evaluate(value);
                    self.row[table].set(row);
                    value
                }
                None => self.evaluate(otherwise),
            },
            (Peers::Previous, _) => Ok(None),
        }
    }

    /// `None` while it is open which rows agree, or what one of them adds.
    fn grouped(
        &self,
        peers: Peers,
        table: usize,
        operands: &[Expression],
    ) -> Result<Option<Groups>, Failure> {
        let Some(rows) = self.rows(table)? else { return Ok(None) };
        let by = &operands[..operands.len() - peers.own_operands()];
        let mut groups =
            Groups { of: vec![0; rows.len()], before: vec![None; rows.len()], ..Groups::default() };
        let mut places = Places::default();
        let mut last: Vec<usize> = Vec::new();
        for row in turns(rows, &self.policy.tables[table].order) {
            self.row[table].set(row);
            let Some(key) = self.group(by)? else { return Ok(None) };
            let group = places.of(key);
            if group == last.len() {
                last.push(row);
                groups.counts.push(0);
                groups.sums.push(Number::ZERO);
            } else {
                groups.before[row] = Some(last[group]);
                last[group] = row;
            }
            groups.of[row] = group;
            groups.counts[group] += 1;
            if peers == Peers::Sum {
                let Some(number) = self.number(&operands[by.len()])? else { return Ok(None) };
                groups.sums[group] = groups.sums[group].plus(number)?;
            }
        }
        Ok(Some(groups))
    }
}
