//! For which values of two counts together is the result still eligible? By the same intervals as for one, of both at once.

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
    fn strips(mut self) -> Result<Vec<(Range, Vec<Range>)>, Stop> {
        self.boxes.sort_unstable_by_key(|(first, _)| first.1);
        let mut cuts: Vec<i64> =
            self.boxes.iter().flat_map(|(first, _)| [first.1, first.2 + 1]).collect();
        cuts.sort_unstable();
        cuts.dedup();
        let mut waiting = self.boxes.into_iter().peekable();
        let mut open: Vec<(Interval, Interval)> = Vec::new();
        let mut strips: Vec<(Range, Vec<Range>)> = Vec::new();
        for cut in cuts.windows(2) {
            let (from, to) = (cut[0], cut[1] - 1);
            open.retain(|(first, _)| first.2 >= from);
            while let Some(begun) = waiting.next_if(|(first, _)| first.1 == from) {
                open.push(begun);
            }
            if open.is_empty() {
                continue;
            }
            self.search.spend(open.len() / 16)?;
            open.sort_unstable_by_key(|(_, second)| second.1);
            let mut ranges = Vec::new();
            for (_, second) in &open {
                join(&mut ranges, (second.1, second.2));
            }
            match strips.last_mut() {
                Some((last, same)) if last.1 + 1 == from && *same == ranges => last.1 = to,
                _ => strips.push(((from, to), ranges)),
            }
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
