//! Whether a policy is one that the rest of the engine can take as it takes those that passed the checks.
//!
//! Not whether it is right: nobody can tell that from a pack. But no index may lead nowhere, every formula has to be of one
//! type, nothing may wait for itself, and nothing may take an engine longer than a policy could.

mod kinds;
mod parts;
mod requirement;
mod sizes;
mod texts;

use crate::policy::Policy;
#[cfg(feature = "analysis")]
use crate::policy::Reading;
use parts::Checker;
#[cfg(feature = "authoring")]
pub(crate) use sizes::MOST_READINGS;
use sizes::{MOST_IN_ALL, Sizes};

pub(super) fn is_sound(policy: &Policy) -> bool {
    let mut sizes = Sizes::of(policy);
    Checker { policy }.check().and_then(|()| sizes.check()).is_some()
}

/// Whether the formulas of a policy are as short as those of a pack have to be.
#[cfg(feature = "authoring")]
pub(crate) fn fits(policy: &Policy) -> bool {
    Sizes::of(policy).check().is_some()
}

/// Whether nothing waits for itself, or takes too long, where the notice is read in these ways together.
#[cfg(feature = "analysis")]
pub(crate) fn is_sound_by<'p>(policy: &'p Policy, readings: &[&'p Reading]) -> bool {
    Sizes::by(policy, readings).check().is_some()
}

/// How much there is to all formulas of a policy, as far as a pack may have it.
pub(crate) fn terms(policy: &Policy) -> usize {
    let mut sizes = Sizes::of(policy);
    sizes.check().map_or(MOST_IN_ALL, |()| sizes.terms)
}
