//! How fresh policies are: what has run out or is about to, and what nobody has compared with its documents for long.

use crate::policy::{Policy, Reliability};
use crate::values::{Date, Text};

/// Days ahead in which what runs out is told.
const AHEAD: i32 = 60;

/// Months after which a policy is to be compared with its documents again.
const COMPARED_AGAIN: i32 = 12;

/// What an author has to look after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Concern<'p> {
    /// Its last day is over, and no policy follows it.
    RanOut(Date),
    /// Its last day is near, and no policy follows it.
    RunsOut(Date),
    /// A figure ends earlier than the policy does.
    FigureEnds(&'p Text, Date),
    /// All it rests on are reports and copies.
    SecondaryOnly,
    /// It was compared with its documents on that day, which is long ago or still to come, or never.
    NotCompared(Option<Date>),
}

/// What there is to look after in a policy of a library.
pub fn concerns<'p>(policy: &'p Policy, library: &[&Policy], today: Date) -> Vec<Concern<'p>> {
    let mut concerns = Vec::new();
    let soon = today.add_days(AHEAD);
    let is_over = policy.to.is_some_and(|to| to < today);
    if let Some(to) = policy.to
        && !library.iter().any(|other| follows(other, policy))
    {
        if is_over {
            concerns.push(Concern::RanOut(to));
        } else if soon.is_some_and(|soon| to <= soon) {
            concerns.push(Concern::RunsOut(to));
        }
    }
    if !is_over {
        let ends = policy.parameters.iter().filter_map(|parameter| {
            let until = parameter.until.filter(|until| policy.to.is_none_or(|to| *until < to))?;
            Some(Concern::FigureEnds(&parameter.label.text, until))
        });
        concerns.extend(ends);
    }
    if policy.sources.iter().all(|source| source.reliability == Reliability::Secondary) {
        concerns.push(Concern::SecondaryOnly);
    }
    let last = today.add_months(-COMPARED_AGAIN);
    let is_known = |checked| checked <= today && last.is_none_or(|last| checked >= last);
    if !policy.checked.is_some_and(is_known) {
        concerns.push(Concern::NotCompared(policy.checked));
    }
    concerns
}

/// Whether a policy is the same scheme of the same place in a later period.
fn follows(later: &Policy, policy: &Policy) -> bool {
    later.scheme == policy.scheme
        && later.region.chinese == policy.region.chinese
        && policy.to.is_some_and(|to| later.to.is_none_or(|later| later > to))
}

/// The latest day on which any of the policies was compared with its documents.
pub fn last_compared<'p>(library: impl IntoIterator<Item = &'p Policy>) -> Option<Date> {
    library.into_iter().filter_map(|policy| policy.checked).max()
}
