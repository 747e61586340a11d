//! For which values of one count is the result still eligible? Found by halving intervals of values on which every
//! condition is certain, so that a hundred million values take some hundred evaluations and none is skipped.

use super::counts::{Search, Stop, open_end};
use crate::input::Problem;
use crate::policy::Policy;
use crate::values::{Calendar, Raw};

/// The values of the count `field` for which the result is eligible, all else equal: closed ranges, in order; `None`
/// where a range goes on beyond the general bound. A value for which the amount fails, so that there is no result, is in
/// none. Of a field that is not asked all values are, or none is.
///
/// # Errors
/// All problems of bad input; `field` has to be a count. What the fields say of `field` itself does not matter.
pub fn eligible_ranges(
    policy: &Policy,
    calendar: &Calendar,
    fields: &[(String, Raw)],
    field: &str,
) -> Result<Vec<(i64, Option<i64>)>, Vec<Problem>> {
    let (mut search, intervals) = Search::new(policy, calendar, fields, &[field])?;
    let mut found = Vec::new();
    for &(index, from, to) in &intervals {
        halve(&mut search, index, (from, to), &mut found).map_err(|stop| stop.problem(field))?;
    }
    let ranges = intervals.iter().flat_map(|interval| {
        found.iter().map(|&(start, end)| (start, open_end(policy, *interval, end)))
    });
    Ok(ranges.collect())
}

fn halve(
    search: &mut Search<'_>,
    index: usize,
    (from, to): (i64, i64),
    found: &mut Vec<(i64, i64)>,
) -> Result<(), Stop> {
    match search.judge(&[(index, from, to)])? {
        Some(false) => {}
        Some(true) => join(found, (from, to)),
        None => {
            let middle = from + (to - from) / 2;
            halve(search, index, (from, middle), found)?;
            halve(search, index, (middle + 1, to), found)?;
        }
    }
    Ok(())
}

/// Adds a range behind others, as one with the last where nothing is between them.
pub(super) fn join(ranges: &mut Vec<(i64, i64)>, (from, to): (i64, i64)) {
    match ranges.last_mut() {
        Some(last) if last.1 + 1 == from => last.1 = to,
        _ => ranges.push((from, to)),
    }
}
