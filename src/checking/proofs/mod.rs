//! What is proved of a finished policy, answers running through all that may be filled in.

pub(crate) mod amounts;
pub(crate) mod boundaries;
pub(crate) mod certainties;
pub(crate) mod dead_ends;
pub(crate) mod divisors;
pub(crate) mod figures;
pub(crate) mod idle;
mod known;
#[cfg(feature = "authoring")]
pub(crate) mod limits;
#[cfg(feature = "authoring")]
pub(crate) mod row_amounts;
pub(crate) mod schedules;
#[cfg(feature = "authoring")]
pub(crate) mod sides;
pub(crate) mod unasked;
pub(crate) mod wholes;

pub(crate) use amounts::Places;

use crate::evaluation::{Situation, Spreading};
use crate::policy::Policy;
use crate::values::Calendar;

/// All answers run through all that may be filled in.
fn all_answers<'p>(policy: &'p Policy, calendar: &'p Calendar) -> Spreading<'p> {
    let running = policy.inputs.iter().map(|input| Some(input.spread())).collect();
    let situation = Situation::new(policy, calendar, vec![None; policy.inputs.len()]);
    Spreading::new(situation, running)
}
