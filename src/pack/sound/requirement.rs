//! What has to hold, and types by what they are.

use crate::formula::{Quantity, Type};

pub(super) const NUMBER: Type = Type::Number(Quantity::PLAIN);

/// What follows from a part that is as it has to be: nothing. `None` ends the whole.
pub(super) type Sound = Option<()>;

pub(super) fn only_if(condition: bool) -> Sound {
    condition.then_some(())
}

/// Types by what they are, whatever numbers are measured in: a wrong unit is shown, and harms nobody.
pub(super) fn plain(kind: Type) -> Type {
    if matches!(kind, Type::Number(_)) { NUMBER } else { kind }
}
