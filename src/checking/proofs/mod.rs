//! What is proved of a finished policy, answers running through all that may be filled in.

pub(crate) mod amounts;
pub(crate) mod boundaries;
pub(crate) mod certainties;
pub(crate) mod figures;
#[cfg(feature = "authoring")]
pub(crate) mod sides;
pub(crate) mod wholes;

pub(crate) use amounts::Places;
