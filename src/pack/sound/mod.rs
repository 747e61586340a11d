//! Whether a policy is one that the rest of the engine can take as it takes those that passed the checks.
//!
//! Not whether it is right: nobody can tell that from a pack. But no index may lead nowhere, every formula has to be of one
//! type, nothing may wait for itself, and nothing may take an engine longer than a policy could.

mod kinds;
mod parts;
mod sizes;
mod texts;

use crate::formula::{Quantity, Type};
use crate::policy::Policy;
use parts::Checker;
use sizes::{MOST_IN_ALL, Sizes};

const NUMBER: Type = Type::Number(Quantity::PLAIN);

/// What follows from a part that is as it has to be: nothing. `None` ends the whole.
type Sound = Option<()>;

pub(super) fn is_sound(policy: &Policy) -> bool {
    let mut sizes = Sizes::of(policy);
    Checker { policy }.check().and_then(|()| sizes.check()).is_some()
}

/// How much there is to all formulas of a policy, as far as a pack may have it.
pub(crate) fn terms(policy: &Policy) -> usize {
    let mut sizes = Sizes::of(policy);
    sizes.check().map_or(MOST_IN_ALL, |()| sizes.terms)
}

fn only_if(condition: bool) -> Sound {
    condition.then_some(())
}

/// Types by what they are, whatever numbers are measured in: a wrong unit is shown, and harms nobody.
fn plain(kind: Type) -> Type {
    if matches!(kind, Type::Number(_)) { NUMBER } else { kind }
}
