//! For which values of two counts together is the result still eligible? By the same intervals as for one, of both at once.

use std::collections::{BTreeMap, BTreeSet};

use super::counts::{Interval, Search, Stop, open_end};
use super::ranges::join;
use crate::input::{Problem, ProblemCode};
use crate::policy::Policy;
use crate::values::{Calendar, Raw, text};

/// Values of the first count, one after another, that leave the second the same ranges.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Strip {
    /// The first of them.
    pub from: i64,
    /// The last; `None` where there is no bound but the general one.
    pub to: Option<i64>,
    /// The values of the second count for which the result is eligible, as `eligible_ranges` gives them; at least one.
    pub ranges: Vec<(i64, Option<i64>)>,
}

/// The values of two counts for which the result is eligible, all else equal: strips in the order of the first, without those
/// in which there are none.
///
/// # Errors
/// All problems of bad input; both have to be counts, and two. What the fields say of them does not matter.
pub fn eligible_region(
    policy: &Policy,
    calendar: &Calendar,
    fields: &[(String, Raw)],
    counts: [&str; 2],
) -> Result<Vec<Strip>, Vec<Problem>> {
    let (search, intervals) = Search::new(policy, calendar, fields, &counts)?;
    let [first, second] = intervals[..] else { return Ok(Vec::new()) };
    if first.0 == second.0 {
        let message = text!("应是两个不同的字段", "these are to be two different fields");
        return Err(vec![Problem::new(counts[1], ProblemCode::WrongType, message)]);
    }
    let mut region = Region { search, boxes: Vec::new() };
    let strips = region.halve(first, second).and_then(|()| region.strips());
    let strips = strips.map_err(|stop| stop.problem(counts[0]))?;
    let open = |interval, ranges: Vec<Range>| -> Vec<(i64, Option<i64>)> {
        ranges.iter().map(|&(from, to)| (from, open_end(policy, interval, to))).collect()
    };
    let strip = |((from, to), ranges)| Strip {
        from,
        to: open_end(policy, first, to),
        ranges: open(second, ranges),
    };
    Ok(strips.into_iter().map(strip).collect())
}

type Range = (i64, i64);

struct Region<'p> {
    search: Search<'p>,
    /// Values of both counts that are eligible.
    boxes: Vec<(Interval, Interval)>,
}

impl Region<'_> {
    fn halve(&mut self, first: Interval, second: Interval) -> Result<(), Stop> {
        match self.search.judge(&[first, second])? {
            Some(false) => Ok(()),
            Some(true) => {
                self.boxes.push((first, second));
                Ok(())
            }
            None if self.parts_second(first, second)? => {
                let (lower, upper) = halves(second);
                self.halve(first, lower)?;
                self.halve(first, upper)
            }
            None => {
                let (lower, upper) = halves(first);
                self.halve(lower, second)?;
                self.halve(upper, second)
            }
        }
    }

    /// Whether it is the second that decides: across its middle, the first makes no difference. Where both do, it is the wider.
    fn parts_second(&mut self, first: Interval, second: Interval) -> Result<bool, Stop> {
        if first.1 == first.2 || second.1 == second.2 {
            return Ok(first.1 == first.2);
        }
        if self.search.judge(&[first, middle(second)])?.is_some() {
            return Ok(true);
        }
        let is_wider = second.2 - second.1 > first.2 - first.1;
        Ok(is_wider && self.search.judge(&[middle(first), second])?.is_none())
    }

    /// The boxes cut where one of them begins or ends.
    fn strips(&mut self) -> Result<Vec<(Range, Vec<Range>)>, Stop> {
        let mut edges: BTreeMap<i64, Vec<(bool, Range)>> = BTreeMap::new();
        for ((_, from, to), (_, low, high)) in &self.boxes {
            edges.entry(*from).or_default().push((true, (*low, *high)));
            edges.entry(to + 1).or_default().push((false, (*low, *high)));
        }
        let mut open = BTreeSet::new();
        let mut strips: Vec<(Range, Vec<Range>)> = Vec::new();
        let mut before = 0;
        for (at, changes) in edges {
            if !open.is_empty() {
                self.search.spend(open.len() / 16)?;
                let mut ranges = Vec::new();
                for range in &open {
                    join(&mut ranges, *range);
                }
                match strips.last_mut() {
                    Some((last, same)) if last.1 + 1 == before && *same == ranges => {
                        last.1 = at - 1;
                    }
                    _ => strips.push(((before, at - 1), ranges)),
                }
            }
            // A box may begin where another one of the same height ends.
            for is_begin in [false, true] {
                for (_, range) in changes.iter().filter(|change| change.0 == is_begin) {
                    if is_begin {
                        open.insert(*range)
                    } else {
                        open.remove(range)
                    };
                }
            }
            before = at;
        }
        Ok(strips)
    }
}

fn middle((index, from, to): Interval) -> Interval {
    let middle = from + (to - from) / 2;
    (index, middle, middle)
}

fn halves((index, from, to): Interval) -> (Interval, Interval) {
    let middle = from + (to - from) / 2;
    ((index, from, middle), (index, middle + 1, to))
}
